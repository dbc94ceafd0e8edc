package org.mandate.arrangements;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;

import org.mandate.appraisals.AppraisalSummary;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps lessons.
 */
@Component
class LessonStore {

	private final JdbcClient jdbc;

	LessonStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** First to last. */
	List<Lesson> of(AppraisalSummary appraisal) {
		return this.jdbc.sql("""
				select number, kind, words, shared_with, saved_by, saved_at, version
				from lesson where appraisal_id = :appraisal order by number
				""").param("appraisal", appraisal.id().id()).query(LessonStore::lesson).list();
	}

	int add(AppraisalSummary appraisal, Lesson.Statement statement, Ledger.Stamp stamp) {
		return this.jdbc.sql("""
				insert into lesson (appraisal_id, number, kind, words, shared_with, saved_by, saved_at)
				select :appraisal, coalesce(max(number), 0) + 1, :kind, :words, :shared, :by, :at
				from lesson where appraisal_id = :appraisal returning number
				""")
			.param("appraisal", appraisal.id().id())
			.param("kind", statement.kind().name())
			.param("words", statement.words())
			.param("shared", statement.sharedWith())
			.param("by", stamp.by())
			.param("at", stamp.at())
			.query(Integer.class)
			.single();
	}

	/** Whether it was still the version that was seen. */
	boolean save(AppraisalSummary appraisal, int number, Lesson.Statement statement, int seen, Ledger.Stamp stamp) {
		return this.jdbc.sql("""
				update lesson set kind = :kind, words = :words, shared_with = :shared, version = version + 1,
					saved_by = :by, saved_at = :at
				where appraisal_id = :appraisal and number = :number and version = :seen
				""")
			.param("kind", statement.kind().name())
			.param("words", statement.words())
			.param("shared", statement.sharedWith())
			.param("by", stamp.by())
			.param("at", stamp.at())
			.param("appraisal", appraisal.id().id())
			.param("number", number)
			.param("seen", seen)
			.update() == 1;
	}

	private static Lesson lesson(ResultSet row, int number) throws SQLException {
		return new Lesson(row.getInt("number"),
				new Lesson.Statement(Lesson.Kind.valueOf(row.getString("kind")), row.getString("words"),
						row.getString("shared_with")),
				row.getString("saved_by"), row.getObject("saved_at", OffsetDateTime.class).toInstant(),
				row.getInt("version"));
	}

}
