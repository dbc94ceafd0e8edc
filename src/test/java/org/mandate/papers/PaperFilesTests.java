package org.mandate.papers;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mandate.MandateTest;
import org.mandate.OxfordshireDecision;
import org.mandate.access.Member;
import org.mandate.database.Statements;
import org.mandate.documents.Format;
import org.mandate.documents.PdfStandards;
import org.mandate.recommendations.Decision;
import org.mandate.recommendations.Recommendations;
import org.mandate.recommendations.Resolution;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mandate.TestOrganisations.as;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@MandateTest
class PaperFilesTests {

	@Autowired
	private ApplicationContext beans;

	@Autowired
	private MockMvc mvc;

	@Autowired
	private Papers papers;

	@Autowired
	private PaperFiles files;

	@Autowired
	private FilePress press;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private PlatformTransactionManager transactions;

	private OxfordshireDecision decision;

	@BeforeEach
	void start() {
		this.decision = new OxfordshireDecision(this.beans);
		this.decision.compared().asked().voted();
	}

	private String asked(Kind kind, Format format, Member by) throws Exception {
		return this.mvc
			.perform(post(this.decision.base() + "/paper/files").param("kind", kind.slug())
				.param("format", format.extension())
				.with(as(by))
				.with(csrf()))
			.andExpect(status().isSeeOther())
			.andReturn()
			.getResponse()
			.getRedirectedUrl();
	}

	private Document page(String address, Member by) throws Exception {
		return Jsoup.parse(this.mvc.perform(get(address).with(as(by)))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsString());
	}

	private byte[] downloaded(String address, Member by) throws Exception {
		return this.mvc.perform(get(address + "/download").with(as(by)))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsByteArray();
	}

	private void made() {
		this.press.finish(this.decision.organisation.id());
	}

	@Test
	void makesEveryKindInEveryFormatAndKeepsTheStandards() throws Exception {
		this.decision.within(() -> this.beans.getBean(Recommendations.class)
			.begin(this.decision.appraisal, Recommendations.Source.RECORD, null, this.decision.manager));
		for (Kind kind : Kind.values()) {
			for (Format format : Format.values()) {
				String address = asked(kind, format, this.decision.manager);
				made();
				Document page = page(address, this.decision.manager);
				assertThat(page.text()).contains("The file is ready");
				byte[] file = downloaded(address, this.decision.manager);
				Files.createDirectories(Path.of("target/papers"));
				Files.write(Path.of("target/papers/" + kind.slug() + "." + format.extension()), file);
				if (format == Format.PDF) {
					assertThat(PdfStandards.problems(file)).as(kind.label()).isEmpty();
				}
			}
		}
		try (PDDocument summary = Loader.loadPDF(Path.of("target/papers/executive-summary.pdf").toFile())) {
			assertThat(summary.getNumberOfPages()).isEqualTo(1);
		}
	}

	@Test
	void saysTheSameAsThePage() throws Exception {
		String address = asked(Kind.GOVERNING_BODY_PAPER, Format.PDF, this.decision.governor);
		made();
		byte[] pdf = downloaded(address, this.decision.governor);
		Document page = page(this.decision.base() + "/paper", this.decision.governor);
		page.select(".app-noprint, .nhsuk-u-visually-hidden, .app-chart").remove();
		PDFTextStripper reader = new PDFTextStripper();
		reader.setSortByPosition(true);
		try (PDDocument document = Loader.loadPDF(pdf)) {
			String text = letters(reader.getText(document).replaceAll("(?m)^.*Page \\d+ of \\d+$", ""));
			for (String part : page.select("article p, article li, article h2, article h3, article h4, article caption")
				.eachText()) {
				assertThat(text).contains(letters(part));
			}
			for (String figure : page.select("article td, article th").eachText()) {
				assertThat(text).contains(letters(figure.split(" ")[0]));
			}
		}
	}

	private static String letters(String text) {
		return text.replaceAll("[\\s–•]+", "");
	}

	@Test
	void isTheSameFileForTheSameRecord() throws Exception {
		String first = asked(Kind.GOVERNING_BODY_PAPER, Format.PDF, this.decision.manager);
		made();
		assertThat(asked(Kind.GOVERNING_BODY_PAPER, Format.PDF, this.decision.manager)).isEqualTo(first);
		byte[] file = downloaded(first, this.decision.manager);
		again(first);
		made();
		assertThat(downloaded(first, this.decision.manager)).isEqualTo(file);
	}

	private void again(String address) {
		within(() -> assertThat(this.jdbc.sql(
				"update paper_file set file = null, file_sha256 = null, finished_at = null, begun_at = null where id = :id")
			.param("id", id(address))
			.update()).isEqualTo(1));
	}

	private void within(Runnable change) {
		this.decision
			.within(() -> new TransactionTemplate(this.transactions).executeWithoutResult((status) -> change.run()));
	}

	private static UUID id(String address) {
		return UUID.fromString(address.substring(address.lastIndexOf('/') + 1));
	}

	@Test
	void beginsAgainWhatAKilledApplicationHadBegunAndShowsNoHalfFile() throws Exception {
		String address = asked(Kind.EXECUTIVE_SUMMARY, Format.SPREADSHEET, this.decision.manager);
		made();
		again(address);
		begun(address, "1 minute", 1);
		made();
		assertThat(page(address, this.decision.manager).text()).contains("The file is being made");
		this.mvc.perform(get(address + "/download").with(as(this.decision.manager))).andExpect(status().isNotFound());
		begun(address, "3 minutes", 1);
		made();
		assertThat(page(address, this.decision.manager).text()).contains("The file is ready");
	}

	private void begun(String address, String ago, int attempts) {
		within(() -> this.jdbc
			.sql("update paper_file set begun_at = now() - cast(:ago as interval), attempts = :attempts where id = :id")
			.param("ago", ago)
			.param("attempts", attempts)
			.param("id", id(address))
			.update());
	}

	@Test
	void givesUpAfterThreeAttemptsAndSaysSo() throws Exception {
		String address = asked(Kind.EXECUTIVE_SUMMARY, Format.PDF, this.decision.manager);
		made();
		again(address);
		within(() -> this.jdbc.sql("update paper_file set content = '{}', attempts = 0 where id = :id")
			.param("id", id(address))
			.update());
		made();
		Document page = page(address, this.decision.manager);
		assertThat(page.text()).contains("The file could not be made", "three times");
		assertThat(page.select("[data-file-ended]")).hasSize(1);
	}

	@Test
	void belongsToWhoAskedForIt() throws Exception {
		String address = asked(Kind.EXECUTIVE_SUMMARY, Format.SPREADSHEET, this.decision.manager);
		made();
		for (String path : List.of("", "/download")) {
			this.mvc.perform(get(address + path).with(as(this.decision.governor))).andExpect(status().isNotFound());
		}
		assertThat(page(this.decision.base() + "/paper/files", this.decision.governor).text())
			.doesNotContain("Files you asked for");
		assertThat(page(this.decision.base() + "/paper/files", this.decision.manager).text())
			.contains("Executive summary, Tables (XLSX)");
	}

	@Test
	void makesTheFilesOfASealedPaperByItself() throws Exception {
		this.decision.within(() -> {
			Recommendations recommendations = this.beans.getBean(Recommendations.class);
			recommendations.begin(this.decision.appraisal, Recommendations.Source.RECORD, null, this.decision.manager);
			recommendations.put(this.decision.appraisal, 1, "In a test", this.decision.manager);
			recommendations.resolve(this.decision.appraisal,
					new Resolution.Minute(Decision.APPROVED, null, LocalDate.of(2015, 1, 29), 12, 0, 1, null,
							new Resolution.Meeting(UUID.randomUUID(), UUID.randomUUID(), "Item 1."), true),
					this.decision.chair);
		});
		made();
		Document page = page(this.decision.base() + "/papers/1", this.decision.governor);
		assertThat(page.select("a[href$=/papers/1/pdf], a[href$=/papers/1/docx], a[href$=/papers/1/xlsx]")).hasSize(3);
		byte[] pdf = this.mvc.perform(get(this.decision.base() + "/papers/1/pdf").with(as(this.decision.governor)))
			.andExpect(status().isOk())
			.andExpect(header().string("Content-Disposition",
					org.hamcrest.Matchers.containsString("governing-body-paper-2015-16-sealed-1.pdf")))
			.andReturn()
			.getResponse()
			.getContentAsByteArray();
		SealedPaper sealed = this.decision.within(() -> this.papers.sealed(this.decision.appraisal, 1));
		try (PDDocument document = Loader.loadPDF(pdf)) {
			assertThat(new PDFTextStripper().getText(document)).contains(sealed.sha256(), sealed.sealed().hash(),
					"SHA-256 " + sealed.sha256().substring(0, 16));
		}
		for (String path : List.of("/papers/1/exe", "/papers/2/pdf", "/paper/files/x", "/paper?kind=x")) {
			this.mvc.perform(get(this.decision.base() + path).with(as(this.decision.governor)))
				.andExpect(status().isNotFound());
		}
	}

	@Test
	void needsAFixedNumberOfStatements() throws Exception {
		String address = asked(Kind.EXECUTIVE_SUMMARY, Format.SPREADSHEET, this.decision.manager);
		made();
		page(address, this.decision.manager);
		int one = Statements.during(() -> page(this.decision.base() + "/paper/files", this.decision.manager)).size();
		asked(Kind.MEMBER_BRIEFING, Format.SPREADSHEET, this.decision.manager);
		asked(Kind.PUBLIC_BRIEFING, Format.SPREADSHEET, this.decision.manager);
		made();
		assertThat(Statements.during(() -> page(this.decision.base() + "/paper/files", this.decision.manager)))
			.hasSize(one);
	}

	@Test
	void opensInWord() throws Exception {
		String address = asked(Kind.GOVERNING_BODY_PAPER, Format.WORD, this.decision.manager);
		made();
		try (var word = new org.apache.poi.xwpf.usermodel.XWPFDocument(
				new ByteArrayInputStream(downloaded(address, this.decision.manager)))) {
			assertThat(word.getTables()).hasSizeGreaterThanOrEqualTo(3);
		}
	}

}
