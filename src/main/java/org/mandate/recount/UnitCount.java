package org.mandate.recount;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.mandate.recount.ExportedBallot.Figure;
import org.mandate.recount.ExportedBallot.Tally;

/**
 * What counts for a unit, counted again from its versions and its roll.
 *
 * @param unit the unit
 * @param standing whether its votes count
 * @param tally the numbers of practices
 * @param least the fewest practices that were for the choice without a number
 * @param most the most that were
 * @param weights votes by what practices did, under a rule that weighs them; else empty
 * @param weightOfAll the votes of every practice entitled, under such a rule
 */
record UnitCount(ExportedBallot.Unit unit, Standing standing, Tally tally, int least, int most,
		Map<String, Long> weights, long weightOfAll) {

	static final String ABSTAINED = "ABSTAINED";

	static final String SPOILT = "SPOILT";

	private static final Tally NOTHING = new Tally(Map.of(), 0, 0, 0, 0, null, null, null);

	/** Whether the votes of a unit count. */
	enum Standing {

		/** A version was accepted. */
		COUNTS("accepted"),

		/** Nothing was accepted, and something may be. */
		OPEN("awaited"),

		/** Its time ended with nothing returned. */
		NOTHING("a unit that returned nothing");

		private final String label;

		Standing(String label) {
			this.label = label;
		}

		String label() {
			return this.label;
		}

	}

	static UnitCount of(ExportedBallot.Unit unit, ExportedRule rule, boolean withRegister) {
		long weightOfAll = rule.weighted()
				? unit.electorate().stream().mapToLong((practice) -> rule.votes(practice.patients())).sum() : 0;
		ExportedBallot.Version version = unit.counting().orElse(null);
		if (version == null) {
			Standing standing = (unit.round().closed() && !waits(unit)) ? Standing.NOTHING : Standing.OPEN;
			return new UnitCount(unit, standing, NOTHING, 0, 0, Map.of(), weightOfAll);
		}
		Tally tally = version.tally();
		Integer register = version.registerCount();
		String open = tally.notStated();
		if (withRegister && register != null && open != null) {
			Map<String, Integer> votes = new LinkedHashMap<>(tally.votes());
			votes.put(open, register);
			tally = new Tally(votes, tally.abstained(), tally.spoilt(), tally.conflictedOut(), tally.absent(), null,
					null, null);
		}
		int[] bounds = missing(tally, unit.electorate().size());
		return new UnitCount(unit, Standing.COUNTS, tally, bounds[0], bounds[1], weights(unit, version, rule),
				weightOfAll);
	}

	/** The practices that the electorate lists, whatever number stands beside it. */
	int electors() {
		return this.unit.electorate().size();
	}

	/** Whether a version was returned and neither accepted nor sent back. */
	private static boolean waits(ExportedBallot.Unit unit) {
		List<ExportedBallot.Version> versions = unit.round().versions();
		return !versions.isEmpty() && !versions.getLast().sentBack();
	}

	private static Map<String, Long> weights(ExportedBallot.Unit unit, ExportedBallot.Version version,
			ExportedRule rule) {
		Map<String, Long> weights = new LinkedHashMap<>();
		if (rule.weighted()) {
			for (ExportedBallot.Practice practice : unit.electorate()) {
				String vote = version.roll().get(practice.code());
				if (vote != null) {
					weights.merge(vote, rule.votes(practice.patients()), Long::sum);
				}
			}
		}
		return weights;
	}

	/** Every number is tried: which of them round to the share that was reported? */
	private static int[] missing(Tally tally, int entitled) {
		if (tally.notStated() == null) {
			return new int[] { 0, 0 };
		}
		BigDecimal percentage = tally.percentage();
		int rest = Math.max(0, entitled - tally.stated());
		if (percentage == null) {
			return new int[] { 0, rest };
		}
		int least = -1;
		int most = -1;
		for (int number = 0; number <= rest; number++) {
			int of = switch (Objects.requireNonNull(tally.percentageOf())) {
				case EXPRESSED -> tally.expressed() + number;
				case CAST -> tally.cast() + number;
				case ENTITLED -> entitled;
			};
			if (of > 0 && rounds(number, of, percentage.stripTrailingZeros())) {
				least = (least < 0) ? number : least;
				most = number;
			}
		}
		return new int[] { Math.max(0, least), most };
	}

	/**
	 * Whether 100 x part / of is within half a unit of the last place of a percentage.
	 */
	private static boolean rounds(int part, int of, BigDecimal percentage) {
		BigDecimal half = (percentage.scale() <= 0) ? new BigDecimal("0.5") : new BigDecimal("0.05");
		BigDecimal base = BigDecimal.valueOf(of);
		BigDecimal distance = BigDecimal.valueOf(100L * part).subtract(percentage.multiply(base)).abs();
		return distance.compareTo(half.multiply(base)) <= 0;
	}

	boolean isOpen() {
		return this.standing == Standing.OPEN;
	}

	boolean isKnown() {
		return !isOpen() && this.least == this.most;
	}

	/** The figures as they are published, by name. */
	Map<String, Figure> figures(ExportedRule rule, Iterable<String> choices) {
		Map<String, Figure> figures = new LinkedHashMap<>();
		figures.put("entitled", new Figure(this.unit.electorate().size(), true));
		figures.put("patients",
				new Figure(this.unit.electorate().stream().mapToLong(ExportedBallot.Practice::patients).sum(), true));
		for (String choice : choices) {
			int stated = this.tally.votes().getOrDefault(choice, 0);
			boolean open = choice.equals(this.tally.notStated());
			figures.put("votes:" + choice,
					open ? new Figure(stated + this.least, isKnown()) : new Figure(stated, !isOpen()));
		}
		figures.put("abstained", new Figure(this.tally.abstained(), !isOpen()));
		figures.put("spoilt", new Figure(this.tally.spoilt(), !isOpen()));
		figures.put("conflicted_out", new Figure(this.tally.conflictedOut(), !isOpen()));
		figures.put("absent", new Figure(this.tally.absent(), isKnown()));
		figures.put("not_returned",
				isKnown() ? new Figure(this.unit.electorate().size() - this.tally.stated() - this.least, true)
						: new Figure(0, false));
		figures.put("expressed", new Figure(this.tally.expressed() + this.least, isKnown()));
		figures.put("cast", new Figure(this.tally.cast() + this.least, isKnown()));
		if (rule.weighted()) {
			weighted(figures, choices);
		}
		return figures;
	}

	private void weighted(Map<String, Figure> figures, Iterable<String> choices) {
		figures.put("weight:entitled", new Figure(this.weightOfAll, true));
		long expressed = 0;
		for (String choice : choices) {
			expressed += weight(choice);
			figures.put("weight:" + choice, new Figure(weight(choice), !isOpen()));
		}
		figures.put("weight:expressed", new Figure(expressed, !isOpen()));
		figures.put("weight:cast", new Figure(expressed + weight(ABSTAINED) + weight(SPOILT), !isOpen()));
	}

	long weight(String vote) {
		return this.weights.getOrDefault(vote, 0L);
	}

}
