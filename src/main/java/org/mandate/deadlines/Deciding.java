package org.mandate.deadlines;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.mandate.appraisals.AsAt;
import org.mandate.appraisals.Milestone;
import org.mandate.deadlines.Timing.State;
import org.mandate.forms.London;

/**
 * The meeting at which the governing body can decide in time: the last that is over
 * before the deadline. Where none is called, the plan counts from the last working day on
 * which one could be held, and says so.
 */
final class Deciding {

	private final Seen seen;

	private final Set<String> bodies;

	private final Due deadline;

	private final boolean forSubmission;

	private final AsAt asAt;

	private final @Nullable Milestone meeting;

	private final @Nullable Milestone next;

	Deciding(Seen seen, Set<String> bodies, Due deadline, boolean forSubmission, AsAt asAt) {
		this.seen = seen;
		this.bodies = bodies;
		this.deadline = deadline;
		this.forSubmission = forSubmission;
		this.asAt = asAt;
		this.meeting = seen.lastMeeting(bodies, deadline.late()).orElse(null);
		this.next = seen.nextMeeting(bodies, deadline.late()).orElse(null);
	}

	/** The day from which papers, notice and vote are counted back. */
	LocalDate day() {
		return (this.meeting != null) ? this.meeting.from() : WorkingDays.before(this.deadline.day(), 1);
	}

	/** Whether a meeting is called that can decide in time. */
	boolean isCalled() {
		return this.meeting != null;
	}

	/** What is decided before what. */
	String before() {
		return this.forSubmission ? "the proposal is submitted" : "the year begins";
	}

	Due due() {
		return Due.endOf(day());
	}

	String when() {
		return London.date(day());
	}

	/** Those that matter here: the one that can decide, else the next. */
	List<Milestone> meetings() {
		List<Milestone> found = new ArrayList<>();
		if (this.meeting != null) {
			found.add(this.meeting);
		}
		else if (this.next != null) {
			found.add(this.next);
		}
		return found;
	}

	String sentence() {
		String end = this.forSubmission ? "the deadline" : "the year begins";
		if (this.meeting != null) {
			return "The last meeting of the governing body before " + end;
		}
		String none = "No meeting of the governing body is called before " + end
				+ ". Counted from the last working day before it";
		return (this.next != null) ? none + ". " + next(this.deadline) : none;
	}

	private String next(Due due) {
		Milestone after = java.util.Objects.requireNonNull(this.next);
		if (after.from().equals(due.day())) {
			return "One is called for the day itself; the record does not show that it is in time";
		}
		return "The next is on %s, %s after the deadline".formatted(London.date(after.from()),
				Timing.days(due.day(), after.from()));
	}

	/** How the decision stands. */
	Timing timing(@Nullable Milestone approval) {
		if (approval != null) {
			return Timing.of(this.deadline, approval, this.asAt);
		}
		if (this.meeting != null) {
			return Timing.of(due(), this.seen.isPast(this.meeting) ? null : this.meeting, this.asAt);
		}
		if (this.next != null && this.next.isAfter(this.deadline.late()) && !this.seen.isPast(this.next)) {
			return Timing.of(this.deadline, this.next, this.asAt);
		}
		Timing waiting = Timing.of(this.deadline, null, this.asAt);
		return (waiting.state() == State.LATE_NOW) ? waiting : new Timing(State.NOTHING_CALLED, waiting.words());
	}

	/** What another deadline would mean for it, in a sentence. */
	String under(Due other) {
		return this.seen.lastMeeting(this.bodies, other.late())
			.map((found) -> "The governing body's last meeting before it is on " + London.date(found.from()) + ".")
			.orElse("No meeting of the governing body is called before it.");
	}

}
