package org.mandate.meetings;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.mandate.access.Member;
import org.mandate.appraisals.AppraisalId;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;
import org.mandate.audit.Trail;
import org.mandate.committees.Committee;
import org.mandate.committees.CommitteeId;
import org.mandate.committees.Committees;
import org.mandate.committees.Quorum;
import org.mandate.database.NotFound;
import org.mandate.meetings.MeetingRefused.Problem;
import org.mandate.recommendations.Decision;
import org.mandate.recommendations.RecommendationSummary;
import org.mandate.recommendations.Recommendations;
import org.mandate.recommendations.Resolution;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The meetings of the committees of the current organisation: called, opened on the day,
 * closed for good, published.
 */
@Component
public class Meetings {

	private static final ZoneId LONDON = ZoneId.of("Europe/London");

	static final String NOT_OPEN = "The meeting is not open: nothing of its record can be changed";

	private final MeetingStore store;

	private final MeetingReader reader;

	private final Agendas agendas;

	private final Committees committees;

	private final Recommendations recommendations;

	private final Appraisals appraisals;

	private final Trail trail;

	private final Clock clock;

	Meetings(MeetingStore store, MeetingReader reader, Agendas agendas, Committees committees,
			Recommendations recommendations, Appraisals appraisals, Trail trail, Clock clock) {
		this.store = store;
		this.reader = reader;
		this.agendas = agendas;
		this.committees = committees;
		this.recommendations = recommendations;
		this.appraisals = appraisals;
		this.trail = trail;
		this.clock = clock;
	}

	/** The day it is in London. */
	public LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), LONDON);
	}

	/** Every meeting with its record, the latest day first. Six statements. */
	@Transactional(readOnly = true)
	public List<Meeting> all() {
		return this.reader.all();
	}

	/**
	 * One meeting with its record. Six statements.
	 * @throws NotFound if there is none
	 */
	@Transactional(readOnly = true)
	public Meeting one(MeetingId id) {
		return this.reader.one(id.id()).orElseThrow(MeetingStore::unknown);
	}

	/**
	 * Where a recommendation is, or was last, on an agenda.
	 *
	 * @param meeting which
	 * @param item of it
	 */
	public record Place(Meeting meeting, AgendaItem item) {
	}

	/**
	 * The place of an appraisal's recommendation on the agenda of the latest meeting that
	 * was not cancelled. Six statements.
	 */
	@Transactional(readOnly = true)
	public Optional<Place> place(AppraisalId appraisal) {
		return this.reader.all()
			.stream()
			.filter((meeting) -> meeting.state() != Meeting.State.CANCELLED)
			.flatMap((meeting) -> meeting.items()
				.stream()
				.filter((item) -> appraisal.equals(item.statement().appraisal()))
				.map((item) -> new Place(meeting, item)))
			.findFirst();
	}

	/**
	 * Call a meeting. Items that an earlier meeting of the committee deferred or did not
	 * reach are on its agenda.
	 * @throws NotFound if there is no such committee
	 * @throws MeetingRefused if the committee was withdrawn, or meets on that day already
	 */
	@Transactional
	public MeetingId call(CommitteeId committee, Meeting.Details details) {
		Committee known = this.committees.one(committee);
		if (!known.stands()) {
			throw new MeetingRefused("committee", "The committee was withdrawn. Choose another");
		}
		requireFree(committee, details, null);
		Meeting meeting = new Meeting(new MeetingId(UUID.randomUUID()), 0, committee, known.name(), details,
				Meeting.State.CALLED, null, List.of(), List.of(), List.of(), null, null, null, null, this.store.by());
		this.store.insert(meeting);
		this.store.publish(new MeetingEvent(meeting.id(), "meeting.called",
				"Called the meeting of the " + known.name() + " on " + meeting.day(), null, facts(details)));
		carry(meeting);
		return meeting.id();
	}

	/** Change day, time or place of a meeting that is not open yet. */
	@Transactional
	public void change(MeetingId id, Meeting.Details details, int seen) {
		Meeting meeting = this.store.locked(id, Meeting::called,
				"The meeting was opened or cancelled: its day and place are final", seen);
		if (meeting.details().equals(details)) {
			return;
		}
		requireFree(meeting.committee(), details, id);
		this.store.details(id, details);
		this.store.publish(new MeetingEvent(id, "meeting.changed", "Changed day, time or place of the meeting", null,
				Map.of("before", facts(meeting.details()), "after", facts(details))));
	}

	/** Cancel a meeting that is not open yet. Its items wait for the next one. */
	@Transactional
	public void cancel(MeetingId id, String reason) {
		Meeting meeting = this.store.locked(id, Meeting::called,
				"The meeting was opened or cancelled: it cannot be cancelled now", null);
		this.store.cancel(id, reason);
		this.store.publish(new MeetingEvent(id, "meeting.cancelled",
				"Cancelled the meeting of the " + meeting.committeeName() + " on " + meeting.day(), reason, Map.of()));
		carryOn(meeting.committee());
	}

	/**
	 * Open a meeting: from now on its members, quorum and decision rule are those of its
	 * day, whatever becomes of the committee.
	 * @throws MeetingRefused if it cannot be opened yet
	 */
	@Transactional
	public void open(MeetingId id) {
		Meeting meeting = this.store.locked(id, Meeting::called, "The meeting was opened or cancelled before", null);
		Committee committee = this.committees.one(meeting.committee());
		LocalDate day = meeting.details().on();
		if (day.isAfter(today())) {
			throw new MeetingRefused("", "The meeting is on " + meeting.day() + ": open it on that day");
		}
		Quorum quorum = committee.quorum();
		if (quorum == null) {
			throw new MeetingRefused("",
					"Nobody has recorded yet when the committee is quorate. Record that first, at the committee");
		}
		List<Attendee> members = members(committee, day);
		if (members.isEmpty()) {
			throw new MeetingRefused("", "Nobody sits on the committee on " + meeting.day()
					+ ". Record first who holds its seats, at the committee");
		}
		this.store.open(id, committee.name(),
				new Meeting.Rules(quorum, committee.statement().decisionRule(), committee.statement().castingVote()),
				members);
		this.store.publish(new MeetingEvent(id, "meeting.opened", "Opened the meeting of " + meeting.day(), null,
				Map.of("members", members.size(), "quorum", quorum.words())));
		this.agendas.foreseeConflicts(one(id));
	}

	private static List<Attendee> members(Committee committee, LocalDate day) {
		List<Attendee> members = new ArrayList<>();
		for (Committee.Seat seat : committee.standing()) {
			Committee.Holder holder = seat.on(day);
			if (holder != null) {
				members.add(new Attendee(seat.id(), holder.statement().name(), seat.statement().title(),
						seat.statement().role(), seat.statement().voting(), seat.statement().office(),
						holder.statement().person(), holder.statement().practice(), Attendee.Attendance.NOT_RECORDED,
						null, null));
			}
		}
		return members;
	}

	/**
	 * Whether a member came.
	 *
	 * @param seat whose
	 * @param attendance whether
	 * @param fromItem number of the item from which on; null from the start
	 * @param toItem number of the last item; null to the end
	 */
	public record Came(UUID seat, Attendee.Attendance attendance, @Nullable Integer fromItem,
			@Nullable Integer toItem) {
	}

	/**
	 * Record who came.
	 * @param inAttendance who else, 1 to 2000 characters; may be null
	 * @param seen the version of the meeting that somebody has before them
	 * @throws MeetingRefused if an outcome that is on record could not have come about so
	 */
	@Transactional
	public void attend(MeetingId id, List<Came> came, @Nullable String inAttendance, int seen) {
		Meeting meeting = this.store.locked(id, Meeting::open, NOT_OPEN, seen);
		Map<UUID, Came> bySeat = came.stream().collect(Collectors.toMap(Came::seat, Function.identity()));
		List<Attendee> changed = new ArrayList<>();
		Map<String, Object> facts = new LinkedHashMap<>();
		for (Attendee member : meeting.members()) {
			Came now = bySeat.get(member.seat());
			if (now != null) {
				Attendee as = new Attendee(member.seat(), member.name(), member.title(), member.role(), member.voting(),
						member.office(), member.person(), member.practice(), now.attendance(), now.fromItem(),
						now.toItem());
				changed.add(as);
				if (!as.equals(member)) {
					facts.put(member.name(), (as.attendance().label() + " " + as.partly()).strip());
				}
			}
		}
		if (facts.isEmpty() && Objects.equals(meeting.inAttendance(), inAttendance)) {
			return;
		}
		this.store.attendance(id, changed, inAttendance);
		requireSound(one(id));
		this.store.publish(new MeetingEvent(id, "meeting.attendance", "Recorded who came to the meeting", null, facts));
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
		Meeting meeting = this.store.locked(id, Meeting::open, NOT_OPEN, seen);
		if (!meeting.attendanceRecorded()) {
			throw new MeetingRefused("", "Record first who is present");
		}
		List<AgendaItem> left = meeting.open(meeting.items());
		if (adjourned == null && !left.isEmpty()) {
			throw new MeetingRefused("",
					left.stream().map((item) -> "Item " + item.number()).collect(Collectors.joining(", ")) + " "
							+ ((left.size() == 1) ? "has" : "have") + " no outcome. Record it, or adjourn the meeting");
		}
		requireSound(meeting);
		this.store.close(id, adjourned);
		int number = this.store.lastReference(meeting.details().on().getYear());
		for (AgendaItem item : meeting.items()) {
			if (item.forDecision() && item.outcome() != null) {
				number++;
				this.store.reference(item.id(), "%d-%03d".formatted(meeting.details().on().getYear(), number));
				resolve(meeting, item, item.outcome(), by);
			}
		}
		this.store.publish(new MeetingEvent(id, "meeting.closed",
				((adjourned != null) ? "Adjourned" : "Closed") + " the meeting of " + meeting.day(), adjourned,
				Map.of("decided", meeting.items().size() - left.size(), "notReached", left.size())));
		carryOn(meeting.committee());
	}

	/** The governing body's resolution on a recommendation, if its votes decided it. */
	private void resolve(Meeting meeting, AgendaItem item, AgendaItem.Outcome outcome, Member by) {
		AppraisalId of = item.statement().appraisal();
		AgendaItem.Vote vote = outcome.vote();
		if (of == null || vote == null) {
			return;
		}
		AppraisalSummary appraisal = appraisal(of);
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

	private AppraisalSummary appraisal(AppraisalId id) {
		return this.appraisals.all()
			.stream()
			.filter((appraisal) -> appraisal.id().equals(id))
			.findFirst()
			.orElseThrow(() -> new NotFound("There is no such appraisal."));
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

	/**
	 * What happened to a meeting, newest first: one more than a page if there is more.
	 */
	@Transactional(readOnly = true)
	List<Trail.Entry> history(MeetingId id, int page, int size) {
		return this.trail.events(id.id(), page, size);
	}

	/** That every outcome on record can have come about as it says. */
	private void requireSound(Meeting meeting) {
		List<Problem> problems = new ArrayList<>();
		for (AgendaItem item : meeting.items()) {
			if (item.outcome() != null) {
				OutcomeCheck.problems(meeting, item, item.outcome())
					.forEach((problem) -> problems.add(new Problem("",
							"Item %d: %s. Remove its outcome first".formatted(item.number(), problem.words()))));
			}
		}
		if (!problems.isEmpty()) {
			throw new MeetingRefused(problems);
		}
	}

	private void requireFree(CommitteeId committee, Meeting.Details details, @Nullable MeetingId but) {
		this.store.lockCalendar(committee);
		for (Meeting meeting : this.reader.all()) {
			if (meeting.committee().equals(committee) && meeting.details().on().equals(details.on())
					&& meeting.state() != Meeting.State.CANCELLED && !meeting.id().equals(but)) {
				throw new MeetingRefused("on", "The committee meets on that day already. Choose another day");
			}
		}
	}

	/** To the agenda of the committee's next meeting, if one is called. */
	private void carryOn(CommitteeId committee) {
		this.reader.all()
			.reversed()
			.stream()
			.filter((meeting) -> meeting.called() && meeting.committee().equals(committee))
			.findFirst()
			.ifPresent(this::carry);
	}

	private void carry(Meeting to) {
		List<Meeting> all = this.reader.all().reversed();
		List<UUID> taken = all.stream()
			.flatMap((meeting) -> Stream.concat(meeting.items().stream(), meeting.withdrawn().stream()))
			.map(AgendaItem::continues)
			.filter(Objects::nonNull)
			.toList();
		for (Meeting from : all) {
			boolean over = from.closed() || from.state() == Meeting.State.CANCELLED;
			if (over && from.committee().equals(to.committee())) {
				for (AgendaItem item : from.items()) {
					if (item.unsettled() && !taken.contains(item.id())) {
						this.agendas.carry(from, item, to);
					}
				}
			}
		}
	}

	private static Map<String, Object> facts(Meeting.Details details) {
		Map<String, Object> facts = new LinkedHashMap<>();
		facts.put("on", details.on().toString());
		if (details.at() != null) {
			facts.put("at", details.at());
		}
		if (details.place() != null) {
			facts.put("place", details.place());
		}
		return facts;
	}

}
