package org.mandate.submissions;

import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.mandate.forms.DateBoxes;
import org.mandate.forms.TextCheck;
import org.mandate.forms.Typed;

import org.springframework.validation.BindingResult;

/**
 * What is typed about the way of a proposal after its submission.
 */
public final class RouteForms {

	/** The most conditions of an approval. */
	private static final int MOST_CONDITIONS = 30;

	private RouteForms() {
	}

	/**
	 * What happened at a stage.
	 *
	 * @param version of what the person saw, -1 for nothing
	 */
	public record StageForm(@Nullable DateBoxes on, @Nullable String result, @Nullable String note,
			@Nullable String version) {

		public StageForm {
			on = DateBoxes.orEmpty(on);
		}

		static StageForm of(Stage stage) {
			Stage.Recorded recorded = stage.record();
			if (recorded == null) {
				return new StageForm(DateBoxes.EMPTY, stage.kind().isConsideration() ? "" : Stage.Result.DONE.name(),
						"", "-1");
			}
			return new StageForm(DateBoxes.of(recorded.on()), recorded.result().name(), recorded.note(),
					Integer.toString(recorded.version()));
		}

		StageForm over(Stage stage) {
			return new StageForm(this.on, this.result, this.note, of(stage).version());
		}

		void check(Stage stage, BindingResult errors) {
			PartForms.day("on", this.on, "The date", "Enter when it happened", errors);
			Stage.Result chosen = Typed.one(Stage.Result.values(), this.result);
			if (chosen == null || !stage.kind().results().contains(chosen)) {
				errors.rejectValue("result", "missing", "Choose what came of it");
			}
			new TextCheck(errors).prose("note", this.note, "The note", 2000, null);
		}

		Routes.Happened happened() {
			return new Routes.Happened(DateBoxes.orEmpty(this.on).date().orElseThrow(),
					Stage.Result.valueOf(Typed.text(this.result)), Typed.optional(this.note));
		}

		int known() {
			return Typed.version(this.version);
		}

	}

	/**
	 * What came of a submission.
	 *
	 * @param conditions one a line
	 * @param seen how many outcomes the person saw
	 */
	public record OutcomeForm(@Nullable String result, @Nullable DateBoxes on, @Nullable String toldBy,
			@Nullable String note, @Nullable String conditions, @Nullable String fallback, @Nullable String plan,
			@Nullable String changedReason, @Nullable String seen) {

		public OutcomeForm {
			on = DateBoxes.orEmpty(on);
		}

		static OutcomeForm empty(int seen) {
			return new OutcomeForm("", DateBoxes.EMPTY, "", "", "", "", "", "", Integer.toString(seen));
		}

		OutcomeForm over(int seen) {
			return new OutcomeForm(this.result, this.on, this.toldBy, this.note, this.conditions, this.fallback,
					this.plan, this.changedReason, Integer.toString(seen));
		}

		void check(List<Fallback> fallbacks, BindingResult errors) {
			TextCheck words = new TextCheck(errors);
			Outcome.Result chosen = Typed.one(Outcome.Result.values(), this.result);
			if (chosen == null) {
				errors.rejectValue("result", "missing", "Choose what came of the proposal");
			}
			PartForms.day("on", this.on, "The date", "Enter the date of the decision", errors);
			words.line("toldBy", this.toldBy, "Who told you", 200, "Enter who told you, and how you know");
			words.prose("note", this.note, "The note", 2000, null);
			boolean conditional = chosen == Outcome.Result.APPROVED_WITH_CONDITIONS;
			words.prose("conditions", this.conditions, "The conditions", 10_000,
					conditional ? "Enter the conditions, one on each line" : null);
			if (conditional && !errors.hasFieldErrors("conditions")) {
				List<String> lines = lines();
				if (lines.size() > MOST_CONDITIONS) {
					errors.rejectValue("conditions", "many",
							"There can be %d conditions at most".formatted(MOST_CONDITIONS));
				}
				else if (lines.stream().anyMatch((line) -> line.length() > 1000)) {
					errors.rejectValue("conditions", "long", "Each condition must be 1,000 characters or fewer");
				}
			}
			boolean refused = chosen == Outcome.Result.NOT_RECOMMENDED;
			Fallback follows = Typed.one(Fallback.values(), this.fallback);
			if (refused && (follows == null || !fallbacks.contains(follows))) {
				errors.rejectValue("fallback", "missing", "Choose what follows");
			}
			words.prose("plan", this.plan, "The plan", 4000, (refused && follows == Fallback.DEVELOP_FURTHER)
					? "Enter the plan that was agreed with the area team" : null);
			words.prose("changedReason", this.changedReason, "The reason", 1000, null);
		}

		private List<String> lines() {
			return Arrays.stream(Typed.text(this.conditions).split("\n"))
				.map(String::strip)
				.filter((line) -> !line.isEmpty())
				.toList();
		}

		Routes.Decision decision() {
			return new Routes.Decision(Outcome.Result.valueOf(Typed.text(this.result)),
					DateBoxes.orEmpty(this.on).date().orElseThrow(), Typed.text(this.toldBy), Typed.optional(this.note),
					lines(), Typed.one(Fallback.values(), this.fallback), Typed.optional(this.plan),
					Typed.optional(this.changedReason));
		}

		int known() {
			return Typed.version(this.seen);
		}

	}

	/**
	 * A condition of an approval.
	 *
	 * @param version of what the person saw
	 */
	public record ConditionForm(@Nullable String text, @Nullable DateBoxes dueOn, @Nullable DateBoxes metOn,
			@Nullable String metHow, @Nullable String version) {

		public ConditionForm {
			dueOn = DateBoxes.orEmpty(dueOn);
			metOn = DateBoxes.orEmpty(metOn);
		}

		static ConditionForm of(Outcome.Condition condition) {
			return new ConditionForm(condition.text(), DateBoxes.of(condition.dueOn()), DateBoxes.of(condition.metOn()),
					condition.metHow(), Integer.toString(condition.version()));
		}

		ConditionForm over(Outcome.Condition theirs) {
			return new ConditionForm(this.text, this.dueOn, this.metOn, this.metHow,
					Integer.toString(theirs.version()));
		}

		void check(BindingResult errors) {
			TextCheck words = new TextCheck(errors);
			words.prose("text", this.text, "The condition", 1000, "Enter what is asked");
			PartForms.day("dueOn", this.dueOn, "The date by which it is due", null, errors);
			PartForms.day("metOn", this.metOn, "The date on which it was met", null, errors);
			boolean met = !DateBoxes.orEmpty(this.metOn).isBlank();
			words.prose("metHow", this.metHow, "How it was met", 1000,
					met ? "Enter how it was met, and where that can be seen" : null);
			if (!met && !Typed.text(this.metHow).isEmpty()) {
				errors.rejectValue("metOn", "missing", "Enter the date on which it was met");
			}
		}

		Routes.Asked asked() {
			return new Routes.Asked(Typed.text(this.text), PartForms.day(this.dueOn), PartForms.day(this.metOn),
					Typed.optional(this.metHow));
		}

		int known() {
			return Typed.version(this.version);
		}

	}

}
