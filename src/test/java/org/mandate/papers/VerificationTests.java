package org.mandate.papers;

import java.net.URI;
import java.time.LocalDate;
import java.util.Locale;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandate.MandateTest;
import org.mandate.OxfordshireDecision;
import org.mandate.database.Statements;
import org.mandate.database.TestDatabase;
import org.mandate.meetings.MeetingId;
import org.mandate.meetings.TestMeetings;
import org.mandate.recommendations.Recommendations;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

/**
 * Anybody who holds a sealed paper finds out by its hash whether it is genuine, and
 * nothing more than they may know.
 */
@MandateTest
class VerificationTests {

	@Autowired
	private ApplicationContext beans;

	@Autowired
	private MockMvc mvc;

	private OxfordshireDecision decision;

	private TestMeetings body;

	private MeetingId meeting;

	private String hash;

	@BeforeEach
	void seal() {
		this.decision = new OxfordshireDecision(this.beans).compared();
		this.body = new TestMeetings(this.beans, this.decision.organisation, "Governing Body").withFive();
		this.meeting = sealed(Recommendations.Source.CHOSEN_MODEL, 1, LocalDate.of(2015, 1, 29));
		this.hash = hash(1);
	}

	private MeetingId sealed(Recommendations.Source source, int version, LocalDate on) {
		this.decision.within(() -> {
			Recommendations recommendations = this.beans.getBean(Recommendations.class);
			recommendations.begin(this.decision.appraisal, source, "joint", this.decision.manager);
			recommendations.put(this.decision.appraisal, version, "The rest follows", this.decision.manager);
		});
		MeetingId id = this.body.opened(on, TestMeetings.recommendation(this.decision.appraisal.id()));
		this.body.left(id, 1, TestMeetings.approved()).closed(id, null, this.decision.manager);
		return id;
	}

	private String hash(int number) {
		return this.decision
			.within(() -> this.beans.getBean(Papers.class).sealed(this.decision.appraisal, number).sha256());
	}

	private String base() {
		return "/" + this.decision.organisation.slug() + "/verification";
	}

	private Document page(String path) throws Exception {
		return page(base(), path);
	}

	private Document page(String base, String path) throws Exception {
		MockHttpServletResponse response = this.mvc.perform(get(URI.create(base + path))).andReturn().getResponse();
		assertThat(response.getStatus()).as(path).isEqualTo(200);
		return Jsoup.parse(response.getContentAsString());
	}

	private String sent(String typed) throws Exception {
		return this.mvc.perform(get(base()).param("hash", typed)).andReturn().getResponse().getRedirectedUrl();
	}

	@Test
	void tellsNothingOfAPaperWhoseDecisionIsNotPublished() throws Exception {
		Document page = page("/" + this.hash);
		assertThat(page.select("main h2").first().text()).isEqualTo("Yes, it is a paper of NHS Oxfordshire CCG");
		assertThat(page.select("main").text())
			.contains("Checked now: what is kept is what was sealed", "Paper 1 of the appraisal for 2015/16", this.hash,
					"nothing of what it says is shown here")
			.doesNotContain("Approved", "joint", "model", "Title", "2015-001");
		assertThat(page.select("main section a")).isEmpty();
	}

	@Test
	void leadsToThePaperOfAPublishedDecision() throws Exception {
		this.body.published(this.meeting);
		Document page = page("/" + this.hash);
		assertThat(page.select("main").text()).contains("2015-001: Approved", "Title Primary care co-commissioning");
		assertThat(page.select("main section a").eachAttr("href"))
			.contains("/" + this.decision.organisation.slug() + "/register-of-decisions/2015-001/paper");
	}

	@Test
	void forgivesBlanksAndCapitalsAndALineEnd() throws Exception {
		String printed = this.hash.toUpperCase(Locale.ROOT).replaceAll("(.{8})", "$1 ") + "\r\n\u00a0";
		assertThat(sent(printed)).isEqualTo(base() + "/" + this.hash);
		assertThat(sent(this.hash.substring(0, 12))).isEqualTo(base() + "/" + this.hash.substring(0, 12));
		assertThat(page("/" + this.hash.substring(0, 12)).select("main").text()).contains("Yes, it is a paper",
				this.hash);
		assertThat(page("/" + this.hash.substring(0, 20).toUpperCase(Locale.ROOT)).select("main").text())
			.contains("Yes, it is a paper");
	}

	@ParameterizedTest
	@ValueSource(strings = { "0123456789a", "zzzzzzzzzzzz", "0123456789abcdefg", "%", "'; drop table sealed_paper; --",
			"<script>alert(1)</script>", "\u0000\u0000" })
	void saysWhatAHashLooksLike(String typed) throws Exception {
		MockHttpServletResponse response = this.mvc.perform(get(base()).param("hash", typed)).andReturn().getResponse();
		assertThat(response.getStatus()).isEqualTo(200);
		Document page = Jsoup.parse(response.getContentAsString());
		assertThat(page.title()).startsWith("Error: ");
		assertThat(page.select(".nhsuk-error-message").text())
			.contains("Enter at least the first 12 of the 64 digits of the content hash");
		assertThat(page.select(".nhsuk-error-summary a").attr("href")).isEqualTo("#hash");
		assertThat(page.select("main script")).isEmpty();
	}

	@Test
	void keepsToItsLengthWhateverIsSent() throws Exception {
		assertThat(page("/" + "a".repeat(65)).title()).startsWith("Error: ");
		assertThat(page("/" + "a".repeat(5000)).select("input[name=hash]").val()).hasSize(200);
		assertThat(page("/abc").title()).startsWith("Error: ");
		assertThat(page("").title()).doesNotStartWith("Error: ");
	}

	@Test
	void saysPlainlyThatAHashIsUnknown() throws Exception {
		Document page = page("/" + "0".repeat(64));
		assertThat(page.select("main").text()).contains("No paper with this hash was sealed here", "A digit is wrong",
				"The paper is a draft", "was changed. Then do not rely on it");
	}

	@Test
	void knowsNoPaperOfAnotherOrganisation() throws Exception {
		OxfordshireDecision other = new OxfordshireDecision(this.beans);
		assertThat(page("/" + other.organisation.slug() + "/verification", "/" + this.hash).select("main").text())
			.contains("No paper with this hash was sealed here");
	}

	@Test
	void saysThatALaterPaperTookItsPlace() throws Exception {
		sealed(Recommendations.Source.PREVIOUS, 2, LocalDate.of(2015, 2, 26));
		assertThat(page("/" + this.hash).select("main").text()).contains("Superseded.");
		assertThat(page("/" + hash(2)).select("main").text()).doesNotContain("Superseded.");
	}

	@Test
	void saysThatWhatIsKeptIsNoLongerWhatWasSealed() throws Exception {
		tamper("update sealed_paper set content = replace(content, 'joint', 'other') where organisation_id = ?");
		assertThat(page("/" + this.hash).select("main").text())
			.contains("It was sealed here, but do not rely on it", "Its content was changed after it was sealed")
			.doesNotContain("genuine.");
	}

	@Test
	void asksForMoreDigitsWhereSeveralBeginAlike() throws Exception {
		sealed(Recommendations.Source.PREVIOUS, 2, LocalDate.of(2015, 2, 26));
		tamper("update sealed_paper set sha256 = '%s' || right(sha256, 52) where organisation_id = ? and number = 2"
			.formatted(this.hash.substring(0, 12)));
		assertThat(page("/" + this.hash.substring(0, 12)).select("main").text())
			.contains("Several papers begin with these digits");
		assertThat(page("/" + this.hash).select("main").text()).contains("Yes, it is a paper");
	}

	@Test
	void isOfferedWherePeopleSignInOnceThereIsAPaper() throws Exception {
		String path = "/" + this.decision.organisation.slug();
		assertThat(page(path, "/sign-in").select("a[href=" + base() + "]").text()).isEqualTo("Is a paper genuine?");
		OxfordshireDecision other = new OxfordshireDecision(this.beans);
		assertThat(page("/" + other.organisation.slug(), "/sign-in").text()).doesNotContain("genuine");
	}

	@Test
	void asksTheDatabaseAFixedNumberOfTimes() throws Exception {
		int one = Statements.during(() -> page("/" + this.hash)).size();
		this.body.published(this.meeting);
		sealed(Recommendations.Source.PREVIOUS, 2, LocalDate.of(2015, 2, 26));
		assertThat(Statements.during(() -> page("/" + this.hash))).hasSize(one).hasSizeLessThanOrEqualTo(13);
	}

	private void tamper(String sql) throws Exception {
		TestDatabase.tamper(this.decision.organisation.id(), sql);
	}

}
