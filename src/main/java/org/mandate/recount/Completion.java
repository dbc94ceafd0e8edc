package org.mandate.recount;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One way in which a unit may have voted, with no number left open.
 *
 * @param unit the unit
 * @param cast practices that voted or abstained
 * @param votes the votes for each choice, as the rule weighs them
 * @param castVotes the votes that were cast, as the rule weighs them
 * @param allVotes the votes of all practices entitled, as the rule weighs them
 */
record Completion(UnitCount unit, int cast, Map<String, Long> votes, long castVotes, long allVotes) {

	int entitled() {
		return this.unit.electors();
	}

	boolean isQuorate(ExportedRule rule) {
		return rule.quorum() != ExportedRule.Quorum.EVERY_UNIT || rule.isQuorate(this.cast, entitled());
	}

	boolean wins(String choice, ExportedRule rule, boolean mustLead) {
		return isQuorate(rule) && wins(choice, List.of(this), rule, mustLead);
	}

	static boolean wins(String choice, Collection<Completion> units, ExportedRule rule, boolean mustLead) {
		Map<String, Long> votes = new LinkedHashMap<>();
		long of = 0;
		for (Completion unit : units) {
			unit.votes.forEach((each, number) -> votes.merge(each, number, Long::sum));
			of += switch (rule.base()) {
				case EXPRESSED -> unit.votes.values().stream().mapToLong(Long::longValue).sum();
				case CAST -> unit.castVotes;
				case ENTITLED -> unit.allVotes;
			};
		}
		return rule.wins(choice, votes, of, mustLead);
	}

	/**
	 * The ways in which a unit may have voted that can decide. Where all is known there
	 * is one. Where a number is missing each number is one. A unit that is still open
	 * acts as one: all for the same choice, all abstaining, or none voting, for whatever
	 * lies between is less extreme.
	 */
	static List<Completion> of(UnitCount unit, ExportedRule rule, Collection<String> choices) {
		List<Completion> completions = new ArrayList<>();
		if (unit.isOpen()) {
			int entitled = unit.electors();
			long all = rule.weighted() ? unit.weightOfAll() : entitled;
			for (String choice : choices) {
				completions.add(new Completion(unit, entitled, votes(choices, choice, all), all, all));
			}
			completions.add(new Completion(unit, entitled, votes(choices, "", 0), all, all));
			completions.add(new Completion(unit, 0, votes(choices, "", 0), 0, all));
			return completions;
		}
		for (int number = unit.least(); number <= unit.most(); number++) {
			completions.add(known(unit, rule, choices, number));
		}
		return completions;
	}

	private static Completion known(UnitCount unit, ExportedRule rule, Collection<String> choices, int missing) {
		Map<String, Long> votes = new LinkedHashMap<>();
		for (String choice : choices) {
			long own = rule.weighted() ? unit.weight(choice) : unit.tally().votes().getOrDefault(choice, 0);
			votes.put(choice, own + (choice.equals(unit.tally().notStated()) ? missing : 0));
		}
		int cast = unit.tally().cast() + missing;
		if (!rule.weighted()) {
			return new Completion(unit, cast, votes, cast, unit.electors());
		}
		long castVotes = votes.values().stream().mapToLong(Long::longValue).sum() + unit.weight(UnitCount.ABSTAINED)
				+ unit.weight(UnitCount.SPOILT);
		return new Completion(unit, cast, votes, castVotes, unit.weightOfAll());
	}

	private static Map<String, Long> votes(Collection<String> choices, String whole, long number) {
		Map<String, Long> votes = new LinkedHashMap<>();
		choices.forEach((choice) -> votes.put(choice, choice.equals(whole) ? number : 0));
		return votes;
	}

}
