package org.mandate.submissions;

import java.time.Instant;

import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/**
 * A pro forma as it was submitted.
 *
 * @param number from 1 within the pro forma
 * @param at when it was submitted
 * @param knownFrom how that is known; null where it was recorded at that moment
 * @param dueAt the instant from which it was too late; null where the guidance states
 * none
 * @param lateReason why it was late; null where it was in time
 * @param override the accountable officer's reasons to go ahead although tests of the
 * members' mandate failed; null where none failed
 * @param content what was submitted, as text
 * @param sha256 hash of the content
 * @param recordedBy who recorded it
 * @param recordedAt when
 * @param received when NHS England confirmed that it has it; null before
 * @param withdrawn why it was withdrawn; null while it stands
 */
public record Submission(int number, Instant at, @Nullable String knownFrom, @Nullable Instant dueAt,
		@Nullable String lateReason, @Nullable Overridden override, String content, String sha256, String recordedBy,
		Instant recordedAt, @Nullable Received received, @Nullable Withdrawn withdrawn) {

	/**
	 * That failing tests were overridden.
	 *
	 * @param by by whom
	 * @param reason why
	 */
	public record Overridden(String by, String reason) {
	}

	/**
	 * That NHS England has it.
	 *
	 * @param at when it had it
	 * @param from how that is known
	 * @param by who recorded it
	 */
	public record Received(Instant at, String from, String by) {
	}

	/**
	 * That it was withdrawn.
	 *
	 * @param reason why
	 * @param by by whom
	 * @param at when
	 */
	public record Withdrawn(String reason, String by, Instant at) {
	}

	/** Whether what is kept is what was submitted. */
	public boolean intact() {
		return DigestUtils.sha256Hex(this.content).equals(this.sha256);
	}

	/** Whether it came too late. */
	public boolean isLate() {
		return this.dueAt != null && !this.at.isBefore(this.dueAt);
	}

}
