package org.mandate.committees;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads committees with their seats, in two statements however many there are.
 */
@Component
class CommitteeReader {

	private static final String SEATS = """
			select s.committee_id, s.id, s.version, s.title, s.role, s.voting, s.office, s.withdrawn_reason, s.recorded_by,
				h.id as holder, h.version as holder_version, h.person_id, h.name, h.body, h.from_on, h.to_on,
				h.trained_on, h.practice_code, h.withdrawn_reason as holder_withdrawn, h.recorded_by as holder_by
			from committee_seat s left join committee_holder h
				on h.organisation_id = s.organisation_id and h.seat_id = s.id
			where cast(:committee as uuid) is null or s.committee_id = cast(:committee as uuid)
			order by s.position, s.id, h.from_on, h.id
			""";

	private static final String COMMITTEES = """
			select id, version, name, kind, shadow, about, source, terms_text, terms_link, terms_version, terms_on,
				decision_rule, casting_vote, quorum, withdrawn_reason, recorded_by
			from committee where cast(:committee as uuid) is null or id = cast(:committee as uuid)
			order by withdrawn_reason is not null, kind, lower(name), id
			""";

	private final JdbcClient jdbc;

	CommitteeReader(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	List<Committee> all() {
		return read(null);
	}

	Optional<Committee> one(UUID committee) {
		return read(committee).stream().findFirst();
	}

	private List<Committee> read(@Nullable UUID only) {
		Map<UUID, List<Committee.Seat>> seats = new LinkedHashMap<>();
		this.jdbc.sql(SEATS).param("committee", only).query((row) -> {
			List<Committee.Seat> of = seats.computeIfAbsent(row.getObject("committee_id", UUID.class),
					(id) -> new ArrayList<>());
			UUID seat = row.getObject("id", UUID.class);
			if (of.isEmpty() || !of.getLast().id().equals(seat)) {
				of.add(seat(seat, row));
			}
			if (row.getObject("holder", UUID.class) != null) {
				of.getLast().holders().add(holder(row));
			}
		});
		return this.jdbc.sql(COMMITTEES)
			.param("committee", only)
			.query((row, number) -> committee(row, seats.getOrDefault(row.getObject("id", UUID.class), List.of())))
			.list();
	}

	private static Committee committee(ResultSet row, List<Committee.Seat> seats) throws SQLException {
		String version = row.getString("terms_version");
		LocalDate on = row.getObject("terms_on", LocalDate.class);
		Committee.Terms terms = (version != null && on != null)
				? new Committee.Terms(row.getString("terms_text"), row.getString("terms_link"), version, on) : null;
		CommitteeStatement statement = new CommitteeStatement(row.getString("name"),
				Committee.Kind.valueOf(row.getString("kind")), row.getBoolean("shadow"), row.getString("about"),
				row.getString("source"), terms, DecisionRule.valueOf(row.getString("decision_rule")),
				row.getBoolean("casting_vote"));
		return new Committee(new CommitteeId(row.getObject("id", UUID.class)), statement,
				QuorumJson.read(row.getString("quorum")), row.getString("withdrawn_reason"), row.getInt("version"),
				row.getString("recorded_by"), seats);
	}

	private static Committee.Seat seat(UUID id, ResultSet row) throws SQLException {
		String office = row.getString("office");
		SeatStatement statement = new SeatStatement(row.getString("title"), SeatRole.valueOf(row.getString("role")),
				row.getBoolean("voting"), (office != null) ? Roster.Office.valueOf(office) : null);
		return new Committee.Seat(id, statement, row.getString("withdrawn_reason"), row.getInt("version"),
				row.getString("recorded_by"), new ArrayList<>());
	}

	private static Committee.Holder holder(ResultSet row) throws SQLException {
		HolderStatement statement = new HolderStatement(row.getObject("person_id", UUID.class), row.getString("name"),
				row.getString("body"), row.getObject("from_on", LocalDate.class),
				row.getObject("to_on", LocalDate.class), row.getObject("trained_on", LocalDate.class),
				row.getString("practice_code"));
		return new Committee.Holder(row.getObject("holder", UUID.class), statement, row.getString("holder_withdrawn"),
				row.getInt("holder_version"), row.getString("holder_by"));
	}

}
