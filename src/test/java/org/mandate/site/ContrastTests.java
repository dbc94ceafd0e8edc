package org.mandate.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The contrast of text on colours, computed from our own style sheets: a checker in a
 * browser leaves text on drawings and patterns undecided. WCAG 2.2, 1.4.3: at least 4.5
 * to 1.
 */
class ContrastTests {

	private static final double ENOUGH = 4.5;

	private static final Path STYLES = Path.of("src/main/resources/static/assets/mandate");

	private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^{}]*)\\}");

	/** Text of charts that stands beside the bars. */
	private static final Pattern CHART_TEXT = Pattern
		.compile("\\.app-chart__(label|note|name|words|said|figure|title|finding|value|of)\\b");

	/** Text of charts with the colour of the part on which it stands around it. */
	private static final Pattern FIGURE = Pattern.compile("\\.app-chart__figure--\\d");

	private record Rule(String file, String selector, Map<String, String> declarations) {

		@Nullable String value(String... names) {
			for (String name : names) {
				String value = this.declarations.get(name);
				if (value != null) {
					return value;
				}
			}
			return null;
		}

		@Override
		public String toString() {
			return this.file + ": " + this.selector;
		}

	}

	private static List<Rule> rules() throws IOException {
		List<Rule> rules = new ArrayList<>();
		try (Stream<Path> files = Files.list(STYLES)) {
			for (Path file : files.filter((path) -> path.toString().endsWith(".css")).sorted().toList()) {
				Matcher matcher = RULE.matcher(Files.readString(file).replaceAll("(?s)/\\*.*?\\*/", ""));
				while (matcher.find()) {
					Map<String, String> declarations = new LinkedHashMap<>();
					for (String declaration : matcher.group(2).split(";")) {
						int colon = declaration.indexOf(':');
						if (colon > 0) {
							declarations.put(declaration.substring(0, colon).strip(),
									declaration.substring(colon + 1).replace("!important", "").strip());
						}
					}
					rules.add(new Rule(file.getFileName().toString(), matcher.group(1).strip(), declarations));
				}
			}
		}
		return rules;
	}

	private static Map<String, String> properties(List<Rule> rules) {
		Map<String, String> properties = new LinkedHashMap<>();
		rules.forEach((rule) -> rule.declarations().forEach((name, value) -> {
			if (name.startsWith("--")) {
				properties.put(name, value);
			}
		}));
		return properties;
	}

	/** The six digits of a colour; null for what is none, such as a system's colour. */
	private static @Nullable String colour(@Nullable String value, Map<String, String> properties) {
		if (value == null) {
			return null;
		}
		Matcher variable = Pattern.compile("var\\((--[a-z0-9-]+)\\)").matcher(value);
		if (variable.matches()) {
			return colour(properties.get(variable.group(1)), properties);
		}
		Matcher digits = Pattern.compile("#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})\\b").matcher(value);
		if (!digits.find()) {
			return null;
		}
		String found = digits.group(1);
		return (found.length() == 3) ? found.replaceAll("(.)", "$1$1") : found;
	}

	@Test
	void everyPairOfAColourAndItsTextStandsOut() throws IOException {
		Map<String, String> properties = properties(rules());
		List<String> pairs = properties.keySet().stream().filter((name) -> name.endsWith("-text")).toList();
		assertThat(pairs).hasSizeGreaterThanOrEqualTo(5);
		for (String text : pairs) {
			String ground = text.substring(0, text.length() - "-text".length());
			assertThat(properties).as(text).containsKey(ground);
			assertStandsOut(text, colour(properties.get(text), properties), colour(properties.get(ground), properties));
		}
	}

	@Test
	void everyRuleThatSetsTextAndGroundStandsOut() throws IOException {
		List<Rule> rules = rules();
		Map<String, String> properties = properties(rules);
		int checked = 0;
		for (Rule rule : rules) {
			String text = colour(rule.value("color"), properties);
			String ground = colour(rule.value("background-color", "background"), properties);
			if (text != null && ground != null) {
				assertStandsOut(rule.toString(), text, ground);
				checked++;
			}
		}
		assertThat(checked).isGreaterThanOrEqualTo(3);
	}

	@Test
	void textOfChartsStandsOutOnPaperAndOnItsPart() throws IOException {
		List<Rule> rules = rules();
		Map<String, String> properties = properties(rules);
		int beside = 0;
		int on = 0;
		for (Rule rule : rules) {
			String text = colour(rule.value("fill", "color"), properties);
			if (text == null) {
				continue;
			}
			if (FIGURE.matcher(rule.selector()).find()) {
				// The outline of the letters is the colour of the part, over its pattern.
				String outline = colour(rule.value("stroke"), properties);
				String series = rule.selector().replaceAll(".*--(\\d).*", "$1");
				assertThat(outline).as(rule.toString())
					.isEqualTo(colour("var(--app-series-" + series + ")", properties));
				assertStandsOut(rule.toString(), text, outline);
				on++;
			}
			else if (CHART_TEXT.matcher(rule.selector()).find()) {
				assertStandsOut(rule + " on paper", text, colour("var(--app-paper)", properties));
				assertStandsOut(rule + " on wash", text, colour("var(--app-wash)", properties));
				beside++;
			}
		}
		assertThat(on).isEqualTo(5);
		assertThat(beside).isGreaterThanOrEqualTo(4);
	}

	@Test
	void everySeriesHasAColourATextAndButTheFirstAPattern() throws IOException {
		Map<String, String> properties = properties(rules());
		String charts = Files.readString(Path.of("src/main/resources/templates/fragments/charts.html"));
		for (int series = 1; series <= 5; series++) {
			assertThat(properties).containsKeys("--app-series-" + series, "--app-series-" + series + "-text");
			if (series > 1) {
				assertThat(charts.split("<pattern th:id=\"\\|\\$\\{id}-pattern-" + series + "\\|\"")).hasSize(3);
			}
		}
	}

	private static void assertStandsOut(String where, @Nullable String text, @Nullable String ground) {
		assertThat(text).as(where).isNotNull();
		assertThat(ground).as(where).isNotNull();
		if (text != null && ground != null) {
			assertThat(contrast(text, ground)).as("%s: #%s on #%s", where, text, ground).isGreaterThanOrEqualTo(ENOUGH);
		}
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
