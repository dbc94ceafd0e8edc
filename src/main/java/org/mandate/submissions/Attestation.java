package org.mandate.submissions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.access.Role;
import org.mandate.forms.London;

/**
 * Somebody's word that the membership and the governing body have seen and agreed to the
 * arrangements, which is expected within the submission (Southern Derbyshire's report,
 * 1.3 Personnel).
 *
 * @param number from 1 within the pro forma
 * @param office as what they attest
 * @param person who it is
 * @param name their name
 * @param revision of the pro forma that they had before them
 * @param signedOn the day on which they signed on paper; null where they attested here
 * @param evidence where that can be seen; null likewise
 * @param at when it was recorded
 */
public record Attestation(int number, Office office, UUID person, String name, int revision,
		@Nullable LocalDate signedOn, @Nullable String evidence, Instant at) {

	/** Who attests. */
	public enum Office {

		/** Answers for the CCG. */
		ACCOUNTABLE_OFFICER("Accountable officer", Role.ACCOUNTABLE_OFFICER),

		/**
		 * Chairs the audit committee, and usually guards against conflicts of interest.
		 */
		AUDIT_COMMITTEE_CHAIR("Audit committee chair", Role.CONFLICTS_GUARDIAN);

		private final String label;

		private final Role role;

		Office(String label, Role role) {
			this.label = label;
			this.role = role;
		}

		/** As shown. */
		public String label() {
			return this.label;
		}

		/** Whose it is here. */
		public Role role() {
			return this.role;
		}

		/** As in addresses and milestones: {@code audit-committee-chair}. */
		public String slug() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

		/** Within a sentence. */
		public String inSentence() {
			return this.label.toLowerCase(Locale.UK);
		}

		static Optional<Office> of(String slug) {
			return Arrays.stream(values()).filter((office) -> office.slug().equals(slug)).findFirst();
		}

	}

	/** What is attested, in a sentence. */
	public static final String WORDS = "The membership and the governing body have seen and agreed to these "
			+ "arrangements.";

	/** When, in words. */
	public String when() {
		return (this.signedOn != null) ? "signed on %s (%s)".formatted(London.date(this.signedOn), this.evidence)
				: London.instant(this.at);
	}

}
