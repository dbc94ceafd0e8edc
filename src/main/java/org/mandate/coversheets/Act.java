package org.mandate.coversheets;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Something that was asked or said about an officer's approval; never changed.
 *
 * @param number from 1 within the appraisal
 * @param kind what it is
 * @param office as what the officer approves
 * @param request number of the request that it is about; null for a request, and for an
 * office of which nobody was asked
 * @param officer identity of the officer in the organisation; null for somebody outside
 * @param officerName as written then; null for an office of which nobody was asked
 * @param reason why
 * @param evidence how the manager knows what somebody outside said
 * @param text what there was to approve
 * @param by who recorded it
 * @param at when
 */
public record Act(int number, Kind kind, Office office, @Nullable Integer request, @Nullable UUID officer,
		@Nullable String officerName, @Nullable String reason, @Nullable String evidence, TextVersion text, String by,
		Instant at) {

	/** What was asked or said. */
	public enum Kind {

		/** The officer was asked. */
		ASKED("Asked"),

		/** The officer approves. */
		GIVEN("Given"),

		/** The officer does not. */
		REFUSED("Refused"),

		/** The approval is not needed. */
		NOT_NEEDED("Not needed");

		private final String label;

		Kind(String label) {
			this.label = label;
		}

		/** As shown. */
		public String label() {
			return this.label;
		}

	}

	/** Whether it answers a request. */
	boolean answers() {
		return this.kind == Kind.GIVEN || this.kind == Kind.REFUSED;
	}

	/** Whether it is about a request. */
	boolean isAbout(int asked) {
		return this.request != null && this.request == asked;
	}

	/** Whether both are about the same officer in the same office. */
	boolean sameOfficer(Act other) {
		boolean same = (this.officer != null) ? this.officer.equals(other.officer) : other.officer == null
				&& this.officerName != null && this.officerName.equalsIgnoreCase(other.officerName);
		return same && this.office == other.office;
	}

}
