package org.mandate.submissions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandate.OxfordshireDecision;
import org.mandate.TestOrganisations;
import org.mandate.access.Role;
import org.mandate.browser.BrowserTest;
import org.mandate.browser.Visitor;
import org.mandate.database.TestDatabase;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * A proposal in a browser, wide and narrow. Every page is checked with axe and for
 * sideways scroll.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "mandate.demonstration=true")
@ContextConfiguration(initializers = TestDatabase.class)
@Import(TestOrganisations.class)
class SubmissionBrowserTests extends BrowserTest {

	@Autowired
	private ApplicationContext beans;

	private Visitor manager(OxfordshireDecision decision, Visitor visitor) {
		return visitor.opens("/" + decision.organisation.slug() + "/sign-in")
			.presses("Continue as The Commissioning manager");
	}

	@ParameterizedTest
	@ValueSource(ints = { WIDE, NARROW })
	void theProFormaIsBegunFilledInAndRead(int width) {
		OxfordshireDecision decision = new OxfordshireDecision(this.beans).compared().asked().voted();
		this.beans.getBean(TestOrganisations.class).person(decision.organisation, Role.ACCOUNTABLE_OFFICER, null);
		begun(manager(decision, visitor(width)), decision, width);
	}

	@Test
	void worksWithoutScripts() {
		OxfordshireDecision decision = new OxfordshireDecision(this.beans).compared().asked().voted();
		begun(manager(decision, visitorWithoutScripts(NARROW)), decision, 0);
	}

	private static void begun(Visitor manager, OxfordshireDecision decision, int width) {
		String base = decision.base() + "/submission";
		manager.opens(base)
			.chooses("Joint commissioning")
			.presses("Begin the pro forma")
			.reads("What is missing for the submission")
			.presses("Fill them in from the record")
			.reads("filled in from the record")
			.photographs("submission-overview-" + width)
			.opens(base + "/fields/vote")
			.reads("From the record")
			.presses("Save")
			.opens(base + "/area-team")
			.presses("Save")
			.reads("Enter who leads on it for the area team")
			.opens(base + "/checklist/finance")
			.opens(base + "/pooled-funds/new")
			.presses("Save")
			.reads("Enter with whom the fund is pooled")
			.opens(base + "/attestations/accountable-officer")
			.opens(base + "/pro-forma")
			.reads("Draft, last changed")
			.photographs("submission-pro-forma-" + width)
			.opens(base + "/submit")
			.presses("Submit the pro forma")
			.reads("Choose when it is submitted")
			.opens(base + "/withdrawal")
			.opens(base + "/no-application")
			.presses("Record that no application is made")
			.reads("Enter who decided")
			.opens(base + "/route")
			.reads("Early February 2015");
	}

	@ParameterizedTest
	@ValueSource(ints = { WIDE, NARROW })
	void theRouteIsRecorded(int width) {
		OxfordshireDecision decision = new OxfordshireDecision(this.beans);
		decision.within(() -> new SubmittedJoint(this.beans, this.beans.getBean(PlatformTransactionManager.class))
			.with(decision.appraisal));
		String base = decision.base() + "/submission";
		manager(decision, visitor(width)).opens(base)
			.reads("Approved with conditions")
			.photographs("submission-submitted-" + width)
			.opens(base + "/receipt")
			.opens(base + "/route")
			.reads("Fill the seat")
			.photographs("submission-route-" + width)
			.opens(base + "/route/stages/joint-moderate")
			.presses("Save")
			.reads("Enter when it happened")
			.opens(base + "/route/outcome")
			.presses("Save")
			.reads("Choose what came of the proposal")
			.opens(base + "/route/conditions/1")
			.presses("Save")
			.reads("The route of the proposal");
	}

}
