package org.mandate.voting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Oxfordshire's vote of December 2014 as section 5.1 of its paper states it, and with the
 * counts of the register.
 */
class OxfordshireOutcomeTests {

	private static final Act ACT = new Act(Instant.parse("2014-12-23T10:00:00Z"), "Somebody");

	private static final List<Choice> CHOICES = List.of(
			new Choice("greater-involvement", "Option 1: Greater involvement", "option 1"),
			new Choice("joint", "Option 2: Joint commissioning", "option 2"),
			new Choice("delegated", "Option 3: Delegated commissioning", "option 3"));

	private static EnteredFigures accepted(Figures figures, @Nullable Integer register) {
		return new EnteredFigures(1, figures, Way.COUNTS, ACT, false, null, null, ACT, ACT, null, null, register,
				(register != null) ? ACT : null, Map.of(), SecondEntry.none());
	}

	private static BallotRecord.UnitRecord unit(String name, int entitled, Figures figures, boolean counts) {
		Integer register = (figures.incomplete() && counts) ? entitled - figures.stated() : null;
		return new BallotRecord.UnitRecord(name.toLowerCase().replace(' ', '-'), name, UUID.randomUUID(), "inferred",
				entitled, 0, List.of(), 1, null, 0, List.of(accepted(figures, register)));
	}

	private static Figures rest(int abstained, String said) {
		return new Figures(Map.of(), "joint", said, abstained, 0, 0, 0);
	}

	private static BallotRecord ballot(Rule rule, boolean counts) {
		List<BallotRecord.UnitRecord> units = new ArrayList<>();
		units.add(unit("North", 13, rest(0, "unanimously agreed"), counts));
		units.add(unit("North East", 10, rest(2, "the remaining practices approved model 2"), counts));
		units.add(unit("City", 24, rest(1, "the other practices approving model 2"), counts));
		units.add(unit("South East", 10, rest(0, "unanimously agreed"), counts));
		units.add(unit("South West", 14,
				new Figures(Map.of("joint", 9, "greater-involvement", 3), null, null, 2, 0, 0, 0), counts));
		units.add(unit("West", 9, rest(0, "unanimously agreed"), counts));
		return new BallotRecord(new BallotId(UUID.randomUUID()), 1, "Do you agree?", BallotKind.CONFIRM, "joint", rule,
				Division.LOCALITIES, null, LocalDate.of(2015, 1, 1), "2015Q1", ACT, ACT, null, null, null, CHOICES,
				false, units, null, Publication.MEMBERS);
	}

	@Test
	void showsSouthWestOfBothBases() {
		UnitOutcome southWest = ballot(Rule.simpleMajority(), false).outcome(Reading.AS_STATED).units().get(4);
		assertThat(southWest.shareOfCast("joint")).hasToString("64.3% (9 of 14)");
		assertThat(southWest.shareOfExpressed("joint")).hasToString("75.0% (9 of 12)");
		assertThat(southWest.turnout()).hasToString("100.0% (14 of 14)");
	}

	@Test
	void assumesNothingWhereNoNumberWasStated() {
		Outcome outcome = ballot(Rule.simpleMajority(), true).outcome(Reading.AS_STATED);
		assertThat(outcome.totals().votes("joint")).hasToString("at least 9");
		assertThat(outcome.totals().votes("greater-involvement")).hasToString("3");
		assertThat(outcome.totals().abstained()).hasToString("5");
		assertThat(outcome.totals().turnout()).isNull();
		assertThat(outcome.totals().shareOfCast("joint")).isNull();
		assertThat(outcome.verdict().state()).isEqualTo(Verdict.State.CARRIED);
		assertThat(outcome.verdict().sums()).containsExactly(
				"option 2: from 75.0% (9 of 12) to 96.0% (72 of 75) expressed; more than half needs 7 in the first case, more than half needs 38 in the second: reached.");
	}

	@Test
	void addsUpToTheRegisterWhenTheRestIsFilledFromIt() {
		Outcome outcome = ballot(Rule.simpleMajority(), true).outcome(Reading.REGISTER);
		assertThat(outcome.totals().votes("joint")).hasToString("72");
		assertThat(outcome.totals().votes("greater-involvement")).hasToString("3");
		assertThat(outcome.totals().abstained()).hasToString("5");
		assertThat(outcome.totals().entitled()).isEqualTo(80);
		assertThat(outcome.totals().turnout()).hasToString("100.0% (80 of 80)");
		assertThat(outcome.verdict().sums())
			.containsExactly("option 2: 96.0% (72 of 75) expressed; more than half needs 38: reached.");
	}

	@Test
	void leavesOpenWhatDependsOnNumbersThatWereNotStated() {
		Rule ofEntitled = new Rule(Rule.Base.ENTITLED, Rule.Threshold.MAJORITY, null, Rule.Scope.OVERALL, null);
		assertThat(ballot(ofEntitled, true).outcome(Reading.AS_STATED).verdict().state())
			.isEqualTo(Verdict.State.CANNOT_BE_KNOWN);
		assertThat(ballot(ofEntitled, true).outcome(Reading.REGISTER).verdict().state())
			.isEqualTo(Verdict.State.CARRIED);
	}

	@Test
	void writesTheParagraphOfSection51() {
		assertThat(ballot(Rule.simpleMajority(), false).outcome(Reading.AS_STATED).paragraph())
			.isEqualTo("North, South East and West agreed unanimously with option 2; "
					+ "in North East there were 2 abstentions and the remaining practices agreed with option 2; "
					+ "in City there was 1 abstention and the remaining practices agreed with option 2; "
					+ "in South West 9 practices approved option 2, 3 preferred option 1 and 2 abstained.");
		assertThat(ballot(Rule.simpleMajority(), true).outcome(Reading.REGISTER).paragraph())
			.isEqualTo("North (13), South East (10) and West (9) agreed unanimously with option 2; "
					+ "in North East there were 2 abstentions and the remaining 8 practices agreed with option 2; "
					+ "in City there was 1 abstention and the remaining 23 practices agreed with option 2; "
					+ "in South West 9 practices approved option 2, 3 preferred option 1 and 2 abstained.");
	}

}
