package org.mandate.papers;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The models against today, function by function.
 *
 * @param speaksFor the day whose statements are used
 * @param models the heads of the columns
 * @param rows a function each
 * @param verdicts what each model would bring over all functions, a sentence each
 * @param missing for how many functions today's level is not recorded
 */
public record ComparisonTable(LocalDate speaksFor, List<String> models, List<Row> rows, List<String> verdicts,
		int missing) {

	public ComparisonTable {
		models = List.copyOf(models);
		rows = List.copyOf(rows);
		verdicts = List.copyOf(verdicts);
	}

	/**
	 * A function.
	 *
	 * @param function its name
	 * @param cells what each model says of it
	 * @param today what the organisation does today, in its own words; null while not
	 * recorded
	 * @param todayLevel the level of that; null while not recorded
	 */
	public record Row(String function, List<Cell> cells, @Nullable String today, @Nullable String todayLevel) {

		public Row {
			cells = List.copyOf(cells);
		}

	}

	/**
	 * A function under a model.
	 *
	 * @param level in plain English; null when the guidance is silent
	 * @param wording what the guidance says; null when it is silent
	 * @param change against today, in words
	 * @param changeSlug the same as in the names of styles
	 * @param sources numbers of the sources
	 * @param others what else was said of it at other times
	 */
	public record Cell(@Nullable String level, @Nullable String wording, String change, String changeSlug,
			List<Integer> sources, List<Paper.Statement> others) {

		public Cell {
			sources = List.copyOf(sources);
			others = List.copyOf(others);
		}

	}

}
