package org.mandate.risks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.mandate.appraisals.AppraisalId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads risks and bands in one query. Within the facade's transactions.
 */
@Component
class RiskReading {

	private final JdbcClient jdbc;

	RiskReading(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * What is recorded.
	 *
	 * @param risks in the order of their numbers, those that were withdrawn among them
	 * @param bands the usual ones if none were chosen
	 * @param bandsVersion -1 if none were chosen
	 */
	record Read(List<Risk> risks, Bands bands, int bandsVersion) {
	}

	Read of(AppraisalId appraisal) {
		List<Risk> risks = new ArrayList<>();
		Bands[] bands = { Bands.USUAL };
		int[] version = { -1 };
		this.jdbc.sql("""
				select b.moderate_from, b.high_from, b.extreme_from, b.version as bands_version, r.*
				from appraisal a
				left join risk_bands b on b.organisation_id = a.organisation_id and b.appraisal_id = a.id
				left join risk r on r.organisation_id = a.organisation_id and r.appraisal_id = a.id
				where a.id = :appraisal order by r.number
				""").param("appraisal", appraisal.id()).query((row) -> {
			Integer chosen = row.getObject("bands_version", Integer.class);
			if (chosen != null) {
				bands[0] = new Bands(row.getInt("moderate_from"), row.getInt("high_from"), row.getInt("extreme_from"));
				version[0] = chosen;
			}
			if (row.getObject("number") != null) {
				risks.add(risk(row));
			}
		});
		return new Read(risks, bands[0], version[0]);
	}

	private static Risk risk(ResultSet row) throws SQLException {
		RiskStatement statement = new RiskStatement(row.getString("option_key"), row.getString("title"),
				row.getString("description"), rating(row, ""), row.getString("mitigation"), rating(row, "residual_"),
				row.getString("owner"), row.getString("source"));
		return new Risk(row.getInt("number"), statement, row.getString("withdrawn_reason"),
				row.getObject("recorded_at", OffsetDateTime.class).toInstant(), row.getString("recorded_by"),
				row.getInt("version"));
	}

	private static @Nullable Rating rating(ResultSet row, String kind) throws SQLException {
		return RecordedRisk.rating(row.getObject(kind + "likelihood", Integer.class),
				row.getObject(kind + "consequence", Integer.class));
	}

}
