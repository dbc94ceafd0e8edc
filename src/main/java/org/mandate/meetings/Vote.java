package org.mandate.meetings;

import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A vote of those who may vote on the item.
 *
 * @param votesFor 0 to 999
 * @param votesAgainst 0 to 999
 * @param abstained 0 to 999
 * @param byName who voted how, by seat; empty where only the counts were taken
 * @param casting the second vote of whoever presided, in a tie; null without one
 */
public record Vote(int votesFor, int votesAgainst, int abstained, Map<UUID, Choice> byName, @Nullable Choice casting) {

	public Vote {
		byName = Map.copyOf(byName);
	}

	/** How somebody voted. */
	public enum Choice {

		/** For the motion. */
		FOR("For"),

		/** Against it. */
		AGAINST("Against"),

		/** Neither. */
		ABSTAINED("Abstained");

		private final String label;

		Choice(String label) {
			this.label = label;
		}

		/** As shown. */
		public String label() {
			return this.label;
		}

	}

	/** A vote by name. */
	public static Vote named(Map<UUID, Choice> byName, @Nullable Choice casting) {
		return new Vote(count(byName, Choice.FOR), count(byName, Choice.AGAINST), count(byName, Choice.ABSTAINED),
				byName, casting);
	}

	private static int count(Map<UUID, Choice> byName, Choice choice) {
		return (int) byName.values().stream().filter((each) -> each == choice).count();
	}

	/** How many voted or abstained. */
	public int cast() {
		return this.votesFor + this.votesAgainst + this.abstained;
	}

	/** Votes for, with a casting vote for. */
	public int allFor() {
		return this.votesFor + ((this.casting == Choice.FOR) ? 1 : 0);
	}

	/** Votes against, with a casting vote against. */
	public int allAgainst() {
		return this.votesAgainst + ((this.casting == Choice.AGAINST) ? 1 : 0);
	}

	/** In words: "9 for, 0 against, 1 abstained". */
	public String words() {
		String words = "%d for, %d against, %d abstained".formatted(this.votesFor, this.votesAgainst, this.abstained);
		return (this.casting == null) ? words
				: words + "; casting vote " + ((this.casting == Choice.FOR) ? "for" : "against");
	}

}
