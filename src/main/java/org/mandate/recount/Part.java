package org.mandate.recount;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;

/**
 * A part of the file, which knows where it stands: what is missing or of the wrong kind
 * is named by its place, such as {@code mandate.units[2].entitled}.
 *
 * @param node the value
 * @param place where it stands; empty for the whole file
 */
record Part(JsonNode node, String place) {

	private static final int LONGEST_QUOTED = 40;

	static Part whole(JsonNode node) {
		return new Part(node, "");
	}

	/** A part that must be there. */
	Part at(String name) {
		requireObject();
		JsonNode found = this.node.get(name);
		if (found == null) {
			throw new UnreadableFile(place(name) + " is missing.");
		}
		return new Part(found, place(name));
	}

	/** A part that may be null or left out. */
	Optional<Part> maybe(String name) {
		requireObject();
		JsonNode found = this.node.get(name);
		return (found == null || found.isNull()) ? Optional.empty() : Optional.of(new Part(found, place(name)));
	}

	/** The elements of a list. */
	List<Part> list() {
		if (!this.node.isArray()) {
			throw wrong("a list");
		}
		List<Part> elements = new ArrayList<>();
		for (int i = 0; i < this.node.size(); i++) {
			elements.add(new Part(this.node.get(i), this.place + "[" + i + "]"));
		}
		return elements;
	}

	/** The members of an object, by name. */
	Map<String, Part> members() {
		requireObject();
		Map<String, Part> members = new LinkedHashMap<>();
		this.node.properties()
			.forEach((member) -> members.put(member.getKey(), new Part(member.getValue(), place(member.getKey()))));
		return members;
	}

	/** A number of practices, patients or votes. */
	long number() {
		if (this.node.isString()) {
			throw new UnreadableFile("%s is the text %s; it must be a whole number, without quotation marks."
				.formatted(this.place, quoted()));
		}
		if (!this.node.isIntegralNumber()) {
			throw wrong("a whole number");
		}
		if (!this.node.canConvertToLong() || this.node.longValue() > Integer.MAX_VALUE * 1000L) {
			throw new UnreadableFile(this.place + " is " + quoted() + ", which is more than there can be.");
		}
		if (this.node.longValue() < 0) {
			throw new UnreadableFile(this.place + " is " + quoted() + "; it cannot be negative.");
		}
		return this.node.longValue();
	}

	/** A number of practices. */
	int count() {
		long number = number();
		if (number > 1_000_000) {
			throw new UnreadableFile(this.place + " is " + quoted() + ", which is more than there can be.");
		}
		return (int) number;
	}

	String text() {
		if (!this.node.isString()) {
			throw wrong("a text");
		}
		return this.node.asString();
	}

	/** One of some words. */
	<E extends Enum<E>> E word(Class<E> words) {
		String text = text();
		for (E word : words.getEnumConstants()) {
			if (word.name().equals(text)) {
				return word;
			}
		}
		throw new UnreadableFile("%s is %s; it must be one of %s.".formatted(this.place, quoted(),
				Arrays.stream(words.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "))));
	}

	private void requireObject() {
		if (!this.node.isObject()) {
			throw wrong("an object");
		}
	}

	private UnreadableFile wrong(String wanted) {
		return new UnreadableFile(
				"%s is %s; it must be %s.".formatted(this.place.isEmpty() ? "The file" : this.place, quoted(), wanted));
	}

	private String quoted() {
		String text = this.node.toString();
		return (text.length() > LONGEST_QUOTED) ? text.substring(0, LONGEST_QUOTED) + "…" : text;
	}

	private String place(String name) {
		return this.place.isEmpty() ? name : this.place + "." + name;
	}

}
