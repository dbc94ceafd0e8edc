package org.mandate.meetings;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.mandate.access.Member;
import org.mandate.appraisals.AppraisalId;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;
import org.mandate.recommendations.Decision;
import org.mandate.recommendations.RecommendationSummary;
import org.mandate.recommendations.Recommendations;
import org.mandate.recommendations.Resolution;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The end of meetings: closed for good, their decisions published.
 */
@Component
public class MeetingClosing {

	private final MeetingStore store;

	private final AgendaStore agenda;

	private final Carrying carrying;

	private final Recommendations recommendations;

	private final Appraisals appraisals;

	MeetingClosing(MeetingStore store, AgendaStore agenda, Carrying carrying, Recommendations recommendations,
			Appraisals appraisals) {
		this.store = store;
		this.agenda = agenda;
		this.carrying = carrying;
		this.recommendations = recommendations;
		this.appraisals = appraisals;
	}

	/**
	 * Close a meeting: its record becomes final, every decision gets its reference,
	 * recommendations are resolved and sealed, and what was deferred or not reached waits
	 * for the next meeting.
	 * @param adjourned why it ended before its end; null if it did not
	 * @param by who closes it
	 * @throws MeetingRefused if its record is not complete
	 */
	@Transactional
	public void close(MeetingId id, @Nullable String adjourned, int seen, Member by) {
		Meeting meeting = this.store.locked(id, Meeting::open, Meetings.NOT_OPEN, seen);
		if (!meeting.attendanceRecorded()) {
			throw new MeetingRefused("", "Record first who is present");
		}
		List<AgendaItem> left = meeting.withoutOutcome();
		if (adjourned == null && !left.isEmpty()) {
			throw new MeetingRefused("",
					left.stream().map((item) -> "Item " + item.number()).collect(Collectors.joining(", ")) + " "
							+ ((left.size() == 1) ? "has" : "have") + " no outcome. Record it, or adjourn the meeting");
		}
		OutcomeCheck.requireSound(meeting);
		this.store.close(id, adjourned);
		int number = this.agenda.lastReference(meeting.details().on().getYear());
		for (AgendaItem item : meeting.items()) {
			if (item.forDecision() && item.outcome() != null) {
				number++;
				this.agenda.reference(item.id(), "%d-%03d".formatted(meeting.details().on().getYear(), number));
				resolve(meeting, item, item.outcome(), by);
			}
		}
		this.store.publish(new MeetingEvent(id, "meeting.closed",
				((adjourned != null) ? "Adjourned" : "Closed") + " the meeting of " + meeting.day(), adjourned,
				Map.of("decided", meeting.items().size() - left.size(), "notReached", left.size())));
		this.carrying.on(meeting.committee());
	}

	/** The governing body's resolution on a recommendation, if its votes decided it. */
	private void resolve(Meeting meeting, AgendaItem item, Outcome outcome, Member by) {
		AppraisalId of = item.statement().appraisal();
		Vote vote = outcome.vote();
		if (of == null || vote == null) {
			return;
		}
		AppraisalSummary appraisal = this.appraisals.one(of);
		RecommendationSummary current = this.recommendations.current(of).orElse(null);
		if (current == null || !current.put() || outcome.put() == null
				|| !Objects.equals(outcome.put().version(), current.version().number())) {
			throw new MeetingRefused("", "Item " + item.number() + ": the recommendation for "
					+ appraisal.year().label() + " was taken back or changed since. Record the outcome again");
		}
		Decision decision = switch (outcome.result()) {
			case APPROVED -> Decision.APPROVED;
			case APPROVED_WITH_AMENDMENTS -> Decision.APPROVED_WITH_AMENDMENTS;
			case REJECTED -> Decision.REJECTED;
			case DEFERRED -> Decision.DEFERRED;
			case NOTED -> throw new IllegalStateException("A recommendation is decided on");
		};
		Standing standing = meeting.standing(item);
		Attendee presiding = Objects.requireNonNull(standing.presiding());
		this.recommendations.resolve(appraisal,
				new Resolution.Minute(decision, outcome.amendedWording(), meeting.details().on(), vote.votesFor(),
						vote.votesAgainst(), vote.abstained(), outcome.reason(),
						new Resolution.Meeting(meeting.id().id(), item.id(), Minutes.circumstances(meeting, item)),
						presiding.person() != null && presiding.person().equals(by.id().id())),
				by);
	}

	/** Publish the decisions of a closed meeting that were taken in public. */
	@Transactional
	public void publish(MeetingId id) {
		Meeting meeting = this.store.locked(id, Meeting::closed, "Close the meeting before you publish its decisions",
				null);
		if (!meeting.published()) {
			this.store.published(id);
			this.store.publish(new MeetingEvent(id, "meeting.published",
					"Published the decisions of the meeting of " + meeting.day(), null, Map.of()));
		}
	}

}
