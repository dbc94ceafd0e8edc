package org.mandate.voting;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A practice entitled to vote in a unit, as frozen when the ballot opened, with what it
 * did by the latest version of the unit's return.
 *
 * @param practice its identity
 * @param code ODS code
 * @param name as on the register when the ballot opened
 * @param patients its list size in the ballot's quarter; null when not known
 * @param closedOn when it closed, if that was after the census date; else null
 * @param vote as in a {@link Roll}; null when nothing is entered for it
 */
public record Elector(UUID practice, String code, String name, @Nullable Integer patients, @Nullable LocalDate closedOn,
		@Nullable String vote) {

	/** The votes of practices that did something. */
	static Roll roll(Collection<Elector> electors) {
		Map<UUID, String> votes = new LinkedHashMap<>();
		for (Elector elector : electors) {
			if (elector.vote() != null) {
				votes.put(elector.practice(), elector.vote());
			}
		}
		return new Roll(votes);
	}

}
