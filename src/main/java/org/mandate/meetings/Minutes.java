package org.mandate.meetings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.mandate.meetings.AgendaItem.Declared;
import org.mandate.meetings.AgendaItem.Ruled;
import org.mandate.meetings.Vote.Choice;

/**
 * The minutes of a meeting: its record in sentences. Nothing of them is typed.
 *
 * @param meeting whose
 * @param entries one for each item, in the order of the agenda
 */
public record Minutes(Meeting meeting, List<Entry> entries) {

	/** In place of words that their holder does not want published. */
	public static final String WITHHELD = "An interest was declared. Its words are not published.";

	public Minutes {
		entries = List.copyOf(entries);
	}

	/**
	 * A conflict, and how it was handled.
	 *
	 * @param seat whose
	 * @param name whose
	 * @param words what was declared
	 * @param ruling what was ruled; null while nothing was
	 */
	public record Conflict(UUID seat, String name, List<String> words, @Nullable Ruled ruling) {

		public Conflict {
			words = List.copyOf(words);
		}

		/** How it was handled, in a sentence. */
		public String handled() {
			if (this.ruling == null) {
				return "No ruling";
			}
			String why = (this.ruling.reason() != null) ? " (" + this.ruling.reason() + ")" : "";
			return "%s%s. Ruled by %s".formatted(this.ruling.ruling().label(), why, this.ruling.by());
		}

	}

	/**
	 * What the minutes say of an item.
	 *
	 * @param item which
	 * @param presiding who presided, with the office, and that they are not the chair;
	 * null when nobody did
	 * @param tookPart names of those who took part in the decision
	 * @param conflicts that were declared
	 * @param quorum whether it was quorate, in a sentence; null for an item that is not
	 * for decision
	 * @param byName how everybody voted; none for a vote by count
	 */
	public record Entry(AgendaItem item, @Nullable String presiding, List<String> tookPart, List<Conflict> conflicts,
			@Nullable String quorum, List<String> byName) {

		public Entry {
			tookPart = List.copyOf(tookPart);
			conflicts = List.copyOf(conflicts);
			byName = List.copyOf(byName);
		}

		/** What came of it, in a phrase. */
		public String outcome() {
			Outcome outcome = this.item.outcome();
			return (outcome != null) ? outcome.words() : "Not reached";
		}

	}

	/**
	 * Members of whom the same is recorded.
	 *
	 * @param attendance what
	 * @param members at least one
	 */
	public record Group(Attendee.Attendance attendance, List<Attendee> members) {

		public Group {
			members = List.copyOf(members);
		}

	}

	/** The members, those who were there first. */
	public List<Group> attendance() {
		return Arrays.stream(Attendee.Attendance.values())
			.map((each) -> new Group(each, this.meeting.with(each)))
			.filter((group) -> !group.members().isEmpty())
			.toList();
	}

	/**
	 * The minutes of a meeting that was opened.
	 * @param withheld interests whose holder withdrew the consent to publish; null for
	 * readers who may read every word
	 */
	static Minutes of(Meeting meeting, @Nullable Set<UUID> withheld) {
		return new Minutes(meeting, meeting.items().stream().map((item) -> entry(meeting, item, withheld)).toList());
	}

	static Entry entry(Meeting meeting, AgendaItem item, @Nullable Set<UUID> withheld) {
		Standing standing = meeting.standing(item);
		Attendee presiding = standing.presiding();
		String quorum = standing.quorate() ? "Quorate" : "Not quorate: " + standing.quorum().missing() + " missing";
		return new Entry(item, (presiding != null) ? presiding.called() : null,
				standing.deciding().stream().map(Attendee::name).toList(), conflicts(meeting, item, withheld),
				item.forDecision() ? quorum : null, byName(meeting, item));
	}

	static List<Conflict> conflicts(Meeting meeting, AgendaItem item, @Nullable Set<UUID> withheld) {
		List<Conflict> conflicts = new ArrayList<>();
		for (Attendee member : meeting.members()) {
			List<Declared> declared = item.of(member.seat());
			if (!declared.isEmpty()) {
				conflicts.add(new Conflict(member.seat(), member.name(),
						declared.stream().map((each) -> words(each, withheld)).distinct().toList(),
						item.rulings().get(member.seat())));
			}
		}
		return conflicts;
	}

	private static String words(Declared declared, @Nullable Set<UUID> withheld) {
		boolean readable = withheld == null
				|| (declared.mayPublish() && (declared.interest() == null || !withheld.contains(declared.interest())));
		return readable ? declared.words() : WITHHELD;
	}

	private static List<String> byName(Meeting meeting, AgendaItem item) {
		Vote vote = (item.outcome() != null) ? item.outcome().vote() : null;
		if (vote == null || vote.byName().isEmpty()) {
			return List.of();
		}
		List<String> lines = new ArrayList<>();
		for (Choice choice : Choice.values()) {
			String names = meeting.members()
				.stream()
				.filter((member) -> vote.byName().get(member.seat()) == choice)
				.map(Attendee::name)
				.collect(Collectors.joining(", "));
			if (!names.isEmpty()) {
				lines.add(choice.label() + ": " + names);
			}
		}
		return lines;
	}

	/** Under which circumstances an item was decided, for its sealed paper. */
	static String circumstances(Meeting meeting, AgendaItem item) {
		Entry entry = entry(meeting, item, Set.of());
		List<String> sentences = new ArrayList<>();
		sentences.add("%s, item %d.".formatted(meeting.title(), item.number()));
		if (entry.presiding() != null) {
			sentences.add(entry.presiding() + " presided.");
		}
		sentences.add("Took part in the decision: " + String.join(", ", entry.tookPart()) + ".");
		if (entry.conflicts().isEmpty()) {
			sentences.add("Nobody declared a conflict.");
		}
		for (Conflict conflict : entry.conflicts()) {
			sentences.add("%s declared a conflict: %s.".formatted(conflict.name(), (conflict.ruling() != null)
					? conflict.ruling().ruling().label().toLowerCase(Locale.UK) : "no ruling"));
		}
		if (item.outcome() != null && item.outcome().vote() != null && item.outcome().vote().casting() != null) {
			sentences.add("The votes were equal; the casting vote was "
					+ item.outcome().vote().casting().label().toLowerCase(Locale.UK) + ".");
		}
		entry.byName().forEach((line) -> sentences.add(line + "."));
		return String.join(" ", sentences);
	}

}
