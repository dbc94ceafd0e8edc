package org.mandate.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.mandate.forms.Typed;
import org.mandate.scoring.Performance;
import org.mandate.scoring.Performance.Alternative;
import org.mandate.scoring.Performance.Weighed;

import org.springframework.validation.Errors;

/**
 * Weights and scores to be tried, as typed. They are known by their place, from 1, which
 * keeps the address short; whether the places mean the same as when the address was made
 * is told by {@code of}.
 *
 * @param of the criteria and options that are meant
 * @param w raw weights by the criterion's place
 * @param s scores by the option's and the criterion's place: "2-1"
 */
public record WhatIfForm(String of, Map<String, String> w, Map<String, String> s) {

	private static final int MOST_WEIGHT = 100;

	private static final int MOST_SCORE = 10;

	public WhatIfForm(@Nullable String of, @Nullable Map<String, String> w, @Nullable Map<String, String> s) {
		this.of = Typed.text(of);
		this.w = (w != null) ? new LinkedHashMap<>(w) : new LinkedHashMap<>();
		this.s = (s != null) ? new LinkedHashMap<>(s) : new LinkedHashMap<>();
	}

	/** What the address says: "w1" for a weight, "s2-1" for a score. */
	static WhatIfForm typed(Map<String, String> parameters) {
		Map<String, String> w = new LinkedHashMap<>();
		Map<String, String> s = new LinkedHashMap<>();
		parameters.forEach((name, value) -> {
			if (name.matches("w[0-9]{1,4}")) {
				w.put(name.substring(1), value);
			}
			else if (name.matches("s[0-9]{1,4}-[0-9]{1,4}")) {
				s.put(name.substring(1), value);
			}
		});
		return new WhatIfForm(parameters.get("of"), w, s);
	}

	/** The agreed weights and scores. */
	static WhatIfForm of(Performance performance) {
		Map<String, String> w = new LinkedHashMap<>();
		Map<String, String> s = new LinkedHashMap<>();
		for (int k = 1; k <= performance.criteria().size(); k++) {
			w.put(Integer.toString(k), Integer.toString(performance.criteria().get(k - 1).rawWeight()));
			for (int a = 1; a <= performance.alternatives().size(); a++) {
				s.put(a + "-" + k, Integer.toString(performance.alternatives().get(a - 1).scores().get(k - 1)));
			}
		}
		return new WhatIfForm(mark(performance), w, s);
	}

	/** The weight at a place, from 1, as typed. */
	public String weight(int criterion) {
		return Typed.text(this.w.get(Integer.toString(criterion)));
	}

	/** The score at two places, from 1, as typed. */
	public String score(int option, int criterion) {
		return Typed.text(this.s.get(option + "-" + criterion));
	}

	/** Whether nothing was typed. */
	boolean isBlank() {
		return this.w.isEmpty() && this.s.isEmpty();
	}

	/** Whether the places mean what they meant when the address was made. */
	boolean isFor(Performance performance) {
		return this.of.equals(mark(performance));
	}

	private static String mark(Performance performance) {
		List<String> keys = new ArrayList<>(performance.criteria().stream().map(Weighed::key).toList());
		keys.addAll(performance.alternatives().stream().map(Alternative::key).toList());
		return Integer.toHexString(keys.hashCode());
	}

	/** The same with what is agreed for whatever was not typed. */
	WhatIfForm completed(Performance performance) {
		WhatIfForm whole = of(performance);
		whole.w.replaceAll((place, agreed) -> Typed.text(this.w.getOrDefault(place, agreed)));
		whole.s.replaceAll((place, agreed) -> Typed.text(this.s.getOrDefault(place, agreed)));
		return whole;
	}

	/**
	 * The matrix with what was typed; null with a message beside each field that does not
	 * do.
	 */
	@Nullable Performance performance(Performance agreed, Errors errors) {
		List<Weighed> criteria = new ArrayList<>();
		for (int k = 1; k <= agreed.criteria().size(); k++) {
			Weighed criterion = agreed.criteria().get(k - 1);
			int weight = whole(this.w.get(Integer.toString(k)), MOST_WEIGHT);
			if (weight < 0) {
				errors.rejectValue("w[" + k + "]", "weight", "The weight of %s must be a whole number from 0 to %d"
					.formatted(criterion.name(), MOST_WEIGHT));
			}
			criteria.add(new Weighed(criterion.key(), criterion.name(), weight));
		}
		if (criteria.stream().allMatch((criterion) -> criterion.rawWeight() == 0)) {
			errors.rejectValue("w[1]", "weights", "At least one weight must be above 0");
		}
		List<Alternative> options = new ArrayList<>();
		for (int a = 1; a <= agreed.alternatives().size(); a++) {
			Alternative option = agreed.alternatives().get(a - 1);
			List<Integer> scores = new ArrayList<>();
			for (int k = 1; k <= agreed.criteria().size(); k++) {
				String place = a + "-" + k;
				int score = whole(this.s.get(place), MOST_SCORE);
				if (score < 0) {
					errors.rejectValue("s[" + place + "]", "score",
							"The score of %s on %s must be a whole number from 0 to %d".formatted(option.label(),
									agreed.criteria().get(k - 1).name(), MOST_SCORE));
				}
				scores.add(score);
			}
			options.add(new Alternative(option.key(), option.label(), option.name(), option.ranked(), scores,
					option.annualCost()));
		}
		return errors.hasErrors() ? null : new Performance(criteria, options);
	}

	/** The number, or -1 for what is none from 0 to the most. */
	private static int whole(@Nullable String typed, int most) {
		String text = Typed.text(typed);
		int number = text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : -1;
		return (number <= most) ? number : -1;
	}

}
