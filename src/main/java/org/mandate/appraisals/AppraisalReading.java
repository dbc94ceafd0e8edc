package org.mandate.appraisals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.guidance.Level;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the pages of this module read, one query each. Within the facade's transactions.
 */
@Component
class AppraisalReading {

	private static final String OVERVIEW = """
			select a.id, a.year, a.edition_key, a.edition_version, a.speaks_for, a.started_at,
				a.version + coalesce(sum(l.version + 1), 0) as revision,
				string_agg(l.function_key || '=' || l.level, ' ') as levels
			from appraisal a left join current_level l on l.organisation_id = a.organisation_id and l.appraisal_id = a.id
			where cast(:year as text) is null or a.year = :year
			group by a.organisation_id, a.id order by a.year desc
			""";

	private final JdbcClient jdbc;

	AppraisalReading(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	List<Overview> overviews() {
		return overviews(null);
	}

	Optional<Overview> overview(FinancialYear year) {
		return overviews(year.slug()).stream().findFirst();
	}

	private List<Overview> overviews(@Nullable String year) {
		return this.jdbc.sql(OVERVIEW).param("year", year).query(AppraisalReading::overview).list();
	}

	Optional<AppraisalSummary> summary(AppraisalId appraisal) {
		return this.jdbc
			.sql("select id, year, edition_key, edition_version, speaks_for from appraisal where id = :appraisal")
			.param("appraisal", appraisal.id())
			.query((row, number) -> summary(row))
			.optional();
	}

	/** By key of the function. */
	Map<String, CurrentLevel> currentLevels(AppraisalId appraisal) {
		Map<String, CurrentLevel> found = new LinkedHashMap<>();
		this.jdbc.sql("""
				select function_key, level, wording, evidence, recorded_at, recorded_by, version
				from current_level where appraisal_id = :appraisal
				""").param("appraisal", appraisal.id()).query((row) -> {
			String function = row.getString("function_key");
			found.put(function,
					new CurrentLevel(function, Level.valueOf(row.getString("level")), row.getString("wording"),
							row.getString("evidence"), row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
							row.getString("recorded_by"), row.getInt("version")));
		});
		return found;
	}

	private static Overview overview(ResultSet row, int number) throws SQLException {
		Map<String, Level> levels = new HashMap<>();
		String listed = row.getString("levels");
		if (listed != null) {
			for (String pair : listed.split(" ")) {
				String[] parts = pair.split("=");
				levels.put(parts[0], Level.valueOf(parts[1]));
			}
		}
		return new Overview(summary(row), row.getObject("started_at", OffsetDateTime.class).toInstant(),
				row.getLong("revision"), levels);
	}

	private static AppraisalSummary summary(ResultSet row) throws SQLException {
		return new AppraisalSummary(new AppraisalId(Objects.requireNonNull(row.getObject("id", UUID.class))),
				FinancialYear.parse(row.getString("year")).orElseThrow(), row.getString("edition_key"),
				row.getInt("edition_version"), Objects.requireNonNull(row.getObject("speaks_for", LocalDate.class)));
	}

}
