package org.mandate.mandates;

import java.time.LocalDate;
import java.util.List;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mandate.TestOrganisations;
import org.mandate.access.Role;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;
import org.mandate.appraisals.FinancialYear;
import org.mandate.browser.BrowserTest;
import org.mandate.browser.Visitor;
import org.mandate.constitution.AmendmentStatement;
import org.mandate.constitution.Constitution;
import org.mandate.database.Tenant;
import org.mandate.database.TestDatabase;
import org.mandate.organisations.Organisation;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * The constitution and the members' mandate in a browser, wide and narrow, and without
 * scripts.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "mandate.demonstration=true")
@ContextConfiguration(initializers = TestDatabase.class)
@Import(TestOrganisations.class)
class MandateBrowserTests extends BrowserTest {

	@Autowired
	private TestOrganisations people;

	@Autowired
	private Appraisals appraisals;

	@Autowired
	private Constitution constitution;

	private Organisation organisation;

	private String base;

	@BeforeEach
	void start() {
		this.organisation = this.people.establish();
		List.of(Role.COMMISSIONING_MANAGER, Role.GOVERNING_BODY_MEMBER, Role.ACCOUNTABLE_OFFICER)
			.forEach((role) -> this.people.person(this.organisation, role, null));
		AppraisalSummary appraisal = Tenant.call(this.organisation.id(),
				() -> this.appraisals.start(new FinancialYear(2015), "next-steps-2014", 1, LocalDate.of(2015, 1, 15)));
		this.base = "/" + this.organisation.slug() + appraisal.path();
		Tenant.run(this.organisation.id(), () -> {
			this.constitution.add(appraisal,
					new AmendmentStatement("Governance", "Processes", true, LocalDate.of(2014, 12, 1), null,
							LocalDate.of(2014, 12, 20), "At the members’ meeting", null, null, LocalDate.of(2015, 1, 7),
							null, null, null, "The report, section 1.2"));
			this.constitution.add(appraisal,
					new AmendmentStatement("Ünvorhergesehene" + "langewörter".repeat(10), "Other changes", false,
							LocalDate.of(2014, 12, 1), LocalDate.of(2015, 1, 15), null, null, null,
							LocalDate.of(2015, 1, 15), null, null, null, null, null));
		});
	}

	private Visitor as(String role, Visitor visitor) {
		return visitor.opens("/%s/sign-in".formatted(this.organisation.slug())).presses("Continue as The " + role);
	}

	@Test
	void everyPageIsAccessibleWideAndNarrow() {
		for (int width : List.of(WIDE, NARROW)) {
			Visitor manager = as("Commissioning manager", visitor(width));
			manager.opens(this.base + "/constitution")
				.readsHeading("Constitution")
				.photographs("constitution-" + width);
			manager.opens(this.base + "/constitution/1").readsHeading("Amendment 1").photographs("amendment-" + width);
			manager.opens(this.base + "/constitution/new").presses("Save").reads("There is a problem").looks();
			manager.opens(this.base + "/constitution/1/withdrawal").presses("Withdraw").reads("There is a problem");
			manager.opens(this.base + "/constitution/unchanged").reads("No amendment needed");
			manager.opens(this.base + "/mandate?model=delegated")
				.readsHeading("Members’ mandate")
				.photographs("mandate-" + width);
			manager.opens(this.base + "/mandate/tests/members-agreed/evidence?model=delegated").presses("Save");
			manager.reads("Enter what happened").looks();
			Visitor officer = as("Accountable officer", visitor(width)).opens(this.base + "/mandate/override");
			officer.readsHeading("Go ahead all the same").photographs("override-" + width);
			officer.presses("Record the decision").reads("Choose the tests that you go ahead without").looks();
			as("Governing body member", visitor(width)).opens(this.base + "/constitution/2").reads("Other changes");
		}
	}

	@Test
	void theOfficerGoesAheadAndTakesItBackWithoutScripts() {
		Visitor manager = as("Commissioning manager", visitorWithoutScripts(NARROW))
			.opens(this.base + "/mandate/tests/members-agreed/evidence?model=delegated");
		manager.fills("What happened?", "The members met and agreed")
			.fills("Which document shows it?", "Minute 4")
			.fills("Who says so?", "The secretary");
		Page page = manager.page();
		page.getByLabel("Day", new Page.GetByLabelOptions().setExact(true)).fill("20");
		page.getByLabel("Month", new Page.GetByLabelOptions().setExact(true)).fill("12");
		page.getByLabel("Year", new Page.GetByLabelOptions().setExact(true)).fill("2014");
		manager.presses("Save").reads("Evidence 1 is recorded.").reads("Stated by The secretary");
		Visitor officer = as("Accountable officer", visitorWithoutScripts(NARROW))
			.opens(this.base + "/mandate?model=delegated")
			.presses("Go ahead all the same");
		officer.page().getByLabel("Constitution amended with the members' approval").check();
		officer.fills("Why?", "There is no time").presses("Record the decision");
		officer.reads("It is recorded that you go ahead all the same").reads("There is no time");
		officer.follows("Withdraw decision 1").fills("Why is it withdrawn?", "There is time");
		officer.presses("Withdraw the decision").reads("The override is withdrawn.");
	}

}
