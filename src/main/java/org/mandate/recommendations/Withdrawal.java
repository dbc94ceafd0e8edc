package org.mandate.recommendations;

import java.time.Instant;

import jakarta.persistence.Embeddable;

/**
 * That a recommendation was taken back before the governing body resolved on it.
 *
 * @param reason why
 * @param withdrawnBy who took it back
 * @param withdrawnAt when
 */
@Embeddable
record Withdrawal(String reason, String withdrawnBy, Instant withdrawnAt) {
}
