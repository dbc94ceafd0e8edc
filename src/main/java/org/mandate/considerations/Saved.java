package org.mandate.considerations;

import java.time.Instant;

/**
 * Who saved what is shown, and when.
 *
 * @param by name as shown then
 * @param at when
 * @param version counts the changes from 0
 */
public record Saved(String by, Instant at, int version) {
}
