package org.mandate.voting;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * How a ballot is to be set up.
 *
 * @param kind what it asks
 * @param question as put to the practices
 * @param proposed key of the recommended model; null unless the kind is
 * {@link BallotKind#CONFIRM}
 * @param rule when it is carried
 * @param division into which units the electorate is divided
 * @param follows number of the ballot of which this is a further round; null if none
 * @param secondEntry whether another person enters returned figures again
 * @param census the day on whose register practices are entitled
 * @param quarter whose list sizes are shown, such as {@code 2015Q1}
 */
public record BallotPlan(BallotKind kind, String question, @Nullable String proposed, Rule rule, Division division,
		@Nullable Integer follows, boolean secondEntry, LocalDate census, String quarter) {

	/** A first round by locality. */
	public BallotPlan(BallotKind kind, String question, @Nullable String proposed, Rule rule, LocalDate census,
			String quarter) {
		this(kind, question, proposed, rule, Division.LOCALITIES, null, false, census, quarter);
	}

	/** Code of the choice that is put to the practices; null where they choose. */
	@Nullable String put() {
		return switch (this.kind) {
			case CONFIRM -> this.proposed;
			case CHOOSE -> null;
			case REFERENDUM -> Choice.FOR.code();
		};
	}

}
