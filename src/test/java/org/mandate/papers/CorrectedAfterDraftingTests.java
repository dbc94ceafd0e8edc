package org.mandate.papers;

import java.time.LocalDate;
import java.util.UUID;

import org.jsoup.nodes.Document;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.mandate.MandateTest;
import org.mandate.OxfordshireDecision;
import org.mandate.narratives.Narratives;
import org.mandate.narratives.Section;
import org.mandate.recommendations.Decision;
import org.mandate.recommendations.Recommendations;
import org.mandate.recommendations.Resolution;
import org.mandate.voting.Returns;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mandate.TestOrganisations.as;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** A tally that is corrected after the paper was drafted, and after it was sealed. */
@MandateTest
class CorrectedAfterDraftingTests {

	@Autowired
	private ApplicationContext beans;

	@Autowired
	private MockMvc mvc;

	@Autowired
	private Narratives narratives;

	@Autowired
	private Recommendations recommendations;

	private OxfordshireDecision decision;

	private Document page(String path) throws Exception {
		return Jsoup.parse(this.mvc.perform(get(this.decision.base() + path).with(as(this.decision.manager)))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsString());
	}

	@Test
	void flagsTheNarrativeWritesTheSectionsAnewAndLeavesTheSealedPaperMarked() throws Exception {
		this.decision = new OxfordshireDecision(this.beans);
		this.decision.compared().asked().voted();
		this.decision.within(() -> {
			this.narratives.save(this.decision.appraisal, Section.MEMBER_VIEWS, 0,
					"In the South West {{vote.1.south-west.option-2}} practices approved option 2.", this.decision.manager);
			this.recommendations.begin(this.decision.appraisal, Recommendations.Source.RECORD, null, this.decision.manager);
			this.recommendations.put(this.decision.appraisal, 1, "In a test", this.decision.manager);
			this.recommendations.resolve(this.decision.appraisal,
					new Resolution.Minute(Decision.APPROVED, null, LocalDate.of(2015, 1, 29), 12, 0, 1, null,
							new Resolution.Meeting(UUID.randomUUID(), UUID.randomUUID(), "Item 1."), true),
					this.decision.chair);
		});
		String sealed = page("/papers/1").select("article").html();
		assertThat(Jsoup.parse(sealed).text()).contains("In the South West 9 practices approved option 2.");
		assertThat(page("/paper/sections/member-views").text()).doesNotContain("was 9 when");

		this.decision.within(() -> this.beans.getBean(Returns.class)
			.correct(this.decision.place("south-west"), OxfordshireDecision.southWest(8, 4), "Counted again", 3,
					this.decision.manager));

		assertThat(page("/paper/sections/member-views").text()).contains("was 9 when", "is 8 now");
		Document paper = page("/paper");
		assertThat(paper.select("article").text()).contains("In the South West 8 practices approved option 2.",
				"in South West 8 practices approved Option 2", "57.1% (8 of 14)");
		Document after = page("/papers/1");
		assertThat(after.select("article").html()).isEqualTo(sealed);
		assertThat(after.select(".app-seal--old").text()).contains("Superseded by a correction",
				"South West, Option 2: 9 in this paper, 8 on record now.");
	}

	@Test
	void saysWhereAFigureThatATextRefersToIsNoLongerOnRecord() throws Exception {
		this.decision = new OxfordshireDecision(this.beans);
		this.decision.compared();
		this.decision.within(() -> this.narratives.save(this.decision.appraisal, Section.PURPOSE, 0,
				"Once {{vote.9.total.option-2}} practices.", this.decision.manager));
		assertThat(page("/paper").select("article").text()).contains("Once [no longer on record] practices.");
	}

}
