package org.mandate.voting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads what practices did: one statement, whatever their number.
 */
@Component
class RollReader {

	private final JdbcClient jdbc;

	RollReader(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The practices of a unit by name, with their votes by the latest version of its
	 * return; without votes when that version is of counts alone.
	 * @param today practices that close later have not closed
	 */
	List<Elector> electors(BallotId ballot, String unit, LocalDate today) {
		return this.jdbc
			.sql("""
					with latest as (
						select v.id from return_version v where v.return_id = (
							select r.id from unit_return r where r.ballot_id = :ballot and r.unit = :unit order by r.round desc limit 1)
						order by v.number desc limit 1)
					select e.practice_id, e.code, e.name, e.patients, o.vote,
						case when p.closed_on > b.census_on and p.closed_on <= :today then p.closed_on end as closed_on
					from elector e
					join ballot b on b.id = e.ballot_id
					join practice p on p.id = e.practice_id
					left join return_roll o on o.practice_id = e.practice_id and o.version_id = (select id from latest)
					where e.ballot_id = :ballot and e.unit = :unit
					order by e.name, e.code
					""")
			.param("ballot", ballot.id())
			.param("unit", unit)
			.param("today", today)
			.query((row, number) -> elector(row))
			.list();
	}

	/** Names of the units of all practices of a ballot, by the practice's code. */
	Map<String, String> unitNames(BallotId ballot) {
		Map<String, String> names = new LinkedHashMap<>();
		this.jdbc.sql("""
				select e.code, u.name from elector e
				join ballot_unit u on u.ballot_id = e.ballot_id and u.slug = e.unit
				where e.ballot_id = :ballot
				""").param("ballot", ballot.id()).query((row) -> {
			names.put(row.getString("code"), row.getString("name"));
		});
		return names;
	}

	/**
	 * What the practices did by the version of each unit that counts, by the unit's name
	 * in addresses; units that returned counts alone are left out.
	 */
	Map<String, Roll> counting(BallotId ballot) {
		Map<String, Map<UUID, String>> votes = new LinkedHashMap<>();
		this.jdbc
			.sql("""
					with counting as (
						select distinct on (r.unit) r.unit, v.id from unit_return r join return_version v on v.return_id = r.id
						where r.ballot_id = :ballot and v.accepted_at is not null and r.round = (
							select max(l.round) from unit_return l where l.ballot_id = r.ballot_id and l.unit = r.unit)
						order by r.unit, v.number desc)
					select c.unit, o.practice_id, o.vote
					from counting c join return_roll o on o.version_id = c.id
					order by c.unit, o.practice_id
					""")
			.param("ballot", ballot.id())
			.query((row) -> {
				votes.computeIfAbsent(row.getString("unit"), (unit) -> new LinkedHashMap<>())
					.put(row.getObject("practice_id", UUID.class), row.getString("vote"));
			});
		Map<String, Roll> rolls = new LinkedHashMap<>();
		votes.forEach((unit, each) -> rolls.put(unit, new Roll(each)));
		return rolls;
	}

	private static Elector elector(ResultSet row) throws SQLException {
		return new Elector(row.getObject("practice_id", UUID.class), row.getString("code"), row.getString("name"),
				row.getObject("patients", Integer.class), row.getObject("closed_on", LocalDate.class),
				row.getString("vote"));
	}

}
