package org.mandate.appraisals;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.servlet.http.Cookie;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mandate.MandateTest;
import org.mandate.TestOrganisations;
import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.database.Statements;
import org.mandate.database.Tenant;
import org.mandate.guidance.Level;
import org.mandate.organisations.Organisation;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.support.SessionFlashMapManager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mandate.TestOrganisations.as;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

@MandateTest
class ComparisonPageTests {

	private static final String INVOLVED = "Potential for involvement in discussions but no decision making role";

	private static final String JOINTLY = "Jointly with area teams";

	/**
	 * The table of 000, section 1, word for word: function, options 1 to 3, current
	 * level.
	 */
	private static final List<List<String>> TABLE = List.of(
			List.of("General practice commissioning", INVOLVED, JOINTLY, "Yes",
					"Services commissioned under the OCCG Primary Care Contract"),
			List.of("Pharmacy, eye health and dental commissioning", INVOLVED, INVOLVED, INVOLVED, INVOLVED),
			List.of("Design and implementation of local incentives schemes", "No",
					"Subject to joint agreement with the area team - may be an opportunity to amend national DES",
					"Yes", "Yes through the OPCLIS – but with no flexibility around national DES"),
			List.of("General practice budget management", "No", JOINTLY, "Yes", "No"),
			List.of("Complaints management", "No", JOINTLY, "Yes",
					"No (Unless it relates to CCG commissioned services)"),
			List.of("Contractual GP practice performance management",
					"Opportunity for involvement in performance management discussions", JOINTLY, "Yes", "No"),
			List.of("Medical performers’ list, appraisal, revalidation", "No", "No", "No", "No"));

	@Autowired
	private MockMvc mvc;

	@Autowired
	private Appraisals appraisals;

	@Autowired
	private TestOrganisations organisations;

	@Autowired
	private SessionRepository<?> sessions;

	private Organisation organisation;

	private Member manager;

	@BeforeEach
	void establish() {
		this.organisation = this.organisations.establish();
		this.manager = this.organisations.person(this.organisation, Role.COMMISSIONING_MANAGER, null);
	}

	@Test
	void showsTheTableOfThePaperWordForWord() throws Exception {
		Oxfordshire.recorded(this.appraisals, this.organisation);
		Document page = page();
		List<List<String>> shown = new ArrayList<>();
		for (Element row : page.select("table.app-comparison tbody tr")) {
			List<String> cells = new ArrayList<>(List.of(row.selectFirst("th[scope=row]").text()));
			row.select("td").forEach((cell) -> cells.add(cell.selectFirst("> .app-wording").text()));
			shown.add(cells);
		}
		assertThat(shown).isEqualTo(TABLE);
		assertThat(page.select("table.app-comparison thead th").eachText()).containsExactly("Function",
				"Option 1 Greater involvement", "Option 2 Joint commissioning", "Option 3 Delegated commissioning",
				"Today Current level");
	}

	@Test
	void saysLevelAndChangeOfEachEntryInWords() throws Exception {
		Oxfordshire.recorded(this.appraisals, this.organisation);
		Document page = page();
		assertThat(changes(page, 1)).containsExactly("Less than today", "Same as today", "Less than today",
				"Same as today", "Same as today", "More than today", "Same as today");
		assertThat(changes(page, 2)).containsExactly("Same as today", "Same as today", "Same as today",
				"More than today", "More than today", "More than today", "Same as today");
		assertThat(changes(page, 3)).containsExactly("More than today", "Same as today", "More than today",
				"More than today", "More than today", "More than today", "Same as today");
		assertThat(page.select("table.app-comparison td > .app-level").eachText()).hasSize(28)
			.allMatch((text) -> text
				.matches("No role|Involved in discussions, no decision|Joint decision|Full decision"));
		// Not by colour alone: each change has its shape.
		assertThat(page.select("td .app-change svg path")).hasSize(21);
	}

	@Test
	void namesTheFunctionsForWhichOptionOneIsLessThanToday() throws Exception {
		Oxfordshire.recorded(this.appraisals, this.organisation);
		assertThat(page().select(".app-verdict__sentence").eachText()).startsWith(
				"Option 1 would be less than today for 2 functions (general practice commissioning; "
						+ "design and implementation of local incentives schemes), the same for 4 and more for 1.",
				"Option 2 would be more than today for 3 functions (general practice budget management; "
						+ "complaints management; contractual GP practice performance management), "
						+ "the same for 4 and less for none.",
				"Option 3 would be more than today for 5 functions (general practice commissioning; "
						+ "design and implementation of local incentives schemes; general practice budget management; "
						+ "complaints management; contractual GP practice performance management), "
						+ "the same for 2 and less for none.");
	}

	@Test
	void showsNoChangeAsExcludedWithItsReasonAndSource() throws Exception {
		Oxfordshire.recorded(this.appraisals, this.organisation);
		Element noChange = page().selectFirst(".app-verdict--none");
		assertThat(noChange.text()).contains("No change", "Excluded", "Oxfordshire CCG paper, 2.3",
				"the option of no change is not available given the current realignment of NHS England’s Area Teams");
	}

	@Test
	void showsBothStatementsOnComplaintsAndWhyOneIsUsed() throws Exception {
		Oxfordshire.recorded(this.appraisals, this.organisation);
		Element cell = page().select("table.app-comparison tbody tr").get(4).select("td").get(2);
		assertThat(cell.selectFirst("> .app-level").text()).isEqualTo("Full decision");
		assertThat(cell.selectFirst("> .app-rival").text()).isEqualTo("Sources differ. From March 2015: no role.");
		assertThat(cell.select(".app-statement")).hasSize(2);
		assertThat(cell.select(".app-statement").get(0).text()).contains("Full decision", "Yes",
				"Used here: in force on 29 January 2015, the date this appraisal speaks for.", "10 November 2014",
				"Oxfordshire CCG paper, 1 Background, table 1");
		assertThat(cell.select(".app-statement").get(1).text()).contains("No role",
				"Reserved to NHS England by the delegation agreement", "Not used here: in force from March 2015",
				"HSJ on the delegation agreement");
	}

	@Test
	void saysWhatBothGroupsSayOfGreaterInvolvement() throws Exception {
		Oxfordshire.recorded(this.appraisals, this.organisation);
		assertThat(page().selectFirst(".app-verdict__said").text()).contains("Against",
				"For a CCG that already does more, a step back from today.",
				"Southern Derbyshire CCG report, Other options considered",
				"a retrograde step from the current position", "Oxfordshire CCG paper, 2.1");
	}

	@Test
	void usesTheLaterStatementForALaterDate() throws Exception {
		Tenant.run(this.organisation.id(), () -> {
			AppraisalSummary appraisal = this.appraisals.start(new FinancialYear(2015), "next-steps-2014", 1,
					LocalDate.of(2015, 3, 20));
			this.appraisals.recordCurrentLevel(appraisal.id(), "complaints-management", Level.JOINT, "We share",
					"None");
		});
		Element cell = page().select("table.app-comparison tbody tr").get(4).select("td").get(2);
		assertThat(cell.selectFirst("> .app-level").text()).isEqualTo("No role");
		assertThat(cell.selectFirst("> .app-change").text()).isEqualTo("Less than today");
	}

	@Test
	void eachEntryOpensItsSources() throws Exception {
		Oxfordshire.recorded(this.appraisals, this.organisation);
		Document page = page();
		assertThat(page.select("table.app-comparison tbody td details summary")).hasSize(28);
		for (Element cell : page.select("table.app-comparison tbody td:not(.app-comparison__today)")) {
			assertThat(cell.select("details .app-citations li")).isNotEmpty();
			assertThat(cell.selectFirst("details").text()).contains("In force from", "Oxfordshire CCG paper");
		}
	}

	@Test
	void comparesNothingThatIsNotRecordedAndLinksToRecordIt() throws Exception {
		Oxfordshire.started(this.appraisals, this.organisation);
		Document page = page();
		assertThat(page.select("td.app-comparison__today").eachText())
			.allMatch((text) -> text.startsWith("Not recorded yet Record it"));
		assertThat(page.select("td .app-change").eachText()).hasSize(21)
			.allMatch("Today’s level not recorded yet"::equals);
		assertThat(page.select("main").text()).contains("not recorded yet for 7 of 7 functions");
		assertThat(page.selectFirst(".app-verdict__sentence").text()).isEqualTo(
				"Option 1 cannot be compared with today yet. 7 functions cannot be compared: today’s level is not recorded yet.");
	}

	@Test
	void takesFiveStatementsAtMostHoweverMuchThereIs() throws Exception {
		Oxfordshire.started(this.appraisals, this.organisation);
		page();
		assertThat(Statements.during(this::page)).hasSizeLessThanOrEqualTo(5);
		Organisation other = this.organisations.establish();
		Oxfordshire.recorded(this.appraisals, other);
		Member reader = this.organisations.person(other, Role.GOVERNING_BODY_MEMBER, null);
		for (int year = 2016; year < 2026; year++) {
			Oxfordshire.started(this.appraisals, other, new FinancialYear(year));
		}
		assertThat(Statements.during(() -> response(address(other), reader))).hasSizeLessThanOrEqualTo(5);
	}

	@Test
	void answersAnUnchangedPageWithoutReadingItAgain() throws Exception {
		AppraisalSummary appraisal = Oxfordshire.recorded(this.appraisals, this.organisation);
		Cookie session = session();
		MockHttpServletResponse first = response(request().cookie(session), this.manager);
		String tag = first.getHeader(HttpHeaders.ETAG);
		assertThat(tag).isNotBlank();
		assertThat(first.getHeader(HttpHeaders.CACHE_CONTROL)).isEqualTo("private, no-cache");

		List<String> statements = Statements.during(() -> {
			MockHttpServletResponse second = response(unlessStill(tag).cookie(session), this.manager);
			assertThat(second.getStatus()).isEqualTo(304);
			assertThat(second.getContentAsString()).isEmpty();
			assertThat(second.getHeader(HttpHeaders.CACHE_CONTROL)).isEqualTo("private, no-cache");
		});
		assertThat(statements).hasSize(1);

		Tenant.run(this.organisation.id(), () -> this.appraisals.recordCurrentLevel(appraisal.id(),
				"gp-budget-management", Level.INVOLVED, "We see the figures", "Minutes"));
		MockHttpServletResponse third = response(unlessStill(tag).cookie(session), this.manager);
		assertThat(third.getStatus()).isEqualTo(200);
		assertThat(third.getContentAsString()).contains("We see the figures");
	}

	@Test
	void keepsThePagesOfDifferentPeopleAndSessionsApart() throws Exception {
		Oxfordshire.recorded(this.appraisals, this.organisation);
		Cookie session = session();
		String tag = response(request().cookie(session), this.manager).getHeader(HttpHeaders.ETAG);
		assertThat(response(unlessStill(tag).cookie(session), this.manager).getStatus()).isEqualTo(304);
		assertThat(response(unlessStill(tag).cookie(session()), this.manager).getStatus()).isEqualTo(200);
		Member reader = this.organisations.person(this.organisation, Role.GOVERNING_BODY_MEMBER, null);
		assertThat(response(unlessStill(tag).cookie(session), reader).getStatus()).isEqualTo(200);
	}

	@Test
	void showsWhatWasJustDoneEvenWhenThePageIsUnchanged() throws Exception {
		Oxfordshire.recorded(this.appraisals, this.organisation);
		Cookie session = session();
		String tag = response(request().cookie(session), this.manager).getHeader(HttpHeaders.ETAG);
		tell(session, "Complaints management: saved.");
		MockHttpServletResponse told = response(unlessStill(tag).cookie(session), this.manager);
		assertThat(told.getStatus()).isEqualTo(200);
		assertThat(told.getContentAsString()).contains("Complaints management: saved.");
		assertThat(told.getHeader(HttpHeaders.ETAG)).isNull();
	}

	@Test
	void offersChangesToTheManagerOnly() throws Exception {
		Oxfordshire.recorded(this.appraisals, this.organisation);
		Member reader = this.organisations.person(this.organisation, Role.GOVERNING_BODY_MEMBER, null);
		Document page = Jsoup.parse(response(address(this.organisation), reader).getContentAsString());
		assertThat(page.select("a[href*=/current-level/]")).isEmpty();
	}

	@Test
	void hidesTheComparisonOfOthers() throws Exception {
		Oxfordshire.recorded(this.appraisals, this.organisation);
		Organisation other = this.organisations.establish();
		Member outsider = this.organisations.person(other, Role.COMMISSIONING_MANAGER, null);
		assertThat(response(address(this.organisation), outsider).getStatus()).isEqualTo(404);
		assertThat(response(address(other), outsider).getStatus()).isEqualTo(404);
	}

	private static List<String> changes(Document page, int option) {
		return page.select("table.app-comparison tbody tr td:nth-child(" + (option + 1) + ") > .app-change").eachText();
	}

	private Document page() throws Exception {
		MockHttpServletResponse response = response(address(this.organisation), this.manager);
		assertThat(response.getStatus()).isEqualTo(200);
		return Jsoup.parse(response.getContentAsString());
	}

	/** A session of somebody: the page itself begins one, for the token of its forms. */
	private Cookie session() throws Exception {
		Cookie cookie = response(request(), this.manager).getCookie("mandate");
		assertThat(cookie).isNotNull();
		return cookie;
	}

	private void tell(Cookie cookie, String notice) {
		FlashMap flash = new FlashMap();
		flash.put("notice", notice);
		flash.startExpirationPeriod(60);
		tell(this.sessions, new String(Base64.getDecoder().decode(cookie.getValue()), StandardCharsets.UTF_8), flash);
	}

	private static <S extends Session> void tell(SessionRepository<S> sessions, String id, FlashMap flash) {
		S session = sessions.findById(id);
		session.setAttribute(SessionFlashMapManager.class.getName() + ".FLASH_MAPS",
				new CopyOnWriteArrayList<>(List.of(flash)));
		sessions.save(session);
	}

	private MockHttpServletRequestBuilder unlessStill(String tag) {
		return request().header(HttpHeaders.IF_NONE_MATCH, tag);
	}

	private MockHttpServletRequestBuilder request() {
		return get(address(this.organisation));
	}

	private static String address(Organisation organisation) {
		return "/" + organisation.slug() + "/appraisals/2015-16/comparison";
	}

	private MockHttpServletResponse response(String address, Member member) throws Exception {
		return response(get(address), member);
	}

	private MockHttpServletResponse response(MockHttpServletRequestBuilder request, Member member) throws Exception {
		return this.mvc.perform(request.with(as(member))).andReturn().getResponse();
	}

}
