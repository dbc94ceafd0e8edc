package org.mandate.voting;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandate.MandateTest;
import org.mandate.OxfordshireDecision;
import org.mandate.TestOrganisations;
import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.database.Statements;
import org.mandate.forms.TableFile;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mandate.TestOrganisations.as;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/**
 * What each practice of South West did, from files: its 14 practices are K00057 to
 * K00070.
 */
@MandateTest
class RollFileTests {

	private static final Charset WINDOWS = Charset.forName("windows-1252");

	@Autowired
	private ApplicationContext beans;

	@Autowired
	private MockMvc mvc;

	@Autowired
	private Voting voting;

	@Autowired
	private Returns returns;

	private OxfordshireDecision decision;

	private Member director;

	private String southWest;

	@BeforeEach
	void ask() {
		this.decision = new OxfordshireDecision(this.beans).asked();
		UUID locality = this.decision
			.within(() -> this.voting.ballot(this.decision.appraisal, 1).unit("south-west").locality());
		this.director = this.beans.getBean(TestOrganisations.class)
			.person(this.decision.organisation, Role.LOCALITY_DIRECTOR, locality);
		this.southWest = this.decision.base() + "/ballots/1/returns/south-west";
	}

	private static String votes(String header, String separator) {
		StringBuilder rows = new StringBuilder(header);
		for (int i = 57; i <= 70; i++) {
			String vote = (i < 66) ? "Agrees with Option 2" : (i < 69) ? "option 1" : "Abstained";
			rows.append("K%05d".formatted(i))
				.append(separator)
				.append("Café")
				.append(separator)
				.append(vote)
				.append("\r\n");
		}
		return rows.toString();
	}

	private ResultActions uploads(byte[] content) throws Exception {
		return this.mvc
			.perform(multipart(this.southWest + "/file").file(new MockMultipartFile("file", "votes.csv", null, content))
				.with(as(this.director))
				.with(csrf()));
	}

	private Document pastes(String rows) throws Exception {
		return page(this.mvc
			.perform(multipart(this.southWest + "/file").param("pasted", rows).with(as(this.director)).with(csrf())));
	}

	private static Document page(ResultActions answer) throws Exception {
		return Jsoup.parse(answer.andExpect(status().isOk()).andReturn().getResponse().getContentAsString());
	}

	private ResultActions saves(Document preview) throws Exception {
		return this.mvc.perform(post(this.southWest + "/file/roll").with(as(this.director))
			.with(csrf())
			.param("rows", preview.select("input[name=rows]").val())
			.param("seen", preview.select("input[name=seen]").val()));
	}

	private ResultActions undoes() throws Exception {
		return this.mvc.perform(post(this.southWest + "/file/undo").with(as(this.director))
			.with(csrf())
			.param("seen", Integer.toString(unit().version())));
	}

	private BallotRecord.UnitRecord unit() {
		return this.decision.within(() -> this.voting.ballot(this.decision.appraisal, 1).unit("south-west"));
	}

	private MockHttpServletResponse downloads(String path) throws Exception {
		return this.mvc.perform(get(this.southWest + path).with(as(this.director)))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse();
	}

	@Test
	void savesWhatTheTemplateSaysAfterShowingIt() throws Exception {
		String template = downloads("/file/template.csv").getContentAsString(StandardCharsets.UTF_8);
		assertThat(template).startsWith("\uFEFFpractice code,practice name,vote\r\nK00057,South West practice 0,\r\n");
		String filled = template.replace(",\r\n", ",Agrees with Option 2\r\n")
			.replace("practice 0,Agrees with", "practice 0,Prefers")
			.replace("Prefers Option 2", "Prefers Option 1");
		Document preview = page(uploads(filled.getBytes(StandardCharsets.UTF_8)));
		assertThat(preview.select("h1").text()).contains("Check what the file means");
		assertThat(preview.select("tbody tr")).hasSize(14);
		assertThat(preview.select("tbody tr").first().text())
			.isEqualTo("South West practice 0 K00057 Prefers Option 1 2");
		assertThat(unit().latest()).isEmpty();
		saves(preview).andExpect(redirectedUrl(this.southWest + "/check"));
		EnteredFigures saved = unit().latest().orElseThrow();
		assertThat(saved.way()).isEqualTo(Way.FILE);
		assertThat(saved.figures().of("joint")).isEqualTo(13);
		assertThat(saved.figures().of("greater-involvement")).isEqualTo(1);
		assertThat(downloads("/file/template.csv").getContentAsString(StandardCharsets.UTF_8))
			.contains("K00057,South West practice 0,Prefers Option 1\r\n");
	}

	@Test
	void readsItsOwnSpreadsheetTemplate() throws Exception {
		page(uploads(votes("", ",").getBytes(StandardCharsets.UTF_8)));
		saves(pastes(votes("", "\t"))).andExpect(redirectedUrl(this.southWest + "/check"));
		MockHttpServletResponse template = downloads("/file/template.xlsx");
		assertThat(template.getHeader(HttpHeaders.CONTENT_DISPOSITION)).contains("south-west-votes.xlsx");
		Document preview = page(uploads(template.getContentAsByteArray()));
		assertThat(preview.select("dl").text()).contains("Agree with Option 2: Joint commissioning 9",
				"Prefer Option 1: Greater involvement 3", "Abstained 2");
		assertThat(preview.text()).doesNotContain("Not in the file");
	}

	@ParameterizedTest
	@ValueSource(strings = { ",", ";", "\t" })
	void takesAnySeparatorAndEncoding(String separator) throws Exception {
		String header = String.join(separator, "practice_code", "Practice name", "VOTE") + "\r\n";
		for (byte[] content : List.of(votes(header, separator).getBytes(StandardCharsets.UTF_8),
				("\uFEFF" + votes(header, separator)).getBytes(StandardCharsets.UTF_8),
				votes(header, separator).getBytes(WINDOWS), votes("", separator).getBytes(WINDOWS))) {
			assertThat(page(uploads(content)).select("dl").text()).contains(
					"Agree with Option 2: Joint commissioning 9", "Prefer Option 1: Greater involvement 3",
					"Abstained 2", "Returned nothing 0");
		}
		assertThat(pastes(votes("", separator)).select("dl").text()).contains("Abstained 2");
	}

	@Test
	void countsPracticesThatAreNotInTheFileAsNotReturned() throws Exception {
		Document preview = pastes("k00057\tjoint\nK00058\t\n");
		assertThat(preview.select("tbody tr").eachText()).hasSize(14)
			.contains("South West practice 0 K00057 Agrees with Option 2 1",
					"South West practice 1 K00058 Not returned 2",
					"South West practice 2 K00059 Not returned Not in the file");
		assertThat(preview.text()).contains("Returned nothing 13", "Fewer than half of the practices voted: 1 of 14.");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			K00058,,Option 9               | Row 4 | vote          | “Option 9” is not on offer in this ballot
			K00058,,=1+1                   | Row 4 | vote          | The vote is a formula
			=K1,,Absent                    | Row 4 | practice code | The practice code is a formula
			K00057,,Absent                 | Row 4 | practice code | K00057 is in row 2 already
			K00000,,Absent                 | Row 4 | practice code | K00000 votes in North, not in South West
			K84001,,Absent                 | Row 4 | practice code | K84001 is not entitled to vote in this ballot
			,South West practice 1,Absent  | Row 4 | practice code | The practice code is missing
			K00058,,'=1+1                  | Row 4 | vote          | “'=1+1” is not on offer in this ballot
			K00058,,Opção 2                | Row 4 | vote          | “Opção 2” is not on offer in this ballot
			""", quoteCharacter = '`')
	void namesTheRowTheFieldTheProblemAndTheRemedy(String row, String where, String field, String problem)
			throws Exception {
		Document page = pastes("practice code,practice name,vote\nK00057,,Absent\n\n" + row + "\n");
		assertThat(page.select("h1").text()).contains("The file has problems");
		assertThat(page.select("tbody tr")).hasSize(1);
		assertThat(page.select("tbody tr > *").eachText()).startsWith(where, field, problem).hasSize(4);
		assertThat(page.select("form[action$=/file/roll]")).isEmpty();
		saves(page).andExpect(status().isOk());
		assertThat(unit().latest()).isEmpty();
	}

	@Test
	void takesAllOrNothingAndGivesTheFileBackWithItsProblems() throws Exception {
		Document page = pastes(
				"Vote,Practice code,Remark\nAbsent,K00057,=cmd\n?,K00058,\nAbsent,K00057,\n=1+1,K84001,x\n");
		assertThat(page.text()).contains("4 problems: nothing was saved");
		String marked = this.mvc
			.perform(post(this.southWest + "/file/problems").with(as(this.director))
				.with(csrf())
				.param("rows", page.select("form[action$=/file/problems] input[name=rows]").val()))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsString(StandardCharsets.UTF_8);
		List<TableFile.Row> rows = TableFile.rows(marked.substring(1));
		assertThat(rows.getFirst().cells()).containsExactly("Vote", "Practice code", "Remark", "problem");
		assertThat(rows.get(1).cells()).containsExactly("Absent", "K00057", "'=cmd", "");
		assertThat(rows.get(2).cell(3)).startsWith("“?” is not on offer in this ballot. Use one of these: Agrees with");
		assertThat(rows.get(3).cell(3)).startsWith("K00057 is in row 2 already.");
		assertThat(rows.get(4).cells().getFirst()).isEqualTo("'=1+1");
		assertThat(rows.get(4).cell(3)).contains("K84001 is not entitled", "The vote is a formula");
		assertThat(unit().latest()).isEmpty();
	}

	@Test
	void saysWhatIsWrongWithTheFileAsAWhole() throws Exception {
		assertThat(page(uploads("%PDF-1.4".getBytes(StandardCharsets.UTF_8))).select(".nhsuk-error-message").text())
			.contains("The file is a PDF, not a table. Open it in the program it was made with");
		assertThat(
				page(uploads(new byte[] { (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0 })).select(".nhsuk-error-message")
					.text())
			.contains("older Excel file (.xls)");
		assertThat(page(uploads(new byte[0])).select(".nhsuk-error-message").text()).contains("The file is empty");
		assertThat(pastes(" ").select(".nhsuk-error-message").text()).contains("Choose a file, or paste its rows");
		assertThat(pastes("K00057,Absent\0").select(".nhsuk-error-message").text())
			.contains("NUL character near row 1");
		assertThat(pastes("K00057,Absent\n".repeat(1001)).select(".nhsuk-error-message").text())
			.contains("more than 1,000 rows");
		assertThat(pastes("K00057").text()).contains("The rows have one column only");
		assertThat(pastes("Practice code,Opinion\nK00057,Absent").text())
			.contains("The first row names no column for the vote");
		assertThat(pastes("K00057,\nK00058,").text()).contains("No practice has a vote");
		Document large = page(this.mvc.perform(get(this.southWest + "/file?problem=size").with(as(this.director))));
		assertThat(large.select(".nhsuk-error-message").text()).contains("larger than 2 MB");
	}

	@Test
	void undoesAFileStepByStepAndDeletesNothing() throws Exception {
		this.decision.within(() -> this.returns.save(this.decision.place("south-west"),
				OxfordshireDecision.southWest(8, 4), 0, this.director));
		saves(pastes(votes("", ","))).andExpect(status().is3xxRedirection());
		assertThat(page(this.mvc.perform(get(this.southWest + "/check").with(as(this.director)))).text())
			.contains("These figures come from a file");
		undoes().andExpect(redirectedUrl(this.southWest));
		assertThat(unit().latest().orElseThrow().figures()).isEqualTo(OxfordshireDecision.southWest(8, 4));
		assertThat(unit().entries()).hasSize(3);
		assertThat(unit().entries().get(1).figures().of("joint")).isEqualTo(9);
		undoes().andExpect(status().isConflict());
		Document form = page(this.mvc.perform(get(this.southWest).with(as(this.director))));
		assertThat(form.select("input[name='votes[1]']").val()).isEqualTo("8");
	}

	@Test
	void undoesTheFirstFileToABlankForm() throws Exception {
		saves(pastes(votes("", ","))).andExpect(status().is3xxRedirection());
		undoes().andExpect(redirectedUrl(this.southWest));
		Document form = page(this.mvc.perform(get(this.southWest).with(as(this.director))));
		assertThat(form.select("input[inputmode=numeric]").eachAttr("value")).allMatch(String::isEmpty);
		assertThat(unit().state(false)).isEqualTo(UnitOutcome.State.AWAITED);
		this.mvc
			.perform(post(this.southWest + "/submission").with(as(this.director))
				.with(csrf())
				.param("reason", "Nobody came"))
			.andExpect(status().is4xxClientError());
	}

	@Test
	void undoesNothingAfterItWasReturned() throws Exception {
		saves(pastes(votes("", ","))).andExpect(status().is3xxRedirection());
		this.mvc.perform(post(this.southWest + "/submission").with(as(this.director)).with(csrf()))
			.andExpect(status().is3xxRedirection());
		undoes().andExpect(status().isConflict());
		this.mvc.perform(get(this.southWest + "/file").with(as(this.director)))
			.andExpect(redirectedUrl(this.southWest));
		assertThat(unit().latest().orElseThrow().isReturned()).isTrue();
	}

	@Test
	void showsWhatSomebodyElseSavedMeanwhile() throws Exception {
		Document preview = pastes(votes("", ","));
		this.decision.within(() -> this.returns.save(this.decision.place("south-west"),
				OxfordshireDecision.southWest(8, 4), 0, this.decision.manager));
		Document conflict = page(saves(preview));
		assertThat(conflict.text()).contains("Saved by The Commissioning manager",
				"Agree with Option 2: Joint commissioning 8", "Agree with Option 2: Joint commissioning 9");
		saves(conflict).andExpect(redirectedUrl(this.southWest + "/check"));
		assertThat(unit().latest().orElseThrow().figures().of("joint")).isEqualTo(9);
	}

	@Test
	void keepsDirectorsToTheirOwnLocality() throws Exception {
		String west = this.southWest.replace("south-west", "west");
		this.mvc
			.perform(multipart(west + "/file").param("pasted", "K00071,Absent").with(as(this.director)).with(csrf()))
			.andExpect(status().isForbidden());
		this.mvc.perform(
				post(west + "/file/roll").param("rows", "\"K00071\"\t\"Absent\"").with(as(this.director)).with(csrf()))
			.andExpect(status().isForbidden());
	}

	@Test
	void readsAFileWithAFixedNumberOfStatements() throws Exception {
		pastes("K00057,Absent");
		List<String> one = Statements.during(() -> pastes("K00057,Absent"));
		assertThat(Statements.during(() -> pastes(votes("", ",")))).hasSameSizeAs(one).hasSizeLessThanOrEqualTo(10);
	}

}
