package org.mandate.considerations;

import java.util.List;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mandate.MandateTest;
import org.mandate.Pages;
import org.mandate.TestOrganisations;
import org.mandate.appraisals.Appraisals;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How far requirements are met, and the nine implications.
 */
@MandateTest
class AnswerPageTests {

	private static final String FUND = "/requirements/pooled-fund";

	private static final String IT = "/implications/it";

	@Autowired
	private MockMvc mvc;

	@Autowired
	private Appraisals appraisals;

	@Autowired
	private TestOrganisations organisations;

	private Desk desk;

	@BeforeEach
	void sit() {
		this.desk = new Desk(this.mvc, this.organisations, this.appraisals);
	}

	@Test
	void countsHowFarEachModelIsMet() throws Exception {
		assertThat(this.desk.page("/requirements").select(".app-findings__item").eachText()).containsExactly(
				"Option 1 0 of 2 met, 2 not answered", "Option 2 0 of 10 met, 10 not answered",
				"Option 3 0 of 11 met, 11 not answered");
		this.desk.saves("/requirements/closer-working", "met", "MET", "answer", "Monthly", "source", "Minutes");
		this.desk.saves("/requirements/constitution-amendment", "met", "PARTLY", "answer", "Put to members", "source",
				"Letter");
		this.desk.saves(FUND, "met", "NOT_KNOWN", "answer", "Asked", "source", "Letter");
		this.desk.saves("/requirements/assurance", "met", "NOT_MET", "answer", "No", "source", "Letter");
		assertThat(this.desk.page("/requirements").select(".app-findings__item").eachText()).containsExactly(
				"Option 1 1 of 2 met, 1 not answered",
				"Option 2 0 of 10 met, 1 partly met, 1 not known yet, 8 not answered",
				"Option 3 0 of 11 met, 1 partly met, 1 not met, 9 not answered");
	}

	@Test
	void asksForEveryPartOfAnAnswer() throws Exception {
		assertThat(Pages.errors(this.desk.sends(FUND))).containsExactly("Choose how far it is met",
				"Enter how it is met, or what is missing", "Enter what shows it, such as a paper and its section");
		assertThat(Pages.errors(this.desk.sends(FUND, "met", "3", "answer", "x".repeat(1_000_000), "source", "a\nb")))
			.contains("Choose how far it is met", "The answer must be 2,000 characters or fewer");
		assertThat(this.desk.gets("/requirements/moon").getStatus()).isEqualTo(404);
		assertThat(this.desk.sends("/requirements/moon", "met", "MET", "answer", "A", "source", "S").getStatus())
			.isEqualTo(404);
	}

	@Test
	void showsBothAnswersToTheSecondOfTwoPeople() throws Exception {
		this.desk.saves(FUND, "met", "MET", "answer", "Theirs", "source", "Their paper", "version", "-1");
		MockHttpServletResponse response = this.desk.sends(FUND, "met", "NOT_MET", "answer", "Mine", "source",
				"My paper", "version", "-1");
		Document page = Jsoup.parse(response.getContentAsString());
		assertThat(page.selectFirst(".app-conflict").text()).contains("Theirs", "Their paper", "Met");
		assertThat(page.selectFirst("textarea").wholeText().strip()).isEqualTo("Mine");
		this.desk.saves(FUND, "met", "NOT_MET", "answer", "Mine", "source", "My paper", "version",
				page.selectFirst("[name=version]").val());
		assertThat(this.desk.page("/requirements").text()).contains("Mine").doesNotContain("Theirs");
	}

	@Test
	void countsTheNineImplications() throws Exception {
		assertThat(this.desk.page("/implications").selectFirst(".app-lead").text()).isEqualTo("0 of 9 given.");
		this.desk.saves(IT, "applies", "no", "text", "Words", "source", "The report");
		assertThat(this.desk.page("/implications").selectFirst(".app-lead").text()).isEqualTo(
				"1 of 9 given. Missing: Financial and value for money, Legal, Personnel, Equalities impact, Health "
						+ "and safety, Environmental sustainability, Property and asset management and Risk management.");
		for (Subject subject : Subject.implications()) {
			boolean applies = subject.ordinal() % 2 == 0;
			this.desk.saves("/implications/" + subject.slug(), "applies", applies ? "yes" : "no", "text", "Words",
					"source", "The report", "version", (subject == Subject.IT) ? "0" : "-1");
		}
		Document page = this.desk.page("/implications");
		assertThat(page.selectFirst(".app-lead").text()).isEqualTo("9 of 9 given.");
		assertThat(page.select("tbody .nhsuk-tag").eachText()).containsOnly("Filled in", "Not applicable").hasSize(9);
	}

	@Test
	void asksWhyAnImplicationDoesNotApply() throws Exception {
		assertThat(Pages.errors(this.desk.sends(IT))).containsExactly("Choose whether it applies",
				"Enter what there is to say", "Enter where this is from, such as a paper and its section");
		assertThat(Pages.errors(this.desk.sends(IT, "applies", "no", "source", "The report")))
			.containsExactly("Enter why it does not apply");
		assertThat(this.desk.gets("/implications/weather").getStatus()).isEqualTo(404);
	}

	@Test
	void takesTwentyThousandCharactersAndNoMore() throws Exception {
		String most = "x".repeat(19_998) + "\r\ny";
		this.desk.saves(IT, "applies", "yes", "text", most, "source", "The report");
		assertThat(
				Pages.errors(this.desk.sends(IT, "applies", "yes", "text", most + "z", "source", "R", "version", "0")))
			.containsExactly("The text must be 20,000 characters or fewer");
		MockHttpServletResponse huge = this.desk.sends(IT, "applies", "yes", "text", "é".repeat(1_000_000), "source",
				"R");
		assertThat(Pages.errors(huge)).containsExactly("The text must be 20,000 characters or fewer");
		assertThat(Jsoup.parse(huge.getContentAsString()).selectFirst("textarea").wholeText())
			.contains("é".repeat(1000));
	}

	@Test
	void keepsTheLongerTextsOnTheirOwnPlaces() throws Exception {
		String typed = "# Heading\n<script>alert(1)</script> ![x](http://a/b.png)";
		for (String subject : List.of("conflicts", "other-options", "capacity")) {
			this.desk.saves("/implications/" + subject, "text", typed, "source", "The paper");
		}
		Document page = this.desk.page("/implications");
		assertThat(page.select("section[aria-labelledby=conflicts] .app-typed").first().wholeText()).isEqualTo(typed);
		assertThat(page.select("section[aria-labelledby=other-options] .app-typed").first().wholeText())
			.isEqualTo(typed);
		assertThat(page.selectFirst(".app-lead").text()).startsWith("0 of 9");
		assertThat(this.desk.page("/capacity").wholeText()).contains(typed);
		assertThat(this.desk.sends("/implications/capacity", "text", "A", "source", "B", "version", "0")
			.getRedirectedUrl()).endsWith("/capacity");
	}

	@Test
	void showsBothTextsToTheSecondOfTwoPeople() throws Exception {
		this.desk.saves(IT, "applies", "no", "text", "Theirs", "source", "Their paper", "version", "-1");
		Document page = Jsoup
			.parse(this.desk.sends(IT, "applies", "yes", "text", "Mine", "source", "My paper", "version", "-1")
				.getContentAsString());
		assertThat(page.selectFirst(".app-conflict").text()).contains("Theirs", "Not applicable");
		assertThat(page.selectFirst("textarea").wholeText().strip()).isEqualTo("Mine");
	}

}
