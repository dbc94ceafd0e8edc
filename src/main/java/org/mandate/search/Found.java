package org.mandate.search;

import java.util.List;

/**
 * What was found.
 *
 * @param searchable whether there was a word to look for; words such as "the" are none
 * @param groups by kind, those in which nothing was found left out
 * @param unread the years of those appraisals whose recommendation was left out, because
 * the reader is asked first whether their interests touch it
 */
public record Found(boolean searchable, List<Group> groups, List<Year> unread) {

	public Found {
		groups = List.copyOf(groups);
		unread = List.copyOf(unread);
	}

	/**
	 * A year of an appraisal.
	 *
	 * @param label as printed: "2015/16"
	 * @param path of its recommendation, below the organisation's
	 */
	public record Year(String label, String path) {
	}

	/**
	 * A page of what was found of one kind.
	 *
	 * @param kind which
	 * @param hits at most {@value Search#PAGE}
	 * @param page number of the page, from 1
	 * @param more whether another page follows
	 */
	public record Group(Kind kind, List<Hit> hits, int page, boolean more) {

		public Group {
			hits = List.copyOf(hits);
		}

	}

	/**
	 * Something that was found.
	 *
	 * @param title what it is
	 * @param path its address, below the organisation's
	 * @param extract of its text around the words
	 */
	public record Hit(String title, String path, Extract extract) {
	}

	/** Whether nothing was found. */
	public boolean nothing() {
		return this.groups.isEmpty();
	}

}
