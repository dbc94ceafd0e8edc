package org.mandate.register;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mandate.MandateTest;
import org.mandate.TestOrganisations;
import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.appraisals.FinancialYear;
import org.mandate.audit.Trail;
import org.mandate.database.Statements;
import org.mandate.database.Tenant;
import org.mandate.organisations.Organisation;
import org.mandate.organisations.TestPractices;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mandate.TestOrganisations.as;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

@MandateTest
class EarningsPagesTests {

	private static final FinancialYear YEAR = new FinancialYear(2014);

	@Autowired
	private MockMvc mvc;

	@Autowired
	private PracticeEarnings earnings;

	@Autowired
	private TestOrganisations organisations;

	@Autowired
	private TestPractices practices;

	@Autowired
	private Trail trail;

	private Organisation organisation;

	private Member manager;

	private String base;

	@BeforeEach
	void start() {
		this.organisation = this.organisations.establish();
		this.manager = this.organisations.person(this.organisation, Role.COMMISSIONING_MANAGER, null);
		this.base = "/" + this.organisation.slug() + "/practices";
		this.practices.register(this.organisation, "K84001", "K84002", "-K84003");
	}

	@Test
	void recordsChangesAndTakesBackALink() throws Exception {
		String address = this.base + "/K84001/earnings/2014-15";
		assertThat(page(this.base + "/K84001").text()).contains("No link to its published earnings is known");
		assertThat(page(address).selectFirst("input[name=version]").val()).isEqualTo("-1");
		assertThat(send(address, "version", "-1", "link", " https://example.org/pay?y=14&x ", "found.day", "9/1/2015")
			.getRedirectedUrl()).isEqualTo(this.base + "/K84001");
		Document page = page(this.base + "/K84001");
		assertThat(page.select("a[rel=noreferrer]").eachAttr("href")).containsExactly("https://example.org/pay?y=14&x");
		assertThat(page.text()).contains("2014/15", "9 January 2015");
		assertThat(events().getFirst())
			.startsWith("Recorded the link to the published earnings of SURGERY K84001 (K84001) for 2014/15");
		send(address, "version", "0", "link", "https://example.org/other", "found.day", "10/1/2015");
		assertThat(link("K84001")).isEqualTo("https://example.org/other");
		Document theirs = read(
				send(address, "version", "0", "link", "https://example.org/mine", "found.day", "1/2/2015"));
		assertThat(theirs.selectFirst(".app-conflict").text()).contains("The Commissioning manager saved this",
				"https://example.org/other", "10 January 2015");
		assertThat(theirs.selectFirst("input[name=link]").val()).isEqualTo("https://example.org/mine");
		assertThat(theirs.selectFirst("input[name=version]").val()).isEqualTo("1");
		send(address, "version", "1", "link", "https://example.org/other", "found.day", "10/1/2015");
		assertThat(link("K84001")).isEqualTo("https://example.org/other");
		assertThat(send(address, "version", "1", "act", "take-back").getStatus()).isEqualTo(303);
		assertThat(page(this.base + "/K84001").text()).contains("No link to its published earnings is known");
		assertThat(events().getFirst()).startsWith("Took back the link");
		send(address, "version", "2", "link", "http://example.org/again", "found.day", "10/1/2015");
		assertThat(link("K84001")).isEqualTo("http://example.org/again");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			'' | 1/1/2015 | Enter the link
			javascript:alert(1) | 1/1/2015 | Enter a link that begins with https:// or http://
			https:// | 1/1/2015 | Enter a link that begins with https:// or http://
			https://a b | 1/1/2015 | Enter a link that begins with https:// or http://
			https://example.org | '' | Enter the day on which it was found
			https://example.org | 31/2/2015 | Enter a real date, such as 29 1 2015
			https://example.org | 1/1/2199 | The day on which it was found must not be in the future
			""")
	void saysWhatIsWrongBesideTheField(String link, String found, String message) throws Exception {
		Document page = read(
				send(this.base + "/K84001/earnings/2014-15", "version", "-1", "link", link, "found.day", found));
		assertThat(page.select(".nhsuk-error-summary__list li").eachText()).containsExactly(message);
		assertThat(page.selectFirst("input[name=link]").val()).isEqualTo(link);
		assertThat(link("K84001")).isNull();
		assertThat(read(send(this.base + "/K84001/earnings/2014-15", "version", "-1", "link",
				"https://example.org/" + "x".repeat(500), "found.day", "1/1/2015"))
			.select(".nhsuk-error-summary__list li")
			.eachText()).containsExactly("The link must be 500 characters or fewer");
	}

	@Test
	void listsThePracticesThatStillLackOne() throws Exception {
		send(this.base + "/K84002/earnings/2014-15", "version", "-1", "link", "https://example.org/2", "found.day",
				"9/1/2015");
		Document page = page(this.base + "/earnings?year=2014-15");
		assertThat(page.selectFirst("#lacking").text()).isEqualTo("Without a link for 2014/15: 2");
		assertThat(page.select("section[aria-labelledby=lacking] li a").eachText())
			.containsExactly("SURGERY K84001, K84001", "SURGERY K84003, K84003");
		assertThat(page.select("section[aria-labelledby=known] tbody tr").eachText()).singleElement()
			.asString()
			.contains("SURGERY K84002", "https://example.org/2", "recorded by The Commissioning manager");
		assertThat(page(this.base + "/earnings?year=2015-16").select("section[aria-labelledby=lacking] li"))
			.as("K84003 closed in 2014")
			.hasSize(2);
		assertThat(get(this.manager, this.base + "/earnings?year=2012-13").getStatus()).isEqualTo(404);
		assertThat(get(this.manager, this.base + "/earnings?year=x").getStatus()).isEqualTo(404);
		assertThat(get(this.manager, this.base + "/K84001/earnings/2098-99").getStatus()).isEqualTo(404);
		assertThat(get(this.manager, this.base + "/K99999/earnings/2014-15").getStatus()).isEqualTo(404);
		Member chair = this.organisations.person(this.organisation, Role.CHAIR, null);
		assertThat(read(get(chair, this.base + "/earnings?year=2014-15")).select("main a[href*=/earnings/]")).isEmpty();
	}

	@Test
	void takesPastedRowsAsAWhole() throws Exception {
		send(this.base + "/K84002/earnings/2014-15", "version", "-1", "link", "https://example.org/old", "found.day",
				"9/1/2015");
		String rows = "practice_code,year,link\nK84001,2014-15,https://example.org/1\n"
				+ "k84002,2014/15,https://example.org/2\nK84003,2014-15,\n";
		MockHttpServletResponse answer = upload(null, rows, "10/1/2015");
		assertThat(answer.getRedirectedUrl()).isEqualTo(this.base + "/earnings?year=2014-15");
		assertThat(link("K84001")).isEqualTo("https://example.org/1");
		assertThat(link("K84002")).isEqualTo("https://example.org/2");
		assertThat(link("K84003")).isNull();
		assertThat(events().getFirst()).startsWith("Recorded links to the published earnings of practices: 2");
		int before = events().size();
		assertThat(upload(null, rows, "11/1/2015").getStatus()).isEqualTo(303);
		assertThat(events()).hasSize(before);
		assertThat(Statements.during(() -> upload(null, rows.replace("example", "other"), "11/1/2015")))
			.as("whatever the number of rows")
			.hasSizeLessThanOrEqualTo(6);
		assertThat(link("K84001")).isEqualTo("https://other.org/1");
	}

	@Test
	void saysWhatIsWrongInEachRowAndKeepsThemAll() throws Exception {
		String rows = "K84001;2014-15;https://example.org/1\nK99999;2014-15;https://example.org/<2>\n"
				+ "K84002;2014-16;ftp://example.org\nK84001;2014-15;https://example.org/3\n;2098-99;https://x.org\n";
		for (Document page : List.of(read(upload(null, rows, "10/1/2015")), read(upload(rows, "", "10/1/2015")))) {
			assertThat(page.select("section[aria-labelledby=problems] tbody tr").eachText()).satisfiesExactly(
					(row) -> assertThat(row).startsWith("Row 2 practice_code K99999 is not on the register"),
					(row) -> assertThat(row).startsWith("Row 3 year “2014-16” is not a financial year"),
					(row) -> assertThat(row).startsWith("Row 3 link This is not a link"),
					(row) -> assertThat(row).startsWith("Row 4 practice_code K84001 is in row 1 already for 2014/15"),
					(row) -> assertThat(row).startsWith("Row 5 practice_code The practice code is missing"),
					(row) -> assertThat(row).startsWith("Row 5 year 2098/99 cannot be entered"));
			assertThat(page.selectFirst("textarea[name=pasted]").wholeText()).contains("K84001",
					"https://example.org/<2>", "ftp://example.org", "https://x.org");
			assertThat(page.selectFirst("#found-year").val()).isNotEmpty();
			assertThat(page.select(".nhsuk-error-summary__list li").eachText())
				.containsExactly("Put the rows right that are listed: nothing was saved");
		}
		assertThat(link("K84001")).isNull();
	}

	@Test
	void refusesWhatIsNoTable() throws Exception {
		assertThat(errors(upload(null, " ", "10/1/2015"))).containsExactly("Choose a file, or paste its rows");
		assertThat(errors(upload("a", "b", "10/1/2015"))).containsExactly("Choose a file or paste its rows, not both");
		assertThat(errors(upload("%PDF-1.7", "", "10/1/2015"))).singleElement()
			.asString()
			.startsWith("The file is a PDF, not a table.");
		assertThat(errors(upload(null, "practice_code,year,link\nK84001,2014-15,", "10/1/2015")))
			.containsExactly("Put the rows right that are listed: nothing was saved");
		assertThat(errors(upload(null, "K84001,2014-15,https://example.org", "")))
			.containsExactly("Enter the day on which it was found");
		assertThat(get(this.manager, this.base + "/earnings/file?problem=size").getContentAsString())
			.contains("The file is larger than 2 MB");
		assertThat(link("K84001")).isNull();
	}

	@Test
	void offersTheRowsThatAreLackingAsATemplate() throws Exception {
		assertThat(get(this.manager, this.base + "/earnings/file/template.csv?year=2014-15").getContentAsString())
			.endsWith("practice_code,year,link\r\nK84001,2014-15,\r\nK84002,2014-15,\r\nK84003,2014-15,\r\n");
	}

	@Test
	void keepsEachOrganisationToItsOwn() throws Exception {
		Organisation other = this.organisations.establish();
		Member stranger = this.organisations.person(other, Role.ADMINISTRATOR, null);
		assertThat(get(stranger, this.base + "/earnings").getStatus()).isEqualTo(404);
		assertThat(get(stranger, "/" + other.slug() + "/practices/K84001/earnings/2014-15").getStatus()).isEqualTo(404);
	}

	@Test
	void takesTheSameStatementsForOnePracticeAsForMany() throws Exception {
		page(this.base + "/earnings?year=2014-15");
		List<String> few = Statements.during(() -> page(this.base + "/earnings?year=2014-15"));
		List<String> one = Statements.during(() -> page(this.base + "/K84001"));
		this.practices.register(this.organisation, "K84001", "K84002", "K84003", "K84004", "K84005");
		upload(null, "K84001,2014-15,https://example.org/1\nK84001,2013-14,https://example.org/2", "10/1/2015");
		assertThat(Statements.during(() -> page(this.base + "/earnings?year=2014-15"))).hasSameSizeAs(few)
			.hasSizeLessThanOrEqualTo(2);
		assertThat(Statements.during(() -> page(this.base + "/K84001"))).hasSameSizeAs(one);
	}

	private String link(String code) {
		return Tenant.call(this.organisation.id(), () -> this.earnings.one(code, YEAR)).link();
	}

	private List<String> events() {
		return Tenant.call(this.organisation.id(), () -> this.trail.events(null, 0, 50))
			.stream()
			.map(Trail.Entry::summary)
			.toList();
	}

	private MockHttpServletResponse upload(String file, String pasted, String found) throws Exception {
		MockMultipartHttpServletRequestBuilder request = multipart(this.base + "/earnings/file");
		request.file(new MockMultipartFile("file", (file != null) ? "links.csv" : "", "text/csv",
				(file != null) ? file.getBytes(StandardCharsets.UTF_8) : new byte[0]));
		return this.mvc
			.perform(request.param("pasted", pasted).param("found.day", found).with(csrf()).with(as(this.manager)))
			.andReturn()
			.getResponse();
	}

	private MockHttpServletResponse send(String address, String... typed) throws Exception {
		MockHttpServletRequestBuilder request = post(address);
		for (int i = 0; i < typed.length; i += 2) {
			request.param(typed[i], typed[i + 1]);
		}
		return this.mvc.perform(request.with(csrf()).with(as(this.manager))).andReturn().getResponse();
	}

	private MockHttpServletResponse get(Member member, String address) throws Exception {
		return this.mvc
			.perform(org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get(address).with(as(member)))
			.andReturn()
			.getResponse();
	}

	private Document page(String address) throws Exception {
		return read(get(this.manager, address));
	}

	private static Document read(MockHttpServletResponse response) throws Exception {
		assertThat(response.getStatus()).isEqualTo(200);
		return Jsoup.parse(response.getContentAsString());
	}

	private static List<String> errors(MockHttpServletResponse response) throws Exception {
		return read(response).select(".nhsuk-error-summary__list li").eachText();
	}

}
