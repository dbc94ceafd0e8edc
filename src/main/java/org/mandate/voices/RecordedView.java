package org.mandate.voices;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;
import org.mandate.appraisals.AppraisalId;
import org.mandate.audit.Auditable;

import org.springframework.data.domain.AbstractAggregateRoot;

/**
 * The executive's view in one appraisal.
 */
@Entity
@Table(name = "executive_view")
class RecordedView extends AbstractAggregateRoot<RecordedView> {

	@EmbeddedId
	private ViewId id;

	@Version
	private int version;

	@Embedded
	@AttributeOverride(name = "id", column = @Column(name = "appraisal_id"))
	private AppraisalId appraisal;

	@Column(name = "option_key")
	private String option;

	private @Nullable LocalDate heldOn;

	private String heldBy;

	private String text;

	private String source;

	private Instant recordedAt;

	private String recordedBy;

	@SuppressWarnings("NullAway.Init")
	protected RecordedView() {
	}

	RecordedView(AppraisalId appraisal, ViewStatement statement, String by, Instant now) {
		this.id = new ViewId(UUID.randomUUID());
		this.appraisal = appraisal;
		this.option = statement.option();
		this.heldOn = statement.heldOn();
		this.heldBy = statement.heldBy();
		this.text = statement.text();
		this.source = statement.source();
		this.recordedBy = by;
		this.recordedAt = now;
		registerEvent(new Recorded(appraisal.id(), null, statement));
	}

	/**
	 * Identity of a view.
	 */
	record ViewId(UUID id) implements Serializable {
	}

	record Recorded(UUID stream, @Nullable ViewStatement before, ViewStatement after) implements Auditable {

		@Override
		public String action() {
			return (this.before != null) ? "executive-view.changed" : "executive-view.recorded";
		}

		@Override
		public String summary() {
			return ((this.before != null) ? "Changed" : "Recorded") + " the executive’s view";
		}

		@Override
		public Map<String, Object> details() {
			return (this.before == null) ? this.after.facts()
					: Map.of("before", this.before.facts(), "after", this.after.facts());
		}

	}

	boolean says(ViewStatement statement) {
		return statement().equals(statement);
	}

	boolean isVersion(int seen) {
		return this.version == seen;
	}

	void change(ViewStatement statement, String by, Instant now) {
		registerEvent(new Recorded(this.appraisal.id(), statement(), statement));
		this.option = statement.option();
		this.heldOn = statement.heldOn();
		this.heldBy = statement.heldBy();
		this.text = statement.text();
		this.source = statement.source();
		this.recordedBy = by;
		this.recordedAt = now;
	}

	ExecutiveView view() {
		return new ExecutiveView(statement(), this.recordedAt, this.recordedBy, this.version);
	}

	private ViewStatement statement() {
		return new ViewStatement(this.option, this.text, this.heldBy, this.heldOn, this.source);
	}

}
