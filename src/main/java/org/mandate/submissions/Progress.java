package org.mandate.submissions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.mandate.guidance.Edition;

/**
 * How far the last pro forma of an appraisal is, read with one statement.
 *
 * @param recommended whether a recommendation was begun
 * @param model key of its model; null before it is begun or once it is given up
 * @param fields those that are filled in
 * @param areaTeam whether the area team's part is
 * @param items documents that are done
 * @param attested who attested to it as it stands
 * @param submittedAt when it was submitted; null before
 * @param dueAt the instant from which that was too late; null where there is none
 * @param receivedAt when NHS England had it; null before
 * @param outcome what came of it; null before
 * @param toldOn the day of that; null likewise
 * @param fallback what follows; null likewise
 * @param openConditions conditions still to be met
 * @param conditionsDue the first day by which one of them is due; null where none is
 * @param noneOn the day on which it was decided to make no application; null where it was
 * not
 */
record Progress(boolean recommended, @Nullable String model, Set<ProFormaField> fields, boolean areaTeam,
		Set<ChecklistItem> items, Set<Attestation.Office> attested, @Nullable Instant submittedAt,
		@Nullable Instant dueAt, @Nullable Instant receivedAt, Outcome.@Nullable Result outcome,
		@Nullable LocalDate toldOn, @Nullable Fallback fallback, int openConditions, @Nullable LocalDate conditionsDue,
		@Nullable LocalDate noneOn) {

	/** What is still to be filled in, in words; empty when nothing is. */
	String missing(Edition edition) {
		if (this.model == null) {
			return "Not begun";
		}
		List<ProFormaField> all = ProFormaField.of(edition, this.model);
		long filled = all.stream().filter(this.fields::contains).count();
		int items = ChecklistItem.values().length;
		if (filled == all.size() && this.areaTeam && this.items.size() == items) {
			return "";
		}
		return "%d of %d fields, %s, %d of %d documents".formatted(filled, all.size(),
				this.areaTeam ? "area team's part entered" : "area team's part empty", this.items.size(), items);
	}

	SubmissionSummary summary(Edition edition, boolean nothingToSubmit) {
		String name = (this.model != null) ? edition.model(this.model).name() : null;
		boolean late = this.submittedAt != null && this.dueAt != null && !this.submittedAt.isBefore(this.dueAt);
		return new SubmissionSummary(state(nothingToSubmit), this.model, name, this.submittedAt, late, this.receivedAt,
				(this.noneOn != null) ? this.noneOn : this.toldOn, this.openConditions, this.fallback);
	}

	private SubmissionSummary.State state(boolean nothingToSubmit) {
		if (this.noneOn != null) {
			return SubmissionSummary.State.NO_APPLICATION;
		}
		if (this.outcome != null) {
			return SubmissionSummary.State.valueOf(this.outcome.name());
		}
		if (this.receivedAt != null) {
			return SubmissionSummary.State.RECEIVED;
		}
		if (this.submittedAt != null) {
			return SubmissionSummary.State.SUBMITTED;
		}
		if (this.model != null) {
			return SubmissionSummary.State.DRAFT;
		}
		return nothingToSubmit ? SubmissionSummary.State.NOTHING_TO_SUBMIT : SubmissionSummary.State.NOT_BEGUN;
	}

}
