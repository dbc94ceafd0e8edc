package org.mandate.committees;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

import org.mandate.database.NotFound;

/**
 * Identity of a committee.
 *
 * @param id never null
 */
public record CommitteeId(UUID id) implements Serializable {

	public CommitteeId {
		Objects.requireNonNull(id, "id");
	}

	/**
	 * As it stands in an address.
	 * @throws NotFound if it can be the id of nothing
	 */
	static CommitteeId of(String text) {
		return new CommitteeId(parse(text));
	}

	/**
	 * The id of a seat or holder as it stands in an address.
	 * @throws NotFound if it can be the id of nothing
	 */
	static UUID parse(String text) {
		try {
			return UUID.fromString(text);
		}
		catch (IllegalArgumentException ex) {
			throw new NotFound("There is no such committee, seat or member of it.");
		}
	}

	@Override
	public String toString() {
		return this.id.toString();
	}

}
