package org.mandate.scoring;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.forms.Typed;

import org.springframework.validation.Errors;

/**
 * The order of the swings as typed.
 *
 * @param ranks by criterion
 * @param seen what the person had before them
 */
public record OrderForm(Map<String, String> ranks, String seen) {

	public OrderForm(@Nullable Map<String, String> ranks, @Nullable String seen) {
		this.ranks = (ranks != null) ? new LinkedHashMap<>(ranks) : new LinkedHashMap<>();
		this.seen = Typed.text(seen);
	}

	static OrderForm of(Weighting weighting) {
		Map<String, String> ranks = new LinkedHashMap<>();
		weighting.criteria()
			.forEach((each) -> ranks.put(each.id().toString(),
					(each.rank() != null && weighting.isRanked()) ? place(weighting, each) : ""));
		return new OrderForm(ranks, weighting.seen());
	}

	/** Counted anew, for a criterion that was withdrawn leaves a gap. */
	private static String place(Weighting weighting, Criterion criterion) {
		return Integer.toString(weighting.ranked().indexOf(criterion) + 1);
	}

	OrderForm over(Weighting theirs) {
		return new OrderForm(this.ranks, theirs.seen());
	}

	/** What is typed beside a criterion. */
	public String rank(Criterion criterion) {
		return Typed.text(this.ranks.get(criterion.id().toString()));
	}

	/** The ranks; empty after complaining. */
	Optional<Map<UUID, Integer>> read(List<Criterion> criteria, Errors errors) {
		Map<UUID, Integer> read = new LinkedHashMap<>();
		Map<Integer, String> taken = new HashMap<>();
		for (Criterion criterion : criteria) {
			String field = "ranks[" + criterion.id() + "]";
			String typed = rank(criterion);
			String what = "The rank of " + criterion.name();
			String problem = typed.isEmpty() ? "Enter the rank of " + criterion.name()
					: Texts.wholeProblem(what, typed, 1, criteria.size());
			if (problem != null) {
				errors.rejectValue(field, "rank", problem);
				continue;
			}
			int rank = Texts.whole(typed);
			String other = taken.putIfAbsent(rank, criterion.name());
			if (other != null) {
				errors.rejectValue(field, "twice",
						"%s and %s both have rank %d: give each its own".formatted(other, criterion.name(), rank));
			}
			read.put(criterion.id(), rank);
		}
		return errors.hasErrors() ? Optional.empty() : Optional.of(read);
	}

}
