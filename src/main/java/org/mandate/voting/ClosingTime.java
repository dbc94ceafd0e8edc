package org.mandate.voting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.mandate.forms.ClockChange;
import org.mandate.forms.London;
import org.mandate.forms.TimeOfDay;

/**
 * The instant at which a ballot closes. What comes before it is in time; the instant
 * itself and all after it is too late. It is typed and shown in the time of London.
 *
 * @param at the instant
 */
public record ClosingTime(Instant at) {

	private static final int LONGEST_REASON = 1000;

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

	private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.UK);

	/**
	 * The closing time at a time of a day in London.
	 * @throws NoSuchTime if the clocks skip it, or show it twice
	 */
	static ClosingTime of(LocalDate day, TimeOfDay time) {
		LocalDateTime there = time.on(day);
		ClockChange.at(there).ifPresent((change) -> {
			throw new NoSuchTime(change.message());
		});
		return new ClosingTime(there.atZone(London.ZONE).toInstant());
	}

	/** In words: "5pm on Friday 30 January 2015". */
	public String words() {
		return words(WEEKDAY);
	}

	/** In words without the day of the week: "5pm on 30 January 2015". */
	public String shortWords() {
		return words(DAY);
	}

	/** Closing itself, which nobody does. */
	Act act() {
		return new Act(this.at, "its closing time");
	}

	/** Why a ballot closed without some of its units; null if without none. */
	static @Nullable String reason(List<String> outstanding, String units) {
		if (outstanding.isEmpty()) {
			return null;
		}
		String reason = "Nothing was returned from " + Paragraph.and(outstanding);
		return (reason.length() <= LONGEST_REASON) ? reason
				: "Nothing was returned from %d %s".formatted(outstanding.size(), units);
	}

	/**
	 * Refuse to open what would be closed at once.
	 * @param closesAt null for never
	 * @throws BallotNotOpenable if that has passed
	 */
	static void requireToCome(@Nullable Instant closesAt, Instant now) {
		if (closesAt != null && !now.isBefore(closesAt)) {
			throw new BallotNotOpenable("The closing time, %s, has passed: change or remove it first"
				.formatted(new ClosingTime(closesAt).words()));
		}
	}

	/**
	 * Refuse a time that is not after another.
	 * @throws ClosingNotPossible if it is not
	 */
	void requireAfter(Instant instant) {
		if (!this.at.isAfter(instant)) {
			throw new ClosingNotPossible("The closing time, %s, has passed".formatted(words()));
		}
	}

	/** From one closing time to another, for the trail; null for none. */
	static Map<String, Object> change(@Nullable ClosingTime before, @Nullable ClosingTime after) {
		return Map.of("before", Map.of("closing time", (before != null) ? before.words() : "none"), "after",
				Map.of("closing time", (after != null) ? after.words() : "none"));
	}

	/** The day and the time on a wall in London. */
	LocalDateTime there() {
		return this.at.atZone(London.ZONE).toLocalDateTime();
	}

	/** The time alone: "5pm". */
	String time() {
		return London.time(there().toLocalTime());
	}

	private String words(DateTimeFormatter format) {
		ZonedDateTime there = this.at.atZone(London.ZONE);
		if (there.toLocalTime().equals(LocalTime.MIDNIGHT)) {
			return "midnight at the end of " + format.format(there.minusDays(1));
		}
		return London.time(there.toLocalTime()) + " on " + format.format(there);
	}

	/** A time that London's clocks do not show, or show twice. */
	static class NoSuchTime extends RuntimeException {

		NoSuchTime(String message) {
			super(message);
		}

		/** What is wrong and what to do. */
		String message() {
			return Objects.requireNonNull(getMessage());
		}

	}

}
