package org.mandate.committees;

/**
 * When a motion before a committee is carried. Abstentions are never votes cast.
 */
public enum DecisionRule {

	/** More votes for than against. */
	MAJORITY_OF_VOTES_CAST("More votes for than against",
			"A majority of the votes cast: more for than against. Abstentions do not count."),

	/** More than half of those who may vote on the item, voting or not. */
	MAJORITY_OF_VOTERS("More than half of those who may vote",
			"More than half of the members present who may vote on the item. An abstention counts as no support."),

	/** At least two thirds of the votes cast. */
	TWO_THIRDS_OF_VOTES_CAST("At least two thirds of the votes cast",
			"At least two votes for to each vote against. Abstentions do not count."),

	/** Nobody against. */
	CONSENSUS("Nobody against", "At least one vote for and none against. Abstentions do not count.");

	private final String label;

	private final String explanation;

	DecisionRule(String label, String explanation) {
		this.label = label;
		this.explanation = explanation;
	}

	/** As shown. */
	public String label() {
		return this.label;
	}

	/** In a sentence or two. */
	public String explanation() {
		return this.explanation;
	}

	/**
	 * Whether votes carry a motion. Without a vote for it none is carried.
	 * @param votesFor votes for, 0 or more
	 * @param votesAgainst votes against, 0 or more
	 * @param voters how many were entitled to vote, not fewer than voted
	 */
	public boolean carried(int votesFor, int votesAgainst, int voters) {
		return votesFor > 0 && switch (this) {
			case MAJORITY_OF_VOTES_CAST -> votesFor > votesAgainst;
			case MAJORITY_OF_VOTERS -> 2 * votesFor > voters;
			case TWO_THIRDS_OF_VOTES_CAST -> votesFor >= 2 * votesAgainst;
			case CONSENSUS -> votesAgainst == 0;
		};
	}

}
