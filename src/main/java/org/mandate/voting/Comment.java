package org.mandate.voting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A comment or a concern that came with the votes of a locality.
 *
 * @param id its identity
 * @param unit the locality's name in addresses
 * @param locality its name
 * @param theme what it is about
 * @param words as recorded
 * @param recording who recorded it and when
 * @param withdrawal who withdrew it and when; null while it stands
 */
public record Comment(UUID id, String unit, String locality, Theme theme, String words, Act recording,
		@Nullable Act withdrawal) {

	/** The most characters of a comment. */
	public static final int LONGEST = 1000;

	/**
	 * Comments about the same.
	 *
	 * @param theme what they are about
	 * @param comments in the order of localities, oldest first
	 */
	public record Themed(Theme theme, List<Comment> comments) {
	}

	/** Whether it stands. */
	public boolean stands() {
		return this.withdrawal == null;
	}

	/** The comments that stand, by theme; themes without one are left out. */
	public static List<Themed> byTheme(List<Comment> comments) {
		List<Themed> themed = new ArrayList<>();
		Arrays.stream(Theme.values()).forEach((theme) -> {
			List<Comment> about = comments.stream()
				.filter((comment) -> comment.stands() && comment.theme() == theme)
				.toList();
			if (!about.isEmpty()) {
				themed.add(new Themed(theme, about));
			}
		});
		return themed;
	}

}
