package org.mandate.considerations;

import java.util.ArrayList;
import java.util.List;

/**
 * What somebody else saved while a person was working on the same thing.
 *
 * @param saved by whom and when
 * @param rows what they saved, name by name
 */
public record Theirs(Saved saved, List<Row> rows) {

	public Theirs {
		rows = List.copyOf(rows);
	}

	/** A name and what stands for it. */
	public record Row(String key, String value) {
	}

	/** Names and values in turn. */
	static Theirs of(Saved saved, String... namesAndValues) {
		List<Row> rows = new ArrayList<>();
		for (int at = 0; at < namesAndValues.length; at += 2) {
			rows.add(new Row(namesAndValues[at], namesAndValues[at + 1]));
		}
		return new Theirs(saved, rows);
	}

}
