package org.mandate.documents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The files as other programs read them. Where a program is not installed the test is
 * skipped, but not where everything is checked: there it fails.
 */
class OtherProgramsTests {

	@TempDir
	private Path folder;

	private static boolean isThere(String program) {
		for (String path : System.getenv("PATH").split(":")) {
			if (Files.isExecutable(Path.of(path, program))) {
				return true;
			}
		}
		return false;
	}

	private static void requires(String program) {
		if (System.getenv("CI") != null) {
			assertThat(isThere(program)).as("%s is installed", program).isTrue();
		}
		Assumptions.assumeTrue(isThere(program), program + " is not installed");
	}

	private String run(String... command) throws IOException, InterruptedException {
		Path out = this.folder.resolve("out.txt");
		Process process = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(out.toFile())
			.directory(this.folder.toFile())
			.start();
		assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
		String said = Files.readString(out);
		assertThat(process.exitValue()).as(said).isZero();
		return said;
	}

	@Test
	void aPdfIsReadInOrder() throws Exception {
		requires("pdftotext");
		Files.write(this.folder.resolve("sample.pdf"), Format.PDF.make(SampleDocument.whole()));
		String text = run("pdftotext", "sample.pdf", "-");
		assertThat(text.replaceAll("\\s+", " ")).containsSubsequence("NHS Oxfordshire CCG", "A sample", "In brief", "First",
				"1 Text", "Plain, strong and stressed <b> with a source", "A heading within", "One", "Two", "Three", "Deeper",
				"OCCG wishes to opt for a joint approach.", "Carried.", "2 Figures", "Votes by practice", "Practice 1",
				"Practice 40", "How each locality voted", "South West: Option 1 3", "3 Sources", "SHA-256 0123456789abcdef");
	}

	@Test
	void aWordFileOpensInLibreOfficeWithItsHeadingsAndTables() throws Exception {
		requires("soffice");
		Files.write(this.folder.resolve("sample.docx"), Format.WORD.make(SampleDocument.whole()));
		run("soffice", "--headless", "-env:UserInstallation=file://" + this.folder.resolve("profile"), "--convert-to", "html",
				"sample.docx");
		org.jsoup.nodes.Document page = Jsoup.parse(Files.readString(this.folder.resolve("sample.html")));
		assertThat(page.select("h1").eachText()).containsExactly("In brief", "1 Text", "2 Figures", "3 Sources");
		assertThat(page.select("h2").eachText()).containsExactly("A heading within", "How each locality voted");
		assertThat(page.select("table tr")).hasSize(43);
		assertThat(page.select("table tr").first().text()).isEqualTo("Practice Votes Comment");
		assertThat(page.select("table tr").last().text()).isEqualTo("All 80 =1+1");
		assertThat(page.select("li").eachText()).contains("One", "Deeper");
	}

}
