package org.mandate.constitution;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.appraisals.AsAt;

/**
 * An amendment of the constitution, on its way from the proposal to NHS England's
 * approval. Days are null while it has not come so far.
 *
 * @param id its identity
 * @param number within the appraisal, from 1
 * @param title what it is, 1 to 200 characters
 * @param coCommissioning whether it relates to co-commissioning only; otherwise it goes
 * by the normal route (002, Changes to a CCG Constitution)
 * @param proposed when it was proposed to the members; the first day on which it may have
 * been, where the day is not known
 * @param agreed when the members agreed
 * @param agreedHow how they did, and where that can be seen
 * @param submitted when it was sent to NHS England
 * @param approved when NHS England approved it
 * @param further what else is recorded of it
 */
public record Amendment(UUID id, int number, String title, boolean coCommissioning, @Nullable LocalDate proposed,
		@Nullable LocalDate agreed, @Nullable String agreedHow, @Nullable LocalDate submitted,
		@Nullable LocalDate approved, Further further) {

	/**
	 * What else is recorded of an amendment.
	 *
	 * @param changes what it changes, 1 to 4000 characters
	 * @param proposedUntil the last day on which it may have been proposed; null where
	 * the day is known
	 * @param ballot number of the ballot by which the members agreed; null for another
	 * way
	 * @param refused when the members refused it
	 * @param sentBack when NHS England sent it back
	 * @param sentBackWhy why
	 * @param source where it is written; null where none is given
	 * @param withdrawnReason why it was withdrawn; null while it stands
	 * @param version counts what was saved of it from 0
	 * @param recordedBy who saved it last
	 * @param recordedAt when
	 */
	public record Further(String changes, @Nullable LocalDate proposedUntil, @Nullable Integer ballot,
			@Nullable LocalDate refused, @Nullable LocalDate sentBack, @Nullable String sentBackWhy,
			@Nullable String source, @Nullable String withdrawnReason, int version, String recordedBy,
			Instant recordedAt) {
	}

	/** How far an amendment has come. */
	public enum State {

		/** Nobody was asked yet. */
		DRAFTED("Not proposed to the members yet", "grey"),

		/** Before the members. */
		PROPOSED("Proposed to the members", "blue"),

		/** The members agreed. */
		AGREED("Agreed by the members", "aqua-green"),

		/** The members said no. */
		REFUSED("Refused by the members", "red"),

		/** With NHS England. */
		SUBMITTED("Sent to NHS England", "blue"),

		/** NHS England wants something else. */
		SENT_BACK("Sent back by NHS England", "orange"),

		/** In force. */
		APPROVED("Approved by NHS England", "green"),

		/** No longer asked for. */
		WITHDRAWN("Withdrawn", "grey");

		private final String label;

		private final String colour;

		State(String label, String colour) {
			this.label = label;
			this.colour = colour;
		}

		/** As shown. */
		public String label() {
			return this.label;
		}

		/** The colour of its tag. */
		public String colour() {
			return this.colour;
		}

	}

	/** Whether it was not withdrawn. */
	public boolean stands() {
		return this.further.withdrawnReason() == null;
	}

	/** How far it has come. */
	public State state() {
		if (!stands()) {
			return State.WITHDRAWN;
		}
		if (this.approved != null) {
			return State.APPROVED;
		}
		if (this.further.sentBack() != null) {
			return State.SENT_BACK;
		}
		if (this.submitted != null) {
			return State.SUBMITTED;
		}
		if (this.further.refused() != null) {
			return State.REFUSED;
		}
		if (this.agreed != null) {
			return State.AGREED;
		}
		return (this.proposed != null) ? State.PROPOSED : State.DRAFTED;
	}

	/** Where it is on record, below the organisation's address. */
	public String path(String appraisal) {
		return appraisal + "/constitution/" + this.number;
	}

	/**
	 * As it stood at a moment: what came later has not happened. An amendment proposed
	 * later, or not at all, is on record all the same, so that nobody overlooks it.
	 */
	public Amendment at(AsAt asAt) {
		Further all = this.further;
		LocalDate sentBack = past(all.sentBack(), asAt);
		LocalDate agreedThen = past(this.agreed, asAt);
		LocalDate proposedThen = past(this.proposed, asAt);
		return new Amendment(this.id, this.number, this.title, this.coCommissioning, proposedThen, agreedThen,
				(agreedThen != null) ? this.agreedHow : null, past(this.submitted, asAt), past(this.approved, asAt),
				new Further(all.changes(), (proposedThen != null) ? all.proposedUntil() : null,
						(agreedThen != null) ? all.ballot() : null, past(all.refused(), asAt), sentBack,
						(sentBack != null) ? all.sentBackWhy() : null, all.source(), all.withdrawnReason(),
						all.version(), all.recordedBy(), all.recordedAt()));
	}

	private static @Nullable LocalDate past(@Nullable LocalDate day, AsAt asAt) {
		return (day != null && !day.isAfter(asAt.day())) ? day : null;
	}

}
