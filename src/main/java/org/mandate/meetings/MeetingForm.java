package org.mandate.meetings;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.committees.Committee;
import org.mandate.committees.CommitteeId;
import org.mandate.forms.DateBoxes;
import org.mandate.forms.TextCheck;
import org.mandate.forms.TimeOfDay;
import org.mandate.forms.Typed;

import org.springframework.validation.BindingResult;

/**
 * What is typed of a meeting that is called.
 *
 * @param committee id of the committee that meets; not asked again when the meeting is
 * changed
 * @param on the day
 * @param at the time
 * @param place where
 * @param version of what the person saw when they began
 */
public record MeetingForm(@Nullable String committee, DateBoxes on, @Nullable String at, @Nullable String place,
		@Nullable String version) {

	private static final int FIRST_YEAR = 1900;

	private static final int LAST_YEAR = 2200;

	static final MeetingForm EMPTY = new MeetingForm(null, DateBoxes.EMPTY, null, null, null);

	public MeetingForm {
		on = DateBoxes.orEmpty(on);
	}

	static MeetingForm of(Meeting meeting) {
		Meeting.Details is = meeting.details();
		return new MeetingForm(meeting.committee().toString(), DateBoxes.of(is.on()), is.at(), is.place(),
				Integer.toString(meeting.version()));
	}

	/** The same, taken up again after somebody else saved. */
	MeetingForm over(Meeting theirs) {
		return new MeetingForm(this.committee, this.on, this.at, this.place, Integer.toString(theirs.version()));
	}

	int seen() {
		return Typed.version(this.version);
	}

	/** Which of these committees was chosen; empty when none was, which is said. */
	Optional<CommitteeId> chosen(Iterable<Committee> committees, BindingResult errors) {
		for (Committee each : committees) {
			UUID id = each.id().id();
			if (id.toString().equals(this.committee)) {
				return Optional.of(each.id());
			}
		}
		errors.rejectValue("committee", "missing", "Choose which committee meets");
		return Optional.empty();
	}

	/** What is typed as details; empty when something is wrong, which is said. */
	Optional<Meeting.Details> details(BindingResult errors) {
		LocalDate day = this.on.date().orElse(null);
		if (this.on.isBlank()) {
			errors.rejectValue("on", "missing", "Enter the day of the meeting");
		}
		else if (day == null || day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
			errors.rejectValue("on", "wrong", "Enter a real date, such as 29 1 2015");
		}
		LocalTime time = null;
		if (Typed.optional(this.at) != null) {
			time = TimeOfDay.read(this.at).filter((read) -> !read.nextDay()).map(TimeOfDay::time).orElse(null);
			if (time == null) {
				errors.rejectValue("at", "wrong", "Enter a time, such as 9:30 or 2pm");
			}
		}
		new TextCheck(errors).line("place", this.place, "The place", 200, null);
		if (errors.hasFieldErrors("on") || errors.hasFieldErrors("at") || errors.hasFieldErrors("place")
				|| day == null) {
			return Optional.empty();
		}
		return Optional
			.of(new Meeting.Details(day, (time != null) ? time.toString() : null, Typed.optional(this.place)));
	}

}
