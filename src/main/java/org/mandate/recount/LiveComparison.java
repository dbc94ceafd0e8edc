package org.mandate.recount;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Compares what a file says was recorded with the record itself, value by value. What was
 * added to the record after the export is noted; what was changed is a difference.
 */
final class LiveComparison {

	private static final List<String> KEYS = List.of("slug", "code", "number", "round");

	private final boolean wentOn;

	private final List<String> differences = new ArrayList<>();

	private final List<String> notes = new ArrayList<>();

	/**
	 * Begins.
	 * @param wentOn whether anything was recorded after the export
	 */
	LiveComparison(boolean wentOn) {
		this.wentOn = wentOn;
	}

	void compare(JsonNode file, JsonNode live) {
		compare("", file, live);
	}

	List<String> differences() {
		return this.differences;
	}

	List<String> notes() {
		return this.notes;
	}

	/** Whether the file says exactly what the record says. */
	boolean isSame() {
		return this.differences.isEmpty() && this.notes.isEmpty();
	}

	private void compare(String where, @Nullable JsonNode file, @Nullable JsonNode live) {
		if (Objects.equals(file, live)) {
			return;
		}
		if (isNothing(live)) {
			this.differences.add("%s: the file says %s, the record has nothing".formatted(where, text(file)));
		}
		else if (isNothing(file)) {
			added(where, "the record has " + text(live));
		}
		else if (file != null && live != null && file.isObject() && live.isObject()) {
			Set<String> names = new LinkedHashSet<>(live.propertyNames());
			names.addAll(file.propertyNames());
			names.forEach((name) -> compare(join(where, name.replace('_', ' ')), file.get(name), live.get(name)));
		}
		else if (file != null && live != null && file.isArray() && live.isArray()) {
			Map<String, JsonNode> in = byKey(file);
			Map<String, JsonNode> recorded = byKey(live);
			Set<String> keys = new LinkedHashSet<>(recorded.keySet());
			keys.addAll(in.keySet());
			keys.forEach((key) -> compare(element(where, key), in.get(key), recorded.get(key)));
		}
		else {
			this.differences.add("%s: the file says %s, the record says %s".formatted(where, text(file), text(live)));
		}
	}

	private void added(String where, String what) {
		if (this.wentOn) {
			this.notes.add("%s: %s since the export".formatted(where, what));
		}
		else {
			this.differences.add("%s: %s, the file has nothing".formatted(where, what));
		}
	}

	private static Map<String, JsonNode> byKey(JsonNode list) {
		Map<String, JsonNode> elements = new LinkedHashMap<>();
		for (int i = 0; i < list.size(); i++) {
			elements.put(key(list.get(i), i), list.get(i));
		}
		return elements;
	}

	private static String key(JsonNode element, int index) {
		if (element.isObject() && element.has("slug")) {
			return element.path("name").asString(element.get("slug").toString());
		}
		for (String key : KEYS) {
			if (element.isObject() && element.has(key)) {
				return element.get(key).isString() ? element.get(key).asString() : element.get(key).toString();
			}
		}
		return Integer.toString(index + 1);
	}

	private static boolean isNothing(@Nullable JsonNode node) {
		return node == null || node.isNull();
	}

	private static String text(@Nullable JsonNode node) {
		if (node != null && node.isContainer()) {
			return node.has("by") ? "“" + node.get("by").asString() + "”" : "an entry";
		}
		return (node == null) ? "nothing" : node.isString() ? "“" + node.asString() + "”" : node.toString();
	}

	/** "rounds" and "1" make "round 1"; "units" and "South West" make "South West". */
	private static String element(String list, String key) {
		if (list.endsWith("units")) {
			return list.substring(0, list.length() - "units".length()) + key;
		}
		return (list.endsWith("s") ? list.substring(0, list.length() - 1) : list) + " " + key;
	}

	private static String join(String where, String name) {
		return where.isEmpty() ? name : where + ", " + name;
	}

}
