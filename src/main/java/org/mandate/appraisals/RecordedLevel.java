package org.mandate.appraisals;

import java.io.Serializable;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;
import org.mandate.audit.Auditable;
import org.mandate.guidance.Edition;
import org.mandate.guidance.Level;

import org.springframework.data.domain.AbstractAggregateRoot;

/**
 * The current level of one function in one appraisal.
 */
@Entity
@Table(name = "current_level")
class RecordedLevel extends AbstractAggregateRoot<RecordedLevel> {

	@EmbeddedId
	private RecordedLevelId id;

	@Version
	private int version;

	@Embedded
	@AttributeOverride(name = "id", column = @Column(name = "appraisal_id"))
	private AppraisalId appraisal;

	@Column(name = "function_key")
	private String function;

	@Enumerated(EnumType.STRING)
	private Level level;

	private String wording;

	private String evidence;

	private Instant recordedAt;

	private String recordedBy;

	@SuppressWarnings("NullAway.Init")
	protected RecordedLevel() {
	}

	RecordedLevel(AppraisalId appraisal, Edition.Function function, Statement statement, String by, Instant now) {
		this.id = new RecordedLevelId(UUID.randomUUID());
		this.appraisal = appraisal;
		this.function = function.key();
		this.level = statement.level();
		this.wording = statement.wording();
		this.evidence = statement.evidence();
		this.recordedBy = by;
		this.recordedAt = now;
		registerEvent(new Recorded(appraisal.id(), function.name(), null, statement));
	}

	/**
	 * Identity of a recorded level.
	 */
	record RecordedLevelId(UUID id) implements Serializable {
	}

	/**
	 * What is said of today.
	 */
	record Statement(Level level, String wording, String evidence) {

		Statement {
			wording = wording.strip();
			evidence = evidence.strip();
		}

		private Map<String, Object> facts() {
			Map<String, Object> facts = new LinkedHashMap<>();
			facts.put("level", this.level.label());
			facts.put("wording", this.wording);
			facts.put("evidence", this.evidence);
			return facts;
		}

	}

	record Recorded(UUID stream, String function, @Nullable Statement before, Statement after) implements Auditable {

		@Override
		public String action() {
			return (this.before != null) ? "current-level.changed" : "current-level.recorded";
		}

		@Override
		public String summary() {
			if (this.before == null) {
				return "Recorded the current level of " + this.function + ": " + this.after.level().label();
			}
			if (this.before.level() == this.after.level()) {
				return "Reworded the current level of " + this.function;
			}
			return "Changed the current level of %s from %s to %s".formatted(this.function, this.before.level().label(),
					this.after.level().label());
		}

		@Override
		public Map<String, Object> details() {
			Map<String, Object> details = new LinkedHashMap<>();
			details.put("function", this.function);
			if (this.before == null) {
				details.putAll(this.after.facts());
			}
			else {
				details.put("before", this.before.facts());
				details.put("after", this.after.facts());
			}
			return details;
		}

	}

	boolean says(Statement statement) {
		return statement().equals(statement);
	}

	boolean isVersion(int seen) {
		return this.version == seen;
	}

	void change(Edition.Function function, Statement statement, String by, Instant now) {
		registerEvent(new Recorded(this.appraisal.id(), function.name(), statement(), statement));
		this.level = statement.level();
		this.wording = statement.wording();
		this.evidence = statement.evidence();
		this.recordedBy = by;
		this.recordedAt = now;
	}

	private Statement statement() {
		return new Statement(this.level, this.wording, this.evidence);
	}

}
