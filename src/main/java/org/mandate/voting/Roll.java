package org.mandate.voting;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What each practice of a unit did. A practice that is left out returned nothing. The
 * figures of the unit are derived from it, never entered beside it.
 *
 * @param votes by practice: the code of a choice, or {@link #ABSTAINED}, {@link #SPOILT},
 * {@link #CONFLICTED} or {@link #ABSENT}
 */
public record Roll(Map<UUID, String> votes) {

	/** Returned a vote that supports no choice. */
	public static final String ABSTAINED = "ABSTAINED";

	/** Returned a vote that cannot be counted. */
	public static final String SPOILT = "SPOILT";

	/** Kept out by a conflict of interest. */
	public static final String CONFLICTED = "CONFLICTED";

	/** Not at the meeting, and returned nothing. */
	public static final String ABSENT = "ABSENT";

	private static final Set<String> FOR_NO_CHOICE = Set.of(ABSTAINED, SPOILT, CONFLICTED, ABSENT);

	public Roll {
		votes = Collections.unmodifiableMap(new LinkedHashMap<>(votes));
	}

	/** Nobody has returned anything. */
	static Roll empty() {
		return new Roll(Map.of());
	}

	/** Whether no practice is entered. */
	public boolean isEmpty() {
		return this.votes.isEmpty();
	}

	/** What the practices add up to: every number is known. */
	public Figures figures() {
		Map<String, Integer> forChoices = new LinkedHashMap<>();
		for (String vote : this.votes.values()) {
			if (!FOR_NO_CHOICE.contains(vote)) {
				forChoices.merge(vote, 1, Integer::sum);
			}
		}
		return new Figures(forChoices, null, null, count(ABSTAINED), count(SPOILT), count(CONFLICTED), count(ABSENT));
	}

	private int count(String vote) {
		return Collections.frequency(this.votes.values(), vote);
	}

	/** Whether a code is a vote in a ballot with these choices. */
	static boolean isVote(String code, Collection<Choice> choices) {
		return FOR_NO_CHOICE.contains(code) || choices.stream().anyMatch((choice) -> choice.code().equals(code));
	}

	/**
	 * What is wrong with this roll as a return of a unit.
	 * @param electorate the practices of the unit, as frozen when the ballot opened
	 * @param choices what is on offer
	 * @return one sentence a problem; empty when it can be returned
	 */
	List<Figures.Problem> problems(Collection<Elector> electorate, Collection<Choice> choices) {
		List<Figures.Problem> problems = new ArrayList<>();
		this.votes.forEach((practice, vote) -> {
			Elector elector = electorate.stream()
				.filter((each) -> each.practice().equals(practice))
				.findFirst()
				.orElse(null);
			if (elector == null) {
				problems.add(new Figures.Problem("votes",
						"The practice %s is not entitled to vote in this locality".formatted(practice)));
			}
			else if (!isVote(vote, choices)) {
				problems.add(new Figures.Problem("votes[" + elector.code() + "]",
						"%s: \"%s\" is not on offer in this ballot".formatted(elector.name(), vote)));
			}
		});
		if (problems.isEmpty()) {
			problems.addAll(figures().problems(electorate.size(), choices));
		}
		return problems;
	}

}
