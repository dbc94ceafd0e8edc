package org.mandate.voting;

import org.jspecify.annotations.Nullable;

/**
 * A unit votes again, alone: what it returned before stands on record and no longer
 * counts.
 *
 * @param opening who opened it and when
 * @param reason why
 * @param closure who closed it and when; null while it is open
 * @param before what counted in the round before; null when nothing did
 */
public record Revote(Act opening, String reason, @Nullable Act closure, @Nullable EnteredFigures before) {

}
