package org.mandate.register;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandate.MandateTest;
import org.mandate.TestOrganisations;
import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.database.Statements;
import org.mandate.database.Tenant;
import org.mandate.organisations.Organisation;
import org.mandate.organisations.Organisations;
import org.mandate.organisations.PartnerBody;
import org.mandate.organisations.RegisterFile;
import org.mandate.organisations.RegisterImports;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@MandateTest
class RegisterPagesTests {

	private static final LocalDate OCTOBER = LocalDate.of(2015, 10, 1);

	@Autowired
	MockMvc mvc;

	@Autowired
	TestOrganisations made;

	@Autowired
	Organisations organisations;

	@Autowired
	RegisterImports imports;

	Organisation organisation;

	Member manager;

	Member reader;

	@BeforeEach
	void establish() {
		this.organisation = this.made.establish();
		this.manager = this.made.person(this.organisation, Role.COMMISSIONING_MANAGER, null);
		this.reader = this.made.person(this.organisation, Role.GOVERNING_BODY_MEMBER, null);
	}

	@Test
	void listsTwentyFivePracticesAPageByNameAndSaysWhichLocalitiesAreInferred() throws Exception {
		load();
		Document page = page("/practices");
		assertThat(page.select("tbody tr")).hasSize(25);
		assertThat(page.text()).contains("80 practices").contains("Patients, January to March 2015");
		assertThat(page.select("tbody tr").first().text())
			.contains("19 BEAUMONT STREET SURGERY K84016 City (inferred) Active");
		assertThat(page.select("th[aria-sort]").text()).startsWith("Practice");
		assertThat(page("/practices?page=4").select("tbody tr")).hasSize(5);
		assertThat(page("/practices?page=9999").select("tbody tr")).isEmpty();
	}

	@Test
	void findsPracticesByNameCodeLocalityAndStatus() throws Exception {
		load();
		assertThat(rows("/practices?words=hart%20surg")).containsExactly("THE HART SURGERY");
		assertThat(rows("/practices?words=k84001")).containsExactly("THE HART SURGERY");
		assertThat(rows("/practices?locality=west")).hasSize(9);
		assertThat(rows("/practices?status=DORMANT")).containsExactly("FERN HILL PRACTICE", "WHITE HOUSE SURGERY");
		assertThat(rows("/practices?words=%25")).isEmpty();
		assertThat(page("/practices?words=nothing%20like%20it").text()).contains("No practice on the register matches");
	}

	@Test
	void sortsBothWaysAndKeepsTheSearchInEveryLink() throws Exception {
		load();
		assertThat(rows("/practices?sort=patients&order=descending").getFirst())
			.isEqualTo("ST. BARTHOLEMEW'S MEDICAL CENTRE");
		Document page = page("/practices?sort=code&words=surgery&locality=north");
		assertThat(page.select("thead a").eachAttr("href"))
			.allSatisfy((href) -> assertThat(href).contains("words=surgery").contains("locality=north"));
		assertThat(page.select("thead a").get(1).attr("href")).contains("order=descending");
	}

	@ParameterizedTest
	@ValueSource(strings = { "words=%00", "words=%00a%E2%80%AE%F0%9F%8F%A5", "page=-1", "page=1000000000000", "page=x",
			"sort=name;drop", "status=nonsense", "locality=%27", "words=%5C" })
	void answersStrangeSearches(String query) throws Exception {
		load();
		this.mvc
			.perform(get(URI.create("/" + this.organisation.slug() + "/practices?" + query))
				.with(TestOrganisations.as(this.reader)))
			.andExpect(status().isOk());
	}

	@Test
	void cutsALongSearch() throws Exception {
		assertThat(rows("/practices?words=" + "x".repeat(5000))).isEmpty();
	}

	@Test
	void showsAPracticeWithItsMembershipAndListSizes() throws Exception {
		load();
		Document page = page("/practices/K84001");
		assertThat(page.select("h1").text()).contains("THE HART SURGERY");
		assertThat(page.text()).contains("RG9 2DR", "1 April 2013", "Still a member", "Inferred by town: Henley",
				"10,419");
		this.mvc
			.perform(get("/" + this.organisation.slug() + "/practices/K99999").with(TestOrganisations.as(this.reader)))
			.andExpect(status().isNotFound());
	}

	@Test
	void needsAsManyStatementsForOnePracticeAsForEighty() throws Exception {
		String one = new String(read("/demonstration/oxfordshire-practices-epraccur-2015-10.csv"),
				StandardCharsets.UTF_8)
			.lines()
			.filter((line) -> line.contains("K84001"))
			.findFirst()
			.orElseThrow()
			.replace("10Q", this.organisation.code());
		load(RegisterFile.PRACTICES, one.getBytes(StandardCharsets.UTF_8), null);
		List<Integer> before = List.of(statements("/practices"), statements("/practices/K84001"),
				statements("/localities"), statements("/practices/imports"), statements("/partner-bodies"));
		load();
		for (int i = 0; i < 5; i++) {
			String name = "Body " + i;
			Tenant.run(this.organisation.id(), () -> this.organisations.addPartnerBody(name, PartnerBody.Kind.OTHER));
		}
		List<Integer> after = List.of(statements("/practices"), statements("/practices/K84001"),
				statements("/localities"), statements("/practices/imports"), statements("/partner-bodies"));
		assertThat(after).isEqualTo(before).containsExactly(2, 4, 1, 1, 1);
	}

	@Test
	void exportsWhatWasSearchedAsCsv() throws Exception {
		load();
		String csv = this.mvc
			.perform(get("/" + this.organisation.slug() + "/practices.csv?locality=west")
				.with(TestOrganisations.as(this.reader)))
			.andExpect(header().string("Content-Disposition", org.hamcrest.Matchers.startsWith("attachment")))
			.andReturn()
			.getResponse()
			.getContentAsString(StandardCharsets.UTF_8);
		assertThat(csv.lines()).hasSize(10).first().asString().endsWith("patients_2015Q1");
	}

	@Test
	void importsAFileByPreviewAndConfirmation() throws Exception {
		String address = uploaded("practices", practices());
		Document preview = Jsoup.parse(html(address, this.manager));
		assertThat(preview.select("h1").text()).contains("Check before you import");
		assertThat(preview.text()).contains("New practices 80", "1 October 2015");
		assertThat(page("/practices").text()).contains("No practices yet");

		this.mvc
			.perform(post(address + "/confirmation").param("fingerprint", preview.select("[name=fingerprint]").val())
				.with(TestOrganisations.as(this.manager))
				.with(csrf()))
			.andExpect(status().is3xxRedirection())
			.andExpect(header().string("Location", address));
		assertThat(Jsoup.parse(html(address, this.reader)).text()).contains("Imported").contains("New practices 80");
		assertThat(page("/practices/imports").text()).contains("epraccur.csv");
		assertThat(page("/practices").text()).contains("80 practices");
	}

	@Test
	void showsProblemsByRowAndOffersThemAsCsv() throws Exception {
		String wrong = new String(practices(), StandardCharsets.UTF_8).replaceFirst("\"A\",\"B\"", "\"=X\",\"B\"");
		String address = uploaded("practices", wrong.getBytes(StandardCharsets.UTF_8));
		Document preview = Jsoup.parse(html(address, this.manager));
		assertThat(preview.title()).startsWith("Error: ");
		assertThat(preview.select("tbody tr").text()).contains("Row 1", "Status", "is not a known status");
		assertThat(preview.select("form[action*=confirmation]")).isEmpty();
		assertThat(html(address + "/problems.csv", this.manager)).contains("1,Status,").contains("how_to_fix");
	}

	@Test
	void importsPastedRowsAndRowsCopiedFromASpreadsheet() throws Exception {
		load();
		for (String separator : new String[] { ",", "\t" }) {
			String pasted = "practice_code" + separator + "locality\r\nK84001" + separator + "City\r\n";
			String address = redirect(with(form("localities"), "pasted", pasted));
			assertThat(Jsoup.parse(html(address, this.manager)).text()).contains("Locality: South East → City");
		}
	}

	@Test
	void keepsWhatWasTypedWhenAnUploadIsRefused() throws Exception {
		Document page = refused(date(form("practices"), "1", "13", "2015"));
		assertThat(page.title()).startsWith("Error: ");
		assertThat(page.select(".nhsuk-error-summary a").eachText()).contains("Choose a file, or paste its rows",
				"Enter a real date, such as 1 10 2015");
		assertThat(page.select("[name='asAt.month']").val()).isEqualTo("13");
		assertThat(refused(date(form("practices"), "1", "10", "9999")).text()).contains("today or in the past");
		assertThat(refused(date(form("practices"), "1000000000000", "10", "-1")).text()).contains("Enter a real date");
		assertThat(refused(form("practices")).text()).contains("Enter a real date");
		assertThat(refused(with(form("list-sizes"), "pasted", "a,b")).text()).contains("does not state it");
		assertThat(refused(with(with(form("list-sizes"), "pasted", "a,b"), "quarter", "spring")).text())
			.contains("a year and Q1 to Q4");
		MockMultipartFile file = new MockMultipartFile("file", "a.csv", "text/csv", practices());
		assertThat(refused(with(form("practices").file(file), "pasted", "a,b")).text()).contains("not both");
	}

	@Test
	void takesTheQuarterFromTheNameOfAFile() throws Exception {
		load(RegisterFile.PRACTICES, practices(), null);
		MockMultipartFile file = new MockMultipartFile("file", "Patient_List_Size_2015_01-03.csv", "text/csv",
				listSizes());
		assertThat(Jsoup.parse(html(redirect(form("list-sizes").file(file)), this.manager)).text())
			.contains("January to March 2015", "New list sizes 80");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "\0\0\0", "PK\u0003\u0004", "<html>", "one,two", "\"unclosed" })
	void shows200WithAProblemForEveryBadFile(String content) throws Exception {
		String address = uploaded("practices", content.getBytes(StandardCharsets.UTF_8));
		assertThat(Jsoup.parse(html(address, this.manager)).text()).contains("The file has problems", "Whole file");
	}

	@Test
	void sendsAFileOfFiftyMegabytesBackWithAMessage() throws Exception {
		String form = "/" + this.organisation.slug() + "/practices/imports/files/practices";
		this.mvc
			.perform(post(form).content(new byte[50 * 1024 * 1024])
				.contentType("multipart/form-data; boundary=x")
				.with(TestOrganisations.as(this.manager)))
			.andExpect(status().isSeeOther())
			.andExpect(header().string("Location", form + "?problem=size"));
		assertThat(Jsoup.parse(html(form + "?problem=size", this.manager)).select(".nhsuk-error-summary").text())
			.contains("The file must be smaller than 8 MB");
		assertThat(Jsoup.parse(html(form + "?problem=pasted", this.manager)).select(".nhsuk-error-summary").text())
			.contains("What you paste must be smaller than 2 MB");
	}

	@Test
	void addsLocalitiesAndPartnerBodiesOnce() throws Exception {
		add("localities", "name", "South West").andExpect(status().is3xxRedirection());
		assertThat(page("/localities").text()).contains("South West");
		String again = add("localities", "name", "south west").andReturn().getResponse().getContentAsString();
		assertThat(Jsoup.parse(again).select(".nhsuk-error-summary").text()).contains("already a locality called");
		assertThat(Jsoup.parse(again).select("[name=name]").val()).isEqualTo("south west");
		for (String wrong : new String[] { "", " ", "a\0b", "x".repeat(101) }) {
			assertThat(Jsoup.parse(add("localities", "name", wrong).andReturn().getResponse().getContentAsString())
				.select(".nhsuk-error-summary")).hasSize(1);
		}
		add("partner-bodies", "name", "مجلس 🏥", "kind", "HEALTHWATCH").andExpect(status().is3xxRedirection());
		assertThat(page("/partner-bodies").text()).contains("مجلس 🏥", "Healthwatch");
		assertThat(Jsoup.parse(
				add("partner-bodies", "name", "Other", "kind", "NOBODY").andReturn().getResponse().getContentAsString())
			.select(".nhsuk-error-summary")
			.text()).contains("Select what the partner body is");
	}

	@Test
	void onlyThoseWhoKeepTheRegisterMayChangeIt() throws Exception {
		String org = "/" + this.organisation.slug();
		for (String address : List.of("/localities", "/partner-bodies", "/practices/imports/files/practices",
				"/practices/imports/" + java.util.UUID.randomUUID() + "/confirmation")) {
			this.mvc.perform(post(org + address).with(TestOrganisations.as(this.reader)).with(csrf()))
				.andExpect(status().isForbidden());
		}
		assertThat(page("/localities").select("form[action$=localities]")).isEmpty();
		this.mvc.perform(get(org + "/practices/imports/files/practices").with(TestOrganisations.as(this.reader)))
			.andExpect(status().isForbidden());
	}

	@Test
	void anotherOrganisationsImportsAndPracticesAreNotFound() throws Exception {
		load();
		String address = uploaded("practices", practices());
		Organisation other = this.made.establish();
		Member stranger = this.made.person(other, Role.ADMINISTRATOR, null);
		this.mvc.perform(get(URI.create(address)).with(TestOrganisations.as(stranger)))
			.andExpect(status().isNotFound());
		String theirs = address.replace("/" + this.organisation.slug() + "/", "/" + other.slug() + "/");
		this.mvc.perform(get(theirs).with(TestOrganisations.as(stranger))).andExpect(status().isNotFound());
		this.mvc.perform(get("/" + other.slug() + "/practices/K84001").with(TestOrganisations.as(stranger)))
			.andExpect(status().isNotFound());
		this.mvc.perform(get("/" + other.slug() + "/practices/imports/nonsense").with(TestOrganisations.as(stranger)))
			.andExpect(status().isNotFound());
	}

	private org.springframework.test.web.servlet.ResultActions add(String what, String... fields) throws Exception {
		var request = post("/" + this.organisation.slug() + "/" + what).with(TestOrganisations.as(this.manager))
			.with(csrf());
		for (int i = 0; i < fields.length; i += 2) {
			request.param(fields[i], fields[i + 1]);
		}
		return this.mvc.perform(request);
	}

	private MockMultipartHttpServletRequestBuilder form(String kind) {
		MockMultipartHttpServletRequestBuilder form = multipart(
				"/" + this.organisation.slug() + "/practices/imports/files/" + kind);
		form.with(TestOrganisations.as(this.manager));
		form.with(csrf());
		return form;
	}

	private static MockMultipartHttpServletRequestBuilder with(MockMultipartHttpServletRequestBuilder form,
			String field, String value) {
		form.param(field, value);
		return form;
	}

	private String uploaded(String kind, byte[] content) throws Exception {
		return redirect(form(kind).file(new MockMultipartFile("file", "epraccur.csv", "text/csv", content)));
	}

	private String redirect(MockMultipartHttpServletRequestBuilder form) throws Exception {
		date(form, "1", "10", "2015");
		String location = this.mvc.perform(form)
			.andExpect(status().is3xxRedirection())
			.andReturn()
			.getResponse()
			.getHeader("Location");
		return Objects.requireNonNull(location);
	}

	private Document refused(MockMultipartHttpServletRequestBuilder form) throws Exception {
		return Jsoup.parse(this.mvc.perform(form)
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsString(StandardCharsets.UTF_8));
	}

	private static MockMultipartHttpServletRequestBuilder date(MockMultipartHttpServletRequestBuilder form, String day,
			String month, String year) {
		form.param("asAt.day", day).param("asAt.month", month).param("asAt.year", year);
		return form;
	}

	private Document page(String address) throws Exception {
		return Jsoup.parse(html("/" + this.organisation.slug() + address, this.reader));
	}

	private List<String> rows(String address) throws Exception {
		return page(address).select("tbody tr th").eachText();
	}

	private String html(String address, Member member) throws Exception {
		return this.mvc.perform(get(URI.create(address)).with(TestOrganisations.as(member)))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsString(StandardCharsets.UTF_8);
	}

	private int statements(String address) throws Exception {
		page(address);
		return Statements.during(() -> page(address)).size();
	}

	private void load() {
		load(RegisterFile.PRACTICES, practices(), null);
		load(RegisterFile.LIST_SIZES, listSizes(), "2015Q1");
		load(RegisterFile.LOCALITIES, read("/demonstration/oxfordshire-localities-inferred.csv"), null);
	}

	private void load(RegisterFile kind, byte[] content, String quarter) {
		Tenant.run(this.organisation.id(),
				() -> this.imports.load(kind, "file.csv", new ByteArrayInputStream(content), OCTOBER, quarter));
	}

	private byte[] practices() {
		return own("/demonstration/oxfordshire-practices-epraccur-2015-10.csv");
	}

	private byte[] listSizes() {
		return own("/demonstration/oxfordshire-list-sizes-2015_01-03.csv");
	}

	private byte[] own(String resource) {
		return new String(read(resource), StandardCharsets.UTF_8).replace("10Q", this.organisation.code())
			.getBytes(StandardCharsets.UTF_8);
	}

	private static byte[] read(String resource) {
		try (InputStream in = Objects.requireNonNull(RegisterPagesTests.class.getResourceAsStream(resource))) {
			return in.readAllBytes();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
