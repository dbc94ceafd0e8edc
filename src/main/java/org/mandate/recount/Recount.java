package org.mandate.recount;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.mandate.recount.ExportedBallot.Figure;

/**
 * Counts an exported ballot again from the file alone and compares with what the file
 * says was published. Every sum, share and verdict is computed anew from the versions,
 * the rolls and the electorate; no derived number is believed.
 */
final class Recount {

	private static final Map<String, String> VERDICTS = Map.of("CARRIED", "carried", "NOT_CARRIED", "not carried",
			"NOT_QUORATE", "not quorate", "NOT_YET_KNOWN", "not yet known", "CANNOT_BE_KNOWN", "not to be known");

	private static final String REGISTER = "REGISTER";

	private final ExportedBallot ballot;

	private final List<String> differences = new ArrayList<>();

	private Recount(ExportedBallot ballot) {
		this.ballot = ballot;
	}

	/**
	 * Count a file again.
	 * @throws UnreadableFile if it is not the export of a ballot
	 */
	static Report of(byte[] content) {
		return of(BallotFile.read(content));
	}

	static Report of(BallotFile file) {
		Recount recount = new Recount(file.ballot());
		recount.electorate();
		recount.ballot.units().forEach((unit) -> new VersionCheck(recount.ballot, unit, recount.differences).check());
		List<Report.Result> results = recount.ballot.published().stream().map(recount::result).toList();
		recount.readings();
		if (!file.isUnchanged()) {
			recount.differences
				.add("The file was changed after it was exported: its checksum does not belong to what it says");
		}
		return new Report(recount.ballot, results, recount.differences, List.of());
	}

	private void electorate() {
		Map<String, String> seen = new HashMap<>();
		for (ExportedBallot.Unit unit : this.ballot.units()) {
			int listed = unit.electorate().size();
			if (unit.entitled() != listed) {
				this.differences.add("%s: entitled %d, but the electorate lists %d %s of it".formatted(unit.name(),
						unit.entitled(), listed, (listed == 1) ? "practice" : "practices"));
			}
			long patients = unit.electorate().stream().mapToLong(ExportedBallot.Practice::patients).sum();
			if (unit.patients() != patients) {
				this.differences.add("%s: %d registered patients, but those of its practices add up to %d"
					.formatted(unit.name(), unit.patients(), patients));
			}
			for (ExportedBallot.Practice practice : unit.electorate()) {
				String before = seen.put(practice.code(), unit.name());
				if (before != null) {
					this.differences.add("The practice %s is in the electorate twice: in %s and in %s"
						.formatted(practice.code(), before, unit.name()));
				}
			}
		}
	}

	/** A result with register counts must be there where such counts were entered. */
	private void readings() {
		boolean entered = this.ballot.units()
			.stream()
			.flatMap((unit) -> unit.counting().stream())
			.anyMatch((version) -> version.registerCount() != null);
		List<String> readings = this.ballot.published().stream().map(ExportedBallot.Published::reading).toList();
		List<String> wanted = entered ? List.of("AS_STATED", REGISTER) : List.of("AS_STATED");
		if (!readings.equals(wanted)) {
			this.differences.add("The published results are %s, but there must be %s".formatted(readings, wanted));
		}
		if (!this.ballot.shown().equals(wanted.getLast())) {
			this.differences.add("The list of counts shows the reading %s, but it must show %s"
				.formatted(this.ballot.shown(), wanted.getLast()));
		}
	}

	private Report.Result result(ExportedBallot.Published published) {
		boolean register = published.reading().equals(REGISTER);
		String reading = register ? "with register counts" : "as stated";
		List<UnitCount> units = this.ballot.units()
			.stream()
			.map((unit) -> UnitCount.of(unit, this.ballot.rule(), register))
			.toList();
		Map<String, Figure> totals = new LinkedHashMap<>();
		Map<String, ExportedBallot.PublishedUnit> said = new HashMap<>();
		published.units().forEach((unit) -> said.put(unit.slug(), unit));
		for (UnitCount count : units) {
			Map<String, Figure> figures = count.figures(this.ballot.rule(), this.ballot.choices().keySet());
			figures.forEach((name, figure) -> totals.merge(name, figure, Figure::plus));
			ExportedBallot.PublishedUnit unit = said.remove(count.unit().slug());
			if (unit == null) {
				this.differences
					.add("%s (%s): the published result leaves it out".formatted(count.unit().name(), reading));
				continue;
			}
			standing(count, unit, reading);
			compare(count.unit().name(), reading, figures, unit.figures());
		}
		said.keySet()
			.forEach((slug) -> this.differences
				.add("%s (%s): the published result has it, but the ballot has no such unit".formatted(slug, reading)));
		compare("Total", reading, totals, published.totals());
		Ruling.Outcome outcome = new Ruling(this.ballot, units).outcome();
		verdict(published, outcome, reading);
		if (published.reading().equals(this.ballot.shown())) {
			counts(units);
			votes(units);
			result(outcome);
		}
		return new Report.Result(reading, totals, VERDICTS.getOrDefault(outcome.state(), outcome.state()),
				(outcome.choice() != null) ? choice(outcome.choice()) : null);
	}

	private void standing(UnitCount count, ExportedBallot.PublishedUnit unit, String reading) {
		UnitCount.Standing said = switch (unit.state()) {
			case "ACCEPTED" -> UnitCount.Standing.COUNTS;
			case "NOTHING_RETURNED" -> UnitCount.Standing.NOTHING;
			default -> UnitCount.Standing.OPEN;
		};
		if (said != count.standing()) {
			this.differences.add("%s (%s): its returns make it %s, the published result says %s"
				.formatted(count.unit().name(), reading, count.standing().label(), said.label()));
		}
	}

	private void compare(String where, String reading, Map<String, Figure> counted, Map<String, Figure> published) {
		counted.forEach((name, figure) -> {
			Figure said = published.get(name);
			if (said == null) {
				this.differences.add("%s, %s (%s): counted %s, the published result says nothing".formatted(where,
						label(name), reading, figure));
			}
			else if (!said.equals(figure)) {
				this.differences.add("%s, %s (%s): the versions add up to %s, the published result says %s"
					.formatted(where, label(name), reading, figure, said));
			}
		});
		published.keySet()
			.stream()
			.filter((name) -> !counted.containsKey(name))
			.forEach((name) -> this.differences
				.add("%s (%s): the published result has a figure \"%s\" that means nothing".formatted(where, reading,
						name)));
	}

	private void verdict(ExportedBallot.Published published, Ruling.Outcome outcome, String reading) {
		if (!outcome.state().equals(published.state()) || !Objects.equals(outcome.choice(), published.choice())) {
			this.differences.add("The verdict (%s): the rule gives %s, the published result says %s".formatted(reading,
					verdict(outcome.state(), outcome.choice()), verdict(published.state(), published.choice())));
		}
	}

	private String verdict(String state, @Nullable String choice) {
		String words = VERDICTS.getOrDefault(state, "\"" + state + "\"");
		return (choice != null) ? words + " for " + choice(choice) : words;
	}

	/** The list of counts of the vote event: every number that is known. */
	private void counts(List<UnitCount> units) {
		Map<String, Long> expected = new TreeMap<>();
		for (UnitCount unit : units) {
			Map<String, Figure> figures = unit.figures(this.ballot.rule(), this.ballot.choices().keySet());
			VoteEvent.options(this.ballot.choices().keySet()).forEach((name, option) -> {
				Figure figure = Objects.requireNonNull(figures.get(name));
				if (figure.exact()) {
					expected.put(unit.unit().name() + ", " + option(option), figure.number());
				}
			});
		}
		Map<String, Long> listed = new TreeMap<>();
		for (ExportedBallot.Count count : this.ballot.counts()) {
			String line = this.ballot.nameOf(count.group()) + ", " + option(count.option());
			if (listed.put(line, count.value()) != null) {
				this.differences.add("%s: the list of counts has it twice".formatted(line));
			}
		}
		lines("counts", expected, listed);
	}

	/** The list of votes of the vote event: what each practice did by the rolls. */
	private void votes(List<UnitCount> units) {
		Map<String, String> expected = new TreeMap<>();
		for (UnitCount count : units) {
			Map<String, String> roll = count.unit().counting().map(ExportedBallot.Version::roll).orElse(Map.of());
			for (ExportedBallot.Practice practice : count.unit().electorate()) {
				String vote = roll.get(practice.code());
				if (vote != null) {
					expected.put(practice.code(), vote(vote, count.unit().slug(),
							this.ballot.rule().weighted() ? this.ballot.rule().votes(practice.patients()) : null));
				}
			}
		}
		Map<String, String> listed = new TreeMap<>();
		for (ExportedBallot.Vote vote : this.ballot.votes()) {
			if (listed.put(vote.voter(), vote(vote.option(), vote.group(), vote.weight())) != null) {
				this.differences.add("%s: the list of votes has it twice".formatted(vote.voter()));
			}
		}
		lines("votes", expected, listed);
	}

	private String vote(String option, String group, @Nullable Long weight) {
		return option(VoteEvent.option(option)) + " in " + this.ballot.nameOf(group)
				+ ((weight != null) ? " with " + weight + " votes" : "");
	}

	private <T> void lines(String list, Map<String, T> expected, Map<String, T> listed) {
		expected.forEach((line, value) -> {
			if (!listed.containsKey(line)) {
				this.differences
					.add("%s: the returns say %s, the list of %s leaves it out".formatted(line, value, list));
			}
			else if (!value.equals(listed.get(line))) {
				this.differences.add("%s: the returns say %s, the list of %s says %s".formatted(line, value, list,
						listed.get(line)));
			}
		});
		listed.keySet()
			.stream()
			.filter((line) -> !expected.containsKey(line))
			.forEach((line) -> this.differences
				.add("%s: the list of %s has it, but nothing that was returned says so".formatted(line, list)));
	}

	private void result(Ruling.Outcome outcome) {
		String expected = VoteEvent.result(outcome.state());
		if (!Objects.equals(expected, this.ballot.result())) {
			this.differences.add("The vote event's result must be %s: the verdict is %s"
				.formatted((expected == null) ? "left out" : expected, verdict(outcome.state(), outcome.choice())));
		}
	}

	private String option(String option) {
		return this.ballot.choices().getOrDefault(option, option);
	}

	private String label(String figure) {
		return Report.label(figure, this.ballot.choices());
	}

	private String choice(String code) {
		return this.ballot.choices().getOrDefault(code, code);
	}

}
