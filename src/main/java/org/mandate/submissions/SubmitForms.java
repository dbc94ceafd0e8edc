package org.mandate.submissions;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.mandate.forms.ClockChange;
import org.mandate.forms.DateBoxes;
import org.mandate.forms.London;
import org.mandate.forms.TextCheck;
import org.mandate.forms.TimeOfDay;
import org.mandate.forms.Typed;

import org.springframework.validation.BindingResult;

/**
 * What is typed to attest, to submit, and around a submission.
 */
public final class SubmitForms {

	private SubmitForms() {
	}

	/**
	 * Says beside a date and a time what is wrong with them.
	 */
	private static void moment(@Nullable DateBoxes on, @Nullable String time, String name, BindingResult errors) {
		PartForms.day("on", on, "The date", "Enter the date " + name, errors);
		if (Typed.text(time).isEmpty()) {
			errors.rejectValue("time", "missing", "Enter the time " + name);
		}
		else if (TimeOfDay.readExactly(time).isEmpty()) {
			errors.rejectValue("time", "time", "The time must be a time of day, such as 5pm, 16:59 or 11:59:59");
		}
		else if (!errors.hasFieldErrors("on")) {
			LocalDate day = DateBoxes.orEmpty(on).date().orElseThrow();
			ClockChange.at(TimeOfDay.readExactly(time).orElseThrow().on(day))
				.filter(ClockChange::skips)
				.ifPresent((change) -> errors.rejectValue("time", "gap", change.message()));
		}
	}

	private static Instant instant(@Nullable DateBoxes on, @Nullable String time) {
		LocalDate day = DateBoxes.orEmpty(on).date().orElseThrow();
		return TimeOfDay.readExactly(time).orElseThrow().on(day).atZone(London.ZONE).toInstant();
	}

	/**
	 * An attestation.
	 *
	 * @param confirmed "true" where it is given
	 * @param signedOn the day it was signed on paper; empty where it is given here
	 * @param evidence where the signed paper can be seen
	 * @param revision of the pro forma that was read
	 */
	public record AttestationForm(@Nullable String confirmed, @Nullable DateBoxes signedOn, @Nullable String evidence,
			@Nullable String revision) {

		public AttestationForm {
			signedOn = DateBoxes.orEmpty(signedOn);
		}

		static AttestationForm of(ProForma proForma) {
			return new AttestationForm("", DateBoxes.EMPTY, "", Integer.toString(proForma.revision()));
		}

		void check(BindingResult errors) {
			if (!"true".equals(this.confirmed)) {
				errors.rejectValue("confirmed", "missing",
						"Tick the box if the membership and the governing body have seen and agreed to the arrangements");
			}
			boolean paper = !DateBoxes.orEmpty(this.signedOn).isBlank();
			PartForms.day("signedOn", this.signedOn, "The date", null, errors);
			new TextCheck(errors).line("evidence", this.evidence, "Where it can be seen", 500,
					paper ? "Enter where the signed paper can be seen" : null);
			if (!paper && !Typed.text(this.evidence).isEmpty()) {
				errors.rejectValue("signedOn", "missing", "Enter the date on which it was signed");
			}
		}

		Attestations.@Nullable Signed signed() {
			LocalDate day = PartForms.day(this.signedOn);
			return (day != null) ? new Attestations.Signed(day, Typed.text(this.evidence)) : null;
		}

		int read() {
			return Typed.version(this.revision);
		}

	}

	/**
	 * A submission.
	 *
	 * @param when NOW, or STATED for one recorded afterwards
	 */
	public record SubmissionForm(@Nullable String when, @Nullable DateBoxes on, @Nullable String time,
			@Nullable String knownFrom, @Nullable String lateReason) {

		public SubmissionForm {
			on = DateBoxes.orEmpty(on);
		}

		static final SubmissionForm EMPTY = new SubmissionForm("", DateBoxes.EMPTY, "", "", "");

		void check(BindingResult errors) {
			if (!"NOW".equals(this.when) && !isStated()) {
				errors.rejectValue("when", "missing", "Choose when it is submitted");
			}
			if (isStated()) {
				SubmitForms.moment(this.on, this.time, "when it was submitted", errors);
			}
			TextCheck words = new TextCheck(errors);
			words.line("knownFrom", this.knownFrom, "How it is known", 500,
					isStated() ? "Enter how the date and time are known" : null);
			words.prose("lateReason", this.lateReason, "The reason", 1000, null);
		}

		private boolean isStated() {
			return "STATED".equals(this.when);
		}

		Submissions.Moment moment() {
			return new Submissions.Moment(isStated() ? instant(this.on, this.time) : null,
					isStated() ? Typed.text(this.knownFrom) : null, Typed.optional(this.lateReason));
		}

	}

	/** When NHS England had it, and how that is known. */
	public record ReceiptForm(@Nullable DateBoxes on, @Nullable String time, @Nullable String knownFrom) {

		public ReceiptForm {
			on = DateBoxes.orEmpty(on);
		}

		static final ReceiptForm EMPTY = new ReceiptForm(DateBoxes.EMPTY, "", "");

		void check(BindingResult errors) {
			SubmitForms.moment(this.on, this.time, "when NHS England had it", errors);
			new TextCheck(errors).line("knownFrom", this.knownFrom, "How it is known", 500,
					"Enter how it is known, such as the e-mail that confirms it");
		}

		Instant at() {
			return instant(this.on, this.time);
		}

		String known() {
			return Typed.text(this.knownFrom);
		}

	}

	/** Why something is withdrawn, given up or reopened. */
	public record ReasonForm(@Nullable String reason) {

		void check(BindingResult errors) {
			new TextCheck(errors).prose("reason", this.reason, "The reason", 1000, "Enter the reason");
		}

		String text() {
			return Typed.text(this.reason);
		}

	}

	/** That no application is made. */
	public record NoneForm(@Nullable String decidedBy, @Nullable DateBoxes on, @Nullable String reason) {

		public NoneForm {
			on = DateBoxes.orEmpty(on);
		}

		static final NoneForm EMPTY = new NoneForm("", DateBoxes.EMPTY, "");

		void check(BindingResult errors) {
			TextCheck words = new TextCheck(errors);
			words.line("decidedBy", this.decidedBy, "Who decided", 200, "Enter who decided");
			PartForms.day("on", this.on, "The date", "Enter when it was decided", errors);
			words.prose("reason", this.reason, "The reason", 2000, "Enter why no application is made");
		}

		LocalDate day() {
			return DateBoxes.orEmpty(this.on).date().orElseThrow();
		}

	}

}
