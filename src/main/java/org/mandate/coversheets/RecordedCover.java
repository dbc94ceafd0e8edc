package org.mandate.coversheets;

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
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;
import org.mandate.appraisals.AppraisalId;
import org.mandate.audit.Auditable;
import org.mandate.recommendations.AgendaPlace;

import org.springframework.data.domain.AbstractAggregateRoot;

/**
 * The cover sheet in one appraisal.
 */
@Entity
@Table(name = "cover_sheet")
class RecordedCover extends AbstractAggregateRoot<RecordedCover> {

	@EmbeddedId
	private CoverId id;

	@Version
	private int version;

	@Embedded
	@AttributeOverride(name = "id", column = @Column(name = "appraisal_id"))
	private AppraisalId appraisal;

	private @Nullable LocalDate meetingOn;

	private @Nullable String paperNumber;

	private String title;

	@Enumerated(EnumType.STRING)
	private CoverStatement.@Nullable Purpose purpose;

	@Enumerated(EnumType.STRING)
	private CoverStatement.@Nullable Conflicts conflicts;

	private @Nullable String conflictsDetail;

	private @Nullable String author;

	private @Nullable String lead;

	private Instant savedAt;

	private String savedBy;

	@SuppressWarnings("NullAway.Init")
	protected RecordedCover() {
	}

	RecordedCover(AppraisalId appraisal, CoverStatement statement, String by, Instant now) {
		this.id = new CoverId(UUID.randomUUID());
		this.appraisal = appraisal;
		this.title = statement.title();
		this.savedBy = by;
		this.savedAt = now;
		write(statement);
		registerEvent(new CoverSaved(appraisal.id(), null, statement));
	}

	/**
	 * Identity of a cover sheet.
	 */
	record CoverId(UUID id) implements Serializable {
	}

	private record CoverSaved(UUID stream, @Nullable CoverStatement before, CoverStatement after) implements Auditable {

		@Override
		public String action() {
			return (this.before != null) ? "cover-sheet.changed" : "cover-sheet.recorded";
		}

		@Override
		public String summary() {
			return ((this.before != null) ? "Changed" : "Filled in") + " the cover sheet of the paper";
		}

		@Override
		public Map<String, Object> details() {
			return (this.before == null) ? this.after.facts()
					: Map.of("before", this.before.facts(), "after", this.after.facts());
		}

	}

	boolean says(CoverStatement statement) {
		return statement().equals(statement);
	}

	boolean isVersion(int seen) {
		return this.version == seen;
	}

	void change(CoverStatement statement, String by, Instant now) {
		registerEvent(new CoverSaved(this.appraisal.id(), statement(), statement));
		write(statement);
		this.savedBy = by;
		this.savedAt = now;
	}

	private void write(CoverStatement statement) {
		this.meetingOn = statement.meetingOn();
		this.paperNumber = statement.paperNumber();
		this.title = statement.title();
		this.purpose = statement.purpose();
		this.conflicts = statement.conflicts();
		this.conflictsDetail = statement.conflictsDetail();
		this.author = statement.author();
		this.lead = statement.lead();
	}

	CoverSheet view(AgendaPlace.@Nullable Place place) {
		return new CoverSheet(statement(), place, this.savedAt, this.savedBy, this.version);
	}

	private CoverStatement statement() {
		return new CoverStatement(this.meetingOn, this.paperNumber, this.title, this.purpose, this.conflicts,
				this.conflictsDetail, this.author, this.lead);
	}

}
