package org.mandate.committees;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

import org.mandate.access.PathFixtures;

/** A committee with a seat that is filled. */
class CommitteesPathFixtures implements PathFixtures {

	private final Committees committees;

	private final Seats seats;

	CommitteesPathFixtures(Committees committees, Seats seats) {
		this.committees = committees;
		this.seats = seats;
	}

	@Override
	public int order() {
		return 12;
	}

	@Override
	public Map<String, String> make(Setting setting) {
		CommitteeId committee = this.committees.establish(new CommitteeStatement("The committee",
				Committee.Kind.GOVERNING_BODY, false, null, null, null, DecisionRule.MAJORITY_OF_VOTES_CAST, false));
		UUID seat = this.seats.add(committee, new SeatStatement("Lay member", SeatRole.LAY, true, null));
		UUID holder = this.seats.fill(committee, seat,
				new HolderStatement(null, "Somebody", null, LocalDate.of(2015, 1, 1), null, null, null));
		return Map.of("{committee}", committee.toString(), "{seat}", seat.toString(), "{holder}", holder.toString());
	}

}
