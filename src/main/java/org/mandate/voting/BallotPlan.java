package org.mandate.voting;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * How a ballot is to be set up.
 *
 * @param kind what it asks
 * @param question as put to the practices
 * @param proposed key of the recommended model; null for {@link BallotKind#CHOOSE}
 * @param rule when it is carried
 * @param census the day on whose register practices are entitled
 * @param quarter whose list sizes are shown, such as {@code 2015Q1}
 */
public record BallotPlan(BallotKind kind, String question, @Nullable String proposed, Rule rule, LocalDate census,
		String quarter) {

}
