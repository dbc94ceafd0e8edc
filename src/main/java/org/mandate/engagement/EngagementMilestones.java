package org.mandate.engagement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Milestone;
import org.mandate.appraisals.MilestoneSource;

import org.springframework.stereotype.Component;

/**
 * Tells of engagements and windows for objections. What was held is about its audience.
 * What is only planned is about "planned-" and its audience, so that nobody takes it for
 * evidence once its day has passed. What is withdrawn, or has no day, is not told.
 */
@Component
class EngagementMilestones implements MilestoneSource {

	static final String PLANNED = "planned-";

	private final EngagementStore engagements;

	private final WindowStore windows;

	EngagementMilestones(EngagementStore engagements, WindowStore windows) {
		this.engagements = engagements;
		this.windows = windows;
	}

	/** Three statements. */
	@Override
	public List<Milestone> milestones(AppraisalSummary appraisal) {
		List<Milestone> told = new ArrayList<>();
		for (Engagement entry : this.engagements.bare(appraisal.id())) {
			Milestone milestone = entry.stands() ? of(entry, appraisal.path()) : null;
			if (milestone != null) {
				told.add(milestone);
			}
		}
		for (ObjectionWindow window : this.windows.all(appraisal.id())) {
			Milestone milestone = window.stands() ? of(window, appraisal.path()) : null;
			if (milestone != null) {
				told.add(milestone);
			}
		}
		return told;
	}

	static @Nullable Milestone of(Engagement entry, String path) {
		EngagementStatement said = entry.statement();
		When when = said.when();
		if (when.from() == null || when.to() == null) {
			return null;
		}
		String code = said.audience().code();
		return new Milestone(Milestone.Kind.ENGAGEMENT, said.held() ? code : PLANNED + code, when.from(), when.to(),
				null, (said.held() ? "" : "Planned: ") + entry.who(), when.words() + ": " + said.asked(),
				entry.path(path));
	}

	/**
	 * From the first day on which it may have opened to its end; to the last day on which
	 * it may have opened where no end is stated.
	 */
	static @Nullable Milestone of(ObjectionWindow window, String path) {
		ObjectionWindow.Statement said = window.statement();
		LocalDate from = said.opened().from();
		LocalDate to = said.opened().to();
		if (from == null || to == null) {
			return null;
		}
		ObjectionWindow.End until = said.until();
		String end = (until != null) ? "until " + until.words() : "no end is stated";
		return new Milestone(Milestone.Kind.OBJECTIONS, said.audience().code(), from,
				(until != null && until.on().isAfter(to)) ? until.on() : to, null,
				"Objection window %d, %s".formatted(window.number(), said.audience().label()),
				"%s Asked for from %s, %s.".formatted(window.finding(), said.opened().words(), end), window.path(path));
	}

}
