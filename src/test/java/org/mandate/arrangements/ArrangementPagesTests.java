package org.mandate.arrangements;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandate.MandateTest;
import org.mandate.Pages;
import org.mandate.TestOrganisations;
import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;
import org.mandate.appraisals.Milestone;
import org.mandate.audit.Trail;
import org.mandate.database.Statements;
import org.mandate.database.Tenant;
import org.mandate.organisations.Organisation;
import org.mandate.recommendations.Recommendations;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The life of an arrangement through its pages. Expected dates are those of the roadshow
 * slides: approved in February 2015, in force on 1 April 2015.
 */
@MandateTest
@Import(OutcomeTold.class)
class ArrangementPagesTests {

	private static final LocalDate FEBRUARY = LocalDate.of(2015, 2, 20);

	@Autowired
	private MockMvc mvc;

	@Autowired
	private Appraisals appraisals;

	@Autowired
	private Recommendations recommendations;

	@Autowired
	private OutcomeTold submission;

	@Autowired
	private Trail trail;

	@Autowired
	private TestOrganisations organisations;

	private Organisation organisation;

	private AppraisalSummary appraisal;

	private Member member;

	private Pages manager;

	private Pages officer;

	private String base;

	@BeforeEach
	void start() {
		this.organisation = this.organisations.establish();
		this.member = this.organisations.person(this.organisation, Role.COMMISSIONING_MANAGER, null);
		this.manager = new Pages(this.mvc, this.member);
		this.officer = new Pages(this.mvc,
				this.organisations.person(this.organisation, Role.ACCOUNTABLE_OFFICER, null));
		this.appraisal = this.organisations.appraisal(this.organisation);
		this.base = "/" + this.organisation.slug() + this.appraisal.path() + "/arrangement";
	}

	private void told(String model, String outcome, String title) {
		this.submission.tells(this.appraisal,
				Milestone.on(Milestone.Kind.SUBMITTED, model, LocalDate.of(2015, 1, 8), "Submitted", null, ""),
				Milestone.on(Milestone.Kind.OUTCOME, outcome, FEBRUARY, title, "A lay chair is named by 31 March", ""));
	}

	/** Delegated arrangements in force since 1 April 2015. */
	private void live() throws Exception {
		told("delegated", "APPROVED_WITH_CONDITIONS", "Approved with conditions");
		assertThat(goLive("delegated", "1", "4", "2015", "").getRedirectedUrl()).isEqualTo(this.base);
	}

	private MockHttpServletResponse goLive(String model, String day, String month, String year, String agreed)
			throws Exception {
		return this.manager.sends(this.base + "/start", "model", model, "liveFrom.day", day, "liveFrom.month", month,
				"liveFrom.year", year, "agreed", agreed, "conditions", "A lay chair is named by 31 March");
	}

	@Test
	void saysWhatMayGoLiveBeforeAnythingIsApproved() throws Exception {
		Document page = this.manager.page(this.base);
		assertThat(page.text()).contains("Nothing is in force");
		assertThat(page.select("table").first().select("tbody tr").eachText()).containsExactly(
				"Greater involvement Yes The guidance asks for no approval None named",
				"Joint commissioning Not yet No approval by NHS England is on record 1 April 2015",
				"Delegated commissioning Not yet No approval by NHS England is on record 1 April 2015");
		assertThat(Pages.errors(goLive("delegated", "1", "4", "2015", "")))
			.containsExactly("Delegated commissioning cannot go live. No approval by NHS England is on record");
	}

	@Test
	void greaterInvolvementGoesLiveByAgreementAlone() throws Exception {
		MockHttpServletResponse refused = goLive("greater-involvement", "1", "4", "2015", " ");
		assertThat(Pages.errors(refused)).containsExactly("Enter how it was agreed with NHS England, and when");
		assertThat(goLive("greater-involvement", "1", "4", "2015", "With the area team on 3 March 2015")
			.getRedirectedUrl()).isEqualTo(this.base);
		assertThat(this.manager.page(this.base + "?asAt=2015-04-01").text()).contains(
				"Greater involvement, in force since 1 April 2015", "Agreement, no approval needed",
				"With the area team on 3 March 2015");
	}

	@Test
	void onlyTheApprovedModelGoesLiveAndNotBeforeItsApproval() throws Exception {
		told("delegated", "APPROVED_WITH_CONDITIONS", "Approved with conditions");
		Document form = this.manager.page(this.base + "/start");
		assertThat(form.select("input[name=model][checked]").eachAttr("value")).containsExactly("delegated");
		assertThat(form.select("input[name^=liveFrom]").eachAttr("value")).containsExactly("1", "4", "2015");
		assertThat(form.selectFirst("textarea[name=conditions]").text()).isEqualTo("A lay chair is named by 31 March");
		assertThat(Pages.errors(goLive("joint", "1", "4", "2015", "")))
			.containsExactly("Joint commissioning cannot go live. The outcome on record does not approve this model");
		assertThat(Pages.errors(goLive("delegated", "19", "2", "2015", "")))
			.containsExactly("The first day cannot be before it was approved on 20 February 2015");
		live();
		Document page = this.manager.page(this.base);
		assertThat(page.text()).contains("Delegated commissioning, goes live on 1 April 2015",
				"Approved with conditions, 20 February 2015", "A lay chair is named by 31 March");
		assertThat(this.manager.page(this.base + "?asAt=2015-04-01").text())
			.contains("Delegated commissioning, in force since 1 April 2015");
		assertThat(milestones(Milestone.Kind.GO_LIVE))
			.containsExactly("delegated 2015-04-01 Delegated commissioning in force");
		assertThat(goLive("delegated", "2", "4", "2015", "").getStatus()).isEqualTo(409);
		assertThat(goLive("delegated", "1", "4", "2015", "").getRedirectedUrl()).isEqualTo(this.base);
		assertThat(events("arrangement.started")).hasSize(1);
	}

	@ParameterizedTest
	@CsvSource({ "NOT_RECOMMENDED, Not yet, Not yet", "NOT_RECOMMENDED_JOINT_THIS_YEAR, Yes, Not yet",
			"NO_APPLICATION, Not yet, Not yet", "APPROVED, Not yet, Yes" })
	void anOutcomeAllowsWhatItApproves(String outcome, String joint, String delegated) throws Exception {
		told("delegated", outcome, "The outcome");
		assertThat(mayGoLive()).containsExactly("Yes", joint, delegated);
	}

	@Test
	void anOutcomeIsOfTheProposalSubmittedBeforeIt() throws Exception {
		Milestone delegated = Milestone.on(Milestone.Kind.SUBMITTED, "delegated", LocalDate.of(2015, 1, 8), "Submitted",
				null, "");
		Milestone joint = Milestone.on(Milestone.Kind.SUBMITTED, "joint", LocalDate.of(2015, 5, 1), "Submitted", null,
				"");
		this.submission.tells(this.appraisal, delegated, joint,
				Milestone.on(Milestone.Kind.OUTCOME, "not-recommended", FEBRUARY, "Not recommended", null, ""));
		assertThat(mayGoLive()).containsExactly("Yes", "Not yet", "Not yet");
		this.submission.tells(this.appraisal, delegated, joint,
				Milestone.on(Milestone.Kind.OUTCOME, "approved", FEBRUARY, "Approved", null, ""));
		assertThat(mayGoLive()).containsExactly("Yes", "Not yet", "Yes");
	}

	private List<String> mayGoLive() throws Exception {
		return this.manager.page(this.base).select("table").first().select("tbody td strong").eachText();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "''|4|2015|The first day must be a real date, such as 1 4 2015",
					"31|2|2015|The first day must be a real date, such as 1 4 2015",
					"31|3|2013|The first day must be from 1 April 2013 to the end of 2099",
					"1|1|2100|The first day must be from 1 April 2013 to the end of 2099",
					"x|4|2015|The first day must be a real date, such as 1 4 2015" })
	void refusesDaysThatCannotBe(String day, String month, String year, String message) throws Exception {
		MockHttpServletResponse refused = goLive("greater-involvement", day, month, year, "As agreed");
		assertThat(Pages.errors(refused)).containsExactly(message);
		assertThat(Pages.read(refused).selectFirst("textarea[name=agreed]").text()).isEqualTo("As agreed");
		assertThat(Pages.errors(goLive("", "", "", "", ""))).containsExactly("Choose the model that goes live",
				"Enter the first day of the arrangement");
	}

	@Test
	void proposesTheFirstReviewInTheWordsOfTheRecommendation() throws Exception {
		Tenant.run(this.organisation.id(), () -> this.recommendations.begin(this.appraisal,
				Recommendations.Source.CHOSEN_MODEL, "joint", this.member));
		assertThat(this.manager.page(this.base).select("q").first().text())
			.isEqualTo("as part of our planning process for 2016/17");
		Document form = this.manager.page(this.base + "/reviews/new");
		assertThat(form.selectFirst("input[name=words]").val())
			.isEqualTo("as part of our planning process for 2016/17");
		plan("", "", "", "as part of our planning process for 2016/17");
		assertThat(this.manager.page(this.base).text()).contains("as part of our planning process for 2016/17",
				"No day is given. At the latest 31 March 2016, when the year ends.", "427 days left");
		assertThat(this.manager.page(this.base + "?asAt=2016-04-03").text()).contains("Overdue by 3 days");
		assertThat(this.manager.page(this.base + "?asAt=2016-03-31").text()).contains("due today");
		assertThat(milestones(Milestone.Kind.REVIEW_DUE)).containsExactly(
				"null 2015-04-01 Review of the arrangement due: as part of our planning process for 2016/17");
	}

	private MockHttpServletResponse plan(String day, String month, String year, String words) throws Exception {
		return this.manager.sends(this.base + "/reviews", "dueOn.day", day, "dueOn.month", month, "dueOn.year", year,
				"words", words, "owner", "Sam Rowan", "version", "");
	}

	@Test
	void holdsAReviewAndPlansTheNext() throws Exception {
		assertThat(Pages.errors(plan("", "", "", "")))
			.containsExactly("Enter the day, or say in words when the review is due");
		plan("1", "10", "2015", "");
		plan("1", "10", "2015", "");
		String held = this.base + "/reviews/1/held";
		assertThat(Pages.errors(this.manager.sends(held, "found", "", "decision", ""))).containsExactly(
				"Enter the day on which the review was held", "Enter what the review found",
				"Choose what the review decided");
		assertThat(Pages.errors(this.manager.sends(held, "heldOn.day", "1", "heldOn.month", "1", "heldOn.year", "2099",
				"found", "Kept words", "decision", "KEEP")))
			.singleElement()
			.asString()
			.startsWith("The day it was held must be today, ");
		assertThat(Pages
			.errors(this.manager.sends(held, "heldOn.day", "30", "heldOn.month", "9", "heldOn.year", "2015", "found",
					"Kept words", "decision", "KEEP", "nextOn.day", "30", "nextOn.month", "9", "nextOn.year", "2015")))
			.containsExactly("The next review must be after this one");
		this.manager.sends(held, "heldOn.day", "30", "heldOn.month", "9", "heldOn.year", "2015", "found",
				"Capacity suffices", "decision", "KEEP", "nextOn.day", "1", "nextOn.month", "4", "nextOn.year", "2016",
				"version", "0");
		assertThat(this.manager.page(this.base).select("#reviews ~ table tbody tr").eachText().getLast())
			.contains("1 October 2015", "Keep the arrangement, held on 30 September 2015", "Capacity suffices");
		assertThat(milestones(Milestone.Kind.REVIEWED))
			.containsExactly("null 2015-09-30 Review of the arrangement held");
		assertThat(milestones(Milestone.Kind.REVIEW_DUE)).containsExactly(
				"null 2015-10-01 Review of the arrangement due: 1 October 2015",
				"null 2016-04-01 Review of the arrangement due: 1 April 2016");
		assertThat(this.manager.opens(held).getStatus()).isEqualTo(409);
	}

	@Test
	void losesNobodysWordsWhenTwoWorkOnTheSame() throws Exception {
		plan("1", "10", "2015", "");
		this.manager.sends(this.base + "/reviews/1", "words", "in six months", "owner", "Theirs", "version", "0");
		Document plan = Pages
			.read(this.manager.sends(this.base + "/reviews/1", "words", "in a year", "owner", "Mine", "version", "0"));
		assertThat(plan.selectFirst(".app-conflict").text()).contains("in six months", "Theirs");
		assertThat(plan.selectFirst("input[name=owner]").val()).isEqualTo("Mine");
		assertThat(plan.selectFirst("input[name=version]").val()).isEqualTo("1");
		String held = this.base + "/reviews/1/held";
		hold(held, "Their findings", "1");
		Document late = Pages.read(hold(held, "My findings", "1"));
		assertThat(late.selectFirst(".app-conflict").text()).contains("Their findings");
		assertThat(late.selectFirst("textarea[name=found]").text()).isEqualTo("My findings");
		assertThat(late.select("main form button")).isEmpty();

		note("Conflicts", "PARTLY");
		noted("Theirs");
		Document entry = Pages.read(noted("Mine"));
		assertThat(entry.selectFirst(".app-conflict").text()).contains("Theirs", "Assured");
		assertThat(entry.selectFirst("input[name=theme]").val()).isEqualTo("Mine");

		learn("", "Ask early", "");
		learn("/1", "Theirs", "0");
		Document lesson = Pages.read(learn("/1", "Mine", "0"));
		assertThat(lesson.selectFirst(".app-conflict").text()).contains("Theirs");
		assertThat(lesson.selectFirst("textarea[name=words]").text()).isEqualTo("Mine");
	}

	private MockHttpServletResponse hold(String address, String found, String version) throws Exception {
		return this.manager.sends(address, "heldOn.day", "30", "heldOn.month", "9", "heldOn.year", "2015", "found",
				found, "decision", "KEEP", "version", version);
	}

	private MockHttpServletResponse note(String theme, String rating) throws Exception {
		return this.manager.sends(this.base + "/assurance", "on.day", "1", "on.month", "7", "on.year", "2015", "theme",
				theme, "finding", "=The register is not published", "rating", rating);
	}

	private MockHttpServletResponse noted(String theme) throws Exception {
		return this.manager.sends(this.base + "/assurance/1", "on.day", "1", "on.month", "7", "on.year", "2015",
				"theme", theme, "finding", "In order", "rating", "ASSURED", "version", "0");
	}

	private MockHttpServletResponse learn(String path, String words, String version) throws Exception {
		return this.manager.sends(this.base + "/lessons" + path, "kind", "GOOD_PRACTICE", "words", words, "sharedWith",
				"", "version", version);
	}

	@Test
	void keepsTheAssuranceLogWithItsActions() throws Exception {
		assertThat(Pages.errors(note("", ""))).containsExactly("Enter the theme, such as Conflicts of interest",
				"Choose how far NHS England is assured");
		note("Conflicts of interest", "NOT_ASSURED");
		String actions = this.base + "/assurance/1/actions";
		assertThat(Pages.errors(this.manager.sends(actions, "what", "", "owner", "")))
			.containsExactly("Enter what is to be done", "Enter who does it", "Enter by when it is to be done");
		assertThat(Pages.errors(this.manager.sends(actions, "what", "Publish it", "owner", "The secretary", "dueOn.day",
				"30", "dueOn.month", "6", "dueOn.year", "2015")))
			.containsExactly("The day cannot be before that of the finding");
		this.manager.sends(actions, "what", "Publish it", "owner", "The secretary", "dueOn.day", "1", "dueOn.month",
				"8", "dueOn.year", "2015");
		assertThat(this.manager.page(this.base + "?asAt=2015-08-02").selectFirst(".app-assured").text()).contains(
				"1. Conflicts of interest", "Not assured", "1 July 2015", "The register is not published",
				"Publish it – The secretary, due 1 August 2015", "Overdue by 1 day");
		String csv = this.manager.opens(this.base + "/assurance/log.csv").getContentAsString(StandardCharsets.UTF_8);
		assertThat(csv).contains("Conflicts of interest", "'=The register is not published",
				"Publish it (The secretary, due 1 August 2015, open)");
		assertThat(this.manager.opens(this.base + "/assurance/log.xlsx").getStatus()).isEqualTo(200);
		String done = actions + "/1/done";
		assertThat(Pages.errors(this.manager.sends(done, "doneOn.day", "", "doneOn.month", "", "doneOn.year", "")))
			.containsExactly("Enter when it was done");
		this.manager.sends(done, "doneOn.day", "31", "doneOn.month", "7", "doneOn.year", "2015");
		assertThat(this.manager.page(this.base + "?asAt=2015-08-02").selectFirst(".app-assured").text())
			.contains("done 31 July 2015")
			.doesNotContain("Overdue");
		assertThat(events("assurance.action-done")).hasSize(1);
	}

	@Test
	void recordsLessonsOfThreeKinds() throws Exception {
		assertThat(Pages.errors(this.manager.sends(this.base + "/lessons", "kind", "", "words", "")))
			.containsExactly("Choose what kind of lesson it is", "Enter what was learned");
		learn("", "Ask early", "");
		this.manager.sends(this.base + "/lessons", "kind", "INCENTIVE_OR_BLOCKAGE", "words", "Premises wait",
				"sharedWith", "The network of practitioners");
		assertThat(this.manager.page(this.base).select("#lessons ~ h3, #lessons ~ ul li, #lessons ~ p").eachText())
			.startsWith("What is and is not working", "Nothing recorded",
					"Unforeseen perverse incentives and system blockages",
					"Premises wait Shared with The network of practitioners Change lesson 2", "Good practice",
					"Ask early Not shared yet Change lesson 1");
	}

	@Test
	void rollsBackOnlyOnceBothHaveAgreed() throws Exception {
		live();
		note("Capacity", "NOT_ASSURED");
		assertThat(
				Pages.errors(this.manager.sends(this.base + "/roll-back", "by", "", "reason", "", "model", "delegated",
						"effectiveOn.day", "31", "effectiveOn.month", "3", "effectiveOn.year", "2015", "entry", "7")))
			.containsExactly("Enter who proposes it, such as the CCG", "Enter why it is to be rolled back",
					"Choose the model to which the arrangement is rolled back",
					"The day cannot be before the arrangement began on 1 April 2015",
					"Choose one of the entries of the assurance log, or none");
		propose();
		assertThat(propose().getStatus()).isEqualTo(409);
		assertThat(this.manager.opens(this.base + "/roll-back/1/agreement").getStatus()).isEqualTo(403);
		assertThat(this.officer.page(home()).text()).contains("Agree to the roll-back for the CCG, or not");

		this.officer.sends(this.base + "/roll-back/1/agreement", "on.day", "1", "on.month", "9", "on.year", "2015");
		assertThat(this.manager.page(this.base).text()).contains("Delegated commissioning, goes live on 1 April 2015",
				"Waits for NHS England", "Agreed by The Accountable officer, 1 September 2015", "Entry 1 of the log");
		assertThat(milestones(Milestone.Kind.ENDED)).isEmpty();

		String england = this.base + "/roll-back/1/nhs-england";
		assertThat(Pages.errors(this.manager.sends(england, "by", "", "evidence", ""))).containsExactly(
				"Enter who agreed for NHS England", "Enter the day of the agreement",
				"Enter how you know, such as a letter and its date");
		this.manager.sends(england, "by", "The area director", "on.day", "5", "on.month", "10", "on.year", "2015",
				"evidence", "Letter of 5 October 2015");
		Document page = this.manager.page(this.base + "?asAt=2015-10-05");
		assertThat(page.text()).contains("Joint commissioning, in force since 5 October 2015",
				"Roll-back by mutual agreement", "Delegated commissioning, 1 April 2015 to 5 October 2015",
				"Both have agreed, with effect from 5 October 2015", "Letter of 5 October 2015");
		assertThat(milestones(Milestone.Kind.ENDED))
			.containsExactly("delegated 2015-10-05 Delegated commissioning rolled back");
		assertThat(milestones(Milestone.Kind.GO_LIVE)).containsExactly(
				"delegated 2015-04-01 Delegated commissioning in force",
				"joint 2015-10-05 Joint commissioning in force");
		assertThat(this.manager.sends(this.base + "/roll-back/1/withdrawal", "reason", "Too late").getStatus())
			.isEqualTo(409);
		assertThat(events("arrangement.rolled-back").getFirst().reason()).isEqualTo("Not enough staff");
	}

	@Test
	void takesEffectAsProposedWhenBothAgreeBefore() throws Exception {
		live();
		propose();
		this.manager.sends(this.base + "/roll-back/1/nhs-england", "by", "The area director", "on.day", "1", "on.month",
				"8", "on.year", "2015", "evidence", "A letter");
		assertThat(milestones(Milestone.Kind.ENDED)).isEmpty();
		this.officer.sends(this.base + "/roll-back/1/agreement", "on.day", "2", "on.month", "8", "on.year", "2015");
		assertThat(milestones(Milestone.Kind.ENDED))
			.containsExactly("delegated 2015-10-01 Delegated commissioning rolled back");
	}

	@Test
	void canBeWithdrawnUntilBothHaveAgreed() throws Exception {
		live();
		propose();
		this.officer.sends(this.base + "/roll-back/1/agreement", "on.day", "1", "on.month", "9", "on.year", "2015");
		assertThat(Pages.errors(this.manager.sends(this.base + "/roll-back/1/withdrawal", "reason", " ")))
			.containsExactly("Enter why the proposal is withdrawn");
		this.manager.sends(this.base + "/roll-back/1/withdrawal", "reason", "Staff were found");
		assertThat(this.manager.page(this.base).text()).contains("Withdrawn", "Staff were found",
				"Propose a roll-back");
		assertThat(this.manager
			.sends(this.base + "/roll-back/1/nhs-england", "by", "The area director", "on.day", "1", "on.month", "8",
					"on.year", "2015", "evidence", "A letter")
			.getStatus()).isEqualTo(409);
		assertThat(milestones(Milestone.Kind.ENDED)).isEmpty();
		assertThat(propose().getRedirectedUrl()).isEqualTo(this.base);
	}

	private MockHttpServletResponse propose() throws Exception {
		boolean noted = !this.manager.page(this.base).select("#entry-1").isEmpty();
		return this.manager.sends(this.base + "/roll-back", "by", "The CCG", "reason", "Not enough staff", "model",
				"joint", "effectiveOn.day", "1", "effectiveOn.month", "10", "effectiveOn.year", "2015", "entry",
				noted ? "1" : "");
	}

	@Test
	void showsWhenTheModelCanNextBeChangedAndWhoSaysSo() throws Exception {
		List<String> rows = this.manager.page(this.base).select("#change ~ table tbody tr").eachText();
		assertThat(rows).anySatisfy((row) -> assertThat(row).contains("New proposals for joint committees",
				"At any time in 2015/16", "Technical plenary, Changing a co-commissioning arrangement"));
		assertThat(rows).anySatisfy((row) -> assertThat(row).contains("Proposal for delegated commissioning in 2016/17",
				"1 June 2015", "123 days left", "Scope of co-commissioning"));
		assertThat(rows)
			.anySatisfy((row) -> assertThat(row).contains("Application for delegated commissioning", "5 December 2016"))
			.anySatisfy((row) -> assertThat(row).contains("Next start of joint arrangements", "1 January 2017"));
		String next = this.manager.page(this.base).select("a:contains(Begin the appraisal for 2016/17)").attr("href");
		Document begin = this.manager.page(next);
		assertThat(begin.selectFirst("input[name=year]").val()).isEqualTo("2016/17");
		assertThat(begin.select("input[name=edition][checked]").eachAttr("value")).containsExactly("next-steps-2014/1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "a\0b", "\u001b" })
	void refusesCharactersThatCannotBeSeen(String text) throws Exception {
		assertThat(Pages.errors(learn("", text, ""))).singleElement().asString().contains("cannot be seen");
		assertThat(Pages.errors(note(text, "PARTLY"))).singleElement().asString().contains("cannot be seen");
		assertThat(Pages.errors(plan("1", "1", "2016", text))).singleElement().asString().contains("cannot be seen");
		assertThat(Pages.errors(learn("", "x".repeat(4001), "")))
			.containsExactly("The lesson must be 4,000 characters or fewer");
	}

	@Test
	void isNotFoundForAnotherOrganisationAndForWhatIsNotThere() throws Exception {
		live();
		propose();
		Organisation other = this.organisations.establish();
		Pages stranger = new Pages(this.mvc, this.organisations.person(other, Role.COMMISSIONING_MANAGER, null));
		for (String path : List.of("", "/start", "/reviews/new", "/assurance/new", "/roll-back/1/nhs-england")) {
			assertThat(stranger.status(this.base + path)).as(path).isEqualTo(404);
		}
		this.organisations.appraisal(other);
		String theirs = this.base.replace("/" + this.organisation.slug() + "/", "/" + other.slug() + "/");
		assertThat(stranger.page(theirs).text()).contains("Nothing is in force");
		for (String path : List.of("/reviews/1", "/reviews/1/held", "/assurance/1", "/assurance/1/actions/new",
				"/lessons/1", "/roll-back/1/nhs-england", "/roll-back/1/withdrawal")) {
			assertThat(stranger.status(theirs + path)).as(path).isEqualTo(404);
		}
		assertThat(this.manager.status(this.base + "/reviews/x")).isEqualTo(404);
		assertThat(this.manager.status(this.base + "/lessons/2147483648")).isEqualTo(404);
	}

	@Test
	void sendsTheSameStatementsHoweverMuchIsRecorded() throws Exception {
		live();
		plan("1", "10", "2015", "");
		note("Theme", "PARTLY");
		learn("", "Lesson", "");
		propose();
		this.manager.page(this.base);
		int few = Statements.during(() -> this.manager.page(this.base)).size();
		for (int i = 0; i < 10; i++) {
			plan("1", "10", Integer.toString(2016 + i), "");
			note("Theme " + i, "PARTLY");
			this.manager.sends(this.base + "/assurance/1/actions", "what", "Action " + i, "owner", "Somebody",
					"dueOn.day", "1", "dueOn.month", "8", "dueOn.year", "2015");
			learn("", "Lesson " + i, "");
		}
		assertThat(Statements.during(() -> this.manager.page(this.base))).hasSize(few).hasSizeLessThanOrEqualTo(9);
	}

	private String home() {
		return "/" + this.organisation.slug();
	}

	private List<String> milestones(Milestone.Kind kind) {
		return Tenant.call(this.organisation.id(), () -> this.appraisals.milestones(this.appraisal))
			.stream()
			.filter((each) -> each.kind() == kind)
			.map((each) -> each.about() + " " + each.from() + " " + each.title())
			.toList();
	}

	private List<Trail.Entry> events(String action) {
		return Tenant.call(this.organisation.id(), () -> this.trail.events(this.appraisal.id().id(), 0, 1000))
			.stream()
			.filter((entry) -> entry.action().equals(action))
			.toList();
	}

}
