package org.mandate.engagement;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mandate.appraisals.AppraisalId;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.AsAt;
import org.mandate.appraisals.FinancialYear;
import org.mandate.engagement.EngagementStatement.Changed;
import org.mandate.engagement.ObjectionWindow.End;
import org.mandate.engagement.ObjectionWindow.Objection;
import org.mandate.engagement.ObjectionWindow.Said;
import org.mandate.engagement.ObjectionWindow.Timing;
import org.mandate.forms.London;

import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * How engagement lies against the moments that matter, with days and instants by hand.
 */
class CoverageTests {

	private static final AppraisalSummary APPRAISAL = new AppraisalSummary(new AppraisalId(UUID.randomUUID()),
			new FinancialYear(2015), "next-steps-2014", 1, LocalDate.of(2015, 1, 29));

	private static final Mark PUT = Mark.on(Mark.Kind.PUT_FORWARD, "Put forward", LocalDate.of(2014, 12, 23), true);

	private static final Mark DECISION = Mark.on(Mark.Kind.DECISION, "Decision", LocalDate.of(2015, 1, 29), false);

	/** Noon in January is noon in London and in Greenwich. */
	private static final Mark NOON = Mark.at(Mark.Kind.DEADLINE, "Deadline", Instant.parse("2015-01-09T12:00:00Z"),
			"12 noon on 9 January 2015", true);

	private static When when(String kind, String from, String to) {
		return new When(When.Kind.valueOf(kind), LocalDate.parse(from), LocalDate.parse(to), null);
	}

	@ParameterizedTest
	@CsvSource({ "DAY,2014-12-22,2014-12-22,BEFORE", "DAY,2014-12-23,2014-12-23,SAME_DAY",
			"DAY,2014-12-24,2014-12-24,AFTER", "SOME_TIME,2014-12-01,2014-12-22,BEFORE",
			"SOME_TIME,2014-12-01,2014-12-23,UNKNOWN", "SOME_TIME,2014-12-01,2014-12-31,UNKNOWN",
			"SOME_TIME,2014-12-24,2015-01-31,AFTER", "PERIOD,2014-12-01,2014-12-31,PARTLY",
			"PERIOD,2014-12-22,2014-12-24,PARTLY", "PERIOD,2014-12-23,2014-12-24,UNKNOWN",
			"PERIOD,2014-12-22,2014-12-23,UNKNOWN", "PERIOD,2014-11-22,2014-12-22,BEFORE",
			"PERIOD,2014-12-24,2014-12-25,AFTER" })
	void liesAgainstADay(String kind, String from, String to, Position expected) {
		assertThat(when(kind, from, to).against(PUT)).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource({ "DAY,2015-01-08,2015-01-08,BEFORE", "DAY,2015-01-09,2015-01-09,UNKNOWN",
			"DAY,2015-01-10,2015-01-10,AFTER", "DAY,2015-01-15,2015-01-15,AFTER",
			"SOME_TIME,2015-01-01,2015-01-31,UNKNOWN", "PERIOD,2015-01-08,2015-01-10,PARTLY",
			"PERIOD,2015-01-08,2015-01-09,UNKNOWN", "PERIOD,2015-01-09,2015-01-10,UNKNOWN" })
	void liesAgainstAMinute(String kind, String from, String to, Position expected) {
		assertThat(when(kind, from, to).against(NOON)).isEqualTo(expected);
	}

	/**
	 * A day ends at midnight in London: on 29 March 2015 that is 23:00 in Greenwich, on
	 * 25 October 2015 it is 00:00, and the days have 23 and 25 hours.
	 */
	@ParameterizedTest
	@CsvSource({ "2015-03-29,2015-03-29T22:59:59Z,UNKNOWN", "2015-03-29,2015-03-29T23:00:00Z,BEFORE",
			"2015-03-29,2015-03-28T23:59:59Z,AFTER", "2015-03-29,2015-03-29T00:00:00Z,AFTER",
			"2015-10-25,2015-10-24T23:00:00Z,AFTER", "2015-10-25,2015-10-24T23:00:01Z,UNKNOWN",
			"2015-10-25,2015-10-25T23:59:59Z,UNKNOWN", "2015-10-25,2015-10-26T00:00:00Z,BEFORE",
			"2015-06-10,2015-06-10T22:59:59Z,UNKNOWN", "2015-06-10,2015-06-10T23:00:00Z,BEFORE" })
	void daysEndAtMidnightInLondon(String day, String instant, Position expected) {
		Mark mark = Mark.at(Mark.Kind.SUBMISSION, "Submission", Instant.parse(instant), instant, true);
		assertThat(When.on(LocalDate.parse(day)).against(mark)).isEqualTo(expected);
	}

	@Test
	void saysInWordsWhenSomethingWas() {
		assertThat(When.in(YearMonth.of(2015, 1)).words()).isEqualTo("January 2015");
		assertThat(When.in(YearMonth.of(2016, 2)).words()).isEqualTo("February 2016");
		assertThat(when("SOME_TIME", "2015-01-01", "2015-01-30").words())
			.isEqualTo("between 1 January 2015 and 30 January 2015");
		assertThat(when("PERIOD", "2014-12-01", "2014-12-31").words()).isEqualTo("1 December 2014 to 31 December 2014");
		assertThat(When.on(LocalDate.of(2015, 1, 9)).words()).isEqualTo("9 January 2015");
		assertThat(When.notStated("very recently").words()).isEqualTo("very recently");
		assertThatIllegalArgumentException().isThrownBy(() -> when("DAY", "2015-01-01", "2015-01-02"));
		assertThatIllegalArgumentException().isThrownBy(() -> when("PERIOD", "2015-01-02", "2015-01-01"));
	}

	/**
	 * Oxfordshire (000, 5.1 and 4.2): the localities before the executive recommended on
	 * 23 December; the patient groups in January, so after it, and nobody can tell
	 * whether before 29 January.
	 */
	@Test
	void patientGroupsInJanuaryAreAfterTheRecommendationAndPerhapsAfterTheDecision() {
		List<Coverage.Line> lines = lines("2015-01-29",
				List.of(entry(1, Audience.MEMBER_PRACTICES, true, when("SOME_TIME", "2014-12-01", "2014-12-22")),
						entry(2, Audience.PATIENT_GROUPS, false, When.in(YearMonth.of(2015, 1)))),
				List.of(PUT, DECISION));
		assertThat(verdicts(lines, Audience.MEMBER_PRACTICES)).containsExactly("Before", "Before");
		assertThat(verdicts(lines, Audience.PATIENT_GROUPS)).containsExactly("After (planned only)",
				"Cannot be told (planned only)");
		assertThat(line(lines, Audience.PATIENT_GROUPS).items().getFirst().places()).extracting(Coverage.Place::words)
			.containsExactly("After", "Cannot be told: only “January 2015” is recorded");
		assertThat(line(lines, Audience.PATIENT_GROUPS).engaged()).isFalse();
		assertThat(verdicts(lines, Audience.HEALTHWATCH)).containsExactly("Nobody on record", "Nobody on record");
	}

	/** Southern Derbyshire (001): asked on 15 January about what was due on the 9th. */
	@Test
	void aBoardAskedOnThe15thIsAfterTheDeadlineOfThe9th() {
		List<Coverage.Line> lines = lines("2015-01-15",
				List.of(entry(1, Audience.HEALTH_AND_WELLBEING_BOARD, true, When.on(LocalDate.of(2015, 1, 15)))),
				List.of(NOON));
		assertThat(verdicts(lines, Audience.HEALTH_AND_WELLBEING_BOARD)).containsExactly("After");
	}

	@Test
	void putsTogetherWhatLiesDifferently() {
		LocalDate before = LocalDate.of(2014, 12, 22);
		LocalDate after = LocalDate.of(2014, 12, 24);
		assertThat(together(When.on(before), When.on(after))).isEqualTo("1 before, 1 after");
		assertThat(together(When.on(before), When.on(before))).isEqualTo("Before");
		assertThat(together(When.on(before), When.notStated("recently"))).isEqualTo("1 before, 1 cannot be told");
		assertThat(position(When.on(before), When.on(after))).isEqualTo(Position.PARTLY);
		assertThat(position(When.on(after), When.notStated("recently"))).isEqualTo(Position.UNKNOWN);
		assertThat(position(When.on(before), When.on(LocalDate.of(2014, 12, 23)))).isEqualTo(Position.SAME_DAY);
	}

	@ParameterizedTest
	@CsvSource({ "2014-12-31,LATER,PLANNED", "2015-01-01,UNDER_WAY,PLANNED", "2015-01-30,UNDER_WAY,PLANNED",
			"2015-01-31,HELD,PLANNED", "2015-02-01,HELD,NOT_CONFIRMED" })
	void isSeenFromTheMomentAskedFor(String asAt, Engagement.State held, Engagement.State planned) {
		AsAt moment = AsAt.asked(asAt).orElseThrow();
		When january = When.in(YearMonth.of(2015, 1));
		assertThat(entry(1, Audience.PUBLIC, true, january).state(moment)).isEqualTo(held);
		assertThat(entry(1, Audience.PUBLIC, false, january).state(moment)).isEqualTo(planned);
	}

	@ParameterizedTest
	@CsvSource({ "11:59:59,IN_TIME", "12:00:00,LATE", "12:00:01,LATE" })
	void anObjectionIsLateFromTheVerySecondOfTheEnd(String time, Timing expected) {
		End noon = new End(LocalDate.of(2015, 1, 9), Instant.parse("2015-01-09T12:00:00Z"));
		assertThat(timing(noon, "2015-01-09", time)).isEqualTo(expected);
	}

	/** 29 March 2015 ends at 23:00 in Greenwich, 25 October 2015 at midnight there. */
	@ParameterizedTest
	@CsvSource({ "2015-03-29,2015-03-29,23:59:59,IN_TIME", "2015-03-29,2015-03-30,00:00:00,LATE",
			"2015-10-25,2015-10-25,23:59:59,IN_TIME", "2015-10-25,2015-10-26,00:00:00,LATE",
			"2015-06-10,2015-06-10,23:59:59,IN_TIME", "2015-06-10,2015-06-11,00:00:00,LATE" })
	void aWindowUntilADayEndsAtItsMidnightInLondon(String until, String day, String time, Timing expected) {
		assertThat(timing(new End(LocalDate.parse(until), null), day, time)).isEqualTo(expected);
	}

	@Test
	void aWindowUntilADayEndsAtTheRightInstant() {
		assertThat(new End(LocalDate.of(2015, 3, 29), null).due()).isEqualTo("2015-03-29T23:00:00Z");
		assertThat(new End(LocalDate.of(2015, 10, 25), null).due()).isEqualTo("2015-10-26T00:00:00Z");
		assertThat(new End(LocalDate.of(2015, 1, 9), null).due()).isEqualTo("2015-01-10T00:00:00Z");
	}

	@Test
	void saysWhereNobodyCanTellWhetherAnObjectionWasLate() {
		End noon = new End(LocalDate.of(2015, 1, 9), Instant.parse("2015-01-09T12:00:00Z"));
		assertThat(timing(noon, "2015-01-08", null)).isEqualTo(Timing.IN_TIME);
		assertThat(timing(noon, "2015-01-09", null)).isEqualTo(Timing.UNKNOWN);
		assertThat(timing(noon, "2015-01-10", null)).isEqualTo(Timing.LATE);
		End day = new End(LocalDate.of(2015, 1, 9), null);
		assertThat(timing(day, "2015-01-09", null)).isEqualTo(Timing.IN_TIME);
		assertThat(timing(day, "2015-01-10", null)).isEqualTo(Timing.LATE);
		assertThat(timing(null, "2015-01-10", null)).isEqualTo(Timing.NO_END);
	}

	@Test
	void neverTakesSilenceForSupport() {
		End noon = new End(LocalDate.of(2015, 1, 9), Instant.parse("2015-01-09T12:00:00Z"));
		ObjectionWindow silent = window(noon, List.of());
		assertThat(silent.finding()).isEqualTo("0 objections from 57 of 60 reached; silence is not support.");
		ObjectionWindow two = window(noon,
				List.of(objection(1, "2015-01-08", null), objection(2, "2015-01-09", "12:00:00")));
		assertThat(two.finding()).isEqualTo("2 objections (1 late) from 57 of 60 reached; silence is not support.");
		assertThat(two.finding(AsAt.asked("2015-01-09T11:59").orElseThrow()))
			.isEqualTo("1 objection from 57 of 60 reached; silence is not support.");
		assertThat(new ObjectionWindow.Statement(Audience.MEMBER_PRACTICES, "It", "By post", null, null,
				When.notStated("recently"), null, null)
			.reachedWords()).isEqualTo("a number that is not stated");
		assertThat(silent.isOver(AsAt.asked("2015-01-09T11:59").orElseThrow())).isFalse();
		assertThat(silent.isOver(AsAt.asked("2015-01-09T12:00").orElseThrow())).isTrue();
	}

	@Test
	void aWindowWithoutAnEndLiesNowhereForSure() {
		ObjectionWindow open = window(null, List.of());
		assertThat(open.against(NOON)).isEqualTo(Position.UNKNOWN);
		assertThat(open.against(Mark.on(Mark.Kind.PUT_FORWARD, "Put", LocalDate.of(2014, 12, 31), true)))
			.isEqualTo(Position.AFTER);
		ObjectionWindow ended = window(new End(LocalDate.of(2015, 1, 8), null), List.of());
		assertThat(ended.against(NOON)).isEqualTo(Position.BEFORE);
		assertThat(window(new End(LocalDate.of(2015, 1, 12), null), List.of()).against(NOON))
			.isEqualTo(Position.PARTLY);
	}

	/** Whoever reads milestones takes what is only planned for no evidence. */
	@Test
	void tellsMilestonesOfWhatHasADay() {
		assertThat(EngagementMilestones.of(entry(1, Audience.PUBLIC, true, When.notStated("recently")), "/a")).isNull();
		assertThat(EngagementMilestones.of(entry(1, Audience.PUBLIC, true, When.in(YearMonth.of(2015, 1))), "/a"))
			.satisfies((milestone) -> {
				assertThat(milestone.about()).isEqualTo("public");
				assertThat(milestone.from()).isEqualTo("2015-01-01");
				assertThat(milestone.to()).isEqualTo("2015-01-31");
				assertThat(milestone.at()).isNull();
				assertThat(milestone.path()).isEqualTo("/a/engagement/1");
			});
		assertThat(EngagementMilestones.of(entry(1, Audience.PUBLIC, false, When.in(YearMonth.of(2015, 1))), "/a"))
			.satisfies((milestone) -> {
				assertThat(milestone.about()).isEqualTo("planned-public");
				assertThat(milestone.title()).startsWith("Planned: ");
			});
		assertThat(EngagementMilestones.of(window(null, List.of()), "/a")).satisfies((milestone) -> {
			assertThat(milestone.about()).isEqualTo("member-practices");
			assertThat(milestone.detail()).isEqualTo("0 objections from 57 of 60 reached; silence is not support. "
					+ "Asked for from 2 January 2015, no end is stated.");
			assertThat(milestone.to()).isEqualTo("2015-01-02");
		});
		assertThat(EngagementMilestones.of(window(new End(LocalDate.of(2015, 1, 9), null), List.of()), "/a"))
			.satisfies((milestone) -> assertThat(milestone.to()).isEqualTo("2015-01-09"));
	}

	/**
	 * Every topic and key that is taken for a duty stands in an edition, and what an
	 * edition says of consulting is taken for one.
	 */
	@Test
	void theTopicsAndKeysAreThoseOfTheEditions() throws IOException {
		String editions = "";
		for (String name : List.of("next-steps-2014", "bma-2016")) {
			editions += new ClassPathResource("guidance/" + name + ".yaml").getContentAsString(StandardCharsets.UTF_8);
		}
		String all = editions;
		assertThat(Duty.TOPICS.keySet()).allSatisfy((topic) -> assertThat(all).contains("topic: " + topic + "\n"));
		assertThat(Duty.REQUIREMENTS.keySet()).allSatisfy((key) -> assertThat(all).contains("- key: " + key + "\n"));
		assertThat(all).contains("topic: " + Duty.STAKEHOLDERS_NAMED + "\n");
		List<String> consulted = Stream.of(all.split("\n"))
			.filter((line) -> line.matches(" +topic: .*consult.*"))
			.map((line) -> line.strip().substring("topic: ".length()))
			.toList();
		assertThat(consulted).isNotEmpty().allSatisfy((topic) -> assertThat(Duty.TOPICS).containsKey(topic));
	}

	private static Engagement entry(int number, Audience audience, boolean held, When when) {
		EngagementStatement said = new EngagementStatement(audience, "Entry " + number, null, held, when, How.MEETING,
				null, "What they think", false, List.of(), List.of(), Changed.OPEN, null);
		return new Engagement(UUID.randomUUID(), number, said, null, null, Instant.EPOCH, "Somebody", 0);
	}

	private static ObjectionWindow window(@Nullable End until, List<Objection> objections) {
		return new ObjectionWindow(UUID.randomUUID(), 1,
				new ObjectionWindow.Statement(Audience.MEMBER_PRACTICES, "The recommendation", "By e-mail", 57, 60,
						When.on(LocalDate.of(2015, 1, 2)), until, null),
				objections, null, Instant.EPOCH, "Somebody", 0);
	}

	private static Objection objection(int number, String day, @Nullable String time) {
		Instant at = (time != null) ? LocalDateTime.parse(day + "T" + time).atZone(London.ZONE).toInstant() : null;
		return new Objection(UUID.randomUUID(), number,
				new Said("A practice", "No", LocalDate.parse(day), at, null, null), null, "Somebody", Instant.EPOCH, 0);
	}

	private static Timing timing(@Nullable End until, String day, @Nullable String time) {
		return window(until, List.of()).timing(objection(1, day, time));
	}

	private static List<Coverage.Line> lines(String asAt, List<Engagement> log, List<Mark> marks) {
		return CoverageReading.lines(Map.of(), log, List.of(), marks, APPRAISAL, AsAt.asked(asAt).orElseThrow());
	}

	private static Coverage.Line line(List<Coverage.Line> lines, Audience audience) {
		return lines.stream().filter((line) -> line.audience() == audience).findFirst().orElseThrow();
	}

	private static List<String> verdicts(List<Coverage.Line> lines, Audience audience) {
		return line(lines, audience).verdicts().stream().map(Coverage.Verdict::words).toList();
	}

	private static Coverage.Verdict of(When... times) {
		List<Engagement> log = Stream.of(times).map((when) -> entry(1, Audience.PUBLIC, true, when)).toList();
		return line(lines("2015-12-31", log, List.of(PUT)), Audience.PUBLIC).verdicts().getFirst();
	}

	private static String together(When... times) {
		return of(times).words();
	}

	private static Position position(When... times) {
		return of(times).position();
	}

}
