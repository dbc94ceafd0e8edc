package org.mandate.considerations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.mandate.appraisals.AppraisalId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How far the considerations of an appraisal are.
 *
 * @param weighed keys of the options that have an opportunity and a threat
 * @param answered keys of the requirements that have an answer
 * @param roles how many roles there are
 * @param moneyGroups how many kinds of money have a line
 * @param implications how many of the nine are given
 */
record Progress(Set<String> weighed, Set<String> answered, int roles, int moneyGroups, int implications) {

	/** Reads it with one statement, within the transaction of the task list. */
	@Component
	static class Reader {

		private final JdbcClient jdbc;

		Reader(JdbcClient jdbc) {
			this.jdbc = jdbc;
		}

		Progress of(AppraisalId appraisal) {
			return this.jdbc.sql("""
					select
						(select string_agg(option_key, ' ') from (
							select option_key from consideration
							where appraisal_id = :appraisal and withdrawn_reason is null
							group by option_key having count(distinct category) = 2) both_sides) as weighed,
						(select string_agg(requirement_key, ' ') from requirement_answer
							where appraisal_id = :appraisal) as answered,
						(select count(*) from capacity_role
							where appraisal_id = :appraisal and withdrawn_reason is null) as roles,
						(select count(distinct category) from finance_line
							where appraisal_id = :appraisal and withdrawn_reason is null) as money_groups,
						(select count(*) from appraisal_statement where appraisal_id = :appraisal
							and subject not in ('CAPACITY', 'CONFLICTS', 'OTHER_OPTIONS')) as implications
					""").param("appraisal", appraisal.id()).query(Reader::row).single();
		}

		private static Progress row(ResultSet row, int number) throws SQLException {
			return new Progress(words(row.getString("weighed")), words(row.getString("answered")), row.getInt("roles"),
					row.getInt("money_groups"), row.getInt("implications"));
		}

		private static Set<String> words(@Nullable String listed) {
			return (listed != null) ? Set.of(listed.split(" ")) : Set.of();
		}

	}
}
