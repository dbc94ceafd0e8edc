package org.mandate.demonstration;

import java.util.List;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.mandate.MandateTest;
import org.mandate.OxfordshireDecision;
import org.mandate.Pages;
import org.mandate.recommendations.Recommendations;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The two cases of January 2015, replayed as on a day of that month: what the sources say
 * was late, or not asked for, is said by the pages, and nothing that came later is.
 */
@MandateTest
class ReplayedCasesTests {

	@Autowired
	private ApplicationContext beans;

	@Autowired
	private MockMvc mvc;

	@Autowired
	private Recommendations recommendations;

	@Autowired
	private List<Scene> scenes;

	@Test
	void southernDerbyshireAsAt15JanuaryIsSixDaysLateWithoutAMandate() throws Exception {
		OxfordshireDecision decision = southernDerbyshire();
		String plan = text(decision, "/deadlines?asAt=2015-01-15");
		assertThat(plan).contains("Seen from 15 January 2015", "Plan for delegated commissioning",
				"Proposal for delegated commissioning: 6 days late", "Health and Wellbeing Board: done 6 days late",
				"Planned: The next full membership event: will be", "12 noon on 9 January 2015");
		String mandate = text(decision, "/mandate?asAt=2015-01-15");
		assertThat(mandate).contains("The members’ mandate is not evidenced",
				"The Health and Wellbeing Board was asked on 15 January 2015, 6 days after the deadline of the proposal, "
						+ "12 noon on 9 January 2015",
				"No vote of the member practices is on record", "Silence is not agreement",
				"No submission is on record");
		assertThat(mandate).doesNotContain("February 2015");
		String constitution = text(decision, "/constitution?asAt=2015-01-15");
		assertThat(constitution).contains("normal route", "6 January 2015", "9 days before 15 January 2015");
	}

	@Test
	void southernDerbyshireAWeekBeforeWasNotLate() throws Exception {
		OxfordshireDecision decision = southernDerbyshire();
		assertThat(text(decision, "/deadlines?asAt=2015-01-08"))
			.contains("Health and Wellbeing Board: will be 6 days late")
			.doesNotContain("Proposal for delegated commissioning: 6 days late", "done 6 days late");
		assertThat(text(decision, "/mandate?asAt=2015-01-08")).doesNotContain("was asked on 15 January 2015");
	}

	@Test
	void oxfordshireAsAt29JanuaryIsInTimeWithARivalDateAndSomeGroupsAfterTheDecision() throws Exception {
		OxfordshireDecision decision = new OxfordshireDecision(this.beans);
		decision.compared().asked().voted();
		decision.within(() -> {
			this.recommendations.begin(decision.appraisal, Recommendations.Source.RECORD, null, decision.manager);
			this.scenes.forEach((scene) -> scene.oxfordshire(decision.appraisal));
		});
		Document page = page(decision, "/deadlines?asAt=2015-01-29");
		assertThat(page.text()).contains("Seen from 29 January 2015", "Plan for joint commissioning",
				"5pm on 30 January 2015", "31 January 2015");
		assertThat(page.text()).doesNotContain("Proposal for joint commissioning: ");
		assertThat(page.select("tr:contains(Proposal for joint commissioning)").text()).contains("1 day",
				"31 January 2015", "Oxfordshire CCG paper");
		String coverage = text(decision, "/engagement/coverage?asAt=2015-01-29");
		assertThat(coverage).contains("Patient participation groups", "After", "January 2015");
	}

	private OxfordshireDecision southernDerbyshire() {
		OxfordshireDecision decision = new OxfordshireDecision(this.beans);
		decision.within(() -> {
			this.recommendations.begin(decision.appraisal, Recommendations.Source.CHOSEN_MODEL, "delegated",
					decision.manager);
			this.scenes.forEach((scene) -> scene.southernDerbyshire(decision.appraisal));
		});
		return decision;
	}

	private Document page(OxfordshireDecision decision, String page) throws Exception {
		return new Pages(this.mvc, decision.manager).page(decision.base() + page);
	}

	private String text(OxfordshireDecision decision, String page) throws Exception {
		return page(decision, page).select("main").text();
	}

}
