package org.mandate.interests;

import java.time.Instant;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * What the guardian made of a version; never changed. The last one of a version counts.
 *
 * @param versionNumber of which version
 * @param accepted whether it was accepted; otherwise more is asked for
 * @param action what is done about the interest; only if accepted
 * @param reason what more is asked for, or why the refusal of consent is not agreed
 * @param refusalAgreed whether it stays off the public register; null where consent was
 * given
 * @param reviewedBy who, as named then
 * @param reviewedAt when
 */
@Embeddable
public record InterestReview(int versionNumber, boolean accepted, @Nullable String action, @Nullable String reason,
		@Nullable Boolean refusalAgreed, String reviewedBy, Instant reviewedAt) {

	/** Whether consent was refused and the guardian does not agree. */
	public boolean wantsConsent() {
		return Boolean.FALSE.equals(this.refusalAgreed);
	}

}
