package org.mandate.recount;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Checks each version of a unit's return in itself: that it adds up, stays within the
 * electorate and what was on offer, and agrees with its roll.
 */
final class VersionCheck {

	private static final Set<String> FOR_NO_CHOICE = Set.of("ABSTAINED", "SPOILT", "CONFLICTED", "ABSENT");

	private final ExportedBallot ballot;

	private final ExportedBallot.Unit unit;

	private final List<String> differences;

	VersionCheck(ExportedBallot ballot, ExportedBallot.Unit unit, List<String> differences) {
		this.ballot = ballot;
		this.unit = unit;
		this.differences = differences;
	}

	void check() {
		for (ExportedBallot.Round round : this.unit.rounds()) {
			for (ExportedBallot.Version version : round.versions()) {
				String where = (this.unit.rounds().size() == 1)
						? "%s, version %d".formatted(this.unit.name(), version.number())
						: "%s, round %d, version %d".formatted(this.unit.name(), round.number(), version.number());
				version(where, version);
			}
		}
	}

	private void version(String where, ExportedBallot.Version version) {
		ExportedBallot.Tally tally = version.tally();
		int entitled = this.unit.electorate().size();
		tally.votes().keySet().forEach((choice) -> offered(where, choice));
		if (tally.notStated() != null) {
			offered(where, tally.notStated());
			if (tally.votes().getOrDefault(tally.notStated(), 0) > 0) {
				this.differences.add("%s: the number for %s is said not to be stated, and is %d".formatted(where,
						this.ballot.choices().getOrDefault(tally.notStated(), tally.notStated()),
						tally.votes().get(tally.notStated())));
			}
		}
		if (tally.stated() > entitled) {
			this.differences.add("%s: the figures add up to %d, more than the %d practices of its electorate"
				.formatted(where, tally.stated(), entitled));
		}
		Integer register = version.registerCount();
		if (register != null && register != entitled - tally.stated()) {
			this.differences.add("%s: the rest from the register is %d, but %d practices of the electorate remain"
				.formatted(where, register, entitled - tally.stated()));
		}
		if (!version.roll().isEmpty()) {
			roll(where, version);
		}
		else if (this.ballot.rule().weighted() && version.accepted() && tally.stated() > 0) {
			this.differences.add("%s: the rule weighs the votes of practices, but no roll says which of them voted"
				.formatted(where));
		}
	}

	private void offered(String where, String choice) {
		if (!this.ballot.choices().containsKey(choice)) {
			this.differences.add("%s: \"%s\" is not on offer in this ballot".formatted(where, choice));
		}
	}

	private void roll(String where, ExportedBallot.Version version) {
		Set<String> entitled = this.unit.electorate()
			.stream()
			.map(ExportedBallot.Practice::code)
			.collect(Collectors.toSet());
		Map<String, Integer> counted = new LinkedHashMap<>();
		version.roll().forEach((practice, vote) -> {
			if (!entitled.contains(practice)) {
				this.differences.add("%s: the practice %s is on the roll, but not in the electorate of %s"
					.formatted(where, practice, this.unit.name()));
			}
			if (!FOR_NO_CHOICE.contains(vote)) {
				offered(where, vote);
			}
			counted.merge(vote, 1, Integer::sum);
		});
		ExportedBallot.Tally tally = version.tally();
		Map<String, Integer> said = new LinkedHashMap<>(tally.votes());
		said.put("ABSTAINED", tally.abstained());
		said.put("SPOILT", tally.spoilt());
		said.put("CONFLICTED", tally.conflictedOut());
		said.put("ABSENT", tally.absent());
		counted.keySet().forEach((vote) -> said.putIfAbsent(vote, 0));
		said.forEach((vote, number) -> {
			int listed = counted.getOrDefault(vote, 0);
			if (listed != number) {
				this.differences.add("%s, %s: its roll has %d, its figures say %d".formatted(where,
						this.ballot.choices().getOrDefault(vote, VoteEvent.option(vote)), listed, number));
			}
		});
	}

}
