package org.mandate.submissions;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.mandate.forms.London;
import org.mandate.guidance.Deadline;

/**
 * An instant against the deadline of a model, to the second. The deadline's own instant
 * is too late: it is the moment from which the deadline counts as missed, as everywhere
 * in the plan. Other sources' dates for the same deadline are compared as well, and
 * decide nothing.
 *
 * @param deadline the deadline; null where the guidance states none
 * @param at the instant
 */
public record Timeliness(@Nullable Deadline deadline, Instant at) {

	/** The instant from which it is too late; null where the guidance states none. */
	public @Nullable Instant due() {
		return (this.deadline != null) ? this.deadline.due() : null;
	}

	/** Whether it is too late. */
	public boolean isLate() {
		Instant due = due();
		return due != null && !this.at.isBefore(due);
	}

	/** In a sentence: "In time by 1 second: due by 12 noon on 9 January 2015." */
	public String words() {
		Instant due = due();
		if (this.deadline == null || due == null) {
			return "The guidance states no date by which it has to be submitted.";
		}
		String by = "due by " + this.deadline.words();
		if (this.at.equals(due)) {
			return "Late: it came at the deadline itself, " + by + ".";
		}
		return (isLate() ? "Late by " : "In time by ") + span(due, this.at) + ": " + by + ".";
	}

	/** What the other sources' dates make of it, a sentence each. */
	public List<String> rivals() {
		List<String> words = new ArrayList<>();
		if (this.deadline != null) {
			for (Deadline rival : this.deadline.rivals()) {
				Instant due = rival.due();
				if (due != null) {
					words.add("%s states %s: %s by that date.".formatted(
							rival.citations().getFirst().document().shortTitle(), rival.words(),
							this.at.isBefore(due) ? "in time" : "late"));
				}
			}
		}
		return words;
	}

	/** An instant to the second, in London: "12 noon on 9 January 2015". */
	static String instant(Instant at) {
		ZonedDateTime there = at.atZone(London.ZONE);
		if (there.getSecond() == 0) {
			return London.instant(at);
		}
		return "%02d:%02d:%02d on %s".formatted(there.getHour(), there.getMinute(), there.getSecond(), London.date(at));
	}

	private static String span(Instant one, Instant other) {
		Duration span = Duration.between(one, other).abs();
		if (span.compareTo(Duration.ofSeconds(1)) < 0) {
			return "less than a second";
		}
		List<String> parts = new ArrayList<>();
		part(parts, span.toDays(), "day");
		part(parts, span.toHoursPart(), "hour");
		part(parts, span.toMinutesPart(), "minute");
		part(parts, span.toSecondsPart(), "second");
		return String.join(" ", parts);
	}

	private static void part(List<String> parts, long number, String unit) {
		if (number > 0) {
			parts.add(number + " " + unit + ((number == 1) ? "" : "s"));
		}
	}

}
