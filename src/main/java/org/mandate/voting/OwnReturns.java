package org.mandate.voting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.appraisals.DutySource;
import org.mandate.appraisals.FinancialYear;
import org.mandate.forms.London;

import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells the clinical director of a locality where they begin that its votes are to be
 * returned, or were sent back.
 */
@Component
@Order(10)
class OwnReturns implements DutySource {

	private final JdbcClient jdbc;

	OwnReturns(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public List<Duty> duties(Member member) {
		if (!member.is(Role.LOCALITY_DIRECTOR) || member.locality() == null) {
			return List.of();
		}
		return this.jdbc.sql("""
				select a.year, b.number, b.closes_at, u.name, u.slug, r.round, v.id is not null as begun, v.sent_back_at
				from ballot b
				join appraisal a on a.organisation_id = b.organisation_id and a.id = b.appraisal_id
				join ballot_unit u on u.organisation_id = b.organisation_id and u.ballot_id = b.id
				join lateral (select id, round, closed_at from unit_return
					where ballot_id = b.id and unit = u.slug order by round desc limit 1) r on true
				left join lateral (select id, returned_at, sent_back_at from return_version
					where return_id = r.id order by number desc limit 1) v on true
				where u.locality_id = :locality and b.opened_at is not null and b.withdrawn_at is null
					and r.closed_at is null and (r.round > 1 or b.closed_at is null)
					and (v.returned_at is null or v.sent_back_at is not null)
				order by b.closes_at nulls last, a.year desc, b.number desc limit 5
				""").param("locality", member.locality()).query(OwnReturns::duty).list();
	}

	private static Duty duty(ResultSet row, int at) throws SQLException {
		String year = row.getString("year");
		OffsetDateTime closes = row.getObject("closes_at", OffsetDateTime.class);
		LocalDate due = (closes != null && row.getInt("round") == 1)
				? closes.atZoneSameInstant(London.ZONE).toLocalDate() : null;
		String state = (row.getObject("sent_back_at") != null) ? "Sent back to you"
				: row.getBoolean("begun") ? "Begun, not returned yet" : "Nothing entered yet";
		return new Duty("Return the votes of " + row.getString("name"),
				"/appraisals/%s/ballots/%d/returns/%s".formatted(year, row.getInt("number"), row.getString("slug")),
				(due != null && closes != null) ? state + ", closes at " + London.instant(closes.toInstant()) : state,
				due, FinancialYear.parse(year).orElse(null));
	}

}
