package org.mandate.engagement;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.mandate.forms.London;

/**
 * When something was, no nearer than is known. Days are those of London.
 *
 * @param kind how near it is known
 * @param from the first day; null where none is stated
 * @param to the last day, the same where the day is known; null where none is stated
 * @param said how the source has it, 1 to 200 characters; may be null where there are
 * days
 */
public record When(Kind kind, @Nullable LocalDate from, @Nullable LocalDate to, @Nullable String said) {

	private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.UK);

	/** How near something is known. */
	public enum Kind {

		/** The day is known. */
		DAY("On one day", "Enter the day as the first day"),

		/** It was on a day, or some days, between two. */
		SOME_TIME("On a day that is not known, between two days",
				"For “January 2015” enter 1 January 2015 and 31 January 2015"),

		/** It lasted from one day to another. */
		PERIOD("All the time from one day to another", "Such as a survey that was open for three weeks"),

		/** Nobody says. */
		NOT_STATED("No day is known", "Leave the days empty, and enter what is said of the time");

		private final String label;

		private final String hint;

		Kind(String label, String hint) {
			this.label = label;
			this.hint = hint;
		}

		/** As shown. */
		public String label() {
			return this.label;
		}

		/** What to enter then. */
		public String hint() {
			return this.hint;
		}

	}

	public When {
		boolean fits = switch (kind) {
			case NOT_STATED -> from == null && to == null && said != null;
			case DAY -> from != null && from.equals(to);
			case SOME_TIME, PERIOD -> from != null && to != null && to.isAfter(from);
		};
		if (!fits) {
			throw new IllegalArgumentException("The days do not fit " + kind);
		}
	}

	/** On a day. */
	public static When on(LocalDate day) {
		return new When(Kind.DAY, day, day, null);
	}

	/** Some time in a month. */
	public static When in(YearMonth month) {
		return new When(Kind.SOME_TIME, month.atDay(1), month.atEndOfMonth(), null);
	}

	/** Some time between two days, as the source has it. */
	public static When between(LocalDate from, LocalDate to, @Nullable String said) {
		return new When(Kind.SOME_TIME, from, to, said);
	}

	/** From one day to another. */
	public static When throughout(LocalDate from, LocalDate to) {
		return new When(Kind.PERIOD, from, to, null);
	}

	/** Nobody says when. */
	public static When notStated(String said) {
		return new When(Kind.NOT_STATED, null, null, said);
	}

	/** In words: "29 January 2015", "January 2015", or as the source has it. */
	public String words() {
		if (this.said != null) {
			return this.said;
		}
		if (this.from == null || this.to == null) {
			return "No date is recorded";
		}
		return switch (this.kind) {
			case DAY -> London.date(this.from);
			case PERIOD -> London.date(this.from) + " to " + London.date(this.to);
			default -> isMonth(this.from, this.to) ? MONTH.format(this.from)
					: "between %s and %s".formatted(London.date(this.from), London.date(this.to));
		};
	}

	private static boolean isMonth(LocalDate from, LocalDate to) {
		YearMonth month = YearMonth.from(from);
		return from.equals(month.atDay(1)) && to.equals(month.atEndOfMonth());
	}

	/** The first instant at which it may have been; null where no day is stated. */
	@Nullable Instant earliest() {
		return (this.from != null) ? start(this.from) : null;
	}

	/**
	 * The first instant at which it was certainly over; null where no day is stated.
	 */
	@Nullable Instant over() {
		return (this.to != null) ? start(this.to.plusDays(1)) : null;
	}

	static Instant start(LocalDate day) {
		return day.atStartOfDay(London.ZONE).toInstant();
	}

	/** How it lies against a moment. */
	public Position against(Mark mark) {
		Instant over = over();
		if (this.from == null || this.to == null || over == null) {
			return Position.UNKNOWN;
		}
		if (!over.isAfter(mark.earliest())) {
			return Position.BEFORE;
		}
		if (!start(this.from).isBefore(mark.latest())) {
			return Position.AFTER;
		}
		if (this.kind == Kind.DAY && mark.isDay()) {
			return Position.SAME_DAY;
		}
		boolean begunBefore = !start(this.from.plusDays(1)).isAfter(mark.earliest());
		boolean endedAfter = !start(this.to).isBefore(mark.latest());
		return (this.kind == Kind.PERIOD && begunBefore && endedAfter) ? Position.PARTLY : Position.UNKNOWN;
	}

	/** Why its position cannot be told. */
	String whyUnknown() {
		return switch (this.kind) {
			case NOT_STATED -> "no date is recorded";
			case DAY -> "only the day, %s, is recorded".formatted(words());
			default -> "only “%s” is recorded".formatted(words());
		};
	}

}
