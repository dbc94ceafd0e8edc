package org.mandate.coversheets;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.mandate.appraisals.AppraisalId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps what is asked and said about approvals; rows are only ever added.
 */
@Component
class ApprovalStore {

	private final JdbcClient jdbc;

	ApprovalStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** First to last. */
	List<Act> of(AppraisalId appraisal) {
		return this.jdbc.sql("""
				select number, kind, office, request, officer_id, officer_name, reason, evidence,
					recommendation_version, cover_version, recorded_by, recorded_at
				from officer_approval where appraisal_id = :appraisal order by number
				""").param("appraisal", appraisal.id()).query(ApprovalStore::act).list();
	}

	/** One change at a time, so that the second of two sees what the first did. */
	void lock(AppraisalId appraisal) {
		this.jdbc.sql("select pg_advisory_xact_lock(hashtextextended('approvals ' || :id, 0))")
			.param("id", appraisal.id().toString())
			.query((row) -> {
			});
	}

	void add(AppraisalId appraisal, Act act) {
		this.jdbc
			.sql("""
					insert into officer_approval (appraisal_id, number, kind, office, request, officer_id, officer_name,
						reason, evidence, recommendation_version, cover_version, recorded_by, recorded_at)
					values (:appraisal, :number, :kind, :office, :request, :officer, :name, :reason, :evidence, :text, :cover,
						:by, :at)
					""")
			.param("appraisal", appraisal.id())
			.param("number", act.number())
			.param("kind", act.kind().name())
			.param("office", act.office().name())
			.param("request", act.request())
			.param("officer", act.officer())
			.param("name", act.officerName())
			.param("reason", act.reason())
			.param("evidence", act.evidence())
			.param("text", act.text().recommendation())
			.param("cover", act.text().cover())
			.param("by", act.by())
			.param("at", OffsetDateTime.ofInstant(act.at(), ZoneOffset.UTC))
			.update();
	}

	private static Act act(ResultSet row, int number) throws SQLException {
		return new Act(row.getInt("number"), Act.Kind.valueOf(row.getString("kind")),
				Office.valueOf(row.getString("office")), row.getObject("request", Integer.class),
				row.getObject("officer_id", UUID.class), row.getString("officer_name"), row.getString("reason"),
				row.getString("evidence"),
				new TextVersion(row.getInt("recommendation_version"), row.getObject("cover_version", Integer.class)),
				row.getString("recorded_by"), row.getObject("recorded_at", OffsetDateTime.class).toInstant());
	}

}
