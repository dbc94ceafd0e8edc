package org.mandate.arrangements;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;

import org.mandate.appraisals.AppraisalSummary;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps arrangements.
 */
@Component
class ArrangementStore {

	private final JdbcClient jdbc;

	ArrangementStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** First to last. */
	List<Arrangement> of(AppraisalSummary appraisal) {
		return this.jdbc.sql("""
				select number, model, live_from, basis, came, conditions, ended_on, saved_by, saved_at
				from arrangement where appraisal_id = :appraisal order by number
				""").param("appraisal", appraisal.id().id()).query(ArrangementStore::arrangement).list();
	}

	int add(AppraisalSummary appraisal, Arrangement.Statement statement, Ledger.Stamp stamp) {
		return this.jdbc
			.sql("""
					insert into arrangement (appraisal_id, number, model, live_from, basis, came, conditions, saved_by, saved_at)
					select :appraisal, coalesce(max(number), 0) + 1, :model, :from, :basis, :came, :conditions, :by, :at
					from arrangement where appraisal_id = :appraisal returning number
					""")
			.param("appraisal", appraisal.id().id())
			.param("model", statement.model())
			.param("from", statement.liveFrom())
			.param("basis", statement.basis().name())
			.param("came", statement.came())
			.param("conditions", statement.conditions())
			.param("by", stamp.by())
			.param("at", stamp.at())
			.query(Integer.class)
			.single();
	}

	void end(AppraisalSummary appraisal, int number, LocalDate on, Ledger.Stamp stamp) {
		this.jdbc.sql("""
				update arrangement set ended_on = :on, version = version + 1, saved_by = :by, saved_at = :at
				where appraisal_id = :appraisal and number = :number
				""")
			.param("on", on)
			.param("by", stamp.by())
			.param("at", stamp.at())
			.param("appraisal", appraisal.id().id())
			.param("number", number)
			.update();
	}

	private static Arrangement arrangement(ResultSet row, int number) throws SQLException {
		return new Arrangement(row.getInt("number"), new Arrangement.Statement(row.getString("model"),
				Objects.requireNonNull(row.getObject("live_from", LocalDate.class)),
				Arrangement.Basis.valueOf(row.getString("basis")), row.getString("came"), row.getString("conditions")),
				row.getObject("ended_on", LocalDate.class), row.getString("saved_by"),
				row.getObject("saved_at", OffsetDateTime.class).toInstant());
	}

}
