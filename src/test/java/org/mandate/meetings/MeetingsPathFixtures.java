package org.mandate.meetings;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.mandate.access.PathFixtures;
import org.mandate.committees.CommitteeId;
import org.mandate.committees.Committees;
import org.mandate.committees.Quorum;
import org.mandate.meetings.AgendaItem.Declared;
import org.mandate.meetings.AgendaItem.Purpose;
import org.mandate.meetings.AgendaItem.Statement;
import org.mandate.meetings.AgendaItem.Touching;

/**
 * An open meeting of the committee, with an item on which its one member declared
 * something.
 */
class MeetingsPathFixtures implements PathFixtures {

	private final Committees committees;

	private final Meetings meetings;

	private final Agendas agendas;

	private final Proceedings proceedings;

	MeetingsPathFixtures(Committees committees, Meetings meetings, Agendas agendas, Proceedings proceedings) {
		this.committees = committees;
		this.meetings = meetings;
		this.agendas = agendas;
		this.proceedings = proceedings;
	}

	@Override
	public int order() {
		return 40;
	}

	@Override
	public Map<String, String> make(Setting setting) {
		CommitteeId committee = new CommitteeId(UUID.fromString(setting.values().get("{committee}")));
		UUID seat = UUID.fromString(setting.values().get("{seat}"));
		this.committees.rule(committee, new Quorum.Members(1, Set.of(), Quorum.Counted.VOTING));
		MeetingId meeting = this.meetings.call(committee, new Meeting.Details(LocalDate.of(2015, 1, 29), null, null));
		UUID item = this.agendas.add(meeting, new Statement("An item", Purpose.DECISION, "That it be so.", null, null,
				false, Touching.NOTHING, List.of()));
		this.meetings.open(meeting);
		this.proceedings.declare(meeting, item, List.of(), new Proceedings.Said(seat, "Shares", true));
		Declared declared = this.meetings.one(meeting).item(item).declarations().getFirst();
		return Map.of("{meeting}", meeting.toString(), "{item}", item.toString(), "{declaration}",
				declared.id().toString());
	}

}
