package org.mandate.arrangements;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.mandate.appraisals.AppraisalSummary;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps roll-backs.
 */
@Component
class RollBackStore {

	private final JdbcClient jdbc;

	RollBackStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** First to last. */
	List<RollBack> of(AppraisalSummary appraisal) {
		return this.jdbc.sql("""
				select number, arrangement, proposed_by, reason, to_model, effective_on, entry, ccg_by, ccg_on, nhs_by,
					nhs_on, nhs_evidence, took_effect_on, withdrawn_reason, saved_by, saved_at, version
				from roll_back where appraisal_id = :appraisal order by number
				""").param("appraisal", appraisal.id().id()).query(RollBackStore::rollBack).list();
	}

	int add(AppraisalSummary appraisal, int arrangement, RollBack.Proposal proposal, Ledger.Stamp stamp) {
		return this.jdbc
			.sql("""
					insert into roll_back (appraisal_id, number, arrangement, proposed_by, reason, to_model, effective_on, entry,
						saved_by, saved_at)
					select :appraisal, coalesce(max(number), 0) + 1, :arrangement, :proposed, :reason, :model, :effective, :entry,
						:by, :at
					from roll_back where appraisal_id = :appraisal returning number
					""")
			.param("appraisal", appraisal.id().id())
			.param("arrangement", arrangement)
			.param("proposed", proposal.by())
			.param("reason", proposal.reason())
			.param("model", proposal.model())
			.param("effective", proposal.effectiveOn())
			.param("entry", proposal.entry())
			.param("by", stamp.by())
			.param("at", stamp.at())
			.query(Integer.class)
			.single();
	}

	void save(AppraisalSummary appraisal, RollBack changed, Ledger.Stamp stamp) {
		RollBack.Agreement ccg = changed.ccg();
		RollBack.Agreement england = changed.england();
		this.jdbc.sql("""
				update roll_back set ccg_by = :ccg, ccg_on = :ccgOn, nhs_by = :nhs, nhs_on = :nhsOn,
					nhs_evidence = :evidence, took_effect_on = :effect, withdrawn_reason = :withdrawn,
					version = version + 1, saved_by = :by, saved_at = :at
				where appraisal_id = :appraisal and number = :number
				""")
			.param("ccg", (ccg != null) ? ccg.by() : null)
			.param("ccgOn", (ccg != null) ? ccg.on() : null)
			.param("nhs", (england != null) ? england.by() : null)
			.param("nhsOn", (england != null) ? england.on() : null)
			.param("evidence", (england != null) ? england.evidence() : null)
			.param("effect", changed.tookEffectOn())
			.param("withdrawn", changed.withdrawnReason())
			.param("by", stamp.by())
			.param("at", stamp.at())
			.param("appraisal", appraisal.id().id())
			.param("number", changed.number())
			.update();
	}

	private static RollBack rollBack(ResultSet row, int number) throws SQLException {
		return new RollBack(row.getInt("number"), row.getInt("arrangement"),
				new RollBack.Proposal(row.getString("proposed_by"), row.getString("reason"), row.getString("to_model"),
						Objects.requireNonNull(row.getObject("effective_on", LocalDate.class)),
						row.getObject("entry", Integer.class)),
				agreement(row.getString("ccg_by"), row.getObject("ccg_on", LocalDate.class), null),
				agreement(row.getString("nhs_by"), row.getObject("nhs_on", LocalDate.class),
						row.getString("nhs_evidence")),
				row.getObject("took_effect_on", LocalDate.class), row.getString("withdrawn_reason"),
				row.getString("saved_by"), row.getObject("saved_at", OffsetDateTime.class).toInstant(),
				row.getInt("version"));
	}

	private static RollBack.@Nullable Agreement agreement(@Nullable String by, @Nullable LocalDate on,
			@Nullable String evidence) {
		return (by != null && on != null) ? new RollBack.Agreement(by, on, evidence) : null;
	}

}
