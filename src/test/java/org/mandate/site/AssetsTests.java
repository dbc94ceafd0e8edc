package org.mandate.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class AssetsTests {

	private static final Path ASSETS = Path.of("src/main/resources/static/assets");

	private static final Path NHSUK = ASSETS.resolve("nhsuk-frontend-10.6.1");

	/** The contrast of text that WCAG 2.2 asks for at level AA (1.4.3). */
	private static final double ENOUGH = 4.5;

	@Test
	void shipsTheFilesThatVersionNames() throws IOException, NoSuchAlgorithmException {
		List<String> lines = Files.readAllLines(NHSUK.resolve("VERSION"));
		Map<String, String> named = new TreeMap<>();
		lines.stream().skip(1).map((line) -> line.split("  ")).forEach((sum) -> named.put(sum[1], sum[0]));
		Map<String, String> found = new TreeMap<>();
		for (Path file : files(NHSUK)) {
			String name = NHSUK.relativize(file).toString();
			if (!name.equals("VERSION")) {
				found.put(name, HexFormat.of()
					.formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file))));
			}
		}
		assertThat(lines.getFirst()).isEqualTo("nhsuk-frontend 10.6.1");
		assertThat(found).isEqualTo(named).containsKeys("LICENSE", "nhsuk-frontend.min.css", "nhsuk-frontend.min.js");
	}

	@Test
	void shipsNoFontAndFetchesNothingFromElsewhere() throws IOException {
		for (Path file : files(ASSETS)) {
			String name = file.getFileName().toString();
			assertThat(name).doesNotMatch(".*\\.(woff2?|ttf|otf|eot)");
			if (name.endsWith(".css")) {
				String css = Files.readString(file);
				assertThat(css).doesNotContain("@font-face").doesNotContain("@import");
				Pattern.compile("url\\([\"']?([^)\"']*)")
					.matcher(css)
					.results()
					.map((url) -> url.group(1))
					.forEach((url) -> assertThat(file.resolveSibling(url)).exists());
			}
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 4, 5 })
	void figuresOnBarsStandOut(int series) throws IOException {
		String css = Files.readString(ASSETS.resolve("mandate/mandate.css"));
		double contrast = contrast(colour(css, "--app-series-" + series + "-text"),
				colour(css, "--app-series-" + series));
		assertThat(contrast).isGreaterThanOrEqualTo(ENOUGH);
	}

	private static List<Path> files(Path folder) throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter(Files::isRegularFile).toList();
		}
	}

	private static String colour(String css, String property) {
		var declaration = Pattern.compile(Pattern.quote(property) + ":\\s*#([0-9a-f]{3,6});").matcher(css);
		assertThat(declaration.find()).as(property).isTrue();
		String digits = declaration.group(1);
		return (digits.length() == 3) ? digits.replaceAll("(.)", "$1$1") : digits;
	}

	private static double contrast(String one, String other) {
		double a = luminance(one);
		double b = luminance(other);
		return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
	}

	private static double luminance(String colour) {
		double[] parts = IntStream.of(0, 2, 4)
			.mapToDouble((at) -> Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0)
			.map((part) -> (part <= 0.04045) ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4))
			.toArray();
		return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
	}

}
