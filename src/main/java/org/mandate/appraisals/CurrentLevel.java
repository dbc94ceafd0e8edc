package org.mandate.appraisals;

import java.time.Instant;

import org.mandate.guidance.Level;

/**
 * How far the organisation takes part in a function today, by its own account.
 *
 * @param function key of the function
 * @param level how far
 * @param wording how the organisation itself says it, at most 500 characters
 * @param evidence what shows it, at most 1000 characters
 * @param recordedAt when this was last changed
 * @param recordedBy who changed it, as named then
 * @param version counts the changes, from 0
 */
public record CurrentLevel(String function, Level level, String wording, String evidence, Instant recordedAt,
		String recordedBy, int version) {
}
