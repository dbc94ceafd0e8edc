package org.mandate.recommendations;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;

/**
 * What the governing body resolved. It seals the recommendation.
 *
 * @param decision what
 * @param metOn the day of its meeting
 * @param votesFor votes for the decision, or for the recommendation where it was rejected
 * @param votesAgainst votes against
 * @param abstained members who abstained
 * @param reason why, always given for a deferral
 * @param versionNumber the version it is about: the amended one after amendments, else
 * the one that was put
 * @param recordedBy who recorded it
 * @param onBehalfOfChair whether somebody else recorded it for whoever presided
 * @param recordedAt when it was recorded
 * @param meetingId the meeting at which; null for one recorded before meetings were
 * @param itemId the item of its agenda; null likewise
 * @param circumstances who presided, who took part, which conflicts were declared and how
 * each was handled, in sentences; null likewise
 */
@Embeddable
public record Resolution(@Enumerated(EnumType.STRING) Decision decision, LocalDate metOn, int votesFor,
		int votesAgainst, int abstained, @Nullable String reason, int versionNumber, String recordedBy,
		boolean onBehalfOfChair, Instant recordedAt, @Nullable UUID meetingId, @Nullable UUID itemId,
		@Nullable String circumstances) {

	/**
	 * The meeting at which it was resolved.
	 *
	 * @param meeting its identity
	 * @param item the item of its agenda
	 * @param circumstances who presided, who took part, which conflicts were declared and
	 * how each was handled, in sentences, at most 10000 characters
	 */
	public record Meeting(UUID meeting, UUID item, String circumstances) {
	}

	/**
	 * A resolution as the meeting's record gives it.
	 *
	 * @param decision what
	 * @param amendedWording the words approved in place of those put; only for approval
	 * with amendments
	 * @param metOn the day of the meeting
	 * @param votesFor votes for the decision, or for the recommendation where it was
	 * rejected; from 0 to 999, as the others
	 * @param votesAgainst votes against
	 * @param abstained members who abstained
	 * @param reason why; needed for a deferral
	 * @param meeting at which
	 * @param presided whether whoever records it presided
	 */
	public record Minute(Decision decision, @Nullable String amendedWording, LocalDate metOn, int votesFor,
			int votesAgainst, int abstained, @Nullable String reason, Meeting meeting, boolean presided) {

		/** Most votes of one kind. */
		public static final int MOST_VOTES = 999;

		/** Most characters of the reason. */
		public static final int REASON_LENGTH = 1000;

	}

	/** How many voted or abstained. */
	public int present() {
		return this.votesFor + this.votesAgainst + this.abstained;
	}

	/** Its item of the meeting, below the organisation's address; null without one. */
	public @Nullable String itemPath() {
		return (this.itemId != null) ? "/meetings/%s/items/%s".formatted(this.meetingId, this.itemId) : null;
	}

	/** Who recorded it, in words. */
	public String recorder() {
		if (!this.onBehalfOfChair) {
			return this.recordedBy;
		}
		return this.recordedBy + ", on behalf of " + ((this.meetingId != null) ? "whoever presided" : "the chair");
	}

	/** The votes in words: "12 for, 0 against, 1 abstained". */
	public String votes() {
		return "%d for, %d against, %d abstained".formatted(this.votesFor, this.votesAgainst, this.abstained);
	}

	boolean says(Minute minute, String wording) {
		return this.decision == minute.decision() && this.metOn.equals(minute.metOn())
				&& this.votesFor == minute.votesFor() && this.votesAgainst == minute.votesAgainst()
				&& this.abstained == minute.abstained() && java.util.Objects.equals(this.reason, minute.reason())
				&& (minute.amendedWording() == null || wording.equals(minute.amendedWording()));
	}

}
