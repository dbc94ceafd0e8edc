package org.mandate.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.mandate.scoring.Performance.Alternative;
import org.mandate.scoring.Performance.Weighed;

/**
 * One weight moved between 0 and 1 while the others keep their proportions: who leads
 * where. With the weight at t an option is worth (1 - t) times its value on the other
 * criteria plus t times its score, a straight line; who leads is the upper edge of those
 * lines, and two options tie where theirs cross, at R / (R - d) for the difference R on
 * the other criteria and d on this one.
 *
 * @param criterion whose weight is moved
 * @param weight as it is
 * @param leaders who leads now
 * @param stretches who leads, from 0 to 1; empty where all weight is on this criterion,
 * so that the others have no proportions to keep
 * @param lower what happens first as the weight falls; null where nothing does
 * @param upper what happens first as it rises; null where nothing does
 */
public record OneWay(Weighed criterion, Fraction weight, List<Alternative> leaders, List<Stretch> stretches,
		@Nullable Flip lower, @Nullable Flip upper) {

	public OneWay {
		leaders = List.copyOf(leaders);
		stretches = List.copyOf(stretches);
	}

	/**
	 * Weights between which the same options lead.
	 *
	 * @param from exact, less than to
	 * @param to exact
	 * @param leaders who leads strictly between them
	 */
	public record Stretch(Fraction from, Fraction to, List<Alternative> leaders) {
	}

	/**
	 * Where somebody else leads, or draws level.
	 *
	 * @param at the weight at which the options tie, exact
	 * @param leaders who leads beyond it; at the end of the scale who leads there
	 * @param level whether it is the end of the scale, so that they draw level at most
	 */
	public record Flip(Fraction at, List<Alternative> leaders, boolean level) {
	}

	static OneWay of(Contest contest, int criterion) {
		long[] weights = contest.rawWeights();
		long[] sums = contest.sums(weights);
		long total = 0;
		for (long weight : weights) {
			total += weight;
		}
		long raw = weights[criterion];
		Weighed which = contest.criteria().get(criterion);
		Fraction weight = Fraction.of(raw, total);
		List<Alternative> leaders = contest.leaders(sums);
		if (raw == total) {
			return new OneWay(which, weight, leaders, List.of(), null, null);
		}
		// Both ends of each line, times the weight of the other criteria.
		long[] without = new long[sums.length];
		long[] alone = new long[sums.length];
		for (int option = 0; option < sums.length; option++) {
			long score = contest.score(option, criterion);
			without[option] = sums[option] - raw * score;
			alone[option] = (total - raw) * score;
		}
		List<Stretch> stretches = stretches(contest, without, alone);
		Flip lower = (raw > 0) ? lower(weight, leaders, stretches, contest.leaders(without)) : null;
		return new OneWay(which, weight, leaders, stretches, lower,
				upper(weight, leaders, stretches, contest.leaders(alone)));
	}

	private static List<Stretch> stretches(Contest contest, long[] without, long[] alone) {
		int leader = 0;
		for (int option = 1; option < without.length; option++) {
			boolean higher = without[option] > without[leader];
			boolean steeper = without[option] == without[leader] && alone[option] > alone[leader];
			leader = (higher || steeper) ? option : leader;
		}
		List<Stretch> stretches = new ArrayList<>();
		Fraction from = Fraction.ZERO;
		while (from.compareTo(Fraction.ONE) < 0) {
			Fraction to = Fraction.ONE;
			int next = leader;
			for (int option = 0; option < without.length; option++) {
				if (slope(without, alone, option) > slope(without, alone, leader)) {
					Fraction crossing = Fraction.of(without[leader] - without[option],
							slope(without, alone, option) - slope(without, alone, leader));
					int nearer = crossing.compareTo(to);
					if (nearer < 0 || (nearer == 0 && next != leader
							&& slope(without, alone, option) > slope(without, alone, next))) {
						to = crossing;
						next = option;
					}
				}
			}
			stretches.add(new Stretch(from, to, alike(contest, without, alone, leader)));
			from = to;
			leader = next;
		}
		return stretches;
	}

	private static long slope(long[] without, long[] alone, int option) {
		return alone[option] - without[option];
	}

	private static List<Alternative> alike(Contest contest, long[] without, long[] alone, int leader) {
		List<Alternative> alike = new ArrayList<>();
		for (int option = 0; option < without.length; option++) {
			if (without[option] == without[leader] && alone[option] == alone[leader]) {
				alike.add(contest.options().get(option));
			}
		}
		return alike;
	}

	private static @Nullable Flip lower(Fraction weight, List<Alternative> now, List<Stretch> stretches,
			List<Alternative> atEnd) {
		int at = stretches.size() - 1;
		while (stretches.get(at).from().compareTo(weight) >= 0) {
			at--;
		}
		Stretch below = stretches.get(at);
		if (!below.leaders().equals(now)) {
			return new Flip(weight, below.leaders(), false);
		}
		if (at > 0) {
			return new Flip(below.from(), stretches.get(at - 1).leaders(), false);
		}
		return below.leaders().equals(atEnd) ? null : new Flip(Fraction.ZERO, atEnd, true);
	}

	private static @Nullable Flip upper(Fraction weight, List<Alternative> now, List<Stretch> stretches,
			List<Alternative> atEnd) {
		int at = 0;
		while (stretches.get(at).to().compareTo(weight) <= 0) {
			at++;
		}
		Stretch above = stretches.get(at);
		if (!above.leaders().equals(now)) {
			return new Flip(weight, above.leaders(), false);
		}
		if (at < stretches.size() - 1) {
			return new Flip(above.to(), stretches.get(at + 1).leaders(), false);
		}
		return above.leaders().equals(atEnd) ? null : new Flip(Fraction.ONE, atEnd, true);
	}

	/** Whether the weight can be moved. */
	public boolean isMovable() {
		return !this.stretches.isEmpty();
	}

	/** The smaller change of the two, the lower if they are alike; null for never. */
	public @Nullable Flip nearest() {
		if (this.lower == null || this.upper == null) {
			return (this.lower != null) ? this.lower : this.upper;
		}
		return (distance(this.lower).compareTo(distance(this.upper)) <= 0) ? this.lower : this.upper;
	}

	/** How far the weight has to move to it. */
	Fraction distance(Flip flip) {
		return flip.at().minus(this.weight).abs();
	}

	/** "Never", or what happens as the weight falls. */
	public String falling() {
		return said(this.lower, "as soon as it falls", "below ");
	}

	/** "Never", or what happens as the weight rises. */
	public String rising() {
		return said(this.upper, "as soon as it rises", "above ");
	}

	private String said(@Nullable Flip flip, String atOnce, String beyond) {
		if (!isMovable()) {
			return "Cannot be moved";
		}
		if (flip == null) {
			return "Never";
		}
		String who = Words.labels(flip.leaders());
		if (flip.level()) {
			return "At %s: %s level".formatted(flip.at().percent(), who);
		}
		String where = flip.at().equals(this.weight) ? atOnce : beyond + flip.at().percentBeside(this.weight);
		return "%s %s".formatted(who, where);
	}

	/** The smaller change of the two: "17.5 percentage points up: Option 3". */
	public String nearestSaid() {
		Flip flip = nearest();
		if (flip == null) {
			return isMovable() ? "Never" : "Cannot be moved";
		}
		int way = flip.at().compareTo(this.weight);
		String who = Words.labels(flip.leaders()) + (flip.level() ? " level" : "");
		return (way == 0) ? who + " at once" : "%s, %s percentage points %s".formatted(who,
				distance(flip).times(Fraction.of(100)).shown(1), (way > 0) ? "up" : "down");
	}

	/** Both sides in one line: "Option 3 below 12.3%; Option 1 above 45.0%". */
	public String said() {
		if (!isMovable()) {
			return "All the weight is on this criterion: the others have no proportions to keep.";
		}
		if (this.lower == null && this.upper == null) {
			return "Never: %s %s first at every weight.".formatted(Words.labels(this.leaders),
					(this.leaders.size() == 1) ? "comes" : "come");
		}
		return String.join("; ",
				java.util.stream.Stream
					.of((this.lower != null) ? falling() : null, (this.upper != null) ? rising() : null)
					.filter(Objects::nonNull)
					.toList())
				+ ".";
	}

	/** The nearest change, in a sentence's middle: "rises from 20.0% to above 37.5%". */
	String movement(Flip flip) {
		boolean rises = flip.at().compareTo(this.weight) > 0;
		String verb = rises ? "rising" : "falling";
		String goal = flip.level() ? "to" : (rises ? "to more than" : "to less than");
		return "%s from %s %s %s".formatted(verb, this.weight.percent(), goal, flip.at().percentBeside(this.weight));
	}

}
