package org.mandate.guidance;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What an edition says of one function under one model: nothing, one statement, or
 * several that follow or contradict one another. All stay readable; none replaces
 * another.
 *
 * @param function key of the function
 * @param model key of the model
 * @param statements in the order in which they came into force; empty when the edition is
 * silent
 */
public record ScopeEntry(String function, String model, List<Statement> statements) {

	public ScopeEntry {
		statements = List.copyOf(statements);
	}

	/**
	 * One dated statement.
	 *
	 * @param key stable key within the edition
	 * @param level how far the CCG takes part
	 * @param wording what the source says
	 * @param asPrinted whether the wording is the source's own, to the letter
	 * @param condition what the level depends on, null when on nothing
	 * @param inForceFrom first day on which it holds
	 * @param inForceText that day in words where the source is less precise, such as
	 * {@code March 2015}; null when the day is exact
	 * @param citations its sources
	 */
	public record Statement(String key, Level level, String wording, boolean asPrinted, @Nullable String condition,
			LocalDate inForceFrom, @Nullable String inForceText, List<Citation> citations) implements Edition.Entry {

		public Statement {
			citations = List.copyOf(citations);
		}

		/**
		 * Since when it holds, in words and no more precise than the source.
		 */
		public String since() {
			return (this.inForceText != null) ? this.inForceText : Deadline.words(this.inForceFrom);
		}

	}

	/**
	 * The statement that holds on a day: the latest that had come into force.
	 * @param day such as the day of an appraisal
	 * @return null when the edition is silent, or said nothing yet on that day
	 */
	public @Nullable Statement inForceOn(LocalDate day) {
		Statement found = null;
		for (Statement statement : this.statements) {
			if (!statement.inForceFrom().isAfter(day)) {
				found = statement;
			}
		}
		return found;
	}

	/**
	 * Whether the sources give different levels.
	 */
	public boolean disputed() {
		return this.statements.stream().map(Statement::level).distinct().count() > 1;
	}

}
