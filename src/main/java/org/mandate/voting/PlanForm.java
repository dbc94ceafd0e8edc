package org.mandate.voting;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.forms.DateBoxes;
import org.mandate.forms.TextCheck;
import org.mandate.forms.Typed;

import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.Errors;

/**
 * How a ballot is to be set up, as typed. The boxes of the rule are those of
 * {@link Rule}; what belongs to a choice that was not made is ignored.
 *
 * @param kind what is asked
 * @param proposed the model to confirm
 * @param question as put to the practices
 * @param division into which units
 * @param follows number of the ballot of which it is a further round
 * @param weight how many votes a practice has
 * @param patients registered patients for each vote
 * @param rounding what becomes of the remainder
 * @param threshold how large the share must be
 * @param percentage as a number
 * @param base of what the share is taken
 * @param scope where it must be reached
 * @param unitsNeeded in how many units
 * @param quorum where a turnout is asked for
 * @param turnout as a percentage
 * @param secondEntry "true" if returned figures are entered again by another person
 * @param census the day on whose register practices are entitled
 * @param quarter of the list sizes
 */
public record PlanForm(String kind, String proposed, String question, String division, String follows, String weight,
		String patients, String rounding, String threshold, String percentage, String base, String scope,
		String unitsNeeded, String quorum, String turnout, String secondEntry, DateBoxes census, String quarter) {

	private static final int LONGEST_QUESTION = 500;

	public PlanForm(@Nullable String kind, @Nullable String proposed, @Nullable String question,
			@Nullable String division, @Nullable String follows, @Nullable String weight, @Nullable String patients,
			@Nullable String rounding, @Nullable String threshold, @Nullable String percentage, @Nullable String base,
			@Nullable String scope, @Nullable String unitsNeeded, @Nullable String quorum, @Nullable String turnout,
			@Nullable String secondEntry, @Nullable DateBoxes census, @Nullable String quarter) {
		this.kind = Typed.text(kind);
		this.proposed = Typed.text(proposed);
		this.question = Typed.text(question);
		this.division = Typed.text(division);
		this.follows = Typed.text(follows);
		this.weight = Typed.text(weight);
		this.patients = Typed.text(patients);
		this.rounding = Typed.text(rounding);
		this.threshold = Typed.text(threshold);
		this.percentage = Typed.text(percentage);
		this.base = Typed.text(base);
		this.scope = Typed.text(scope);
		this.unitsNeeded = Typed.text(unitsNeeded);
		this.quorum = Typed.text(quorum);
		this.turnout = Typed.text(turnout);
		this.secondEntry = Typed.text(secondEntry);
		this.census = DateBoxes.orEmpty(census);
		this.quarter = Typed.text(quarter).toUpperCase(Locale.ROOT);
	}

	/** The form as it opens: a simple majority of one practice, one vote. */
	static PlanForm blank(AppraisalSummary appraisal) {
		LocalDate day = appraisal.speaksFor();
		return new PlanForm(BallotKind.CONFIRM.name(), "", "", Division.LOCALITIES.name(), "",
				Weight.Measure.PRACTICE.name(), "", Weight.Rounding.DOWN.name(), Rule.Threshold.MAJORITY.name(), "",
				Rule.Base.EXPRESSED.name(), Rule.Scope.OVERALL.name(), "", Quorum.Where.NONE.name(), "", "",
				DateBoxes.of(day), "%dQ%d".formatted(day.getYear(), (day.getMonthValue() + 2) / 3));
	}

	/**
	 * The form as it opens, or as somebody who wants to read the rule has filled it in.
	 */
	PlanForm orBlank(AppraisalSummary appraisal) {
		return this.kind.isEmpty() ? blank(appraisal) : this;
	}

	/** The rule as it is composed, in words, or what it still lacks. */
	public String reading() {
		Errors errors = new BeanPropertyBindingResult(this, "plan");
		Division units = division(errors);
		Rule rule = rule(units, errors);
		if (rule == null || units == null) {
			return "The rule is not complete: " + errors.getAllErrors().getFirst().getDefaultMessage() + ".";
		}
		return rule.sentence(units);
	}

	/**
	 * What is to be set up; null where something is missing or wrong, which is reported
	 * beside its field.
	 * @param choices the models on offer
	 * @param localities how many localities there are
	 * @param ballots how many ballots there are
	 */
	@Nullable BallotPlan plan(List<Choice> choices, int localities, int ballots, Errors errors) {
		BallotKind wanted = read(BallotKind.class, this.kind, "kind", "Choose what the ballot asks", errors);
		boolean confirm = wanted == BallotKind.CONFIRM;
		if (confirm && choices.stream().noneMatch((choice) -> choice.code().equals(this.proposed))) {
			errors.rejectValue("proposed", "missing", "Choose the model that is recommended");
		}
		checkQuestion(errors);
		Division units = division(errors);
		Rule rule = rule(units, errors);
		checkUnits(rule, units, localities, errors);
		Integer round = this.follows.isEmpty() ? null
				: number("follows", this.follows, ballots, "Choose one of the ballots before this one", errors);
		LocalDate day = this.census.date().orElse(null);
		if (day == null) {
			errors.rejectValue("census", "date", "Enter the census date as a real date, such as 29 1 2015");
		}
		if (!this.quarter.matches("[0-9]{4}Q[1-4]")) {
			errors.rejectValue("quarter", "quarter", "Enter the quarter of the list sizes, such as 2015Q1");
		}
		if (errors.hasErrors() || wanted == null || units == null || rule == null || day == null) {
			return null;
		}
		return new BallotPlan(wanted, this.question, confirm ? this.proposed : null, rule, units, round,
				this.secondEntry.equals("true"), day, this.quarter);
	}

	private void checkQuestion(Errors errors) {
		new TextCheck(errors).prose("question", this.question, "The question", LONGEST_QUESTION,
				"Enter the question that is put to the practices");
	}

	/** A rule that could never be met is refused here, as far as the units are known. */
	private static void checkUnits(@Nullable Rule rule, @Nullable Division units, int localities, Errors errors) {
		if (rule == null || units == null || rule.unitsNeeded() == null || units == Division.OWN) {
			return;
		}
		int there = (units == Division.WHOLE) ? 1 : localities;
		if (rule.unitsNeeded() > there) {
			errors.rejectValue("unitsNeeded", "many", "There %s only %d %s, so this could never be met"
				.formatted((there == 1) ? "is" : "are", there, (there == 1) ? units.unit() : units.units()));
		}
	}

	private @Nullable Division division(Errors errors) {
		return read(Division.class, this.division, "division", "Choose in which units the result is declared", errors);
	}

	private @Nullable Rule rule(@Nullable Division units, Errors errors) {
		Weight weighed = weight(errors);
		Rule.Threshold share = read(Rule.Threshold.class, this.threshold, "threshold",
				"Choose how large the share must be", errors);
		Rule.Base of = read(Rule.Base.class, this.base, "base", "Choose of what the share is taken", errors);
		Rule.Scope where = read(Rule.Scope.class, this.scope, "scope", "Choose where the share must be reached",
				errors);
		Quorum.Where turnoutIn = read(Quorum.Where.class, this.quorum, "quorum", "Choose whether a turnout is needed",
				errors);
		Integer percent = (share == Rule.Threshold.AT_LEAST) ? number("percentage", this.percentage, 100,
				"Enter the percentage as a whole number from 1 to 100", errors) : null;
		Integer needed = (where == Rule.Scope.AT_LEAST_UNITS)
				? number("unitsNeeded", this.unitsNeeded, 999, "Enter the number of %s as a whole number, at least 1"
					.formatted((units != null) ? units.units() : "units"), errors)
				: null;
		Integer turnoutPercent = (turnoutIn != null && turnoutIn != Quorum.Where.NONE)
				? number("turnout", this.turnout, 100, "Enter the turnout as a whole percentage from 1 to 100", errors)
				: null;
		if (errors.hasErrors() || weighed == null || share == null || of == null || where == null
				|| turnoutIn == null) {
			return null;
		}
		return new Rule(weighed, of, share, percent, where, needed, new Quorum(turnoutIn, turnoutPercent));
	}

	private @Nullable Weight weight(Errors errors) {
		Weight.Measure measure = read(Weight.Measure.class, this.weight, "weight",
				"Choose how many votes a practice has", errors);
		if (measure != Weight.Measure.PER_PATIENTS) {
			return (measure != null) ? new Weight(measure, null, null) : null;
		}
		Integer each = number("patients", this.patients, 99_999,
				"Enter the number of patients for each vote as a whole number, at least 1", errors);
		Weight.Rounding remainder = read(Weight.Rounding.class, this.rounding, "rounding",
				"Choose what becomes of the patients that do not make a whole vote", errors);
		return (each != null && remainder != null) ? Weight.perPatients(each, remainder) : null;
	}

	private static <E extends Enum<E>> @Nullable E read(Class<E> type, String value, String field, String message,
			Errors errors) {
		E found = Typed.one(type.getEnumConstants(), value);
		if (found == null) {
			errors.rejectValue(field, "missing", message);
		}
		return found;
	}

	private static @Nullable Integer number(String field, String typed, int most, String message, Errors errors) {
		int number = typed.matches("\\d{1,5}") ? Integer.parseInt(typed) : 0;
		if (number < 1 || number > most) {
			errors.rejectValue(field, "number", message);
			return null;
		}
		return number;
	}

}
