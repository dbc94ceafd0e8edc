package org.mandate.submissions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.database.NotFound;
import org.mandate.forms.London;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What happens to submissions of the current organisation after they were made: the
 * stages of the route, what comes of it, and whether its conditions are met.
 */
@Component
public class Routes {

	private final RouteStore store;

	private final Desk desk;

	Routes(RouteStore store, Desk desk) {
		this.store = store;
		this.desk = desk;
	}

	/**
	 * Where a submission is on its way.
	 *
	 * @param route the stages
	 * @param outcomes what came of it, the first first; the last one holds
	 */
	public record Way(Route route, List<Outcome> outcomes) {

		public Way {
			outcomes = List.copyOf(outcomes);
		}

		/** What holds; null before anything came of it. */
		public @Nullable Outcome outcome() {
			return this.outcomes.isEmpty() ? null : this.outcomes.getLast();
		}

	}

	/**
	 * The way of a pro forma; nothing is recorded before it is submitted. Three
	 * statements.
	 */
	@Transactional(readOnly = true)
	public Way of(AppraisalSummary appraisal, ProForma proForma) {
		int submission = (proForma.submission() != null && proForma.isSubmitted()) ? proForma.submission().number() : 0;
		return new Way(
				Route.of(this.desk.edition(appraisal), proForma.model(), this.store.stages(proForma.id(), submission)),
				this.store.outcomes(proForma.id(), submission));
	}

	/** The way of a model, before there is a pro forma for it. */
	Route of(AppraisalSummary appraisal, String model) {
		return Route.of(this.desk.edition(appraisal), model, Map.of());
	}

	/**
	 * What happened at a stage.
	 *
	 * @param on when
	 * @param result what came of it
	 * @param note what else is to be said; may be null
	 */
	record Happened(LocalDate on, Stage.Result result, @Nullable String note) {
	}

	/**
	 * Record what happened at a stage, unless somebody else did so meanwhile.
	 * @throws Refused if its day is in the future, or contradicts the other stages
	 * @throws NotNow if it follows an approval, and there is none
	 */
	@Transactional
	void record(AppraisalSummary appraisal, String key, Happened happened, int seen) {
		ProForma proForma = this.desk.submitted(appraisal);
		Submission submission = Objects.requireNonNull(proForma.standing());
		Way way = of(appraisal, proForma);
		Stage stage = way.route().stage(key);
		Outcome outcome = way.outcome();
		if (stage.kind().isAfterApproval() && (outcome == null || !outcome.result().isApproved())) {
			throw new NotNow("“%s” follows an approval. Record the outcome first.".formatted(stage.step().title()));
		}
		if (!stage.kind().results().contains(happened.result())) {
			throw new Refused("result", "Choose what came of it");
		}
		Stage.Recorded known = stage.record();
		if (known != null && known.says(happened.on(), happened.result(), happened.note())) {
			return;
		}
		int version = Desk.next((known != null) ? known.version() : null, seen);
		notInTheFuture(happened.on());
		String contradiction = way.route()
			.contradicts(stage, happened.on(), LocalDate.ofInstant(submission.at(), London.ZONE));
		if (contradiction != null) {
			throw new Refused("on", contradiction);
		}
		if (outcome != null && stage.kind().isConsideration() && happened.on().isAfter(outcome.toldOn())) {
			throw new Refused("on",
					"The day must not be after that of the outcome, on " + London.date(outcome.toldOn()));
		}
		this.store.stage(proForma.id(), submission.number(), key, new Stage.Recorded(happened.on(), happened.result(),
				happened.note(), version, this.desk.by(), this.desk.now()));
		Map<String, Object> details = new LinkedHashMap<>();
		details.put("stage", key);
		details.put("on", happened.on().toString());
		details.put("result", happened.result().label());
		if (happened.note() != null) {
			details.put("note", happened.note());
		}
		if (known != null) {
			details.put("before", known.result().label() + ", " + known.on());
		}
		this.desk.tell(SubmissionEvent.of(appraisal.id(), "submission.stage", "Recorded “%s” on %s: %s"
			.formatted(stage.step().title(), London.date(happened.on()), happened.result().label()), details));
	}

	private void notInTheFuture(LocalDate day) {
		if (day.isAfter(this.desk.today())) {
			throw new Refused("on", "The day must not be in the future");
		}
	}

	/**
	 * What NHS England decided.
	 *
	 * @param result what
	 * @param on when
	 * @param toldBy who told, and how it is known
	 * @param note what else is to be said; may be null
	 * @param conditions its conditions; for an approval with conditions only
	 * @param fallback what follows where it is not recommended; null otherwise
	 * @param plan what was agreed about that; null otherwise
	 * @param changedReason why it takes the place of another; null where there is none
	 */
	record Decision(Outcome.Result result, LocalDate on, String toldBy, @Nullable String note, List<String> conditions,
			@Nullable Fallback fallback, @Nullable String plan, @Nullable String changedReason) {
	}

	/**
	 * Record what came of a submission. One that takes the place of another needs a
	 * reason; both stay on record.
	 * @param seen how many outcomes the person saw
	 * @throws Refused if it contradicts the route
	 */
	@Transactional
	void decide(AppraisalSummary appraisal, Decision decision, int seen) {
		ProForma proForma = this.desk.submitted(appraisal);
		Submission submission = Objects.requireNonNull(proForma.standing());
		Way way = of(appraisal, proForma);
		if (way.outcomes().size() != seen) {
			throw new ChangedMeanwhile();
		}
		check(way, proForma, submission, decision, appraisal);
		List<Outcome.Condition> conditions = new ArrayList<>();
		if (decision.result() == Outcome.Result.APPROVED_WITH_CONDITIONS) {
			for (String text : decision.conditions()) {
				conditions.add(new Outcome.Condition(conditions.size() + 1, text, null, null, null, 0, this.desk.by(),
						this.desk.now()));
			}
		}
		boolean approved = decision.result().isApproved();
		Outcome outcome = new Outcome(way.outcomes().size() + 1, decision.result(), decision.on(), decision.toldBy(),
				decision.note(), approved ? null : decision.fallback(), approved ? null : decision.plan(),
				way.outcomes().isEmpty() ? null : decision.changedReason(), this.desk.by(), this.desk.now(),
				conditions);
		this.store.outcome(proForma.id(), submission.number(), outcome);
		tell(appraisal, outcome, conditions);
	}

	private void check(Way way, ProForma proForma, Submission submission, Decision decision,
			AppraisalSummary appraisal) {
		if (!way.outcomes().isEmpty() && decision.changedReason() == null) {
			throw new Refused("changedReason", "Enter why this takes the place of the outcome on record");
		}
		notInTheFuture(decision.on());
		LocalDate submitted = LocalDate.ofInstant(submission.at(), London.ZONE);
		if (decision.on().isBefore(submitted)) {
			throw new Refused("on",
					"The day must not be before the proposal was submitted, on " + London.date(submitted));
		}
		LocalDate considered = way.route().considered();
		if (considered != null && decision.on().isBefore(considered)) {
			throw new Refused("on",
					"The day must not be before the last panel on record, on " + London.date(considered));
		}
		List<String> awaited = way.route().awaited().stream().map((stage) -> stage.step().title()).toList();
		if (decision.result().isApproved() && !awaited.isEmpty()) {
			throw new Refused("result",
					"Not on record yet: %s. Record that first".formatted(String.join(", ", awaited)));
		}
		if (!decision.result().isApproved()) {
			if (considered == null) {
				throw new Refused("result", "No panel is on record yet that considered it. Record that first");
			}
			boolean delegated = ProFormaField.movesMoney(this.desk.edition(appraisal), proForma.model());
			if (decision.fallback() == null || !Fallback.after(delegated).contains(decision.fallback())) {
				throw new Refused("fallback", "Choose what follows");
			}
		}
	}

	private void tell(AppraisalSummary appraisal, Outcome outcome, List<Outcome.Condition> conditions) {
		Map<String, Object> details = new LinkedHashMap<>();
		details.put("outcome", outcome.result().code());
		details.put("on", outcome.toldOn().toString());
		details.put("toldBy", outcome.toldBy());
		if (!conditions.isEmpty()) {
			details.put("conditions", conditions.stream().map(Outcome.Condition::text).toList());
		}
		Fallback fallback = outcome.fallback();
		if (fallback != null) {
			details.put("fallback", fallback.label());
		}
		if (outcome.plan() != null) {
			details.put("plan", outcome.plan());
		}
		this.desk.tell(SubmissionEvent.because(appraisal.id(), "submission.outcome",
				"Recorded what came of the proposal: %s on %s%s".formatted(outcome.result().label(),
						London.date(outcome.toldOn()), (fallback != null) ? ". What follows: " + fallback.label() : ""),
				outcome.changedReason(), details));
	}

	/**
	 * What is recorded of a condition.
	 *
	 * @param text what is asked
	 * @param dueOn by when; null where no date was given
	 * @param metOn when it was met; null while it is open
	 * @param metHow how; null while it is open
	 */
	record Asked(String text, @Nullable LocalDate dueOn, @Nullable LocalDate metOn, @Nullable String metHow) {
	}

	/**
	 * Change a condition, or record that it was met, unless somebody else did so
	 * meanwhile.
	 * @throws NotFound if the outcome that holds has no such condition
	 * @throws Refused if a day is impossible
	 */
	@Transactional
	void condition(AppraisalSummary appraisal, int number, Asked asked, int seen) {
		ProForma proForma = this.desk.submitted(appraisal);
		Outcome outcome = of(appraisal, proForma).outcome();
		Outcome.Condition known = condition(outcome, number);
		if (known.text().equals(asked.text()) && Objects.equals(known.dueOn(), asked.dueOn())
				&& Objects.equals(known.metOn(), asked.metOn()) && Objects.equals(known.metHow(), asked.metHow())) {
			return;
		}
		int version = Desk.next(known.version(), seen);
		LocalDate told = Objects.requireNonNull(outcome).toldOn();
		if (asked.metOn() != null && asked.metOn().isAfter(this.desk.today())) {
			throw new Refused("metOn", "The day must not be in the future");
		}
		if (asked.metOn() != null && asked.metOn().isBefore(told)) {
			throw new Refused("metOn", "The day must not be before the approval, on " + London.date(told));
		}
		if (asked.dueOn() != null && asked.dueOn().isBefore(told)) {
			throw new Refused("dueOn", "The day must not be before the approval, on " + London.date(told));
		}
		this.store.condition(proForma.id(), Objects.requireNonNull(proForma.standing()).number(), outcome.number(),
				new Outcome.Condition(number, asked.text(), asked.dueOn(), asked.metOn(), asked.metHow(), version,
						this.desk.by(), this.desk.now()));
		this.desk.tell(SubmissionEvent.of(appraisal.id(), "submission.condition",
				(asked.metOn() != null) ? "Recorded that condition %d of the approval was met on %s".formatted(number,
						London.date(asked.metOn())) : "Changed condition %d of the approval".formatted(number),
				Map.of("condition", number, "before", known.text(), "after", asked.text(), "how",
						(asked.metHow() != null) ? asked.metHow() : "")));
	}

	static Outcome.Condition condition(@Nullable Outcome outcome, int number) {
		return ((outcome != null) ? outcome.conditions() : List.<Outcome.Condition>of()).stream()
			.filter((condition) -> condition.number() == number)
			.findFirst()
			.orElseThrow(() -> new NotFound("There is no such condition."));
	}

}
