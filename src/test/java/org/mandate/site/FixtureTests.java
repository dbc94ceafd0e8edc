package org.mandate.site;

import java.io.UnsupportedEncodingException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Our fragments render what nhsuk-frontend's own components render from the same options.
 * Ids and names differ (ours follow the form's property), and markup in hints is left
 * out; everything else is compared.
 */
@SpringBootTest(classes = Styleguide.class)
@TestInstance(Lifecycle.PER_CLASS)
class FixtureTests {

	private static final Map<String, String> FIELDS = Map.of("checkboxes", "several", "date-input", "date");

	private final Document page;

	FixtureTests(@Autowired WebApplicationContext context) throws UnsupportedEncodingException {
		this.page = Jsoup.parse(MockMvcTester.from(context)
			.get()
			.uri("/styleguide/fixtures")
			.exchange()
			.getResponse()
			.getContentAsString());
	}

	static List<String> fixtures() {
		return Fixtures.names().stream().filter((name) -> !name.startsWith("skip-link")).toList();
	}

	@ParameterizedTest
	@MethodSource("fixtures")
	void rendersAsTheComponentDoes(String name) {
		Fixtures.Case fixture = Fixtures.load(name);
		String component = name.substring(0, name.indexOf(':'));
		Element section = this.page.selectFirst("section[data-fixture=\"" + name + "\"]");
		assertThat(section).as("a section of fixtures.html").isNotNull();
		Element expected = Jsoup.parse(fixture.html()).body();
		asOurs(expected, component, fixture.o());
		Element actual = section.clone();
		if (component.equals("error-summary")) {
			expected.select("a").attr("href", "#");
			actual.select("a").attr("href", "#");
		}
		assertThat(shape(actual)).isEqualTo(shape(expected));
	}

	@Test
	void layoutHasTheSkipLink() {
		Element expected = Jsoup.parse(Fixtures.load("skip-link: default").html()).selectFirst("a");
		assertThat(shape(this.page.select("body > a").wrap("<div></div>").parents().first()))
			.isEqualTo(shape(expected.wrap("<div></div>").parent()));
	}

	/**
	 * Rewrites what a component derives from its id and name to what ours derives from
	 * the field.
	 */
	private static void asOurs(Element html, String component, Map<String, Object> options) {
		String field = FIELDS.getOrDefault(component, "example");
		Object given = options.getOrDefault("id", options.getOrDefault("idPrefix", options.get("name")));
		boolean bound = html.selectFirst("input, select, textarea") != null;
		if (bound && given != null) {
			Pattern id = Pattern.compile("(^| )" + Pattern.quote(given.toString()) + "(?=-|$| )");
			for (String attribute : List.of("id", "for", "aria-describedby")) {
				html.select("[" + attribute + "]")
					.forEach((element) -> element.attr(attribute,
							id.matcher(element.attr(attribute)).replaceAll("$1" + field)));
			}
		}
		html.select("[name]")
			.forEach((element) -> element.attr("name",
					component.equals("date-input") ? "date." + element.attr("name") : field));
		html.select(".nhsuk-input--code").removeClass("nhsuk-input--code");
		html.select(".nhsuk-hint").forEach((hint) -> hint.text(hint.text()));
		html.select("th.nhsuk-u-nowrap").removeClass("nhsuk-u-nowrap");
		html.select(".nhsuk-summary-list__value").forEach((value) -> value.text(value.text()));
		html.select("[aria-labelledby]:not(.nhsuk-notification-banner--success)")
			.attr("aria-labelledby", "important-title");
		html.select("div:not(.nhsuk-notification-banner--success) > div > #nhsuk-notification-banner-title")
			.attr("id", "important-title");
	}

	/** The tree below an element: tags with sorted attributes and classes, and words. */
	private static String shape(Element element) {
		StringBuilder shape = new StringBuilder();
		element.childNodes().forEach((child) -> describe(child, 0, shape));
		return shape.toString();
	}

	private static void describe(Node node, int depth, StringBuilder shape) {
		if (node instanceof Comment || (node instanceof TextNode text && text.isBlank())) {
			return;
		}
		shape.append("  ".repeat(depth));
		if (node instanceof Element element) {
			shape.append(element.tagName()).append(attributes(element)).append('\n');
			element.childNodes().forEach((child) -> describe(child, depth + 1, shape));
		}
		else {
			shape.append(((TextNode) node).text().strip()).append('\n');
		}
	}

	private static String attributes(Element element) {
		return element.attributes()
			.asList()
			.stream()
			.filter((attribute) -> !isEmptyValue(attribute))
			.map((attribute) -> {
				String value = attribute.getKey().equals("class")
						? Arrays.stream(attribute.getValue().trim().split("\\s+"))
							.sorted()
							.collect(Collectors.joining(" "))
						: List.of("checked", "selected", "open").contains(attribute.getKey()) ? ""
								: attribute.getValue();
				return " " + attribute.getKey() + "=" + value;
			})
			.sorted()
			.collect(Collectors.joining());
	}

	private static boolean isEmptyValue(Attribute attribute) {
		return attribute.getKey().equals("value") && attribute.getValue().isEmpty();
	}

}
