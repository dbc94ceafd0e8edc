package org.mandate.appraisals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;

import org.jspecify.annotations.Nullable;
import org.mandate.guidance.Deadline;

/**
 * Something that happened, or is to happen, on an appraisal's way from the first talk to
 * the arrangement under review. All modules tell theirs ({@link MilestoneSource}); the
 * plan, the mandate tests and the replay of a past case read them and nothing else, so
 * that they cannot disagree about when something was.
 *
 * @param kind what it is
 * @param about what more exactly, as the kind says; null where it says nothing
 * @param from the first day on which it may have been
 * @param to the last day, the same where the day is known; the last day of January for
 * "January"
 * @param at the instant, where it is known to the minute; on the day {@code from} in
 * London
 * @param title what it is, in words that can stand in a list: "Locality meeting, North"
 * @param detail what there is to say of it, in a sentence; null for nothing
 * @param path where it is on record, below the organisation's address
 */
public record Milestone(Kind kind, @Nullable String about, LocalDate from, LocalDate to, @Nullable Instant at,
		String title, @Nullable String detail, String path) {

	/** The order of a timeline. */
	public static final Comparator<Milestone> IN_TIME = Comparator.comparing(Milestone::from)
		.thenComparing(Milestone::at, Comparator.nullsFirst(Comparator.naturalOrder()))
		.thenComparing(Milestone::to)
		.thenComparing(Milestone::kind)
		.thenComparing(Milestone::title);

	/** What a milestone is. */
	public enum Kind {

		/** Somebody was told or asked; about is the audience. */
		ENGAGEMENT,

		/** Objections were asked for from one day to another; about is the audience. */
		OBJECTIONS,

		/** A ballot of the member practices was opened; about is its number. */
		BALLOT_OPENED,

		/** A ballot is to close, or closed; about is its number. */
		BALLOT_CLOSED,

		/** A closed ballot carried a model; about is the model's key. */
		BALLOT_CARRIED,

		/** A recommendation was put to the governing body; about is the model's key. */
		RECOMMENDATION_PUT,

		/** A committee meets; about is the committee's name. */
		MEETING,

		/** The governing body approved a recommendation; about is the model's key. */
		APPROVED,

		/** The governing body rejected or deferred it; about is the model's key. */
		NOT_APPROVED,

		/** An amendment of the constitution was proposed to the members. */
		AMENDMENT_PROPOSED,

		/** The members agreed to an amendment. */
		AMENDMENT_AGREED,

		/** An amendment was sent to NHS England. */
		AMENDMENT_SUBMITTED,

		/** NHS England approved an amendment. */
		AMENDMENT_APPROVED,

		/** Somebody attested; about is the code of who. */
		ATTESTED,

		/** The proposal was submitted; about is the model's key. */
		SUBMITTED,

		/** NHS England confirmed that it received the proposal. */
		RECEIVED,

		/**
		 * A panel or committee considered the proposal; about is the code of the stage.
		 */
		MODERATED,

		/** What came of the proposal; about is the code of the outcome. */
		OUTCOME,

		/** The agreement with NHS England was signed. */
		AGREEMENT,

		/** Money was announced or transferred. */
		FUNDS,

		/** The arrangement is in force; about is the model's key. */
		GO_LIVE,

		/** A review of the arrangement is due. */
		REVIEW_DUE,

		/** A review was held. */
		REVIEWED,

		/** The arrangement ended or was rolled back. */
		ENDED

	}

	public Milestone {
		if (to.isBefore(from)) {
			throw new IllegalArgumentException("A milestone ends before it begins");
		}
	}

	/** One on a day. */
	public static Milestone on(Kind kind, @Nullable String about, LocalDate day, String title, @Nullable String detail,
			String path) {
		return new Milestone(kind, about, day, day, null, title, detail, path);
	}

	/** One at an instant. */
	public static Milestone at(Kind kind, @Nullable String about, Instant at, String title, @Nullable String detail,
			String path) {
		LocalDate day = at.atZone(Deadline.LONDON).toLocalDate();
		return new Milestone(kind, about, day, day, at, title, detail, path);
	}

	/** Whether it is known to the day. */
	public boolean isExact() {
		return this.from.equals(this.to);
	}

	/** Whether it had happened: wholly, where only a span of days is known. */
	public boolean isPast(AsAt asAt) {
		return (this.at != null) ? !this.at.isAfter(asAt.instant()) : !this.to.isAfter(asAt.day());
	}

	/** Whether all of it was before an instant. */
	public boolean isBefore(Instant moment) {
		return (this.at != null) ? this.at.isBefore(moment)
				: !this.to.plusDays(1).atStartOfDay(Deadline.LONDON).toInstant().isAfter(moment);
	}

	/**
	 * Whether all of it was at or after an instant: too late for what was due by then.
	 */
	public boolean isAfter(Instant moment) {
		return (this.at != null) ? !this.at.isBefore(moment)
				: !this.from.atStartOfDay(Deadline.LONDON).toInstant().isBefore(moment);
	}

}
