package org.mandate.committees;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.database.NotFound;

/**
 * A committee with its seats as they stand.
 *
 * @param id known by it in addresses
 * @param statement what is recorded of it
 * @param quorum when it is quorate; null while no rule is recorded
 * @param withdrawnReason why it was withdrawn; null while it stands
 * @param version counts what was recorded of it from 0
 * @param recordedBy who recorded it last
 * @param seats all, in their order, the withdrawn ones as well
 */
public record Committee(CommitteeId id, CommitteeStatement statement, @Nullable Quorum quorum,
		@Nullable String withdrawnReason, int version, String recordedBy, List<Seat> seats) {

	public Committee {
		seats = List.copyOf(seats);
	}

	/** What sort of committee it is. */
	public enum Kind {

		/** The CCG's governing body. */
		GOVERNING_BODY("Governing body", null),

		/** One committee of CCG and NHS England; a model of the guidance asks for it. */
		JOINT_COMMITTEE("Joint committee", "joint"),

		/** Committees of several bodies that meet at the same time and place. */
		COMMITTEES_IN_COMMON("Committees in common", "joint"),

		/** Decides on what is delegated. */
		PRIMARY_CARE_COMMISSIONING_COMMITTEE("Primary care commissioning committee", "delegated"),

		/** Serves as the joint committee (Oxfordshire paper, section 3.1). */
		COMMISSIONING_BOARD("Commissioning board", "joint");

		private final String label;

		private final @Nullable String model;

		Kind(String label, @Nullable String model) {
			this.label = label;
			this.model = model;
		}

		/** As shown. */
		public String label() {
			return this.label;
		}

		/** The model of the guidance whose rules hold for it; null for none. */
		public @Nullable String model() {
			return this.model;
		}

	}

	/**
	 * Terms of reference.
	 *
	 * @param text themselves, or null
	 * @param link to them, or null
	 * @param version such as "0.3 draft"
	 * @param on the day of that version
	 */
	public record Terms(@Nullable String text, @Nullable String link, String version, LocalDate on) {
	}

	/**
	 * A seat.
	 *
	 * @param id known by it in addresses
	 * @param statement what is recorded of it
	 * @param withdrawnReason why it was withdrawn; null while it stands
	 * @param version counts what was recorded of it from 0
	 * @param recordedBy who recorded it last
	 * @param holders who held it, the earliest first
	 */
	public record Seat(UUID id, SeatStatement statement, @Nullable String withdrawnReason, int version,
			String recordedBy, List<Holder> holders) {

		/** Who holds it on a day; null when it is vacant. */
		public @Nullable Holder on(LocalDate day) {
			return this.holders.stream().filter((holder) -> holder.holds(day)).findFirst().orElse(null);
		}

		/** Whether it stands. */
		public boolean stands() {
			return this.withdrawnReason == null;
		}

		/**
		 * One of those who held it.
		 * @throws NotFound if it has no such holder
		 */
		public Holder holder(UUID id) {
			return this.holders.stream()
				.filter((holder) -> holder.id().equals(id))
				.findFirst()
				.orElseThrow(() -> new NotFound("Nobody of that kind holds the seat."));
		}

	}

	/**
	 * Somebody who holds a seat, or held it.
	 *
	 * @param id known by it in addresses
	 * @param statement what is recorded
	 * @param withdrawnReason why the entry was withdrawn; null while it stands
	 * @param version counts what was recorded of it from 0
	 * @param recordedBy who recorded it last
	 */
	public record Holder(UUID id, HolderStatement statement, @Nullable String withdrawnReason, int version,
			String recordedBy) {

		/** Whether they hold the seat on a day. */
		public boolean holds(LocalDate day) {
			return this.withdrawnReason == null && this.statement.covers(day);
		}

	}

	/** Its name. */
	public String name() {
		return this.statement.name();
	}

	/** Its kind in words, with its state if it is in shadow form. */
	public String kindWords() {
		return this.statement.kind().label() + (this.statement.shadow() ? ", in shadow form" : "");
	}

	/** Whether it stands. */
	public boolean stands() {
		return this.withdrawnReason == null;
	}

	/** The seats that stand. */
	public List<Seat> standing() {
		return this.seats.stream().filter(Seat::stands).toList();
	}

	/**
	 * One of its seats.
	 * @throws NotFound if it has no such seat
	 */
	public Seat seat(UUID id) {
		return this.seats.stream()
			.filter((seat) -> seat.id().equals(id))
			.findFirst()
			.orElseThrow(() -> new NotFound("The committee has no such seat."));
	}

	/** Who sits on it on a day. */
	public Roster roster(LocalDate day) {
		List<Roster.Sitting> sittings = new ArrayList<>();
		for (Seat seat : standing()) {
			Holder holder = seat.on(day);
			if (holder != null) {
				SeatStatement of = seat.statement();
				HolderStatement by = holder.statement();
				sittings.add(new Roster.Sitting(seat.id(), by.name(), of.title(), of.role(), of.voting(), of.office(),
						by.person(), by.practice()));
			}
		}
		return new Roster(sittings);
	}

	/** How many seats are filled on a day, in words: "7 of 9 seats filled". */
	public String filled(LocalDate day) {
		int seats = standing().size();
		return (seats == 0) ? "No seats yet"
				: "%d of %d %s filled".formatted(roster(day).sittings().size(), seats, (seats == 1) ? "seat" : "seats");
	}

	/** When a motion before it is carried, in plain English. */
	public String decisionWords() {
		String rule = this.statement.decisionRule().label();
		return rule.substring(0, 1).toLowerCase(Locale.UK) + rule.substring(1)
				+ (this.statement.castingVote() ? "; in a tie whoever presides has a second, casting vote" : "");
	}

	/** The quorum in plain English; null while no rule is recorded. */
	public @Nullable String quorumWords() {
		return (this.quorum != null) ? Objects.requireNonNull(this.quorum).words() : null;
	}

}
