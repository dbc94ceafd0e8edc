package org.mandate.committees;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Who sits on a committee on a day: its filled seats. A quorum is found on it.
 *
 * @param sittings one for each filled seat, in the order of the seats
 */
public record Roster(List<Sitting> sittings) {

	public Roster {
		sittings = List.copyOf(sittings);
	}

	/**
	 * Somebody in a seat.
	 *
	 * @param seat the seat's id
	 * @param name who sits in it
	 * @param title of the seat
	 * @param role as what
	 * @param voting whether with a vote
	 * @param office what the seat holds besides; null for none
	 * @param person who it is, if they are of the organisation here; null otherwise
	 * @param practice ODS code of the practice where they work; null for none
	 */
	public record Sitting(UUID seat, String name, String title, SeatRole role, boolean voting, @Nullable Office office,
			@Nullable UUID person, @Nullable String practice) {
	}

	/** What a seat may hold besides; each exists once in a committee. */
	public enum Office {

		/** Presides. */
		CHAIR("Chair"),

		/** Presides when the chair is away or conflicted. */
		VICE_CHAIR("Vice chair");

		private final String label;

		Office(String label) {
			this.label = label;
		}

		/** As shown. */
		public String label() {
			return this.label;
		}

	}

	/** Those among them that sit in the given seats; unknown seats are nobody. */
	public List<Sitting> in(Collection<UUID> seats) {
		Set<UUID> wanted = Set.copyOf(seats);
		return this.sittings.stream().filter((sitting) -> wanted.contains(sitting.seat())).toList();
	}

	/** How many count as members: those with a vote, or all. */
	int size(Quorum.Counted counted) {
		return (int) this.sittings.stream().filter(counted::counts).count();
	}

}
