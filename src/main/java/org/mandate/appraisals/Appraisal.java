package org.mandate.appraisals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Version;
import org.mandate.audit.Auditable;

import org.springframework.data.domain.AbstractAggregateRoot;

/**
 * The appraisal of the models on offer for one year, under one edition of the guidance.
 */
@Entity
class Appraisal extends AbstractAggregateRoot<Appraisal> {

	@EmbeddedId
	private AppraisalId id;

	@Version
	private int version;

	private String year;

	@Column(name = "edition_key")
	private String edition;

	private int editionVersion;

	private LocalDate speaksFor;

	private Instant startedAt;

	@SuppressWarnings("NullAway.Init")
	protected Appraisal() {
	}

	Appraisal(FinancialYear year, String edition, int editionVersion, LocalDate speaksFor, Instant now) {
		this.id = new AppraisalId(UUID.randomUUID());
		this.year = year.slug();
		this.edition = edition;
		this.editionVersion = editionVersion;
		this.speaksFor = speaksFor;
		this.startedAt = now;
		registerEvent(new Started(this.id.id(), year, edition, editionVersion, speaksFor));
	}

	record Started(UUID stream, FinancialYear year, String edition, int editionVersion,
			LocalDate speaksFor) implements Auditable {

		@Override
		public String action() {
			return "appraisal.started";
		}

		@Override
		public String summary() {
			return "Started the appraisal for " + this.year.label();
		}

		@Override
		public Map<String, Object> details() {
			return Map.of("year", this.year.slug(), "edition", this.edition, "editionVersion", this.editionVersion,
					"speaksFor", this.speaksFor.toString());
		}

	}

	AppraisalSummary summary() {
		return new AppraisalSummary(this.id, FinancialYear.parse(this.year).orElseThrow(), this.edition,
				this.editionVersion, this.speaksFor);
	}

}
