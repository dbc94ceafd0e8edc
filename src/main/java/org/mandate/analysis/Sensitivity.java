package org.mandate.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.mandate.scoring.Performance;
import org.mandate.scoring.Performance.Alternative;
import org.mandate.scoring.Performance.Weighed;

/**
 * What would become of the first place if weights or scores were others.
 *
 * @param leaders who leads as it is
 * @param weights each weight moved alone
 * @param equal who leads with all weights alike
 * @param equalValues all values with all weights alike
 * @param dropped with each criterion left out in turn
 * @param scores with each score moved by one point
 * @param ranks when only the order of the weights is trusted
 */
public record Sensitivity(List<Alternative> leaders, List<OneWay> weights, Scenario equal, Valuation equalValues,
		List<Dropped> dropped, ScoreChanges scores, RankAcceptability ranks) {

	private static final int LOWEST_SCORE = 0;

	private static final int HIGHEST_SCORE = 10;

	public Sensitivity {
		leaders = List.copyOf(leaders);
		weights = List.copyOf(weights);
		dropped = List.copyOf(dropped);
	}

	/**
	 * Who would lead.
	 *
	 * @param leaders one, or several together
	 * @param values of the ranked options, in the order of the matrix
	 * @param changed whether it is somebody else than now
	 */
	public record Scenario(List<Alternative> leaders, List<Fraction> values, boolean changed) {

		public Scenario {
			leaders = List.copyOf(leaders);
			values = List.copyOf(values);
		}

		/** The leader's value. */
		public Fraction most() {
			return this.values.stream().max(Comparator.naturalOrder()).orElseThrow();
		}

		/** How far the first is ahead of the second; 0 with one option only. */
		public Fraction lead() {
			List<Fraction> sorted = this.values.stream().sorted(Comparator.reverseOrder()).toList();
			return (sorted.size() > 1) ? sorted.getFirst().minus(sorted.get(1)) : Fraction.ZERO;
		}

		/** "Option 2 leads", "Option 2 and Option 3 lead together". */
		public String said() {
			return Words.labels(this.leaders) + ((this.leaders.size() == 1) ? " leads" : " lead together");
		}

	}

	/**
	 * A criterion left out.
	 *
	 * @param criterion which
	 * @param scenario who would lead; null where no weight would be left
	 */
	public record Dropped(Weighed criterion, @Nullable Scenario scenario) {
	}

	/**
	 * Every score moved by one point, both ways.
	 *
	 * @param tried how many changes there are
	 * @param off how many would have left the scale, and were not tried
	 * @param turning those after which somebody else leads, or leads too
	 * @param byOption the same, counted by the option whose score is moved
	 */
	public record ScoreChanges(int tried, int off, List<ScoreChange> turning, List<Tried> byOption) {

		public ScoreChanges {
			turning = List.copyOf(turning);
			byOption = List.copyOf(byOption);
		}

		/** What a reader should take away. */
		public String finding() {
			return this.turning.isEmpty()
					? "None of the %,d changes of a single score by one point changes who leads.".formatted(this.tried)
					: "%,d of the %,d changes of a single score by one point %s who leads."
						.formatted(this.turning.size(), this.tried, (this.turning.size() == 1) ? "changes" : "change");
		}

	}

	/**
	 * The changes to the scores of one option.
	 *
	 * @param option whose scores
	 * @param tried how many changes
	 * @param turning after how many somebody else leads, or leads too
	 */
	public record Tried(Alternative option, int tried, int turning) {
	}

	/**
	 * A score moved by one point that changes who leads.
	 *
	 * @param option whose score
	 * @param criterion on which
	 * @param from as agreed
	 * @param to as tried
	 * @param leaders who would lead
	 */
	public record ScoreChange(Alternative option, Weighed criterion, int from, int to, List<Alternative> leaders) {

		/** "Option 2 leads", "Option 2 and Option 3 lead together". */
		public String said() {
			return Words.labels(this.leaders) + ((this.leaders.size() == 1) ? " leads" : " lead together");
		}

	}

	static Sensitivity of(Performance performance) {
		Contest contest = Contest.of(performance);
		long[] raw = contest.rawWeights();
		List<Alternative> leaders = contest.leaders(contest.sums(raw));
		long[] alike = new long[raw.length];
		Arrays.fill(alike, 1);
		return new Sensitivity(leaders,
				IntStream.range(0, raw.length).mapToObj((criterion) -> OneWay.of(contest, criterion)).toList(),
				scenario(contest, alike, leaders), Valuation.of(alike(performance)),
				IntStream.range(0, raw.length).mapToObj((criterion) -> dropped(contest, criterion, leaders)).toList(),
				scores(contest, leaders), RankAcceptability.of(contest));
	}

	private static Performance alike(Performance performance) {
		return new Performance(performance.criteria()
			.stream()
			.map((criterion) -> new Weighed(criterion.key(), criterion.name(), 1))
			.toList(), performance.alternatives());
	}

	private static Scenario scenario(Contest contest, long[] weights, List<Alternative> now) {
		long[] sums = contest.sums(weights);
		long total = Arrays.stream(weights).sum();
		List<Alternative> leaders = contest.leaders(sums);
		return new Scenario(leaders, Arrays.stream(sums).mapToObj((sum) -> Fraction.of(sum, total)).toList(),
				!leaders.equals(now));
	}

	private static Dropped dropped(Contest contest, int criterion, List<Alternative> now) {
		long[] weights = contest.rawWeights();
		weights[criterion] = 0;
		boolean anyLeft = Arrays.stream(weights).anyMatch((weight) -> weight > 0);
		return new Dropped(contest.criteria().get(criterion), anyLeft ? scenario(contest, weights, now) : null);
	}

	private static ScoreChanges scores(Contest contest, List<Alternative> now) {
		long[] raw = contest.rawWeights();
		long[] sums = contest.sums(raw);
		int tried = 0;
		int off = 0;
		List<ScoreChange> turning = new ArrayList<>();
		List<Tried> byOption = new ArrayList<>();
		for (int option = 0; option < sums.length; option++) {
			int triedBefore = tried;
			int turningBefore = turning.size();
			for (int criterion = 0; criterion < raw.length; criterion++) {
				for (int step : new int[] { -1, 1 }) {
					int from = (int) contest.score(option, criterion);
					int to = from + step;
					if (to < LOWEST_SCORE || to > HIGHEST_SCORE) {
						off++;
						continue;
					}
					tried++;
					long[] moved = sums.clone();
					moved[option] += step * raw[criterion];
					List<Alternative> leaders = contest.leaders(moved);
					if (!leaders.equals(now)) {
						turning.add(new ScoreChange(contest.options().get(option), contest.criteria().get(criterion),
								from, to, leaders));
					}
				}
			}
			byOption.add(new Tried(contest.options().get(option), tried - triedBefore, turning.size() - turningBefore));
		}
		return new ScoreChanges(tried, off, turning, byOption);
	}

	/**
	 * The weight that has to move least for somebody else to lead; null where no single
	 * weight can bring that about.
	 */
	public @Nullable OneWay mostSensitive() {
		OneWay most = null;
		Fraction least = null;
		for (OneWay each : this.weights) {
			OneWay.Flip flip = each.nearest();
			if (flip != null && (least == null || each.distance(flip).compareTo(least) < 0)) {
				most = each;
				least = each.distance(flip);
			}
		}
		return most;
	}

	/** What equal weights come to. */
	public String equalSaid() {
		Fraction lead = this.equal.lead();
		return "%s with equal weights%s. %s".formatted(this.equal.said(),
				(lead.signum() > 0) ? ", by %s points".formatted(lead.difference()) : "",
				this.equal.changed() ? "That changes the first place." : "That leaves the first place as it is.");
	}

	/** The criteria without which somebody else would lead. */
	public List<Dropped> turningDrops() {
		return this.dropped.stream().filter((each) -> each.scenario() != null && each.scenario().changed()).toList();
	}

}
