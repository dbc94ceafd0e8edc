package org.mandate.submissions;

import java.time.LocalDate;
import java.util.List;

import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.mandate.Pages;
import org.mandate.appraisals.Appraisals;
import org.mandate.appraisals.Milestone;

import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mandate.submissions.Proposal.redirects;

/**
 * The way of a proposal from the pro forma to its outcome, through the pages.
 */
class RoutePagesTests extends SubmittingTest {

	private static final LocalDate EIGHTH = LocalDate.of(2015, 1, 8);

	private Proposal submitted(String model) throws Exception {
		Proposal proposal = proposal().ready(model, EIGHTH);
		redirects(proposal.submitsNow(""));
		this.clock.shows("2015-04-20T09:00:00Z");
		return proposal;
	}

	private MockHttpServletResponse outcome(Proposal proposal, String seen, String result, int day, int month,
			String... others) throws Exception {
		String[] form = new String[12 + others.length];
		System.arraycopy(
				new String[] { "seen", seen, "result", result, "on.day", Integer.toString(day), "on.month",
						Integer.toString(month), "on.year", "2015", "toldBy", "The regional director's letter" },
				0, form, 0, 12);
		System.arraycopy(others, 0, form, 12, others.length);
		return proposal.manager.sends(proposal.base + "/route/outcome", form);
	}

	private List<Milestone> milestones(Proposal proposal) {
		return proposal.decision
			.within(() -> this.beans.getBean(Appraisals.class).milestones(proposal.decision.appraisal))
			.stream()
			.filter((milestone) -> milestone.path().contains("/submission"))
			.toList();
	}

	@Test
	void aJointSubmissionThatIsNotApprovedFallsBackToGreaterInvolvement() throws Exception {
		Proposal proposal = submitted("joint");
		assertThat(proposal.governor.page(proposal.base + "/route").text()).contains("Regional moderation",
				"Early February 2015", "1 April 2015", "With the arrangement",
				"Nothing has to be submitted, and nobody approves it formally.");
		assertThat(Pages.errors(outcome(proposal, "0", "NOT_RECOMMENDED", 10, 2, "fallback", "GREATER_INVOLVEMENT")))
			.containsExactly("No panel is on record yet that considered it. Record that first");
		redirects(proposal.stage("joint-moderate", 5, 2, "NOT_RECOMMENDED"));
		assertThat(Pages.errors(outcome(proposal, "0", "NOT_RECOMMENDED", 10, 2)))
			.containsExactly("Choose what follows");
		assertThat(Pages.errors(outcome(proposal, "0", "NOT_RECOMMENDED", 10, 2, "fallback", "JOINT_THIS_YEAR")))
			.as("of a delegated proposal")
			.containsExactly("Choose what follows");
		redirects(outcome(proposal, "0", "NOT_RECOMMENDED", 10, 2, "fallback", "GREATER_INVOLVEMENT"));
		assertThat(proposal.governor.page(proposal.base + "/route").text()).contains("Not recommended for approval",
				"Greater involvement meanwhile",
				"It needs no approval. A new proposal for a joint committee can be made in-year");
		SubmissionSummary summary = proposal.summary();
		assertThat(summary.state()).isEqualTo(SubmissionSummary.State.NOT_RECOMMENDED);
		assertThat(summary.fallback()).isEqualTo(Fallback.GREATER_INVOLVEMENT);
		assertThat(summary.fallback().model()).isEqualTo("greater-involvement");
		assertThat(proposal.manager.sends(proposal.base + "/withdrawal", "reason", "Again").getStatus()).isEqualTo(409);
		assertThat(milestones(proposal)).extracting(Milestone::kind)
			.containsExactly(Milestone.Kind.ATTESTED, Milestone.Kind.ATTESTED, Milestone.Kind.SUBMITTED,
					Milestone.Kind.MODERATED, Milestone.Kind.OUTCOME);
		assertThat(milestones(proposal).getLast().about()).isEqualTo("not-recommended");
		assertThat(proposal.manager.page(proposal.base).text()).contains("Begin another pro forma");
		proposal.begun("joint");
		assertThat(proposal.overview().text()).as("in-year").contains("Pro forma 2 for Joint commissioning");
		assertThat(milestones(proposal)).extracting(Milestone::kind)
			.as("the first stays on record")
			.containsExactly(Milestone.Kind.SUBMITTED, Milestone.Kind.MODERATED, Milestone.Kind.OUTCOME);
	}

	@Test
	void aDelegatedOneIsApprovedWithConditionsSignedAndFunded() throws Exception {
		Proposal proposal = submitted("delegated");
		assertThat(proposal.governor.page(proposal.base + "/route").select("tbody th")).extracting(Element::ownText)
			.containsExactly("Regional moderation", "National moderation", "Sign-off by the committee",
					"Sign the delegation agreement", "Funds are transferred and delegated commissioning starts");
		assertThat(proposal.governor.page(proposal.base + "/route").select("tbody td[data-label=Expected]").eachText())
			.containsExactly("Mid January 2015", "Late January 2015", "February 2015", "No date stated",
					"1 April 2015 Overdue");
		redirects(proposal.stage("delegated-moderate-region", 15, 1, "RECOMMENDED"));
		assertThat(Pages.errors(proposal.stage("delegated-moderate-nation", 14, 1, "RECOMMENDED")))
			.containsExactly("The day must not be before that of “Regional moderation”, on 15 January 2015");
		assertThat(Pages.errors(proposal.stage("delegated-moderate-nation", 7, 1, "RECOMMENDED")))
			.containsExactly("The day must not be before the proposal was submitted, on 8 January 2015");
		assertThat(Pages.errors(proposal.stage("delegated-moderate-nation", 21, 4, "RECOMMENDED")))
			.containsExactly("The day must not be in the future");
		redirects(proposal.stage("delegated-moderate-nation", 28, 1, "WITH_CONDITIONS"));
		assertThat(Pages.errors(outcome(proposal, "0", "APPROVED", 20, 2)))
			.containsExactly("Not on record yet: Sign-off by the committee. Record that first");
		assertThat(proposal.stage("delegated-sign", 1, 3, "DONE").getStatus()).as("before the approval").isEqualTo(409);
		redirects(proposal.stage("delegated-approve", 18, 2, "WITH_CONDITIONS"));
		assertThat(Pages.errors(outcome(proposal, "0", "APPROVED_WITH_CONDITIONS", 20, 2)))
			.containsExactly("Enter the conditions, one on each line");
		assertThat(Pages.errors(outcome(proposal, "0", "APPROVED_WITH_CONDITIONS", 17, 2, "conditions", "One")))
			.containsExactly("The day must not be before the last panel on record, on 18 February 2015");
		redirects(outcome(proposal, "0", "APPROVED_WITH_CONDITIONS", 20, 2, "conditions",
				"Fill the seat of the lay chair\r\n\r\nSend the spending plan"));
		assertThat(proposal.summary().openConditions()).isEqualTo(2);
		assertThat(proposal.summary().isApproved()).isTrue();
		condition(proposal);
		redirects(proposal.stage("delegated-sign", 25, 3, "DONE"));
		redirects(proposal.stage("delegated-start", 1, 4, "DONE"));
		assertThat(milestones(proposal)).extracting(Milestone::kind)
			.containsExactly(Milestone.Kind.ATTESTED, Milestone.Kind.ATTESTED, Milestone.Kind.SUBMITTED,
					Milestone.Kind.MODERATED, Milestone.Kind.MODERATED, Milestone.Kind.MODERATED,
					Milestone.Kind.OUTCOME, Milestone.Kind.AGREEMENT, Milestone.Kind.FUNDS);
		assertThat(proposal.manager.page(proposal.decision.base()).text()).contains(
				"Record what comes of the proposal Approved with conditions Completed",
				"Meet the conditions of the approval 1 still open Incomplete");
	}

	private void condition(Proposal proposal) throws Exception {
		String address = proposal.base + "/route/conditions/1";
		assertThat(Pages.errors(met(proposal, address, "0", "1", "5", "")))
			.containsExactly("Enter how it was met, and where that can be seen");
		assertThat(Pages.errors(met(proposal, address, "0", "1", "5", "Folder 7")))
			.containsExactly("The day must not be in the future");
		assertThat(Pages.errors(met(proposal, address, "0", "1", "2", "Folder 7")))
			.containsExactly("The day must not be before the approval, on 20 February 2015");
		redirects(met(proposal, address, "0", "1", "4", "Folder 7"));
		assertThat(Pages.read(met(proposal, address, "0", "2", "4", "Folder 8")).select(".app-conflict").text())
			.contains("Fill the seat of the lay chair. Folder 7");
		assertThat(proposal.manager.status(proposal.base + "/route/conditions/3")).isEqualTo(404);
		assertThat(proposal.governor.page(proposal.base + "/route").text()).contains("Met on 1 April 2015: Folder 7",
				"No date was given.");
		assertThat(proposal.summary().openConditions()).isEqualTo(1);
	}

	private static MockHttpServletResponse met(Proposal proposal, String address, String version, String day,
			String month, String how) throws Exception {
		return proposal.manager.sends(address, "version", version, "text", "Fill the seat of the lay chair",
				"metOn.day", day, "metOn.month", month, "metOn.year", "2015", "metHow", how);
	}

	@Test
	void aDelegatedOneThatIsNotRecommendedIsDevelopedFurtherOrBecomesJoint() throws Exception {
		Proposal proposal = submitted("delegated");
		redirects(proposal.stage("delegated-moderate-region", 15, 1, "NOT_RECOMMENDED"));
		assertThat(Pages.errors(outcome(proposal, "0", "NOT_RECOMMENDED", 20, 1, "fallback", "DEVELOP_FURTHER")))
			.containsExactly("Enter the plan that was agreed with the area team");
		redirects(outcome(proposal, "0", "NOT_RECOMMENDED", 20, 1, "fallback", "DEVELOP_FURTHER", "plan",
				"A finance lead by June"));
		assertThat(proposal.governor.page(proposal.base + "/route").text()).contains(
				"A plan to develop the proposal further",
				"The CCG and the area team agree it, supported by the regional team", "A finance lead by June");
		assertThat(Pages.errors(outcome(proposal, "1", "NOT_RECOMMENDED", 22, 1, "fallback", "JOINT_THIS_YEAR")))
			.containsExactly("Enter why this takes the place of the outcome on record");
		assertThat(Pages
			.read(outcome(proposal, "0", "NOT_RECOMMENDED", 22, 1, "fallback", "JOINT_THIS_YEAR", "changedReason",
					"Agreed"))
			.select(".app-conflict")
			.text()).contains("Not recommended for approval");
		redirects(outcome(proposal, "1", "NOT_RECOMMENDED", 22, 1, "fallback", "JOINT_THIS_YEAR", "changedReason",
				"Agreed with the area team"));
		assertThat(proposal.summary().fallback()).isEqualTo(Fallback.JOINT_THIS_YEAR);
		assertThat(proposal.governor.page(proposal.base + "/route").text()).contains("Earlier on record",
				"Why it was changed: Agreed with the area team");
		proposal.begun("joint");
		assertThat(proposal.summary().model()).isEqualTo("joint");
		assertThat(proposal.summary().state()).isEqualTo(SubmissionSummary.State.DRAFT);
	}

	@Test
	void oneEndsAsNoApplication() throws Exception {
		Proposal proposal = proposal().begun("joint");
		String address = proposal.base + "/no-application";
		assertThat(Pages.errors(proposal.officer.sends(address))).containsExactly("Enter who decided",
				"Enter when it was decided", "Enter why no application is made");
		assertThat(Pages.errors(none(proposal, "9"))).containsExactly("The day must not be in the future");
		redirects(none(proposal, "8"));
		assertThat(proposal.governor.page(address).text()).contains("The governing body", "8 January 2015",
				"The members are not ready to go to this timetable");
		assertThat(proposal.summary().state()).isEqualTo(SubmissionSummary.State.NO_APPLICATION);
		assertThat(proposal.manager.page(proposal.decision.base()).text())
			.contains("Submit the proposal to NHS England No application is made Completed");
		assertThat(milestones(proposal)).singleElement().satisfies((each) -> {
			assertThat(each.kind()).isEqualTo(Milestone.Kind.OUTCOME);
			assertThat(each.about()).isEqualTo("no-application");
		});
		assertThat(none(proposal, "8").getStatus()).as("twice").isEqualTo(409);
		assertThat(proposal.submitsNow("").getStatus()).isEqualTo(409);
		assertThat(proposal.governor.sends(address).getStatus()).isEqualTo(403);
		assertThat(Pages.errors(proposal.officer.sends(address + "/reopening", "reason", "")))
			.containsExactly("Enter the reason");
		redirects(proposal.officer.sends(address + "/reopening", "reason", "The members asked again"));
		assertThat(proposal.summary().state()).isEqualTo(SubmissionSummary.State.DRAFT);
		assertThat(milestones(proposal)).isEmpty();
	}

	private static MockHttpServletResponse none(Proposal proposal, String day) throws Exception {
		return proposal.officer.sends(proposal.base + "/no-application", "decidedBy", "The governing body", "on.day",
				day, "on.month", "1", "on.year", "2015", "reason", "The members are not ready to go to this timetable");
	}

	@Test
	void nothingIsRecordedOfAStageThatThereIsNot() throws Exception {
		Proposal proposal = submitted("joint");
		assertThat(proposal.manager.status(proposal.base + "/route/stages/delegated-sign")).isEqualTo(404);
		assertThat(proposal.manager.status(proposal.base + "/route/stages/joint-start")).as("with the arrangement")
			.isEqualTo(404);
		assertThat(Pages.errors(proposal.stage("joint-moderate", 31, 2, "DONE")))
			.containsExactly("The date must be a real date, such as 9 1 2015", "Choose what came of it");
		assertThat(proposal.governor.status(proposal.base + "/route/stages/joint-moderate")).isEqualTo(403);
		Proposal draft = proposal().begun("joint");
		assertThat(draft.manager.status(draft.base + "/route/stages/joint-moderate")).isEqualTo(409);
		assertThat(draft.manager.status(draft.base + "/route/outcome")).isEqualTo(409);
		assertThat(draft.manager.status(draft.base + "/receipt")).isEqualTo(409);
	}

}
