package org.mandate.committees;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * When a motion is carried, whatever the votes. At most 3 × 60 people vote here.
 */
class DecisionRuleTests {

	@ParameterizedTest
	@CsvSource({ "MAJORITY_OF_VOTES_CAST, 2, 1, 12, true", "MAJORITY_OF_VOTES_CAST, 1, 0, 12, true",
			"MAJORITY_OF_VOTES_CAST, 3, 3, 12, false", "MAJORITY_OF_VOTERS, 6, 0, 12, false",
			"MAJORITY_OF_VOTERS, 7, 5, 12, true", "MAJORITY_OF_VOTERS, 1, 0, 1, true",
			"TWO_THIRDS_OF_VOTES_CAST, 4, 2, 12, true", "TWO_THIRDS_OF_VOTES_CAST, 5, 3, 12, false",
			"TWO_THIRDS_OF_VOTES_CAST, 1, 0, 12, true", "CONSENSUS, 1, 0, 12, true", "CONSENSUS, 11, 1, 12, false" })
	void followsItsExplanation(DecisionRule rule, int votesFor, int votesAgainst, int voters, boolean carried) {
		assertThat(rule.carried(votesFor, votesAgainst, voters)).isEqualTo(carried);
	}

	@Property
	void anotherVoteForNeverUndoesIt(@ForAll DecisionRule rule, @ForAll @IntRange(max = 60) int votesFor,
			@ForAll @IntRange(max = 60) int votesAgainst, @ForAll @IntRange(max = 60) int others) {
		int voters = votesFor + votesAgainst + others + 1;
		if (rule.carried(votesFor, votesAgainst, voters)) {
			assertThat(rule.carried(votesFor + 1, votesAgainst, voters)).isTrue();
		}
	}

	@Property
	void anotherVoteAgainstNeverBringsIt(@ForAll DecisionRule rule, @ForAll @IntRange(max = 60) int votesFor,
			@ForAll @IntRange(max = 60) int votesAgainst, @ForAll @IntRange(max = 60) int others) {
		int voters = votesFor + votesAgainst + others + 1;
		if (!rule.carried(votesFor, votesAgainst, voters)) {
			assertThat(rule.carried(votesFor, votesAgainst + 1, voters)).isFalse();
		}
	}

	@Property
	void changingSidesToForNeverUndoesIt(@ForAll DecisionRule rule, @ForAll @IntRange(max = 60) int votesFor,
			@ForAll @IntRange(min = 1, max = 60) int votesAgainst, @ForAll @IntRange(max = 60) int others) {
		int voters = votesFor + votesAgainst + others;
		if (rule.carried(votesFor, votesAgainst, voters)) {
			assertThat(rule.carried(votesFor + 1, votesAgainst - 1, voters)).isTrue();
		}
	}

	@Property
	void moreWhoMayVoteButDoNotNeverBringIt(@ForAll DecisionRule rule, @ForAll @IntRange(max = 60) int votesFor,
			@ForAll @IntRange(max = 60) int votesAgainst, @ForAll @IntRange(max = 60) int others) {
		int voters = votesFor + votesAgainst + others;
		if (!rule.carried(votesFor, votesAgainst, voters)) {
			assertThat(rule.carried(votesFor, votesAgainst, voters + 1)).isFalse();
		}
	}

	@Property
	void aTieIsNeverAMajority(@ForAll @IntRange(max = 60) int votes, @ForAll @IntRange(max = 60) int others) {
		assertThat(DecisionRule.MAJORITY_OF_VOTES_CAST.carried(votes, votes, 2 * votes + others)).isFalse();
		assertThat(DecisionRule.MAJORITY_OF_VOTERS.carried(votes, votes, 2 * votes + others)).isFalse();
		assertThat(DecisionRule.MAJORITY_OF_VOTERS.carried(votes, 0, 2 * votes)).isFalse();
	}

	@Property
	void nothingIsCarriedWithoutAVoteForIt(@ForAll DecisionRule rule, @ForAll @IntRange(max = 60) int votesAgainst,
			@ForAll @IntRange(max = 60) int others) {
		assertThat(rule.carried(0, votesAgainst, votesAgainst + others)).isFalse();
	}

	@Property
	void whatAMajorityOfVotersOrTwoThirdsCarryAMajorityOfVotesCastCarries(@ForAll DecisionRule rule,
			@ForAll @IntRange(max = 60) int votesFor, @ForAll @IntRange(max = 60) int votesAgainst,
			@ForAll @IntRange(max = 60) int others) {
		int voters = votesFor + votesAgainst + others;
		if (rule.carried(votesFor, votesAgainst, voters)) {
			assertThat(DecisionRule.MAJORITY_OF_VOTES_CAST.carried(votesFor, votesAgainst, voters)).isTrue();
		}
	}

}
