package org.mandate.voting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The same votes entered by two people.
 *
 * @param first what was returned
 * @param second what another person entered without seeing it
 */
public record TwoEntries(Figures first, Figures second) {

	/**
	 * A figure of both.
	 *
	 * @param label what it counts
	 * @param first as returned
	 * @param second as entered again
	 * @param differs whether they differ
	 */
	public record Line(String label, String first, String second, boolean differs) {

		static Line of(String label, String first, String second) {
			return new Line(label, first, second, !first.equals(second));
		}

		static Line of(String label, int first, int second) {
			return of(label, Integer.toString(first), Integer.toString(second));
		}

	}

	/** Whether they say the same. Words for a number that was not stated may differ. */
	public boolean agree() {
		return plain(this.first).equals(plain(this.second));
	}

	private static Figures plain(Figures figures) {
		Map<String, Integer> votes = new LinkedHashMap<>(figures.votes());
		votes.values().removeIf((practices) -> practices == 0);
		return new Figures(votes, figures.notStated(), null, figures.reported(), figures.abstained(), figures.spoilt(),
				figures.conflictedOut(), figures.absent());
	}

	/** Figure by figure, those of the choices first. */
	public List<Line> lines(BallotRecord ballot) {
		List<Line> lines = new ArrayList<>();
		for (Choice choice : ballot.choices()) {
			lines.add(Line.of(choice.name(), votes(this.first, choice), votes(this.second, choice)));
		}
		lines.add(Line.of("Abstained", this.first.abstained(), this.second.abstained()));
		lines.add(Line.of("Absent", this.first.absent(), this.second.absent()));
		lines.add(Line.of("Spoilt", this.first.spoilt(), this.second.spoilt()));
		lines.add(
				Line.of("Kept out by a conflict of interest", this.first.conflictedOut(), this.second.conflictedOut()));
		return lines;
	}

	private static String votes(Figures figures, Choice choice) {
		return choice.code().equals(figures.notStated()) ? "Number not stated"
				: Integer.toString(figures.of(choice.code()));
	}

}
