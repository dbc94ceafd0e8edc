package org.mandate.meetings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.appraisals.AppraisalId;
import org.mandate.committees.CommitteeId;
import org.mandate.committees.DecisionRule;
import org.mandate.committees.Quorum;
import org.mandate.committees.QuorumJson;
import org.mandate.committees.Roster;
import org.mandate.committees.SeatRole;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads meetings with all that belongs to them: six statements, however many there are;
 * and what they left to the next.
 */
@Component
class MeetingReader {

	private static final String WHICH = "cast(:meeting as uuid) is null or ";

	private static final String CONTINUATIONS = """
			select i.id as item, true as earlier, m.id as meeting, m.held_on, m.state, o.id as other, o.outcome
			from meeting_item i join meeting_item o on o.organisation_id = i.organisation_id and o.id = i.continues_item
				join meeting m on m.organisation_id = o.organisation_id and m.id = o.meeting_id
			where i.meeting_id = :meeting
			union all
			select i.id, false, m.id, m.held_on, m.state, o.id, o.outcome
			from meeting_item i join meeting_item o on o.organisation_id = i.organisation_id and o.continues_item = i.id
				join meeting m on m.organisation_id = o.organisation_id and m.id = o.meeting_id
			where i.meeting_id = :meeting and o.withdrawn_reason is null
			order by held_on, meeting
			""";

	/**
	 * Items of a committee's meetings that are over, not settled and not taken up again.
	 */
	private static final String LEFT = """
			from meeting_item i join meeting m on m.organisation_id = i.organisation_id and m.id = i.meeting_id
			where m.committee_id = :committee and m.state in ('CLOSED', 'CANCELLED') and i.withdrawn_reason is null
				and (i.outcome is null or i.outcome = 'DEFERRED') and not exists (select from meeting_item later
					where later.organisation_id = i.organisation_id and later.continues_item = i.id)
			""";

	private static final String LEFT_ITEMS = "select i.*, m.held_on " + LEFT
			+ " order by m.held_on, m.starts_at, m.id desc, i.number, i.id";

	private static final String LEFT_DECLARATIONS = "select d.* from meeting_declaration d "
			+ "where d.withdrawn_reason is null and (d.organisation_id, d.item_id) in (select i.organisation_id, i.id "
			+ LEFT + ") order by d.declared_at, d.name, d.id";

	private final JdbcClient jdbc;

	MeetingReader(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Every meeting of the organisation, the latest day first. */
	List<Meeting> all() {
		return read(null);
	}

	Optional<Meeting> one(UUID meeting) {
		return read(meeting).stream().findFirst();
	}

	private List<Meeting> read(@Nullable UUID only) {
		Map<UUID, List<Attendee>> members = new HashMap<>();
		query("select * from meeting_member where " + WHICH + "meeting_id = :meeting order by position, seat_id", only,
				(row) -> add(members, row.getObject("meeting_id", UUID.class), attendee(row)));
		Map<UUID, List<AgendaItem.Declared>> declarations = new HashMap<>();
		query(of("meeting_declaration") + " and d.withdrawn_reason is null order by d.declared_at, d.name, d.id", only,
				(row) -> add(declarations, row.getObject("item_id", UUID.class), declared(row)));
		Map<UUID, Map<UUID, AgendaItem.Ruled>> rulings = new HashMap<>();
		query(of("meeting_ruling"), only,
				(row) -> rulings.computeIfAbsent(row.getObject("item_id", UUID.class), (id) -> new HashMap<>())
					.put(row.getObject("seat_id", UUID.class),
							new AgendaItem.Ruled(Ruling.valueOf(row.getString("ruling")), row.getString("reason"),
									row.getString("ruled_by"))));
		Map<UUID, Map<UUID, Vote.Choice>> votes = new HashMap<>();
		query(of("meeting_vote"), only,
				(row) -> votes.computeIfAbsent(row.getObject("item_id", UUID.class), (id) -> new HashMap<>())
					.put(row.getObject("seat_id", UUID.class), Vote.Choice.valueOf(row.getString("choice"))));
		Map<UUID, List<AgendaItem>> items = new HashMap<>();
		query("select * from meeting_item where " + WHICH + "meeting_id = :meeting order by number, id", only,
				(row) -> {
					UUID id = row.getObject("id", UUID.class);
					add(items, row.getObject("meeting_id", UUID.class),
							item(row, declarations.getOrDefault(id, List.of()), rulings.getOrDefault(id, Map.of()),
									votes.getOrDefault(id, Map.of())));
				});
		List<Meeting> meetings = new ArrayList<>();
		query("select * from meeting where " + WHICH + "id = :meeting order by held_on desc, starts_at desc, id", only,
				(row) -> {
					UUID id = row.getObject("id", UUID.class);
					meetings.add(meeting(row, members.getOrDefault(id, List.of()), items.getOrDefault(id, List.of())));
				});
		return meetings;
	}

	/**
	 * What a meeting left.
	 *
	 * @param meeting which
	 * @param on its day
	 * @param item with what was declared on it, without rulings and votes
	 */
	record Left(MeetingId meeting, LocalDate on, AgendaItem item) {
	}

	/**
	 * What meetings of a committee that are over left and no other took up, the earliest
	 * first. Two statements.
	 */
	List<Left> left(CommitteeId committee) {
		Map<UUID, List<AgendaItem.Declared>> declarations = new HashMap<>();
		this.jdbc.sql(LEFT_DECLARATIONS).param("committee", committee.id()).query((row) -> {
			add(declarations, row.getObject("item_id", UUID.class), declared(row));
		});
		return this.jdbc.sql(LEFT_ITEMS)
			.param("committee", committee.id())
			.query((row, number) -> new Left(new MeetingId(row.getObject("meeting_id", UUID.class)),
					row.getObject("held_on", LocalDate.class),
					item(row, declarations.getOrDefault(row.getObject("id", UUID.class), List.of()), Map.of(),
							Map.of())))
			.list();
	}

	/** The next meeting of a committee that is called; null for none. One statement. */
	@Nullable MeetingId next(CommitteeId committee) {
		return this.jdbc.sql("""
				select id from meeting where committee_id = :committee and state = 'CALLED'
				order by held_on, starts_at, id desc limit 1
				""")
			.param("committee", committee.id())
			.query((row, number) -> new MeetingId(row.getObject("id", UUID.class)))
			.optional()
			.orElse(null);
	}

	/** How many items stand on the agenda of a meeting. One statement. */
	int standing(MeetingId meeting) {
		return this.jdbc
			.sql("select count(*) from meeting_item where meeting_id = :meeting and withdrawn_reason is null")
			.param("meeting", meeting.id())
			.query(Integer.class)
			.single();
	}

	/** Where the items of a meeting come from, and where they went on. One statement. */
	List<Continuation> continuations(UUID meeting) {
		return this.jdbc.sql(CONTINUATIONS)
			.param("meeting", meeting)
			.query((row, number) -> new Continuation(row.getObject("item", UUID.class), row.getBoolean("earlier"),
					new MeetingId(row.getObject("meeting", UUID.class)), row.getObject("other", UUID.class),
					continued(row)))
			.list();
	}

	private static String continued(ResultSet row) throws SQLException {
		String day = row.getObject("held_on", LocalDate.class).format(Meeting.DAY);
		if (!row.getBoolean("earlier")) {
			return "Taken up again on " + day;
		}
		if ("CANCELLED".equals(row.getString("state"))) {
			return "From the cancelled meeting of " + day;
		}
		return ((row.getString("outcome") != null) ? "Deferred on " : "Not reached on ") + day;
	}

	private static String of(String table) {
		return "select d.* from " + table + " d join meeting_item i on i.organisation_id = d.organisation_id "
				+ "and i.id = d.item_id where (" + WHICH + "i.meeting_id = :meeting)";
	}

	private interface Row {

		void read(ResultSet row) throws SQLException;

	}

	private void query(String sql, @Nullable UUID only, Row row) {
		this.jdbc.sql(sql).param("meeting", only, java.sql.Types.OTHER).query((result) -> {
			row.read(result);
		});
	}

	private static <T> void add(Map<UUID, List<T>> lists, UUID of, T one) {
		lists.computeIfAbsent(of, (id) -> new ArrayList<>()).add(one);
	}

	private static Meeting meeting(ResultSet row, List<Attendee> members, List<AgendaItem> items) throws SQLException {
		Quorum quorum = QuorumJson.read(row.getString("quorum"));
		Meeting.Rules rules = (quorum != null) ? new Meeting.Rules(quorum,
				DecisionRule.valueOf(row.getString("decision_rule")), row.getBoolean("casting_vote")) : null;
		return new Meeting(new MeetingId(row.getObject("id", UUID.class)), row.getInt("version"),
				new CommitteeId(row.getObject("committee_id", UUID.class)), row.getString("committee_name"),
				new Meeting.Details(row.getObject("held_on", LocalDate.class), row.getString("starts_at"),
						row.getString("place")),
				Meeting.State.valueOf(row.getString("state")), rules, members,
				items.stream().filter(AgendaItem::stands).toList(),
				items.stream().filter((item) -> !item.stands()).toList(), row.getString("in_attendance"),
				row.getString("cancelled_reason"), row.getString("adjourned_reason"), instant(row, "published_at"),
				row.getString("recorded_by"));
	}

	private static Attendee attendee(ResultSet row) throws SQLException {
		String office = row.getString("office");
		return new Attendee(row.getObject("seat_id", UUID.class), row.getString("name"), row.getString("title"),
				SeatRole.valueOf(row.getString("role")), row.getBoolean("voting"),
				(office != null) ? Roster.Office.valueOf(office) : null, row.getObject("person_id", UUID.class),
				row.getString("practice_code"), Attendee.Attendance.valueOf(row.getString("attendance")),
				row.getObject("from_item", Integer.class), row.getObject("to_item", Integer.class));
	}

	private static AgendaItem.Declared declared(ResultSet row) throws SQLException {
		return new AgendaItem.Declared(row.getObject("id", UUID.class), row.getObject("seat_id", UUID.class),
				row.getString("name"), row.getObject("interest_id", UUID.class), row.getString("words"),
				AgendaItem.Origin.valueOf(row.getString("origin")), row.getBoolean("may_publish"));
	}

	private static AgendaItem item(ResultSet row, List<AgendaItem.Declared> declarations,
			Map<UUID, AgendaItem.Ruled> rulings, Map<UUID, Vote.Choice> votes) throws SQLException {
		UUID appraisal = row.getObject("appraisal_id", UUID.class);
		String practices = row.getString("practices");
		AgendaItem.Statement statement = new AgendaItem.Statement(row.getString("title"),
				AgendaItem.Purpose.valueOf(row.getString("purpose")), row.getString("motion"), row.getString("options"),
				(appraisal != null) ? new AppraisalId(appraisal) : null, row.getBoolean("private_item"),
				AgendaItem.Touching.valueOf(row.getString("touching")),
				practices.isEmpty() ? List.of() : Arrays.asList(practices.split(" ")));
		return new AgendaItem(row.getObject("id", UUID.class), row.getInt("number"), statement,
				row.getObject("continues_item", UUID.class), row.getString("withdrawn_reason"),
				row.getObject("presiding_seat", UUID.class), declarations, rulings, row.getString("notes"),
				outcome(row, votes), row.getString("reference"));
	}

	private static @Nullable Outcome outcome(ResultSet row, Map<UUID, Vote.Choice> votes) throws SQLException {
		String result = row.getString("outcome");
		if (result == null) {
			return null;
		}
		String casting = row.getString("casting");
		Vote vote = "NONE".equals(row.getString("manner")) ? null
				: new Vote(row.getInt("votes_for"), row.getInt("votes_against"), row.getInt("abstained"), votes,
						(casting != null) ? Vote.Choice.valueOf(casting) : null);
		String wording = row.getString("put_wording");
		Outcome.Put put = (wording != null)
				? new Outcome.Put(wording, row.getString("put_options"),
						row.getObject("put_recommendation", Integer.class), row.getObject("put_version", Integer.class))
				: null;
		return new Outcome(Outcome.Result.valueOf(result), put, row.getString("amended_wording"),
				row.getString("reason"), vote);
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
		return (at != null) ? at.toInstant() : null;
	}

}
