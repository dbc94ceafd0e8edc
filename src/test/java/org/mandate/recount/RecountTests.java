package org.mandate.recount;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mandate.MandateTest;
import org.mandate.TestOrganisations;
import org.mandate.TestPractices;
import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;
import org.mandate.appraisals.FinancialYear;
import org.mandate.database.Statements;
import org.mandate.database.Tenant;
import org.mandate.organisations.Locality;
import org.mandate.organisations.Organisation;
import org.mandate.organisations.Organisations;
import org.mandate.voting.BallotKind;
import org.mandate.voting.BallotPlan;
import org.mandate.voting.Figures;
import org.mandate.voting.Returns;
import org.mandate.voting.Rule;
import org.mandate.voting.Voting;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mandate.TestOrganisations.as;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/**
 * A ballot is exported and recounted: by the command, by anybody, and beside the record.
 * South West has 14 practices (9 for model 2, corrected to 8), Vale has 4 and told no
 * number.
 */
@MandateTest
class RecountTests {

	@Autowired
	private MockMvc mvc;

	@Autowired
	private TestOrganisations testOrganisations;

	@Autowired
	private Organisations organisations;

	@Autowired
	private Appraisals appraisals;

	@Autowired
	private Voting voting;

	@Autowired
	private Returns returns;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionTemplate transaction;

	private Organisation ccg;

	private AppraisalSummary appraisal;

	private Member manager;

	private Member director;

	private String ballot;

	@BeforeEach
	void vote() {
		this.ccg = this.testOrganisations.establish();
		Locality[] localities = Tenant.call(this.ccg.id(), () -> new Locality[] {
				this.organisations.addLocality("South West", null), this.organisations.addLocality("Vale", null) });
		Tenant.run(this.ccg.id(), () -> this.transaction.executeWithoutResult((status) -> {
			practices(localities[0].id(), 14, "A");
			practices(localities[1].id(), 4, "B");
		}));
		this.manager = this.testOrganisations.person(this.ccg, Role.COMMISSIONING_MANAGER, null);
		this.director = this.testOrganisations.person(this.ccg, Role.LOCALITY_DIRECTOR, localities[0].id());
		Tenant.run(this.ccg.id(), () -> {
			this.appraisal = this.appraisals.start(new FinancialYear(2015), "next-steps-2014", 1,
					LocalDate.of(2015, 1, 29));
			this.voting.setUp(this.appraisal,
					new BallotPlan(BallotKind.CONFIRM, "Do you agree with joint commissioning?", "joint",
							Rule.simpleMajority(), LocalDate.of(2015, 1, 1), "2015Q1"));
			this.voting.open(this.appraisal, 1, "The manager");
			accept("south-west", new Figures(Map.of("greater-involvement", 3, "joint", 9), null, null, 2, 0, 0, 0));
			accept("vale", new Figures(Map.of(), "joint", "=the rest agreed", 1, 0, 0, 0));
			this.voting.close(this.appraisal, 1, null, "The manager");
		});
		this.ballot = "/%s/appraisals/2015-16/ballots/1".formatted(this.ccg.slug());
	}

	private void practices(UUID locality, int number, String letter) {
		for (int i = 0; i < number; i++) {
			TestPractices.member(this.jdbc, locality, "%s%05d".formatted(letter, i), "Practice " + letter + i, 5000);
		}
	}

	private void accept(String unit, Figures figures) {
		Returns.Place place = new Returns.Place(this.appraisal, 1, unit);
		this.returns.save(place, figures, 0, this.manager);
		this.returns.submit(place, "As minuted", this.manager);
		this.returns.accept(place, this.manager);
	}

	private void correct() {
		Tenant.run(this.ccg.id(), () -> {
			int seen = this.voting.ballot(this.appraisal, 1).unit("south-west").version();
			this.returns.correct(new Returns.Place(this.appraisal, 1, "south-west"),
					new Figures(Map.of("greater-involvement", 4, "joint", 8), null, null, 2, 0, 0, 0),
					"Counted wrongly", seen, this.manager);
		});
	}

	private String export() throws Exception {
		return this.mvc.perform(get(this.ballot + "/export.json").with(as(this.director)))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsString(StandardCharsets.UTF_8);
	}

	private static List<String> differences(String file) {
		return Recount.of(file.getBytes(StandardCharsets.UTF_8)).differences();
	}

	private Document page(String address, String file) throws Exception {
		return Jsoup
			.parse(this.mvc
				.perform(
						multipart(address)
							.file(new MockMultipartFile("file", "b.json", "application/json",
									file.getBytes(StandardCharsets.UTF_8)))
							.with(as(this.director))
							.with(csrf()))
				.andExpect(status().isOk())
				.andReturn()
				.getResponse()
				.getContentAsString());
	}

	private static String changed(String file, String from, String to) {
		assertThat(file).contains(from);
		return file.replaceFirst(Pattern.quote(from), to);
	}

	/** Puts a number into the figures of South West, in its nth version. */
	private static String withJoint(String file, int from, int to) {
		return changed(file, "\"joint\" : " + from, "\"joint\" : " + to);
	}

	@Test
	void agreesWithWhatWasPublished() throws Exception {
		correct();
		assertThat(differences(export())).isEmpty();
		Tenant.run(this.ccg.id(), () -> this.returns.enterRegisterCounts(this.appraisal, 1, this.manager));
		String file = export();
		assertThat(differences(file)).isEmpty();
		Document page = page(this.ballot + "/recount", file);
		assertThat(page.select("#outcome").text()).isEqualTo("The recount agrees");
		assertThat(page.text()).contains("The audit trail still holds event", "Counted with register counts",
				"Option 2 11", "carried, Option 2");
	}

	@Test
	void namesAChangedFigureOfAReturn() throws Exception {
		assertThat(differences(withJoint(export(), 9, 8)))
			.contains("South West, Option 2 (as stated): the versions add up to 8, the published result says 9",
					"South West, not returned (as stated): the versions add up to 1, the published result says 0")
			.contains("South West, Option 2: the returns say 8, the list of counts says 9");
	}

	@Test
	void namesAChangedFigureOfThePublishedResult() throws Exception {
		assertThat(differences(changed(export(), "\"votes:joint\" : 9", "\"votes:joint\" : 10")))
			.contains("South West, Option 2 (as stated): the versions add up to 9, the published result says 10");
	}

	@Test
	void namesAChangedVerdict() throws Exception {
		assertThat(differences(changed(export(), "\"state\" : \"CARRIED\"", "\"state\" : \"NOT_CARRIED\"")))
			.contains("The verdict (as stated): the rule gives carried for Option 2, the published result says not "
					+ "carried for Option 2");
	}

	@Test
	void namesAnElectorateThatDoesNotAddUp() throws Exception {
		String file = export();
		assertThat(differences(changed(file, "\"entitled\" : 14", "\"entitled\" : 15")))
			.contains("South West: entitled 15, but the electorate lists 14 practices of it");
		assertThat(differences(changed(file, "\"code\" : \"A00001\"", "\"code\" : \"B00001\"")))
			.contains("The practice B00001 is in the electorate twice: in South West and in Vale");
	}

	/**
	 * Whatever digit is changed, the file no longer agrees; and no digit makes it fail.
	 */
	@Test
	void noticesEveryChangedDigit() throws Exception {
		correct();
		String file = export();
		int hash = file.indexOf("\"audit\"");
		for (int i = 0; i < hash; i++) {
			char digit = file.charAt(i);
			if (Character.isDigit(digit)) {
				String other = file.substring(0, i) + (char) ('0' + (digit - '0' + 1) % 10) + file.substring(i + 1);
				try {
					assertThat(differences(other)).as(file.substring(Math.max(0, i - 60), i + 5)).isNotEmpty();
				}
				catch (UnreadableFile ex) {
					assertThat(ex.getMessage()).isNotBlank();
				}
			}
		}
	}

	@Test
	void comparesWithTheRecordWhatNoSumShows() throws Exception {
		String file = export();
		Document page = page(this.ballot + "/recount", changed(file, "Practice A3", "Practice A8"));
		assertThat(page.select("#outcome").text()).startsWith("The recount differs");
		assertThat(page.text()).contains(
				"South West, electorate A00003, name: the file says “Practice A8”, the record says “Practice A3”");
		String sequence = file.replaceAll("(?s).*\"sequence\" : (\\d+).*", "$1");
		String other = changed(file, "\"sequence\" : " + sequence, "\"sequence\" : " + sequence + "0");
		assertThat(page(this.ballot + "/recount", other).text())
			.contains("The audit trail holds no event " + sequence + "0 with the hash that the file states");
	}

	@Test
	void notesWhatWasRecordedSinceTheExport() throws Exception {
		String file = export();
		correct();
		Document page = page(this.ballot + "/recount", file);
		assertThat(page.select("#outcome").text()).isEqualTo("The recount agrees");
		assertThat(page.text()).contains("South West, round 1, version 2: the record has an entry since");
	}

	@Test
	void countsForAnybodyWithoutTheRecord() throws Exception {
		String text = export();
		Document page = Jsoup.parse(this.mvc.perform(post("/help/recount").with(csrf()).param("pasted", text))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsString());
		assertThat(page.select("#outcome").text()).isEqualTo("The recount agrees");
		assertThat(page.text()).doesNotContain("audit trail still holds");
		Document wrong = Jsoup.parse(this.mvc.perform(post("/help/recount").with(csrf()).param("pasted", "{}"))
			.andReturn()
			.getResponse()
			.getContentAsString());
		assertThat(wrong.title()).startsWith("Error: ");
		assertThat(wrong.select(".nhsuk-error-message").text())
			.contains("This is JSON, but not the export of a ballot");
		assertThat(wrong.select("textarea").val()).isEqualTo("{}");
	}

	@Test
	void runsAsACommand(@TempDir Path folder) throws Exception {
		String file = export();
		Files.writeString(folder.resolve("good.json"), file);
		Files.writeString(folder.resolve("bad.json"), withJoint(file, 9, 8));
		Files.writeString(folder.resolve("none.json"), "<html>");
		assertThat(command(RecountCommand.AGREES, folder.resolve("good.json"))).contains("18 practices in 2 units",
				"Counted as stated:", "Verdict: carried, Option 2", "The recount agrees with the published result.",
				"Audit trail at the export: event ");
		assertThat(command(RecountCommand.DIFFERS, folder.resolve("bad.json"))).contains("The recount differs in ",
				"  - South West, Option 2 (as stated): the versions add up to 8, the published result says 9.");
		assertThat(command(RecountCommand.UNREADABLE, folder.resolve("none.json"))).contains("The file is not JSON");
		assertThat(command(RecountCommand.UNREADABLE, folder.resolve("missing.json"))).contains("There is no file");
		assertThat(command(RecountCommand.UNREADABLE, folder)).contains("cannot be read");
	}

	private static String command(int status, Path file) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		int found = RecountCommand.run(new String[] { RecountCommand.NAME, file.toString() },
				new PrintStream(out, true, StandardCharsets.UTF_8));
		assertThat(found).as(out.toString(StandardCharsets.UTF_8)).isEqualTo(status);
		return out.toString(StandardCharsets.UTF_8);
	}

	@Test
	void writesATableThatRunsNoFormula() throws Exception {
		correct();
		String csv = this.mvc.perform(get(this.ballot + "/export.csv").with(as(this.director)))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsString(StandardCharsets.UTF_8);
		assertThat(csv.lines()).hasSize(4);
		assertThat(csv).contains("south-west,South West,14,70000,1,1,no,COUNTS,yes,3,9,0,2,0,0,0,")
			.contains("south-west,South West,14,70000,1,2,yes,COUNTS,yes,4,8,0,2,0,0,0,")
			.contains("vale,Vale,4,20000,1,1,yes,COUNTS,yes,0,,0,1,0,0,0,joint,'=the rest agreed,");
	}

	@Test
	void readsABallotWithFewStatements() throws Exception {
		String file = export();
		assertThat(Statements.during(this::export)).hasSizeLessThanOrEqualTo(12);
		assertThat(Statements.during(() -> page(this.ballot + "/recount", file))).hasSizeLessThanOrEqualTo(18);
	}

}
