package org.mandate.committees;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What is recorded of somebody who holds a seat.
 *
 * @param person who it is, if they are of the organisation here; null otherwise
 * @param name as named then, 1 to 200 characters
 * @param body for which they sit, 1 to 200 characters; may be null
 * @param from the first day
 * @param to the last day, not before the first; null while it goes on
 * @param trained when a lay member took part in national training (NHS England roadshow
 * slides); null where it is not recorded
 * @param practice ODS code of the practice where they work, such as {@code K84001}; null
 * for none. General practice members must not be involved in investment or performance
 * management decisions that affect their own practice (BMA guidance, Conflicts of
 * interest)
 */
public record HolderStatement(@Nullable UUID person, String name, @Nullable String body, LocalDate from,
		@Nullable LocalDate to, @Nullable LocalDate trained, @Nullable String practice) {

	public HolderStatement {
		if (to != null && to.isBefore(from)) {
			throw new IllegalArgumentException("A seat is held to a day that is not before the first.");
		}
	}

	/** Whether a day is one of those. */
	public boolean covers(LocalDate day) {
		return !day.isBefore(this.from) && (this.to == null || !day.isAfter(this.to));
	}

	boolean overlaps(HolderStatement other) {
		return (this.to == null || !other.from.isAfter(this.to)) && (other.to == null || !this.from.isAfter(other.to));
	}

	Map<String, Object> facts() {
		Map<String, Object> facts = new LinkedHashMap<>();
		facts.put("name", this.name);
		CommitteeStatement.put(facts, "forWhichBody", this.body);
		facts.put("firstDay", this.from.toString());
		CommitteeStatement.put(facts, "lastDay", this.to);
		CommitteeStatement.put(facts, "nationalTraining", this.trained);
		CommitteeStatement.put(facts, "practice", this.practice);
		return facts;
	}

}
