package org.mandate.organisations;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A register that belongs with the annual accounts of the current organisation. Each
 * module offers its own as a bean; they are asked within one transaction.
 */
public interface AccountsRegister {

	/** Name of its file, such as {@code register-of-interests.csv}. */
	String fileName();

	/** What it is, such as "Register of interests". */
	String title();

	/** Names of its columns. */
	List<String> columns();

	/**
	 * Its entries of a financial year in their order, a text for each column.
	 * @param first day of the year, 1 April
	 * @param last day of the year, 31 March
	 */
	List<List<String>> rows(LocalDate first, LocalDate last);

	/**
	 * What it still lacks for a financial year; nothing unless a register says so.
	 * @param first day of the year, 1 April
	 * @param last day of the year, 31 March
	 */
	default Missing missing(LocalDate first, LocalDate last) {
		return new Missing("", "", List.of(), null);
	}

	/**
	 * What a register lacks.
	 *
	 * @param one what it lacks if it is one, such as "practice without a link"
	 * @param many what, if they are more
	 * @param names of what or of whom, in their order
	 * @param path page on which to add it, below the organisation's address; null for
	 * none
	 */
	record Missing(String one, String many, List<String> names, @Nullable String path) {

		public Missing {
			names = List.copyOf(names);
		}

		/** What is missing, in words; "Nothing" where nothing is. */
		public String words() {
			return switch (this.names.size()) {
				case 0 -> "Nothing";
				case 1 -> "1 " + this.one;
				default -> this.names.size() + " " + this.many;
			};
		}

	}

}
