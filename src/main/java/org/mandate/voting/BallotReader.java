package org.mandate.voting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.appraisals.AppraisalId;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads ballots with their returns: two statements, whatever their number.
 */
@Component
class BallotReader {

	private static final TypeReference<List<Choice>> CHOICES = new TypeReference<>() {
	};

	private static final TypeReference<Map<String, Integer>> VOTES = new TypeReference<>() {
	};

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final Clock clock;

	BallotReader(JdbcClient jdbc, JsonMapper json, Clock clock) {
		this.jdbc = jdbc;
		this.json = json;
		this.clock = clock;
	}

	List<BallotRecord> of(AppraisalId appraisal) {
		Map<UUID, List<BallotRecord.UnitRecord>> units = units(appraisal);
		return this.jdbc
			.sql("""
					select b.*, (select json_agg(json_build_object('code', c.code, 'name', c.name, 'shortName', c.short_name)
						order by c.position) from ballot_choice c where c.ballot_id = b.id) as choices
					from ballot b where b.appraisal_id = :appraisal order by b.number
					""")
			.param("appraisal", appraisal.id())
			.query(ballots(units))
			.list();
	}

	Optional<BallotRecord> of(AppraisalId appraisal, int number) {
		return of(appraisal).stream().filter((ballot) -> ballot.number() == number).findFirst();
	}

	private RowMapper<BallotRecord> ballots(Map<UUID, List<BallotRecord.UnitRecord>> units) {
		return (row, number) -> {
			UUID id = row.getObject("id", UUID.class);
			Rule rule = new Rule(Rule.Base.valueOf(row.getString("base")),
					Rule.Threshold.valueOf(row.getString("threshold")), row.getObject("percentage", Integer.class),
					Rule.Scope.valueOf(row.getString("scope")), row.getObject("units_needed", Integer.class));
			return new BallotRecord(new BallotId(id), row.getInt("number"), row.getString("question"),
					BallotKind.valueOf(row.getString("kind")), row.getString("proposed"), rule,
					row.getObject("census_on", LocalDate.class), row.getString("quarter"), act(row, "opened"),
					closure(row), row.getString("closing_reason"),
					this.json.readValue(row.getString("choices"), CHOICES), units.getOrDefault(id, List.of()),
					closesAt(row), Publication.valueOf(row.getString("publication")));
		};
	}

	private static @Nullable ClosingTime closesAt(ResultSet row) throws SQLException {
		OffsetDateTime at = row.getObject("closes_at", OffsetDateTime.class);
		return (at != null) ? new ClosingTime(at.toInstant()) : null;
	}

	/** From the closing time on a ballot is shown as closed, noticed or not. */
	private @Nullable Act closure(ResultSet row) throws SQLException {
		Act noticed = act(row, "closed");
		ClosingTime time = closesAt(row);
		boolean due = noticed == null && row.getObject("opened_at") != null && time != null
				&& !this.clock.instant().isBefore(time.at());
		return (due && time != null) ? time.act() : noticed;
	}

	private Map<UUID, List<BallotRecord.UnitRecord>> units(AppraisalId appraisal) {
		Map<String, Unit> units = new LinkedHashMap<>();
		this.jdbc
			.sql("""
					select u.ballot_id, u.slug, u.name, u.locality_id, u.provenance, u.entitled, u.patients,
						r.version as return_version, v.*,
						(select json_object_agg(t.choice, t.practices) from return_vote t where t.version_id = v.id) as votes
					from ballot b
					join ballot_unit u on u.ballot_id = b.id
					join unit_return r on r.ballot_id = b.id and r.unit = u.slug
					left join return_version v on v.return_id = r.id
					where b.appraisal_id = :appraisal
					order by b.number, u.position, v.number
					""")
			.param("appraisal", appraisal.id())
			.query((row) -> {
				UUID ballot = row.getObject("ballot_id", UUID.class);
				Unit unit = units.computeIfAbsent(ballot + row.getString("slug"), (key) -> new Unit(ballot));
				if (row.getObject("id") != null) {
					unit.entries.add(entry(row));
				}
				unit.read(row);
			});
		Map<UUID, List<BallotRecord.UnitRecord>> byBallot = new LinkedHashMap<>();
		units.values()
			.forEach((unit) -> byBallot.computeIfAbsent(unit.ballot, (key) -> new ArrayList<>())
				.add(Objects.requireNonNull(unit.record)));
		return byBallot;
	}

	private static final class Unit {

		private final UUID ballot;

		private final List<EnteredFigures> entries = new ArrayList<>();

		private BallotRecord.@Nullable UnitRecord record;

		Unit(UUID ballot) {
			this.ballot = ballot;
		}

		void read(ResultSet row) throws SQLException {
			this.record = new BallotRecord.UnitRecord(row.getString("slug"), row.getString("name"),
					row.getObject("locality_id", UUID.class), row.getString("provenance"), row.getInt("entitled"),
					row.getInt("patients"), row.getInt("return_version"), List.copyOf(this.entries));
		}

	}

	private EnteredFigures entry(ResultSet row) throws SQLException {
		String votes = row.getString("votes");
		Figures figures = new Figures((votes != null) ? this.json.readValue(votes, VOTES) : Map.of(),
				row.getString("not_stated"), row.getString("as_said"), row.getInt("abstained"), row.getInt("spoilt"),
				row.getInt("conflicted_out"), row.getInt("absent"));
		return new EnteredFigures(row.getInt("number"), figures, Objects.requireNonNull(act(row, "entered")),
				row.getBoolean("on_behalf"), row.getString("correction_reason"), row.getString("warnings_reason"),
				act(row, "returned"), act(row, "accepted"), act(row, "sent_back"), row.getString("sent_back_reason"),
				row.getObject("register_count", Integer.class), act(row, "register"));
	}

	private static @Nullable Act act(ResultSet row, String what) throws SQLException {
		OffsetDateTime at = row.getObject(what + "_at", OffsetDateTime.class);
		return (at != null) ? new Act(at.toInstant(), row.getString(what + "_by")) : null;
	}

}
