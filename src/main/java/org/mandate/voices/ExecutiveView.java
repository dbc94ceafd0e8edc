package org.mandate.voices;

import java.time.Instant;

/**
 * The executive's view as it stands.
 *
 * @param statement what it says
 * @param recordedAt when it was last saved
 * @param recordedBy by whom
 * @param version counts what was saved from 0
 */
public record ExecutiveView(ViewStatement statement, Instant recordedAt, String recordedBy, int version) {
}
