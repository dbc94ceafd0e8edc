package org.mandate.risks;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import org.mandate.options.Option;

/**
 * The risks of an appraisal by option.
 *
 * @param options every option in order, with its risks in the order of their numbers,
 * those that were withdrawn among them
 * @param bands how scores are banded
 * @param bandsVersion counts what was saved of the bands from 0; -1 for nothing
 */
public record RiskRegister(List<OfOption> options, Bands bands, int bandsVersion) {

	public RiskRegister {
		options = List.copyOf(options);
	}

	/**
	 * The risks of one option.
	 *
	 * @param option the option
	 * @param all its risks, those that were withdrawn among them
	 */
	public record OfOption(Option option, List<Risk> all) {

		public OfOption {
			all = List.copyOf(all);
		}

		/** Those that were not withdrawn. */
		public List<Risk> standing() {
			return this.all.stream().filter(Risk::stands).toList();
		}

		/** How many that stand are not rated yet: they are in no band. */
		public long notRated() {
			return standing().stream().filter((risk) -> risk.inherent() == null).count();
		}

		/** Whether the option was given up: its risks are kept, and shown apart. */
		public boolean isWithdrawn() {
			return this.option.standing() == Option.Standing.WITHDRAWN;
		}

		/** The highest score that is known; null where none is. */
		public @Nullable Integer highest() {
			return standing().stream()
				.flatMap((risk) -> Optional.ofNullable(risk.inherent()).stream())
				.map(Rating::score)
				.max(Integer::compare)
				.orElse(null);
		}

	}

	/**
	 * What is being appraised: options on the shortlist, and excluded ones that have
	 * risks.
	 */
	public List<OfOption> appraised() {
		return which((each) -> each.option().isShortlisted() || (!each.isWithdrawn() && !each.standing().isEmpty()));
	}

	/** Options that were withdrawn and have risks. */
	public List<OfOption> ofWithdrawnOptions() {
		return which((each) -> each.isWithdrawn() && !each.standing().isEmpty());
	}

	/** Risks that were withdrawn, in the order of their numbers. */
	public List<Risk> withdrawn() {
		return this.options.stream()
			.flatMap((each) -> each.all().stream())
			.filter((risk) -> !risk.stands())
			.sorted(Comparator.comparingInt(Risk::number))
			.toList();
	}

	/** Whether nothing was ever recorded. */
	public boolean isEmpty() {
		return this.options.stream().allMatch((each) -> each.all().isEmpty());
	}

	/** How many risks stand. */
	public long standing() {
		return this.options.stream().mapToLong((each) -> each.standing().size()).sum();
	}

	/** The option of a risk, as shown. */
	public Option optionOf(Risk risk) {
		return this.options.stream()
			.map(OfOption::option)
			.filter((option) -> option.key().equals(risk.option()))
			.findFirst()
			.orElseThrow();
	}

	private List<OfOption> which(Predicate<OfOption> wanted) {
		return this.options.stream().filter(wanted).toList();
	}

}
