package org.mandate.voting;

import java.time.Instant;

import jakarta.persistence.Embeddable;

/**
 * That somebody did something: a state is a row with who and when, not a flag.
 *
 * @param at when
 * @param by who, as named then
 */
@Embeddable
public record Act(Instant at, String by) {

}
