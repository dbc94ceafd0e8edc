package org.mandate.submissions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.mandate.database.NotFound;
import org.mandate.forms.London;
import org.mandate.guidance.Deadline;
import org.mandate.guidance.Edition;

/**
 * The way that a proposal takes, by the steps and deadlines of the guidance: none for
 * greater involvement, regional moderation for joint arrangements; regional and national
 * moderation, sign-off by a committee, a signed agreement and the transfer of funds for
 * delegation.
 *
 * @param model key of the model
 * @param stages in order
 */
public record Route(String model, List<Stage> stages) {

	public Route {
		stages = List.copyOf(stages);
	}

	/**
	 * The route of a model.
	 * @param edition the guidance
	 * @param model key of the model
	 * @param recorded what happened, by the key of the step
	 */
	static Route of(Edition edition, String model, Map<String, Stage.Recorded> recorded) {
		List<Edition.Step> steps = edition.steps(model);
		int submission = -1;
		for (int i = 0; i < steps.size(); i++) {
			Deadline deadline = deadline(edition, steps.get(i));
			if (deadline != null && deadline.category() == Deadline.Category.SUBMISSION) {
				submission = i;
			}
		}
		List<Stage> stages = new ArrayList<>();
		for (Edition.Step step : steps.subList(submission + 1, steps.size())) {
			Deadline deadline = deadline(edition, step);
			Stage.Kind kind = (submission < 0) ? Stage.Kind.INFORMAL : kind(deadline, edition, model);
			stages.add(new Stage(step, kind, deadline, recorded.get(step.key())));
		}
		return new Route(model, stages);
	}

	private static @Nullable Deadline deadline(Edition edition, Edition.Step step) {
		return (step.deadline() != null) ? edition.deadline(step.deadline()) : null;
	}

	private static Stage.Kind kind(@Nullable Deadline deadline, Edition edition, String model) {
		return switch ((deadline != null) ? deadline.category() : null) {
			case MODERATION -> Stage.Kind.MODERATION;
			case SIGN_OFF -> Stage.Kind.SIGN_OFF;
			case GO_LIVE -> ProFormaField.movesMoney(edition, model) ? Stage.Kind.FUNDS : Stage.Kind.START;
			case null, default -> Stage.Kind.AGREEMENT;
		};
	}

	/** Whether anybody approves it. */
	public boolean isFormal() {
		return this.stages.stream().anyMatch((stage) -> stage.kind() != Stage.Kind.INFORMAL);
	}

	/**
	 * One of its stages that is recorded here.
	 * @throws NotFound if it has no such stage
	 */
	public Stage stage(String key) {
		return this.stages.stream()
			.filter((stage) -> stage.slug().equals(key) && stage.kind().isRecorded())
			.findFirst()
			.orElseThrow(() -> new NotFound("The route has no such stage."));
	}

	/** Those who consider it and have not done so on record. */
	public List<Stage> awaited() {
		return this.stages.stream().filter((each) -> each.kind().isConsideration() && each.record() == null).toList();
	}

	/** The last day on record on which somebody considered it; null before the first. */
	public @Nullable LocalDate considered() {
		return this.stages.stream()
			.filter((each) -> each.kind().isConsideration() && each.record() != null)
			.map((each) -> java.util.Objects.requireNonNull(each.record()).on())
			.max(LocalDate::compareTo)
			.orElse(null);
	}

	/** The next stage that is to be recorded; null when all are. */
	public @Nullable Stage next() {
		return this.stages.stream()
			.filter((each) -> each.kind().isRecorded() && each.record() == null)
			.findFirst()
			.orElse(null);
	}

	/**
	 * What a day for a stage contradicts.
	 * @param stage which
	 * @param on the day
	 * @param submitted the day of the submission
	 * @return a sentence; null for nothing
	 */
	@Nullable String contradicts(Stage stage, LocalDate on, LocalDate submitted) {
		if (on.isBefore(submitted)) {
			return "The day must not be before the proposal was submitted, on " + London.date(submitted);
		}
		int at = this.stages.indexOf(stage);
		for (int i = 0; i < this.stages.size(); i++) {
			Stage.Recorded other = this.stages.get(i).record();
			if (other != null && i < at && on.isBefore(other.on())) {
				return "The day must not be before that of “%s”, on %s".formatted(this.stages.get(i).step().title(),
						London.date(other.on()));
			}
			if (other != null && i > at && on.isAfter(other.on())) {
				return "The day must not be after that of “%s”, on %s".formatted(this.stages.get(i).step().title(),
						London.date(other.on()));
			}
		}
		return null;
	}

}
