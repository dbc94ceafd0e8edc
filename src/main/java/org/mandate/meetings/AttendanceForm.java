package org.mandate.meetings;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.mandate.forms.TextCheck;
import org.mandate.forms.Typed;
import org.mandate.meetings.Attendee.Attendance;

import org.springframework.util.MultiValueMap;
import org.springframework.validation.BindingResult;

/**
 * Who came, as typed.
 *
 * @param rows one for each member, in the order of the meeting's
 * @param inAttendance who else was there
 * @param version of what the person saw when they began
 */
public record AttendanceForm(List<Row> rows, @Nullable String inAttendance, @Nullable String version) {

	/**
	 * What is typed of a member.
	 *
	 * @param attendance name of whether they came; null when nothing is chosen
	 * @param from number of the item for which they came
	 * @param to number of the item after which they left
	 */
	public record Row(@Nullable String attendance, @Nullable String from, @Nullable String to) {

		static Row of(Attendee member) {
			return new Row((member.attendance() != Attendance.NOT_RECORDED) ? member.attendance().name() : null,
					text(member.fromItem()), text(member.toItem()));
		}

		private static String text(@Nullable Integer item) {
			return (item != null) ? item.toString() : "";
		}

		/** Whether they are said to have come late or left early. */
		public boolean partly() {
			return !Typed.text(this.from).isEmpty() || !Typed.text(this.to).isEmpty();
		}

		private @Nullable Attendance chosen() {
			Attendance chosen = Typed.one(Attendance.values(), this.attendance);
			return (chosen != Attendance.NOT_RECORDED) ? chosen : null;
		}

	}

	static AttendanceForm of(Meeting meeting) {
		return new AttendanceForm(meeting.members().stream().map(Row::of).toList(), meeting.inAttendance(),
				Integer.toString(meeting.version()));
	}

	/** As sent by the page of a meeting: a row for each of its members. */
	static AttendanceForm sent(MultiValueMap<String, String> sent, Meeting meeting) {
		List<Row> rows = new ArrayList<>();
		for (int i = 0; i < meeting.members().size(); i++) {
			String at = "rows[" + i + "].";
			rows.add(new Row(sent.getFirst(at + "attendance"), sent.getFirst(at + "from"), sent.getFirst(at + "to")));
		}
		return new AttendanceForm(rows, sent.getFirst("inAttendance"), sent.getFirst("version"));
	}

	/** The same with everybody present for whom nothing is chosen. */
	AttendanceForm withTheOthers() {
		return new AttendanceForm(this.rows.stream()
			.map((row) -> (row.chosen() != null) ? row : new Row(Attendance.PRESENT.name(), row.from(), row.to()))
			.toList(), this.inAttendance, this.version);
	}

	/** The same, taken up again after somebody else saved. */
	AttendanceForm over(Meeting theirs) {
		return new AttendanceForm(this.rows, this.inAttendance, Integer.toString(theirs.version()));
	}

	int seen() {
		return Typed.version(this.version);
	}

	/** Who came; what is wrong with it is said. */
	List<Meetings.Came> came(Meeting meeting, BindingResult errors) {
		List<Meetings.Came> came = new ArrayList<>();
		for (int i = 0; i < this.rows.size(); i++) {
			Attendee member = meeting.members().get(i);
			Row row = this.rows.get(i);
			String at = "rows[" + i + "].";
			Attendance chosen = row.chosen();
			if (chosen == null) {
				errors.rejectValue(at + "attendance", "missing", "Choose whether " + member.name() + " was present");
			}
			else if (chosen != Attendance.PRESENT && row.partly()) {
				errors.rejectValue(at + "attendance", "absent",
						member.name() + " came or left at an item: choose \"Present\", or delete the item's number");
			}
			else {
				int items = meeting.items().size();
				Integer from = item(at + "from", row.from(), items, errors);
				Integer to = item(at + "to", row.to(), items, errors);
				if (from != null && to != null && to < from) {
					errors.rejectValue(at + "to", "order",
							member.name() + " cannot have left before coming. Correct the numbers of the items");
				}
				came.add(new Meetings.Came(member.seat(), chosen, from, to));
			}
		}
		new TextCheck(errors).prose("inAttendance", this.inAttendance, "The list", 2000, null);
		return came;
	}

	private static @Nullable Integer item(String field, @Nullable String typed, int items, BindingResult errors) {
		String text = Typed.text(typed);
		if (text.isEmpty()) {
			return null;
		}
		int number = text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : 0;
		if (number < 1 || number > items) {
			errors.rejectValue(field, "wrong", (items == 0) ? "Leave this empty: the agenda has no items"
					: "Enter the number of an item of the agenda, from 1 to " + items);
			return null;
		}
		return number;
	}

}
