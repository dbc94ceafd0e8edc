package org.mandate.accounts;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mandate.MandateTest;
import org.mandate.MovableClock;
import org.mandate.Pages;
import org.mandate.TestOrganisations;
import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.audit.Trail;
import org.mandate.database.Statements;
import org.mandate.database.Tenant;
import org.mandate.interests.InterestStatement;
import org.mandate.interests.InterestType;
import org.mandate.interests.Interests;
import org.mandate.interests.ReviewStatement;
import org.mandate.organisations.Organisation;
import org.mandate.organisations.TestPractices;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mandate.TestOrganisations.as;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/**
 * The year-end pack of 2014/15, looked at in November 2015.
 */
@MandateTest
@Import(MovableClock.class)
class YearEndTests {

	private static final String INTERESTS = "register-of-interests.csv";

	private static final String EARNINGS = "practice-earnings.csv";

	@Autowired
	private MockMvc mvc;

	@Autowired
	private Interests interests;

	@Autowired
	private TestOrganisations organisations;

	@Autowired
	private TestPractices practices;

	@Autowired
	private MovableClock clock;

	@Autowired
	private Trail trail;

	private Organisation organisation;

	private Member chair;

	private Member guardian;

	private Member officer;

	@BeforeEach
	void join() {
		this.clock.shows("2015-11-02T09:30:15Z");
		this.organisation = this.organisations.establish();
		this.chair = this.organisations.person(this.organisation, Role.CHAIR, null);
		this.guardian = this.organisations.person(this.organisation, Role.CONFLICTS_GUARDIAN, null);
		this.officer = this.organisations.person(this.organisation, Role.ACCOUNTABLE_OFFICER, null);
	}

	@Test
	void thePackBearsTheHashesOfItsFilesAndTheHeadOfTheTrail() throws Exception {
		this.practices.register(this.organisation, "K84001", "K84002");
		publish("=HYPERLINK(\"https://example.org\")", "2014-06-01", null);
		Map<String, byte[]> files = unzip(pack(this.officer));
		assertThat(files.keySet()).containsSubsequence(EARNINGS, INTERESTS, "manifest.txt").endsWith("manifest.txt");
		List<String> manifest = new String(files.remove("manifest.txt"), StandardCharsets.UTF_8).lines().toList();
		assertThat(List.copyOf(files.keySet())).isSorted();
		files.forEach((name, content) -> assertThat(manifest).contains(sha256(content) + "  " + name));
		assertThat(manifest).contains("2  " + EARNINGS, "1  " + INTERESTS)
			.contains("Year-end pack for the annual accounts of %s (%s)".formatted(this.organisation.name(),
					this.organisation.code()))
			.contains("Financial year 2014/15, 1 April 2014 to 31 March 2015")
			.contains("Made at 2015-11-02T09:30:15Z by The Accountable officer");
		Trail.Head head = Tenant.call(this.organisation.id(), this.trail::head);
		assertThat(manifest).endsWith("event " + head.seq(), "hash " + head.hash());
		Trail.Entry event = Tenant.call(this.organisation.id(), () -> this.trail.find(head.hash())).orElseThrow();
		assertThat(event.action()).isEqualTo("accounts.pack-made");
		assertThat(event.summary()).isEqualTo("Made the year-end pack for 2014/15");
		assertThat(event.actorName()).isEqualTo("The Accountable officer");
		assertThat(event.details()).extractingByKey("files")
			.isInstanceOfSatisfying(Map.class,
					(hashes) -> assertThat(hashes.get(INTERESTS)).isEqualTo(sha256(files.get(INTERESTS))));
		assertThat(Tenant.call(this.organisation.id(), this.trail::verify).intact()).isTrue();
		assertThat(text(files.get(INTERESTS))).startsWith("\uFEFFname,job_title,committees,declared_interest,type,")
			.contains("\"'=HYPERLINK(\"\"https://example.org\"\")\"");
		assertThat(text(files.get(EARNINGS)).lines()).containsExactly(
				"\uFEFFpractice_code,practice_name,year,link,found_on", "K84001,SURGERY K84001,2014-15,,",
				"K84002,SURGERY K84002,2014-15,,");
	}

	@Test
	void theSameRegistersMakeTheSameFiles() throws Exception {
		publish("A", "2014-06-01", null);
		byte[] first = pack(this.officer);
		this.clock.shows("2015-12-24T23:59:59Z");
		byte[] second = pack(this.guardian);
		assertThat(unzip(second).get(INTERESTS)).isEqualTo(unzip(first).get(INTERESTS));
		try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(second))) {
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				assertThat(entry.getTimeLocal()).isEqualTo(LocalDateTime.of(2015, 3, 31, 0, 0));
			}
		}
	}

	@Test
	void theRegisterHasWhatStoodAtAnyTimeInTheYear() throws Exception {
		publish("Before", "2013-01-01", "2014-03-31");
		publish("First day", "2013-01-01", "2014-04-01");
		publish("No longer public", "2013-01-01", "2014-10-01");
		publish("Throughout", "2013-01-01", null);
		publish("Last day", "2015-03-31", null);
		publish("After", "2015-04-01", null);
		declare("Not reviewed", "2014-06-01", null, null);
		UUID refused = declare("Refused", "2014-06-01", null, "Not safe");
		review(refused, true);
		assertThat(text(unzip(pack(this.officer)).get(INTERESTS)).lines().skip(1).map((line) -> line.split(",")[3]))
			.containsExactlyInAnyOrder("First day", "No longer public", "Throughout", "Last day");
		assertThat(this.mvc.perform(get(base().replace("/year-end", "/register-of-interests.csv")))
			.andReturn()
			.getResponse()
			.getContentAsString()).doesNotContain("No longer public").contains("Throughout");
	}

	@Test
	void thePageSaysWhatIsInItAndWhatIsMissing() throws Exception {
		this.practices.register(this.organisation, "K84001", "K84002");
		publish("A", "2014-06-01", null);
		Document page = page(this.officer, base() + "?year=2014-15");
		assertThat(page.selectFirst("h1").text()).contains("Year-end pack, 2014/15");
		assertThat(page.select("tbody tr").eachText()).contains(
				"Practices’ published earnings practice-earnings.csv 2 2 practices without a link to their earnings",
				"Register of interests register-of-interests.csv 1 2 members without a return since the year began");
		assertThat(page.select("main li").eachText())
			.contains("SURGERY K84001, K84001", "SURGERY K84002, K84002", "The Conflicts of interest guardian",
					"The Accountable officer")
			.doesNotContain("The Chair");
		assertThat(page.select("main a[href$='/practices/earnings?year=2014-15']")).hasSize(1);
		assertThat(page.select("form[method=post] input[name=year]").val()).isEqualTo("2014-15");
		assertThat(page.select("select[name=year] option").eachText()).containsExactly("2015/16", "2014/15", "2013/14");
		assertThat(page.text()).doesNotContain("The year is not over");
		assertThat(page(this.officer, base()).text()).contains("Year-end pack, 2015/16", "The year is not over");
		Tenant.run(this.organisation.id(), () -> this.interests.makeReturn(this.guardian));
		page = page(this.guardian, base() + "?year=2014-15");
		assertThat(page.select("main").text()).contains("1 member without a return")
			.doesNotContain("The Conflicts of interest guardian");
	}

	@Test
	void isForThoseWhoAnswerForTheAccounts() throws Exception {
		assertThat(status(this.chair, base())).isEqualTo(403);
		assertThat(status(this.guardian, base() + "?year=2099-00")).isEqualTo(404);
		assertThat(status(this.guardian, base() + "?year=x")).isEqualTo(404);
		Organisation other = this.organisations.establish();
		Member stranger = this.organisations.person(other, Role.ADMINISTRATOR, null);
		assertThat(status(stranger, base())).isEqualTo(404);
		assertThat(this.mvc.perform(post(base() + "/pack").param("year", "2014-15").with(csrf()).with(as(stranger)))
			.andReturn()
			.getResponse()
			.getStatus()).isEqualTo(404);
		publish("CANARY", "2014-06-01", null);
		assertThat(page(stranger, "/" + other.slug() + "/year-end?year=2014-15").text()).doesNotContain("CANARY",
				"The Accountable officer");
		String home = "/" + this.organisation.slug();
		assertThat(page(this.officer, home).select("main a[href$=/year-end]")).hasSize(1);
		assertThat(page(this.guardian, home + "/committees").select("main a[href$=/year-end]")).hasSize(1);
		assertThat(page(this.guardian, home + "/interests/register").select("main a[href$=/year-end]")).hasSize(1);
		assertThat(page(this.chair, home).select("main a[href$=/year-end]")).isEmpty();
		assertThat(page(this.chair, home + "/committees").select("main a[href$=/year-end]")).isEmpty();
	}

	@Test
	void takesTheSameStatementsForAFewEntriesAsForMany() throws Exception {
		this.practices.register(this.organisation, "K84001");
		publish("A", "2014-06-01", null);
		page(this.officer, base() + "?year=2014-15");
		List<String> few = Statements.during(() -> page(this.officer, base() + "?year=2014-15"));
		this.practices.register(this.organisation, "K84001", "K84002", "K84003", "K84004");
		for (int i = 0; i < 4; i++) {
			publish("B" + i, "2014-06-01", null);
			this.organisations.person(this.organisation, Role.GOVERNING_BODY_MEMBER, null);
		}
		assertThat(Statements.during(() -> page(this.officer, base() + "?year=2014-15"))).hasSameSizeAs(few);
	}

	private String base() {
		return "/" + this.organisation.slug() + "/year-end";
	}

	private UUID declare(String description, String began, @Nullable String ended, @Nullable String refusal) {
		UUID key = UUID.randomUUID();
		InterestStatement statement = new InterestStatement("Chair", InterestType.FINANCIAL, null, description,
				LocalDate.parse(began), (ended != null) ? LocalDate.parse(ended) : null, null, refusal);
		Tenant.run(this.organisation.id(), () -> this.interests.declare(key, statement, this.chair));
		return key;
	}

	private void review(UUID interest, boolean refused) {
		Tenant.run(this.organisation.id(), () -> this.interests.review(interest, 1,
				new ReviewStatement(true, "Leaves the meeting", null, refused ? Boolean.TRUE : null), this.guardian));
	}

	private void publish(String description, String began, @Nullable String ended) {
		review(declare(description, began, ended, null), false);
	}

	private byte[] pack(Member by) throws Exception {
		MockHttpServletResponse response = this.mvc
			.perform(post(base() + "/pack").param("year", "2014-15").with(csrf()).with(as(by)))
			.andReturn()
			.getResponse();
		assertThat(response.getStatus()).isEqualTo(200);
		assertThat(response.getContentType()).isEqualTo("application/zip");
		assertThat(response.getHeader("Content-Disposition"))
			.contains("filename=\"" + this.organisation.slug() + "-year-end-2014-15.zip\"");
		return response.getContentAsByteArray();
	}

	private static Map<String, byte[]> unzip(byte[] pack) throws IOException {
		Map<String, byte[]> files = new LinkedHashMap<>();
		try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(pack))) {
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				files.put(entry.getName(), zip.readAllBytes());
			}
		}
		return files;
	}

	private static String sha256(byte[] content) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
		}
		catch (java.security.NoSuchAlgorithmException ex) {
			throw new AssertionError(ex);
		}
	}

	private static String text(byte[] content) {
		return new String(content, StandardCharsets.UTF_8);
	}

	private int status(Member member, String address) throws Exception {
		return new Pages(this.mvc, member).status(address);
	}

	private Document page(Member member, String address) throws Exception {
		return new Pages(this.mvc, member).page(address);
	}

}
