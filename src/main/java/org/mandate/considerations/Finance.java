package org.mandate.considerations;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.mandate.forms.Pounds;

/**
 * The primary care money. What is left to spend is the allocation less the business
 * rules, for an allocation is not an expenditure budget (NHS England's slides, finance
 * plenary, "The Issues"). A figure that is not known is never taken as 0.
 *
 * @param groups one for each category, in their order
 * @param withdrawn lines that were withdrawn
 */
public record Finance(List<Group> groups, List<Line> withdrawn) {

	public Finance {
		groups = List.copyOf(groups);
		withdrawn = List.copyOf(withdrawn);
	}

	/** What a line is. */
	public enum Category {

		/** What is given. */
		ALLOCATION("Allocation", "the allocation"),

		/** A business rule: to be left over at the end of the year. */
		SURPLUS("Surplus", "the surplus"),

		/** A business rule: kept for the unforeseen. */
		CONTINGENCY("Contingency", "the contingency"),

		/** A business rule: not to be committed for good. */
		HEADROOM("Headroom", "the headroom"),

		/** What is spent. */
		EXPENDITURE("Expenditure", "the expenditure"),

		/** What is known to come on top. */
		PRESSURE("Known pressures", "the known pressures");

		private final String label;

		private final String words;

		Category(String label, String words) {
			this.label = label;
			this.words = words;
		}

		/** As shown. */
		public String label() {
			return this.label;
		}

		/** Within a sentence: "the allocation". */
		public String words() {
			return this.words;
		}

		/** Whether it is one of the business rules. */
		public boolean isRule() {
			return this == SURPLUS || this == CONTINGENCY || this == HEADROOM;
		}

	}

	/**
	 * A line.
	 *
	 * @param id identity
	 * @param category what it is
	 * @param statedTotal whether it is the total that a source states for its category
	 * @param label what it is for
	 * @param amount pounds, exact; null when not known
	 * @param approximate whether the source says about so much
	 * @param note what else is to be said; always there without an amount
	 * @param source where it is from
	 * @param withdrawn why it was withdrawn; null while it stands
	 * @param saved by whom and when
	 */
	public record Line(UUID id, Category category, boolean statedTotal, String label, @Nullable BigDecimal amount,
			boolean approximate, @Nullable String note, String source, @Nullable String withdrawn, Saved saved) {

		/** "£64,000,000", "about £64 million", "not known". */
		public String words() {
			if (this.amount == null) {
				return "not known";
			}
			return this.approximate ? Amounts.about(this.amount) : Pounds.words(this.amount);
		}

	}

	/**
	 * An amount made of others.
	 *
	 * @param amount of what is known
	 * @param approximate whether a part of it is
	 * @param unrecorded what has no line yet: "the allocation"
	 * @param open what else has to be known first, in words
	 */
	public record Figure(BigDecimal amount, boolean approximate, List<String> unrecorded, List<String> open) {

		static final Figure NOTHING = new Figure(BigDecimal.ZERO, false, List.of(), List.of());

		public Figure {
			unrecorded = List.copyOf(unrecorded);
			open = List.copyOf(open);
		}

		static Figure of(BigDecimal amount, boolean approximate) {
			return new Figure(amount, approximate, List.of(), List.of());
		}

		static Figure waitingFor(String what) {
			return new Figure(BigDecimal.ZERO, false, List.of(), List.of(what));
		}

		/** Whether it can be known. */
		public boolean isKnown() {
			return this.unrecorded.isEmpty() && this.open.isEmpty();
		}

		/** "about £64 million", or "not known". */
		public String words() {
			if (!isKnown()) {
				return "not known";
			}
			return this.approximate ? Amounts.about(this.amount) : Pounds.words(this.amount);
		}

		/** As {@link #words()}, where a sentence or a cell begins. */
		public String capital() {
			return Words.sentence(words());
		}

		/** "Cannot be known until the allocation is recorded." Empty when it is known. */
		public String effect() {
			return isKnown() ? "" : "Cannot be known until " + missing() + ".";
		}

		String missing() {
			List<String> parts = new ArrayList<>();
			if (!this.unrecorded.isEmpty()) {
				boolean one = this.unrecorded.size() == 1 && !this.unrecorded.getFirst().endsWith("s");
				parts.add(Words.list(this.unrecorded) + (one ? " is" : " are") + " recorded");
			}
			parts.addAll(this.open);
			return String.join(", and ", parts);
		}

		Figure plus(Figure other) {
			return with(other, this.amount.add(other.amount));
		}

		Figure minus(Figure other) {
			return with(other, this.amount.subtract(other.amount));
		}

		private Figure with(Figure other, BigDecimal result) {
			return new Figure(result, this.approximate || other.approximate,
					Stream.concat(this.unrecorded.stream(), other.unrecorded.stream()).toList(),
					Stream.concat(this.open.stream(), other.open.stream()).toList());
		}

	}

	/**
	 * The lines of a category.
	 *
	 * @param category which
	 * @param lines in order, without stated totals
	 * @param totals what sources state as their total
	 */
	public record Group(Category category, List<Line> lines, List<Line> totals) {

		public Group {
			lines = List.copyOf(lines);
			totals = List.copyOf(totals);
		}

		static Group of(Category category, List<Line> all) {
			List<Line> standing = all.stream()
				.filter((line) -> line.category() == category && line.withdrawn() == null)
				.toList();
			return new Group(category, standing.stream().filter((line) -> !line.statedTotal()).toList(),
					standing.stream().filter(Line::statedTotal).toList());
		}

		/** Whether nothing is recorded. */
		public boolean isEmpty() {
			return this.lines.isEmpty() && this.totals.isEmpty();
		}

		/** The sum of the lines, without stated totals. */
		public Figure sum() {
			Figure sum = Figure.NOTHING;
			for (Line line : this.lines) {
				sum = sum.plus(figure(line));
			}
			return sum;
		}

		/**
		 * What the category comes to: the sum of its lines; where there are none, or not
		 * all are known, the total that the sources agree on.
		 */
		public Figure figure() {
			if (!this.lines.isEmpty() && sum().isKnown()) {
				return sum();
			}
			List<Line> known = this.totals.stream().filter((line) -> line.amount() != null).toList();
			boolean agreed = known.stream().map(Line::amount).map(String::valueOf).distinct().count() == 1;
			if (agreed) {
				Line total = known.stream().filter((line) -> !line.approximate()).findFirst().orElse(known.getFirst());
				return figure(total);
			}
			if (!known.isEmpty()) {
				return Figure.waitingFor("the sources agree on the total of " + this.category.words());
			}
			if (!this.lines.isEmpty()) {
				return sum();
			}
			return this.totals.isEmpty() ? new Figure(BigDecimal.ZERO, false, List.of(this.category.words()), List.of())
					: figure(this.totals.getFirst());
		}

		/** Whether the figure is a total as stated, not a sum. */
		public boolean isAsStated() {
			return !this.totals.isEmpty() && (this.lines.isEmpty() || !sum().isKnown()) && figure().isKnown();
		}

		/** How each stated total compares with the sum of the lines. */
		public List<String> checks() {
			return this.totals.stream().filter((total) -> total.amount() != null).map(this::check).toList();
		}

		private String check(Line total) {
			BigDecimal stated = total.amount();
			String says = "The source states " + total.words();
			if (this.lines.isEmpty() || stated == null) {
				return says + "; no lines are recorded to add up.";
			}
			Figure sum = sum();
			if (!sum.isKnown()) {
				return says + "; that cannot be checked until " + sum.missing() + ".";
			}
			int compared = sum.amount().compareTo(stated);
			if (compared == 0) {
				return says + ", and the lines add up to it.";
			}
			boolean about = sum.approximate() || total.approximate();
			BigDecimal apart = sum.amount().subtract(stated).abs();
			return says + "; the lines add up to " + sum.words() + ". The sum differs by "
					+ (about ? Amounts.about(apart) : Pounds.words(apart)) + ((compared > 0) ? " (more)." : " (less).");
		}

		private static Figure figure(Line line) {
			BigDecimal amount = line.amount();
			return (amount != null) ? Figure.of(amount, line.approximate())
					: Figure.waitingFor("“" + line.label() + "” (" + line.category().words() + ") is known");
		}

	}

	static Finance of(List<Line> lines) {
		return new Finance(Arrays.stream(Category.values()).map((category) -> Group.of(category, lines)).toList(),
				lines.stream().filter((line) -> line.withdrawn() != null).toList());
	}

	/** The lines of a category. */
	public Group group(Category category) {
		return this.groups.get(category.ordinal());
	}

	/** Surplus, contingency and headroom together. */
	public Figure rules() {
		return figure(Category.SURPLUS).plus(figure(Category.CONTINGENCY)).plus(figure(Category.HEADROOM));
	}

	/** What may be spent: the allocation less the business rules. */
	public Figure available() {
		return figure(Category.ALLOCATION).minus(rules());
	}

	/** What remains after expenditure and known pressures; below 0 it is not enough. */
	public Figure balance() {
		return available().minus(figure(Category.EXPENDITURE)).minus(figure(Category.PRESSURE));
	}

	/** Whether nothing is recorded. */
	public boolean isEmpty() {
		return this.groups.stream().allMatch(Group::isEmpty);
	}

	/** What the figures say, in a sentence. */
	public String finding() {
		Figure balance = balance();
		if (!balance.isKnown()) {
			return "Whether the money is enough cannot be known yet.";
		}
		if (balance.amount().signum() == 0) {
			return "Spending and pressures take up all that may be spent.";
		}
		Figure size = Figure.of(balance.amount().abs(), balance.approximate());
		return (balance.amount().signum() < 0)
				? "Not enough: spending and pressures exceed what may be spent by " + size.words() + "."
				: "Enough: " + size.words() + " remains after spending and pressures.";
	}

	private Figure figure(Category category) {
		return group(category).figure();
	}

}
