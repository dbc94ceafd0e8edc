package org.mandate.risks;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * From which score a risk is moderate, high and extreme; below the first it is low. Each
 * band ends where the next begins, so that every score is in exactly one.
 *
 * @param moderateFrom 2 or more
 * @param highFrom more than that
 * @param extremeFrom more than that, 25 at most
 */
public record Bands(int moderateFrom, int highFrom, int extremeFrom) {

	/** Unless the organisation says otherwise: as is usual in the NHS. */
	public static final Bands USUAL = new Bands(4, 8, 15);

	/** The scores that two steps from 1 to 5 can make, in order. */
	public static final List<Integer> SCORES = IntStream.rangeClosed(1, 5)
		.flatMap((one) -> IntStream.rangeClosed(1, 5).map((other) -> one * other))
		.distinct()
		.sorted()
		.boxed()
		.toList();

	public Bands {
		if (moderateFrom < 2 || highFrom <= moderateFrom || extremeFrom <= highFrom || extremeFrom > 25) {
			throw new IllegalArgumentException("Bands begin one after the other, from 2 to 25.");
		}
	}

	/** The band of a score from 1 to 25. */
	public Band of(int score) {
		if (score >= this.extremeFrom) {
			return Band.EXTREME;
		}
		if (score >= this.highFrom) {
			return Band.HIGH;
		}
		return (score >= this.moderateFrom) ? Band.MODERATE : Band.LOW;
	}

	/** The band of a rating. */
	public Band of(Rating rating) {
		return of(rating.score());
	}

	/** The scores of a band that can occur, in order. */
	public List<Integer> scores(Band band) {
		return SCORES.stream().filter((score) -> of(score) == band).toList();
	}

	/** "4 to 6", of the scores that can occur. */
	public String range(Band band) {
		List<Integer> scores = scores(band);
		if (scores.isEmpty()) {
			return "no score";
		}
		return (scores.size() == 1) ? scores.getFirst().toString() : scores.getFirst() + " to " + scores.getLast();
	}

	/** "low 1 to 3, moderate 4 to 6, high 8 to 12, extreme 15 to 25". */
	public String words() {
		return Arrays.stream(Band.values())
			.map((band) -> band.label().toLowerCase(Locale.UK) + " " + range(band))
			.collect(Collectors.joining(", "));
	}

	Map<String, Object> facts() {
		Map<String, Object> facts = new LinkedHashMap<>();
		facts.put("moderateFrom", this.moderateFrom);
		facts.put("highFrom", this.highFrom);
		facts.put("extremeFrom", this.extremeFrom);
		return facts;
	}

}
