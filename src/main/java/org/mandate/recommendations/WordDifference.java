package org.mandate.recommendations;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Word by word, what became of one text in another: the longest common run of words is
 * kept, all else is removed or added. Where two texts are long and have little in common
 * they are compared by sentences, so that it never takes much room.
 */
public final class WordDifference {

	/** A word with the space after it, or space at the very beginning. */
	private static final Pattern WORD = Pattern.compile("\\S+\\s*|\\s+");

	/** A sentence or a line, with the space after it. */
	private static final Pattern SENTENCE = Pattern.compile("[^.!?\\n]*[.!?\\n]+\\s*|[^.!?\\n]+");

	/** The most pairs of words that are looked at. */
	private static final long MOST = 4_000_000;

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
	public static List<Part> between(@Nullable String earlier, @Nullable String later) {
		String one = Objects.requireNonNullElse(earlier, "");
		String other = Objects.requireNonNullElse(later, "");
		List<Part> parts = new ArrayList<>();
		Between words = Between.of(pieces(WORD, one), pieces(WORD, other));
		Between compared = words.fits() ? words : Between.of(pieces(SENTENCE, one), pieces(SENTENCE, other));
		compared.start().forEach((piece) -> add(parts, Part.Kind.SAME, piece));
		if (compared.fits()) {
			align(compared.from(), compared.to(), parts);
		}
		else {
			compared.from().forEach((piece) -> add(parts, Part.Kind.REMOVED, piece));
			compared.to().forEach((piece) -> add(parts, Part.Kind.ADDED, piece));
		}
		compared.end().forEach((piece) -> add(parts, Part.Kind.SAME, piece));
		return List.copyOf(parts);
	}

	/** Two texts in pieces, without those at the start and the end that are the same. */
	private record Between(List<String> start, List<String> from, List<String> to, List<String> end) {

		static Between of(List<String> from, List<String> to) {
			int least = Math.min(from.size(), to.size());
			int start = 0;
			while (start < least && same(from.get(start), to.get(start))) {
				start++;
			}
			int end = 0;
			while (end < least - start && same(from.get(from.size() - 1 - end), to.get(to.size() - 1 - end))) {
				end++;
			}
			return new Between(to.subList(0, start), from.subList(start, from.size() - end),
					to.subList(start, to.size() - end), to.subList(to.size() - end, to.size()));
		}

		boolean fits() {
			return (long) this.from.size() * this.to.size() <= MOST;
		}

	}

	private static void align(List<String> from, List<String> to, List<Part> parts) {
		int[][] common = common(from, to);
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

	private static List<String> pieces(Pattern piece, String text) {
		return piece.matcher(text).results().map(MatchResult::group).toList();
	}

}
