package org.mandate.options;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
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
import org.mandate.appraisals.AppraisalId;
import org.mandate.audit.Auditable;

import org.springframework.data.domain.AbstractAggregateRoot;

/**
 * What was recorded of an option.
 */
@Entity
@Table(name = "appraisal_option")
class OptionEntry extends AbstractAggregateRoot<OptionEntry> {

	@EmbeddedId
	private OptionEntryId id;

	@Version
	private int version;

	@Embedded
	@AttributeOverride(name = "id", column = @Column(name = "appraisal_id"))
	private AppraisalId appraisal;

	private String key;

	@Enumerated(EnumType.STRING)
	private Option.Kind kind;

	private @Nullable String name;

	private @Nullable String summary;

	@Enumerated(EnumType.STRING)
	private Option.Standing standing;

	private @Nullable String reason;

	private @Nullable String source;

	private @Nullable BigDecimal annualCost;

	private @Nullable String costSource;

	private Instant recordedAt;

	private String recordedBy;

	@SuppressWarnings("NullAway.Init")
	protected OptionEntry() {
	}

	private OptionEntry(AppraisalId appraisal, String key, Option.Kind kind, String by, Instant now) {
		this.id = new OptionEntryId(UUID.randomUUID());
		this.appraisal = appraisal;
		this.key = key;
		this.kind = kind;
		this.standing = Option.Standing.SHORTLISTED;
		this.recordedBy = by;
		this.recordedAt = now;
	}

	/** What is first recorded of an option that the guidance has. */
	static OptionEntry of(AppraisalId appraisal, Option option, OptionStatement statement, String by, Instant now) {
		OptionEntry entry = new OptionEntry(appraisal, option.key(), option.kind(), by, now);
		entry.registerEvent(new Recorded(appraisal.id(), option.name(), OptionStatement.of(option), statement));
		entry.put(statement);
		return entry;
	}

	/** An option of the organisation's own. */
	static OptionEntry local(AppraisalId appraisal, String key, String name, String summary, OptionStatement statement,
			String by, Instant now) {
		OptionEntry entry = new OptionEntry(appraisal, key, Option.Kind.LOCAL, by, now);
		entry.name = name;
		entry.summary = summary;
		entry.registerEvent(new Recorded(appraisal.id(), name, null, statement));
		entry.put(statement);
		return entry;
	}

	/** Identity of an entry. */
	record OptionEntryId(UUID id) implements Serializable {
	}

	record Recorded(UUID stream, String name, @Nullable OptionStatement before,
			OptionStatement after) implements Auditable {

		@Override
		public String action() {
			return (this.before != null) ? "option.changed" : "option.added";
		}

		@Override
		public String summary() {
			if (this.before == null) {
				return "Added the option " + this.name;
			}
			if (this.before.standing() == this.after.standing()) {
				return "Changed what is recorded of the option " + this.name;
			}
			return switch (this.after.standing()) {
				case SHORTLISTED -> "Put the option " + this.name + " on the shortlist";
				case EXCLUDED -> "Excluded the option " + this.name;
				case WITHDRAWN -> "Withdrew the option " + this.name;
			};
		}

		@Override
		public @Nullable String reason() {
			return this.after.reason();
		}

		@Override
		public Map<String, Object> details() {
			Map<String, Object> details = new LinkedHashMap<>();
			details.put("option", this.name);
			if (this.before != null) {
				details.put("before", this.before.facts());
				details.put("after", this.after.facts());
			}
			else {
				details.putAll(this.after.facts());
			}
			return details;
		}

	}

	boolean isVersion(int seen) {
		return this.version == seen;
	}

	void change(Option option, OptionStatement statement, String by, Instant now) {
		registerEvent(new Recorded(this.appraisal.id(), option.name(), OptionStatement.of(option), statement));
		put(statement);
		this.recordedBy = by;
		this.recordedAt = now;
	}

	private void put(OptionStatement statement) {
		this.standing = statement.standing();
		this.reason = statement.reason();
		this.source = statement.source();
		this.annualCost = statement.annualCost();
		this.costSource = statement.costSource();
	}

	String key() {
		return this.key;
	}

	/** As it stands; the guidance's own words where the entry has none. */
	Option over(Option known) {
		return new Option(known.key(), known.kind(), known.label(), known.name(), known.summary(), known.citations(),
				this.standing, this.reason, this.source, this.annualCost, this.costSource, this.version);
	}

	/** As it stands, if it is the organisation's own. */
	Option local() {
		String called = String.valueOf(this.name);
		return new Option(this.key, this.kind, called, called, String.valueOf(this.summary), List.of(), this.standing,
				this.reason, this.source, this.annualCost, this.costSource, this.version);
	}

	boolean isLocal() {
		return this.kind == Option.Kind.LOCAL;
	}

}
