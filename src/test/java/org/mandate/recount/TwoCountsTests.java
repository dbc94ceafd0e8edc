package org.mandate.recount;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.jspecify.annotations.Nullable;
import org.mandate.database.OrganisationId;
import org.mandate.organisations.Organisation;
import org.mandate.voting.Act;
import org.mandate.voting.BallotId;
import org.mandate.voting.BallotKind;
import org.mandate.voting.BallotRecord;
import org.mandate.voting.Choice;
import org.mandate.voting.Division;
import org.mandate.voting.EnteredFigures;
import org.mandate.voting.Figures;
import org.mandate.voting.Publication;
import org.mandate.voting.Quorum;
import org.mandate.voting.Reported;
import org.mandate.voting.Roll;
import org.mandate.voting.Rule;
import org.mandate.voting.SecondEntry;
import org.mandate.voting.Way;
import org.mandate.voting.Weight;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two implementations that share nothing count ten thousand ballots of every rule, with
 * all figures known and with some not: what one publishes, the other agrees with.
 */
class TwoCountsTests {

	private static final Act ACT = new Act(Instant.parse("2015-01-20T12:00:00Z"), "Somebody");

	private static final List<Choice> THREE = List.of(new Choice("a", "Option A", "A"),
			new Choice("b", "Option B", "B"), new Choice("c", "Option C", "C"));

	private static final JsonMapper JSON = JsonMapper.shared();

	/** A ballot with its ledger. */
	record Drawn(BallotRecord ballot, ObjectNode recorded) {

		byte[] file() {
			ObjectNode file = JSON.createObjectNode();
			new VoteEventWriter(file, this.recorded, this.ballot).write("x",
					new Organisation(new OrganisationId(UUID.randomUUID()), "10Q", "Name", "N"));
			ObjectNode mandate = file.putObject("mandate");
			mandate.put("format", BallotFile.FORMAT).put("version", BallotFile.VERSION).put("year", "2015-16");
			mandate.putObject("organisation").put("code", "10Q");
			mandate.set("ballot", this.recorded);
			mandate.put("shown", this.ballot.usualReading().name());
			mandate.set("published", VoteEventWriter.results(this.ballot, JSON));
			mandate.putObject("audit").put("sequence", 1).put("hash", "00");
			mandate.put("digest", BallotFile.digest(file));
			return file.toString().getBytes(StandardCharsets.UTF_8);
		}

		@Override
		public String toString() {
			return this.ballot.rule() + " " + this.recorded;
		}

	}

	@Property(tries = 10_000, shrinking = ShrinkingMode.OFF)
	void agree(@ForAll("ballots") Drawn drawn) {
		assertThat(Recount.of(drawn.file()).differences()).isEmpty();
	}

	@Provide
	Arbitrary<Drawn> ballots() {
		return Arbitraries.randomValue(TwoCountsTests::draw);
	}

	private static <T> T any(Random random, List<T> values) {
		return values.get(random.nextInt(values.size()));
	}

	private static Drawn draw(Random random) {
		BallotKind kind = any(random, List.of(BallotKind.values()));
		List<Choice> choices = (kind == BallotKind.REFERENDUM) ? THREE.subList(0, 2)
				: THREE.subList(0, 2 + random.nextInt(2));
		String proposed = (kind == BallotKind.CHOOSE) ? null : choices.getFirst().code();
		int number = 1 + random.nextInt(4);
		Rule rule = rule(random, number, kind);
		boolean closed = random.nextInt(4) > 0;
		ObjectNode recorded = ledger(kind, proposed, rule, choices, closed);
		List<BallotRecord.UnitRecord> units = new ArrayList<>();
		ArrayNode list = recorded.putArray("units");
		for (int i = 0; i < number; i++) {
			units.add(unit(random, i, rule, choices, list.addObject()));
		}
		return new Drawn(new BallotRecord(new BallotId(UUID.randomUUID()), 1, "?", kind, proposed, rule,
				Division.LOCALITIES, null, LocalDate.EPOCH, "2015Q1", ACT, closed ? ACT : null, null, null, null,
				choices, false, units, null, Publication.MEMBERS), recorded);
	}

	private static Rule rule(Random random, int units, BallotKind kind) {
		Rule.Threshold threshold = any(random, List.of(Rule.Threshold.values()));
		Rule.Scope scope = any(random, List.of(Rule.Scope.values()));
		int fewest = (kind == BallotKind.CHOOSE) ? units / 2 + 1 : 1;
		Quorum.Where where = any(random, List.of(Quorum.Where.values()));
		Weight weight = switch (random.nextInt(4)) {
			case 0 -> new Weight(Weight.Measure.PATIENTS, null, null);
			case 1 -> Weight.perPatients(1 + random.nextInt(4), any(random, List.of(Weight.Rounding.values())));
			default -> Weight.ONE_EACH;
		};
		return new Rule(weight, any(random, List.of(Rule.Base.values())), threshold,
				(threshold == Rule.Threshold.AT_LEAST) ? 1 + random.nextInt(100) : null, scope,
				(scope == Rule.Scope.AT_LEAST_UNITS) ? fewest + random.nextInt(units - fewest + 1) : null,
				new Quorum(where, (where == Quorum.Where.NONE) ? null : 1 + random.nextInt(100)));
	}

	private static ObjectNode ledger(BallotKind kind, @Nullable String proposed, Rule rule, List<Choice> choices,
			boolean closed) {
		ObjectNode recorded = JSON.createObjectNode();
		recorded.put("number", 1).put("question", "?").put("kind", kind.name()).put("proposed", proposed);
		recorded.put("closed", closed ? "yes" : null);
		Weight.Rounding rounding = rule.weight().rounding();
		recorded.putObject("rule")
			.put("weight", rule.weight().measure().name())
			.put("patients_per_vote", rule.weight().patients())
			.put("rounding", (rounding != null) ? rounding.name() : null)
			.put("base", rule.base().name())
			.put("threshold", rule.threshold().name())
			.put("percentage", rule.percentage())
			.put("scope", rule.scope().name())
			.put("units_needed", rule.unitsNeeded())
			.put("quorum", rule.quorum().scope().name())
			.put("quorum_percentage", rule.quorum().percentage());
		ArrayNode list = recorded.putArray("choices");
		choices.forEach((choice) -> list.addObject().put("code", choice.code()).put("short_name", choice.shortName()));
		return recorded;
	}

	private static BallotRecord.UnitRecord unit(Random random, int at, Rule rule, List<Choice> choices,
			ObjectNode unit) {
		int entitled = 1 + random.nextInt(8);
		unit.put("slug", "u" + at).put("name", "Unit " + at).put("entitled", entitled);
		ArrayNode electorate = unit.putArray("electorate");
		List<Integer> sizes = new ArrayList<>();
		for (int i = 0; i < entitled; i++) {
			sizes.add(random.nextInt(9));
			electorate.addObject().put("code", at + "P" + i).put("name", "P").put("patients", sizes.get(i));
		}
		int patients = sizes.stream().mapToInt(Integer::intValue).sum();
		unit.put("patients", patients);
		ArrayNode versions = unit.putArray("rounds").addObject().put("round", 1).putArray("versions");
		List<EnteredFigures> entries = new ArrayList<>();
		int number = random.nextInt(3);
		for (int i = 1; i <= number; i++) {
			ObjectNode version = versions.addObject().put("number", i);
			boolean roll = rule.weight().weighted() || random.nextBoolean();
			entries
				.add(roll ? roll(random, at, sizes, choices, version, i) : rest(random, entitled, choices, version, i));
		}
		List<Integer> votes = rule.weight().weighted() ? sizes.stream().map(rule.weight()::of).toList() : List.of();
		return new BallotRecord.UnitRecord("u" + at, "Unit " + at, null, null, entitled, patients, votes, 1, null, 0,
				entries);
	}

	/** What each practice did. */
	private static EnteredFigures roll(Random random, int at, List<Integer> sizes, List<Choice> choices,
			ObjectNode version, int number) {
		List<String> all = new ArrayList<>(choices.stream().map(Choice::code).toList());
		all.addAll(List.of(Roll.ABSTAINED, Roll.SPOILT, Roll.ABSENT, Roll.CONFLICTED, ""));
		Map<String, List<Integer>> bySize = new LinkedHashMap<>();
		ArrayNode roll = version.putArray("roll");
		for (int i = 0; i < sizes.size(); i++) {
			String vote = any(random, all);
			if (!vote.isEmpty()) {
				bySize.computeIfAbsent(vote, (key) -> new ArrayList<>()).add(sizes.get(i));
				roll.addObject().put("code", at + "P" + i).put("vote", vote);
			}
		}
		Map<String, Integer> votes = new LinkedHashMap<>();
		choices.forEach((choice) -> votes.put(choice.code(), size(bySize, choice.code())));
		return entry(random, new Figures(votes, null, null, size(bySize, Roll.ABSTAINED), size(bySize, Roll.SPOILT),
				size(bySize, Roll.CONFLICTED), size(bySize, Roll.ABSENT)), bySize, version, number, null);
	}

	private static int size(Map<String, List<Integer>> bySize, String vote) {
		return bySize.getOrDefault(vote, List.of()).size();
	}

	/**
	 * Counts of all but one choice, perhaps with a share or the rest from the register.
	 */
	private static EnteredFigures rest(Random random, int entitled, List<Choice> choices, ObjectNode version,
			int number) {
		version.putArray("roll");
		String rest = any(random, choices).code();
		Map<String, Integer> votes = new LinkedHashMap<>();
		int left = entitled - 1;
		for (Choice choice : choices) {
			int some = choice.code().equals(rest) ? 0 : random.nextInt(left + 1);
			votes.put(choice.code(), some);
			left -= some;
		}
		votes.remove(rest);
		int abstained = random.nextInt(left + 1);
		int absent = random.nextInt(left - abstained + 1);
		Reported reported = null;
		if (random.nextBoolean()) {
			int stated = votes.values().stream().mapToInt(Integer::intValue).sum() + abstained;
			int real = 1 + random.nextInt(entitled - stated - absent);
			reported = new Reported(
					BigDecimal.valueOf(100L * real)
						.divide(BigDecimal.valueOf(stated + real), random.nextInt(2), RoundingMode.HALF_UP),
					Rule.Base.CAST);
		}
		Figures figures = new Figures(votes, rest, "the rest", reported, abstained, 0, 0, absent);
		Integer register = random.nextBoolean() ? entitled - figures.stated() : null;
		return entry(random, figures, Map.of(), version, number, register);
	}

	private static EnteredFigures entry(Random random, Figures figures, Map<String, List<Integer>> bySize,
			ObjectNode version, int number, @Nullable Integer register) {
		ObjectNode votes = version.putObject("votes");
		figures.votes().forEach(votes::put);
		Reported reported = figures.reported();
		version.put("abstained", figures.abstained())
			.put("spoilt", figures.spoilt())
			.put("conflicted_out", figures.conflictedOut())
			.put("absent", figures.absent())
			.put("not_stated", figures.notStated())
			.put("reported_percentage", (reported != null) ? reported.percentage().toPlainString() : null)
			.put("reported_base", (reported != null) ? reported.base().name() : null)
			.put("register_count", register);
		boolean accepted = random.nextInt(4) > 0;
		boolean sentBack = !accepted && random.nextBoolean();
		version.put("accepted", accepted ? "yes" : null).put("sent_back", sentBack ? "yes" : null);
		return new EnteredFigures(number, figures, bySize.isEmpty() ? Way.COUNTS : Way.ROLL, ACT, false, null, null,
				ACT, accepted ? ACT : null, sentBack ? ACT : null, null, register, (register != null) ? ACT : null,
				bySize, new SecondEntry(null, null, null, null));
	}

}
