package org.mandate.arrangements;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.mandate.appraisals.AppraisalSummary;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps reviews.
 */
@Component
class ReviewStore {

	private final JdbcClient jdbc;

	ReviewStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** In the order in which they were planned. */
	List<Review> of(AppraisalSummary appraisal) {
		return this.jdbc.sql("""
				select number, due_on, due_words, owner, held_on, found, decision, saved_by, saved_at, version
				from arrangement_review where appraisal_id = :appraisal order by number
				""").param("appraisal", appraisal.id().id()).query(ReviewStore::review).list();
	}

	int add(AppraisalSummary appraisal, Review.Plan plan, Ledger.Stamp stamp) {
		return this.jdbc.sql("""
				insert into arrangement_review (appraisal_id, number, due_on, due_words, owner, saved_by, saved_at)
				select :appraisal, coalesce(max(number), 0) + 1, :on, :words, :owner, :by, :at
				from arrangement_review where appraisal_id = :appraisal returning number
				""")
			.param("appraisal", appraisal.id().id())
			.param("on", plan.on())
			.param("words", plan.words())
			.param("owner", plan.owner())
			.param("by", stamp.by())
			.param("at", stamp.at())
			.query(Integer.class)
			.single();
	}

	/** Whether it was still the version that was seen. */
	boolean save(AppraisalSummary appraisal, int number, Review.Plan plan, Review.@Nullable Outcome outcome, int seen,
			Ledger.Stamp stamp) {
		return this.jdbc.sql("""
				update arrangement_review set due_on = :on, due_words = :words, owner = :owner, held_on = :held,
					found = :found, decision = :decision, version = version + 1, saved_by = :by, saved_at = :at
				where appraisal_id = :appraisal and number = :number and version = :seen
				""")
			.param("on", plan.on())
			.param("words", plan.words())
			.param("owner", plan.owner())
			.param("held", (outcome != null) ? outcome.heldOn() : null)
			.param("found", (outcome != null) ? outcome.found() : null)
			.param("decision", (outcome != null) ? outcome.decision().name() : null)
			.param("by", stamp.by())
			.param("at", stamp.at())
			.param("appraisal", appraisal.id().id())
			.param("number", number)
			.param("seen", seen)
			.update() == 1;
	}

	private static Review review(ResultSet row, int number) throws SQLException {
		LocalDate held = row.getObject("held_on", LocalDate.class);
		return new Review(row.getInt("number"),
				new Review.Plan(row.getObject("due_on", LocalDate.class), row.getString("due_words"),
						row.getString("owner")),
				(held != null) ? new Review.Outcome(held, row.getString("found"),
						Review.Decision.valueOf(row.getString("decision"))) : null,
				row.getString("saved_by"), row.getObject("saved_at", OffsetDateTime.class).toInstant(),
				row.getInt("version"));
	}

}
