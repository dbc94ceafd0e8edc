package org.mandate.voting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;
import org.mandate.appraisals.Milestone;
import org.mandate.appraisals.MilestoneSource;
import org.mandate.forms.London;

import org.springframework.stereotype.Component;

/**
 * When ballots opened and closed, and what they carried. Withdrawn ones are not told, nor
 * any figure; that a model was carried only where everybody who signs in may know it. Two
 * statements, and one more where a ballot was opened after the day for which the
 * appraisal speaks: in an appraisal of a date already past such a ballot was opened, for
 * what is known, on the day of its census, and closed by that date unless it has a
 * closing time.
 */
@Component
class BallotMilestones implements MilestoneSource {

	private final BallotReader reader;

	private final Appraisals appraisals;

	BallotMilestones(BallotReader reader, Appraisals appraisals) {
		this.reader = reader;
		this.appraisals = appraisals;
	}

	@Override
	public List<Milestone> milestones(AppraisalSummary appraisal) {
		List<BallotRecord> told = this.reader.of(appraisal.id())
			.stream()
			.filter((ballot) -> ballot.opening() != null && !ballot.isWithdrawn())
			.toList();
		boolean past = told.stream().anyMatch((ballot) -> isLater(ballot, appraisal))
				&& this.appraisals.asAt(appraisal, null).past();
		List<Milestone> found = new ArrayList<>();
		for (BallotRecord ballot : told) {
			add(found, ballot, appraisal, past && isLater(ballot, appraisal));
		}
		return found;
	}

	private static void add(List<Milestone> found, BallotRecord ballot, AppraisalSummary appraisal, boolean past) {
		String about = Integer.toString(ballot.number());
		String path = appraisal.path() + "/ballots/" + about;
		String name = "Ballot " + about + " of the member practices";
		Act opening = java.util.Objects.requireNonNull(ballot.opening());
		Milestone opened = past
				? Milestone.on(Milestone.Kind.BALLOT_OPENED, about, ballot.census(), name + " opened",
						"The day of its census; it was recorded later.", path)
				: Milestone.at(Milestone.Kind.BALLOT_OPENED, about, opening.at(), name + " opened", null, path);
		found.add(opened);
		Milestone closed = closed(ballot, appraisal, past, about, name, path);
		if (closed == null) {
			return;
		}
		found.add(closed);
		String model = ballot.isResultOut() ? carried(ballot) : null;
		if (model != null) {
			found.add(new Milestone(Milestone.Kind.BALLOT_CARRIED, model, closed.from(), closed.to(), closed.at(),
					name + " was carried", null, path + "/results"));
		}
	}

	private static @Nullable Milestone closed(BallotRecord ballot, AppraisalSummary appraisal, boolean past,
			String about, String name, String path) {
		ClosingTime time = ballot.closesAt();
		Act closure = ballot.closure();
		if (closure == null && time == null) {
			return null;
		}
		String title = name + ((closure != null) ? " closed" : " closes");
		if (past && time == null) {
			LocalDate census = ballot.census();
			LocalDate latest = appraisal.speaksFor().isBefore(census) ? census : appraisal.speaksFor();
			return new Milestone(Milestone.Kind.BALLOT_CLOSED, about, census, latest, null, title,
					"The day is not on record; it was recorded later.", path);
		}
		Instant at = (closure != null && (time == null || closure.at().isBefore(time.at()))) ? closure.at()
				: java.util.Objects.requireNonNull(time).at();
		return Milestone.at(Milestone.Kind.BALLOT_CLOSED, about, at, title, null, path);
	}

	private static @Nullable String carried(BallotRecord ballot) {
		if (ballot.kind() == BallotKind.REFERENDUM) {
			return null;
		}
		Verdict verdict = ballot.outcome(ballot.usualReading()).verdict();
		return (verdict.state() == Verdict.State.CARRIED) ? verdict.choice() : null;
	}

	private static boolean isLater(BallotRecord ballot, AppraisalSummary appraisal) {
		Act opening = java.util.Objects.requireNonNull(ballot.opening());
		return opening.at().atZone(London.ZONE).toLocalDate().isAfter(appraisal.speaksFor());
	}

}
