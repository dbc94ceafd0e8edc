package org.mandate.engagement;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.appraisals.AsAt;
import org.mandate.forms.London;

/**
 * A proposal that was put to many with the opportunity to object until an end (Southern
 * Derbyshire CCG report, Appendix 1, 1.3). Who does not object has not agreed: objections
 * are told beside the number reached, and nothing is ever counted as support.
 *
 * @param id its identity
 * @param number within the appraisal, from 1; never given again
 * @param statement what is said of it
 * @param objections all that were recorded, by number, those withdrawn among them
 * @param withdrawnReason why the window was withdrawn; null while it stands
 * @param recordedAt when it was last saved
 * @param recordedBy by whom
 * @param version counts what was saved of it from 0
 */
public record ObjectionWindow(UUID id, int number, Statement statement, List<Objection> objections,
		@Nullable String withdrawnReason, Instant recordedAt, String recordedBy, int version) {

	public ObjectionWindow {
		objections = List.copyOf(objections);
	}

	/**
	 * What is said of a window.
	 *
	 * @param audience who may object
	 * @param put what was put to them, 1 to 2000 characters
	 * @param how how it reached them, 1 to 500 characters
	 * @param reached how many it reached; null where nobody says
	 * @param members of how many; null where nobody says
	 * @param opened when it opened: a day, some time between two, or not stated
	 * @param until when it ends; null where no end is stated
	 * @param source where it is written, up to 300 characters; null where none is given
	 */
	public record Statement(Audience audience, String put, String how, @Nullable Integer reached,
			@Nullable Integer members, When opened, @Nullable End until, @Nullable String source) {

		public Statement {
			if (opened.kind() == When.Kind.PERIOD) {
				throw new IllegalArgumentException("A window opens on one day, known or not");
			}
			if (reached != null && members != null && reached > members) {
				throw new IllegalArgumentException("More reached than there are");
			}
		}

		/** "57 of 57", "57", or that it is not stated. */
		public String reachedWords() {
			if (this.reached == null) {
				return (this.members == null) ? "a number that is not stated"
						: "a number of %d that is not stated".formatted(this.members);
			}
			return (this.members == null) ? this.reached.toString() : "%d of %d".formatted(this.reached, this.members);
		}

		/** When it ends, in words. */
		public String untilWords() {
			return (this.until != null) ? this.until.words() : "No end is stated";
		}

	}

	/**
	 * The end of a window.
	 *
	 * @param on the last day, in London
	 * @param at the instant from which it is too late, where a minute is stated; null for
	 * the end of the day
	 */
	public record End(LocalDate on, @Nullable Instant at) {

		/** The first instant that is too late. */
		public Instant due() {
			return (this.at != null) ? this.at : When.start(this.on.plusDays(1));
		}

		/** In words: "12 noon on 9 January 2015", "the end of 9 January 2015". */
		public String words() {
			return (this.at != null) ? London.instant(this.at) : "the end of " + London.date(this.on);
		}

	}

	/** Whether an objection came in time. */
	public enum Timing {

		/** It came before the end. */
		IN_TIME("In time"),

		/** It came at the end or after it. */
		LATE("Late"),

		/** Only its day is known, and the window ended in the course of it. */
		UNKNOWN("In time or late: only the day is recorded"),

		/** The window has no end. */
		NO_END("No end is stated");

		private final String label;

		Timing(String label) {
			this.label = label;
		}

		/** As shown. */
		public String label() {
			return this.label;
		}

	}

	/**
	 * An objection.
	 *
	 * @param id its identity
	 * @param number within the window, from 1
	 * @param statement what is said of it
	 * @param withdrawnReason why it was withdrawn; null while it stands
	 * @param recordedBy who saved it last
	 * @param recordedAt when
	 * @param version counts what was saved of it from 0
	 */
	public record Objection(UUID id, int number, Said statement, @Nullable String withdrawnReason, String recordedBy,
			Instant recordedAt, int version) {

		/** Whether it was not withdrawn. */
		public boolean stands() {
			return this.withdrawnReason == null;
		}

	}

	/**
	 * What is said of an objection.
	 *
	 * @param who who objects, 1 to 200 characters
	 * @param words to what and why, 1 to 2000 characters
	 * @param received the day it came, in London
	 * @param at the instant it came, where that is known; on that day
	 * @param reply what was answered, up to 2000 characters; null where nothing was
	 * @param repliedOn when; null where that is not known
	 */
	public record Said(String who, String words, LocalDate received, @Nullable Instant at, @Nullable String reply,
			@Nullable LocalDate repliedOn) {

		/** When it came, in words. */
		public String receivedWords() {
			return (this.at != null) ? London.instant(this.at) : London.date(this.received);
		}

		/** As in a form or a file: with seconds. */
		String exactly() {
			return (this.at != null)
					? OffsetDateTime.ofInstant(this.at, London.ZONE.getRules().getOffset(this.at)).toString()
					: this.received.toString();
		}

	}

	/** Whether it was not withdrawn. */
	public boolean stands() {
		return this.withdrawnReason == null;
	}

	/** The objections that stand. */
	public List<Objection> standing() {
		return this.objections.stream().filter(Objection::stands).toList();
	}

	/** The objections that stand and had come by a moment. */
	public List<Objection> standing(AsAt asAt) {
		return standing().stream().filter((objection) -> {
			Instant at = objection.statement().at();
			return (at != null) ? !at.isAfter(asAt.instant()) : !objection.statement().received().isAfter(asAt.day());
		}).toList();
	}

	/** How many of these came too late. */
	private long late(List<Objection> some) {
		return some.stream().filter((objection) -> timing(objection) == Timing.LATE).count();
	}

	/** Whether an objection came in time. What comes at the very end is late. */
	public Timing timing(Objection objection) {
		End end = this.statement.until();
		if (end == null) {
			return Timing.NO_END;
		}
		Instant at = objection.statement().at();
		if (at != null) {
			return at.isBefore(end.due()) ? Timing.IN_TIME : Timing.LATE;
		}
		LocalDate day = objection.statement().received();
		if (!When.start(day.plusDays(1)).isAfter(end.due())) {
			return Timing.IN_TIME;
		}
		return When.start(day).isBefore(end.due()) ? Timing.UNKNOWN : Timing.LATE;
	}

	/** Whether it had ended by a moment; not where no end is stated. */
	public boolean isOver(AsAt asAt) {
		End end = this.statement.until();
		return end != null && !end.due().isAfter(asAt.instant());
	}

	/** What is to be said of it, and no more. */
	public String finding() {
		return finding(standing());
	}

	/** The same of what had come by a moment. */
	public String finding(AsAt asAt) {
		return finding(standing(asAt));
	}

	private String finding(List<Objection> some) {
		long late = late(some);
		return "%s%s from %s reached; silence is not support.".formatted(
				(some.size() == 1) ? "1 objection" : some.size() + " objections",
				(late > 0) ? " (%d late)".formatted(late) : "", this.statement.reachedWords());
	}

	/** How its time lies against a moment. */
	Position against(Mark mark) {
		Instant earliest = this.statement.opened().earliest();
		Instant opened = this.statement.opened().over();
		End end = this.statement.until();
		if (end != null && !end.due().isAfter(mark.earliest())) {
			return Position.BEFORE;
		}
		if (earliest == null || opened == null) {
			return Position.UNKNOWN;
		}
		if (!earliest.isBefore(mark.latest())) {
			return Position.AFTER;
		}
		return (end != null && !opened.isAfter(mark.earliest()) && end.due().isAfter(mark.latest())) ? Position.PARTLY
				: Position.UNKNOWN;
	}

	/** Why its position cannot be told. */
	String whyUnknown() {
		if (this.statement.until() == null) {
			return "no end is stated";
		}
		return "its opening is recorded as “%s”".formatted(this.statement.opened().words());
	}

	/** Its address below the organisation's. */
	public String path(String appraisalPath) {
		return appraisalPath + "/engagement/windows/" + this.number;
	}

}
