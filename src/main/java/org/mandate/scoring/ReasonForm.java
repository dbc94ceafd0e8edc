package org.mandate.scoring;

import org.jspecify.annotations.Nullable;

/**
 * Why something is withdrawn, as typed.
 *
 * @param reason the words
 * @param version of what the person saw
 */
public record ReasonForm(@Nullable String reason, @Nullable String version) {
}
