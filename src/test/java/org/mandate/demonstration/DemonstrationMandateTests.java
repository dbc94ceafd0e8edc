package org.mandate.demonstration;

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
 * The members' mandate and the constitution of the two cases, replayed.
 */
@MandateTest
class DemonstrationMandateTests {

	@Autowired
	private MockMvc mvc;

	@Autowired
	private ApplicationContext beans;

	/** 001, Submission Requirements: other changes too, so all go by the normal route. */
	@Test
	void southernDerbyshireOnTheDayOfItsBoard() throws Exception {
		OxfordshireDecision decision = new OxfordshireDecision(this.beans);
		decision.within(() -> {
			this.beans.getBean(DemonstrationConstitution.class).southernDerbyshire(decision.appraisal);
			this.beans.getBean(Recommendations.class)
				.begin(decision.appraisal, Recommendations.Source.CHOSEN_MODEL, "delegated", decision.manager);
		});
		Pages reader = new Pages(this.mvc, decision.governor);
		Document page = reader.page(decision.base() + "/mandate?asAt=2015-01-15");
		assertThat(page.select("h1").text()).contains("Members’ mandate");
		assertThat(page.text()).contains(
				"Delegated commissioning, which is recommended. The members’ mandate is not " + "evidenced",
				"No vote of the member practices is on record, and nothing else says that they agreed.",
				"The proposal is due: 12 noon on 9 January 2015 (passed 6 days earlier). No submission is on record.",
				"The normal route ended on 6 January 2015 (NHS England roadshow slides, Technical plenary, Changes to a "
						+ "CCG Constitution): 9 days before 15 January 2015.",
				"Amendment 2, “Collaborative commissioning with others”, was proposed to the members; that they agreed is "
						+ "not on record.");
		Document constitution = reader.page(decision.base() + "/constitution?asAt=2015-01-15");
		assertThat(constitution.text()).contains(
				"Delegated commissioning, which is recommended By the normal route, " + "until 6 January 2015",
				"Between 1 October 2014 and 15 January 2015; the day is not known");
		assertThat(constitution.select("a[href*=asAt]").eachAttr("href"))
			.allMatch((href) -> href.endsWith("asAt=2015-01-15"));
	}

	/** 000, section 3.1: one section, for the joint committee. */
	@Test
	void oxfordshireOnTheDayOfItsGoverningBody() throws Exception {
		OxfordshireDecision decision = new OxfordshireDecision(this.beans);
		decision.within(() -> {
			this.beans.getBean(DemonstrationConstitution.class).oxfordshire(decision.appraisal);
			this.beans.getBean(Recommendations.class)
				.begin(decision.appraisal, Recommendations.Source.CHOSEN_MODEL, "joint", decision.manager);
		});
		Pages reader = new Pages(this.mvc, decision.governor);
		assertThat(reader.page(decision.base() + "/constitution?asAt=2015-01-29").text()).contains(
				"Joint commissioning, which is recommended With the proposal, until 30 January 2015", "1 day left",
				"Not proposed to the members yet");
		assertThat(reader.page(decision.base() + "/mandate?asAt=2015-01-29").text()).contains(
				"5pm on 30 January 2015 (1 day left)",
				"Amendment 1, “A section enabling a joint committee”, is not on record as proposed to the members.");
	}

}
