package org.mandate.scoring;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How far the scoring is: what is missing, or the complete matrix. An empty score is
 * never taken as 0 nor left out of the sum: the analysis waits for it.
 *
 * @param performance the matrix; null while anything is missing
 * @param missing what is missing, in words, such as "The weight of Affordability" or
 * "Option 2 on Affordability"
 * @param criteria how many criteria there are
 * @param options how many options are to be scored
 * @param given how many of the scores that are needed are agreed
 */
public record AgreedScores(@Nullable Performance performance, List<String> missing, int criteria, int options,
		int given) {

	public AgreedScores {
		missing = List.copyOf(missing);
	}

	/** How many scores are needed. */
	public int needed() {
		return this.criteria * this.options;
	}

}
