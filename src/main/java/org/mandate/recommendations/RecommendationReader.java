package org.mandate.recommendations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.mandate.appraisals.AppraisalId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads recommendations without loading aggregates: one statement a question.
 */
@Component
class RecommendationReader {

	private static final String VERSION = "v.number as version_number, v.model, v.year, v.review, v.review_on, v.wording, "
			+ "v.rationale, v.origin, v.written_by, v.written_at";

	private final JdbcClient jdbc;

	RecommendationReader(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The recommendations of an appraisal, latest first. */
	List<RecommendationSummary> of(AppraisalId appraisal) {
		return this.jdbc
			.sql("select r.id, r.number, r.started_by, r.started_at, " + VERSION
					+ """
							, s.version_number as put_version, s.put_by, s.put_at, s.incomplete_reason, d.decision, d.met_on, d.votes_for,
								d.votes_against, d.abstained, d.reason, d.version_number as decided_version, d.recorded_by,
								d.on_behalf_of_chair, d.recorded_at, d.meeting_id, d.item_id, d.circumstances
							from recommendation r
							join lateral (select * from recommendation_version where recommendation_id = r.id
								order by position desc limit 1) v on true
							left join recommendation_submission s on s.recommendation_id = r.id and not exists (
								select from recommendation_withdrawal w where w.recommendation_id = r.id and w.position = s.position)
							left join recommendation_resolution d on d.recommendation_id = r.id
							where r.appraisal_id = :appraisal order by r.number desc
							""")
			.param("appraisal", appraisal.id())
			.query(RecommendationReader::summary)
			.list();
	}

	/** The versions of all recommendations of an appraisal, first to last. */
	List<RecommendationVersion> versions(AppraisalId appraisal) {
		return this.jdbc.sql("select " + VERSION + """
				 from recommendation_version v join recommendation r on r.id = v.recommendation_id
				where r.appraisal_id = :appraisal order by v.number
				""").param("appraisal", appraisal.id()).query(RecommendationReader::version).list();
	}

	private static RecommendationSummary summary(ResultSet row, int number) throws SQLException {
		return new RecommendationSummary(new RecommendationId(row.getObject("id", java.util.UUID.class)),
				row.getInt("number"), row.getString("started_by"), instant(row, "started_at"), version(row, number),
				submission(row), resolution(row));
	}

	private static RecommendationVersion version(ResultSet row, int number) throws SQLException {
		return new RecommendationVersion(row.getInt("version_number"), row.getString("model"), row.getString("year"),
				row.getString("review"), row.getObject("review_on", LocalDate.class), row.getString("wording"),
				row.getString("rationale"), RecommendationVersion.Origin.valueOf(row.getString("origin")),
				row.getString("written_by"), instant(row, "written_at"));
	}

	private static @Nullable Submission submission(ResultSet row) throws SQLException {
		if (row.getString("put_by") == null) {
			return null;
		}
		return new Submission(row.getInt("put_version"), row.getString("put_by"), instant(row, "put_at"),
				row.getString("incomplete_reason"));
	}

	private static @Nullable Resolution resolution(ResultSet row) throws SQLException {
		if (row.getString("decision") == null) {
			return null;
		}
		return new Resolution(Decision.valueOf(row.getString("decision")), row.getObject("met_on", LocalDate.class),
				row.getInt("votes_for"), row.getInt("votes_against"), row.getInt("abstained"), row.getString("reason"),
				row.getInt("decided_version"), row.getString("recorded_by"), row.getBoolean("on_behalf_of_chair"),
				instant(row, "recorded_at"), row.getObject("meeting_id", java.util.UUID.class),
				row.getObject("item_id", java.util.UUID.class), row.getString("circumstances"));
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

}
