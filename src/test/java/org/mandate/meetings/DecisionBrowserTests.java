package org.mandate.meetings;

import java.time.LocalDate;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandate.OxfordshireDecision;
import org.mandate.TestOrganisations;
import org.mandate.browser.BrowserTest;
import org.mandate.browser.Visitor;
import org.mandate.database.TestDatabase;
import org.mandate.meetings.Outcome.Result;
import org.mandate.organisations.TestPractices;
import org.mandate.recommendations.Recommendations;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * The register of decisions in a browser, from the page for signing in to the paper, wide
 * and narrow; every page is checked with axe and for sideways scroll.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "mandate.demonstration=false")
@ContextConfiguration(initializers = TestDatabase.class)
@Import({ TestOrganisations.class, TestPractices.class })
class DecisionBrowserTests extends BrowserTest {

	@Autowired
	private ApplicationContext beans;

	@ParameterizedTest
	@ValueSource(ints = { WIDE, NARROW })
	void anybodyReadsWhatWasDecided(int width) {
		OxfordshireDecision decision = new OxfordshireDecision(this.beans).compared().asked().voted();
		decision.within(() -> {
			Recommendations recommendations = this.beans.getBean(Recommendations.class);
			recommendations.begin(decision.appraisal, Recommendations.Source.RECORD, null, decision.manager);
			recommendations.put(decision.appraisal, 1, "The rest follows at the meeting", decision.manager);
		});
		TestMeetings body = new TestMeetings(this.beans, decision.organisation, "Governing Body").withFive();
		MeetingId id = body.opened(LocalDate.of(2015, 1, 29),
				TestMeetings.motion("Revisions to the constitution",
						"To approve the revisions, which let " + "a joint committee be established",
						"To revise it now\nTo revise it with all else"),
				TestMeetings.recommendation(decision.appraisal.id()));
		body.left(id, 1,
				new Outcome(Result.DEFERRED, null, null, "The local medical committee has not been heard yet",
						new Vote(4, 1, 0, Map.of(), null)))
			.conflicted(id, 2, "Nell Nurse", "Married to a partner of a member practice", true, Ruling.DISCUSSION_ONLY,
					"She would gain by it")
			.conflicted(id, 2, "Pat Lay", "Not for everybody", false, Ruling.EXCLUDED, null)
			.left(id, 2, body.votedByName(Result.APPROVED, id, 2, Map.of()))
			.closed(id, null, decision.manager)
			.published(id);

		Visitor stranger = visitor(width);
		stranger.opens("/" + decision.organisation.slug() + "/sign-in")
			.follows("Register of decisions")
			.readsHeading("Register of decisions")
			.reads("2 members declared a conflict")
			.photographs("decisions-" + width)
			.fills("Words, a name or a reference", "nobody")
			.presses("Search")
			.reads("No published decision matches")
			.follows("Show all")
			.follows("2015-002 Co-commissioning")
			.readsHeading("Co-commissioning")
			.reads("Married to a partner of a member practice")
			.reads(Minutes.WITHHELD)
			.photographs("decisions-one-" + width)
			.follows("Read the paper")
			.reads("Checked now: the content is what was sealed")
			.photographs("decisions-paper-" + width)
			.follows("Decision 2015-002")
			.follows("Register of decisions")
			.follows("2015-001 Revisions to the constitution")
			.reads("Nobody declared a conflict.");
	}

}
