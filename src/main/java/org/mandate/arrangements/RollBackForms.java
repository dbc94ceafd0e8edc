package org.mandate.arrangements;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.mandate.forms.DateBoxes;
import org.mandate.forms.London;
import org.mandate.forms.TextCheck;
import org.mandate.forms.Typed;

import org.springframework.validation.BindingResult;

/**
 * What is typed about a roll-back.
 */
public final class RollBackForms {

	private RollBackForms() {
	}

	/**
	 * A proposal.
	 *
	 * @param by by whom
	 * @param reason why
	 * @param model key of the model to which it leads back
	 * @param effectiveOn from which day
	 * @param entry number of the entry of the assurance log; empty for none
	 */
	public record Proposing(@Nullable String by, @Nullable String reason, @Nullable String model,
			@Nullable DateBoxes effectiveOn, @Nullable String entry) {

		public Proposing {
			reason = Lines.of(reason);
			effectiveOn = DateBoxes.orEmpty(effectiveOn);
		}

		void check(Arrangement standing, Collection<String> models, List<AssuranceEntry> log, BindingResult errors) {
			new TextCheck(errors)
				.line("by", this.by, "Who proposes it", RollBack.WHO, "Enter who proposes it, such as the CCG")
				.prose("reason", this.reason, "The reason", RollBack.REASON, "Enter why it is to be rolled back");
			if (this.model == null || !models.contains(this.model)) {
				errors.rejectValue("model", "missing", "Choose the model to which the arrangement is rolled back");
			}
			LocalDate day = new DateCheck(errors).day("effectiveOn", this.effectiveOn, "The day",
					"Enter from which day it is to take effect");
			LocalDate live = standing.statement().liveFrom();
			if (day != null && day.isBefore(live)) {
				errors.rejectValue("effectiveOn", "early",
						"The day cannot be before the arrangement began on " + London.date(live));
			}
			if (!Typed.text(this.entry).isEmpty()
					&& log.stream().noneMatch((each) -> Integer.toString(each.number()).equals(this.entry))) {
				errors.rejectValue("entry", "offer", "Choose one of the entries of the assurance log, or none");
			}
		}

		RollBack.Proposal proposal() {
			String discussed = Typed.text(this.entry);
			return new RollBack.Proposal(Typed.text(this.by), Typed.text(this.reason), Typed.text(this.model),
					DateBoxes.orEmpty(this.effectiveOn).date().orElseThrow(),
					discussed.isEmpty() ? null : Integer.valueOf(discussed));
		}

	}

	/**
	 * An agreement.
	 *
	 * @param by who agreed for NHS England; left aside for the CCG, whose officer is
	 * signed in
	 * @param on when
	 * @param evidence how that is known; left aside for the CCG
	 */
	public record Agreeing(@Nullable String by, @Nullable DateBoxes on, @Nullable String evidence) {

		public Agreeing {
			on = DateBoxes.orEmpty(on);
			evidence = Lines.of(evidence);
		}

		void check(boolean england, LocalDate today, BindingResult errors) {
			if (england) {
				new TextCheck(errors)
					.line("by", this.by, "Who agreed", RollBack.WHO, "Enter who agreed for NHS England")
					.prose("evidence", this.evidence, "How you know", RollBack.EVIDENCE,
							"Enter how you know, such as a letter and its date");
			}
			new DateCheck(errors).past("on", this.on, "The day", "Enter the day of the agreement", today);
		}

		LocalDate day() {
			return DateBoxes.orEmpty(this.on).date().orElseThrow();
		}

	}

	/**
	 * Why it is withdrawn.
	 *
	 * @param reason in words
	 */
	public record Withdrawing(@Nullable String reason) {

		public Withdrawing {
			reason = Lines.of(reason);
		}

		void check(BindingResult errors) {
			new TextCheck(errors).prose("reason", this.reason, "The reason", RollBack.EVIDENCE,
					"Enter why the proposal is withdrawn");
		}

	}

}
