package org.mandate.papers;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.mandate.browser.BrowserTest;
import org.mandate.browser.Visitor;
import org.mandate.database.TestDatabase;
import org.mandate.documents.PdfStandards;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ContextConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The paper of Oxfordshire's demonstration in a browser: its kinds, its files, and what
 * the browser prints of it.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "mandate.demonstration=true")
@ContextConfiguration(initializers = TestDatabase.class)
class PapersBrowserTests extends BrowserTest {

	private static final String PAPER = "/10q/appraisals/2015-16/paper";

	@Test
	void everyKindIsReadAndItsFileIsMadeAndDownloaded() throws Exception {
		for (int width : new int[] { WIDE, NARROW }) {
			Visitor visitor = visitor(width);
			visitor.opens("/10q/sign-in").presses("Continue as Sam Rowan");
			for (Kind kind : Kind.values()) {
				visitor.opens(PAPER + "?kind=" + kind.slug()).photographs(kind.slug() + "-" + width);
			}
			visitor.opens(PAPER).presses("PDF");
			visitor.page().getByText("The file is ready").waitFor();
			visitor.photographs("file-" + width);
			Download download = visitor.page().waitForDownload(() -> visitor.page().getByText("Download PDF").click());
			assertThat(download.suggestedFilename()).isEqualTo("governing-body-paper-2015-16.pdf");
			assertThat(PdfStandards.problems(Files.readAllBytes(download.path()))).isEmpty();
			visitor.opens(PAPER + "/files").reads("Files you asked for").photographs("files-" + width);
		}
	}

	@Test
	void aFileIsAskedForAndFetchedWithoutScripts() {
		Visitor visitor = visitorWithoutScripts(NARROW);
		visitor.opens("/10q/sign-in").presses("Continue as Morgan Birch");
		visitor.opens(PAPER + "/files");
		visitor.page().getByLabel("Executive summary").check();
		visitor.presses("Make the file");
		for (int i = 0; i < 60 && !visitor.page().content().contains("The file is ready"); i++) {
			visitor.page().waitForTimeout(500);
			visitor.page().reload();
		}
		visitor.reads("The file is ready");
	}

	@Test
	void whatTheBrowserPrintsSaysWhatThePdfSays() throws Exception {
		Visitor visitor = visitor(WIDE);
		visitor.opens("/10q/sign-in").presses("Continue as Sam Rowan");
		visitor.opens(PAPER);
		List<String> parts = visitor.page()
			.locator("article :is(p, li, h2, h3, h4, caption):not(.app-chart *)")
			.all()
			.stream()
			.map((part) -> part.textContent())
			.toList();
		String printed = letters(visitor.page().pdf(new Page.PdfOptions().setFormat("A4")));
		visitor.presses("PDF");
		visitor.page().getByText("The file is ready").waitFor();
		Download download = visitor.page().waitForDownload(() -> visitor.page().getByText("Download PDF").click());
		String made = letters(Files.readAllBytes(download.path()));
		assertThat(parts).hasSizeGreaterThan(100);
		for (String part : parts) {
			String wanted = letters(part.replaceAll("Source \\[", "[").replaceAll("See the record behind [a-z ]+", ""));
			assertThat(made).contains(wanted);
			assertThat(printed).contains(wanted);
		}
	}

	private static String letters(byte[] pdf) throws IOException {
		PDFTextStripper reader = new PDFTextStripper();
		reader.setSortByPosition(true);
		try (PDDocument document = Loader.loadPDF(pdf)) {
			return letters(reader.getText(document).replaceAll("(?m)^.*Page \\d+ of \\d+.*$", ""));
		}
	}

	private static String letters(String text) {
		return text.replaceAll("[\\s–•\u2003]+", "");
	}

}
