package org.mandate.meetings;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

import javax.xml.parsers.DocumentBuilderFactory;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandate.MandateTest;
import org.mandate.OxfordshireDecision;
import org.mandate.Pages;
import org.mandate.database.Statements;
import org.mandate.meetings.Outcome.Result;
import org.mandate.recommendations.Recommendations;
import org.mandate.voting.Publication;
import org.mandate.voting.Publishing;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.util.UriComponentsBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mandate.TestOrganisations.as;
import static org.mandate.meetings.TestMeetings.approved;
import static org.mandate.meetings.TestMeetings.inPrivate;
import static org.mandate.meetings.TestMeetings.motion;
import static org.mandate.meetings.TestMeetings.recommendation;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

/**
 * The register of decisions as anybody meets it: pages, file, feed and papers.
 */
@MandateTest
class DecisionRegisterTests {

	private static final String ATOM = "http://www.w3.org/2005/Atom";

	private static final LocalDate JANUARY = LocalDate.of(2015, 1, 29);

	@Autowired
	private ApplicationContext beans;

	@Autowired
	private MockMvc mvc;

	private OxfordshireDecision decision;

	private TestMeetings body;

	@BeforeEach
	void start() {
		this.decision = new OxfordshireDecision(this.beans);
		this.body = new TestMeetings(this.beans, this.decision.organisation, "Governing Body").withFive();
	}

	private String base() {
		return "/" + this.decision.organisation.slug() + "/register-of-decisions";
	}

	private MockHttpServletResponse asked(String path) throws Exception {
		return this.mvc.perform(get(UriComponentsBuilder.fromUriString(path).build(true).toUri()))
			.andReturn()
			.getResponse();
	}

	private String text(String path) throws Exception {
		MockHttpServletResponse response = asked(path);
		assertThat(response.getStatus()).as(path).isEqualTo(200);
		return response.getContentAsString(StandardCharsets.UTF_8);
	}

	private Document page(String path) throws Exception {
		return Jsoup.parse(text(path));
	}

	private List<String> found(String query) throws Exception {
		return page(base() + query).select(".app-decisions h2").eachText();
	}

	private void decided(LocalDate on, String title, String motion) {
		MeetingId id = this.body.opened(on, motion(title, motion, null));
		this.body.left(id, 1, approved()).closed(id, null, this.decision.manager).published(id);
	}

	private MeetingId put() {
		this.decision.within(() -> {
			Recommendations recommendations = this.beans.getBean(Recommendations.class);
			recommendations.begin(this.decision.appraisal, Recommendations.Source.CHOSEN_MODEL, "joint",
					this.decision.manager);
			recommendations.put(this.decision.appraisal, 1, "The rest follows at the meeting", this.decision.manager);
		});
		MeetingId id = this.body.opened(JANUARY, recommendation(this.decision.appraisal.id()));
		this.body.left(id, 1, approved()).closed(id, null, this.decision.manager);
		return id;
	}

	@Test
	void showsADecisionWithEverything() throws Exception {
		MeetingId id = this.body.opened(JANUARY, motion("Opening hours", "To open on Saturdays", "Saturdays\nSundays"));
		this.body.conflicted(id, 1, "Nell Nurse", "Works on Saturdays", true, Ruling.REMAIN_ONLY, "She would gain")
			.conflicted(id, 1, "Pat Lay", "CANARY", false, Ruling.EXCLUDED, "CANARY")
			.left(id, 1, new Outcome(Result.REJECTED, null, null, "Too dear", new Vote(1, 2, 0, Map.of(), null)))
			.closed(id, null, this.decision.manager)
			.published(id);
		String list = page(base()).select("main").text();
		assertThat(list).contains("1 decision", "2015-001 Opening hours", "Governing Body, 29 January 2015", "Rejected",
				"1 for, 2 against, 0 abstained", "To open on Saturdays", "Quorate. 2 members declared a conflict.");
		Document page = page(base() + "/2015-001");
		assertThat(page.select("h1").text()).contains("Decision 2015-001", "Opening hours");
		assertThat(page.select("main").text())
			.contains("To open on Saturdays", "Rejected: 1 for, 2 against, 0 abstained", "Too dear", "29 January 2015",
					"Saturdays Sundays", "Chris Chair (Chair)", "Quorate", "Chris Chair, Vic Vice, Ed Executive")
			.contains(
					"Nell Nurse Works on Saturdays May remain, and not take part (She would gain). Ruled by Chris Chair")
			.contains("Pat Lay " + Minutes.WITHHELD + " Excluded. Ruled by Chris Chair (Chair)")
			.doesNotContain("Read the paper");
		for (String path : List.of("", "/2015-001", ".csv", ".atom")) {
			assertThat(text(base() + path)).as(path).doesNotContain("CANARY");
		}
	}

	@Test
	void findsDecisionsByWordsAndYear() throws Exception {
		decided(LocalDate.of(2014, 12, 4), "Car park", "To pave it");
		decided(JANUARY, "Opening hours", "To open on Saturdays");
		assertThat(found("")).containsExactly("2015-001 Opening hours", "2014-001 Car park");
		assertThat(found("?words=PAVE")).containsExactly("2014-001 Car park");
		assertThat(found("?words=vic%20vice")).hasSize(2);
		assertThat(found("?words=2015-001")).containsExactly("2015-001 Opening hours");
		assertThat(found("?year=2014")).containsExactly("2014-001 Car park");
		assertThat(found("?year=2014&words=Saturdays")).isEmpty();
		assertThat(page(base() + "?words=nothing").text()).contains("No published decision matches");
		assertThat(page(base()).select("select[name=year] option").eachText()).containsExactly("All years", "2015",
				"2014");
		for (String odd : List.of("?year=99999", "?year=%D9%A1", "?page=0", "?page=99999999999", "?page=x",
				"?words=%00%20")) {
			assertThat(found(odd)).as(odd).hasSize(2);
		}
		assertThat(found("?words=%3Cscript%3E")).isEmpty();
	}

	@Test
	void showsFiftyAPageWithAFixedNumberOfStatements() throws Exception {
		decided(JANUARY, "Alone", "To do it");
		List<String> few = Statements.during(() -> found(""));
		AgendaItem.Statement[] many = new AgendaItem.Statement[51];
		for (int i = 0; i < many.length; i++) {
			many[i] = motion("Motion " + i, "To do it", null);
		}
		MeetingId id = this.body.opened(LocalDate.of(2015, 2, 26), many);
		for (int i = 1; i <= many.length; i++) {
			this.body.left(id, i, approved());
		}
		this.body.closed(id, null, this.decision.manager).published(id);
		assertThat(Statements.during(() -> assertThat(found("")).hasSize(50))).hasSameSizeAs(few)
			.hasSizeLessThanOrEqualTo(9);
		assertThat(found("?page=2")).containsExactly("2015-002 Motion 0", "2015-001 Alone");
		assertThat(Statements.during(() -> page(base() + "/2015-001"))).hasSizeLessThanOrEqualTo(11);
		assertThat(Statements.during(() -> text(base() + ".atom"))).hasSizeLessThanOrEqualTo(9);
		assertThat(feed().getElementsByTagNameNS(ATOM, "entry").getLength()).isEqualTo(52);
	}

	@Test
	void answersAnEmptyRegister() throws Exception {
		assertThat(page(base()).text()).contains("No decision is published.");
		assertThat(text(base() + ".csv").lines()).hasSize(1);
		assertThat(feed().getElementsByTagNameNS(ATOM, "entry").getLength()).isZero();
		assertThat(page("/" + this.decision.organisation.slug() + "/sign-in").text())
			.doesNotContain("Register of decisions");
		decided(JANUARY, "Opening hours", "To open on Saturdays");
		assertThat(page("/" + this.decision.organisation.slug() + "/sign-in").select("a[href=" + base() + "]").text())
			.isEqualTo("Register of decisions");
	}

	@ParameterizedTest
	@ValueSource(strings = { "2015-999", "2015-002", "x", "2015-001.csv", "%3Cscript%3E", "2015-001/paper",
			"2015-999/paper", "2015-002/paper" })
	void doesNotKnowWhatIsNotPublished(String reference) throws Exception {
		MeetingId id = this.body.opened(JANUARY, motion("Public", "To do it", null), inPrivate("Private", "To sue"));
		this.body.left(id, 1, approved()).left(id, 2, approved()).closed(id, null, this.decision.manager).published(id);
		assertThat(asked(base() + "/" + reference).getStatus()).isEqualTo(404);
	}

	@Test
	void isOpenToMembersOfOtherOrganisationsAndKeepsThemApart() throws Exception {
		decided(JANUARY, "Opening hours", "To open on Saturdays");
		OxfordshireDecision other = new OxfordshireDecision(this.beans);
		assertThat(new Pages(this.mvc, other.manager).status(base())).isEqualTo(200);
		String theirs = "/" + other.organisation.slug() + "/register-of-decisions";
		assertThat(asked(theirs + "/2015-001").getStatus()).isEqualTo(404);
		assertThat(text(theirs) + text(theirs + ".csv") + text(theirs + ".atom")).doesNotContain("Opening hours");
	}

	@Test
	void isDownloadedWithoutFormulas() throws Exception {
		decided(LocalDate.of(2014, 12, 4), "=1+1", "To pave, \"or not\"");
		decided(JANUARY, "Opening hours", "To open on Saturdays");
		List<String> lines = text(base() + ".csv").lines().toList();
		assertThat(lines).hasSize(3);
		assertThat(lines.getFirst()).endsWith(
				"reference,date,committee,title,asked_to_approve,options_considered,decision,amended_wording,reason,"
						+ "presided,quorum,took_part,conflicts_declared,vote,votes_by_name,paper");
		assertThat(lines.getLast()).startsWith("2014-001,2014-12-04,Governing Body,'=1+1,\"To pave, \"\"or not\"\"\"")
			.contains("\"4 for, 0 against, 1 abstained\"");
		assertThat(text(base() + ".csv?year=2015").lines()).hasSize(2);
		assertThat(asked(base() + ".csv").getHeader("Content-Disposition"))
			.contains(this.decision.organisation.slug() + "-register-of-decisions.csv");
	}

	private org.w3c.dom.Document feed() throws Exception {
		DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
		factory.setNamespaceAware(true);
		return factory.newDocumentBuilder()
			.parse(new ByteArrayInputStream(asked(base() + ".atom").getContentAsByteArray()));
	}

	private static String only(Element in, String name) {
		List<String> texts = new ArrayList<>();
		NodeList children = in.getChildNodes();
		for (int i = 0; i < children.getLength(); i++) {
			if (children.item(i) instanceof Element element && element.getLocalName().equals(name)) {
				assertThat(element.getNamespaceURI()).isEqualTo(ATOM);
				texts.add(element.getTextContent());
			}
		}
		assertThat(texts).as(name).hasSize(1);
		return texts.getFirst();
	}

	private static String link(Element in, String relation) {
		NodeList children = in.getChildNodes();
		for (int i = 0; i < children.getLength(); i++) {
			if (children.item(i) instanceof Element element && element.getLocalName().equals("link")
					&& element.getAttribute("rel").equals(relation)) {
				return element.getAttribute("href");
			}
		}
		return "";
	}

	@Test
	void isFollowedAsAnAtomFeed() throws Exception {
		decided(LocalDate.of(2014, 12, 4), "Car park <&> \uFFFE\ud83d\ude80", "To pave it");
		this.body.published(put());
		MockHttpServletResponse response = asked(base() + ".atom");
		assertThat(response.getContentType()).isEqualTo("application/atom+xml;charset=UTF-8");
		Element feed = feed().getDocumentElement();
		assertThat(feed.getNamespaceURI()).isEqualTo(ATOM);
		assertThat(feed.getLocalName()).isEqualTo("feed");
		assertThat(feed.getAttribute("xml:lang")).isEqualTo("en-GB");
		assertThat(only(feed, "title")).isEqualTo("Register of decisions, NHS Oxfordshire CCG");
		assertThat(only(feed, "author")).contains("NHS Oxfordshire CCG");
		assertThat(link(feed, "self")).isEqualTo("http://localhost" + base() + ".atom");
		assertThat(link(feed, "alternate")).isEqualTo("http://localhost" + base());
		NodeList entries = feed.getElementsByTagNameNS(ATOM, "entry");
		assertThat(entries.getLength()).isEqualTo(2);
		Element last = (Element) entries.item(0);
		assertThat(only(last, "title")).isEqualTo("2015-001 Co-commissioning: approved");
		assertThat(only(last, "updated")).isEqualTo(only(last, "published")).isEqualTo(only(feed, "updated"));
		assertThat(Instant.parse(only(feed, "updated"))).isBeforeOrEqualTo(Instant.now());
		assertThat(link(last, "alternate")).isEqualTo("http://localhost" + base() + "/2015-001");
		assertThat(link(last, "related")).isEqualTo("http://localhost" + base() + "/2015-001/paper");
		assertThat(only(last, "summary")).contains("Governing Body, 29 January 2015.",
				"Approved: 4 for, 0 against, 1 abstained", "OCCG wishes to opt for a joint commissioning approach");
		assertThat(only((Element) entries.item(1), "title"))
			.isEqualTo("2014-001 Car park <&> \uFFFD\ud83d\ude80: approved");
		HashSet<String> ids = new HashSet<>(
				List.of(only(feed, "id"), only(last, "id"), only((Element) entries.item(1), "id")));
		assertThat(ids).hasSize(3).allMatch((id) -> id.matches("urn:uuid:[0-9a-f-]{36}"));
		assertThat(only(feed().getDocumentElement(), "id")).as("stable").isIn(ids);
	}

	@Test
	void saysThatTheFeedHasNotChanged() throws Exception {
		decided(LocalDate.of(2014, 12, 4), "Car park", "To pave it");
		String tag = String.valueOf(asked(base() + ".atom").getHeader("ETag"));
		assertThat(this.mvc.perform(get(base() + ".atom").header("If-None-Match", tag)).andReturn().getResponse())
			.satisfies((response) -> {
				assertThat(response.getStatus()).isEqualTo(304);
				assertThat(response.getContentAsByteArray()).isEmpty();
				assertThat(response.getHeader("Cache-Control")).isEqualTo("no-cache");
			});
		decided(JANUARY, "Opening hours", "To open on Saturdays");
		assertThat(this.mvc.perform(get(base() + ".atom").header("If-None-Match", tag))
			.andReturn()
			.getResponse()
			.getStatus()).isEqualTo(200);
		assertThat(page(base()).select("head link[rel=alternate][type=application/atom+xml]").attr("href"))
			.isEqualTo(base() + ".atom");
	}

	@Test
	void showsThePaperOfAPublishedDecisionWithoutLinksThatNobodyCanFollow() throws Exception {
		this.decision.compared().asked().voted();
		MeetingId id = put();
		assertThat(asked(base() + "/2015-001/paper").getStatus()).isEqualTo(404);
		this.body.published(id);
		this.decision
			.within(() -> this.beans.getBean(Publishing.class).change(this.decision.appraisal, 1, Publication.PUBLIC));
		Document entry = page(base() + "/2015-001");
		assertThat(entry.select("main a").eachAttr("href")).containsExactly(base() + "/2015-001/paper",
				"/" + this.decision.organisation.slug() + "/published-results/2015-16/1");
		Document paper = page(base() + "/2015-001/paper");
		assertThat(paper.select("article").text()).contains("NHS Oxfordshire CCG", "64.3% (9 of 14)",
				"at the meeting of the governing body on 29 January 2015: 4 for, 0 against, 1 abstained",
				"Governing Body, 29 January 2015, item 1. Chris Chair (Chair) presided.");
		assertThat(paper.text()).contains("Checked now: the content is what was sealed");
		assertThat(paper.select("main a").eachAttr("href")).allMatch(
				(href) -> href.startsWith("#source-") || href.matches(base() + "/2015-001/paper/(pdf|docx|xlsx)"));
		assertThat(Statements.during(() -> page(base() + "/2015-001/paper"))).hasSizeLessThanOrEqualTo(14);
	}

}
