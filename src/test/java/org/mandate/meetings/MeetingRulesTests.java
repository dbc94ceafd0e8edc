package org.mandate.meetings;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.mandate.committees.CommitteeId;
import org.mandate.committees.DecisionRule;
import org.mandate.committees.Quorum;
import org.mandate.committees.Quorum.AllOf;
import org.mandate.committees.Quorum.Counted;
import org.mandate.committees.Quorum.Members;
import org.mandate.committees.Quorum.Presiding;
import org.mandate.committees.Roster.Office;
import org.mandate.committees.SeatRole;
import org.mandate.meetings.AgendaItem.Declared;
import org.mandate.meetings.AgendaItem.Origin;
import org.mandate.meetings.AgendaItem.Purpose;
import org.mandate.meetings.AgendaItem.Ruled;
import org.mandate.meetings.AgendaItem.Statement;
import org.mandate.meetings.AgendaItem.Touching;
import org.mandate.meetings.Attendee.Attendance;
import org.mandate.meetings.Outcome.Put;
import org.mandate.meetings.Outcome.Result;
import org.mandate.meetings.Vote.Choice;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who decides on an item, who presides and what the votes carry, against a second,
 * plainer finding of the same.
 */
class MeetingRulesTests {

	private static final Quorum QUORUM = new AllOf(List.of(new Members(4, Set.of(), Counted.VOTING), new Presiding(),
			new Members(1, Set.of(SeatRole.LAY), Counted.VOTING)));

	/**
	 * What may be the matter with a member: nothing, or away, or a declaration and what
	 * was ruled on it.
	 */
	enum Matter {

		NOTHING, AWAY, CAME_LATER, LEFT_BEFORE, UNRULED, NO_CONFLICT, DISCUSSION_AND_DECISION, DISCUSSION_ONLY,
		REMAIN_ONLY, EXCLUDED;

		boolean here() {
			return this != AWAY && this != CAME_LATER && this != LEFT_BEFORE;
		}

		boolean decides() {
			return this == NOTHING || this == NO_CONFLICT || this == DISCUSSION_AND_DECISION;
		}

		boolean presides() {
			return this == NOTHING || this == NO_CONFLICT;
		}

	}

	/**
	 * A committee of twelve: chair, vice chair, five GPs, three executives, a lay member,
	 * one without a vote.
	 */
	private static Meeting meeting(List<Matter> matters, DecisionRule rule, boolean castingVote, Touching touching) {
		List<Attendee> members = new ArrayList<>();
		List<Declared> declared = new ArrayList<>();
		Map<UUID, Ruled> rulings = new HashMap<>();
		for (int i = 0; i < matters.size(); i++) {
			Matter matter = matters.get(i);
			UUID seat = new UUID(0, i + 1);
			members.add(new Attendee(seat, "Member " + i, "Seat " + i, role(i), i != 11,
					(i == 0) ? Office.CHAIR : ((i == 1) ? Office.VICE_CHAIR : null), null,
					(i == 2) ? "K84002" : "K84001", (matter == Matter.AWAY) ? Attendance.APOLOGIES : Attendance.PRESENT,
					(matter == Matter.CAME_LATER) ? 4 : null, (matter == Matter.LEFT_BEFORE) ? 2 : null));
			if (matter.here() && matter != Matter.NOTHING) {
				declared
					.add(new Declared(new UUID(1, i), seat, "Member " + i, null, "An interest", Origin.MEETING, true));
				if (matter != Matter.UNRULED) {
					rulings.put(seat, new Ruled(Ruling.valueOf(matter.name()), null, "The chair"));
				}
			}
		}
		AgendaItem item = new AgendaItem(new UUID(2, 0), 3, new Statement("An item", Purpose.DECISION, "The motion",
				null, null, false, touching, List.of("K84001")), null, null, null, declared, rulings, null, null, null);
		return new Meeting(new MeetingId(new UUID(3, 0)), 0, new CommitteeId(new UUID(4, 0)), "A committee",
				new Meeting.Details(LocalDate.of(2015, 1, 29), null, null), Meeting.State.OPEN,
				new Meeting.Rules(QUORUM, rule, castingVote), members, List.of(item), List.of(), null, null, null, null,
				"Somebody");
	}

	private static SeatRole role(int at) {
		if (at == 1 || at == 10) {
			return SeatRole.LAY;
		}
		return (at < 7) ? SeatRole.GP : SeatRole.EXECUTIVE;
	}

	@Provide
	Arbitrary<List<Matter>> matters() {
		return Arbitraries
			.frequencyOf(net.jqwik.api.Tuple.of(4, Arbitraries.just(Matter.NOTHING)),
					net.jqwik.api.Tuple.of(5, Arbitraries.of(Matter.class)))
			.list()
			.ofSize(12);
	}

	@Property(tries = 500)
	void onlyThoseVoteWhoAreThereAndNotKeptFromIt(@ForAll("matters") List<Matter> matters, @ForAll Touching touching) {
		Meeting meeting = meeting(matters, DecisionRule.MAJORITY_OF_VOTES_CAST, false, touching);
		Standing standing = meeting.standing(meeting.items().getFirst());
		List<UUID> deciding = new ArrayList<>();
		for (int i = 0; i < 12; i++) {
			boolean own = touching != Touching.NOTHING && role(i) == SeatRole.GP && i != 2;
			if (matters.get(i).here() && matters.get(i).decides() && !own) {
				deciding.add(new UUID(0, i + 1));
			}
		}
		assertThat(standing.deciding()).extracting(Attendee::seat).containsExactlyElementsOf(deciding);
		assertThat(standing.voters()).extracting(Attendee::seat)
			.containsExactlyElementsOf(deciding.stream().filter((seat) -> !seat.equals(new UUID(0, 12))).toList());
		boolean quorate = standing.voters().size() >= 4
				&& (deciding.contains(new UUID(0, 1)) || deciding.contains(new UUID(0, 2)))
				&& (deciding.contains(new UUID(0, 2)) || deciding.contains(new UUID(0, 11)));
		assertThat(standing.quorate()).isEqualTo(quorate);
	}

	@Property(tries = 500)
	void theChairPresidesAndElseTheViceChairButNobodyWithAConflict(@ForAll("matters") List<Matter> matters) {
		Meeting meeting = meeting(matters, DecisionRule.MAJORITY_OF_VOTES_CAST, false, Touching.NOTHING);
		Standing standing = meeting.standing(meeting.items().getFirst());
		boolean chair = matters.get(0).here() && matters.get(0).presides();
		boolean vice = matters.get(1).here() && matters.get(1).presides();
		if (chair || vice) {
			assertThat(standing.presiding()).isNotNull()
				.extracting(Attendee::seat)
				.isEqualTo(new UUID(0, chair ? 1 : 2));
			assertThat(standing.choosable()).isEmpty();
		}
		else {
			assertThat(standing.presiding()).isNull();
			assertThat(standing.choosable()).allSatisfy((member) -> {
				Matter matter = matters.get((int) member.seat().getLeastSignificantBits() - 1);
				assertThat(matter.here() && matter.presides()).isTrue();
			});
		}
	}

	@Property(tries = 500)
	void excludingAMemberNeverMakesAnItemQuorateNorGivesAnybodyAVote(@ForAll("matters") List<Matter> matters,
			@ForAll @IntRange(max = 11) int who) {
		Standing before = standing(matters);
		List<Matter> excluded = new ArrayList<>(matters);
		excluded.set(who, Matter.EXCLUDED);
		Standing after = standing(excluded);
		assertThat(after.quorate() && !before.quorate()).isFalse();
		assertThat(before.voters()).containsAll(after.voters()
			.stream()
			.filter((voter) -> before.voters().stream().anyMatch((each) -> each.seat().equals(voter.seat())))
			.toList());
		assertThat(after.voters()).extracting(Attendee::seat)
			.isSubsetOf(before.voters().stream().map(Attendee::seat).toList());
	}

	private static Standing standing(List<Matter> matters) {
		Meeting meeting = meeting(matters, DecisionRule.MAJORITY_OF_VOTES_CAST, false, Touching.NOTHING);
		return meeting.standing(meeting.items().getFirst());
	}

	private static List<MeetingRefused.Problem> problems(Meeting meeting, Result result, String reason, Vote vote) {
		return OutcomeCheck.problems(meeting, meeting.items().getFirst(),
				new Outcome(result, new Put("The motion", null, null, null),
						(result == Result.APPROVED_WITH_AMENDMENTS) ? "Other words" : null, reason, vote));
	}

	@Property(tries = 500)
	void withoutAQuorumOrARulingNothingIsDecided(@ForAll("matters") List<Matter> matters, @ForAll Result result) {
		Meeting meeting = meeting(matters, DecisionRule.MAJORITY_OF_VOTES_CAST, false, Touching.NOTHING);
		Standing standing = meeting.standing(meeting.items().getFirst());
		Map<UUID, Choice> unanimous = new LinkedHashMap<>();
		standing.voters().forEach((voter) -> unanimous.put(voter.seat(), Choice.FOR));
		boolean accepted = problems(meeting, result, "A reason", Vote.named(unanimous, null)).isEmpty();
		assertThat(accepted).isEqualTo(standing.quorate() && standing.unruled().isEmpty()
				&& standing.presiding() != null && result != Result.REJECTED && result != Result.NOTED);
		boolean deferred = problems(meeting, Result.DEFERRED, "A reason", null).isEmpty();
		assertThat(deferred)
			.isEqualTo(standing.unruled().isEmpty() && (!standing.quorate() || standing.presiding() == null));
	}

	/** So many votes of each kind. */
	record Counts(int votesFor, int against, int abstained) {
	}

	@Provide
	Arbitrary<Counts> counts() {
		Arbitrary<Integer> some = Arbitraries.integers().between(0, 6);
		return Combinators.combine(some, some, some).as(Counts::new);
	}

	@Property(tries = 1000)
	void aResultIsTakenExactlyIfTheVotesCarryIt(@ForAll("counts") Counts counts, @ForAll DecisionRule rule,
			@ForAll boolean castingVote, @ForAll Result result) {
		List<Matter> matters = java.util.Collections.nCopies(12, Matter.NOTHING);
		Meeting meeting = meeting(matters, rule, castingVote, Touching.NOTHING);
		int cast = counts.votesFor() + counts.against() + counts.abstained();
		boolean tie = counts.votesFor() == counts.against() && counts.votesFor() > 0;
		boolean second = castingVote && rule == DecisionRule.MAJORITY_OF_VOTES_CAST && tie;
		Vote vote = new Vote(counts.votesFor(), counts.against(), counts.abstained(), Map.of(),
				second ? Choice.FOR : null);
		boolean carried = switch (rule) {
			case MAJORITY_OF_VOTES_CAST -> counts.votesFor() > counts.against() || second;
			case MAJORITY_OF_VOTERS -> counts.votesFor() >= 6;
			case TWO_THIRDS_OF_VOTES_CAST ->
				counts.votesFor() > 0 && 3 * counts.votesFor() >= 2 * (counts.votesFor() + counts.against());
			case CONSENSUS -> counts.votesFor() > 0 && counts.against() == 0;
		};
		boolean follows = switch (result) {
			case APPROVED, APPROVED_WITH_AMENDMENTS, DEFERRED -> carried;
			case REJECTED -> !carried;
			case NOTED -> false;
		};
		assertThat(problems(meeting, result, "A reason", vote).isEmpty()).isEqualTo(follows && cast >= 1 && cast <= 11);
	}

	@Test
	void saysWhatIsWrongWithAnOutcome() {
		List<Matter> all = java.util.Collections.nCopies(12, Matter.NOTHING);
		Meeting meeting = meeting(all, DecisionRule.MAJORITY_OF_VOTES_CAST, true, Touching.NOTHING);
		assertThat(problems(meeting, Result.APPROVED, null, new Vote(4, 5, 0, Map.of(), null)))
			.extracting(MeetingRefused.Problem::words)
			.containsExactly(
					"Approved does not follow from 4 for, 5 against, 0 abstained: it needs more votes for than against");
		assertThat(problems(meeting, Result.APPROVED, null, new Vote(5, 5, 0, Map.of(), null)))
			.extracting(MeetingRefused.Problem::words)
			.containsExactly("The votes are equal: choose how whoever presided cast the second vote");
		assertThat(problems(meeting, Result.REJECTED, null, new Vote(5, 4, 0, Map.of(), null)))
			.extracting(MeetingRefused.Problem::words)
			.containsExactly("Rejected does not follow from 5 for, 4 against, 0 abstained: that carries the motion");
		assertThat(problems(meeting, Result.APPROVED, null, new Vote(12, 0, 0, Map.of(), null)))
			.extracting(MeetingRefused.Problem::words)
			.containsExactly("That is 12, and 11 members may vote on this item");
		assertThat(problems(meeting, Result.APPROVED, null, null)).extracting(MeetingRefused.Problem::field)
			.containsExactly("manner");
		assertThat(problems(meeting, Result.DEFERRED, null, new Vote(5, 4, 0, Map.of(), null)))
			.extracting(MeetingRefused.Problem::field)
			.containsExactly("reason");
		assertThat(problems(meeting, Result.APPROVED, null, Vote.named(Map.of(new UUID(0, 12), Choice.FOR), null)))
			.extracting(MeetingRefused.Problem::words)
			.contains("Member 11 may not vote on this item", "Choose how Member 0 voted");
	}

	@Test
	void putsNobodyOffWithoutThemselves() {
		List<Matter> matters = new ArrayList<>(java.util.Collections.nCopies(12, Matter.NOTHING));
		matters.set(0, Matter.EXCLUDED);
		matters.set(1, Matter.EXCLUDED);
		matters.set(10, Matter.AWAY);
		Standing standing = standing(matters);
		assertThat(standing.impediment())
			.isEqualTo("The item is not quorate. Missing: the chair or the vice chair; and 1 more voting lay member.");
		assertThat(standing.choosable()).isNotEmpty();
	}

}
