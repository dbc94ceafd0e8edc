package org.mandate.risks;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Risks on the matrix of five by five.
 *
 * @param rows from catastrophic down to negligible
 * @param notRated risks that have no place on it; they are not low
 */
public record RiskMatrix(List<Row> rows, List<Risk> notRated) {

	/** A row: one consequence, from rare to almost certain. */
	public record Row(Consequence consequence, List<Cell> cells) {
	}

	/**
	 * A cell.
	 *
	 * @param likelihood its column
	 * @param score of every risk in it
	 * @param band of that score
	 * @param risks in the order of their numbers
	 */
	public record Cell(Likelihood likelihood, int score, Band band, List<Risk> risks) {
	}

	/** Before mitigation. */
	public static RiskMatrix before(List<Risk> risks, Bands bands) {
		return of(risks, bands, Risk::inherent);
	}

	/** After mitigation. */
	public static RiskMatrix after(List<Risk> risks, Bands bands) {
		return of(risks, bands, Risk::residual);
	}

	private static RiskMatrix of(List<Risk> risks, Bands bands, Function<Risk, @Nullable Rating> rated) {
		List<Row> rows = Arrays.stream(Consequence.values())
			.sorted(Comparator.reverseOrder())
			.map((consequence) -> new Row(consequence,
					Arrays.stream(Likelihood.values())
						.map((likelihood) -> cell(new Rating(likelihood, consequence), risks, bands, rated))
						.toList()))
			.toList();
		return new RiskMatrix(rows, risks.stream().filter((risk) -> rated.apply(risk) == null).toList());
	}

	private static Cell cell(Rating place, List<Risk> risks, Bands bands, Function<Risk, @Nullable Rating> rated) {
		return new Cell(place.likelihood(), place.score(), bands.of(place),
				risks.stream().filter((risk) -> place.equals(rated.apply(risk))).toList());
	}

	/** Whether no risk is on it. */
	public boolean isEmpty() {
		return this.rows.stream().flatMap((row) -> row.cells().stream()).allMatch((cell) -> cell.risks().isEmpty());
	}

}
