package org.mandate.meetings;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.committees.Roster;
import org.mandate.committees.SeatRole;

/**
 * A member of the committee as they sat on it on the day of the meeting.
 *
 * @param seat the seat's id
 * @param name who sits in it
 * @param title of the seat
 * @param role as what
 * @param voting whether with a vote
 * @param office chair or vice chair; null for neither
 * @param person the member of the organisation; null for others
 * @param practice code of the practice, for a GP; null where it is not recorded
 * @param attendance whether they came
 * @param fromItem number of the item from which on they were there; null from the start
 * @param toItem number of the last item for which they were there; null to the end
 */
public record Attendee(UUID seat, String name, String title, SeatRole role, boolean voting,
		Roster.@Nullable Office office, @Nullable UUID person, @Nullable String practice, Attendance attendance,
		@Nullable Integer fromItem, @Nullable Integer toItem) {

	/** Whether somebody came. */
	public enum Attendance {

		/** Nobody has said yet. */
		NOT_RECORDED("Not recorded"),

		/** Came. */
		PRESENT("Present"),

		/** Did not come, and said so before. */
		APOLOGIES("Apologies"),

		/** Did not come. */
		ABSENT("Absent without apologies");

		private final String label;

		Attendance(String label) {
			this.label = label;
		}

		/** As shown. */
		public String label() {
			return this.label;
		}

	}

	/** Whether they were there for an item. */
	public boolean isPresentFor(int item) {
		return this.attendance == Attendance.PRESENT && (this.fromItem == null || this.fromItem <= item)
				&& (this.toItem == null || this.toItem >= item);
	}

	/** Whether they work as a GP of one of the CCG's own member practices. */
	public boolean isGeneralPractitioner() {
		return this.role == SeatRole.GP;
	}

	/** Name with the office, if they hold one: "A. Member (Chair)". */
	public String called() {
		return (this.office != null) ? this.name + " (" + this.office.label() + ")" : this.name;
	}

	/** When they came or left, in words; empty for the whole meeting. */
	public String partly() {
		String from = (this.fromItem != null) ? "from item " + this.fromItem : "";
		String to = (this.toItem != null) ? "until item " + this.toItem : "";
		return (from + ((from.isEmpty() || to.isEmpty()) ? "" : " ") + to);
	}

	/** Somebody in a seat, of whom nobody has said yet whether they came. */
	static Attendee of(Roster.Sitting sitting) {
		return new Attendee(sitting.seat(), sitting.name(), sitting.title(), sitting.role(), sitting.voting(),
				sitting.office(), sitting.person(), sitting.practice(), Attendance.NOT_RECORDED, null, null);
	}

	Roster.Sitting sitting() {
		return new Roster.Sitting(this.seat, this.name, this.title, this.role, this.voting, this.office, this.person,
				this.practice);
	}

}
