package org.mandate.guidance;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One mapping of a data file, read field by field. It knows its place, so that whatever
 * is wrong is reported with the file, the list and the entry's own key. Fields that
 * nobody asked for are errors, for a misspelt field would otherwise be lost in silence.
 */
final class YamlEntry {

	private final String place;

	private final JsonNode node;

	private final Set<String> asked = new HashSet<>();

	YamlEntry(String place, JsonNode node) {
		this.place = place;
		this.node = node;
		if (!node.isObject()) {
			throw new InvalidGuidance(place, "expected fields and their values");
		}
	}

	InvalidGuidance wrong(String problem) {
		return new InvalidGuidance(this.place, problem);
	}

	String text(String field, int most) {
		String text = optionalText(field, most);
		if (text == null) {
			throw wrong("\"" + field + "\" is missing");
		}
		return text;
	}

	@Nullable String optionalText(String field, int most) {
		JsonNode value = value(field);
		if (value == null) {
			return null;
		}
		if (!value.isValueNode()) {
			throw wrong("\"" + field + "\" must be text");
		}
		String text = value.asString().strip();
		if (text.isEmpty() || text.length() > most) {
			throw wrong("\"%s\" must have 1 to %d characters, has %d".formatted(field, most, text.length()));
		}
		return text;
	}

	int number(String field) {
		return parsed(field, text(field, 9), Integer::valueOf, "a whole number");
	}

	boolean flag(String field) {
		String text = optionalText(field, 5);
		if (text != null && !List.of("true", "false").contains(text)) {
			throw wrong("\"%s\" must be true or false, not \"%s\"".formatted(field, text));
		}
		return "true".equals(text);
	}

	LocalDate date(String field) {
		return parsed(field, text(field, 10), LocalDate::parse, "a date such as 2015-01-31");
	}

	@Nullable LocalDate optionalDate(String field) {
		return has(field) ? date(field) : null;
	}

	@Nullable LocalDateTime optionalDateTime(String field) {
		return has(field) ? parsed(field, text(field, 19), LocalDateTime::parse, "a time such as 2015-01-09T12:00")
				: null;
	}

	<E extends Enum<E>> E constant(String field, Class<E> type) {
		String text = text(field, 40);
		for (E constant : type.getEnumConstants()) {
			if (written(constant).equals(text)) {
				return constant;
			}
		}
		throw wrong("\"%s\" must be one of %s, not \"%s\"".formatted(field,
				Arrays.stream(type.getEnumConstants()).map(YamlEntry::written).toList(), text));
	}

	private static String written(Enum<?> constant) {
		return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	boolean has(String field) {
		return value(field) != null;
	}

	List<String> texts(String field) {
		List<String> found = new ArrayList<>();
		for (JsonNode item : items(field)) {
			if (!item.isValueNode()) {
				throw wrong("\"" + field + "\" must be a list of words");
			}
			found.add(item.asString());
		}
		return List.copyOf(found);
	}

	/**
	 * Reads a list of mappings, each to its end.
	 * @param name gives the name of an item for messages: its key, or what else tells it
	 * apart
	 */
	<T> List<T> list(String field, Function<YamlEntry, String> name, Function<YamlEntry, T> reader) {
		List<T> found = new ArrayList<>();
		int number = 0;
		for (JsonNode item : items(field)) {
			String numbered = this.place + ", " + field + ", number " + (++number);
			String named = name.apply(new YamlEntry(numbered, item));
			YamlEntry entry = new YamlEntry(this.place + ", " + field + ", " + named, item);
			found.add(reader.apply(entry));
			entry.end();
		}
		return List.copyOf(found);
	}

	YamlEntry only(String field) {
		JsonNode value = value(field);
		if (value == null) {
			throw wrong("\"" + field + "\" is missing");
		}
		return new YamlEntry(this.place + ", " + field, value);
	}

	/** Refuses what is left over once all known fields were read. */
	void end() {
		for (String field : this.node.propertyNames()) {
			if (!this.asked.contains(field)) {
				throw wrong("unknown field \"" + field + "\"");
			}
		}
	}

	private List<JsonNode> items(String field) {
		JsonNode value = value(field);
		if (value == null) {
			return List.of();
		}
		if (!value.isArray()) {
			throw wrong("\"" + field + "\" must be a list");
		}
		return value.valueStream().toList();
	}

	private @Nullable JsonNode value(String field) {
		this.asked.add(field);
		JsonNode value = this.node.get(field);
		return (value == null || value.isNull()) ? null : value;
	}

	private <T> T parsed(String field, String text, Function<String, T> parser, String expected) {
		try {
			return parser.apply(text);
		}
		catch (DateTimeException | NumberFormatException ex) {
			throw new InvalidGuidance(this.place, "\"%s\" must be %s, not \"%s\"".formatted(field, expected, text), ex);
		}
	}

}
