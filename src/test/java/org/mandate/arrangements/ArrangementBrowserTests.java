package org.mandate.arrangements;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mandate.TestOrganisations;
import org.mandate.access.Role;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Milestone;
import org.mandate.browser.BrowserTest;
import org.mandate.browser.Visitor;
import org.mandate.database.Tenant;
import org.mandate.database.TestDatabase;
import org.mandate.organisations.Organisation;
import org.mandate.organisations.Organisations;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * The arrangement in force, and where each role begins, in a browser: wide and narrow,
 * with and without scripts.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "mandate.demonstration=true")
@ContextConfiguration(initializers = TestDatabase.class)
@Import({ TestOrganisations.class, OutcomeTold.class })
class ArrangementBrowserTests extends BrowserTest {

	@Autowired
	private TestOrganisations people;

	@Autowired
	private Organisations organisations;

	@Autowired
	private OutcomeTold submission;

	@Autowired
	private Arrangements arrangements;

	@Autowired
	private Reviews reviews;

	@Autowired
	private Assurance assurance;

	@Autowired
	private Lessons lessons;

	@Autowired
	private RollBacks rollBacks;

	private Organisation organisation;

	private AppraisalSummary appraisal;

	private String base;

	@BeforeEach
	void start() {
		this.organisation = this.people.establish();
		UUID locality = Tenant.call(this.organisation.id(),
				() -> this.organisations.addLocality("South West", "Made for the test").id());
		for (Role role : Role.values()) {
			this.people.person(this.organisation, role, (role == Role.LOCALITY_DIRECTOR) ? locality : null);
		}
		this.appraisal = this.people.appraisal(this.organisation);
		this.base = "/" + this.organisation.slug() + this.appraisal.path() + "/arrangement";
		this.submission.tells(this.appraisal,
				Milestone.on(Milestone.Kind.SUBMITTED, "delegated", LocalDate.of(2015, 1, 8), "Submitted", null, ""),
				Milestone.on(Milestone.Kind.OUTCOME, "APPROVED", LocalDate.of(2015, 2, 20), "Approved", null, ""));
	}

	private void lived() {
		Tenant.run(this.organisation.id(), () -> {
			this.arrangements.start(this.appraisal, "delegated", LocalDate.of(2015, 4, 1), null,
					"A lay chair is named by 31 March");
			this.reviews.plan(this.appraisal, new Review.Plan(null,
					"as part of the planning process for 2016/17 " + "unvorhergesehene".repeat(6), "Sam Rowan"));
			this.reviews.plan(this.appraisal, new Review.Plan(LocalDate.of(2015, 1, 2), null, "Sam Rowan"));
			int entry = this.assurance.note(this.appraisal, new AssuranceEntry.Statement(LocalDate.of(2014, 12, 1),
					"Capacity", "Too few people for contracts", AssuranceEntry.Rating.NOT_ASSURED));
			this.assurance.act(this.appraisal, entry, "Ask the area team for staff", "The head of primary care",
					LocalDate.of(2015, 1, 1));
			this.lessons.learn(this.appraisal, new Lesson.Statement(Lesson.Kind.GOOD_PRACTICE, "Ask the members early",
					"The network of practitioners"));
			this.rollBacks.propose(this.appraisal,
					new RollBack.Proposal("The CCG", "Too few people", "joint", LocalDate.of(2015, 10, 1), entry));
		});
	}

	private Visitor as(String role, Visitor visitor) {
		return visitor.opens("/%s/sign-in".formatted(this.organisation.slug())).presses("Continue as The " + role);
	}

	@Test
	void everyPageIsAccessibleWideAndNarrow() {
		for (int width : List.of(WIDE, NARROW)) {
			as("Chair", visitor(width)).opens(this.base).reads("Nothing is in force");
			as("Commissioning manager", visitor(width)).opens(this.base + "/start").looks();
		}
		lived();
		for (int width : List.of(WIDE, NARROW)) {
			Visitor manager = as("Commissioning manager", visitor(width));
			manager.opens(this.base).reads("Overdue by 27 days").photographs("arrangement-" + width);
			manager.opens(this.base + "/start").reads("is in force already");
			manager.opens(this.base + "/reviews/new").presses("Save").reads("There is a problem").looks();
			manager.opens(this.base + "/reviews/1/held").presses("Save").reads("There is a problem").looks();
			manager.opens(this.base + "/assurance/new").presses("Save").reads("There is a problem").looks();
			manager.opens(this.base + "/assurance/1/actions/new").presses("Save").reads("There is a problem").looks();
			manager.opens(this.base + "/assurance/1/actions/1/done").looks();
			manager.opens(this.base + "/lessons/1").looks();
			manager.opens(this.base + "/roll-back/new").presses("Propose it").reads("There is a problem").looks();
			manager.opens(this.base + "/roll-back/1/nhs-england").presses("Record it").reads("There is a problem");
			manager.opens(this.base + "/roll-back/1/withdrawal").presses("Withdraw it").reads("There is a problem");
			as("Accountable officer", visitor(width)).opens(this.base + "/roll-back/1/agreement").looks();
		}
	}

	@Test
	void whereEachRoleBeginsIsAccessibleWideAndNarrow() {
		lived();
		for (Role role : Role.values()) {
			for (int width : List.of(WIDE, NARROW)) {
				as(role.label(), visitor(width)).opens("/" + this.organisation.slug())
					.photographs("home-" + role.name().toLowerCase(Locale.ROOT) + "-" + width);
			}
		}
	}

	@Test
	void anArrangementGoesLiveAndIsRolledBackWithoutScripts() {
		Visitor manager = as("Commissioning manager", visitorWithoutScripts(NARROW));
		manager.opens(this.base).follows("Put the arrangement into force").presses("Put it into force");
		manager.reads("The arrangement is put into force.").follows("Note a finding");
		manager.page().getByLabel("Day").fill("1/7/2015");
		manager.fills("Theme", "Capacity").fills("Finding", "Too few people");
		manager.page().getByLabel("Not assured").check();
		manager.presses("Save").reads("Entry 1 of the assurance log is saved.").follows("Propose a roll-back");
		manager.fills("Who proposes it?", "The CCG").fills("Why?", "Too few people");
		manager.page().getByLabel("Joint commissioning").check();
		manager.page().getByLabel("Day").fill("1/10/2015");
		manager.presses("Propose it").reads("It takes effect once both have agreed.");
		as("Accountable officer", visitorWithoutScripts(NARROW)).opens("/" + this.organisation.slug())
			.presses("Agree to the roll-back for the CCG, or not")
			.follows("Agree for the CCG")
			.presses("Agree for the CCG")
			.reads("Waits for NHS England");
		manager.opens(this.base).follows("Record that NHS England agrees");
		manager.fills("Who agreed for NHS England?", "The area director").fills("How do you know?", "A letter");
		manager.page().getByLabel("Day").fill("1/9/2015");
		manager.presses("Record it").reads("Both have agreed.");
	}

}
