package org.mandate.meetings;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.mandate.committees.Committee;

/**
 * The one thing to do next for whoever keeps the record of a meeting.
 *
 * @param words why, or until when; may be null
 * @param action what to do, in the words of its button; null where there is nothing to
 * press
 * @param href where, within the organisation; null where it is on the page itself
 * @param opens whether it is to open the meeting
 */
public record NextStep(@Nullable String words, @Nullable String action, @Nullable String href, boolean opens) {

	/** What comes next; null when nothing does. */
	static @Nullable NextStep of(Meeting meeting, Committee committee, LocalDate today) {
		return switch (meeting.state()) {
			case CALLED -> called(meeting, committee, today);
			case OPEN -> open(meeting);
			case CLOSED -> closed(meeting);
			case CANCELLED -> null;
		};
	}

	private static NextStep called(Meeting meeting, Committee committee, LocalDate today) {
		String home = "/committees/" + committee.id();
		if (meeting.items().isEmpty()) {
			return new NextStep("There is nothing on the agenda yet.", "Add an item", address(meeting) + "/items/new",
					false);
		}
		if (committee.quorum() == null) {
			return new NextStep("The meeting cannot be opened before it is recorded when the committee is quorate.",
					"Record it at the committee", home, false);
		}
		if (committee.roster(meeting.details().on()).sittings().isEmpty()) {
			return new NextStep("Nobody sits on the committee on " + meeting.day() + ".", "Record who holds its seats",
					home, false);
		}
		if (meeting.details().on().isAfter(today)) {
			return new NextStep("Next: open the meeting on " + meeting.day()
					+ ". Until then its agenda, day and place can be changed.", null, null, false);
		}
		return new NextStep(null, "Open the meeting", null, true);
	}

	private static NextStep open(Meeting meeting) {
		if (!meeting.attendanceRecorded()) {
			return new NextStep("The quorum of every item is found from who is there.", "Record who is present",
					address(meeting) + "/attendance", false);
		}
		List<AgendaItem> left = meeting.withoutOutcome();
		int items = meeting.items().size();
		if (!left.isEmpty()) {
			AgendaItem first = left.getFirst();
			return new NextStep(
					"%d of %d %s an outcome. Next comes: %s".formatted(items - left.size(), items,
							(items == 1) ? "item has" : "items have", first.title()),
					"Take item " + first.number(), address(meeting) + "/items/" + first.id(), false);
		}
		return new NextStep((items == 0) ? "There is nothing on the agenda." : "Every item has an outcome.",
				"Close the meeting", address(meeting) + "/closing", false);
	}

	private static @Nullable NextStep closed(Meeting meeting) {
		boolean any = meeting.items().stream().anyMatch(NextStep::isPublic);
		return (any && !meeting.published()) ? new NextStep("Nothing of it is public yet.", "Publish the decisions",
				address(meeting) + "/publication", false) : null;
	}

	/** Whether an item of a closed meeting belongs into the public register. */
	static boolean isPublic(AgendaItem item) {
		return item.reference() != null && !item.statement().inPrivate();
	}

	private static String address(Meeting meeting) {
		return "/meetings/" + meeting.id();
	}

}
