package org.mandate.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Thymeleaf takes the texts "no", "off" and "false" for false: a condition on a text that
 * people typed, or that a source printed, must ask whether it is there.
 */
class TemplateTests {

	private static final Pattern TRUTH_OF_A_TEXT = Pattern.compile(
			"th:(if|unless)=\"\\$\\{([A-Za-z_]+\\.)*(reason|wording|rationale|jobTitle|\\w+Reason|amendedFrom|quote|"
					+ "condition|note|hint|author|asSaid|evidence|provenance)}\"");

	@Test
	void asksWhetherATextIsThereNotWhetherItIsTrue() throws IOException {
		List<String> wrong = new ArrayList<>();
		try (Stream<Path> files = Files.walk(Path.of("src/main/resources/templates"))) {
			for (Path file : files.filter((path) -> path.toString().endsWith(".html")).toList()) {
				Matcher matcher = TRUTH_OF_A_TEXT.matcher(Files.readString(file));
				while (matcher.find()) {
					wrong.add(file + ": " + matcher.group());
				}
			}
		}
		assertThat(wrong).isEmpty();
	}

	/** Thymeleaf refuses it when the page is shown, and only then. */
	@Test
	void asksNoBeanInTheArgumentsOfAFragment() throws IOException {
		Pattern asks = Pattern.compile("th:(replace|insert)=\"[^\"]*@when");
		try (Stream<Path> files = Files.walk(Path.of("src/main/resources/templates"))) {
			for (Path file : files.filter((path) -> path.toString().endsWith(".html")).toList()) {
				assertThat(asks.matcher(Files.readString(file)).find()).as(file.toString()).isFalse();
			}
		}
	}

	@Test
	void carriesNeitherInlineStyleNorInlineScript() throws IOException {
		Pattern inline = Pattern.compile("\\sstyle=|\\son[a-z]+=\"|<script>|<style|hx-on");
		try (Stream<Path> files = Files.walk(Path.of("src/main/resources/templates"))) {
			for (Path file : files.filter((path) -> path.toString().endsWith(".html")).toList()) {
				assertThat(inline.matcher(Files.readString(file)).find()).as(file.toString()).isFalse();
			}
		}
	}

}
