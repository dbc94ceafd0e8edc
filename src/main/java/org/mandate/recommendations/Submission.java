package org.mandate.recommendations;

import java.time.Instant;

import jakarta.persistence.Embeddable;

/**
 * That a version was put to the governing body.
 *
 * @param versionNumber which version
 * @param putBy who put it
 * @param putAt when
 */
@Embeddable
public record Submission(int versionNumber, String putBy, Instant putAt) {
}
