package org.mandate.narratives;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import org.mandate.access.Member;
import org.mandate.appraisals.AppraisalSummary;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes sections within the facade's transactions.
 */
@Component
class NarrativeStore {

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final Clock clock;

	NarrativeStore(JdbcClient jdbc, JsonMapper json, Clock clock) {
		this.jdbc = jdbc;
		this.json = json;
		this.clock = clock;
	}

	/** As exact as the database keeps it. */
	Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MICROS);
	}

	private OffsetDateTime stamp() {
		return now().atOffset(ZoneOffset.UTC);
	}

	/** One after the other: who writes at the same time waits. */
	void lock(AppraisalSummary appraisal) {
		this.jdbc.sql("select id from appraisal where id = :appraisal for no key update")
			.param("appraisal", appraisal.id().id())
			.query(UUID.class)
			.optional();
	}

	void version(AppraisalSummary appraisal, Narrative narrative) {
		this.jdbc.sql("""
				insert into narrative_version (appraisal_id, section, number, text, saved_by, saved_at)
				values (:appraisal, :section, :number, :text, :by, :at)
				""")
			.param("appraisal", appraisal.id().id())
			.param("section", narrative.section().name())
			.param("number", narrative.version())
			.param("text", narrative.text())
			.param("by", narrative.savedBy())
			.param("at", narrative.savedAt().atOffset(ZoneOffset.UTC))
			.update();
	}

	void review(AppraisalSummary appraisal, Review review) {
		this.jdbc
			.sql("""
					insert into narrative_review (appraisal_id, section, version_number, position, seen, reviewed_by, reviewed_at)
					values (:appraisal, :section, :version, :position, cast(:seen as jsonb), :by, :at)
					""")
			.param("appraisal", appraisal.id().id())
			.param("section", review.section().name())
			.param("version", review.version())
			.param("position", review.position())
			.param("seen", this.json.writeValueAsString(review.seen()))
			.param("by", review.by())
			.param("at", review.at().atOffset(ZoneOffset.UTC))
			.update();
	}

	/** Note that somebody has a section open. */
	void present(AppraisalSummary appraisal, Section section, Member member) {
		this.jdbc
			.sql("""
					insert into narrative_desk (appraisal_id, section, person_id, name, since, seen_at)
					values (:appraisal, :section, :person, :name, :now, :now)
					on conflict (organisation_id, appraisal_id, section, person_id) do update set name = :name, seen_at = :now,
						since = case when narrative_desk.seen_at < :gone then :now else narrative_desk.since end
					""")
			.param("appraisal", appraisal.id().id())
			.param("section", section.name())
			.param("person", member.id().id())
			.param("name", member.name())
			.param("now", stamp())
			.param("gone", stamp().minus(Desk.PATIENCE))
			.update();
	}

	/** Keep what they typed. */
	void keep(AppraisalSummary appraisal, Section section, int basis, String text, Member member) {
		this.jdbc.sql("""
				update narrative_desk set basis = :basis, text = :text, kept_at = :now
				where appraisal_id = :appraisal and section = :section and person_id = :person
				""")
			.param("appraisal", appraisal.id().id())
			.param("section", section.name())
			.param("person", member.id().id())
			.param("basis", basis)
			.param("text", text)
			.param("now", stamp())
			.update();
	}

	/** They have left, and nothing they typed is kept. */
	void clear(AppraisalSummary appraisal, Section section, Member member) {
		this.jdbc
			.sql("""
					delete from narrative_desk where appraisal_id = :appraisal and section = :section and person_id = :person
					""")
			.param("appraisal", appraisal.id().id())
			.param("section", section.name())
			.param("person", member.id().id())
			.update();
	}

	/**
	 * Keep a comment.
	 * @return whether it is new: the same form may be sent twice
	 */
	boolean remark(AppraisalSummary appraisal, UUID id, Section section, int version, String text, Member by) {
		return this.jdbc.sql("""
				insert into narrative_comment (id, appraisal_id, section, version_number, text, written_by, written_at)
				values (:id, :appraisal, :section, :version, :text, :by, :at)
				on conflict (organisation_id, id) do nothing
				""")
			.param("id", id)
			.param("appraisal", appraisal.id().id())
			.param("section", section.name())
			.param("version", version)
			.param("text", text)
			.param("by", by.name())
			.param("at", stamp())
			.update() > 0;
	}

	/**
	 * Note that a comment has been dealt with.
	 * @param answer empty where nothing was answered
	 * @return false if it had been before
	 */
	boolean resolve(UUID id, String answer, Member by) {
		return this.jdbc.sql("""
				update narrative_comment set answer = nullif(:answer, ''), resolved_by = :by, resolved_at = :at
				where id = :id and resolved_at is null
				""").param("id", id).param("answer", answer).param("by", by.name()).param("at", stamp()).update() > 0;
	}

}
