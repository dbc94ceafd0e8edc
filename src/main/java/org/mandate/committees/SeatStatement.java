package org.mandate.committees;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What is recorded of a seat.
 *
 * @param title 1 to 200 characters, such as "Lay member, governance"
 * @param role as what its holder sits
 * @param voting whether it has a vote
 * @param office chair or vice chair; null for neither
 */
public record SeatStatement(String title, SeatRole role, boolean voting, Roster.@Nullable Office office) {

	Map<String, Object> facts() {
		Map<String, Object> facts = new LinkedHashMap<>();
		facts.put("title", this.title);
		facts.put("role", this.role.label());
		facts.put("vote", this.voting ? "With a vote" : "Without a vote");
		facts.put("office", (this.office != null) ? this.office.label() : "None");
		return facts;
	}

}
