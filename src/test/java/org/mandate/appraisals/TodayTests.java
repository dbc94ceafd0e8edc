package org.mandate.appraisals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mandate.access.Member;
import org.mandate.access.MemberId;
import org.mandate.access.Role;
import org.mandate.appraisals.Task.Stage;
import org.mandate.appraisals.Task.Status;
import org.mandate.database.OrganisationId;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What each of the seven roles is told, of one year under way, one to come and one past.
 */
class TodayTests {

	private static final LocalDate JOINT = LocalDate.of(2015, 1, 30);

	private static final Task COMPARE = task(Stage.COMPARE, "Record what we do today", "/current-level",
			Status.COMPLETED, Role.COMMISSIONING_MANAGER);

	private static final Task RISKS = task(Stage.APPRAISE, "Record the risks", "/risks", Status.INCOMPLETE,
			Role.COMMISSIONING_MANAGER);

	private static final Task RETURN = task(Stage.VOTE, "Return the votes of the localities", "/ballots/1",
			Status.INCOMPLETE, Role.LOCALITY_DIRECTOR)
		.eachInPerson();

	private static final Task RESOLVE = task(Stage.DECIDE, "Resolve on the recommendation", "/recommendation",
			Status.INCOMPLETE, Role.CHAIR);

	private static final Task ATTEST = task(Stage.SUBMIT, "Attest to the proposal", "/submission", Status.INCOMPLETE,
			Role.ACCOUNTABLE_OFFICER, Role.CONFLICTS_GUARDIAN);

	private static final Task SEND = task(Stage.SUBMIT, "Send the proposal", "/submission", Status.CANNOT_START_YET,
			Role.COMMISSIONING_MANAGER);

	private static final Task REVIEW = new Task(Stage.REVIEW, "Hold the review", "/arrangement", Status.OVERDUE,
			"Due by 1 January 2015", Set.of(Role.COMMISSIONING_MANAGER), LocalDate.of(2015, 1, 1), false);

	private static final Today.Case NOW = of(2015, false, JOINT, COMPARE, RISKS, RETURN, RESOLVE, ATTEST, SEND);

	private static final Today.Case NEXT = of(2016, false, null, RISKS);

	private static final Today.Case BEFORE = of(2014, true, null, RISKS, REVIEW);

	private static final List<Today.Case> CASES = List.of(NEXT, NOW, BEFORE);

	@Test
	void theManagerSeesTheNearestDeadlineFirstAndThePastLastWithoutAlarm() {
		Today.Plan plan = Today.of(member(Role.COMMISSIONING_MANAGER), CASES, List.of());
		assertThat(lines(plan)).containsExactly("Record the risks, 2015/16", "Record the risks, 2016/17",
				"Hold the review, 2014/15, as at 29 January 2014", "Record the risks, 2014/15, as at 29 January 2014");
		assertThat(plan.listed()).noneMatch(Today.Line::overdue);
		assertThat(plan.next()).extracting(Today.Line::href).isEqualTo("/10q/appraisals/2015-16/risks");
		assertThat(plan.waiting()).extracting(Today.Others::who)
			.containsExactly("Locality clinical director, 2015/16", "Chair, 2015/16",
					"Accountable officer or Conflicts of interest guardian, 2015/16");
	}

	@Test
	void whatIsLateComesFirst() {
		Today.Plan plan = Today.of(member(Role.COMMISSIONING_MANAGER), List.of(NOW, of(2014, false, null, REVIEW)),
				List.of());
		assertThat(lines(plan)).containsExactly("Hold the review, 2014/15", "Record the risks, 2015/16");
		assertThat(plan.next()).extracting(Today.Line::overdue).isEqualTo(true);
	}

	@Test
	void theDirectorSeesTheReturnOfTheirOwnLocalityAndNotThatOfOthers() {
		DutySource.Duty own = new DutySource.Duty("Return the votes of North",
				"/appraisals/2015-16/ballots/1/returns/north", "Nothing entered yet", null, new FinancialYear(2015));
		Today.Plan plan = Today.of(member(Role.LOCALITY_DIRECTOR), CASES, List.of(own));
		assertThat(lines(plan)).containsExactly("Return the votes of North, 2015/16");
		assertThat(plan.next()).extracting(Today.Line::href)
			.isEqualTo("/10q/appraisals/2015-16/ballots/1/returns/north");
		assertThat(plan.waiting()).extracting(Today.Others::text).doesNotContain(RETURN.title());
		Today.Plan returned = Today.of(member(Role.LOCALITY_DIRECTOR), CASES, List.of());
		assertThat(returned.next()).isNull();
		assertThat(returned.waiting()).extracting(Today.Others::text).contains(RETURN.title());
	}

	@Test
	void theGoverningBodyMemberSeesThePapersToRead() {
		Today.Plan plan = Today.of(member(Role.GOVERNING_BODY_MEMBER), CASES,
				List.of(new DutySource.Duty("Read the paper for 2015/16", "/appraisals/2015-16/paper", null, null,
						new FinancialYear(2015))));
		assertThat(lines(plan)).containsExactly("Read the paper for 2015/16, 2015/16");
	}

	@Test
	void theChairSeesTheMeetingBeforeTheDeadline() {
		Today.Plan plan = Today.of(member(Role.CHAIR), CASES,
				List.of(new DutySource.Duty("Chair the meeting of 29 January 2015", "/meetings/7", "Called",
						JOINT.minusDays(1), null)));
		assertThat(lines(plan)).containsExactly("Chair the meeting of 29 January 2015, null",
				"Resolve on the recommendation, 2015/16");
	}

	@Test
	void theAccountableOfficerSeesTheAttestation() {
		Today.Plan plan = Today.of(member(Role.ACCOUNTABLE_OFFICER), CASES, List.of());
		assertThat(lines(plan)).containsExactly("Attest to the proposal, 2015/16");
		assertThat(plan.waiting())
			.containsExactly(new Today.Others("Commissioning manager, 2016/17", "Record the risks", null, 0),
					new Today.Others("Commissioning manager, 2015/16", "Record the risks", null, 0),
					new Today.Others("Locality clinical director, 2015/16", "Return the votes of the localities", null,
							0),
					new Today.Others("Chair, 2015/16", "Resolve on the recommendation", null, 0),
					new Today.Others("Commissioning manager, 2014/15", "Record the risks", null, 1));
	}

	@Test
	void theGuardianSeesDeclarationsAndTheAttestation() {
		Today.Plan plan = Today.of(member(Role.CONFLICTS_GUARDIAN), CASES,
				List.of(new DutySource.Duty("Review declarations of interest", "/interests/register", "2 wait for you",
						null, null)));
		assertThat(lines(plan)).containsExactly("Attest to the proposal, 2015/16",
				"Review declarations of interest, null");
	}

	@Test
	void theAdministratorSeesWhatTheRegisterLacks() {
		Today.Plan plan = Today.of(member(Role.ADMINISTRATOR), List.of(),
				List.of(new DutySource.Duty("Import the practices", "/practices/imports", null, null, null)));
		assertThat(lines(plan)).containsExactly("Import the practices, null");
		assertThat(Today.of(member(Role.ADMINISTRATOR), List.of(), List.of()).next()).isNull();
	}

	@Test
	void foldsWhatIsLong() {
		Task[] many = new Task[20];
		for (int i = 0; i < many.length; i++) {
			many[i] = task(Stage.APPRAISE, "Task " + i, "/risks", Status.INCOMPLETE, Role.COMMISSIONING_MANAGER);
		}
		Today.Plan own = Today.of(member(Role.COMMISSIONING_MANAGER), List.of(of(2015, false, null, many)), List.of());
		assertThat(own.listed()).hasSize(7);
		assertThat(own.folded()).hasSize(12);
		Today.Plan theirs = Today.of(member(Role.CHAIR), List.of(of(2015, false, null, many)), List.of());
		assertThat(theirs.waiting()).containsExactly(new Today.Others("Commissioning manager", "Task 0", null, 19));
	}

	private static List<String> lines(Today.Plan plan) {
		return Stream.concat(Stream.ofNullable(plan.next()), plan.listed().stream())
			.map((line) -> line.text() + ", " + line.year())
			.toList();
	}

	private static Member member(Role role) {
		return new Member(new MemberId(UUID.randomUUID()), "Somebody", new OrganisationId(UUID.randomUUID()), "10q",
				"NHS Oxfordshire CCG", Set.of(role), null, null);
	}

	private static Today.Case of(int year, boolean past, @Nullable LocalDate deadline, Task... tasks) {
		LocalDate day = LocalDate.of(past ? year : 2015, 1, past ? 29 : 5);
		return new Today.Case(new AppraisalSummary(new AppraisalId(UUID.randomUUID()), new FinancialYear(year),
				"next-steps-2014", 1, day), List.of(tasks), new AsAt(day, Instant.EPOCH, past), deadline);
	}

	private static Task task(Stage stage, String title, String path, Status status, Role... actors) {
		return new Task(stage, title, path, status, null, Set.of(actors));
	}

}
