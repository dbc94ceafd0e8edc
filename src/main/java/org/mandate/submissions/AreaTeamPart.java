package org.mandate.submissions;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The part of the pro forma that NHS England's area team fills in; a proposal counts only
 * with both parts complete (NHS England's slides, technical plenary, addresses for
 * proposals).
 *
 * @param lead who leads on it for the area team
 * @param support whether the area team supports it
 * @param view what the area team says
 * @param givenOn when the area team said so
 * @param version counts what was saved from 0
 * @param savedBy who entered it
 * @param savedAt when
 */
public record AreaTeamPart(String lead, Support support, String view, LocalDate givenOn, int version, String savedBy,
		Instant savedAt) {

	/** Whether the area team supports a proposal. */
	public enum Support {

		/** Without reservation. */
		SUPPORTS("Supports the proposal"),

		/** With reservations, which its view states. */
		SUPPORTS_WITH_RESERVATIONS("Supports it with reservations"),

		/** Not. */
		DOES_NOT_SUPPORT("Does not support it");

		private final String label;

		Support(String label) {
			this.label = label;
		}

		/** As shown. */
		public String label() {
			return this.label;
		}

	}

	boolean says(AreaTeamPart other) {
		return this.lead.equals(other.lead) && this.support == other.support && this.view.equals(other.view)
				&& this.givenOn.equals(other.givenOn);
	}

}
