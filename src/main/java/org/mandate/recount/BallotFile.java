package org.mandate.recount;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.apache.commons.codec.digest.DigestUtils;
import org.mandate.recount.ExportedBallot.Figure;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The file of an exported ballot: a vote event as Popolo describes it
 * (https://www.popoloproject.com/specs/vote-event.html), with all that a recount needs
 * below {@code mandate}. It is read strictly, and nothing in it is believed.
 */
final class BallotFile {

	static final String FORMAT = "mandate-ballot";

	static final int VERSION = 1;

	/** Far more than the largest ballot takes. */
	static final int MOST_BYTES = 16 * 1024 * 1024;

	private static final int MOST_CHOICES = 10;

	private static final int MOST_UNITS = 200;

	private static final int MOST_PRACTICES = 2000;

	private static final int DEEPEST = 40;

	private static final JsonMapper JSON = JsonMapper
		.builder(JsonFactory.builder()
			.streamReadConstraints(
					StreamReadConstraints.builder().maxNestingDepth(DEEPEST).maxDocumentLength(MOST_BYTES).build())
			.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
			.build())
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.build();

	private final JsonNode tree;

	private final ExportedBallot ballot;

	private BallotFile(JsonNode tree, ExportedBallot ballot) {
		this.tree = tree;
		this.ballot = ballot;
	}

	/**
	 * Read a file.
	 * @throws UnreadableFile if it is not the export of a ballot
	 */
	static BallotFile read(byte[] content) {
		if (content.length > MOST_BYTES) {
			throw tooLarge();
		}
		JsonNode tree;
		try {
			tree = JSON.readTree(content);
		}
		catch (StreamConstraintsException ex) {
			throw new UnreadableFile("The file is nested more deeply, or has longer names or numbers, than the export "
					+ "of a ballot. Use the file as it was exported.");
		}
		catch (JacksonException ex) {
			throw new UnreadableFile(
					(ex.getLocation() != null && ex.getLocation().getLineNr() > 0)
							? "The file is not JSON: it cannot be read from line %d, column %d."
								.formatted(ex.getLocation().getLineNr(), ex.getLocation().getColumnNr())
							: "The file is not JSON.");
		}
		if (tree == null || tree.isMissingNode()) {
			throw new UnreadableFile("The file is empty.");
		}
		return new BallotFile(tree, ballot(Part.whole(tree)));
	}

	static UnreadableFile tooLarge() {
		return new UnreadableFile("The file is larger than 16 MB, more than the export of any ballot.");
	}

	ExportedBallot ballot() {
		return this.ballot;
	}

	/** What was recorded, without what was published from it. */
	JsonNode recorded() {
		return this.tree.get("mandate").get("ballot");
	}

	/** The results, as published. */
	JsonNode published() {
		return this.tree.get("mandate").get("published");
	}

	/** Whether the file is as it was written, but for spaces and line breaks. */
	boolean isUnchanged() {
		JsonNode digest = this.tree.get("mandate").get("digest");
		ObjectNode copy = (ObjectNode) this.tree.deepCopy();
		((ObjectNode) copy.get("mandate")).remove("digest");
		return digest != null && digest.isString() && digest.asString().equals(digest(copy));
	}

	/** SHA-256 of the tree, written without spaces. */
	static String digest(JsonNode tree) {
		return DigestUtils.sha256Hex(tree.toString());
	}

	private static ExportedBallot ballot(Part file) {
		Part mandate = file.maybe("mandate")
			.orElseThrow(() -> new UnreadableFile(
					"This is JSON, but not the export of a ballot: it has no part called \"mandate\"."));
		if (!mandate.at("format").text().equals(FORMAT)) {
			throw new UnreadableFile("mandate.format must be \"" + FORMAT + "\".");
		}
		long version = mandate.at("version").number();
		if (version != VERSION) {
			throw new UnreadableFile("The file has version %d of the format; this recount knows version %d. %s"
				.formatted(version, VERSION, (version > VERSION) ? "Use a newer Mandate." : ""));
		}
		Part ballot = mandate.at("ballot");
		Map<String, String> choices = new LinkedHashMap<>();
		for (Part choice : ballot.at("choices").list()) {
			choices.put(choice.at("code").text(), choice.at("short_name").text());
		}
		if (choices.isEmpty()) {
			throw new UnreadableFile("mandate.ballot.choices has no choice.");
		}
		if (choices.size() > MOST_CHOICES) {
			throw new UnreadableFile("mandate.ballot.choices has more than %d choices.".formatted(MOST_CHOICES));
		}
		Part audit = mandate.at("audit");
		boolean closed = ballot.maybe("closed").isPresent();
		List<ExportedBallot.Unit> units = ballot.at("units").list().stream().map((unit) -> unit(unit, closed)).toList();
		if (units.size() > MOST_UNITS
				|| units.stream().mapToInt((unit) -> unit.electorate().size()).sum() > MOST_PRACTICES) {
			throw new UnreadableFile(
					"mandate.ballot.units has more than %d units or %,d practices, more than any ballot."
						.formatted(MOST_UNITS, MOST_PRACTICES));
		}
		return new ExportedBallot(
				new ExportedBallot.Address(mandate.at("organisation").at("code").text(), mandate.at("year").text(),
						ballot.at("number").count()),
				ballot.at("question").text(), ballot.at("kind").word(ExportedBallot.Kind.class),
				ballot.maybe("proposed").map(Part::text).orElse(null), ExportedRule.of(ballot.at("rule")), closed,
				choices, units, mandate.at("published").list().stream().map(BallotFile::published).toList(),
				mandate.at("shown").text(), file.at("counts").list().stream().map(BallotFile::count).toList(),
				file.at("votes").list().stream().map(BallotFile::vote).toList(),
				file.maybe("result").map(Part::text).orElse(null),
				new ExportedBallot.Head(audit.at("sequence").number(), audit.at("hash").text()));
	}

	private static ExportedBallot.Unit unit(Part unit, boolean ballotClosed) {
		List<ExportedBallot.Practice> electorate = unit.at("electorate")
			.list()
			.stream()
			.map((practice) -> new ExportedBallot.Practice(practice.at("code").text(), practice.at("name").text(),
					practice.maybe("patients").map(Part::number).orElse(0L)))
			.toList();
		List<ExportedBallot.Round> rounds = new ArrayList<>();
		for (Part round : unit.at("rounds").list()) {
			int number = round.at("round").count();
			if (!rounds.isEmpty() && rounds.getLast().number() >= number) {
				throw new UnreadableFile(round.place() + ".round must be larger than that of the round before.");
			}
			rounds.add(new ExportedBallot.Round(number, (number > 1) ? round.maybe("closed").isPresent() : ballotClosed,
					versions(round.at("versions"))));
		}
		if (rounds.isEmpty()) {
			throw new UnreadableFile(unit.place() + ".rounds has no round.");
		}
		return new ExportedBallot.Unit(unit.at("slug").text(), unit.at("name").text(), unit.at("entitled").count(),
				unit.at("patients").number(), electorate, rounds);
	}

	private static List<ExportedBallot.Version> versions(Part list) {
		List<ExportedBallot.Version> versions = new ArrayList<>();
		for (Part version : list.list()) {
			int number = version.at("number").count();
			if (!versions.isEmpty() && versions.getLast().number() >= number) {
				throw new UnreadableFile(version.place() + ".number must be larger than that of the version before.");
			}
			Map<String, String> roll = new LinkedHashMap<>();
			for (Part line : version.at("roll").list()) {
				if (roll.put(line.at("code").text(), line.at("vote").text()) != null) {
					throw new UnreadableFile(line.place() + ".code is on the roll twice.");
				}
			}
			versions.add(new ExportedBallot.Version(number, tally(version), version.maybe("accepted").isPresent(),
					version.maybe("sent_back").isPresent(),
					version.maybe("register_count").map(Part::count).orElse(null), roll));
		}
		return versions;
	}

	private static ExportedBallot.Tally tally(Part version) {
		Map<String, Integer> votes = new LinkedHashMap<>();
		version.at("votes").members().forEach((choice, number) -> votes.put(choice, number.count()));
		Optional<Part> percentage = version.maybe("reported_percentage");
		return new ExportedBallot.Tally(votes, version.at("abstained").count(), version.at("spoilt").count(),
				version.at("conflicted_out").count(), version.at("absent").count(),
				version.maybe("not_stated").map(Part::text).orElse(null),
				percentage.map(BallotFile::percentage).orElse(null),
				percentage.map((present) -> version.at("reported_base").word(ExportedRule.Base.class)).orElse(null));
	}

	private static BigDecimal percentage(Part part) {
		String text = part.text();
		if (!text.matches("\\d{1,3}(\\.\\d)?")) {
			throw new UnreadableFile(part.place() + " must be a percentage such as \"95\" or \"64.3\".");
		}
		return new BigDecimal(text);
	}

	private static ExportedBallot.Published published(Part result) {
		return new ExportedBallot.Published(result.at("reading").text(),
				result.at("units")
					.list()
					.stream()
					.map((unit) -> new ExportedBallot.PublishedUnit(unit.at("slug").text(), unit.at("state").text(),
							figures(unit.at("figures"))))
					.toList(),
				figures(result.at("totals")), result.at("verdict").at("state").text(),
				result.at("verdict").maybe("choice").map(Part::text).orElse(null));
	}

	private static Map<String, Figure> figures(Part part) {
		Map<String, Figure> figures = new LinkedHashMap<>();
		part.members()
			.forEach((name, value) -> figures.put(name, value.node().isObject()
					? new Figure(value.at("at_least").number(), false) : new Figure(value.number(), true)));
		return figures;
	}

	private static ExportedBallot.Count count(Part count) {
		return new ExportedBallot.Count(count.at("group").at("id").text(), count.at("option").text(),
				count.at("value").number());
	}

	private static ExportedBallot.Vote vote(Part vote) {
		return new ExportedBallot.Vote(vote.at("voter").at("id").text(), vote.at("group").at("id").text(),
				vote.at("option").text(), vote.maybe("weight").map(Part::number).orElse(null));
	}

}
