package org.mandate.meetings;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.mandate.committees.Quorum;
import org.mandate.committees.Roster;

/**
 * How an item of an open meeting stands: who is there, who takes part in the decision
 * after the rulings, who presides, whether that is quorate. Found anew whenever it is
 * asked for, from the record alone.
 *
 * @param present members who are there for the item
 * @param deciding those of them who take part in the decision: they count towards the
 * quorum
 * @param voters those of them who have a vote
 * @param unruled those who declared something on which nobody has ruled; they decide
 * nothing yet
 * @param presiding who presides; null when nobody can
 * @param choosable who may be chosen to preside because neither chair nor vice chair can;
 * empty otherwise
 * @param quorum what was found
 */
public record Standing(List<Attendee> present, List<Attendee> deciding, List<Attendee> voters, List<Attendee> unruled,
		@Nullable Attendee presiding, List<Attendee> choosable, Quorum.Finding quorum) {

	public Standing {
		present = List.copyOf(present);
		deciding = List.copyOf(deciding);
		voters = List.copyOf(voters);
		unruled = List.copyOf(unruled);
		choosable = List.copyOf(choosable);
	}

	static Standing of(Meeting meeting, AgendaItem item) {
		Meeting.Rules rules = meeting.rules();
		if (rules == null) {
			throw new IllegalStateException("The meeting is not open yet");
		}
		List<Attendee> present = meeting.members()
			.stream()
			.filter((member) -> member.isPresentFor(item.number()))
			.toList();
		List<Attendee> deciding = present.stream().filter((member) -> decides(item, member)).toList();
		Attendee holder = presiding(item, present);
		List<Attendee> choosable = (officer(item, present) == null)
				? present.stream().filter((member) -> isFree(item, member)).toList() : List.of();
		Set<UUID> counted = deciding.stream().map(Attendee::seat).collect(Collectors.toSet());
		return new Standing(present, deciding, deciding.stream().filter(Attendee::voting).toList(),
				present.stream().filter((member) -> isUnruled(item, member)).toList(), holder, choosable,
				rules.quorum().evaluate(meeting.roster(), counted));
	}

	private static boolean isUnruled(AgendaItem item, Attendee member) {
		return !item.of(member.seat()).isEmpty() && !item.rulings().containsKey(member.seat());
	}

	private static boolean decides(AgendaItem item, Attendee member) {
		AgendaItem.Ruled ruled = item.rulings().get(member.seat());
		if (isOwnPractice(item.statement(), member)) {
			return false;
		}
		return (ruled != null) ? ruled.ruling().decides() : item.of(member.seat()).isEmpty();
	}

	/** Whether nothing was declared, or it was ruled to be no conflict. */
	private static boolean isFree(AgendaItem item, Attendee member) {
		AgendaItem.Ruled ruled = item.rulings().get(member.seat());
		return !isOwnPractice(item.statement(), member)
				&& ((ruled != null) ? ruled.ruling() == Ruling.NO_CONFLICT : item.of(member.seat()).isEmpty());
	}

	/**
	 * Whether an item is about investment in, or the performance of, a GP's own practice.
	 * They never vote on it (GPC guidance on co-commissioning, Conflicts of interest: GP
	 * members of CCG boards must not be involved in any investment or performance
	 * management decisions affecting member practices). A GP whose practice is not
	 * recorded counts as one of it.
	 */
	static boolean isOwnPractice(AgendaItem.Statement item, Attendee member) {
		return item.touching() != AgendaItem.Touching.NOTHING && member.isGeneralPractitioner()
				&& (item.practices().isEmpty() || member.practice() == null
						|| item.practices().contains(member.practice()));
	}

	/** The chair; when they are away or conflicted the vice chair. */
	private static @Nullable Attendee officer(AgendaItem item, List<Attendee> present) {
		for (Roster.Office office : Roster.Office.values()) {
			for (Attendee member : present) {
				if (member.office() == office && isFree(item, member)) {
					return member;
				}
			}
		}
		return null;
	}

	private static @Nullable Attendee presiding(AgendaItem item, List<Attendee> present) {
		Attendee officer = officer(item, present);
		if (officer != null) {
			return officer;
		}
		return present.stream()
			.filter((member) -> member.seat().equals(item.presiding()) && isFree(item, member))
			.findFirst()
			.orElse(null);
	}

	/** Whether the item is quorate. */
	public boolean quorate() {
		return this.quorum.quorate();
	}

	/** Whether somebody may vote on it. */
	public boolean mayVote(UUID seat) {
		return this.voters.stream().anyMatch((voter) -> voter.seat().equals(seat));
	}

	/** Why the item cannot be decided, each a sentence; none when it can. */
	public List<String> obstacles() {
		List<String> obstacles = new ArrayList<>();
		for (Attendee member : this.unruled) {
			obstacles.add("There is no ruling yet on what " + member.name() + " declared.");
		}
		if (!this.quorum.quorate()) {
			obstacles.add("The item is not quorate. Missing: " + this.quorum.missing() + ".");
		}
		if (this.presiding == null) {
			obstacles.add("Nobody presides: the chair and the vice chair are away or conflicted.");
		}
		if (this.voters.isEmpty()) {
			obstacles.add("Nobody who is there may vote on it.");
		}
		return obstacles;
	}

	/** Why it can only be deferred, whatever is ruled; empty when it can be decided. */
	public String impediment() {
		if (!this.unruled.isEmpty()) {
			return "";
		}
		return obstacles().stream().findFirst().orElse("");
	}

}
