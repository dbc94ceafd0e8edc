package org.mandate.committees;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.AbstractAggregateRoot;

/**
 * What was recorded of a committee.
 */
@Entity
@Table(name = "committee")
class CommitteeRecord extends AbstractAggregateRoot<CommitteeRecord> {

	@EmbeddedId
	private CommitteeId id;

	@Version
	private int version;

	private String name;

	@Enumerated(EnumType.STRING)
	private Committee.Kind kind;

	private boolean shadow;

	private @Nullable String about;

	private @Nullable String source;

	private @Nullable String termsText;

	private @Nullable String termsLink;

	private @Nullable String termsVersion;

	private @Nullable LocalDate termsOn;

	@Enumerated(EnumType.STRING)
	private DecisionRule decisionRule;

	private boolean castingVote;

	@ColumnTransformer(write = "cast(? as jsonb)")
	private @Nullable String quorum;

	private @Nullable String withdrawnReason;

	private Instant recordedAt;

	private String recordedBy;

	@SuppressWarnings("NullAway.Init")
	protected CommitteeRecord() {
	}

	@SuppressWarnings("NullAway.Init")
	CommitteeRecord(CommitteeId id, CommitteeStatement statement, String by, Instant now) {
		this.id = id;
		put(statement, by, now);
		registerEvent(CommitteeEvent.added(id, "committee.established",
				"Set up the committee " + this.name + ", " + statement.kind().label(), statement.facts()));
	}

	boolean isVersion(int seen) {
		return this.version == seen;
	}

	boolean stands() {
		return this.withdrawnReason == null;
	}

	void change(CommitteeStatement statement, String by, Instant now) {
		CommitteeStatement before = statement();
		if (!before.equals(statement)) {
			put(statement, by, now);
			registerEvent(CommitteeEvent.changed(this.id, "committee.changed",
					"Changed what is recorded of the committee " + this.name, before.facts(), statement.facts()));
		}
	}

	void change(Quorum rule, String by, Instant now) {
		Quorum before = QuorumJson.read(this.quorum);
		if (!rule.equals(before)) {
			rewrite(rule, by, now);
			registerEvent(
					CommitteeEvent.changed(this.id, "committee.quorum-changed", "Changed the quorum of " + this.name,
							Map.of("quorum", words(before)), Map.of("quorum", words(rule))));
		}
	}

	/** Leaves it without a quorum. */
	void removeQuorum(String reason, String by, Instant now) {
		Quorum before = QuorumJson.read(this.quorum);
		if (before == null) {
			throw new CommitteeRefused("", "No rule is recorded, so there is none to remove");
		}
		rewrite(null, by, now);
		registerEvent(CommitteeEvent.removed(this.id, "committee.quorum-removed", "Removed the quorum of " + this.name,
				reason, Map.of("quorum", words(before))));
	}

	private void rewrite(@Nullable Quorum rule, String by, Instant now) {
		this.quorum = (rule != null) ? QuorumJson.write(rule) : null;
		this.recordedBy = by;
		this.recordedAt = now;
	}

	void withdraw(String reason, String by, Instant now) {
		this.withdrawnReason = reason;
		this.recordedBy = by;
		this.recordedAt = now;
		registerEvent(CommitteeEvent.withdrawn(this.id, "committee.withdrawn", "Withdrew the committee " + this.name,
				reason));
	}

	private static String words(@Nullable Quorum quorum) {
		return (quorum != null) ? quorum.words() : "None";
	}

	private CommitteeStatement statement() {
		String versionOfTerms = this.termsVersion;
		LocalDate on = this.termsOn;
		Committee.Terms terms = (versionOfTerms != null && on != null)
				? new Committee.Terms(this.termsText, this.termsLink, versionOfTerms, on) : null;
		return new CommitteeStatement(this.name, this.kind, this.shadow, this.about, this.source, terms,
				this.decisionRule, this.castingVote);
	}

	private void put(CommitteeStatement statement, String by, Instant now) {
		this.name = statement.name();
		this.kind = statement.kind();
		this.shadow = statement.shadow();
		this.about = statement.about();
		this.source = statement.source();
		Committee.Terms terms = statement.terms();
		this.termsText = (terms != null) ? terms.text() : null;
		this.termsLink = (terms != null) ? terms.link() : null;
		this.termsVersion = (terms != null) ? terms.version() : null;
		this.termsOn = (terms != null) ? terms.on() : null;
		this.decisionRule = statement.decisionRule();
		this.castingVote = statement.castingVote();
		this.recordedBy = by;
		this.recordedAt = now;
	}

}
