package org.mandate.meetings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.mandate.committees.CommitteeId;
import org.mandate.meetings.AgendaItem.Declared;
import org.mandate.meetings.AgendaItem.Origin;

import org.springframework.stereotype.Component;

/**
 * Carries what the meetings of a committee deferred or did not reach to the agenda of its
 * next meeting, with what was declared on it. Within the transaction of a facade, and a
 * fixed number of statements but for the trail.
 */
@Component
class Carrying {

	private final MeetingStore store;

	private final AgendaStore agenda;

	private final MeetingReader reader;

	Carrying(MeetingStore store, AgendaStore agenda, MeetingReader reader) {
		this.store = store;
		this.agenda = agenda;
		this.reader = reader;
	}

	/** To the agenda of the committee's next meeting, if one is called. */
	void on(CommitteeId committee) {
		MeetingId next = this.reader.next(committee);
		if (next != null) {
			to(next, committee);
		}
	}

	/** To the agenda of a meeting of the committee that is called. */
	void to(MeetingId meeting, CommitteeId committee) {
		List<MeetingReader.Left> left = this.reader.left(committee);
		if (left.isEmpty()) {
			return;
		}
		int number = this.reader.standing(meeting);
		List<AgendaItem> items = new ArrayList<>();
		Map<UUID, List<Declared>> declarations = new LinkedHashMap<>();
		for (MeetingReader.Left each : left) {
			number++;
			AgendaItem item = Agendas.fresh(number, each.item().statement(), each.item().id(), carried(each.item()));
			items.add(item);
			declarations.put(item.id(), item.declarations());
		}
		this.agenda.insert(meeting, items);
		this.agenda.declare(declarations);
		for (int index = 0; index < items.size(); index++) {
			this.store.publish(Agendas.added(meeting, items.get(index)));
			this.store.publish(carried(meeting, items.get(index), left.get(index)));
		}
	}

	private static List<Declared> carried(AgendaItem from) {
		return from.declarations()
			.stream()
			.filter((declared) -> declared.origin() != Origin.PRACTICE)
			.map((declared) -> new Declared(UUID.randomUUID(), declared.seat(), declared.name(), declared.interest(),
					declared.words(), Origin.CARRIED, declared.mayPublish()))
			.toList();
	}

	private static MeetingEvent carried(MeetingId meeting, AgendaItem item, MeetingReader.Left from) {
		return new MeetingEvent(meeting, "meeting.item-carried",
				"Item %d comes from the meeting of %s".formatted(item.number(), from.on().format(Meeting.DAY)), null,
				Map.of("from", from.meeting().id().toString(), "item", from.item().number()));
	}

}
