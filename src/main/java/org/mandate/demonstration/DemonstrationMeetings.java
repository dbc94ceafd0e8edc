package org.mandate.demonstration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.mandate.access.Member;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.committees.Committee;
import org.mandate.committees.Committees;
import org.mandate.interests.Declaration;
import org.mandate.interests.Interests;
import org.mandate.meetings.AgendaItem;
import org.mandate.meetings.AgendaItem.Purpose;
import org.mandate.meetings.AgendaItem.Statement;
import org.mandate.meetings.AgendaItem.Touching;
import org.mandate.meetings.Agendas;
import org.mandate.meetings.Attendee;
import org.mandate.meetings.Meeting;
import org.mandate.meetings.MeetingClosing;
import org.mandate.meetings.MeetingId;
import org.mandate.meetings.Meetings;
import org.mandate.meetings.Outcome;
import org.mandate.meetings.Outcome.Result;
import org.mandate.meetings.Proceedings;
import org.mandate.meetings.Ruling;
import org.mandate.meetings.Vote;

import org.springframework.stereotype.Component;

/**
 * The meetings of Oxfordshire's governing body in the demonstration. That of 29 January
 * 2015 is real, and so is what is on its agenda; who sits there is invented. The meeting
 * before it is invented altogether, and says so.
 */
@Component
class DemonstrationMeetings {

	private static final String INVENTED = "Invented for the demonstration: ";

	private final Committees committees;

	private final Interests interests;

	private final Meetings meetings;

	private final Agendas agendas;

	private final Proceedings proceedings;

	private final MeetingClosing closing;

	DemonstrationMeetings(Committees committees, Interests interests, Meetings meetings, Agendas agendas,
			Proceedings proceedings, MeetingClosing closing) {
		this.committees = committees;
		this.interests = interests;
		this.meetings = meetings;
		this.agendas = agendas;
		this.proceedings = proceedings;
		this.closing = closing;
	}

	/** A meeting that is over, and that of January with its agenda. */
	void oxfordshire(AppraisalSummary appraisal, Member manager) {
		Committee body = this.committees.all()
			.stream()
			.filter((each) -> each.statement().kind() == Committee.Kind.GOVERNING_BODY)
			.findFirst()
			.orElseThrow();
		november(body, manager);
		MeetingId january = this.meetings.call(body.id(), new Meeting.Details(LocalDate.of(2015, 1, 29), null, null));
		this.agendas.add(january, new Statement("Primary care co-commissioning: the recommendation for 2015/16",
				Purpose.DECISION, null, null, appraisal.id(), false, Touching.NOTHING, List.of()));
		this.agendas.add(january,
				new Statement("Proposed revisions to the constitution", Purpose.DECISION,
						"To approve the proposed revisions to the CCG's constitution, which include a section that "
								+ "enables a joint committee to be established (governing body paper of January "
								+ "2015, section 3.1; this wording is invented).",
						null, null, false, Touching.NOTHING, List.of()));
	}

	private void november(Committee body, Member manager) {
		MeetingId id = this.meetings.call(body.id(), new Meeting.Details(LocalDate.of(2014, 11, 27), null, null));
		UUID ask = this.agendas.add(id,
				new Statement("How the member practices are asked", Purpose.DECISION,
						INVENTED + "to ask the member practices, locality by locality, whether they agree with the "
								+ "model that the executive recommends.",
						INVENTED + "a vote of practices by locality; a vote of all practices together.", null, false,
						Touching.NOTHING, List.of()));
		UUID news = this.agendas.add(id, new Statement("What NHS England has published", Purpose.INFORMATION, null,
				null, null, false, Touching.NOTHING, List.of()));
		this.meetings.open(id);
		Meeting opened = this.meetings.one(id);
		List<Meetings.Came> came = new ArrayList<>();
		for (Attendee member : opened.members()) {
			came.add(new Meetings.Came(member.seat(), Attendee.Attendance.PRESENT, null, null));
		}
		this.meetings.attend(id, came, null, opened.version());
		declared(id, ask);
		decide(id, ask, new Outcome(Result.APPROVED, null, null, null, new Vote(11, 0, 1, Map.of(), null)));
		decide(id, news, new Outcome(Result.NOTED, null, null, null, null));
		this.closing.close(id, null, this.meetings.one(id).version(), manager);
		this.closing.publish(id);
	}

	/** One interest of the register, and what follows from it. */
	private void declared(MeetingId id, UUID item) {
		List<UUID> people = this.meetings.one(id)
			.members()
			.stream()
			.filter((member) -> member.person() != null && !member.isGeneralPractitioner())
			.map(Attendee::person)
			.toList();
		List<UUID> theirs = this.interests.standing()
			.stream()
			.filter((declaration) -> people.contains(declaration.holder().id()))
			.map(Declaration::id)
			.toList();
		this.proceedings.declare(id, item, theirs, null);
		for (AgendaItem.Declared declared : this.meetings.one(id).item(item).declarations()) {
			this.proceedings.rule(id, item, declared.seat(), Ruling.DISCUSSION_AND_DECISION, null);
		}
	}

	private void decide(MeetingId id, UUID item, Outcome outcome) {
		this.proceedings.record(id, item, outcome, null, this.meetings.one(id).version());
	}

}
