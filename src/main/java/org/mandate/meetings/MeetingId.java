package org.mandate.meetings;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

import org.mandate.database.NotFound;

/**
 * Identity of a meeting.
 *
 * @param id never null
 */
public record MeetingId(UUID id) implements Serializable {

	public MeetingId {
		Objects.requireNonNull(id, "id");
	}

	/**
	 * As it stands in an address.
	 * @throws NotFound if it can be the id of nothing
	 */
	static MeetingId of(String text) {
		return new MeetingId(parse(text));
	}

	/**
	 * The id of an item or a declaration as it stands in an address.
	 * @throws NotFound if it can be the id of nothing
	 */
	static UUID parse(String text) {
		try {
			return UUID.fromString(text);
		}
		catch (IllegalArgumentException ex) {
			throw new NotFound("There is no such meeting or item of it.");
		}
	}

	@Override
	public String toString() {
		return this.id.toString();
	}

}
