package org.mandate.risks;

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
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;
import org.mandate.appraisals.AppraisalId;
import org.mandate.audit.Auditable;

import org.springframework.data.domain.AbstractAggregateRoot;

/**
 * A risk of one option.
 */
@Entity
@Table(name = "risk")
class RecordedRisk extends AbstractAggregateRoot<RecordedRisk> {

	@EmbeddedId
	private RiskId id;

	@Version
	private int version;

	@Embedded
	@AttributeOverride(name = "id", column = @Column(name = "appraisal_id"))
	private AppraisalId appraisal;

	@Column(name = "option_key")
	private String option;

	private int number;

	private String title;

	private String description;

	private @Nullable Integer likelihood;

	private @Nullable Integer consequence;

	private @Nullable String mitigation;

	private @Nullable Integer residualLikelihood;

	private @Nullable Integer residualConsequence;

	private @Nullable String owner;

	private @Nullable String source;

	private @Nullable String withdrawnReason;

	private Instant recordedAt;

	private String recordedBy;

	@SuppressWarnings("NullAway.Init")
	protected RecordedRisk() {
	}

	RecordedRisk(UUID id, AppraisalId appraisal, int number, RiskStatement statement, String by, Instant now) {
		this.id = new RiskId(id);
		this.appraisal = appraisal;
		this.number = number;
		this.option = statement.option();
		this.title = statement.title();
		this.description = statement.description();
		this.recordedBy = by;
		this.recordedAt = now;
		put(statement, by, now);
		registerEvent(new Recorded(appraisal.id(), number, "recorded", "Recorded", null, statement, null));
	}

	/**
	 * Identity of a risk.
	 */
	record RiskId(UUID id) implements Serializable {
	}

	record Recorded(UUID stream, int number, String what, String verb, @Nullable RiskStatement before,
			RiskStatement after, @Nullable String reason) implements Auditable {

		@Override
		public String action() {
			return "risk." + this.what;
		}

		@Override
		public String summary() {
			return "%s risk %d, %s".formatted(this.verb, this.number, this.after.title());
		}

		@Override
		public Map<String, Object> details() {
			Map<String, Object> details = new LinkedHashMap<>();
			details.put("risk", this.number);
			if (this.before == null) {
				details.putAll(this.after.facts());
			}
			else if (!this.before.equals(this.after)) {
				details.put("before", this.before.facts());
				details.put("after", this.after.facts());
			}
			return details;
		}

	}

	int number() {
		return this.number;
	}

	boolean isOf(AppraisalId other) {
		return this.appraisal.equals(other);
	}

	boolean isVersion(int seen) {
		return this.version == seen;
	}

	/** Whether it stands as just this. */
	boolean says(RiskStatement statement) {
		return this.withdrawnReason == null && statement().equals(statement);
	}

	boolean isWithdrawn() {
		return this.withdrawnReason != null;
	}

	/** What is said of it is now this; if it was withdrawn, it is put back. */
	void change(RiskStatement statement, String by, Instant now) {
		boolean back = this.withdrawnReason != null;
		registerEvent(new Recorded(this.appraisal.id(), this.number, back ? "put-back" : "changed",
				back ? "Put back" : "Changed", statement(), statement, null));
		this.withdrawnReason = null;
		put(statement, by, now);
	}

	void withdraw(String reason, String by, Instant now) {
		RiskStatement statement = statement();
		registerEvent(
				new Recorded(this.appraisal.id(), this.number, "withdrawn", "Withdrew", statement, statement, reason));
		this.withdrawnReason = reason;
		this.recordedBy = by;
		this.recordedAt = now;
	}

	private void put(RiskStatement statement, String by, Instant now) {
		Rating before = statement.inherent();
		Rating after = statement.residual();
		this.option = statement.option();
		this.title = statement.title();
		this.description = statement.description();
		this.likelihood = (before != null) ? before.likelihood().step() : null;
		this.consequence = (before != null) ? before.consequence().step() : null;
		this.mitigation = statement.mitigation();
		this.residualLikelihood = (after != null) ? after.likelihood().step() : null;
		this.residualConsequence = (after != null) ? after.consequence().step() : null;
		this.owner = statement.owner();
		this.source = statement.source();
		this.recordedBy = by;
		this.recordedAt = now;
	}

	private RiskStatement statement() {
		return new RiskStatement(this.option, this.title, this.description, rating(this.likelihood, this.consequence),
				this.mitigation, rating(this.residualLikelihood, this.residualConsequence), this.owner, this.source);
	}

	static @Nullable Rating rating(@Nullable Integer likelihood, @Nullable Integer consequence) {
		return (likelihood != null && consequence != null) ? Rating.of(likelihood, consequence) : null;
	}

}
