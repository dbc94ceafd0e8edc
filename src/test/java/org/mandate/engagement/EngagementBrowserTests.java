package org.mandate.engagement;

import java.time.LocalDate;
import java.util.List;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mandate.TestOrganisations;
import org.mandate.access.Role;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.browser.BrowserTest;
import org.mandate.browser.Visitor;
import org.mandate.database.Tenant;
import org.mandate.database.TestDatabase;
import org.mandate.engagement.EngagementStatement.Changed;
import org.mandate.engagement.EngagementStatement.Comment;
import org.mandate.engagement.EngagementStatement.Document;
import org.mandate.organisations.Organisation;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * Engagement in a browser, wide and narrow, with scripts and without, on an organisation
 * of its own and on the demonstration.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "mandate.demonstration=true")
@ContextConfiguration(initializers = TestDatabase.class)
@Import(TestOrganisations.class)
class EngagementBrowserTests extends BrowserTest {

	@Autowired
	private TestOrganisations people;

	@Autowired
	private Engagements engagements;

	@Autowired
	private ObjectionWindows windows;

	private Organisation organisation;

	private String base;

	@BeforeEach
	void start() {
		this.organisation = this.people.establish();
		this.people.person(this.organisation, Role.COMMISSIONING_MANAGER, null);
		this.people.person(this.organisation, Role.GOVERNING_BODY_MEMBER, null);
		AppraisalSummary appraisal = this.people.appraisal(this.organisation);
		this.base = "/" + this.organisation.slug() + appraisal.path() + "/engagement";
		Tenant.run(this.organisation.id(), () -> {
			this.engagements.add(appraisal,
					new EngagementStatement(Audience.MEMBER_PRACTICES, "Ünvorhergesehene" + "langewörter".repeat(10),
							null, true, When.on(LocalDate.of(2014, 12, 16)), How.MEETING, "The director",
							"Which model?", true,
							List.of(new Comment(Theme.TIME, "Too little of it", 7),
									new Comment(Theme.MATURITY, "Not mature enough", null)),
							List.of(new Document("The slides", "https://example.org/" + "a".repeat(200)),
									new Document("The paper", "Section 5.1")),
							Changed.of("A review is planned"), "The paper, 5.1"));
			int window = this.windows.open(appraisal,
					new ObjectionWindow.Statement(Audience.MEMBER_PRACTICES, "Delegated commissioning", "By e-mail", 57,
							60, When.on(LocalDate.of(2015, 1, 2)),
							new ObjectionWindow.End(LocalDate.of(2015, 1, 9), null), "The report, 1.3"));
			this.windows.object(appraisal, window, new ObjectionWindow.Said("A practice", "The risk is not known",
					LocalDate.of(2015, 1, 10), null, "Thank you", LocalDate.of(2015, 1, 12)));
		});
	}

	private Visitor as(String role, Visitor visitor) {
		return visitor.opens("/%s/sign-in".formatted(this.organisation.slug())).presses("Continue as The " + role);
	}

	@Test
	void everyPageIsAccessibleWideAndNarrow() {
		for (int width : List.of(WIDE, NARROW)) {
			Visitor manager = as("Commissioning manager", visitor(width));
			manager.opens(this.base).readsHeading("Engagement").photographs("engagement-" + width);
			manager.opens(this.base + "/1").photographs("engagement-entry-" + width);
			manager.opens(this.base + "/1/change").photographs("engagement-form-" + width);
			manager.opens(this.base + "/new").presses("Save").reads("There is a problem").looks();
			manager.opens(this.base + "/1/withdrawal").presses("Withdraw").reads("Enter why it is withdrawn");
			manager.opens(this.base + "/windows/1").reads("1 objection (1 late) from 57 of 60 reached");
			manager.photographs("engagement-window-" + width);
			manager.opens(this.base + "/windows/1/change").photographs("engagement-window-form-" + width);
			manager.opens(this.base + "/windows/new").presses("Save").reads("Enter what was put to them").looks();
			manager.opens(this.base + "/windows/1/objections/1").photographs("engagement-objection-" + width);
			manager.opens(this.base + "/windows/1/objections/new").presses("Save").reads("Enter who objects").looks();
			manager.opens(this.base + "/coverage").photographs("engagement-coverage-" + width);
			manager.opens(this.base + "/coverage?asAt=nonsense").reads("That is not a day");
			Visitor reader = as("Governing body member", visitor(width));
			reader.opens(this.base).opens(this.base + "/1").opens(this.base + "/windows/1");
		}
	}

	@Test
	void anEngagementIsRecordedChangedAndWithdrawnWithoutScripts() {
		Visitor manager = as("Commissioning manager", visitorWithoutScripts(NARROW)).opens(this.base)
			.presses("Record an engagement");
		Page page = manager.page();
		page.getByLabel("Who was told or asked?").selectOption("PATIENT_GROUPS");
		manager.fills("Who exactly?", "The fora").chooses("It was held");
		manager.chooses("On a day that is not known, between two days");
		page.locator("#from-day").fill("1/1/2015");
		page.locator("#to-day").fill("31/1/2015");
		page.getByLabel("How?", new Page.GetByLabelOptions().setExact(true)).selectOption("MEETING");
		manager.presses("Save").reads("Enter what they were told or asked");
		manager.fills("What were they told or asked?", "The three models");
		manager.presses("Save").reads("Engagement 2 is recorded.").reads("January 2015");
		manager.opens(this.base + "/2/change")
			.chooses("Nothing changed")
			.presses("Save")
			.reads("Engagement 2 is saved.");
		manager.follows("Withdraw this").fills("Why is it withdrawn?", "Said twice").presses("Withdraw");
		manager.reads("Engagement 2 is withdrawn. It stays on record.");
	}

	/** Southern Derbyshire on 15 January 2015 and Oxfordshire on the 29th. */
	@Test
	void theTwoCasesAreReplayed() {
		for (int width : List.of(WIDE, NARROW)) {
			Visitor derbyshire = visitor(width).opens("/04r/sign-in").presses("Continue as Charlie Juniper");
			derbyshire.opens("/04r/appraisals/2015-16/engagement").reads("silence is not support");
			derbyshire.photographs("engagement-derbyshire-" + width);
			derbyshire.opens("/04r/appraisals/2015-16/engagement/coverage?asAt=2015-01-15")
				.reads("For the recommended model: Delegated commissioning.")
				.reads("12 noon on 9 January 2015")
				.reads("Cannot be told: no end is stated");
			derbyshire.photographs("engagement-derbyshire-coverage-" + width);
			Visitor oxfordshire = visitor(width).opens("/10q/sign-in").presses("Continue as Sam Rowan");
			oxfordshire.opens("/10q/appraisals/2015-16/engagement").photographs("engagement-oxfordshire-" + width);
			oxfordshire.opens("/10q/appraisals/2015-16/engagement/coverage?asAt=2015-01-29")
				.reads("The governing body is to decide: 29 January 2015")
				.reads("After (planned only)")
				.reads("Cannot be told: only “January 2015” is recorded");
			oxfordshire.photographs("engagement-oxfordshire-coverage-" + width);
		}
	}

}
