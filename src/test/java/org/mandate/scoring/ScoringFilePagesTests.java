package org.mandate.scoring;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
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
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.database.Tenant;
import org.mandate.forms.TableFile;
import org.mandate.organisations.Organisation;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mandate.TestOrganisations.as;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

@MandateTest
@Import(ScoredAppraisal.class)
class ScoringFilePagesTests {

	@Autowired
	private MockMvc mvc;

	@Autowired
	private TestOrganisations organisations;

	@Autowired
	private ScoredAppraisal scored;

	@Autowired
	private Scoring scoring;

	@Autowired
	private Criteria criteria;

	@Autowired
	private Panel panel;

	private Organisation organisation;

	private Member manager;

	private AppraisalSummary appraisal;

	@BeforeEach
	void start() {
		this.organisation = this.organisations.establish();
		this.manager = this.organisations.person(this.organisation, Role.COMMISSIONING_MANAGER, null);
		this.appraisal = call(this.scored::started);
	}

	@Test
	void bringsInCriteriaAfterAPreview() throws Exception {
		call(() -> this.criteria.add(this.appraisal, ScoredAppraisal.wording("Access"), this.manager));
		Document preview = parse(paste("criteria", """
				criterion,what it asks,0 means,5 means,10 means
				access,How near,Far,Near,At the door
				Cost,What it takes,Much,Some,Nothing
				"""));
		assertThat(preview.select("tbody tr").eachText()).containsExactly(
				"access Is reworded How near Far Near At the door", "Cost Is added What it takes Much Some Nothing");
		assertThat(names()).containsExactly("Access");
		assertThat(save("criteria", preview).getRedirectedUrl()).isEqualTo(base() + "/criteria");
		assertThat(names()).containsExactly("access", "Cost");
	}

	@Test
	void bringsBackWhatWasTakenOut() throws Exception {
		call(() -> this.criteria.add(this.appraisal,
				new CriterionWording("-1 is what?", "=1+1", "+a", "@b", "a, \"b\"; c"), this.manager));
		for (String type : List.of("csv", "xlsx")) {
			byte[] file = get("criteria." + type).getContentAsByteArray();
			if (type.equals("csv")) {
				assertThat(new String(file, StandardCharsets.UTF_8)).contains("'-1 is what?", "'=1+1", "'+a", "'@b");
			}
			Document preview = parse(upload("criteria", file));
			assertThat(preview.select("tbody tr").eachText())
				.containsExactly("-1 is what? Stays as it is =1+1 +a @b a, \"b\"; c");
		}
	}

	@Test
	void takesAllOrNothing() throws Exception {
		Document problems = parse(paste("criteria", """
				criterion,what it asks,0 means,5 means,10 means
				Access,How near,Far,Near,At the door
				,What,a,b,c
				ACCESS,Again,a,b,c
				Cost,=SUM(A1),a,b,c
				Long,What,%s,b,c
				""".formatted("x".repeat(301))));
		assertThat(problems.select("tbody tr").eachText()).containsExactly("Row 3 Enter the name of the criterion",
				"Row 4 ACCESS is in row 2 already",
				"Row 5 The cell under “what it asks” is a formula. Paste it as a value, or type it",
				"Row 6 What a score of 0 means must be 300 characters or fewer");
		assertThat(names()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "1,100~1,40|Row 3 Access and Cost both have rank 1: give each its own",
			"1,100~2,101|Row 3 The weight of Cost must be 100 or less",
			"1,100~2,-3|Row 3 The weight of Cost must be 0 or more",
			"1,100~2,2.5|Row 3 The weight of Cost must be a whole number, without decimals",
			"1,0~2,0|Row 2 All weights are 0. Give Access, the most valued swing, 100",
			"2,50~1,40|Row 2 Access is ranked below Cost, so its weight must be 40 or less. Or change the order",
			"1,100~2,|Row 3 Enter the weight of Cost" })
	void refusesWeightsByTheRulesOfThePage(String rows, String problem) throws Exception {
		two();
		String[] each = rows.split("~");
		Document page = parse(
				paste("weights", "criterion,rank,weight\nAccess," + each[0] + "\nCost," + each[1] + "\n"));
		assertThat(page.select("tbody tr").eachText().getFirst()).isEqualTo(problem);
		assertThat(weights()).containsExactly(100, 40);
	}

	@Test
	void bringsInWeightsOfAllCriteria() throws Exception {
		two();
		assertThat(parse(paste("weights", "criterion,rank,weight\nAccess,1,100\nSpeed,2,3\n")).select("tbody tr")
			.eachText()).containsExactly("Whole file Enter the rank of Cost",
					"Row 3 “Speed” is not one of the criteria. Use the name as it is listed there");
		Document preview = parse(paste("weights", "weight;rank;criterion\n100;1;cost\n25;2;ACCESS\n"));
		save("weights", preview);
		assertThat(weights()).containsExactly(25, 100);
	}

	@Test
	void bringsInOnesOwnScoresAsADraft() throws Exception {
		two();
		run(() -> this.panel.invite(this.appraisal, List.of(this.manager.id().id()), this.manager));
		Document problems = parse(paste("mine", """
				criterion,option,score,comment
				Access,Option 1,11,
				Access,Option 2,-1,
				Access,Option 3,5.5,
				Cost,Option 9,5,
				Cost,Option 1,=1,
				Cost,joint,,Why
				Cost,Joint commissioning,4,
				"""));
		assertThat(problems.select("tbody tr").eachText()).containsExactly(
				"Row 2 The score for Option 1 on Access must be 10 or less",
				"Row 3 The score for Option 2 on Access must be 0 or more",
				"Row 4 The score for Option 3 on Access must be a whole number, without decimals",
				"Row 5 “Option 9” is not an option that can be scored. Use one of these: Option 1, Option 2, Option 3, No change",
				"Row 6 The cell under “score” is a formula. Paste it as a value, or type it",
				"Row 7 Enter the score that your comment on Option 2 on Cost is about",
				"Row 8 Option 2 on Cost is in row 7 already. Keep one row for it");
		ByteArrayOutputStream sheet = new ByteArrayOutputStream();
		try (Workbook workbook = new Workbook(sheet, "Test", "1.0")) {
			Worksheet first = workbook.newWorksheet("Scores");
			List.of("criterion", "option", "score", "comment")
				.forEach((name) -> first.value(0, List.of("criterion", "option", "score", "comment").indexOf(name),
						name));
			first.value(1, 0, "Access");
			first.value(1, 1, "Option 2");
			first.value(1, 2, 7);
			first.value(1, 3, "Near");
		}
		Document preview = parse(upload("mine", sheet.toByteArray()));
		assertThat(preview.select("tbody tr").eachText())
			.containsExactly("Access Option 2: Joint commissioning 7 Near");
		assertThat(save("mine", preview).getRedirectedUrl()).isEqualTo(base() + "/mine");
		assertThat(call(() -> this.scoring.card(this.appraisal, this.manager)).scores())
			.satisfiesExactly((score) -> assertThat(score.score()).isEqualTo(7));
	}

	@Test
	void bringsInAgreedScoresOnceThePanelHasFinished() throws Exception {
		two();
		assertThat(this.mvc.perform(get("/files/agreed", this.manager)).andReturn().getResponse().getRedirectedUrl())
			.isEqualTo(base() + "/agreed");
		run(() -> this.panel.invite(this.appraisal, List.of(this.manager.id().id()), this.manager));
		run(() -> this.scored.scores(this.appraisal, this.manager, 6));
		Document problems = parse(paste("agreed", """
				criterion,option,score,reason,dissent
				Access,Option 1,4,,
				Cost,Option 1,12,Why,
				"""));
		assertThat(problems.select("tbody tr").eachText()).containsExactly(
				"Row 2 Access: Enter why the panel agreed on this score for Option 1",
				"Row 3 Cost: The agreed score for Option 1 must be 10 or less");
		Document preview = parse(paste("agreed", """
				criterion,option,score,reason,dissent
				Access,Option 1,4,Far,Dr A
				Cost,Option 1,6,Dear,
				Cost,Option 2,,,
				"""));
		save("agreed", preview);
		assertThat(call(() -> this.scoring.agreed(this.appraisal)).given()).isEqualTo(2);
		assertThat(new String(get("agreed.csv").getContentAsByteArray(), StandardCharsets.UTF_8))
			.contains("4,Far,Dr A");
		assertThat(new String(get("panel.csv").getContentAsByteArray(), StandardCharsets.UTF_8))
			.contains("The Commissioning manager,yes,6");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "''|Choose a file, or paste its rows",
			"a,b|The first row names no column “criterion”.", "<html>|The file is a web page" })
	void saysWhatIsWrongWithTheFile(String pasted, String message) throws Exception {
		Document page = parse(paste("criteria", pasted));
		assertThat(page.title()).startsWith("Error: ");
		assertThat(page.text()).contains(message);
	}

	@Test
	void limitsTheFile() throws Exception {
		assertThat(parse(upload("criteria", new byte[TableFile.MOST_BYTES + 1])).text()).contains("larger than 2 MB");
		assertThat(parse(paste("criteria", "criterion\n" + "x\n".repeat(1001))).text())
			.contains("more than 1,000 rows");
		assertThat(parse(upload("criteria", "%PDF-1.7".getBytes(StandardCharsets.UTF_8))).text())
			.contains("The file is a PDF");
	}

	@Test
	void isForThoseWhomItConcerns() throws Exception {
		two();
		Member other = this.organisations.person(this.organisation, Role.CHAIR, null);
		for (String kind : List.of("criteria", "weights", "agreed", "mine")) {
			assertThat(this.mvc.perform(get("/files/" + kind, other)).andReturn().getResponse().getStatus())
				.isEqualTo(403);
			assertThat(this.mvc.perform(
					post(base() + "/files/" + kind + "/rows").param("rows", "criterion").with(csrf()).with(as(other)))
				.andReturn()
				.getResponse()
				.getStatus()).isEqualTo(403);
		}
		assertThat(this.mvc.perform(get("/files/criteria.csv", other)).andReturn().getResponse().getStatus())
			.isEqualTo(200);
		for (String kind : List.of("mine.csv", "panel.csv", "panel", "votes")) {
			assertThat(this.mvc.perform(get("/files/" + kind, other)).andReturn().getResponse().getStatus()).as(kind)
				.isEqualTo(404);
		}
	}

	private Map<String, UUID> two() {
		Map<String, Integer> weights = new LinkedHashMap<>();
		weights.put("Access", 100);
		weights.put("Cost", 40);
		return call(() -> this.scored.weighed(this.appraisal, this.manager, weights));
	}

	private List<String> names() {
		return call(() -> this.criteria.all(this.appraisal)).stream().map(Criterion::name).toList();
	}

	private List<Integer> weights() {
		return call(() -> this.criteria.all(this.appraisal)).stream().map(Criterion::weight).toList();
	}

	private MockHttpServletResponse paste(String kind, String rows) throws Exception {
		return this.mvc
			.perform(multipart(base() + "/files/" + kind).param("pasted", rows).with(csrf()).with(as(this.manager)))
			.andReturn()
			.getResponse();
	}

	private MockHttpServletResponse upload(String kind, byte[] file) throws Exception {
		return this.mvc
			.perform(multipart(base() + "/files/" + kind).file(new MockMultipartFile("file", "file.xlsx", null, file))
				.with(csrf())
				.with(as(this.manager)))
			.andReturn()
			.getResponse();
	}

	private MockHttpServletResponse save(String kind, Document preview) throws Exception {
		return this.mvc
			.perform(post(base() + "/files/" + kind + "/rows")
				.param("rows", preview.selectFirst("input[name=rows]").val())
				.with(csrf())
				.with(as(this.manager)))
			.andReturn()
			.getResponse();
	}

	private MockHttpServletResponse get(String file) throws Exception {
		return this.mvc.perform(get("/files/" + file, this.manager)).andReturn().getResponse();
	}

	private MockHttpServletRequestBuilder get(String path, Member member) {
		return MockMvcRequestBuilders.get(base() + path).with(as(member));
	}

	private static Document parse(MockHttpServletResponse response) throws Exception {
		assertThat(response.getStatus()).as(response.getRedirectedUrl()).isEqualTo(200);
		return Jsoup.parse(response.getContentAsString());
	}

	private <T> T call(Callable<T> work) {
		return Tenant.call(this.organisation.id(), () -> {
			try {
				return work.call();
			}
			catch (RuntimeException ex) {
				throw ex;
			}
			catch (Exception ex) {
				throw new IllegalStateException(ex);
			}
		});
	}

	private void run(Runnable work) {
		Tenant.run(this.organisation.id(), work);
	}

	private String base() {
		return "/" + this.organisation.slug() + this.appraisal.path() + "/scoring";
	}

}
