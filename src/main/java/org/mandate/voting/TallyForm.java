package org.mandate.voting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.mandate.forms.Typed;

import org.springframework.validation.Errors;

/**
 * The figures of a locality as they were typed. A field that was left blank counts as 0,
 * which the page that follows shows.
 *
 * @param votes for each choice in the ballot's order
 * @param abstained as typed
 * @param spoilt as typed
 * @param conflictedOut as typed
 * @param absent as typed
 * @param notStated code of the choice whose number was not recorded; blank for none
 * @param asSaid what was reported instead
 * @param percentage the share that was reported instead; blank for none
 * @param percentageOf of what it is the share: a {@link Rule.Base}
 * @param reason why accepted figures are corrected; blank elsewhere
 * @param seen version of the return that the person had before them
 */
public record TallyForm(List<String> votes, String abstained, String spoilt, String conflictedOut, String absent,
		String notStated, String asSaid, String percentage, String percentageOf, String reason, String seen) {

	private static final int LONGEST_TEXT = 500;

	public TallyForm(@Nullable List<String> votes, @Nullable String abstained, @Nullable String spoilt,
			@Nullable String conflictedOut, @Nullable String absent, @Nullable String notStated,
			@Nullable String asSaid, @Nullable String percentage, @Nullable String percentageOf,
			@Nullable String reason, @Nullable String seen) {
		this.votes = (votes != null) ? new ArrayList<>(votes) : new ArrayList<>();
		this.abstained = text(abstained);
		this.spoilt = text(spoilt);
		this.conflictedOut = text(conflictedOut);
		this.absent = text(absent);
		this.notStated = text(notStated);
		this.asSaid = text(asSaid);
		this.percentage = text(percentage);
		this.percentageOf = text(percentageOf);
		this.reason = text(reason);
		this.seen = text(seen);
	}

	private static String text(@Nullable String typed) {
		return Objects.requireNonNullElse(typed, "").strip();
	}

	/** The form as it opens: blank, or with figures that were saved. */
	static TallyForm of(BallotRecord ballot, @Nullable Figures figures, int seen) {
		if (Figures.none().equals(figures)) {
			return of(ballot, null, seen);
		}
		List<String> votes = ballot.choices()
			.stream()
			.map((choice) -> (figures == null || choice.code().equals(figures.notStated())) ? ""
					: Integer.toString(figures.of(choice.code())))
			.toList();
		if (figures == null) {
			return new TallyForm(votes, "", "", "", "", "", "", "", "", "", Integer.toString(seen));
		}
		Reported reported = figures.reported();
		return new TallyForm(votes, Integer.toString(figures.abstained()), blankZero(figures.spoilt()),
				blankZero(figures.conflictedOut()), blankZero(figures.absent()), figures.notStated(), figures.asSaid(),
				(reported != null) ? reported.percentage().toPlainString() : "",
				(reported != null) ? reported.base().name() : "", "", Integer.toString(seen));
	}

	private static String blankZero(int number) {
		return (number == 0) ? "" : Integer.toString(number);
	}

	/** The same figures, to be saved over what somebody else saved. */
	TallyForm over(int seen) {
		return new TallyForm(this.votes, this.abstained, this.spoilt, this.conflictedOut, this.absent, this.notStated,
				this.asSaid, this.percentage, this.percentageOf, this.reason, Integer.toString(seen));
	}

	/**
	 * The same with the recommended choice given all practices that the other figures
	 * leave.
	 * @param all true to clear the other figures first
	 * @return the filled form, or this one when the others are more than there are
	 */
	TallyForm filled(BallotRecord ballot, int entitled, boolean all) {
		List<String> votes = new ArrayList<>();
		int others = all ? 0
				: number(this.abstained) + number(this.spoilt) + number(this.conflictedOut) + number(this.absent);
		for (int i = 0; i < ballot.choices().size(); i++) {
			boolean proposed = ballot.choices().get(i).code().equals(ballot.proposed());
			votes.add((all || proposed) ? "0" : vote(i));
			others += number(votes.get(i));
		}
		int rest = entitled - others;
		if (rest < 0) {
			return this;
		}
		for (int i = 0; i < votes.size(); i++) {
			if (ballot.choices().get(i).code().equals(ballot.proposed())) {
				votes.set(i, Integer.toString(rest));
			}
		}
		return all ? new TallyForm(votes, "0", "", "", "", "", "", "", "", this.reason, this.seen)
				: new TallyForm(votes, this.abstained, this.spoilt, this.conflictedOut, this.absent, "", "", "", "",
						this.reason, this.seen);
	}

	/** The figures; problems with what was typed are reported beside their fields. */
	Figures figures(BallotRecord ballot, Errors errors) {
		Map<String, Integer> votes = new LinkedHashMap<>();
		for (int i = 0; i < ballot.choices().size(); i++) {
			Choice choice = ballot.choices().get(i);
			int number = read("votes[" + i + "]", vote(i), errors);
			if (!choice.code().equals(this.notStated) || number > 0) {
				votes.put(choice.code(), number);
			}
		}
		if (this.asSaid.length() > LONGEST_TEXT) {
			errors.rejectValue("asSaid", "length", "What was reported must be 500 characters or fewer");
		}
		if (!Typed.visible(this.asSaid)) {
			errors.rejectValue("asSaid", "invisible", "What was reported" + Typed.INVISIBLE);
		}
		return new Figures(votes, this.notStated.isEmpty() ? null : this.notStated,
				(this.notStated.isEmpty() || this.asSaid.isEmpty()) ? null : this.asSaid, reported(errors),
				read("abstained", this.abstained, errors), read("spoilt", this.spoilt, errors),
				read("conflictedOut", this.conflictedOut, errors), read("absent", this.absent, errors));
	}

	/** Reports what is wrong with figures beside the fields they were typed into. */
	static void report(List<Figures.Problem> problems, BallotRecord ballot, Errors errors) {
		for (Figures.Problem problem : problems) {
			errors.rejectValue(field(problem.field(), ballot), "figures", problem.message());
		}
	}

	private static String field(String figure, BallotRecord ballot) {
		for (int i = 0; i < ballot.choices().size(); i++) {
			if (figure.equals("votes[" + ballot.choices().get(i).code() + "]")) {
				return "votes[" + i + "]";
			}
		}
		return figure.equals("votes") ? "votes[0]" : figure;
	}

	private @Nullable Reported reported(Errors errors) {
		if (this.percentage.isEmpty()) {
			return null;
		}
		String number = this.percentage.endsWith("%")
				? this.percentage.substring(0, this.percentage.length() - 1).strip() : this.percentage;
		if (this.notStated.isEmpty()) {
			errors.rejectValue("percentage", "alone", "Choose whose number was not recorded, or leave the share blank");
		}
		else if (!number.matches("(100(\\.0)?|\\d{1,2}(\\.\\d)?)")) {
			errors.rejectValue("percentage", "percentage",
					"Enter the share as a number from 0 to 100, such as 95 or 92.3");
		}
		else {
			return new Reported(new BigDecimal(number),
					this.percentageOf.equals(Rule.Base.CAST.name()) ? Rule.Base.CAST : Rule.Base.EXPRESSED);
		}
		return null;
	}

	int seenVersion() {
		return Typed.version(this.seen);
	}

	private String vote(int index) {
		return (index < this.votes.size()) ? text(this.votes.get(index)) : "";
	}

	private static int number(String typed) {
		return typed.matches("\\d{1,6}") ? Integer.parseInt(typed) : 0;
	}

	private static int read(String field, String typed, Errors errors) {
		if (typed.isEmpty()) {
			return 0;
		}
		if (typed.matches("\\d{1,6}")) {
			return Integer.parseInt(typed);
		}
		String message;
		if (typed.matches("-\\d+")) {
			message = "A number of practices cannot be negative. Enter 0 or more";
		}
		else if (typed.matches("\\d+")) {
			message = "This is far more than the practices entitled to vote. Enter a smaller number";
		}
		else if (typed.matches("-?\\d*[.,]\\d+")) {
			message = "Enter a whole number of practices, without decimals";
		}
		else {
			message = "Enter a whole number of practices, such as 0 or 12";
		}
		errors.rejectValue(field, "number", message);
		return 0;
	}

}
