package org.mandate.narratives;

import java.util.List;
import java.util.Map;

/**
 * What somebody saw who read a version.
 *
 * @param values the value of each fact that the text refers to, by its key; those that
 * were not on record are left out
 * @param left plain numbers that contradicted the record and were left as they are
 */
record Seen(Map<String, String> values, List<Left> left) {

	Seen {
		values = Map.copyOf(values);
		left = List.copyOf(left);
	}

	/**
	 * A number that was left as it is.
	 *
	 * @param written the number in the text
	 * @param key of the fact that it contradicts
	 * @param value what the record said
	 */
	record Left(String written, String key, String value) {
	}

}
