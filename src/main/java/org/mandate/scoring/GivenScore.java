package org.mandate.scoring;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What one scorer gave one option on one criterion.
 *
 * @param scorer identity on the panel
 * @param cell option and criterion
 * @param score 0 to 10
 * @param comment 1 to 500 characters, or null
 */
public record GivenScore(UUID scorer, Cell cell, int score, @Nullable String comment) {
}
