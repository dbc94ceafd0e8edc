package org.mandate.narratives;

import java.time.Instant;

/**
 * That somebody read a version.
 *
 * @param section which
 * @param version its number
 * @param position 0 when it was saved, more when it was read again
 * @param seen what they saw
 * @param by who
 * @param at when
 */
record Review(Section section, int version, int position, Seen seen, String by, Instant at) {
}
