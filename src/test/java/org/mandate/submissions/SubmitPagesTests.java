package org.mandate.submissions;

import java.time.LocalDate;
import java.util.List;

import org.apache.commons.codec.digest.DigestUtils;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mandate.Pages;
import org.mandate.appraisals.Appraisals;
import org.mandate.appraisals.Milestone;
import org.mandate.audit.Trail;
import org.mandate.documents.PdfStandards;
import org.mandate.mandates.MandateTest.State;
import org.mandate.recommendations.Decision;

import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mandate.submissions.Proposal.redirects;

/**
 * Attesting and submitting, through the pages.
 */
class SubmitPagesTests extends SubmittingTest {

	private static final LocalDate EIGHTH = LocalDate.of(2015, 1, 8);

	private List<Milestone> milestones(Proposal proposal) {
		return proposal.decision
			.within(() -> this.beans.getBean(Appraisals.class).milestones(proposal.decision.appraisal))
			.stream()
			.filter((milestone) -> milestone.path().contains("/submission"))
			.toList();
	}

	@Test
	void cannotBeMadeWhileAnythingIsMissingAndSaysWhereEachIsGot() throws Exception {
		Proposal proposal = proposal().begun("joint");
		mandate(State.NOT_EVIDENCED, null);
		Document refused = Pages.read(proposal.submitsNow(""));
		assertThat(refused.title()).startsWith("Error: ");
		assertThat(refused.select("section li").eachText()).containsExactly(
				"The CCG's part lacks: Name and code of the CCG.", "The CCG's part lacks: Contact.",
				"The CCG's part lacks: Member practices and patients.",
				"The CCG's part lacks: Intended benefits for patients.", "The CCG's part lacks: Governance structure.",
				"The CCG's part lacks: How conflicts of interest are managed.",
				"The CCG's part lacks: Constitution amendment.", "The CCG's part lacks: Capacity.",
				"The CCG's part lacks: The allocation agreed with the area team.",
				"The CCG's part lacks: Engagement with members and stakeholders.",
				"The CCG's part lacks: The members' vote.", "The area team's part is empty.",
				"The checklist lacks: Governance structure.", "The checklist lacks: Constitution amendment.",
				"The checklist lacks: Finance template.", "The checklist lacks: Conflicts of interest arrangements.",
				"The accountable officer has not attested.", "The audit committee chair has not attested.",
				"The governing body has not approved Joint commissioning.",
				"Members' mandate: “Members and stakeholders took part before the proposal” is not evidenced, and the "
						+ "accountable officer has not overridden it.");
		assertThat(refused.select("section li a").eachAttr("href")).contains(proposal.base + "/fields/contact",
				proposal.base + "/area-team", proposal.base + "/checklist/finance",
				proposal.base + "/attestations/accountable-officer", proposal.decision.base() + "/recommendation",
				proposal.decision.base() + "/mandate");
		assertThat(proposal.summary().state()).isEqualTo(SubmissionSummary.State.DRAFT);
	}

	@Test
	void cannotBeMadeWithAFailedTestWithoutTheOverrideWhichIsThenPrinted() throws Exception {
		Proposal proposal = proposal().ready("joint", EIGHTH);
		mandate(State.CONTRADICTED, null);
		assertThat(Pages.read(proposal.submitsNow("")).select("section li").eachText()).containsExactly(
				"Members' mandate: “Members and stakeholders took part before the proposal” is contradicted, "
						+ "and the accountable officer has not overridden it.");
		mandate(State.CONTRADICTED, override());
		redirects(proposal.submitsNow(""));
		String reason = "The locality meetings were held and not minuted";
		assertThat(proposal.governor.page(proposal.base + "/pro-forma").text()).contains(
				"Contradicted. No locality meeting " + "is on record.", "Override by the accountable officer", reason,
				"The Accountable officer, 10am on 8 January 2015. Overridden: Members and stakeholders took part before "
						+ "the proposal");
		assertThat(proposal.overview().text()).contains("The Accountable officer overrode them: " + reason);
		assertThat(proposal.governor.page(proposal.decision.base() + "/history").text()).contains(reason);
		assertThat(milestones(proposal)).filteredOn((each) -> each.kind() == Milestone.Kind.SUBMITTED)
			.singleElement()
			.satisfies((each) -> assertThat(each.detail()).contains(reason));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"delegated|2015-01-09T11:59:59Z|In time by 1 second: due by 12 noon on 9 January 2015.|false",
			"delegated|2015-01-09T12:00:00Z|Late: it came at the deadline itself, due by 12 noon on 9 January 2015.|true",
			"delegated|2015-01-09T12:00:01Z|Late by 1 second: due by 12 noon on 9 January 2015.|true",
			"joint|2015-01-30T16:59:59Z|In time by 1 second: due by 5pm on 30 January 2015.|false",
			"joint|2015-01-30T17:00:00Z|Late: it came at the deadline itself, due by 5pm on 30 January 2015.|true",
			"joint|2015-01-30T17:00:01Z|Late by 1 second: due by 5pm on 30 January 2015.|true" })
	void isComparedWithTheDeadlineToTheSecond(String model, String now, String words, boolean late) throws Exception {
		Proposal proposal = proposal().ready(model, EIGHTH);
		this.clock.shows(now);
		if (late) {
			assertThat(Pages.errors(proposal.submitsNow(""))).containsExactly(words + " Enter why it is late");
			assertThat(proposal.proForma().isSubmitted()).isFalse();
		}
		redirects(proposal.submitsNow(late ? "The mail server was down" : ""));
		assertThat(proposal.overview().text()).contains(words);
		assertThat(proposal.governor.page(proposal.base + "/pro-forma").text()).contains(words)
			.contains(late ? "Why it is late: The mail server was down" : "Submitted");
		assertThat(proposal.summary().late()).isEqualTo(late);
		assertThat(proposal.proForma().isSubmitted()).isTrue();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "30|16:59:59|In time by 1 second", "30|4:59pm|In time by 1 minute",
			"28|12 noon|In time by 2 days 5 hours" })
	void canBeRecordedAfterwards(int day, String time, String words) throws Exception {
		Proposal proposal = proposal().ready("joint", EIGHTH);
		this.clock.shows("2015-03-02T09:00:00Z");
		redirects(proposal.submitsStated(day, time, ""));
		assertThat(proposal.governor.page(proposal.base + "/pro-forma").text()).contains(words,
				"Recorded afterwards. How the time is known: The e-mail with which it was sent",
				"Oxfordshire CCG paper states 31 January 2015: in time by that date.");
	}

	@Test
	void refusesImpossibleMoments() throws Exception {
		Proposal proposal = proposal().ready("joint", EIGHTH);
		assertThat(Pages.errors(proposal.manager.sends(proposal.base + "/submit")))
			.containsExactly("Choose when it is submitted");
		assertThat(Pages.errors(proposal.submitsStated(9, "noon", "")))
			.containsExactly("The submission must not be in the future");
		assertThat(Pages.errors(proposal.submitsStated(8, "teatime", "")))
			.containsExactly("The time must be a time of day, such as 5pm, 16:59 or 11:59:59");
		assertThat(Pages.errors(proposal.submitsStated(8, "25:00:00", ""))).hasSize(1);
		assertThat(Pages.errors(proposal.manager.sends(proposal.base + "/submit", "when", "STATED", "on.day", "31",
				"on.month", "2", "on.year", "2015", "time", "")))
			.containsExactly("The date must be a real date, such as 9 1 2015", "Enter the time when it was submitted",
					"Enter how the date and time are known");
		assertThat(Pages.errors(proposal.manager.sends(proposal.base + "/submit", "when", "STATED", "on.day", "9",
				"on.month", "11", "on.year", "2014", "time", "noon", "knownFrom", "x")))
			.containsExactly("The submission must not be before the guidance was issued, on 10 November 2014");
		this.clock.shows("2015-06-01T09:00:00Z");
		assertThat(Pages.errors(proposal.manager.sends(proposal.base + "/submit", "when", "STATED", "on.day", "29",
				"on.month", "3", "on.year", "2015", "time", "1:30am", "knownFrom", "x")))
			.containsExactly("There is no 1:30am on Sunday 29 March 2015: the clocks go forward from 1am to 2am. "
					+ "Enter 2am, or a time before 1am");
		assertThat(proposal.proForma().isSubmitted()).isFalse();
		assertThat(Pages.read(proposal.submitsStated(7, "noon", "")).select("section li").eachText())
			.containsExactly("The governing body approved Joint commissioning on 8 January 2015, after the day of the "
					+ "submission.");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"delegated|APPROVED|The governing body approved Delegated commissioning, and the pro forma is for Joint commissioning.",
			"joint|DEFERRED|The governing body has not approved Joint commissioning.",
			"joint|REJECTED|The governing body has not approved Joint commissioning." })
	void needsTheGoverningBodysApprovalOfThisModel(String model, Decision resolved, String message) throws Exception {
		Proposal proposal = proposal().resolved(model, EIGHTH, resolved).begun("joint").complete().attested();
		assertThat(Pages.read(proposal.submitsNow("")).select("section li").eachText()).containsExactly(message);
	}

	@Test
	void attestationsAreVoidOnceThePartsChange() throws Exception {
		Proposal proposal = proposal().approved("joint", EIGHTH).begun("joint");
		String address = proposal.base + "/attestations/accountable-officer";
		assertThat(proposal.officer.page(address).text()).contains("It cannot be attested yet");
		assertThat(proposal.officer.sends(address, "confirmed", "true", "revision", "0").getStatus()).isEqualTo(409);
		proposal.complete();
		assertThat(Pages.errors(proposal.officer.sends(address, "revision", "0"))).containsExactly(
				"Tick the box if the membership and the governing body have seen and agreed to the arrangements");
		assertThat(Pages.messages(proposal.officer.sends(address, "confirmed", "true", "revision", "0")))
			.containsExactly("The pro forma was changed since you opened this page. Read it again, then attest.");
		assertThat(proposal.guardian.sends(address, "confirmed", "true").getStatus()).isEqualTo(409);
		assertThat(proposal.manager.sends(address, "confirmed", "true").getStatus()).isEqualTo(403);
		proposal.attested();
		assertThat(proposal.overview().text())
			.contains("Accountable officer: The Accountable officer, 9am on 8 January");
		redirects(proposal.areaTeam("0", "The area team has thought again"));
		assertThat(proposal.overview().text()).contains("void. The Accountable officer attested to revision 16");
		assertThat(Pages.read(proposal.submitsNow("")).select("section li").eachText()).containsExactly(
				"The pro forma was changed after the accountable officer attested, so the attestation is void.",
				"The pro forma was changed after the audit committee chair attested, so the attestation is void.");
		assertThat(milestones(proposal)).isEmpty();
		proposal.attested();
		assertThat(milestones(proposal)).extracting(Milestone::about)
			.containsExactlyInAnyOrder("accountable-officer", "audit-committee-chair");
		redirects(proposal.submitsNow(""));
	}

	@Test
	void attestationsMayHaveBeenSignedOnPaper() throws Exception {
		Proposal proposal = proposal().approved("joint", EIGHTH).begun("joint").complete();
		String address = proposal.base + "/attestations/accountable-officer";
		int revision = proposal.proForma().revision();
		assertThat(Pages.errors(signed(proposal, address, revision, "9", "")))
			.containsExactly("Enter where the signed paper can be seen");
		assertThat(Pages.errors(signed(proposal, address, revision, "9", "Folder 7")))
			.containsExactly("The day must not be in the future");
		assertThat(Pages.errors(signed(proposal, address, revision, "", "Folder 7"))).hasSize(1);
		redirects(signed(proposal, address, revision, "7", "Folder 7"));
		assertThat(proposal.overview().text()).contains("signed on 7 January 2015 (Folder 7)");
		assertThat(milestones(proposal)).singleElement()
			.satisfies((each) -> assertThat(each.from()).isEqualTo(LocalDate.of(2015, 1, 7)));
	}

	private static MockHttpServletResponse signed(Proposal proposal, String address, int revision, String day,
			String evidence) throws Exception {
		return proposal.officer.sends(address, "confirmed", "true", "revision", Integer.toString(revision),
				"signedOn.day", day, "signedOn.month", day.isEmpty() ? "" : "1", "signedOn.year",
				day.isEmpty() ? "" : "2015", "evidence", evidence);
	}

	@Test
	void freezesWhatWasSubmittedUntilItIsWithdrawn() throws Exception {
		Proposal proposal = proposal().ready("joint", EIGHTH);
		redirects(proposal.submitsNow(""));
		Submission submission = proposal.proForma().standing();
		assertThat(submission.sha256()).matches("[0-9a-f]{64}").isEqualTo(DigestUtils.sha256Hex(submission.content()));
		assertThat(proposal.manager.status(proposal.base + "/fields/contact")).isEqualTo(409);
		assertThat(proposal.areaTeam("0", "Too late").getStatus()).isEqualTo(409);
		assertThat(proposal.submitsNow("").getStatus()).as("twice").isEqualTo(409);
		assertThat(proposal.overview().text()).contains(submission.sha256());
		MockHttpServletResponse receipt = proposal.manager.sends(proposal.base + "/receipt", "on.day", "8", "on.month",
				"1", "on.year", "2015", "time", "8:59am", "knownFrom", "E-mail");
		assertThat(Pages.errors(receipt))
			.containsExactly("It must not be before the submission, which was at 9am on 8 January 2015");
		this.clock.shows("2015-01-08T10:00:00Z");
		redirects(proposal.manager.sends(proposal.base + "/receipt", "on.day", "8", "on.month", "1", "on.year", "2015",
				"time", "9:30am", "knownFrom", "Their e-mail"));
		assertThat(proposal.overview().text()).contains("9:30am on 8 January 2015: Their e-mail");
		assertThat(proposal.summary().state()).isEqualTo(SubmissionSummary.State.RECEIVED);
		assertThat(Pages.errors(proposal.manager.sends(proposal.base + "/withdrawal", "reason", "")))
			.containsExactly("Enter the reason");
		redirects(proposal.manager.sends(proposal.base + "/withdrawal", "reason", "The wrong sum"));
		assertThat(proposal.overview().text()).contains(
				"Withdrawn by The Commissioning manager, 10am on 8 January 2015: The " + "wrong sum",
				"void. The Accountable officer attested");
		proposal.attested();
		redirects(proposal.submitsNow(""));
		assertThat(proposal.proForma().standing().number()).isEqualTo(2);
		assertThat(proposal.governor.status(proposal.base + "/pro-forma/1/submissions/1/pdf")).isEqualTo(200);
		assertThat(proposal.governor.status(proposal.base + "/pro-forma/1/submissions/3/pdf")).isEqualTo(404);
		List<Trail.Entry> made = proposal.decision.events("submission.made");
		assertThat(made).hasSize(2);
		assertThat(made.getLast().details().get("sha256")).isEqualTo(submission.sha256());
	}

	@Test
	void isTakenAsPdfAndWordTheSameEveryTime() throws Exception {
		Proposal proposal = proposal().ready("joint", EIGHTH);
		byte[] draft = file(proposal, "pdf");
		assertThat(PdfStandards.problems(draft)).isEmpty();
		redirects(proposal.submitsNow(""));
		byte[] pdf = file(proposal, "pdf");
		byte[] word = file(proposal, "docx");
		this.clock.shows("2015-02-08T10:00:00Z");
		mandate(State.CONTRADICTED, null);
		assertThat(file(proposal, "pdf")).as("frozen").isEqualTo(pdf).isNotEqualTo(draft);
		assertThat(file(proposal, "docx")).isEqualTo(word);
		assertThat(PdfStandards.problems(pdf)).isEmpty();
		assertThat(proposal.governor.status(proposal.base + "/pro-forma/xlsx")).isEqualTo(404);
	}

	private static byte[] file(Proposal proposal, String format) throws Exception {
		MockHttpServletResponse response = proposal.governor.opens(proposal.base + "/pro-forma/" + format);
		assertThat(response.getStatus()).isEqualTo(200);
		assertThat(response.getHeader("Content-Disposition")).contains("attachment", "." + format);
		return response.getContentAsByteArray();
	}

}
