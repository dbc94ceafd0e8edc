package org.mandate.recommendations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.appraisals.DutySource;
import org.mandate.appraisals.FinancialYear;

import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells a governing body member where they begin which papers are before the governing
 * body. Whose interests may touch one is led past them when they open it.
 */
@Component
@Order(15)
class PapersToRead implements DutySource {

	private final JdbcClient jdbc;

	PapersToRead(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public List<Duty> duties(Member member) {
		if (!member.is(Role.GOVERNING_BODY_MEMBER)) {
			return List.of();
		}
		return this.jdbc
			.sql("""
					select a.year, s.put_by from recommendation r
					join appraisal a on a.organisation_id = r.organisation_id and a.id = r.appraisal_id
					join recommendation_submission s on s.recommendation_id = r.id and not exists (
						select from recommendation_withdrawal w where w.recommendation_id = r.id and w.position = s.position)
					where not exists (select from recommendation_resolution d where d.recommendation_id = r.id)
					order by a.year desc limit 5
					""")
			.query(PapersToRead::duty)
			.list();
	}

	private static Duty duty(ResultSet row, int at) throws SQLException {
		String year = row.getString("year");
		FinancialYear parsed = FinancialYear.parse(year).orElseThrow();
		return new Duty("Read the paper for " + parsed.label(), "/appraisals/" + year + "/paper",
				"Put to the governing body by " + row.getString("put_by"), null, parsed);
	}

}
