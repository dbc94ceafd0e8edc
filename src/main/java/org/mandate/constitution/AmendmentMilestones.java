package org.mandate.constitution;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Milestone;
import org.mandate.appraisals.Milestone.Kind;
import org.mandate.appraisals.MilestoneSource;

import org.springframework.stereotype.Component;

/**
 * When amendments were proposed, agreed, sent and approved. One statement.
 */
@Component
class AmendmentMilestones implements MilestoneSource {

	private final Constitution constitution;

	AmendmentMilestones(Constitution constitution) {
		this.constitution = constitution;
	}

	@Override
	public List<Milestone> milestones(AppraisalSummary appraisal) {
		List<Milestone> milestones = new ArrayList<>();
		for (Amendment amendment : this.constitution.amendments(appraisal)) {
			String path = amendment.path(appraisal.path());
			String about = Integer.toString(amendment.number());
			String what = "Amendment %d of the constitution".formatted(amendment.number());
			LocalDate proposed = amendment.proposed();
			LocalDate until = amendment.further().proposedUntil();
			if (proposed != null) {
				milestones
					.add(new Milestone(Kind.AMENDMENT_PROPOSED, about, proposed, (until != null) ? until : proposed,
							null, what + " proposed to the members", amendment.title(), path));
			}
			add(milestones, Kind.AMENDMENT_AGREED, about, amendment.agreed(), what + " agreed by the members",
					amendment.title(), path);
			add(milestones, Kind.AMENDMENT_SUBMITTED, about, amendment.submitted(), what + " sent to NHS England",
					amendment.title(), path);
			add(milestones, Kind.AMENDMENT_APPROVED, about, amendment.approved(), what + " approved by NHS England",
					amendment.title(), path);
		}
		return milestones;
	}

	private static void add(List<Milestone> milestones, Kind kind, String about, @Nullable LocalDate day, String title,
			String detail, String path) {
		if (day != null) {
			milestones.add(Milestone.on(kind, about, day, title, detail, path));
		}
	}

}
