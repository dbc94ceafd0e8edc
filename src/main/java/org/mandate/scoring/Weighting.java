package org.mandate.scoring;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Swing weights: the raw ones of 0 to 100, and normalised as parts of their sum (HM
 * Treasury, Green Book, multi-criteria decision analysis).
 *
 * @param criteria those that count
 */
public record Weighting(List<Criterion> criteria) {

	public Weighting {
		criteria = List.copyOf(criteria);
	}

	/** The criteria with the most valued swing first; those not ranked last. */
	public List<Criterion> ranked() {
		return this.criteria.stream()
			.sorted(Comparator.comparing(Criterion::rank, Comparator.nullsLast(Comparator.naturalOrder())))
			.toList();
	}

	/** Whether every swing has a place. */
	public boolean isRanked() {
		return !this.criteria.isEmpty() && this.criteria.stream().allMatch((each) -> each.rank() != null);
	}

	/** Whether every criterion has a weight, and one of them counts. */
	public boolean isWeighed() {
		return !this.criteria.isEmpty() && this.criteria.stream().allMatch((each) -> each.weight() != null)
				&& sum() > 0;
	}

	/** The sum of the raw weights. */
	public int sum() {
		return this.criteria.stream().map(Criterion::weight).filter(Objects::nonNull).mapToInt(Integer::intValue).sum();
	}

	/** The criterion that alone counts, where all others weigh 0; or null. */
	public @Nullable Criterion only() {
		List<Criterion> counting = this.criteria.stream()
			.filter((each) -> each.weight() != null && each.weight() > 0)
			.toList();
		return (isWeighed() && counting.size() == 1 && this.criteria.size() > 1) ? counting.getFirst() : null;
	}

	/** Whether the heaviest that is left no longer has 100. */
	public boolean isTopless() {
		return isWeighed() && this.criteria.stream().noneMatch((each) -> each.weight() != null && each.weight() == 100);
	}

	/** "28.6%", rounded half up; empty before all are weighed. */
	public String percent(Criterion criterion) {
		return (isWeighed() && criterion.weight() != null) ? share(criterion.weight()).toPlainString() + "%" : "";
	}

	/** The sum of the percentages as they are shown. */
	public String shownSum() {
		return this.criteria.stream()
			.map(Criterion::weight)
			.filter(Objects::nonNull)
			.map(this::share)
			.reduce(BigDecimal.ZERO, BigDecimal::add)
			.setScale(1)
			.toPlainString() + "%";
	}

	/** Whether rounding shows: the percentages as shown do not add up to 100.0. */
	public boolean isRounded() {
		return isWeighed() && !shownSum().equals("100.0%");
	}

	private BigDecimal share(int weight) {
		return BigDecimal.valueOf(weight * 100L).divide(BigDecimal.valueOf(sum()), 1, RoundingMode.HALF_UP);
	}

	/** What somebody had before them, to notice what others changed meanwhile. */
	public String seen() {
		return this.criteria.stream()
			.sorted(Comparator.comparing(Criterion::id))
			.map((each) -> each.id().toString().substring(0, 8) + "." + each.version())
			.collect(Collectors.joining("-"));
	}

}
