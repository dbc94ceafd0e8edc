package org.mandate.deadlines;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.AsAt;
import org.mandate.appraisals.Milestone;
import org.mandate.guidance.Edition;

/**
 * The deadline plan of an appraisal for one model, seen from a moment.
 *
 * @param appraisal whose
 * @param model for which; null where none is recommended or chosen yet
 * @param basis why for this one
 * @param lead the organisation's times between steps
 * @param asAt the moment
 * @param meetingCalled whether the governing body meets in time to decide
 * @param lines by group and day
 * @param milestones what had happened by then, and what is planned
 * @param timeline the same drawn; null without a model
 */
public record Plan(AppraisalSummary appraisal, Edition.@Nullable Model model, Basis basis, LeadTimes lead, AsAt asAt,
		boolean meetingCalled, List<PlanLine> lines, List<Milestone> milestones, @Nullable Timeline timeline) {

	public Plan {
		lines = List.copyOf(lines);
		milestones = List.copyOf(milestones);
	}

	/** Why the plan is for its model. */
	public enum Basis {

		/** Somebody asked for it. */
		CHOSEN("the model that you chose to see"),

		/** The recommendation names it. */
		RECOMMENDED("the model that the recommendation names"),

		/** The record proposes it. */
		PROPOSED("the model that the members' ballot is about; no recommendation is written yet"),

		/** There is none. */
		NONE("");

		private final String words;

		Basis(String words) {
			this.words = words;
		}

		/** In the middle of a sentence. */
		public String words() {
			return this.words;
		}

	}

	/** Lines under one heading. */
	public record Part(PlanLine.Group group, List<PlanLine> lines) {
	}

	/** The lines by heading. */
	public List<Part> parts() {
		return Arrays.stream(PlanLine.Group.values())
			.map((group) -> new Part(group, this.lines.stream().filter((line) -> line.group() == group).toList()))
			.filter((part) -> !part.lines().isEmpty())
			.toList();
	}

	/** Lines that are late, or will be: deadlines of the guidance before own steps. */
	public List<PlanLine> problems() {
		return this.lines.stream()
			.filter((line) -> line.timing().state().isProblem())
			.sorted(Comparator.comparing((line) -> line.citations().isEmpty()))
			.toList();
	}

	/** When a milestone was, in words. */
	public String day(Milestone milestone) {
		return Timeline.when(milestone);
	}

	/** The line of a key. */
	public Optional<PlanLine> line(String key) {
		return this.lines.stream().filter((line) -> line.key().equals(key)).findFirst();
	}

}
