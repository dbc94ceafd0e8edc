package org.mandate.constitution;

import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * An amendment of the constitution, on its way from the proposal to NHS England's
 * approval. Days are null while it has not come so far.
 *
 * @param id its identity
 * @param number within the appraisal, from 1
 * @param title what it is, 1 to 200 characters
 * @param coCommissioning whether it relates to co-commissioning only; otherwise it goes
 * by the normal route (002, Changes to a CCG Constitution)
 * @param proposed when it was proposed to the members
 * @param agreed when the members agreed
 * @param agreedHow how they did, and where that can be seen
 * @param submitted when it was sent to NHS England
 * @param approved when NHS England approved it
 */
public record Amendment(UUID id, int number, String title, boolean coCommissioning, @Nullable LocalDate proposed,
		@Nullable LocalDate agreed, @Nullable String agreedHow, @Nullable LocalDate submitted,
		@Nullable LocalDate approved) {
}
