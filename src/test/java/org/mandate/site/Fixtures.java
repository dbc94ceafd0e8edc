package org.mandate.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.jsoup.Jsoup;
import tools.jackson.databind.ObjectMapper;

import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;

/**
 * The fixtures that nhsuk-frontend publishes for its components, and what our fragments
 * are to be called with for each.
 */
final class Fixtures {

	private static final ObjectMapper JSON = new ObjectMapper();

	private Fixtures() {
	}

	/** The fixtures in use, "component: name", in the order of their list. */
	static List<String> names() {
		return new String(read("used.txt"), StandardCharsets.UTF_8).lines()
			.filter((line) -> !line.isBlank() && !line.startsWith("#"))
			.toList();
	}

	static Case load(String name) {
		String[] parts = name.split(": ", 2);
		List<?> fixtures = JSON.readValue(read(parts[0] + ".json"), List.class);
		Map<?, ?> fixture = fixtures.stream()
			.map(Map.class::cast)
			.filter((each) -> parts[1].equals(each.get("name")))
			.findFirst()
			.orElseThrow();
		return new Case(map(fixture.get("options")), fixture.get("html").toString());
	}

	private static byte[] read(String file) {
		try (InputStream in = Fixtures.class.getResourceAsStream("/nhsuk-fixtures/" + file)) {
			return in.readAllBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> map(@Nullable Object value) {
		return (value instanceof Map<?, ?> map) ? (Map<String, Object>) map : Map.of();
	}

	private static List<Map<String, Object>> maps(@Nullable Object value) {
		return (value instanceof List<?> list) ? list.stream().map(Fixtures::map).toList() : List.of();
	}

	/** The words of an option that may be a text, or an object with text or HTML. */
	private static @Nullable String words(@Nullable Object option) {
		if (option instanceof Map<?, ?> map) {
			Object text = map.get("text");
			Object html = map.get("html");
			return (text != null) ? text.toString() : (html != null) ? Jsoup.parse(html.toString()).text() : null;
		}
		return (option != null) ? option.toString() : null;
	}

	/** A form whose field "example", "several" or "date" a fragment shows. */
	public record Form(@Nullable String example, @Nullable Set<String> several, Styleguide.Day date) {
	}

	/**
	 * One fixture.
	 *
	 * @param o the component's options
	 * @param html what the component renders
	 */
	public record Case(Map<String, Object> o, String html) {

		private Map<String, Object> label() {
			Map<String, Object> legend = map(map(this.o.get("fieldset")).get("legend"));
			return legend.isEmpty() ? map(this.o.get("label")) : legend;
		}

		/** The heading, label or legend. */
		public @Nullable String getHeading() {
			Object heading = label().getOrDefault("heading", label().get("text"));
			return words((heading != null) ? heading : this.o.get("heading"));
		}

		/** The size of the label or legend. */
		public @Nullable String getSize() {
			return (String) label().get("size");
		}

		/** The hint, without its markup. */
		public @Nullable String getHint() {
			return words(this.o.get("hint"));
		}

		/** Choices of radios, checkboxes or a select. */
		public List<Map<String, Object>> getItems() {
			return maps(this.o.get("items")).stream().map((item) -> {
				Map<String, Object> choice = new LinkedHashMap<>(item);
				choice.computeIfPresent("hint", (key, hint) -> words(hint));
				return choice;
			}).toList();
		}

		/** Rows of a summary list. */
		public List<Map<String, Object>> getRows() {
			return maps(this.o.get("rows")).stream().map((row) -> {
				Map<String, Object> plain = new LinkedHashMap<>();
				plain.put("key", words(row.get("key")));
				plain.put("value", words(row.get("value")));
				maps(map(row.get("actions")).get("items")).forEach((action) -> {
					plain.put("href", action.get("href"));
					plain.put("action", action.get("text"));
				});
				return plain;
			}).toList();
		}

		/** Tasks of a task list. */
		public List<Map<String, Object>> getTasks() {
			return maps(this.o.get("items")).stream().map((item) -> {
				Map<String, Object> task = new LinkedHashMap<>();
				task.put("text", words(item.get("heading")));
				task.put("href", item.get("href"));
				task.put("hint", words(item.get("hint")));
				task.put("status", words(map(item.get("status")).get("tag")));
				return task;
			}).toList();
		}

		/** A table's caption. */
		public @Nullable String getCaption() {
			return words(this.o.get("caption"));
		}

		/** A table's column heads. */
		public List<String> getColumns() {
			return maps(this.o.get("head")).stream().map((column) -> column.get("text").toString()).toList();
		}

		/** A table's numeric columns. */
		public Set<Integer> getNumeric() {
			List<Map<String, Object>> columns = maps(this.o.get("head"));
			return IntStream.range(0, columns.size())
				.filter((at) -> "numeric".equals(columns.get(at).get("format")))
				.boxed()
				.collect(Collectors.toSet());
		}

		/** A table's cells. */
		public List<List<String>> getCells() {
			return ((List<?>) this.o.get("rows")).stream()
				.map((row) -> ((List<?>) row).stream().map(Fixtures::words).toList())
				.toList();
		}

		/** The form of a field's fixture, with its value and its errors. */
		BindingResult form(String name) {
			Map<String, Object> values = map(this.o.get("values"));
			Styleguide.Day day = new Styleguide.Day(part("day", values), part("month", values), part("year", values));
			BindingResult form = new BeanPropertyBindingResult(new Form((String) this.o.get("value"), Set.of(), day),
					name);
			String error = words(this.o.get("errorMessage"));
			if (error != null) {
				boolean dayAlone = Boolean.TRUE.equals(map(this.o.get("day")).get("error"));
				Stream.of("example", "several", dayAlone ? "date.day" : "date")
					.forEach((field) -> form.rejectValue(field, "", error));
			}
			List<String> fields = List.of("example", "several");
			List<Map<String, Object>> errors = maps(this.o.get("errorList"));
			IntStream.range(0, errors.size())
				.forEach((at) -> form.rejectValue(fields.get(at), "", errors.get(at).get("text").toString()));
			return form;
		}

		private @Nullable String part(String name, Map<String, Object> values) {
			return (String) values.getOrDefault(name, map(this.o.get(name)).get("value"));
		}

	}

}
