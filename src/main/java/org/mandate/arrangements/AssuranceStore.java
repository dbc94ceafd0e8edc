package org.mandate.arrangements;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.mandate.appraisals.AppraisalSummary;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps the assurance log.
 */
@Component
class AssuranceStore {

	private final JdbcClient jdbc;

	AssuranceStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Newest first. Two statements. */
	List<AssuranceEntry> of(AppraisalSummary appraisal) {
		Map<Integer, List<AssuranceEntry.Action>> actions = actions(appraisal);
		return this.jdbc.sql("""
				select number, noted_on, theme, finding, rating, saved_by, saved_at, version
				from assurance_entry where appraisal_id = :appraisal order by noted_on desc, number desc
				""")
			.param("appraisal", appraisal.id().id())
			.query((row, at) -> entry(row, actions.getOrDefault(row.getInt("number"), List.of())))
			.list();
	}

	private Map<Integer, List<AssuranceEntry.Action>> actions(AppraisalSummary appraisal) {
		Map<Integer, List<AssuranceEntry.Action>> actions = new HashMap<>();
		this.jdbc.sql("""
				select entry, number, what, owner, due_on, done_on from assurance_action
				where appraisal_id = :appraisal order by entry, number
				""").param("appraisal", appraisal.id().id()).query((row) -> {
			actions.computeIfAbsent(row.getInt("entry"), (entry) -> new ArrayList<>())
				.add(new AssuranceEntry.Action(row.getInt("number"), row.getString("what"), row.getString("owner"),
						Objects.requireNonNull(row.getObject("due_on", LocalDate.class)),
						row.getObject("done_on", LocalDate.class)));
		});
		return actions;
	}

	int add(AppraisalSummary appraisal, AssuranceEntry.Statement statement, Ledger.Stamp stamp) {
		return this.jdbc.sql("""
				insert into assurance_entry (appraisal_id, number, noted_on, theme, finding, rating, saved_by, saved_at)
				select :appraisal, coalesce(max(number), 0) + 1, :on, :theme, :finding, :rating, :by, :at
				from assurance_entry where appraisal_id = :appraisal returning number
				""")
			.param("appraisal", appraisal.id().id())
			.param("on", statement.on())
			.param("theme", statement.theme())
			.param("finding", statement.finding())
			.param("rating", statement.rating().name())
			.param("by", stamp.by())
			.param("at", stamp.at())
			.query(Integer.class)
			.single();
	}

	/** Whether it was still the version that was seen. */
	boolean save(AppraisalSummary appraisal, int number, AssuranceEntry.Statement statement, int seen,
			Ledger.Stamp stamp) {
		return this.jdbc.sql("""
				update assurance_entry set noted_on = :on, theme = :theme, finding = :finding, rating = :rating,
					version = version + 1, saved_by = :by, saved_at = :at
				where appraisal_id = :appraisal and number = :number and version = :seen
				""")
			.param("on", statement.on())
			.param("theme", statement.theme())
			.param("finding", statement.finding())
			.param("rating", statement.rating().name())
			.param("by", stamp.by())
			.param("at", stamp.at())
			.param("appraisal", appraisal.id().id())
			.param("number", number)
			.param("seen", seen)
			.update() == 1;
	}

	int add(AppraisalSummary appraisal, int entry, String what, String owner, LocalDate dueOn) {
		return this.jdbc.sql("""
				insert into assurance_action (appraisal_id, entry, number, what, owner, due_on)
				select :appraisal, :entry, coalesce(max(number), 0) + 1, :what, :owner, :due
				from assurance_action where appraisal_id = :appraisal and entry = :entry returning number
				""")
			.param("appraisal", appraisal.id().id())
			.param("entry", entry)
			.param("what", what)
			.param("owner", owner)
			.param("due", dueOn)
			.query(Integer.class)
			.single();
	}

	void done(AppraisalSummary appraisal, int entry, int number, LocalDate on) {
		this.jdbc.sql("""
				update assurance_action set done_on = :on
				where appraisal_id = :appraisal and entry = :entry and number = :number and done_on is null
				""")
			.param("on", on)
			.param("appraisal", appraisal.id().id())
			.param("entry", entry)
			.param("number", number)
			.update();
	}

	private static AssuranceEntry entry(ResultSet row, List<AssuranceEntry.Action> actions) throws SQLException {
		return new AssuranceEntry(row.getInt("number"),
				new AssuranceEntry.Statement(Objects.requireNonNull(row.getObject("noted_on", LocalDate.class)),
						row.getString("theme"), row.getString("finding"),
						AssuranceEntry.Rating.valueOf(row.getString("rating"))),
				actions, row.getString("saved_by"), row.getObject("saved_at", OffsetDateTime.class).toInstant(),
				row.getInt("version"));
	}

}
