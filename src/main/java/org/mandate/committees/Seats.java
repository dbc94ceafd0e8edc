package org.mandate.committees;

import java.time.Clock;
import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.access.People;
import org.mandate.audit.ActorSource;
import org.mandate.database.NotFound;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The seats of committees, and who holds them.
 */
@Component
public class Seats {

	private final SeatRecords seats;

	private final HolderRecords holders;

	private final CommitteeReader reader;

	private final People people;

	private final ActorSource actors;

	private final JdbcClient jdbc;

	private final Clock clock;

	Seats(SeatRecords seats, HolderRecords holders, CommitteeReader reader, People people, ActorSource actors,
			JdbcClient jdbc, Clock clock) {
		this.seats = seats;
		this.holders = holders;
		this.reader = reader;
		this.people = people;
		this.actors = actors;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Add a seat as the last.
	 * @return its id
	 * @throws CommitteeRefused if it is to hold an office that another seat holds
	 */
	@Transactional
	public UUID add(CommitteeId committee, SeatStatement statement) {
		Committee known = standing(committee);
		requireFreeOffice(known, statement, null);
		SeatRecord seat = new SeatRecord(committee, known.seats().size() + 1, statement, by(), this.clock.instant());
		this.seats.save(seat);
		return seat.id();
	}

	/** Change a seat unless somebody else did so meanwhile. */
	@Transactional
	void change(CommitteeId committee, UUID seat, SeatStatement statement, int seen) {
		Committee known = standing(committee);
		standing(known, seat);
		requireFreeOffice(known, statement, seat);
		SeatRecord entry = this.seats.findById(new SeatRecord.SeatId(seat)).orElseThrow(() -> Committees.unknown());
		requireVersion(entry.isVersion(seen));
		entry.change(statement, by(), this.clock.instant());
		this.seats.save(entry);
	}

	/** Withdraw a seat; who held it stays on record. */
	@Transactional
	void withdraw(CommitteeId committee, UUID seat, String reason) {
		standing(standing(committee), seat);
		SeatRecord entry = this.seats.findById(new SeatRecord.SeatId(seat)).orElseThrow(() -> Committees.unknown());
		entry.withdraw(reason, by(), this.clock.instant());
		this.seats.save(entry);
	}

	/**
	 * Record who holds a seat.
	 * @return the id of the entry
	 * @throws CommitteeRefused if somebody else holds it then, or if a member of the
	 * organisation holds another seat of the committee then
	 */
	@Transactional
	public UUID fill(CommitteeId committee, UUID seat, HolderStatement statement) {
		Committee known = standing(committee);
		Committee.Seat filled = standing(known, seat);
		requireFree(known, filled, statement, null);
		HolderRecord entry = new HolderRecord(committee, filled, statement, by(), this.clock.instant());
		this.holders.save(entry);
		return entry.id();
	}

	/** Change an entry of who holds a seat unless somebody else did so meanwhile. */
	@Transactional
	void change(CommitteeId committee, UUID seat, UUID holder, HolderStatement statement, int seen) {
		Committee known = standing(committee);
		Committee.Seat filled = standing(known, seat);
		HolderRecord entry = entry(filled, holder);
		requireFree(known, filled, statement, holder);
		requireVersion(entry.isVersion(seen));
		entry.change(committee, filled, statement, by(), this.clock.instant());
		this.holders.save(entry);
	}

	/** Withdraw an entry that was made by mistake. */
	@Transactional
	void withdrawHolder(CommitteeId committee, UUID seat, UUID holder, String reason) {
		Committee.Seat filled = standing(standing(committee), seat);
		HolderRecord entry = entry(filled, holder);
		entry.withdraw(committee, filled, reason, by(), this.clock.instant());
		this.holders.save(entry);
	}

	private String by() {
		return this.actors.current().name();
	}

	private Committee standing(CommitteeId id) {
		Committees.lock(this.jdbc, id);
		Committee known = this.reader.one(id.id()).orElseThrow(() -> Committees.unknown());
		Committees.requireStanding(known.stands());
		return known;
	}

	private static Committee.Seat standing(Committee committee, UUID seat) {
		Committee.Seat known = committee.seat(seat);
		Committees.requireStanding(known.stands());
		return known;
	}

	private HolderRecord entry(Committee.Seat seat, UUID holder) {
		Committees.requireStanding(seat.holder(holder).withdrawnReason() == null);
		return this.holders.findById(new HolderRecord.HolderId(holder)).orElseThrow(() -> Committees.unknown());
	}

	private static void requireVersion(boolean same) {
		if (!same) {
			throw new ChangedMeanwhile();
		}
	}

	private static void requireFreeOffice(Committee committee, SeatStatement statement, @Nullable UUID but) {
		Roster.Office office = statement.office();
		if (office == null) {
			return;
		}
		for (Committee.Seat seat : committee.standing()) {
			if (seat.statement().office() == office && !seat.id().equals(but)) {
				throw new CommitteeRefused("office", "The seat %s is that of the %s. Change that seat first"
					.formatted(seat.statement().title(), office.label().toLowerCase(Locale.UK)));
			}
		}
	}

	private void requireFree(Committee committee, Committee.Seat filled, HolderStatement statement,
			@Nullable UUID but) {
		UUID person = statement.person();
		if (person != null && but == null
				&& this.people.active().stream().noneMatch((member) -> member.id().id().equals(person))) {
			throw new NotFound("There is no such person.");
		}
		for (Committee.Seat seat : committee.standing()) {
			for (Committee.Holder holder : seat.holders()) {
				boolean clash = holder.withdrawnReason() == null && !holder.id().equals(but)
						&& holder.statement().overlaps(statement);
				if (clash && seat.id().equals(filled.id())) {
					throw new CommitteeRefused("from", holder.statement().name()
							+ " holds the seat in that time. Record the last day of that first, or choose other days");
				}
				if (clash && person != null && person.equals(holder.statement().person())) {
					throw new CommitteeRefused("person", "%s holds the seat %s of this committee in that time"
						.formatted(holder.statement().name(), seat.statement().title()));
				}
			}
		}
	}

}
