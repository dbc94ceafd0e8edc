package org.mandate.guidance;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandate.MandateTest;
import org.mandate.Pages;
import org.mandate.database.Statements;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@MandateTest
class GuidancePagesTests {

	@Autowired
	private MockMvc mvc;

	@Test
	void listsTheEditionsToEverybody() throws Exception {
		Document page = page("/guidance");
		assertThat(page.select("h1").text()).isEqualTo("What do the models mean?");
		assertThat(page.select("main a[href=/guidance/next-steps-2014]").text())
			.isEqualTo("Next steps towards primary care co-commissioning, for 2015/16");
		assertThat(page.select("main a[href=/guidance/bma-2016]")).hasSize(1);
	}

	@Test
	void showsTheScopeTableWithItsSources() throws Exception {
		Document page = page("/guidance/next-steps-2014");
		Elements rows = page.select("#scope + table tbody tr");
		assertThat(rows).hasSize(7);
		assertThat(rows.select("td")).hasSize(21).allSatisfy((cell) -> {
			assertThat(cell.attr("data-label")).isNotBlank();
			assertThat(cell.select("details").text()).contains("Oxfordshire CCG paper, 1 Background, table 1");
		});
		Element schemes = rows.get(2).select("td").get(1);
		assertThat(schemes.text()).contains("Joint decision")
			.contains("“Subject to joint agreement with the area team - may be an opportunity to amend national DES”");
		Element complaints = rows.get(4).select("td").get(2);
		assertThat(complaints.text()).contains("Sources differ")
			.contains("From 10 November 2014: Full decision “Yes”")
			.contains("From March 2015: No role Reserved to NHS England by the delegation agreement")
			.contains("HSJ on the delegation agreement");
	}

	@Test
	void showsDeadlinesWithTheirRivals() throws Exception {
		String text = page("/guidance/next-steps-2014").select("section[aria-labelledby=deadlines]").text();
		assertThat(text).contains("12 noon on 9 January 2015 Proposal for delegated commissioning")
			.contains("Another source gives 5 January 2015. Source: Law firm's summary, Timetable for implementation")
			.contains("5pm on 30 January 2015 Proposal for joint commissioning")
			.contains("Another source gives 31 January 2015. Source: Oxfordshire CCG paper, 1 Background");
	}

	@Test
	void saysWhereGuidanceIsSilent() throws Exception {
		Document page = page("/guidance/bma-2016");
		assertThat(page.select("#scope + table td:contains(Not stated in this guidance)")).hasSize(5);
		assertThat(page.select("#models ~ p").text()).contains("Also called Model B, Model 2.");
	}

	@Test
	void explainsTheWords() throws Exception {
		Document page = page("/help/glossary");
		assertThat(page.select("#lmc dt").text()).isEqualTo("LMC, local medical committee");
		assertThat(page.select("main dl > div")).hasSizeGreaterThan(30);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/guidance/next-steps-2013", "/guidance/next-steps-2014?version=99" })
	void answers404ForGuidanceThatIsNotThere(String address) throws Exception {
		this.mvc.perform(get(address)).andExpect(status().isNotFound());
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "/guidance", "/guidance/next-steps-2014", "/guidance/bma-2016?version=1", "/help/glossary" })
	void asksTheDatabaseNothing(String address) throws Exception {
		page(address);
		assertThat(Statements.during(() -> page(address))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/guidance", "/guidance/next-steps-2014", "/guidance/bma-2016", "/help/glossary" })
	void keepsHeadingsInOrderAndIdsUnique(String address) throws Exception {
		Document page = page(address);
		assertThat(page.select("main [id]").eachAttr("id")).doesNotHaveDuplicates();
		int before = 0;
		for (Element heading : page.select("main h1, main h2, main h3, main h4")) {
			int level = heading.normalName().charAt(1) - '0';
			assertThat(level).as(heading.text()).isLessThanOrEqualTo(before + 1);
			before = level;
		}
		assertThat(page.select("main a[href^=#]").eachAttr("href"))
			.allSatisfy((href) -> assertThat(page.getElementById(href.substring(1))).as(href).isNotNull());
		assertThat(page.select("[style], main script")).isEmpty();
	}

	private Document page(String address) throws Exception {
		return Pages.ofAnybody(this.mvc).page(address);
	}

}
