package org.mandate.voting;

import java.util.List;
import java.util.UUID;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mandate.MandateTest;
import org.mandate.OxfordshireDecision;
import org.mandate.Pages;
import org.mandate.TestOrganisations;
import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.database.Statements;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mandate.TestOrganisations.as;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/**
 * Comments and concerns of localities, from the page they are typed on to the paper.
 */
@MandateTest
class CommentTests {

	@Autowired
	private ApplicationContext beans;

	@Autowired
	private MockMvc mvc;

	@Autowired
	private Voting voting;

	private OxfordshireDecision decision;

	private Member director;

	private Member other;

	private String ballot;

	private String southWest;

	@BeforeEach
	void ask() {
		this.decision = new OxfordshireDecision(this.beans).asked();
		this.director = director("south-west");
		this.other = director("west");
		this.ballot = this.decision.base() + "/ballots/1";
		this.southWest = this.ballot + "/returns/south-west";
	}

	private Member director(String locality) {
		UUID id = this.decision.within(() -> this.voting.ballot(this.decision.appraisal, 1).unit(locality).locality());
		return this.beans.getBean(TestOrganisations.class)
			.person(this.decision.organisation, Role.LOCALITY_DIRECTOR, id);
	}

	private ResultActions records(Member member, String form, String theme, String words) throws Exception {
		return this.mvc.perform(post(this.southWest + "/comments").with(as(member))
			.with(csrf())
			.param("form", form)
			.param("theme", theme)
			.param("words", words));
	}

	private void recorded(String theme, String words) throws Exception {
		records(this.director, UUID.randomUUID().toString(), theme, words)
			.andExpect(redirectedUrl(this.southWest + "/comments"));
	}

	private Document page(String address, Member member) throws Exception {
		return new Pages(this.mvc, member).page(address);
	}

	@Test
	void showsCommentsByThemeOnTheResultAndInThePaper() throws Exception {
		recorded("TIMING", "April is too soon.");
		recorded("FUNDING", "Who pays for the extra work?\r\nWe do not want to.");
		this.decision.voted();
		Document result = page(this.ballot + "/results", this.other);
		assertThat(result.select("section[aria-labelledby=comments] h3").eachText()).containsExactly("Funding",
				"Timing");
		assertThat(result.select("section[aria-labelledby=comments] li").first().text())
			.isEqualTo("Who pays for the extra work? We do not want to. South West");
		Document paper = page(this.decision.base() + "/paper", this.decision.governor);
		assertThat(paper.select(".app-paper__comments").text()).isEqualTo(
				"Funding South West: “Who pays for the extra work? We do not want to.” Timing South West: “April is too soon.”");
		assertThat(this.decision.events("comment.recorded").getFirst().summary())
			.isEqualTo("Recorded a comment of South West on ballot 1: Funding");
	}

	@Test
	void listsThemOnTheReturn() throws Exception {
		assertThat(page(this.southWest, this.director).select("section[aria-labelledby=comments] a").text())
			.isEqualTo("Record a comment or concern");
		recorded("WORKLOAD", "More meetings");
		assertThat(page(this.southWest, this.director).select("section[aria-labelledby=comments]").text())
			.contains("More meetings Workload");
		assertThat(page(this.ballot + "/returns/west", this.decision.manager).text()).doesNotContain("More meetings");
	}

	@Test
	void keepsAWithdrawnCommentOnTheRecordAndOutOfTheResult() throws Exception {
		recorded("OTHER", "Said in anger");
		String withdrawal = page(this.southWest + "/comments", this.director).select("form[action$=/withdrawal]")
			.attr("action");
		for (int i = 0; i < 2; i++) {
			this.mvc.perform(post(withdrawal).with(as(this.decision.manager)).with(csrf()))
				.andExpect(redirectedUrl(this.southWest + "/comments"));
		}
		assertThat(page(this.southWest + "/comments", this.director).select(".app-comments__item--withdrawn").text())
			.contains("Something else Withdrawn", "Said in anger", "Withdrawn by The Commissioning manager");
		this.decision.voted();
		assertThat(page(this.ballot + "/results", this.other).text()).doesNotContain("Said in anger");
		assertThat(page(this.decision.base() + "/paper", this.decision.governor).text())
			.doesNotContain("Said in anger");
		assertThat(this.decision.events("comment.withdrawn")).hasSize(1);
	}

	@Test
	void makesOneCommentOfAFormSentTwiceAndLosesNothingOfAFormUsedAgain() throws Exception {
		String form = UUID.randomUUID().toString();
		records(this.director, form, "FUNDING", "Who pays?").andExpect(status().is3xxRedirection());
		records(this.director, form, "FUNDING", "Who pays?").andExpect(status().is3xxRedirection());
		assertThat(this.decision.events("comment.recorded")).hasSize(1);
		records(this.director, form, "FUNDING", "Who pays now?").andExpect(status().is3xxRedirection());
		records(this.director, "not an identity", "FUNDING", "And then?").andExpect(status().is3xxRedirection());
		assertThat(page(this.southWest + "/comments", this.director).select(".app-comments__words").eachText())
			.containsExactly("Who pays?", "Who pays now?", "And then?");
	}

	@Test
	void saysWhatIsMissingAndKeepsWhatWasTyped() throws Exception {
		Document empty = Jsoup
			.parse(records(this.director, "", "", " ").andReturn().getResponse().getContentAsString());
		assertThat(empty.select(".nhsuk-error-summary li").eachText())
			.containsExactly("Choose what the comment is about", "Enter the comment or concern");
		Document longer = Jsoup.parse(records(this.director, "", "NONSENSE", "\ud83d\ude00".repeat(1001)).andReturn()
			.getResponse()
			.getContentAsString());
		assertThat(longer.text()).contains("The comment must be 1,000 characters or fewer");
		assertThat(longer.select("textarea").val()).hasSize(2002);
		Document hidden = Jsoup
			.parse(records(this.director, "", "OTHER", "a\u0007b").andReturn().getResponse().getContentAsString());
		assertThat(hidden.text()).contains("characters that cannot be seen");
		records(this.director, "", "OTHER", "\ud83d\ude00".repeat(1000)).andExpect(status().is3xxRedirection());
		assertThat(this.decision.events("comment.recorded")).hasSize(1);
	}

	@Test
	void keepsDirectorsToTheirOwnLocality() throws Exception {
		recorded("FUNDING", "Who pays?");
		String withdrawal = page(this.southWest + "/comments", this.director).select("form[action$=/withdrawal]")
			.attr("action");
		records(this.other, "", "FUNDING", "Not ours").andExpect(status().isForbidden());
		this.mvc.perform(post(withdrawal).with(as(this.other)).with(csrf())).andExpect(status().isForbidden());
		this.mvc.perform(post(withdrawal.replace("south-west", "west")).with(as(this.other)).with(csrf()))
			.andExpect(status().isNotFound());
		assertThat(this.decision.events("comment.withdrawn")).isEmpty();
	}

	@Test
	void readsThemInOneStatementHoweverManyThereAre() throws Exception {
		this.decision.voted();
		page(this.ballot + "/results", this.other);
		List<String> without = Statements.during(() -> page(this.ballot + "/results", this.other));
		for (int i = 0; i < 20; i++) {
			recorded("FUNDING", "Comment " + i);
		}
		List<String> with = Statements.during(() -> page(this.ballot + "/results", this.other));
		assertThat(with).hasSameSizeAs(without).hasSizeLessThanOrEqualTo(6);
	}

}
