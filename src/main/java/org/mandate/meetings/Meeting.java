package org.mandate.meetings;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.committees.CommitteeId;
import org.mandate.committees.DecisionRule;
import org.mandate.committees.Quorum;
import org.mandate.committees.Roster;
import org.mandate.database.NotFound;

/**
 * A meeting of a committee.
 *
 * @param id identity
 * @param version counts its changes from 0
 * @param committee whose
 * @param committeeName its name, as when it met
 * @param details when and where
 * @param state how far it is
 * @param rules by which it decides, as when it was opened; null before
 * @param members of the committee on its day, as when it was opened; none before
 * @param items of its agenda that stand, in their order
 * @param withdrawn items that were taken off it
 * @param inAttendance who else was there; may be null
 * @param cancelledReason why it was cancelled; null unless it was
 * @param adjournedReason why it ended before its end; null unless it did
 * @param publishedAt since when its decisions are in the public register; null while not
 * @param recordedBy who recorded it last
 */
public record Meeting(MeetingId id, int version, CommitteeId committee, String committeeName, Details details,
		State state, @Nullable Rules rules, List<Attendee> members, List<AgendaItem> items, List<AgendaItem> withdrawn,
		@Nullable String inAttendance, @Nullable String cancelledReason, @Nullable String adjournedReason,
		@Nullable Instant publishedAt, String recordedBy) {

	static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

	public Meeting {
		members = List.copyOf(members);
		items = List.copyOf(items);
		withdrawn = List.copyOf(withdrawn);
	}

	/**
	 * When and where.
	 *
	 * @param on the day
	 * @param at the time, such as "09:00"; may be null
	 * @param place may be null
	 */
	public record Details(LocalDate on, @Nullable String at, @Nullable String place) {

		/** The time; null where none is recorded. */
		public @Nullable LocalTime time() {
			return (this.at != null) ? LocalTime.parse(this.at) : null;
		}

	}

	/** How far a meeting is. */
	public enum State {

		/** Its agenda is being made. */
		CALLED("Called", "blue"),

		/** It goes on, or its record is being made. */
		OPEN("Open", "yellow"),

		/** Its record is final. */
		CLOSED("Closed", "green"),

		/** It did not take place. */
		CANCELLED("Cancelled", "grey");

		private final String label;

		private final String colour;

		State(String label, String colour) {
			this.label = label;
			this.colour = colour;
		}

		/** As shown. */
		public String label() {
			return this.label;
		}

		/** The colour of its tag. */
		public String colour() {
			return this.colour;
		}

	}

	/**
	 * By what a committee decides.
	 *
	 * @param quorum when it is quorate
	 * @param decision when a motion is carried
	 * @param castingVote whether whoever presides has a second vote in a tie
	 */
	public record Rules(Quorum quorum, DecisionRule decision, boolean castingVote) {
	}

	/** What it is called: "Governing Body, 29 January 2015". */
	public String title() {
		return this.committeeName + ", " + day();
	}

	/** Its day, in words. */
	public String day() {
		return this.details.on().format(DAY);
	}

	/** Whether it is open. */
	public boolean open() {
		return this.state == State.OPEN;
	}

	/** Whether its agenda can be changed. */
	public boolean called() {
		return this.state == State.CALLED;
	}

	/** Whether its record is final. */
	public boolean closed() {
		return this.state == State.CLOSED;
	}

	/** Whether its decisions are public. */
	public boolean published() {
		return this.publishedAt != null;
	}

	/** Whether it is said of everybody whether they came. */
	public boolean attendanceRecorded() {
		return this.members.stream().noneMatch((member) -> member.attendance() == Attendee.Attendance.NOT_RECORDED);
	}

	/** Those for whom something is recorded. */
	public List<Attendee> with(Attendee.Attendance attendance) {
		return this.members.stream().filter((member) -> member.attendance() == attendance).toList();
	}

	/**
	 * One of its items.
	 * @throws NotFound if it has none of that id that stands
	 */
	public AgendaItem item(UUID item) {
		return this.items.stream()
			.filter((each) -> each.id().equals(item))
			.findFirst()
			.orElseThrow(() -> new NotFound("The meeting has no such item."));
	}

	/**
	 * One of its members.
	 * @throws NotFound if nobody sits on that seat
	 */
	public Attendee member(UUID seat) {
		return this.members.stream()
			.filter((each) -> each.seat().equals(seat))
			.findFirst()
			.orElseThrow(() -> new NotFound("Nobody sits on that seat."));
	}

	/** How an item stands: who may decide on it, and whether they can. */
	public Standing standing(AgendaItem item) {
		return Standing.of(this, item);
	}

	Roster roster() {
		return new Roster(this.members.stream().map(Attendee::sitting).toList());
	}

	/** How many decisions there are, in words: "1 of 2 recorded". */
	public String decisionWords() {
		List<AgendaItem> all = this.items.stream().filter(AgendaItem::forDecision).toList();
		long recorded = all.stream().filter((item) -> item.outcome() != null).count();
		return switch (this.state) {
			case CALLED -> all.isEmpty() ? "None" : all.size() + " to take";
			case OPEN -> all.isEmpty() ? "None" : recorded + " of " + all.size() + " recorded";
			case CLOSED -> (recorded == 0) ? "None" : Long.toString(recorded);
			case CANCELLED -> "None";
		};
	}

	/** Its items without an outcome. */
	public List<AgendaItem> withoutOutcome() {
		return this.items.stream().filter((item) -> item.outcome() == null).toList();
	}

}
