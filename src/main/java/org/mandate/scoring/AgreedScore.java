package org.mandate.scoring;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What the panel agreed on for one option on one criterion.
 *
 * @param id identity
 * @param version counts its changes from 0
 * @param cell option and criterion
 * @param score 0 to 10
 * @param reason why, 1 to 1000 characters
 * @param dissent who does not agree and why, 1 to 1000 characters; null where nobody does
 * @param recordedAt when it was last recorded
 * @param recordedBy by whom
 */
public record AgreedScore(UUID id, int version, Cell cell, int score, String reason, @Nullable String dissent,
		Instant recordedAt, String recordedBy) {
}
