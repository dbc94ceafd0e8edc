package org.mandate.recommendations;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Word by word, what became of one text in another: the longest common run of words is
 * kept, all else is removed or added.
 */
final class WordDifference {

	/** A word with the space after it, or space at the very beginning. */
	private static final Pattern WORD = Pattern.compile("\\S+\\s*|\\s+");

	private WordDifference() {
	}

	/**
	 * A run of words that share their fate.
	 *
	 * @param kind their fate
	 * @param text the words, with the space between and after them
	 */
	public record Part(Kind kind, String text) {

		/** What became of words. */
		public enum Kind {

			SAME, REMOVED, ADDED

		}

		/** Whether the words are in both texts. */
		public boolean same() {
			return this.kind == Kind.SAME;
		}

		/** Whether the words are in the later text only. */
		public boolean added() {
			return this.kind == Kind.ADDED;
		}

	}

	/**
	 * The difference of two texts; null counts as empty.
	 * @return parts that give the earlier text without the added ones and the later text
	 * without the removed ones, but for space
	 */
	static List<Part> between(@Nullable String earlier, @Nullable String later) {
		List<String> from = words(Objects.requireNonNullElse(earlier, ""));
		List<String> to = words(Objects.requireNonNullElse(later, ""));
		int[][] common = common(from, to);
		List<Part> parts = new ArrayList<>();
		int at = 0;
		int on = 0;
		while (at < from.size() || on < to.size()) {
			if (at < from.size() && on < to.size() && same(from.get(at), to.get(on))) {
				add(parts, Part.Kind.SAME, to.get(on++));
				at++;
			}
			else if (at < from.size() && (on == to.size() || common[at + 1][on] >= common[at][on + 1])) {
				add(parts, Part.Kind.REMOVED, from.get(at++));
			}
			else {
				add(parts, Part.Kind.ADDED, to.get(on++));
			}
		}
		return List.copyOf(parts);
	}

	private static int[][] common(List<String> from, List<String> to) {
		int[][] common = new int[from.size() + 1][to.size() + 1];
		for (int i = from.size() - 1; i >= 0; i--) {
			for (int j = to.size() - 1; j >= 0; j--) {
				common[i][j] = same(from.get(i), to.get(j)) ? common[i + 1][j + 1] + 1
						: Math.max(common[i + 1][j], common[i][j + 1]);
			}
		}
		return common;
	}

	private static boolean same(String one, String other) {
		return one.strip().equals(other.strip());
	}

	private static void add(List<Part> parts, Part.Kind kind, String word) {
		if (!parts.isEmpty() && parts.getLast().kind() == kind) {
			Part last = parts.removeLast();
			parts.add(new Part(kind, last.text() + word));
		}
		else {
			parts.add(new Part(kind, word));
		}
	}

	private static List<String> words(String text) {
		return WORD.matcher(text).results().map(MatchResult::group).toList();
	}

}
