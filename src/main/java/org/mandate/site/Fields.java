package org.mandate.site;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.thymeleaf.spring6.util.DetailedError;

import org.springframework.stereotype.Component;

/**
 * What the form fragments ask for, as {@code @field}: ids, descriptions, the order of
 * errors, and what may be chosen.
 */
@Component("field")
public class Fields {

	/** The id of the field's box, to which the error summary links. */
	public String id(String field) {
		return field.replace('.', '-').replaceAll("[\\[\\]]", "");
	}

	/**
	 * Where the error summary leads for a field: its box, of a date the day's. The names
	 * of date fields are given because an error on the whole date has no box.
	 */
	public String anchor(String field, @Nullable Collection<String> dates) {
		return "#" + id(field) + ((dates != null && dates.contains(field)) ? "-day" : "");
	}

	/** The ids that describe a box; null where nothing does. */
	public @Nullable String describedBy(String id, @Nullable Object hint, Collection<String> errors) {
		return describedBy(null, id, hint, errors);
	}

	/** As above, with one more description before the others. */
	public @Nullable String describedBy(@Nullable String first, String id, @Nullable Object hint,
			Collection<String> errors) {
		String ids = Stream
			.of((first != null) ? first : "", (hint != null) ? id + "-hint" : "", errors.isEmpty() ? "" : id + "-error")
			.filter((each) -> !each.isEmpty())
			.collect(Collectors.joining(" "));
		return ids.isEmpty() ? null : ids;
	}

	/** The one message, or none. */
	public List<String> listOf(@Nullable String message) {
		return (message != null) ? List.of(message) : List.of();
	}

	/** The messages of a field and of its parts. */
	@SafeVarargs
	public final List<String> together(List<String>... errors) {
		return Arrays.stream(errors).flatMap(List::stream).toList();
	}

	/**
	 * The first error of each field, in the order of the form record's components, which
	 * is the order of the page; errors of the whole form last. Bean Validation itself
	 * gives them in no order.
	 */
	public List<DetailedError> inOrder(@Nullable Object form, List<DetailedError> errors) {
		List<String> names = (form != null && form.getClass().isRecord())
				? Arrays.stream(form.getClass().getRecordComponents()).map(RecordComponent::getName).toList()
				: List.of();
		Map<String, DetailedError> firsts = new LinkedHashMap<>();
		for (DetailedError error : errors) {
			firsts.putIfAbsent(error.isGlobal() ? "\n" + error.getMessage() : error.getFieldName(), error);
		}
		List<DetailedError> ordered = new ArrayList<>(firsts.values());
		ordered.sort(Comparator.comparingInt((error) -> {
			int place = error.isGlobal() ? -1 : names.indexOf(error.getFieldName().split("[.\\[]")[0]);
			return (place < 0) ? Integer.MAX_VALUE : place;
		}));
		return ordered;
	}

	/**
	 * What may be chosen, from a map of value to text, or from a collection of texts, of
	 * maps, or of objects with value, text and perhaps hint.
	 */
	public List<Choice> choices(Object choices) {
		if (choices instanceof Map<?, ?> map) {
			return map.entrySet()
				.stream()
				.map((entry) -> new Choice(String.valueOf(entry.getKey()), String.valueOf(entry.getValue()), null,
						false))
				.toList();
		}
		return ((Collection<?>) choices).stream().map(Fields::choice).toList();
	}

	private static Choice choice(Object item) {
		if (item instanceof String text) {
			return new Choice(text, text, null, false);
		}
		Properties properties = new Properties(item);
		String divider = properties.text("divider");
		if (divider != null) {
			return new Choice("", divider, null, true);
		}
		String text = properties.required("text");
		String value = properties.text("value");
		return new Choice((value != null) ? value : text, text, properties.text("hint"), false);
	}

	/** Whether a field's value, one or several, holds this choice. */
	public boolean chosen(@Nullable Object current, String value) {
		if (current instanceof Collection<?> several) {
			return several.stream().anyMatch((each) -> value.equals(String.valueOf(each)));
		}
		return value.equals(String.valueOf(current));
	}

	/**
	 * One thing that may be chosen.
	 *
	 * @param value what is sent
	 * @param text what is read
	 * @param hint a line under it
	 * @param divider whether it only parts two others
	 */
	public record Choice(String value, String text, @Nullable String hint, boolean divider) {
	}

}
