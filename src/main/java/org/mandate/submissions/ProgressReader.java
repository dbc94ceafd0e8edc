package org.mandate.submissions;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

import org.mandate.appraisals.AppraisalId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import static org.mandate.submissions.ProFormaStore.optional;

/**
 * Reads how far an appraisal's pro forma is.
 */
@Component
class ProgressReader {

	private final JdbcClient jdbc;

	ProgressReader(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** One statement. */
	Progress of(AppraisalId appraisal) {
		return this.jdbc
			.sql("""
					select exists (select from recommendation r where r.appraisal_id = a.id) as recommended, p.model,
						s.submitted_at, s.due_at, s.received_at, o.outcome, o.told_on, o.fallback,
						array(select field from pro_forma_answer f where f.pro_forma_id = p.id) as fields,
						exists (select from area_team_part t where t.pro_forma_id = p.id) as area_team,
						array(select item from pro_forma_document d where d.pro_forma_id = p.id and d.state <> 'IN_DRAFT') as items,
						array(select office from attestation w where w.pro_forma_id = p.id and w.revision = p.revision) as attested,
						(select count(*) from submission_condition c where c.pro_forma_id = p.id and c.submission = s.number
							and c.outcome = o.number and c.met_on is null) as open_conditions,
						(select min(due_on) from submission_condition c where c.pro_forma_id = p.id and c.submission = s.number
							and c.outcome = o.number and c.met_on is null) as conditions_due,
						(select max(decided_on) from no_application n where n.appraisal_id = a.id and n.reopened_at is null) as none_on
					from appraisal a
					left join lateral (select * from pro_forma where appraisal_id = a.id order by number desc limit 1) p
						on p.given_up_at is null
					left join lateral (select * from submission where pro_forma_id = p.id order by number desc limit 1) s
						on s.withdrawn_at is null
					left join lateral (select * from submission_outcome where pro_forma_id = p.id and submission = s.number
						order by number desc limit 1) o on true
					where a.id = :appraisal
					""")
			.param("appraisal", appraisal.id())
			.query(ProgressReader::progress)
			.single();
	}

	private static Progress progress(ResultSet row, int at) throws SQLException {
		String outcome = row.getString("outcome");
		String fallback = row.getString("fallback");
		return new Progress(row.getBoolean("recommended"), row.getString("model"),
				all(row, "fields", ProFormaField.class), row.getBoolean("area_team"),
				all(row, "items", ChecklistItem.class), all(row, "attested", Attestation.Office.class),
				optional(row, "submitted_at"), optional(row, "due_at"), optional(row, "received_at"),
				(outcome != null) ? Outcome.Result.valueOf(outcome) : null, row.getObject("told_on", LocalDate.class),
				(fallback != null) ? Fallback.valueOf(fallback) : null, row.getInt("open_conditions"),
				row.getObject("conditions_due", LocalDate.class), row.getObject("none_on", LocalDate.class));
	}

	private static <E extends Enum<E>> Set<E> all(ResultSet row, String column, Class<E> type) throws SQLException {
		Array array = row.getArray(column);
		Set<E> all = EnumSet.noneOf(type);
		Arrays.stream((String[]) array.getArray()).forEach((name) -> all.add(Enum.valueOf(type, name)));
		return all;
	}

}
