package org.mandate.narratives;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.access.MemberId;
import org.mandate.appraisals.AppraisalSummary;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads sections within the facade's transactions, one statement each.
 */
@Component
class NarrativeReader {

	private final JdbcClient jdbc;

	private final JsonMapper json;

	NarrativeReader(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	/** The latest version of each section that has one. */
	Map<Section, Narrative> latest(AppraisalSummary appraisal) {
		Map<Section, Narrative> found = new EnumMap<>(Section.class);
		this.jdbc.sql("""
				select distinct on (section) section, number, text, saved_by, saved_at from narrative_version
				where appraisal_id = :appraisal order by section, number desc
				""")
			.param("appraisal", appraisal.id().id())
			.query(NarrativeReader::narrative)
			.list()
			.forEach((narrative) -> found.put(narrative.section(), narrative));
		return found;
	}

	/** Every version of a section, latest first. */
	List<Narrative> versions(AppraisalSummary appraisal, Section section) {
		return this.jdbc.sql("""
				select section, number, text, saved_by, saved_at from narrative_version
				where appraisal_id = :appraisal and section = :section order by number desc
				""")
			.param("appraisal", appraisal.id().id())
			.param("section", section.name())
			.query(NarrativeReader::narrative)
			.list();
	}

	/** When each section was read last. */
	Map<Section, Review> reviews(AppraisalSummary appraisal) {
		Map<Section, Review> found = new EnumMap<>(Section.class);
		this.jdbc
			.sql("""
					select distinct on (section) section, version_number, position, seen, reviewed_by, reviewed_at
					from narrative_review where appraisal_id = :appraisal order by section, version_number desc, position desc
					""")
			.param("appraisal", appraisal.id().id())
			.query((row, at) -> new Review(section(row), row.getInt("version_number"), row.getInt("position"),
					this.json.readValue(row.getString("seen"), Seen.class), row.getString("reviewed_by"),
					instant(row, "reviewed_at")))
			.list()
			.forEach((review) -> found.put(review.section(), review));
		return found;
	}

	/** Everybody who has a section open, or a draft of it. */
	List<Desk> desks(AppraisalSummary appraisal) {
		return this.jdbc.sql("""
				select section, person_id, name, since, seen_at, basis, text, kept_at from narrative_desk
				where appraisal_id = :appraisal order by section, since, person_id
				""")
			.param("appraisal", appraisal.id().id())
			.query((row, at) -> new Desk(section(row), new MemberId(row.getObject("person_id", UUID.class)),
					row.getString("name"), instant(row, "since"), instant(row, "seen_at"), draft(row)))
			.list();
	}

	private static Desk.@Nullable Draft draft(ResultSet row) throws SQLException {
		String text = row.getString("text");
		return (text != null) ? new Desk.Draft(row.getInt("basis"), text, instant(row, "kept_at")) : null;
	}

	/** Every comment, oldest first. */
	List<Remark> remarks(AppraisalSummary appraisal) {
		return this.jdbc.sql("""
				select id, section, version_number, text, written_by, written_at, answer, resolved_by, resolved_at
				from narrative_comment where appraisal_id = :appraisal order by written_at, id
				""")
			.param("appraisal", appraisal.id().id())
			.query((row, at) -> new Remark(row.getObject("id", UUID.class), section(row), row.getInt("version_number"),
					row.getString("text"), row.getString("written_by"), instant(row, "written_at"),
					row.getString("answer"), row.getString("resolved_by"),
					(row.getObject("resolved_at") != null) ? instant(row, "resolved_at") : null))
			.list();
	}

	private static Narrative narrative(ResultSet row, int at) throws SQLException {
		return new Narrative(section(row), row.getInt("number"), row.getString("text"), row.getString("saved_by"),
				instant(row, "saved_at"));
	}

	private static Section section(ResultSet row) throws SQLException {
		return Section.valueOf(row.getString("section"));
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class)).toInstant();
	}

}
