package org.mandate.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.mandate.analysis.Valuation.Valued;
import org.mandate.scoring.Performance;
import org.mandate.scoring.Performance.Alternative;

/**
 * The charts of a result.
 *
 * @param result of which
 */
public record Charts(Result result) {

	private static final Fraction HIGHEST_VALUE = Fraction.of(10);

	/** What each option is worth, stacked by criterion; the whole width is 10 points. */
	public Chart values() {
		return values("Value of each option, by criterion", this.result.valuation());
	}

	/** The same with all weights alike. */
	public Chart equal() {
		return values("Value of each option with equal weights", this.result.sensitivity().equalValues());
	}

	private static Chart values(String title, Valuation valuation) {
		List<Chart.Key> keys = new ArrayList<>();
		for (int k = 0; k < valuation.criteria().size(); k++) {
			keys.add(new Chart.Key(Integer.toString(k + 1),
					"%s (%s)".formatted(valuation.criteria().get(k).name(), valuation.weights().get(k).percent()),
					Chart.series(k)));
		}
		List<Chart.Bar> bars = valuation.options().stream().map((each) -> {
			List<Chart.Part> parts = new ArrayList<>();
			Fraction sum = Fraction.ZERO;
			for (int k = 0; k < keys.size(); k++) {
				Fraction next = sum.plus(each.contributions().get(k));
				if (each.contributions().get(k).signum() > 0) {
					parts.add(Chart.Part.of(keys.get(k), sum.over(HIGHEST_VALUE), next.over(HIGHEST_VALUE)));
				}
				sum = next;
			}
			return new Chart.Bar(each.option().title(), each.value().decimal(), parts, null, null);
		}).toList();
		return new Chart(title, valuesFinding(valuation), keys, bars);
	}

	private static String valuesFinding(Valuation valuation) {
		Valued first = valuation.first();
		Fraction lead = valuation.lead();
		Valued second = valuation.second();
		if (lead == null || second == null) {
			return "%s has %s of 10 points.".formatted(first.option().label(), first.value().decimal());
		}
		int most = 0;
		for (int k = 1; k < first.contributions().size(); k++) {
			most = (first.contributions().get(k).compareTo(first.contributions().get(most)) > 0) ? k : most;
		}
		String lends = " %s adds most to it, %s points.".formatted(valuation.criteria().get(most).name(),
				first.contributions().get(most).decimal());
		return (lead.signum() == 0)
				? "%s lead together with %s of 10 points.".formatted(Words.labels(valuation.leaders()),
						first.value().decimal())
				: "%s has the highest value, %s of 10 points, %s more than %s.%s".formatted(first.option().label(),
						first.value().decimal(), lead.difference(), second.option().label(), lends);
	}

	/** Who leads at every weight of each criterion, from 0% to 100%. */
	public Chart weights() {
		Performance performance = this.result.valuation().performance();
		List<Alternative> options = performance.alternatives().stream().filter(Alternative::ranked).toList();
		List<Chart.Key> keys = keys(options);
		List<Chart.Bar> bars = this.result.sensitivity().weights().stream().map((each) -> {
			List<Chart.Part> parts = new ArrayList<>();
			for (OneWay.Stretch stretch : each.stretches()) {
				parts.add(Chart.Part.of(keys.get(options.indexOf(stretch.leaders().getFirst())), stretch.from(),
						stretch.to()));
			}
			return new Chart.Bar(each.criterion().name(), "now " + each.weight().percent(), parts,
					Chart.percent(each.weight()), each.said());
		}).toList();
		List<Alternative> shown = this.result.sensitivity()
			.weights()
			.stream()
			.flatMap((each) -> each.stretches().stream())
			.map((stretch) -> stretch.leaders().getFirst())
			.toList();
		List<Chart.Key> used = keys.stream().filter((key) -> shown.contains(options.get(keys.indexOf(key)))).toList();
		return new Chart("Which option leads at each weight", weightsFinding(), used, bars);
	}

	private static List<Chart.Key> keys(List<Alternative> options) {
		List<String> marks = Words.marks(options);
		List<Chart.Key> keys = new ArrayList<>();
		for (int a = 0; a < options.size(); a++) {
			keys.add(new Chart.Key(marks.get(a), options.get(a).title(), Chart.series(a)));
		}
		return keys;
	}

	/** Who would lead without each criterion, with which value. */
	public Chart dropped() {
		Performance performance = this.result.valuation().performance();
		List<Alternative> options = performance.alternatives().stream().filter(Alternative::ranked).toList();
		List<Chart.Key> keys = keys(options);
		List<Chart.Key> used = new ArrayList<>();
		List<Chart.Bar> bars = new ArrayList<>();
		for (Sensitivity.Dropped each : this.result.sensitivity().dropped()) {
			Sensitivity.Scenario scenario = each.scenario();
			String label = "Without " + each.criterion().name();
			if (scenario == null) {
				bars.add(new Chart.Bar(label, "no weight left", List.of(), null, null));
				continue;
			}
			Chart.Key key = keys.get(options.indexOf(scenario.leaders().getFirst()));
			if (!used.contains(key)) {
				used.add(key);
			}
			bars.add(new Chart.Bar(label, scenario.most().decimal(),
					List.of(Chart.Part.of(key, Fraction.ZERO, scenario.most().over(HIGHEST_VALUE))), null, null));
		}
		return new Chart("The leading option and its value without each criterion", droppedFinding(), used, bars);
	}

	private String droppedFinding() {
		Sensitivity sensitivity = this.result.sensitivity();
		List<Sensitivity.Dropped> turning = sensitivity.turningDrops();
		if (turning.isEmpty()) {
			return "%s comes first whichever criterion is left out.".formatted(Words.labels(sensitivity.leaders()));
		}
		return "The first place changes without %s."
			.formatted(Words.list(turning.stream().map((each) -> each.criterion().name()).toList()));
	}

	/** How many single scores, moved by one point, change who leads. */
	public Chart scores() {
		Sensitivity.ScoreChanges scores = this.result.sensitivity().scores();
		Chart.Key stays = new Chart.Key("=", "the first place stays", 3);
		Chart.Key turns = new Chart.Key("≠", "the first place changes", 1);
		List<Chart.Bar> bars = new ArrayList<>();
		for (Sensitivity.Tried tried : scores.byOption()) {
			Fraction share = (tried.tried() == 0) ? Fraction.ZERO : Fraction.of(tried.turning(), tried.tried());
			List<Chart.Part> parts = new ArrayList<>();
			if (share.signum() > 0) {
				parts.add(Chart.Part.of(turns, Fraction.ZERO, share));
			}
			if (share.compareTo(Fraction.ONE) < 0) {
				parts.add(Chart.Part.of(stays, share, Fraction.ONE));
			}
			bars.add(
					new Chart.Bar(tried.option().title(), tried.turning() + " of " + tried.tried(), parts, null, null));
		}
		return new Chart("Scores that decide the first place", scores.finding(), List.of(turns, stays), bars);
	}

	private String weightsFinding() {
		Sensitivity sensitivity = this.result.sensitivity();
		String leaders = Words.labels(sensitivity.leaders());
		OneWay most = sensitivity.mostSensitive();
		OneWay.Flip flip = (most != null) ? most.nearest() : null;
		if (most == null || flip == null) {
			return "%s stays first whatever the weight of a single criterion.".formatted(leaders);
		}
		long never = sensitivity.weights().stream().filter((each) -> each.nearest() == null).count();
		String rest = (never == 0) ? "" : " For %d of %s the weight alone changes nothing.".formatted(never,
				Words.count(sensitivity.weights().size(), "criterion", "criteria"));
		if (flip.at().equals(most.weight())) {
			return "%s lead together; any change of a weight that tells them apart decides.%s".formatted(leaders, rest);
		}
		return "The first place depends most on “%s”: %s its weight %s.%s".formatted(most.criterion().name(),
				flip.level() ? "another option draws level with" : Words.labels(flip.leaders()) + " comes first with",
				most.movement(flip), rest);
	}

	/** "1st", "2nd", as many as there are options. */
	public List<String> places() {
		return IntStream.rangeClosed(1, this.result.sensitivity().ranks().rows().size())
			.mapToObj(Words::ordinal)
			.toList();
	}

	/**
	 * How often each option comes where when only the order of the weights is trusted.
	 */
	public Chart ranks() {
		RankAcceptability ranks = this.result.sensitivity().ranks();
		List<Chart.Key> keys = new ArrayList<>();
		for (int rank = 1; rank <= ranks.rows().size(); rank++) {
			keys.add(new Chart.Key(Words.ordinal(rank), Words.ordinal(rank) + " place", Chart.series(rank - 1)));
		}
		List<Chart.Bar> bars = ranks.rows().stream().map((row) -> {
			List<Chart.Part> parts = new ArrayList<>();
			Fraction sum = Fraction.ZERO;
			for (int rank = 1; rank <= keys.size(); rank++) {
				Fraction next = sum.plus(row.share(rank));
				if (row.share(rank).signum() > 0) {
					parts.add(Chart.Part.of(keys.get(rank - 1), sum, next));
				}
				sum = next;
			}
			return new Chart.Bar(row.option().title(), row.share(1).percent() + " 1st", parts, null, null);
		}).toList();
		RankAcceptability.Row most = ranks.mostOftenFirst();
		return new Chart("Places when only the order of the weights is trusted",
				"%s comes first with %s of the %,d weights drawn that keep the order of the criteria."
					.formatted(most.option().label(), most.share(1).percent(), ranks.samples()),
				keys, bars);
	}

}
