package org.mandate.scoring;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.forms.Typed;

import org.springframework.validation.Errors;

/**
 * The weights of the swings as typed.
 *
 * @param weights by criterion
 * @param seen what the person had before them
 */
public record ValuesForm(Map<String, String> weights, String seen) {

	public ValuesForm(@Nullable Map<String, String> weights, @Nullable String seen) {
		this.weights = (weights != null) ? new LinkedHashMap<>(weights) : new LinkedHashMap<>();
		this.seen = Typed.text(seen);
	}

	static ValuesForm of(Weighting weighting) {
		Map<String, String> weights = new LinkedHashMap<>();
		List<Criterion> ranked = weighting.ranked();
		ranked.forEach((each) -> weights.put(each.id().toString(),
				(each.weight() != null) ? each.weight().toString() : each.equals(ranked.getFirst()) ? "100" : ""));
		return new ValuesForm(weights, weighting.seen());
	}

	ValuesForm over(Weighting theirs) {
		return new ValuesForm(this.weights, theirs.seen());
	}

	/** What is typed beside a criterion. */
	public String weight(Criterion criterion) {
		return Typed.text(this.weights.get(criterion.id().toString()));
	}

	/** The weights of the criteria in their order; empty after complaining. */
	Optional<Map<UUID, Integer>> read(List<Criterion> ranked, Errors errors) {
		Map<UUID, Integer> read = new LinkedHashMap<>();
		Criterion above = null;
		int least = 100;
		for (Criterion criterion : ranked) {
			String field = "weights[" + criterion.id() + "]";
			String typed = weight(criterion);
			String problem = typed.isEmpty() ? "Enter the weight of " + criterion.name()
					: Texts.wholeProblem("The weight of " + criterion.name(), typed, 0, 100);
			if (problem != null) {
				errors.rejectValue(field, "weight", problem);
				continue;
			}
			int weight = Texts.whole(typed);
			if (above != null && weight > least) {
				errors.rejectValue(field, "order",
						"%s is ranked below %s, so its weight must be %d or less. Or change the order"
							.formatted(criterion.name(), above.name(), least));
			}
			else {
				above = criterion;
				least = weight;
			}
			read.put(criterion.id(), weight);
		}
		if (!errors.hasErrors() && !read.isEmpty()) {
			Criterion first = ranked.getFirst();
			String field = "weights[" + first.id() + "]";
			if (read.values().stream().allMatch((weight) -> weight == 0)) {
				errors.rejectValue(field, "zero",
						"All weights are 0. Give %s, the most valued swing, 100".formatted(first.name()));
			}
			else if (read.getOrDefault(first.id(), 0) != 100) {
				errors.rejectValue(field, "first",
						"%s is the most valued swing, so its weight must be 100".formatted(first.name()));
			}
		}
		return errors.hasErrors() ? Optional.empty() : Optional.of(read);
	}

}
