package org.mandate.mandates;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mandate.appraisals.Milestone;
import org.mandate.appraisals.Milestone.Kind;
import org.mandate.constitution.Amendment;
import org.mandate.guidance.Edition;
import org.mandate.mandates.MandateTest.State;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mandate.mandates.OnRecord.day;

/**
 * Each test of the members' mandate against records written by hand; days are of January
 * 2015, as the sources have them, those of 0 and less of December 2014.
 */
class EvaluatorsTests {

	private static final String MEMBERS = "member-practices";

	private static final String LMC = "local-medical-committee";

	private static final String BOARD = "health-and-wellbeing-board";

	private static Judged consulted(OnRecord record, String model) {
		return record.judge("members-consulted", "members-consulted", model);
	}

	private static Judged voted(OnRecord record) {
		return record.judge("formal-vote", "formal-vote", "delegated");
	}

	private static Judged agreed(OnRecord record) {
		return record.judge("members-agreed", "members-seen-and-agreed", "delegated");
	}

	private static Judged allAgreed(OnRecord record) {
		return record.judge("members-agreed", "members-and-governing-body-agreed", "delegated");
	}

	private static Judged lmc(OnRecord record) {
		return record.judge("lmc-consulted", "lmc-consulted", "delegated");
	}

	private static Judged amended(OnRecord record) {
		return record.judge("constitution", "constitution-amended", "delegated");
	}

	private static void is(Judged judged, State state, String... findings) {
		assertThat(judged.state()).as(judged.findings().toString()).isEqualTo(state);
		assertThat(judged.findings()).containsAll(List.of(findings));
	}

	@Test
	void membersAreConsultedByEngagementByAWindowForObjectionsOrByABallot() {
		is(consulted(new OnRecord(), "joint"), State.NOT_EVIDENCED,
				"Nothing on record says that the member practices were consulted.");
		is(consulted(new OnRecord().between(-30, 0, Kind.ENGAGEMENT, MEMBERS), "joint"), State.EVIDENCED);
		is(consulted(new OnRecord().ballot(1, -8, 20, null), "joint"), State.EVIDENCED);
		is(consulted(new OnRecord().between(5, 20, Kind.OBJECTIONS, MEMBERS), "joint"), State.EVIDENCED,
				"They had an opportunity to object, which is consultation and not agreement.");
		is(consulted(new OnRecord().on(5, Kind.ENGAGEMENT, "public"), "joint"), State.NOT_EVIDENCED);
		is(consulted(new OnRecord().on(16, Kind.ENGAGEMENT, MEMBERS), "joint"), State.NOT_EVIDENCED);
	}

	@Test
	void membersAskedOnlyAfterTheSubmissionContradict() {
		OnRecord record = new OnRecord().at(8, 11, Kind.SUBMITTED, "delegated").on(10, Kind.ENGAGEMENT, MEMBERS);
		is(consulted(record, "delegated"), State.CONTRADICTED,
				"The member practices were first asked on 10 January 2015, after the proposal was submitted.");
		is(consulted(new OnRecord().at(8, 11, Kind.SUBMITTED, "delegated").on(8, Kind.ENGAGEMENT, MEMBERS),
				"delegated"), State.NOT_EVIDENCED,
				"The record does not say whether the member practices were asked (8 January 2015) before the proposal "
						+ "was submitted.");
		is(consulted(record.on(7, Kind.ENGAGEMENT, MEMBERS), "delegated"), State.EVIDENCED);
	}

	/** 001: the board met on 15 January about a proposal due at noon on 9 January. */
	@Test
	void theBoardAskedAfterTheDeadlineContradicts() {
		OnRecord record = new OnRecord().on(5, Kind.ENGAGEMENT, MEMBERS).on(15, Kind.ENGAGEMENT, BOARD);
		is(consulted(record, "delegated"), State.CONTRADICTED,
				"The Health and Wellbeing Board was asked on 15 January 2015, 6 days after the deadline of the proposal, "
						+ "12 noon on 9 January 2015.");
		is(consulted(record, "joint"), State.EVIDENCED);
		is(consulted(record.asAt("2015-01-14"), "delegated"), State.EVIDENCED);
		is(consulted(new OnRecord().on(5, Kind.ENGAGEMENT, MEMBERS)
			.on(6, Kind.ENGAGEMENT, BOARD)
			.on(15, Kind.ENGAGEMENT, BOARD), "delegated"), State.EVIDENCED);
		is(consulted(
				new OnRecord().on(5, Kind.ENGAGEMENT, MEMBERS).on(15, Kind.MEETING, "Derby Health and Wellbeing Board"),
				"delegated"), State.CONTRADICTED);
	}

	@Test
	void theBoardIsLateFromTheVeryMomentOfTheDeadline() {
		OnRecord before = new OnRecord().on(5, Kind.ENGAGEMENT, MEMBERS).at(9, 11, Kind.ENGAGEMENT, BOARD);
		is(consulted(before, "delegated"), State.EVIDENCED);
		OnRecord at = new OnRecord().on(5, Kind.ENGAGEMENT, MEMBERS).at(9, 12, Kind.ENGAGEMENT, BOARD);
		is(consulted(at, "delegated"), State.CONTRADICTED,
				"The Health and Wellbeing Board was asked at 12 noon on 9 January 2015, after the deadline of the "
						+ "proposal, 12 noon on 9 January 2015.");
		is(consulted(new OnRecord().on(5, Kind.ENGAGEMENT, MEMBERS)
			.at(7, 9, Kind.SUBMITTED, "delegated")
			.on(8, Kind.ENGAGEMENT, BOARD), "delegated"), State.CONTRADICTED,
				"The Health and Wellbeing Board was asked on 8 January 2015, after the proposal was submitted at 9am on "
						+ "7 January 2015.");
	}

	@Test
	void aFormalVoteIsOpenedClosedAndCarriesTheModel() {
		is(voted(new OnRecord()), State.NOT_EVIDENCED, "No ballot of the member practices is on record.");
		is(voted(new OnRecord().ballot(1, -8, 6, "delegated")), State.EVIDENCED);
		is(voted(new OnRecord().ballot(1, -8, 20, "delegated")), State.NOT_EVIDENCED,
				"No ballot of the member practices has closed.",
				"Ballot 1 was opened on 23 December 2014 and has not closed.");
		is(voted(new OnRecord().ballot(1, -8, 6, "joint")), State.CONTRADICTED,
				"Ballot 1, which closed on 6 January 2015, carried another model.");
		is(voted(new OnRecord().ballot(1, -8, 6, null).lost(1)), State.CONTRADICTED,
				"Ballot 1 closed on 6 January 2015 and did not carry.");
		is(voted(new OnRecord().ballot(1, -8, 6, null)), State.NOT_EVIDENCED,
				"Ballot 1 closed on 6 January 2015; that it carried a model is not on record, or its result is not out.");
	}

	@Test
	void theLatestBallotThatClosedDecides() {
		is(voted(new OnRecord().ballot(1, -20, -10, "joint").ballot(2, -8, 6, "delegated")), State.EVIDENCED);
		is(voted(new OnRecord().ballot(1, -20, -10, "delegated").ballot(2, -8, 6, "joint")), State.CONTRADICTED);
		is(voted(new OnRecord().ballot(1, -20, -10, "delegated").ballot(2, 5, 20, "joint")), State.EVIDENCED,
				"Ballot 2 was opened on 5 January 2015 and has not closed.");
	}

	@Test
	void aSubmissionBeforeTheVoteClosedContradicts() {
		is(voted(new OnRecord().ballot(1, -8, 12, "delegated").at(9, 11, Kind.SUBMITTED, "delegated")),
				State.CONTRADICTED,
				"The proposal was submitted at 11am on 9 January 2015, before ballot 1 closed on 12 January 2015.");
		is(voted(new OnRecord().ballot(1, -8, 20, "delegated").at(9, 11, Kind.SUBMITTED, "delegated")),
				State.CONTRADICTED, "The proposal was submitted at 11am on 9 January 2015, while ballot 1 was open.");
		is(voted(new OnRecord().ballot(1, -8, 9, "delegated").at(9, 11, Kind.SUBMITTED, "delegated")),
				State.NOT_EVIDENCED,
				"The record does not say whether ballot 1 closed (9 January 2015) before the proposal was submitted "
						+ "(11am on 9 January 2015).");
		is(voted(new OnRecord().ballot(1, -8, 8, "delegated").at(9, 11, Kind.SUBMITTED, "delegated")), State.EVIDENCED);
		is(voted(new OnRecord().ballot(1, -8, 12, "delegated").at(9, 11, Kind.SUBMITTED, "joint")), State.EVIDENCED);
	}

	@Test
	void silenceIsNotAgreement() {
		is(agreed(new OnRecord().between(5, 13, Kind.OBJECTIONS, MEMBERS)), State.NOT_EVIDENCED,
				"No vote of the member practices is on record, and nothing else says that they agreed.",
				"The member practices could object (between 5 January 2015 and 13 January 2015). Silence is not "
						+ "agreement.");
		is(agreed(new OnRecord().ballot(1, -8, 6, "delegated")), State.EVIDENCED,
				"That the governing body approved it is not on record.");
	}

	@Test
	void theGoverningBodyIsAskedInTimeAndForThisModel() {
		OnRecord record = new OnRecord().ballot(1, -8, 6, "delegated");
		is(agreed(record.on(8, Kind.APPROVED, "delegated")), State.EVIDENCED);
		is(agreed(new OnRecord().ballot(1, -8, 6, "delegated").on(8, Kind.APPROVED, "joint")), State.CONTRADICTED,
				"The governing body approved another model on 8 January 2015.");
		is(agreed(new OnRecord().ballot(1, -8, 6, "delegated").on(8, Kind.NOT_APPROVED, "delegated")),
				State.CONTRADICTED, "The governing body did not approve it on 8 January 2015.");
		is(agreed(new OnRecord().ballot(1, -8, 6, "delegated").on(14, Kind.APPROVED, "delegated")), State.CONTRADICTED,
				"The governing body approved it on 14 January 2015, 5 days after the deadline of the proposal, 12 noon "
						+ "on 9 January 2015.");
		is(agreed(new OnRecord().ballot(1, -8, 6, "delegated")
			.at(7, 9, Kind.SUBMITTED, "delegated")
			.on(8, Kind.APPROVED, "delegated")), State.CONTRADICTED,
				"The governing body approved it on 8 January 2015, after the proposal was submitted at 9am on 7 January "
						+ "2015.");
	}

	/**
	 * 003, What is co-commissioning?: officer and chair of the audit committee confirm.
	 */
	@Test
	void theLaterReadingAsksForTheGoverningBodyAndBothAttestations() {
		OnRecord record = new OnRecord().ballot(1, -8, 6, "delegated").on(8, Kind.APPROVED, "delegated");
		is(allAgreed(record), State.NOT_EVIDENCED,
				"The accountable officer has not attested that membership and governing body have seen and agreed.",
				"The audit committee chair has not attested that membership and governing body have seen and agreed.");
		is(allAgreed(record.on(8, Kind.ATTESTED, "accountable-officer")), State.NOT_EVIDENCED);
		is(allAgreed(record.on(8, Kind.ATTESTED, "audit-committee-chair")), State.EVIDENCED);
		is(allAgreed(new OnRecord().ballot(1, -8, 6, "delegated")
			.on(8, Kind.ATTESTED, "accountable-officer")
			.on(8, Kind.ATTESTED, "audit-committee-chair")), State.NOT_EVIDENCED,
				"That the governing body approved it is not on record.");
	}

	@Test
	void wellInAdvanceIsCountedInDaysAndSaysSo() {
		is(lmc(new OnRecord()), State.NOT_EVIDENCED,
				"Nothing on record says that the local medical committee was consulted.");
		is(lmc(new OnRecord().on(-20, Kind.ENGAGEMENT, LMC).on(8, Kind.APPROVED, "delegated")), State.EVIDENCED,
				"The local medical committee was consulted on 11 December 2014, 28 days before the decision (8 January "
						+ "2015).",
				"Mandate takes 28 days as well in advance; the guidance names no number.");
		is(lmc(new OnRecord().on(-19, Kind.ENGAGEMENT, LMC).on(8, Kind.APPROVED, "delegated")), State.NOT_EVIDENCED,
				"The local medical committee was consulted on 12 December 2014, 27 days before the decision (8 January "
						+ "2015).");
		is(lmc(new OnRecord().on(10, Kind.ENGAGEMENT, LMC)), State.NOT_EVIDENCED,
				"The local medical committee was consulted on 10 January 2015; nothing was decided in the 5 days until 15 "
						+ "January 2015.");
		is(lmc(new OnRecord().on(10, Kind.ENGAGEMENT, LMC).at(8, 9, Kind.SUBMITTED, "delegated")), State.CONTRADICTED,
				"The local medical committee was consulted on 10 January 2015, not before the decision (9am on 8 January "
						+ "2015).");
	}

	@Test
	void theConstitutionIsAmendedWithTheMembersOrNeedsNothing() {
		is(amended(new OnRecord()), State.NOT_EVIDENCED,
				"No amendment of the constitution is on record, nor that none is needed.", "Why it goes so.");
		is(amended(new OnRecord().unchanged(7)), State.EVIDENCED);
		is(amended(new OnRecord().amendment(amendment(day(2), null, null, null))), State.NOT_EVIDENCED,
				"Amendment 1, “Joint committee”, was proposed to the members; that they agreed is not on record.");
		is(amended(new OnRecord().amendment(amendment(null, null, null, null))), State.NOT_EVIDENCED,
				"Amendment 1, “Joint committee”, is not on record as proposed to the members.");
		is(amended(new OnRecord().amendment(amendment(day(2), day(5), null, null))), State.EVIDENCED);
		is(amended(new OnRecord().amendment(amendment(day(2), null, day(5), null))), State.CONTRADICTED,
				"Amendment 1, “Joint committee”, was refused by the members on 5 January 2015.");
		is(amended(
				new OnRecord().at(4, 9, Kind.SUBMITTED, "delegated").amendment(amendment(day(2), day(5), null, null))),
				State.CONTRADICTED,
				"Amendment 1, “Joint committee”, was agreed by the members on 5 January 2015, after the proposal was "
						+ "submitted at 9am on 4 January 2015.");
	}

	@Test
	void theRouteHasToBeKept() {
		is(amended(new OnRecord().route(false, day(6)).amendment(amendment(day(2), day(5), null, null))),
				State.NOT_EVIDENCED,
				"Amendment 1 is not on record as sent to NHS England, and its route ended on 6 January 2015.");
		is(amended(new OnRecord().route(false, day(6))
			.asAt("2015-01-06")
			.amendment(amendment(day(2), day(5), null, null))), State.EVIDENCED);
		is(amended(new OnRecord().route(false, day(6)).amendment(amendment(day(2), day(5), null, day(6)))),
				State.EVIDENCED);
		is(amended(new OnRecord().route(false, day(6)).amendment(amendment(day(2), day(5), null, day(7)))),
				State.NOT_EVIDENCED,
				"Amendment 1 was sent to NHS England on 7 January 2015, after its route had ended on 6 January 2015.");
	}

	private static Amendment amendment(@Nullable LocalDate proposed, @Nullable LocalDate agreed,
			@Nullable LocalDate refused, @Nullable LocalDate sent) {
		return new Amendment(new UUID(0, 1), 1, "Joint committee", true, proposed, agreed,
				(agreed != null) ? "At the members' meeting" : null, sent, null, new Amendment.Further("A section",
						null, null, refused, null, null, null, null, 0, "Somebody", Instant.EPOCH));
	}

	@Test
	void conflictsArrangementsAreACommitteeARegisterAndAGuardian() {
		is(conflicts(OnRecord.conflicts(List.of(), 3, 3)), State.EVIDENCED,
				"Conflicts of interest guardian: The guardian.");
		is(conflicts(OnRecord.conflicts(List.of("a lay member in the chair"), 3, 3)), State.NOT_EVIDENCED,
				"The composition of the Primary Care Committee does not keep the guidance. Missing: a lay member in the "
						+ "chair.");
		is(conflicts(OnRecord.conflicts(List.of(), 3, 0)), State.NOT_EVIDENCED,
				"No return to the register of interests was on record by 15 January 2015.");
		is(conflicts(new Conflicts(List.of(), 3, 2, List.of("A member"), List.of(), day(15))), State.NOT_EVIDENCED,
				"No committee for this model is on record.",
				"A first return to the register of interests is overdue from 1 of 3 members.",
				"Nobody was conflicts of interest guardian here by 15 January 2015.");
	}

	private static Judged conflicts(Conflicts conflicts) {
		return new OnRecord().with(conflicts).judge("conflicts-arrangements", "conflicts-arrangements", "delegated");
	}

	@Test
	void aReadingThatNobodyWroteAnEvaluatorForIsLeftToPeople() {
		is(new OnRecord().judge("patients-agreed", "patients-agreed", "delegated"), State.NOT_EVIDENCED,
				"Mandate does not know how to answer “Title” from the record: it is judged by people.");
		is(new OnRecord().ballot(1, -8, 6, "delegated").judge("formal-vote", "vote-of-patients", "delegated"),
				State.NOT_EVIDENCED,
				"Mandate does not know how to answer “Title” from the record: it is judged by people.");
	}

	@Test
	void evidenceStatedByHandShowsWhatIsMissingButUndoesNoContradiction() {
		MandateTest shown = stated(new OnRecord(), 7);
		assertThat(shown.state()).isEqualTo(State.EVIDENCED);
		assertThat(shown.findings()).startsWith(
				"Shown by evidence that was stated by hand, which people have to judge.",
				"No ballot of the member practices is on record.");
		assertThat(shown.evidence()).extracting(MandateTest.Evidence::text)
			.containsExactly("Stated by The secretary: A show of hands (Minute 4)");
		MandateTest contradicted = stated(new OnRecord().ballot(1, -8, 6, "joint"), 7);
		assertThat(contradicted.state()).isEqualTo(State.CONTRADICTED);
		assertThat(contradicted.findings())
			.contains("Evidence was stated by hand. The record says the contrary all the same.");
		assertThat(stated(new OnRecord(), 16).state()).isEqualTo(State.NOT_EVIDENCED);
		assertThat(stated(new OnRecord().at(6, 9, Kind.SUBMITTED, "delegated"), 7).state())
			.isEqualTo(State.NOT_EVIDENCED);
	}

	private static MandateTest stated(OnRecord record, int january) {
		return Mandates.test(List.of(OnRecord.rule("formal-vote", "formal-vote")), record.material("delegated"),
				List.of(new StatedEvidence(1, new StatedEvidence.Statement("delegated", "formal-vote",
						"A show of hands", day(january), "Minute 4", "The secretary"), null, 0, "Somebody",
						Instant.EPOCH)));
	}

	/** Whatever the record, taking evidence away never makes a test look better. */
	@Property(tries = 3000)
	void removingAnyOnePieceOfEvidenceNeverImprovesAState(@ForAll("records") Material material,
			@ForAll("readings") String reading) {
		String[] parts = reading.split("/");
		List<Edition.Rule> rules = List.of(OnRecord.rule(parts[0], parts[1]));
		Judged judged = Evaluators.judge(material, rules);
		for (Milestone piece : judged.supports()) {
			State less = Evaluators.judge(material.without(piece), rules).state();
			assertThat(less).as("%s without %s", reading, piece).isGreaterThanOrEqualTo(judged.state());
		}
	}

	@Provide
	Arbitrary<String> readings() {
		return Arbitraries.of("members-consulted/members-consulted", "formal-vote/formal-vote",
				"lmc-consulted/lmc-consulted", "members-agreed/members-seen-and-agreed",
				"members-agreed/members-and-governing-body-agreed");
	}

	@Provide
	Arbitrary<Material> records() {
		Arbitrary<Milestone> some = Combinators
			.combine(
					Arbitraries.of(Kind.ENGAGEMENT, Kind.OBJECTIONS, Kind.APPROVED, Kind.NOT_APPROVED, Kind.SUBMITTED,
							Kind.ATTESTED, Kind.BALLOT_OPENED, Kind.BALLOT_CLOSED, Kind.BALLOT_CARRIED),
					Arbitraries.integers().between(-40, 14), Arbitraries.integers().between(0, 6),
					Arbitraries.integers().between(1, 3), Arbitraries.of(MEMBERS, LMC, BOARD),
					Arbitraries.of("delegated", "joint"))
			.as(EvaluatorsTests::milestone);
		return Combinators.combine(some.list().ofMaxSize(14), Arbitraries.integers().between(1, 3).set().ofMaxSize(2))
			.as((milestones, lost) -> {
				Material empty = new OnRecord().material("delegated");
				return new Material(empty.model(), empty.name(), empty.asAt(), empty.path(),
						Material.past(milestones.stream().distinct().toList(), empty.asAt()), lost, empty.deadline(),
						empty.amendments(), null, empty.route(), empty.conflicts(), 28);
			});
	}

	private static Milestone milestone(Kind kind, int from, int days, int ballot, String audience, String model) {
		String about = switch (kind) {
			case ENGAGEMENT, OBJECTIONS -> audience;
			case ATTESTED -> (ballot > 1) ? "accountable-officer" : "audit-committee-chair";
			case BALLOT_OPENED, BALLOT_CLOSED -> Integer.toString(ballot);
			default -> model;
		};
		String path = switch (kind) {
			case BALLOT_OPENED, BALLOT_CLOSED -> "/ballots/" + ballot;
			case BALLOT_CARRIED -> "/ballots/" + ballot + "/results";
			default -> "/" + kind;
		};
		return new Milestone(kind, about, day(from), day(from + days), null, kind.name(), null, path);
	}

}
