package org.mandate.voting;

import java.time.Instant;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import org.jspecify.annotations.Nullable;

/**
 * A round in which a unit returns: the first with the whole ballot, any later one opened
 * for it alone.
 *
 * @param number from 1
 * @param opening who opened it and when; null for the first
 * @param reason why the unit votes again; null for the first
 * @param closure who closed it and when; null while it is open, and for the first
 */
@Embeddable
record Round(@Column(name = "round") int number,
		@Embedded @AttributeOverride(name = "at", column = @Column(name = "opened_at")) @AttributeOverride(name = "by",
				column = @Column(name = "opened_by")) @Nullable Act opening,
		@Nullable String reason,
		@Embedded @AttributeOverride(name = "at", column = @Column(name = "closed_at")) @AttributeOverride(name = "by",
				column = @Column(name = "closed_by")) @Nullable Act closure) {

	static final Round FIRST = new Round(1, null, null, null);

	/**
	 * The next, opened for the unit alone.
	 * @param why the unit votes again
	 * @throws ReasonNeeded without a reason
	 * @throws ReturnNotPossible while this re-vote is open
	 */
	Round next(@Nullable String why, Act act, String unit) {
		if (why == null || why.isBlank()) {
			throw new ReasonNeeded("Say why " + unit + " votes again");
		}
		if (this.opening != null && this.closure == null) {
			throw new ReturnNotPossible("%s is voting again already".formatted(unit));
		}
		return new Round(this.number + 1, act, why.strip(), null);
	}

	/**
	 * The same, at its end.
	 * @throws ReturnNotPossible if no re-vote is open
	 */
	Round ended(Act act, String unit) {
		if (this.opening == null || this.closure != null) {
			throw new ReturnNotPossible("No re-vote of %s is open".formatted(unit));
		}
		return new Round(this.number, this.opening, this.reason, act);
	}

	/**
	 * Refuse what may happen only while the unit can return.
	 * @param now the instant at which it would happen
	 * @throws BallotNotOpen before and after
	 */
	void requireOpen(Ballot within, Instant now) {
		if (this.opening == null) {
			within.requireOpen(now);
			return;
		}
		within.requireClosed();
		if (this.closure != null) {
			throw new BallotNotOpen("The re-vote is closed, so nothing more can be returned");
		}
	}

}
