package org.mandate.meetings;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.mandate.access.Member;
import org.mandate.appraisals.AppraisalId;
import org.mandate.committees.Committee;
import org.mandate.committees.CommitteeId;
import org.mandate.committees.CommitteeStatement;
import org.mandate.committees.Committees;
import org.mandate.committees.DecisionRule;
import org.mandate.committees.HolderStatement;
import org.mandate.committees.Quorum;
import org.mandate.committees.Roster;
import org.mandate.committees.SeatRole;
import org.mandate.committees.SeatStatement;
import org.mandate.committees.Seats;
import org.mandate.database.Tenant;
import org.mandate.meetings.AgendaItem.Purpose;
import org.mandate.meetings.AgendaItem.Statement;
import org.mandate.meetings.AgendaItem.Touching;
import org.mandate.meetings.Outcome.Result;
import org.mandate.meetings.Vote.Choice;
import org.mandate.organisations.Organisation;

import org.springframework.context.ApplicationContext;

/**
 * A committee that meets, in an organisation made for a test: quorate with three voting
 * members. Everything goes through the facades that people use.
 */
public final class TestMeetings {

	private static final LocalDate SINCE = LocalDate.of(2014, 4, 1);

	private final ApplicationContext beans;

	private final Organisation organisation;

	private final CommitteeId committee;

	private final Map<String, UUID> seats = new LinkedHashMap<>();

	public TestMeetings(ApplicationContext beans, Organisation organisation, String name) {
		this.beans = beans;
		this.organisation = organisation;
		this.committee = within(() -> {
			Committees committees = beans.getBean(Committees.class);
			CommitteeId id = committees.establish(new CommitteeStatement(name, Committee.Kind.GOVERNING_BODY, false,
					null, null, null, DecisionRule.MAJORITY_OF_VOTES_CAST, false));
			committees.rule(id, new Quorum.Members(3, Set.of(), Quorum.Counted.VOTING));
			return id;
		});
	}

	/** With a chair, a vice chair and three more, none of them of the organisation. */
	public TestMeetings withFive() {
		return seat("Chris Chair", SeatRole.LAY, Roster.Office.CHAIR, null)
			.seat("Vic Vice", SeatRole.LAY, Roster.Office.VICE_CHAIR, null)
			.seat("Nell Nurse", SeatRole.NURSE, null, null)
			.seat("Ed Executive", SeatRole.EXECUTIVE, null, null)
			.seat("Pat Lay", SeatRole.LAY, null, null);
	}

	/** With somebody in a seat of their own. */
	public TestMeetings seat(String name, SeatRole role, Roster.@Nullable Office office, @Nullable Member person) {
		within(() -> {
			Seats facade = this.beans.getBean(Seats.class);
			UUID seat = facade.add(this.committee, new SeatStatement("Seat of " + name, role, true, office));
			facade.fill(this.committee, seat, new HolderStatement((person != null) ? person.id().id() : null, name,
					null, SINCE, null, null, null));
			return this.seats.put(name, seat);
		});
		return this;
	}

	/** The seat of a member. */
	public UUID seatOf(String name) {
		return java.util.Objects.requireNonNull(this.seats.get(name), name);
	}

	public <R> R within(Supplier<R> work) {
		return Tenant.call(this.organisation.id(), work::get);
	}

	/** Something to decide. */
	public static Statement motion(String title, String motion, @Nullable String options) {
		return new Statement(title, Purpose.DECISION, motion, options, null, false, Touching.NOTHING, List.of());
	}

	/** The same, in private. */
	public static Statement inPrivate(String title, String motion) {
		return new Statement(title, Purpose.DECISION, motion, null, null, true, Touching.NOTHING, List.of());
	}

	/** Something to note. */
	public static Statement news(String title) {
		return new Statement(title, Purpose.INFORMATION, null, null, null, false, Touching.NOTHING, List.of());
	}

	/** The recommendation of an appraisal. */
	public static Statement recommendation(AppraisalId appraisal) {
		return new Statement("Co-commissioning", Purpose.DECISION, null, null, appraisal, false, Touching.NOTHING,
				List.of());
	}

	/** Passed by four votes to none, one abstaining. */
	public static Outcome approved() {
		return new Outcome(Result.APPROVED, null, null, null, new Vote(4, 0, 1, Map.of(), null));
	}

	/** Put off without a vote. */
	public static Outcome deferred(String reason) {
		return new Outcome(Result.DEFERRED, null, null, reason, null);
	}

	/** A meeting with an agenda. */
	public MeetingId called(LocalDate on, Statement... items) {
		return within(() -> {
			MeetingId id = this.beans.getBean(Meetings.class).call(this.committee, new Meeting.Details(on, null, null));
			Arrays.stream(items).forEach((item) -> this.beans.getBean(Agendas.class).add(id, item));
			return id;
		});
	}

	/** A meeting that everybody has come to. */
	public MeetingId opened(LocalDate on, Statement... items) {
		MeetingId id = called(on, items);
		opened(id);
		return id;
	}

	/** Open a meeting that everybody comes to. */
	public void opened(MeetingId id) {
		within(() -> {
			Meetings meetings = this.beans.getBean(Meetings.class);
			meetings.open(id);
			Meeting meeting = meetings.one(id);
			meetings.attend(id,
					meeting.members()
						.stream()
						.map((member) -> new Meetings.Came(member.seat(), Attendee.Attendance.PRESENT, null, null))
						.toList(),
					null, meeting.version());
			return id;
		});
	}

	/** The meeting as it is recorded. */
	public Meeting one(MeetingId id) {
		return within(() -> this.beans.getBean(Meetings.class).one(id));
	}

	/** An item by its number. */
	public UUID item(MeetingId id, int number) {
		return one(id).items().get(number - 1).id();
	}

	/** A member declares a conflict, and whoever presides rules on it. */
	public TestMeetings conflicted(MeetingId id, int item, String name, String words, boolean mayPublish, Ruling ruling,
			@Nullable String reason) {
		return within(() -> {
			Proceedings proceedings = this.beans.getBean(Proceedings.class);
			proceedings.declare(id, item(id, item), List.of(), new Proceedings.Said(seatOf(name), words, mayPublish));
			proceedings.rule(id, item(id, item), seatOf(name), ruling, reason);
			return this;
		});
	}

	/**
	 * A member declares an interest of the register, and whoever presides rules on it.
	 */
	public TestMeetings conflicted(MeetingId id, int item, String name, UUID interest, Ruling ruling,
			@Nullable String reason) {
		return within(() -> {
			Proceedings proceedings = this.beans.getBean(Proceedings.class);
			proceedings.declare(id, item(id, item), List.of(interest), null);
			proceedings.rule(id, item(id, item), seatOf(name), ruling, reason);
			return this;
		});
	}

	/** Record how an item was left. */
	public TestMeetings left(MeetingId id, int item, Outcome outcome) {
		return within(() -> {
			this.beans.getBean(Proceedings.class).record(id, item(id, item), outcome, null, one(id).version());
			return this;
		});
	}

	/** A vote by name, of all who may vote, for the motion but for those named. */
	public Outcome votedByName(Result result, MeetingId id, int item, Map<String, Choice> otherwise) {
		Map<UUID, Choice> votes = new LinkedHashMap<>();
		Meeting meeting = one(id);
		meeting.standing(meeting.items().get(item - 1))
			.voters()
			.forEach((voter) -> votes.put(voter.seat(), otherwise.getOrDefault(voter.name(), Choice.FOR)));
		return new Outcome(result, null, null, null, Vote.named(votes, null));
	}

	/** Close a meeting, adjourned or not. */
	public TestMeetings closed(MeetingId id, @Nullable String adjourned, Member by) {
		return within(() -> {
			this.beans.getBean(MeetingClosing.class).close(id, adjourned, one(id).version(), by);
			return this;
		});
	}

	/** Publish what was decided. */
	public TestMeetings published(MeetingId id) {
		return within(() -> {
			this.beans.getBean(MeetingClosing.class).publish(id);
			return this;
		});
	}

}
