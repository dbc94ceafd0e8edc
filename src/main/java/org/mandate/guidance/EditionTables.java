package org.mandate.guidance;

import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes an edition into its tables and closes it.
 */
@Component
class EditionTables {

	private final JdbcClient jdbc;

	private final JdbcTemplate batches;

	EditionTables(JdbcClient jdbc, JdbcTemplate batches) {
		this.jdbc = jdbc;
		this.batches = batches;
	}

	/** The hash of the content that was published under a name, if any was. */
	Optional<String> publishedHash(EditionRef ref) {
		return this.jdbc.sql("""
				select p.content_sha256 from guidance_edition e join guidance_publication p on p.edition_id = e.id
				where e.key = ? and e.version = ?""").params(ref.key(), ref.version()).query(String.class).optional();
	}

	/** Insert an edition and publish it; the caller's transaction makes it one step. */
	void insert(Edition edition, String sha256) {
		UUID id = UUID
			.nameUUIDFromBytes((edition.ref().key() + "/" + edition.ref().version()).getBytes(StandardCharsets.UTF_8));
		this.jdbc.sql("""
				insert into guidance_edition (id, key, version, title, summary, for_year, issued_on)
				values (?, ?, ?, ?, ?, ?, ?)""")
			.params(id, edition.ref().key(), edition.ref().version(), edition.title(), edition.summary(),
					edition.forYear(), edition.issuedOn())
			.update();
		Rows rows = new Rows(id);
		rows.collect(edition);
		rows.insert();
		this.jdbc.sql("insert into guidance_publication (edition_id, content_sha256) values (?, ?)")
			.params(id, sha256)
			.update();
	}

	/** The rows of one edition, gathered by table so that each table is one batch. */
	private final class Rows {

		private final UUID edition;

		private final Map<String, Integer> positions = new HashMap<>();

		private final List<Object[]> documents = new ArrayList<>();

		private final List<Object[]> entries = new ArrayList<>();

		private final List<Object[]> citations = new ArrayList<>();

		private final List<Object[]> entryModels = new ArrayList<>();

		private final List<Object[]> models = new ArrayList<>();

		private final List<Object[]> aliases = new ArrayList<>();

		private final List<Object[]> functions = new ArrayList<>();

		private final List<Object[]> statements = new ArrayList<>();

		private final List<Object[]> deadlines = new ArrayList<>();

		private final List<Object[]> requirements = new ArrayList<>();

		private final List<Object[]> sharedFunctions = new ArrayList<>();

		private final List<Object[]> differences = new ArrayList<>();

		private final List<Object[]> reservedFunctions = new ArrayList<>();

		private final List<Object[]> legalBasis = new ArrayList<>();

		private final List<Object[]> considerations = new ArrayList<>();

		private final List<Object[]> rules = new ArrayList<>();

		private final List<Object[]> steps = new ArrayList<>();

		private final List<Object[]> questions = new ArrayList<>();

		Rows(UUID edition) {
			this.edition = edition;
		}

		void collect(Edition edition) {
			for (Citation.Document document : edition.documents()) {
				add(this.documents, id("document", document.key()), document.key(), position("document"),
						document.title(), document.shortTitle(), document.publisher(), document.published());
			}
			for (Edition.Model model : edition.models()) {
				add(this.models, entry("model", model), model.name(), model.summary());
				for (Edition.Alias alias : model.aliases()) {
					add(this.aliases, entry("model_alias", alias), id("model", model.key()), alias.name());
				}
			}
			for (Edition.Function function : edition.functions()) {
				add(this.functions, entry("function", function), function.name());
			}
			for (ScopeEntry cell : edition.scope()) {
				for (ScopeEntry.Statement statement : cell.statements()) {
					add(this.statements, entry("scope_statement", statement), id("function", cell.function()),
							id("model", cell.model()), statement.level().name(), statement.wording(),
							statement.asPrinted(), statement.condition(), statement.inForceFrom(),
							statement.inForceText());
				}
			}
			for (Deadline deadline : edition.deadlines()) {
				UUID id = deadline(deadline, null);
				deadline.rivals().forEach((rival) -> deadline(rival, id));
			}
			for (Edition.Requirement requirement : edition.requirements()) {
				add(this.requirements, forModels("requirement", requirement), requirement.text());
			}
			for (Edition.SharedFunction function : edition.sharedFunctions()) {
				add(this.sharedFunctions, forModels("shared_function", function), function.text());
			}
			for (Edition.Difference difference : edition.differences()) {
				add(this.differences, entry("difference", difference), difference.aspect(),
						id("model", difference.model()), difference.text());
			}
			for (Edition.ReservedFunction function : edition.reservedFunctions()) {
				add(this.reservedFunctions, forModels("reserved_function", function), function.name(), function.text());
			}
			for (Edition.LegalBasis basis : edition.legalBasis()) {
				add(this.legalBasis, forModels("legal_basis", basis), basis.instrument(), basis.provision(),
						basis.text());
			}
			for (Edition.Consideration consideration : edition.considerations()) {
				add(this.considerations, forModels("consideration", consideration), consideration.category().name(),
						consideration.text());
			}
			for (Edition.Rule rule : edition.rules()) {
				add(this.rules, forModels("rule", rule), rule.category().name(), rule.topic(), rule.strength().name(),
						rule.title(), rule.text());
			}
			for (Edition.Step step : edition.steps()) {
				add(this.steps, forModels("process_step", step), step.title(), step.who(), step.text(),
						(step.deadline() != null) ? id("deadline", step.deadline()) : null);
			}
			for (Edition.Question question : edition.questions()) {
				add(this.questions, entry("question", question), question.question(), question.answer());
			}
		}

		private UUID deadline(Deadline deadline, @Nullable UUID rivalOf) {
			UUID id = forModels("deadline", deadline);
			ZonedDateTime at = deadline.at();
			add(this.deadlines, id, deadline.category().name(), deadline.title(),
					(at != null) ? at.toOffsetDateTime() : null, (at != null) ? at.getZone().getId() : null,
					deadline.on(), deadline.text(), rivalOf);
			return id;
		}

		private UUID forModels(String kind, Edition.ForModels entry) {
			UUID id = entry(kind, entry);
			entry.models().forEach((model) -> add(this.entryModels, id, id("model", model)));
			return id;
		}

		private UUID entry(String kind, Edition.Entry entry) {
			UUID id = id(kind, entry.key());
			add(this.entries, id, kind, entry.key(), position(kind));
			int position = 0;
			for (Citation citation : entry.citations()) {
				add(this.citations, id, ++position, id("document", citation.document().key()), citation.section(),
						citation.quote());
			}
			return id;
		}

		/** The same in every installation, so that rows can be compared between them. */
		private UUID id(String kind, String key) {
			return UUID.nameUUIDFromBytes((this.edition + "/" + kind + "/" + key).getBytes(StandardCharsets.UTF_8));
		}

		private int position(String kind) {
			return this.positions.merge(kind, 1, Integer::sum);
		}

		private void add(List<Object[]> rows, @Nullable Object... values) {
			@Nullable Object[] row = new @Nullable Object[values.length + 1];
			row[0] = this.edition;
			System.arraycopy(values, 0, row, 1, values.length);
			rows.add(row);
		}

		void insert() {
			JdbcTemplate into = EditionTables.this.batches;
			into.batchUpdate(
					"insert into guidance_document (edition_id, id, key, position, title, short_title, publisher, published) values (?, ?, ?, ?, ?, ?, ?, ?)",
					this.documents);
			into.batchUpdate("insert into guidance_entry (edition_id, id, kind, key, position) values (?, ?, ?, ?, ?)",
					this.entries);
			into.batchUpdate(
					"insert into guidance_citation (edition_id, entry_id, position, document_id, section, quote) values (?, ?, ?, ?, ?, ?)",
					this.citations);
			into.batchUpdate("insert into guidance_model (edition_id, id, name, summary) values (?, ?, ?, ?)",
					this.models);
			into.batchUpdate("insert into guidance_model_alias (edition_id, id, model_id, name) values (?, ?, ?, ?)",
					this.aliases);
			into.batchUpdate("insert into guidance_entry_model (edition_id, entry_id, model_id) values (?, ?, ?)",
					this.entryModels);
			into.batchUpdate("insert into guidance_function (edition_id, id, name) values (?, ?, ?)", this.functions);
			into.batchUpdate(
					"insert into guidance_scope_statement (edition_id, id, function_id, model_id, level, wording, as_printed, condition, in_force_from, in_force_text) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
					this.statements);
			into.batchUpdate(
					"insert into guidance_deadline (edition_id, id, category, title, due_at, due_zone, due_on, due_text, rival_of) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
					this.deadlines);
			into.batchUpdate("insert into guidance_requirement (edition_id, id, text) values (?, ?, ?)",
					this.requirements);
			into.batchUpdate("insert into guidance_shared_function (edition_id, id, text) values (?, ?, ?)",
					this.sharedFunctions);
			into.batchUpdate(
					"insert into guidance_difference (edition_id, id, aspect, model_id, text) values (?, ?, ?, ?, ?)",
					this.differences);
			into.batchUpdate("insert into guidance_reserved_function (edition_id, id, name, text) values (?, ?, ?, ?)",
					this.reservedFunctions);
			into.batchUpdate(
					"insert into guidance_legal_basis (edition_id, id, instrument, provision, text) values (?, ?, ?, ?, ?)",
					this.legalBasis);
			into.batchUpdate("insert into guidance_consideration (edition_id, id, category, text) values (?, ?, ?, ?)",
					this.considerations);
			into.batchUpdate(
					"insert into guidance_rule (edition_id, id, category, topic, strength, title, text) values (?, ?, ?, ?, ?, ?, ?)",
					this.rules);
			into.batchUpdate(
					"insert into guidance_process_step (edition_id, id, title, who, text, deadline_id) values (?, ?, ?, ?, ?, ?)",
					this.steps);
			into.batchUpdate("insert into guidance_question (edition_id, id, question, answer) values (?, ?, ?, ?)",
					this.questions);
		}

	}

}
