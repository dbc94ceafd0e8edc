package org.mandate.guidance;

import java.io.InputStream;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

import org.apache.commons.codec.digest.DigestUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * An edition as its data file states it, checked: keys are unique, every entry has a
 * source, quotations are short, and whatever an entry refers to exists.
 *
 * @param edition what the file says
 * @param sha256 hash of that content in hex; comments and layout do not change it
 */
record EditionFile(Edition edition, String sha256) {

	/** The longest quotation from a source, in words. */
	static final int MOST_QUOTED_WORDS = 25;

	private static final Pattern KEY = Pattern.compile("(?!-)(?!.*--)[a-z0-9-]+(?<!-)");

	private static final YAMLMapper YAML = YAMLMapper.builder()
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.build();

	private static final JsonMapper JSON = JsonMapper.shared();

	/**
	 * Read and check a data file.
	 * @param name of the file, for messages
	 * @param content its content, not closed
	 * @throws InvalidGuidance naming the entry and what is wrong with it
	 */
	static EditionFile read(String name, InputStream content) {
		JsonNode root;
		try {
			root = YAML.readTree(content);
		}
		catch (JacksonException ex) {
			throw new InvalidGuidance(name, "not readable as YAML: " + ex.getMessage(), ex);
		}
		YamlEntry file = new YamlEntry(name, root);
		Edition edition = new Reader(file).edition();
		file.end();
		return new EditionFile(edition, sha256(root));
	}

	/**
	 * Over the tree rather than the bytes: a checkout with other line ends is no change.
	 */
	private static String sha256(JsonNode root) {
		return DigestUtils.sha256Hex(JSON.writeValueAsString(root));
	}

	static int words(String text) {
		return text.strip().split("\\s+").length;
	}

	/** Reads one file; keeps what later entries may refer to. */
	private static final class Reader {

		private final YamlEntry file;

		private final Map<String, Citation.Document> documents = new HashMap<>();

		private final Set<String> models = new HashSet<>();

		private final Set<String> functions = new HashSet<>();

		private final Set<String> deadlines = new HashSet<>();

		private final Set<String> keys = new HashSet<>();

		Reader(YamlEntry file) {
			this.file = file;
		}

		Edition edition() {
			YamlEntry head = this.file.only("edition");
			EditionRef ref = new EditionRef(key(head), head.number("version"));
			String title = head.text("title", 200);
			String summary = head.text("summary", 1000);
			String forYear = head.text("for_year", 7);
			if (!forYear.matches("[0-9]{4}-[0-9]{2}")) {
				throw head.wrong("\"for_year\" must be a year such as 2015-16, not \"" + forYear + "\"");
			}
			LocalDate issuedOn = head.date("issued_on");
			head.end();
			List<Citation.Document> documents = all("documents", this::document);
			List<Edition.Model> models = all("models", this::model);
			List<Edition.Function> functions = all("functions", this::function);
			if (models.isEmpty() || functions.isEmpty()) {
				throw this.file.wrong("an edition needs models and functions");
			}
			return new Edition(ref, title, summary, forYear, issuedOn, documents, models, functions,
					this.file.list("scope", (cell) -> cell.text("function", 80) + " / " + cell.text("model", 80),
							this::scope),
					all("deadlines", this::deadline), all("requirements", this::requirement),
					all("shared_functions", this::sharedFunction), all("differences", this::difference),
					all("reserved_functions", this::reservedFunction), all("legal_basis", this::legalBasis),
					all("considerations", this::consideration), all("rules", this::rule),
					all("process_steps", this::step), all("questions", this::question));
		}

		private <T> List<T> all(String list, Function<YamlEntry, T> reader) {
			return this.file.list(list, (entry) -> entry.text("key", 80), reader);
		}

		private Citation.Document document(YamlEntry entry) {
			Citation.Document document = new Citation.Document(unique("document", entry), entry.text("title", 200),
					entry.text("short_title", 60), entry.text("publisher", 100), entry.text("published", 100));
			this.documents.put(document.key(), document);
			return document;
		}

		private Edition.Model model(YamlEntry entry) {
			String key = unique("model", entry);
			this.models.add(key);
			return new Edition.Model(key, entry.text("name", 100), entry.text("summary", 1000),
					entry.list("aliases", (alias) -> alias.text("name", 100), (alias) -> alias(key, alias)),
					citations(entry));
		}

		private Edition.Alias alias(String model, YamlEntry entry) {
			String name = entry.text("name", 100);
			register("alias", name, entry);
			String slug = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
			return new Edition.Alias(model + "/" + slug, name, citations(entry));
		}

		private Edition.Function function(YamlEntry entry) {
			String key = unique("function", entry);
			this.functions.add(key);
			return new Edition.Function(key, entry.text("name", 200), citations(entry));
		}

		private ScopeEntry scope(YamlEntry entry) {
			String function = reference("function", entry.text("function", 80), this.functions, entry);
			String model = reference("model", entry.text("model", 80), this.models, entry);
			String cell = function + "/" + model;
			register("scope", cell, entry);
			List<ScopeEntry.Statement> statements = entry.list("statements",
					(statement) -> "in force from " + statement.date("in_force_from"),
					(statement) -> statement(cell, statement));
			if (statements.isEmpty()) {
				throw entry.wrong("a scope entry needs a statement; leave it out where the sources are silent");
			}
			return new ScopeEntry(function, model,
					statements.stream().sorted(Comparator.comparing(ScopeEntry.Statement::inForceFrom)).toList());
		}

		private ScopeEntry.Statement statement(String cell, YamlEntry entry) {
			LocalDate inForceFrom = entry.date("in_force_from");
			String key = cell + "/" + inForceFrom;
			register("scope statement", key, entry);
			String wording = entry.text("wording", 300);
			boolean asPrinted = entry.flag("as_printed");
			if (asPrinted) {
				requireShort("wording", wording, entry);
			}
			return new ScopeEntry.Statement(key, entry.constant("level", Level.class), wording, asPrinted,
					entry.optionalText("condition", 300), inForceFrom, entry.optionalText("in_force_text", 60),
					citations(entry));
		}

		private Deadline deadline(YamlEntry entry) {
			Deadline.Category category = entry.constant("kind", Deadline.Category.class);
			String title = entry.text("title", 200);
			List<String> models = models(entry);
			List<Deadline> rivals = entry.list("rivals", (rival) -> rival.text("key", 80),
					(rival) -> dated(rival, category, title, models, List.of()));
			Deadline deadline = dated(entry, category, title, models, rivals);
			this.deadlines.add(deadline.key());
			return deadline;
		}

		private Deadline dated(YamlEntry entry, Deadline.Category category, String title, List<String> models,
				List<Deadline> rivals) {
			if (List.of("at", "on", "text").stream().filter(entry::has).count() != 1) {
				throw entry.wrong("give exactly one of \"at\" (a time), \"on\" (a date) and \"text\"");
			}
			LocalDateTime at = entry.optionalDateTime("at");
			return new Deadline(unique("deadline", entry), category, title, models,
					(at != null) ? at.atZone(Deadline.LONDON) : null, entry.optionalDate("on"),
					entry.optionalText("text", 100), citations(entry), rivals);
		}

		private Edition.Requirement requirement(YamlEntry entry) {
			return new Edition.Requirement(unique("requirement", entry), entry.text("text", 1000), models(entry),
					citations(entry));
		}

		private Edition.SharedFunction sharedFunction(YamlEntry entry) {
			return new Edition.SharedFunction(unique("shared function", entry), entry.text("text", 1000), models(entry),
					citations(entry));
		}

		private Edition.Difference difference(YamlEntry entry) {
			String aspect = entry.text("aspect", 100);
			String model = reference("model", entry.text("model", 80), this.models, entry);
			register("difference of aspect and model", aspect + "/" + model, entry);
			return new Edition.Difference(unique("difference", entry), aspect, model, entry.text("text", 1000),
					citations(entry));
		}

		private Edition.ReservedFunction reservedFunction(YamlEntry entry) {
			return new Edition.ReservedFunction(unique("reserved function", entry), entry.text("name", 200),
					entry.text("text", 1000), models(entry), citations(entry));
		}

		private Edition.LegalBasis legalBasis(YamlEntry entry) {
			return new Edition.LegalBasis(unique("legal basis", entry), entry.text("instrument", 200),
					entry.text("provision", 200), entry.text("text", 1000), models(entry), citations(entry));
		}

		private Edition.Consideration consideration(YamlEntry entry) {
			return new Edition.Consideration(unique("consideration", entry),
					entry.constant("kind", Edition.Consideration.Category.class), entry.text("text", 1000),
					models(entry), citations(entry));
		}

		private Edition.Rule rule(YamlEntry entry) {
			return new Edition.Rule(unique("rule", entry), entry.constant("kind", Edition.Rule.Category.class),
					entry.text("topic", 80), entry.constant("strength", Edition.Rule.Strength.class),
					entry.text("title", 200), entry.text("text", 1000), models(entry), citations(entry));
		}

		private Edition.Step step(YamlEntry entry) {
			String deadline = entry.optionalText("deadline", 80);
			if (deadline != null) {
				reference("deadline", deadline, this.deadlines, entry);
			}
			return new Edition.Step(unique("step", entry), entry.text("title", 200), entry.text("who", 100),
					entry.text("text", 1000), deadline, models(entry), citations(entry));
		}

		private Edition.Question question(YamlEntry entry) {
			return new Edition.Question(unique("question", entry), entry.text("question", 200),
					entry.text("answer", 1000), citations(entry));
		}

		private List<String> models(YamlEntry entry) {
			List<String> named = entry.texts("models");
			named.forEach((model) -> reference("model", model, this.models, entry));
			if (new HashSet<>(named).size() != named.size()) {
				throw entry.wrong("a model is named twice in \"models\"");
			}
			return named;
		}

		private List<Citation> citations(YamlEntry entry) {
			List<Citation> citations = entry.list("sources", (source) -> source.text("document", 80), this::citation);
			if (citations.isEmpty()) {
				throw entry.wrong("an entry needs a source: document and section");
			}
			return citations;
		}

		private Citation citation(YamlEntry entry) {
			String key = entry.text("document", 80);
			Citation.Document document = this.documents.get(key);
			if (document == null) {
				throw unknown("document", key, this.documents.keySet(), entry);
			}
			String quote = entry.optionalText("quote", 400);
			if (quote != null) {
				requireShort("quote", quote, entry);
			}
			return new Citation(document, entry.text("section", 200), quote);
		}

		private static void requireShort(String field, String quote, YamlEntry entry) {
			if (words(quote) > MOST_QUOTED_WORDS) {
				throw entry.wrong("\"%s\" quotes %d words, at most %d are allowed".formatted(field, words(quote),
						MOST_QUOTED_WORDS));
			}
		}

		private static String key(YamlEntry entry) {
			String key = entry.text("key", 80);
			if (!KEY.matcher(key).matches()) {
				throw entry.wrong("a key has lower-case letters, digits and single hyphens, not \"" + key + "\"");
			}
			return key;
		}

		private String unique(String kind, YamlEntry entry) {
			String key = key(entry);
			register(kind, key, entry);
			return key;
		}

		private void register(String kind, String key, YamlEntry entry) {
			if (!this.keys.add(kind + " " + key)) {
				throw entry.wrong("there is another %s \"%s\" in this file".formatted(kind, key));
			}
		}

		private static String reference(String kind, String key, Set<String> known, YamlEntry entry) {
			if (!known.contains(key)) {
				throw unknown(kind, key, known, entry);
			}
			return key;
		}

		private static InvalidGuidance unknown(String kind, String key, Set<String> known, YamlEntry entry) {
			return entry
				.wrong("unknown %s \"%s\"; this file has %s".formatted(kind, key, known.stream().sorted().toList()));
		}

	}

}
