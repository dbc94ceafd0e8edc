package org.mandate.risks;

import java.util.Map;
import java.util.UUID;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.mandate.appraisals.AppraisalId;
import org.mandate.audit.Auditable;

import org.springframework.data.domain.AbstractAggregateRoot;

/**
 * The bands that the organisation chose for an appraisal.
 */
@Entity
@Table(name = "risk_bands")
class ChosenBands extends AbstractAggregateRoot<ChosenBands> {

	@EmbeddedId
	@AttributeOverride(name = "id", column = @Column(name = "appraisal_id"))
	private AppraisalId appraisal;

	@Version
	private int version;

	private int moderateFrom;

	private int highFrom;

	private int extremeFrom;

	@SuppressWarnings("NullAway.Init")
	protected ChosenBands() {
	}

	/** In place of the usual ones. */
	ChosenBands(AppraisalId appraisal, Bands bands) {
		this.appraisal = appraisal;
		put(bands);
		registerEvent(new Changed(appraisal.id(), Bands.USUAL, bands));
	}

	record Changed(UUID stream, Bands before, Bands after) implements Auditable {

		@Override
		public String action() {
			return "risk-bands.changed";
		}

		@Override
		public String summary() {
			return "Changed the bands of risk scores: " + this.after.words();
		}

		@Override
		public Map<String, Object> details() {
			return Map.of("before", this.before.facts(), "after", this.after.facts());
		}

	}

	boolean isVersion(int seen) {
		return this.version == seen;
	}

	Bands bands() {
		return new Bands(this.moderateFrom, this.highFrom, this.extremeFrom);
	}

	void change(Bands bands) {
		registerEvent(new Changed(this.appraisal.id(), bands(), bands));
		put(bands);
	}

	private void put(Bands bands) {
		this.moderateFrom = bands.moderateFrom();
		this.highFrom = bands.highFrom();
		this.extremeFrom = bands.extremeFrom();
	}

}
