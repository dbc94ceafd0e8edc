package org.mandate.recommendations;

import java.time.Instant;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * That a version was put to the governing body.
 *
 * @param versionNumber which version
 * @param putBy who put it
 * @param putAt when
 * @param incompleteReason why it was put although its paper was not complete; null where
 * it was
 */
@Embeddable
public record Submission(int versionNumber, String putBy, Instant putAt, @Nullable String incompleteReason) {

	/** Most characters of the reason. */
	public static final int REASON_LENGTH = 1000;

}
