package org.mandate.search;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.mandate.forms.Typed;

/**
 * What somebody looks for.
 *
 * @param words as typed, without what cannot be seen, at most {@value #LONGEST}
 * characters
 * @param cut whether more was typed
 */
public record Query(String words, boolean cut) {

	/** Most characters that are looked for. */
	public static final int LONGEST = 200;

	private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

	private static final int MOST_WORDS = 20;

	static Query of(String typed) {
		String whole = Typed.searched(typed, Integer.MAX_VALUE);
		String words = Typed.searched(typed, LONGEST);
		return new Query(words, words.length() < whole.length());
	}

	/** Whether nothing was typed. */
	public boolean blank() {
		return this.words.isEmpty();
	}

	/**
	 * The words for {@code to_tsquery}, the last of them as the beginning of one; empty
	 * where there are none, and where a phrase or a word left out is asked for.
	 */
	String beginnings() {
		List<String> words = WORD.matcher(this.words)
			.results()
			.map(MatchResult::group)
			.map((word) -> "'" + word + "'")
			.limit(MOST_WORDS)
			.toList();
		boolean plain = this.words.indexOf('"') < 0 && !this.words.matches("(?s)(?:.*\\s)?-\\S.*")
				&& !this.words.toLowerCase(Locale.UK).contains(" or ");
		return (words.isEmpty() || !plain) ? "" : String.join(" & ", words) + ":*";
	}

	/** The beginning of an ODS code; empty where it can be none. */
	String code() {
		return this.words.matches("[A-Za-z][A-Za-z0-9]{0,5}") ? this.words.toUpperCase(Locale.ROOT) : "";
	}

	/** For a match of any part of a name. */
	String part() {
		return "%" + this.words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
	}

}
