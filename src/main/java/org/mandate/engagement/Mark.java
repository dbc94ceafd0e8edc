package org.mandate.engagement;

import java.time.Instant;
import java.time.LocalDate;

import org.mandate.appraisals.Milestone;
import org.mandate.forms.London;

/**
 * A moment against which engagement is held: that the preferred option was put forward,
 * the governing body's decision, the submission, its deadline.
 *
 * @param kind what it is
 * @param title what it is, in words
 * @param words when it is
 * @param earliest the first instant at which it may be
 * @param latest the first instant that is certainly after it; the same where the minute
 * is known
 * @param done whether it had happened; a deadline or a meeting may be still to come
 */
public record Mark(Kind kind, String title, String words, Instant earliest, Instant latest, boolean done) {

	/** What a moment is. */
	public enum Kind {

		/** The preferred option was put to members or to the governing body. */
		PUT_FORWARD,

		/** The governing body decides. */
		DECISION,

		/** The proposal went to NHS England. */
		SUBMISSION,

		/** Until when the proposal had to be there. */
		DEADLINE

	}

	/** On a day. */
	static Mark on(Kind kind, String title, LocalDate day, boolean done) {
		return new Mark(kind, title, London.date(day), When.start(day), When.start(day.plusDays(1)), done);
	}

	/** At an instant. */
	static Mark at(Kind kind, String title, Instant at, String words, boolean done) {
		return new Mark(kind, title, words, at, at, done);
	}

	/** When a milestone was. */
	static Mark of(Kind kind, String title, Milestone milestone) {
		Instant at = milestone.at();
		if (at != null) {
			return at(kind, title, at, London.instant(at), true);
		}
		if (milestone.isExact()) {
			return on(kind, title, milestone.from(), true);
		}
		return new Mark(kind, title, When.between(milestone.from(), milestone.to(), null).words(),
				When.start(milestone.from()), When.start(milestone.to().plusDays(1)), true);
	}

	/** Whether it is a day, the minute not known. */
	boolean isDay() {
		return When.start(this.earliest.atZone(London.ZONE).toLocalDate()).equals(this.earliest)
				&& When.start(this.earliest.atZone(London.ZONE).toLocalDate().plusDays(1)).equals(this.latest);
	}

}
