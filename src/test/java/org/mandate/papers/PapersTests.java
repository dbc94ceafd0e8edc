package org.mandate.papers;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mandate.MandateTest;
import org.mandate.OxfordshireDecision;
import org.mandate.access.Member;
import org.mandate.database.Statements;
import org.mandate.database.TestDatabase;
import org.mandate.documents.CanonicalJson;
import org.mandate.options.Option;
import org.mandate.options.OptionStatement;
import org.mandate.options.Options;
import org.mandate.recommendations.Decision;
import org.mandate.recommendations.Recommendations;
import org.mandate.recommendations.Resolution;
import org.mandate.risks.Rating;
import org.mandate.risks.RiskStatement;
import org.mandate.risks.Risks;
import org.mandate.voices.ViewStatement;
import org.mandate.voices.Voices;
import org.mandate.voting.Returns;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mandate.TestOrganisations.as;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@MandateTest
class PapersTests {

	@Autowired
	private ApplicationContext beans;

	@Autowired
	private MockMvc mvc;

	@Autowired
	private Papers papers;

	@Autowired
	private Recommendations recommendations;

	private OxfordshireDecision decision;

	@BeforeEach
	void start() {
		this.decision = new OxfordshireDecision(this.beans);
	}

	private Document page(String path, Member member) throws Exception {
		return Jsoup.parse(this.mvc.perform(get(this.decision.base() + path).with(as(member)))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsString());
	}

	private void put() {
		this.decision.within(() -> {
			this.recommendations.begin(this.decision.appraisal, Recommendations.Source.RECORD, null,
					this.decision.manager);
			putLatest();
		});
	}

	private void putLatest() {
		int version = this.recommendations.current(this.decision.appraisal.id()).orElseThrow().version().number();
		this.recommendations.put(this.decision.appraisal, version, "The rest follows at the meeting",
				this.decision.manager);
	}

	private void resolve(Decision decided) {
		resolve(decided, true);
	}

	private void resolve(Decision decided, boolean presided) {
		this.decision.within(() -> this.recommendations.resolve(this.decision.appraisal, new Resolution.Minute(decided,
				null, LocalDate.of(2015, 1, 29), 12, 0, 1, "For good reasons", new Resolution.Meeting(UUID.randomUUID(),
						UUID.randomUUID(), "Governing Body, 29 January 2015, item 1."),
				presided), this.decision.chair));
	}

	private void sealed() {
		this.decision.compared().asked().voted();
		put();
		resolve(Decision.APPROVED);
	}

	private void correctSouthWest() {
		this.decision.within(() -> this.beans.getBean(Returns.class)
			.correct(this.decision.place("south-west"), OxfordshireDecision.southWest(8, 4), "Counted again", 3,
					this.decision.manager));
	}

	@Test
	void saysWhatOxfordshiresPaperSaid() throws Exception {
		this.decision.compared().asked().voted();
		put();
		Document paper = page("/paper", this.decision.governor);
		String text = paper.select("article").text();
		assertThat(text).contains("NHS Oxfordshire CCG", "Which model for 2015/16")
			.contains(
					"OCCG wishes to opt for a joint commissioning approach to co-commissioning for 2015/16 with a plan to "
							+ "review these arrangements as part of our planning process for 2016/17.")
			.contains("12 noon on 9 January 2015", "5 January 2015", "5pm on 30 January 2015", "31 January 2015")
			.contains("64.3% (9 of 14)", "75.0% (9 of 12)", "90.0% (72 of 80)", "96.0% (72 of 75)")
			.contains("Option 1 3, Option 2 at least 9")
			.contains("Localities inferred");
		Element comparison = paper.select(".app-paper__comparison").first();
		assertThat(comparison.select("tbody tr")).hasSize(7);
		assertThat(comparison.select("tbody td")).hasSize(28);
		assertThat(comparison.text()).contains("Services commissioned under the OCCG Primary Care Contract",
				"Subject to joint agreement with the area team");
		assertThat(comparison.select("tbody tr:nth-child(3) td:nth-child(2)").text()).startsWith("No ")
			.contains("Less than today");
		assertThat(comparison.select("tbody tr:nth-child(7) td").eachText()).allMatch((cell) -> cell.startsWith("No"))
			.noneMatch((cell) -> cell.contains("Not stated"));
		assertThat(paper.select(".app-paper__votes tbody tr")).hasSize(6);
		assertThat(paper.select("article svg[role=img]")).hasSize(1);
	}

	@Test
	void givesEveryReferenceItsSourceAndEverySourceAReference() throws Exception {
		this.decision.compared().asked().voted();
		put();
		Document paper = page("/paper", this.decision.governor);
		List<String> references = paper.select(".app-paper__refs a")
			.eachAttr("href")
			.stream()
			.distinct()
			.sorted()
			.toList();
		List<String> sources = paper.select(".app-paper__sources li")
			.eachAttr("id")
			.stream()
			.map((id) -> "#" + id)
			.sorted()
			.toList();
		assertThat(references).isNotEmpty().isEqualTo(sources);
	}

	@Test
	void tellsWhatIsMissingOfAnUnfinishedAppraisal() throws Exception {
		Document paper = page("/paper", this.decision.governor);
		assertThat(paper.select("article").text()).contains("No ballot has been opened yet",
				"mandate of the member practices is incomplete", "No recommendation has been written yet",
				"Today’s level is not recorded for 7 of 7 functions");
	}

	@Test
	void keepsTheFiguresOfAnOpenBallotFromThoseWhoDoNotRunIt() throws Exception {
		this.decision.asked();
		this.decision.counted("south-west", OxfordshireDecision.southWest(9, 3));
		assertThat(page("/paper", this.decision.manager).text()).contains("64.3%");
		Document paper = page("/paper", this.decision.governor);
		assertThat(paper.text()).contains("its result is shown when it has closed").doesNotContain("64.3%");
		assertThat(paper.select(".app-paper__votes, article svg[role=img]")).isEmpty();
		put();
		resolve(Decision.APPROVED);
		assertThat(page("/papers/1", this.decision.manager).text()).doesNotContain("64.3%");
	}

	@Test
	void needsNoMoreStatementsForMorePractices() throws Exception {
		this.decision.compared().asked().voted();
		put();
		page("/paper", this.decision.governor);
		List<String> eighty = Statements.during(() -> page("/paper", this.decision.governor));
		// Eleven of them answer the tests of the members’ mandate, and tell the
		// milestones they rest on.
		assertThat(eighty).hasSizeLessThanOrEqualTo(50);
		OxfordshireDecision larger = new OxfordshireDecision(this.beans);
		larger.compared().asked(5).voted();
		this.decision = larger;
		put();
		List<String> fourHundred = Statements.during(() -> page("/paper", this.decision.governor));
		assertThat(fourHundred).hasSameSizeAs(eighty);
		resolve(Decision.APPROVED);
		assertThat(Statements.during(() -> page("/papers/1", this.decision.governor))).hasSizeLessThanOrEqualTo(6);
	}

	@Test
	void sealsThePaperWithTheResolution() throws Exception {
		sealed();
		Document paper = page("/papers/1", this.decision.governor);
		assertThat(paper.text()).contains("Checked now: the content is what was sealed")
			.contains("at the meeting of the governing body on 29 January 2015: 12 for, 0 against, 1 abstained")
			.contains("Governing Body, 29 January 2015, item 1.")
			.doesNotContain("Superseded", "The record has changed");
		SealedPaper kept = this.decision.within(() -> this.papers.sealed(this.decision.appraisal, 1));
		assertThat(paper.select("code").eachText()).containsExactly(kept.sha256(), kept.sealed().hash());
	}

	@Test
	void showsTheSealedPaperUnchangedAfterTheVoteWasCorrected() throws Exception {
		sealed();
		String before = page("/papers/1", this.decision.governor).select("article").html();
		correctSouthWest();
		Document after = page("/papers/1", this.decision.governor);
		assertThat(after.select("article").html()).isEqualTo(before);
		assertThat(after.text()).contains("The record has changed since this paper was sealed", "64.3% (9 of 14)")
			.contains("Superseded by a correction", "South West, Option 2: 9 in this paper, 8 on record now.",
					"All localities, Option 2: 72 in this paper, 71 on record now.")
			.doesNotContain("57.1%");
		assertThat(page("/paper", this.decision.governor).select("article").text()).contains("57.1% (8 of 14)",
				"Counted again");
	}

	@Test
	void saysThatALaterPaperSupersedesIt() throws Exception {
		sealed();
		this.decision.within(() -> {
			this.recommendations.begin(this.decision.appraisal, Recommendations.Source.PREVIOUS, null,
					this.decision.manager);
			putLatest();
		});
		assertThat(page("/papers/1", this.decision.governor).text()).doesNotContain("Superseded.");
		resolve(Decision.DEFERRED);
		assertThat(page("/papers/1", this.decision.governor).select(".app-seal--old a[href$=/papers/2]")).hasSize(1);
		assertThat(page("/papers/2", this.decision.governor).text()).contains("Deferred", "For good reasons")
			.doesNotContain("Superseded.");
	}

	@Test
	void noticesContentThatWasAlteredInTheDatabase() throws Exception {
		sealed();
		tamper("update sealed_paper set content = replace(content, '72 of 80', '79 of 80') where organisation_id = ?");
		Document paper = page("/papers/1", this.decision.governor);
		assertThat(paper.text()).contains("Do not rely on this paper", "Its content was changed after it was sealed")
			.doesNotContain("Checked now");
		tamper("update sealed_paper set sha256 = encode(sha256(convert_to(content, 'UTF8')), 'hex') where organisation_id = ?");
		assertThat(page("/papers/1", this.decision.governor).text()).contains("Do not rely on this paper",
				"The hash noted beside it is not the one in the audit trail");
		tamper("update sealed_paper set content = 'nothing' where organisation_id = ?");
		assertThat(page("/papers/1", this.decision.governor).text()).contains("can no longer be read as a paper");
	}

	private void tamper(String sql) throws Exception {
		TestDatabase.tamper(this.decision.organisation.id(), sql);
	}

	@Test
	void readsBackWhatItWrote() {
		this.decision.compared().asked().voted();
		put();
		resolve(Decision.APPROVED);
		Paper paper = this.decision.within(() -> this.papers.draft(this.decision.appraisal, this.decision.manager))
			.paper();
		assertThat(paper.resolution()).isNotNull();
		assertThat(paper.consultation()).isNotNull();
		String content = CanonicalJson.write(paper);
		assertThat(CanonicalJson.read(content, Paper.class)).contains(paper);
		assertThat(CanonicalJson.write(CanonicalJson.read(content, Paper.class).orElseThrow())).isEqualTo(content);
		assertThat(content).startsWith("{\"appraisal\":{\"capacity\":").contains("\"metOn\":\"2015-01-29\"");
	}

	@Test
	void readsPapersThatWereSealedBeforeTheyHadAnAppraisalOfTheOptions() throws Exception {
		sealed();
		String content = CanonicalJson.write(
				this.decision.within(() -> this.papers.draft(this.decision.appraisal, this.decision.manager)).paper());
		String old = content.replaceFirst("\"appraisal\":\\{.*?\"voices\":\\[[^]]*]},", "")
			.replaceFirst("\"circumstances\":\"[^\"]*\",", "")
			.replaceFirst("\"mandate\":\\{.*?},\"narratives\"", "\"narratives\"")
			.replace("\"format\":6", "\"format\":2");
		assertThat(old).startsWith("{\"background\":");
		assertThat(CanonicalJson.read(old, Paper.class).orElseThrow().appraisal()).isNull();
		tamper("update sealed_paper set content = '" + old.replace("'", "''") + "' where organisation_id = ?");
		Document paper = page("/papers/1", this.decision.governor);
		assertThat(paper.select("article h2").eachText()).containsSubsequence("2 Comparison of the models",
				"3 Consultation of member practices", "4 Recommendation", "5 Resolution", "6 Sources");
	}

	@Test
	void readsPapersThatWereSealedBeforeTheGoverningBodyResolvedAtAMeeting() throws Exception {
		this.decision.compared();
		this.decision.within(() -> {
			this.recommendations.begin(this.decision.appraisal, Recommendations.Source.CHOSEN_MODEL, "joint",
					this.decision.manager);
			putLatest();
		});
		resolve(Decision.APPROVED, false);
		assertThat(page("/papers/1", this.decision.governor).select("section[aria-labelledby=resolution]").text())
			.contains("Governing Body, 29 January 2015, item 1.", "on behalf of whoever presided, at");
		String content = CanonicalJson.write(
				this.decision.within(() -> this.papers.draft(this.decision.appraisal, this.decision.manager)).paper());
		String old = content.replace("\"circumstances\":\"Governing Body, 29 January 2015, item 1.\",", "")
			.replaceFirst("\"mandate\":\\{.*?},\"narratives\"", "\"narratives\"")
			.replace("\"format\":6", "\"format\":3");
		assertThat(old).hasSizeLessThan(content.length());
		tamper("update sealed_paper set content = '" + old.replace("'", "''") + "' where organisation_id = ?");
		assertThat(page("/papers/1", this.decision.governor).select("section[aria-labelledby=resolution]").text())
			.contains("12 for", "on behalf of the chair, at")
			.doesNotContain("item 1");
	}

	@Test
	void carriesTheAppraisalOfTheOptions() throws Exception {
		this.decision.compared();
		this.decision.within(() -> {
			this.beans.getBean(Options.class)
				.record(this.decision.appraisal, "greater-involvement", new OptionStatement(Option.Standing.EXCLUDED,
						"Less than we do today", "Paper, section 2.1", null, null));
			this.beans.getBean(Risks.class)
				.add(this.decision.appraisal, new RiskStatement("delegated", "Deficit", "Who pays it?", Rating.of(4, 4),
						"An indemnity", Rating.of(2, 4), "Chief finance officer", "Paper, section 2.3"));
			this.beans.getBean(Voices.class)
				.record(this.decision.appraisal, new ViewStatement("joint", "It keeps what we have.", "OCCG Executive",
						LocalDate.of(2014, 12, 23), "Paper, section 5.1"));
		});
		Document paper = page("/paper", this.decision.governor);
		assertThat(paper.select("article h2").eachText()).containsSubsequence("2 Comparison of the models",
				"3 Appraisal of the options", "4 Consultation of member practices", "5 Recommendation", "6 Sources");
		String section = paper.select("section[aria-labelledby=options]").text();
		assertThat(section).contains("The options cannot be compared by their scores yet",
				"OCCG Executive: It keeps what we have. (Paper, section 5.1)",
				"Option 1: Greater involvement Excluded: Less than we do today (Paper, section 2.1) Not known",
				"1. Deficit Who pays it? (Paper, section 2.3) Option 3: Delegated commissioning 16, extreme An indemnity "
						+ "8, high Chief finance officer");
	}

	@Test
	void keepsPapersFromOtherOrganisations() throws Exception {
		sealed();
		OxfordshireDecision other = new OxfordshireDecision(this.beans);
		for (String path : List.of("/paper", "/papers/1")) {
			this.mvc.perform(get(this.decision.base() + path).with(as(other.manager))).andExpect(status().isNotFound());
		}
		for (String number : List.of("2", "0", "x", "-1", "1000000000000", "1.5")) {
			this.mvc.perform(get(this.decision.base() + "/papers/" + number).with(as(this.decision.governor)))
				.andExpect(status().isNotFound());
		}
		assertThat(other.within(() -> this.papers.draft(other.appraisal, other.manager).sealed())).isNull();
	}

}
