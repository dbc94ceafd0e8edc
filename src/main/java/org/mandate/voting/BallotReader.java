package org.mandate.voting;

import java.math.BigDecimal;
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

	private static final TypeReference<List<Integer>> SIZES = new TypeReference<>() {
	};

	private static final TypeReference<Map<String, List<Integer>>> SIZES_BY_VOTE = new TypeReference<>() {
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
			return new BallotRecord(new BallotId(id), row.getInt("number"), row.getString("question"),
					BallotKind.valueOf(row.getString("kind")), row.getString("proposed"), rule(row),
					Division.valueOf(row.getString("division")), row.getObject("follows", Integer.class),
					row.getObject("census_on", LocalDate.class), row.getString("quarter"), act(row, "opened"),
					closure(row), row.getString("closing_reason"), act(row, "withdrawn"),
					row.getString("withdrawal_reason"), this.json.readValue(row.getString("choices"), CHOICES),
					row.getBoolean("second_entry"), units.getOrDefault(id, List.of()), closesAt(row),
					Publication.valueOf(row.getString("publication")));
		};
	}

	private static Rule rule(ResultSet row) throws SQLException {
		return new Rule(weight(row), Rule.Base.valueOf(row.getString("base")),
				Rule.Threshold.valueOf(row.getString("threshold")), row.getObject("percentage", Integer.class),
				Rule.Scope.valueOf(row.getString("scope")), row.getObject("units_needed", Integer.class),
				new Quorum(Quorum.Where.valueOf(row.getString("quorum")),
						row.getObject("quorum_percentage", Integer.class)));
	}

	private static Weight weight(ResultSet row) throws SQLException {
		String rounding = row.getString("rounding");
		return new Weight(Weight.Measure.valueOf(row.getString("weight")),
				row.getObject("patients_per_vote", Integer.class),
				(rounding != null) ? Weight.Rounding.valueOf(rounding) : null);
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
						b.weight, b.patients_per_vote, b.rounding, r.version as return_version, r.round,
						r.opened_at as revote_opened_at, r.opened_by as revote_opened_by, r.reason as revote_reason,
						r.closed_at as revote_closed_at, r.closed_by as revote_closed_by, v.*,
						(select json_object_agg(t.choice, t.practices) from return_vote t where t.version_id = v.id) as votes,
						case when b.weight <> 'PRACTICE' then (select json_agg(coalesce(e.patients, 0)) from elector e
							where e.ballot_id = u.ballot_id and e.unit = u.slug) end as sizes,
						case when b.weight <> 'PRACTICE' then (select json_object_agg(roll.vote, roll.sizes) from (
							select l.vote, json_agg(e.patients) as sizes from return_roll l
							join elector e on e.ballot_id = b.id and e.practice_id = l.practice_id
							where l.version_id = v.id group by l.vote) roll) end as roll_sizes
					from ballot b
					join ballot_unit u on u.ballot_id = b.id
					join unit_return r on r.ballot_id = b.id and r.unit = u.slug
					left join return_version v on v.return_id = r.id
					where b.appraisal_id = :appraisal
					order by b.number, u.position, r.round, v.number
					""")
			.param("appraisal", appraisal.id())
			.query((row) -> {
				UUID ballot = row.getObject("ballot_id", UUID.class);
				Unit unit = units.computeIfAbsent(ballot + row.getString("slug"), (key) -> new Unit(ballot));
				unit.begin(row.getInt("round"));
				if (row.getObject("id") != null) {
					unit.entries.add(entry(row));
				}
				unit.record = unit(row, unit);
			});
		Map<UUID, List<BallotRecord.UnitRecord>> byBallot = new LinkedHashMap<>();
		units.values()
			.forEach((unit) -> byBallot.computeIfAbsent(unit.ballot, (key) -> new ArrayList<>())
				.add(Objects.requireNonNull(unit.record)));
		return byBallot;
	}

	/** A unit while its rounds and versions are read. */
	private static final class Unit {

		private final UUID ballot;

		private final List<EnteredFigures> entries = new ArrayList<>();

		private int round;

		private @Nullable EnteredFigures before;

		private BallotRecord.@Nullable UnitRecord record;

		Unit(UUID ballot) {
			this.ballot = ballot;
		}

		void begin(int nextRound) {
			if (nextRound != this.round && this.record != null) {
				this.before = this.record.counting().orElse(this.before);
				this.entries.clear();
			}
			this.round = nextRound;
		}

	}

	private BallotRecord.UnitRecord unit(ResultSet row, Unit unit) throws SQLException {
		Weight weight = weight(row);
		String sizes = row.getString("sizes");
		List<Integer> votes = (sizes != null) ? this.json.readValue(sizes, SIZES).stream().map(weight::of).toList()
				: List.of();
		Act reopened = act(row, "revote_opened");
		Revote revote = (reopened != null)
				? new Revote(reopened, row.getString("revote_reason"), act(row, "revote_closed"), unit.before) : null;
		return new BallotRecord.UnitRecord(row.getString("slug"), row.getString("name"),
				row.getObject("locality_id", UUID.class), row.getString("provenance"), row.getInt("entitled"),
				row.getInt("patients"), votes, row.getInt("round"), revote, row.getInt("return_version"),
				List.copyOf(unit.entries));
	}

	private EnteredFigures entry(ResultSet row) throws SQLException {
		String votes = row.getString("votes");
		Figures figures = new Figures((votes != null) ? this.json.readValue(votes, VOTES) : Map.of(),
				row.getString("not_stated"), row.getString("as_said"), reported(row), row.getInt("abstained"),
				row.getInt("spoilt"), row.getInt("conflicted_out"), row.getInt("absent"));
		return new EnteredFigures(row.getInt("number"), figures, Way.valueOf(row.getString("way")),
				Objects.requireNonNull(act(row, "entered")), row.getBoolean("on_behalf"),
				row.getString("correction_reason"), row.getString("warnings_reason"), act(row, "returned"),
				act(row, "accepted"), act(row, "sent_back"), row.getString("sent_back_reason"),
				row.getObject("register_count", Integer.class), act(row, "register"), listSizes(row),
				new SecondEntry(row.getObject("entered_person", UUID.class),
						FiguresJson.read(row.getString("second_figures")), act(row, "second"),
						row.getString("settled_reason")));
	}

	private Map<String, List<Integer>> listSizes(ResultSet row) throws SQLException {
		String sizes = row.getString("roll_sizes");
		return (sizes != null) ? this.json.readValue(sizes, SIZES_BY_VOTE) : Map.of();
	}

	private static @Nullable Reported reported(ResultSet row) throws SQLException {
		BigDecimal percentage = row.getBigDecimal("reported_percentage");
		return (percentage != null) ? new Reported(percentage, Rule.Base.valueOf(row.getString("reported_base")))
				: null;
	}

	private static @Nullable Act act(ResultSet row, String what) throws SQLException {
		OffsetDateTime at = row.getObject(what + "_at", OffsetDateTime.class);
		return (at != null) ? new Act(at.toInstant(), row.getString(what + "_by")) : null;
	}

}
