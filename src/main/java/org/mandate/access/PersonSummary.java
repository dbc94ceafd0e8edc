package org.mandate.access;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Somebody of the organisation as its administrator sees them.
 *
 * @param id who it is
 * @param name as shown
 * @param email in lower case
 * @param jobTitle or null
 * @param roles at least one, in their own order
 * @param locality the locality a director answers for; null for others
 * @param localityName its name
 * @param state whether they can sign in
 * @param joined when they became a member of the organisation here
 * @param left when they were deactivated; null for who may act
 */
public record PersonSummary(UUID id, String name, String email, @Nullable String jobTitle, List<Role> roles,
		@Nullable UUID locality, @Nullable String localityName, State state, Instant joined, @Nullable Instant left) {

	/** Whether somebody can sign in. */
	public enum State {

		/** Has not chosen a password yet. */
		INVITED("Invited", "blue"),

		/** Can sign in. */
		ACTIVE("Active", "green"),

		/** Can no longer sign in. */
		DEACTIVATED("Deactivated", "grey");

		private final String label;

		private final String colour;

		State(String label, String colour) {
			this.label = label;
			this.colour = colour;
		}

		/** As people call it. */
		public String label() {
			return this.label;
		}

		/** The colour of its tag. */
		public String colour() {
			return this.colour;
		}

	}

	/** The roles in words, with the director's locality. */
	public String duties() {
		return this.roles.stream()
			.map((role) -> (role == Role.LOCALITY_DIRECTOR && this.localityName != null)
					? role.label() + ", " + this.localityName : role.label())
			.collect(Collectors.joining("; "));
	}

	/** Whether they can no longer sign in. */
	public boolean deactivated() {
		return this.state == State.DEACTIVATED;
	}

}
