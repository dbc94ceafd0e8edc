package org.mandate.facts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ContradictionsTests {

	/** Oxfordshire's paper of January 2015, section 5.1. */
	private static final String PAPER = "Localities were asked to confirm whether they agreed with this recommendation; "
			+ "the North, South East and West unanimously agreed, in\nthe North East there were 2 abstentions but the "
			+ "remaining practices approved model\n2, in the City there was 1 abstention with the other practices "
			+ "approving model 2, and in\nthe South West two practices abstained, 3 practices preferred option 1 and 9\n"
			+ "approved model 2.";

	private static final Set<String> ONE = Set.of("option 1", "model 1", "greater involvement");

	private static final Set<String> TWO = Set.of("option 2", "model 2", "joint commissioning");

	private static final Set<String> THREE = Set.of("option 3", "model 3", "delegated commissioning");

	private final FactSheet sheet = new FactSheet(record());

	private static List<Fact> record() {
		List<Fact> facts = new ArrayList<>();
		unit(facts, "All localities", VoteFacts.TOTAL, 80, 3, 72, 5);
		unit(facts, "North", Set.of("north"), 13, 0, 13, 0);
		unit(facts, "North East", Set.of("north east"), 10, 0, 8, 2);
		unit(facts, "City", Set.of("city"), 24, 0, 23, 1);
		unit(facts, "South East", Set.of("south east"), 10, 0, 10, 0);
		unit(facts, "South West", Set.of("south west"), 14, 3, 9, 2);
		unit(facts, "West", Set.of("west"), 9, 0, 9, 0);
		facts.add(deadline("joint", TWO, LocalDate.of(2015, 1, 30)));
		facts.add(deadline("delegated", THREE, LocalDate.of(2015, 1, 9)));
		facts.add(deadline("greater-involvement", ONE, null));
		return facts;
	}

	private static void unit(List<Fact> facts, String name, Set<String> called, int entitled, int one, int two,
			int abstained) {
		count(facts, name, called, "practices entitled to vote", Set.of("entitled", "practices"), entitled);
		count(facts, name, called, "practices for option 1", ONE, one);
		count(facts, name, called, "practices for option 2", TWO, two);
		count(facts, name, called, "practices for option 3", THREE, 0);
		count(facts, name, called, "abstained", Set.of("abstained", "abstention", "abstentions"), abstained);
		share(facts, name, called, "of cast", two, entitled);
		share(facts, name, called, "of expressed", two, entitled - abstained);
	}

	private static void count(List<Fact> facts, String name, Set<String> called, String label, Set<String> measures,
			int number) {
		facts.add(new Fact(name + label, "Ballot 1", name + ": " + label, Integer.toString(number), "/",
				Fact.Kind.PRACTICES, new Fact.Meaning(called, measures, Fact.Ratio.of(number), null)));
	}

	private static void share(List<Fact> facts, String name, Set<String> called, String of, int part, int base) {
		Set<String> measures = new HashSet<>(TWO);
		measures.add(of);
		facts.add(new Fact(name + of, "Ballot 1", name + ": option 2, " + of, "%d of %d".formatted(part, base), "/",
				Fact.Kind.SHARE, new Fact.Meaning(called, measures, new Fact.Ratio(part, base), null)));
	}

	private static Fact deadline(String model, Set<String> called, @Nullable LocalDate day) {
		return new Fact("deadline." + model, "Deadlines", model + ": proposal", String.valueOf(day), "/",
				Fact.Kind.DATE, new Fact.Meaning(called, Set.of("deadline", "submission", "proposals"), null, day));
	}

	private List<String> messages(String text) {
		return this.sheet.contradictions(text).stream().map(Contradiction::message).toList();
	}

	@Test
	void isSilentOnThePapersSentence() {
		assertThat(messages(PAPER)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"there were 2 abstentions|there were 3 abstentions|You write 3; the record says 2 (North East: abstained)",
			"there was 1 abstention|there were 2 abstentions|You write 2; the record says 1 (City: abstained)",
			"two practices abstained|three practices abstained|You write three; the record says 2 (South West: abstained)",
			"3 practices preferred option 1|4 practices preferred option 1|You write 4; the record says 3 (South West: practices for option 1)",
			"3 practices preferred option 1|3 practices preferred option 3|You write 3; the record says 0 (South West: practices for option 3)",
			"and 9|and 10|You write 10; the record says 9 (South West: practices for option 2)" })
	void findsEachFigureOfThePapersSentenceWhereItIsAltered(String said, String altered, String message) {
		assertThat(PAPER).contains(said);
		assertThat(messages(PAPER.replace(said, altered))).containsExactly(message);
	}

	@Test
	void findsEachFigureWhereTheRecordIsAltered() {
		assertThat(new FactSheet(record().stream().map(ContradictionsTests::oneMore).toList()).contradictions(PAPER))
			.extracting((found) -> found.written() + " " + found.fact().label())
			.containsExactly("2 North East: abstained", "1 City: abstained", "two South West: abstained",
					"3 South West: practices for option 1", "9 South West: practices for option 2");
	}

	private static Fact oneMore(Fact fact) {
		Fact.Ratio ratio = fact.meaning().ratio();
		return (ratio == null) ? fact
				: new Fact(fact.key(), fact.group(), fact.label(), fact.value(), fact.path(), fact.kind(),
						new Fact.Meaning(fact.meaning().subjects(), fact.meaning().measures(),
								new Fact.Ratio(ratio.part() + 1, ratio.base()), null));
	}

	@ParameterizedTest
	@ValueSource(strings = { "In South West 9 of the 14 practices approved model 2.",
			"In total 72 practices approved joint commissioning (model 2), and 5 abstained.",
			"South West: 64.3% of the votes cast were for option 2.", "In the South West 64% approved model 2.",
			"In the South West 75% of the practices that voted approved model 2.",
			"The South West has 14 practices. The City (24 practices) agreed.",
			"No practice abstained in the North, and nobody abstained in the West.",
			"- **South West:** abstained: 2\n- West: 9 practices approved model 2",
			"Joint proposals: joint commissioning has its deadline on 30 January 2015.",
			"Submission is required by 9th January if requesting delegated commissioning or 30th January if requesting "
					+ "joint commissioning (there is no submission for the option of ‘greater involvement’)." })
	void isSilentOnWhatTheRecordSays(String text) {
		assertThat(messages(text)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"In the South-West nine of the 15 practices approved model 2.|You write 15; the record says 14 (South West: practices entitled to vote)",
			"Overall, 71 practices approved joint commissioning.|You write 71; the record says 72 (All localities: practices for option 2)",
			"In the South West 65% approved model 2.|You write 65%; the record says 9 of 14 (South West: option 2, of cast)",
			"In the South West 75.0% of the votes cast were for option 2.|You write 75.0%; the record says 9 of 14 (South West: option 2, of cast)",
			"The City (23 practices) agreed.|You write 23; the record says 24 (City: practices entitled to vote)",
			"The South West has 13 practices.|You write 13; the record says 14 (South West: practices entitled to vote)",
			"Nobody abstained in the City.|You write nobody; the record says 1 (City: abstained)",
			"South West abstained: 3|You write 3; the record says 2 (South West: abstained)",
			"The deadline for joint commissioning is 5pm on 31 January 2015.|You write 31 January 2015; the record says 2015-01-30 (joint: proposal)",
			"Submission is required by 9th January for delegated commissioning, by 29th January for joint commissioning.|You write 29th January; the record says 2015-01-30 (joint: proposal)" })
	void findsWhatTheRecordDoesNotSay(String text, String message) {
		assertThat(messages(text)).containsExactly(message);
	}

	@ParameterizedTest
	@ValueSource(strings = { "In 2015/16 the South West approved model 2.",
			"See section 5.1 of the paper: South West, option 2.",
			"1. In the South West, option 2 was preferred.\n2. In the City, option 2 was preferred.",
			"Overall, members indicated a preference for joint commissioning (model 2) with a view to reviewing these "
					+ "arrangements in six months once more information is available.",
			"The area team spent £64 million in the South West, and option 2 costs £5m.",
			"In the South West about 10 practices approved model 2.", "In the South West at least 5 approved model 2.",
			"In the North and West 4 practices abstained.", "In the South West two thirds approved model 2.",
			"In the South West 8 practices would have to approve model 2.",
			"In the South West 4 did not approve model 2.",
			"Of the four planning units in Thames Valley three have initially indicated a preference for joint "
					+ "commissioning with only one preferring full delegation.",
			"The governing body met on 29 January 2015; option 2 was put to the South West on 23 December 2014.",
			"In the South West {{vote.1.south-west.option-2}} approved model 2 and {{x}} abstained.",
			"NHS England needs to be informed about OCCG's preferred option by 31 January 2015.",
			"In the South West 12 patients asked about option 2.",
			"In the South West the 3 days of option 2 were short.",
			"A joint position for six months supports joint commissioning in the City.", "" })
	void prefersToMissAContradictionToAFalseAlarm(String text) {
		assertThat(messages(text)).isEmpty();
	}

	@Test
	void readsALongTextOfNonsenseInNoTime() {
		long before = System.nanoTime();
		messages("in the South West 9 of the practices that voted ".repeat(420));
		messages("in the South West 9" + " vote".repeat(4_000));
		messages("(".repeat(20_000));
		messages("9 of the practices ".repeat(1_000));
		messages("1,".repeat(10_000));
		assertThat(System.nanoTime() - before).isLessThan(5_000_000_000L);
	}

}
