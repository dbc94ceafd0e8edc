package org.mandate.appraisals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.mandate.guidance.Deadline;

/**
 * The recorded details of an event, for people: what changed with old and new beside each
 * other, and the rest. Works on the details of any module, for they are strings, numbers,
 * booleans, lists and maps of them; ids are left out.
 *
 * @param changes what was, and what is
 * @param others the other facts
 */
record Facts(List<Changed> changes, List<Fact> others) {

	private static final List<List<String>> PAIRS = List.of(List.of("before", "after"), List.of("old", "new"),
			List.of("from", "to"), List.of("previous", "current"));

	private static final String ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

	/** One thing that changed; empty where nothing was or is. */
	public record Changed(String label, String before, String after) {
	}

	/** One fact. */
	public record Fact(String label, String value) {
	}

	static Facts of(Map<String, Object> details) {
		Map<String, Object> rest = new LinkedHashMap<>(details);
		List<Changed> changes = new ArrayList<>();
		for (List<String> pair : PAIRS) {
			if (rest.containsKey(pair.get(0)) && rest.containsKey(pair.get(1))) {
				changes.addAll(changed(rest.remove(pair.get(0)), rest.remove(pair.get(1))));
			}
		}
		List<Fact> others = new ArrayList<>();
		rest.forEach((name, value) -> add(others, label(name), value));
		return new Facts(List.copyOf(changes), List.copyOf(others));
	}

	private static List<Changed> changed(@Nullable Object before, @Nullable Object after) {
		if (!(before instanceof Map<?, ?>) && !(after instanceof Map<?, ?>)) {
			return List.of(new Changed("Value", words(before), words(after)));
		}
		Map<String, String> old = flat(before);
		Map<String, String> fresh = flat(after);
		Set<String> labels = new LinkedHashSet<>(old.keySet());
		labels.addAll(fresh.keySet());
		return labels.stream()
			.map((label) -> new Changed(label, old.getOrDefault(label, ""), fresh.getOrDefault(label, "")))
			.toList();
	}

	private static Map<String, String> flat(@Nullable Object value) {
		List<Fact> facts = new ArrayList<>();
		if (value instanceof Map<?, ?> map) {
			map.forEach((name, each) -> add(facts, label(String.valueOf(name)), each));
		}
		else if (value != null) {
			facts.add(new Fact("Value", words(value)));
		}
		return facts.stream()
			.collect(Collectors.toMap(Fact::label, Fact::value, (one, other) -> one, LinkedHashMap::new));
	}

	private static void add(List<Fact> facts, String label, @Nullable Object value) {
		if (value instanceof Map<?, ?> map) {
			map.forEach((name, each) -> add(facts, label + ", " + label(String.valueOf(name)).toLowerCase(Locale.UK),
					each));
		}
		else if (value != null && !words(value).matches(ID) && !words(value).isEmpty()) {
			facts.add(new Fact(label, words(value)));
		}
	}

	private static String words(@Nullable Object value) {
		return switch (value) {
			case null -> "";
			case Boolean yes -> yes ? "Yes" : "No";
			case Collection<?> list ->
				list.stream().map(Facts::words).filter((each) -> !each.matches(ID)).collect(Collectors.joining(", "));
			case Map<?, ?> map -> map.entrySet()
				.stream()
				.filter((entry) -> !words(entry.getValue()).matches(ID))
				.map((entry) -> label(String.valueOf(entry.getKey())) + " " + words(entry.getValue()))
				.collect(Collectors.joining(", "));
			default -> text(value.toString());
		};
	}

	private static String text(String value) {
		if (value.matches("\\d{4}-\\d\\d-\\d\\d")) {
			return Day.words(LocalDate.parse(value));
		}
		if (isInstant(value)) {
			ZonedDateTime there = Instant.parse(value).atZone(Deadline.LONDON);
			return DateTimeFormatter.ofPattern("h:mma", Locale.UK).format(there).toLowerCase(Locale.UK) + " on "
					+ Day.words(there.toLocalDate());
		}
		return isConstant(value) ? label(value.toLowerCase(Locale.UK)) : value;
	}

	private static boolean isInstant(String value) {
		try {
			return value.endsWith("Z") && Instant.parse(value) != null;
		}
		catch (DateTimeParseException ex) {
			return false;
		}
	}

	private static boolean isConstant(String value) {
		return value.indexOf('_') > 0 && !value.endsWith("_")
				&& value.chars().allMatch((letter) -> letter == '_' || (letter >= 'A' && letter <= 'Z'));
	}

	/** "editionVersion" and "edition_version" become "Edition version". */
	private static String label(String name) {
		String spaced = name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").replaceAll("[_-]+", " ").strip();
		if (spaced.isEmpty()) {
			return name;
		}
		boolean shout = spaced.equals(spaced.toUpperCase(Locale.UK));
		String words = shout ? spaced : spaced.toLowerCase(Locale.UK);
		return words.substring(0, 1).toUpperCase(Locale.UK) + words.substring(1);
	}

}
