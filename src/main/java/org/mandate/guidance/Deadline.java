package org.mandate.guidance;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Something that guidance dates. Exactly one of the three ways to say when is given.
 *
 * @param key stable key within the edition
 * @param category what is due
 * @param title what is due, in words
 * @param models keys of the models it holds for; empty for all
 * @param at to the minute, with its zone
 * @param on a day
 * @param text no nearer than the source, such as {@code mid January 2015}, or that there
 * is no deadline
 * @param citations its sources
 * @param rivals the same deadline as other sources state it; rivals have none themselves
 */
public record Deadline(String key, Category category, String title, List<String> models, @Nullable ZonedDateTime at,
		@Nullable LocalDate on, @Nullable String text, List<Citation> citations,
		List<Deadline> rivals) implements Edition.ForModels {

	/** The zone of all deadlines of the NHS in England. */
	public static final ZoneId LONDON = ZoneId.of("Europe/London");

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

	/** What a deadline is for. */
	public enum Category {

		/** The CCG's proposal or application. */
		SUBMISSION,

		/** A request to amend the constitution. */
		CONSTITUTION,

		/** A panel that looks at proposals. */
		MODERATION,

		/** The decision on proposals. */
		SIGN_OFF,

		/** The start of the arrangement. */
		GO_LIVE,

		/** When a later proposal can be made. */
		NEXT_OPPORTUNITY,

		/** An announcement about money. */
		FINANCE,

		/** Further guidance. */
		GUIDANCE,

		/** A plan that is owed. */
		PLAN

	}

	public Deadline {
		models = List.copyOf(models);
		citations = List.copyOf(citations);
		rivals = List.copyOf(rivals);
	}

	/**
	 * The last day on which it can be met, in London; null when the source is imprecise.
	 */
	public @Nullable LocalDate day() {
		return (this.at != null) ? this.at.withZoneSameInstant(LONDON).toLocalDate() : this.on;
	}

	/**
	 * The instant from which it is too late: the stated minute, or the end of the stated
	 * day in London; null when the source is imprecise.
	 */
	public @Nullable Instant due() {
		if (this.at != null) {
			return this.at.toInstant();
		}
		return (this.on != null) ? this.on.plusDays(1).atStartOfDay(LONDON).toInstant() : null;
	}

	/**
	 * When it is due, in words: {@code 12 noon on 9 January 2015},
	 * {@code 6 January 2015}, {@code Mid January 2015}.
	 */
	public String words() {
		if (this.at != null) {
			ZonedDateTime local = this.at.withZoneSameInstant(LONDON);
			return time(local) + " on " + words(local.toLocalDate());
		}
		if (this.on != null) {
			return words(this.on);
		}
		return (this.text != null) ? this.text : "";
	}

	static String words(LocalDate day) {
		return DAY.format(day);
	}

	private static String time(ZonedDateTime local) {
		int hour = local.getHour();
		int minute = local.getMinute();
		if (minute == 0 && hour % 12 == 0) {
			return (hour == 0) ? "12 midnight" : "12 noon";
		}
		String minutes = (minute == 0) ? "" : ":%02d".formatted(minute);
		return ((hour + 11) % 12 + 1) + minutes + ((hour < 12) ? "am" : "pm");
	}

}
