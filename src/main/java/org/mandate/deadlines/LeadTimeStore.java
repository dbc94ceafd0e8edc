package org.mandate.deadlines;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

import org.mandate.appraisals.AppraisalId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps the lead times of an appraisal, read and written within the transaction of the
 * facade.
 */
@Component
class LeadTimeStore {

	private final JdbcClient jdbc;

	LeadTimeStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** As kept. */
	record Kept(LeadTimes times, int version, String savedBy, Instant savedAt) {
	}

	Optional<Kept> of(AppraisalId appraisal) {
		return this.jdbc.sql("select * from lead_times where appraisal_id = :appraisal")
			.param("appraisal", appraisal.id())
			.query(LeadTimeStore::kept)
			.optional();
	}

	/**
	 * Save unless somebody else did so meanwhile.
	 * @param seen the version that somebody has before them; -1 for none
	 * @return whether it was saved
	 */
	boolean save(AppraisalId appraisal, LeadTimes times, int seen, String by, Instant now) {
		String sql = (seen < 0)
				? """
						insert into lead_times (appraisal_id, version, papers, notice, counting, voting, consulting, amending,
							attesting, reminders, saved_by, saved_at)
						values (:appraisal, 0, :papers, :notice, :counting, :voting, :consulting, :amending, :attesting, :reminders,
							:by, :now)
						on conflict do nothing
						"""
				: """
						update lead_times set version = version + 1, papers = :papers, notice = :notice, counting = :counting,
							voting = :voting, consulting = :consulting, amending = :amending, attesting = :attesting,
							reminders = :reminders, saved_by = :by, saved_at = :now
						where appraisal_id = :appraisal and version = :seen
						""";
		JdbcClient.StatementSpec statement = this.jdbc.sql(sql)
			.param("appraisal", appraisal.id())
			.param("papers", times.papers())
			.param("notice", times.notice())
			.param("counting", times.counting())
			.param("voting", times.voting())
			.param("consulting", times.consulting())
			.param("amending", times.amending())
			.param("attesting", times.attesting())
			.param("reminders", times.remindersKept())
			.param("by", by)
			.param("now", now.atOffset(ZoneOffset.UTC));
		return ((seen < 0) ? statement : statement.param("seen", seen)).update() == 1;
	}

	private static Kept kept(ResultSet row, int number) throws SQLException {
		return new Kept(
				new LeadTimes(row.getInt("papers"), row.getInt("notice"), row.getInt("counting"), row.getInt("voting"),
						row.getInt("consulting"), row.getInt("amending"), row.getInt("attesting"),
						LeadTimes.reminders(row.getString("reminders"))),
				row.getInt("version"), row.getString("saved_by"),
				row.getObject("saved_at", OffsetDateTime.class).toInstant());
	}

}
