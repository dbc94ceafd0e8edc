package org.mandate.deadlines;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.mandate.appraisals.AsAt;
import org.mandate.appraisals.Milestone;
import org.mandate.forms.London;

/**
 * The plan and the record on one line of time: deadlines, what other sources say, our own
 * steps, what happened and what is planned. Steps without a day are not drawn; the plan
 * names them.
 *
 * @param first the day at the left
 * @param last the day at the right
 * @param entries in time
 * @param now where the moment lies from which it is looked at, in percent; null where it
 * is outside
 * @param finding what a reader should take away
 */
public record Timeline(LocalDate first, LocalDate last, List<Entry> entries, @Nullable BigDecimal now, String finding) {

	private static final int BEFORE = 120;

	private static final int AFTER = 45;

	private static final int MOST = 40;

	/** What is drawn. */
	public enum Sort {

		/** A deadline of the guidance. */
		DEADLINE("Deadline", "M-7-7H7V7H-7z"),

		/** The same as another source has it. */
		RIVAL("Another source's date", "M-7 0L0-7L7 0L0 7z"),

		/** A step of the plan. */
		STEP("Latest day of a step", "M-7-6H7L0 7z"),

		/** Something that happened. */
		HAPPENED("Happened", "M-7 0A7 7 0 1 1 7 0A7 7 0 1 1-7 0z"),

		/** Something that is planned. */
		PLANNED("Planned", "M-7 0A7 7 0 1 1 7 0A7 7 0 1 1-7 0zM-4 0A4 4 0 1 0 4 0A4 4 0 1 0-4 0z");

		private final String label;

		private final String shape;

		Sort(String label, String shape) {
			this.label = label;
			this.shape = shape;
		}

		/** Its outline around the place where it is drawn. */
		public String shape() {
			return this.shape;
		}

		/** In words. */
		public String label() {
			return this.label;
		}

		/** As in the names of classes. */
		public String slug() {
			return name().toLowerCase(java.util.Locale.ROOT);
		}

	}

	/**
	 * One row.
	 *
	 * @param sort what it is
	 * @param what in words
	 * @param when in words
	 * @param on the day
	 * @param x where its day begins, in percent
	 * @param width how far it reaches, in percent; 0 for one day
	 */
	public record Entry(Sort sort, String what, String when, LocalDate on, BigDecimal x, BigDecimal width) {
	}

	/** What is drawn, each sort once. */
	public List<Sort> sorts() {
		return this.entries.stream().map(Entry::sort).distinct().sorted().toList();
	}

	private record Drawn(Sort sort, String what, String when, LocalDate from, LocalDate to) {
	}

	static Timeline of(List<PlanLine> lines, List<Milestone> milestones, LocalDate anchor, AsAt asAt) {
		List<Drawn> drawn = new ArrayList<>();
		for (PlanLine line : lines) {
			Due due = line.due();
			if (due != null && near(due.day(), anchor)) {
				drawn.add(new Drawn(line.citations().isEmpty() ? Sort.STEP : Sort.DEADLINE, line.title(), line.when(),
						due.day(), due.day()));
			}
			for (PlanLine.Rival rival : line.rivals()) {
				LocalDate day = rival.deadline().day();
				if (day != null && near(day, anchor)) {
					drawn.add(new Drawn(Sort.RIVAL, line.title(), rival.deadline().words(), day, day));
				}
			}
		}
		Set<Milestone> told = new LinkedHashSet<>(milestones);
		for (Milestone each : told) {
			if (near(each.from(), anchor) && near(each.to(), anchor)) {
				drawn.add(new Drawn(each.isPast(asAt) ? Sort.HAPPENED : Sort.PLANNED, each.title(), when(each),
						each.from(), each.to()));
			}
		}
		drawn.sort(Comparator.comparing(Drawn::from).thenComparing(Drawn::sort).thenComparing(Drawn::what));
		List<Drawn> kept = (drawn.size() > MOST) ? nearest(drawn, anchor) : drawn;
		return of(kept, anchor, asAt, finding(lines, asAt));
	}

	private static Timeline of(List<Drawn> drawn, LocalDate anchor, AsAt asAt, String finding) {
		LocalDate first = anchor;
		LocalDate last = anchor;
		for (Drawn each : drawn) {
			first = each.from().isBefore(first) ? each.from() : first;
			last = each.to().isAfter(last) ? each.to() : last;
		}
		if (near(asAt.day(), anchor)) {
			first = asAt.day().isBefore(first) ? asAt.day() : first;
			last = asAt.day().isAfter(last) ? asAt.day() : last;
		}
		LocalDate left = first.minusDays(2);
		LocalDate right = last.plusDays(3);
		List<Entry> entries = drawn.stream()
			.map((each) -> new Entry(each.sort(), each.what(), each.when(), each.from(),
					percent(left, right, each.from()),
					each.from().equals(each.to()) ? BigDecimal.ZERO
							: percent(left, right, each.to().plusDays(1)).subtract(percent(left, right, each.from()))))
			.toList();
		boolean shown = !asAt.day().isBefore(left) && !asAt.day().isAfter(right);
		return new Timeline(left, right, entries, shown ? percent(left, right, asAt.day()) : null, finding);
	}

	private static List<Drawn> nearest(List<Drawn> drawn, LocalDate anchor) {
		List<Drawn> some = drawn.stream()
			.sorted(Comparator.comparing(Drawn::sort)
				.thenComparing((each) -> Math.abs(ChronoUnit.DAYS.between(each.from(), anchor))))
			.limit(MOST)
			.toList();
		return drawn.stream().filter(some::contains).toList();
	}

	private static String finding(List<PlanLine> lines, AsAt asAt) {
		long late = lines.stream()
			.filter((line) -> line.timing().state() == Timing.State.LATE_NOW
					|| line.timing().state() == Timing.State.DONE_LATE)
			.count();
		long will = lines.stream().filter((line) -> line.timing().state() == Timing.State.WILL_BE_LATE).count();
		String seen = "Seen from " + London.date(asAt.day()) + ": ";
		if (late == 0 && will == 0) {
			return seen + "nothing is late.";
		}
		return seen + late + " late, " + will + " will be late.";
	}

	private static boolean near(LocalDate day, LocalDate anchor) {
		return !day.isBefore(anchor.minusDays(BEFORE)) && !day.isAfter(anchor.plusDays(AFTER));
	}

	static String when(Milestone each) {
		if (each.at() != null) {
			return London.instant(each.at());
		}
		return each.isExact() ? London.date(each.from()) : London.date(each.from()) + " to " + London.date(each.to());
	}

	private static BigDecimal percent(LocalDate left, LocalDate right, LocalDate day) {
		return BigDecimal.valueOf(ChronoUnit.DAYS.between(left, day) * 100)
			.divide(BigDecimal.valueOf(ChronoUnit.DAYS.between(left, right)), 2, RoundingMode.HALF_UP);
	}

}
