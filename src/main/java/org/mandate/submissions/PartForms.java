package org.mandate.submissions;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.mandate.forms.DateBoxes;
import org.mandate.forms.London;
import org.mandate.forms.Pounds;
import org.mandate.forms.TextCheck;
import org.mandate.forms.Typed;

import org.springframework.validation.BindingResult;

/**
 * What is typed in the parts of the pro forma.
 */
public final class PartForms {

	/** Who and when are added where it is saved. */
	private static final Instant LATER = Instant.EPOCH;

	private static final LocalDate EARLIEST = LocalDate.of(2013, 4, 1);

	private static final LocalDate LATEST = LocalDate.of(2099, 12, 31);

	private PartForms() {
	}

	/**
	 * Says beside the boxes of a date what is wrong.
	 * @param needed the message where nothing is typed; null where nothing need be
	 */
	static void day(String field, @Nullable DateBoxes typed, String name, @Nullable String needed,
			BindingResult errors) {
		DateBoxes boxes = DateBoxes.orEmpty(typed);
		LocalDate day = boxes.date().orElse(null);
		if (boxes.isBlank()) {
			if (needed != null) {
				errors.rejectValue(field, "missing", needed);
			}
		}
		else if (day == null) {
			errors.rejectValue(field, "date", name + " must be a real date, such as 9 1 2015");
		}
		else if (day.isBefore(EARLIEST) || day.isAfter(LATEST)) {
			errors.rejectValue(field, "range",
					"%s must be from %s to %s".formatted(name, London.date(EARLIEST), London.date(LATEST)));
		}
	}

	/** The day that was typed; null where none was. */
	static @Nullable LocalDate day(@Nullable DateBoxes typed) {
		return DateBoxes.orEmpty(typed).date().orElse(null);
	}

	/**
	 * A field of the CCG's part.
	 *
	 * @param text what it is to say
	 * @param version of what the person saw, -1 for nothing
	 * @param offer the short word for what the record said on the page
	 */
	public record FieldForm(@Nullable String text, @Nullable String version, @Nullable String offer) {

		static FieldForm of(@Nullable Answer answer, @Nullable Offer offer, boolean fromRecord) {
			String text = (answer != null) ? answer.text() : "";
			if (offer != null && (answer == null || fromRecord)) {
				text = offer.text();
			}
			return new FieldForm(text, (answer != null) ? Integer.toString(answer.version()) : "-1",
					(offer != null) ? offer.key() : "");
		}

		FieldForm over(@Nullable Answer theirs) {
			return new FieldForm(this.text, (theirs != null) ? Integer.toString(theirs.version()) : "-1", this.offer);
		}

		void check(ProFormaField field, BindingResult errors) {
			new TextCheck(errors).prose("text", this.text, "The text", field.most(),
					"Enter what the pro forma is to say");
		}

		String said() {
			return Typed.text(this.text);
		}

		/** What the record says, if it is what the page showed. */
		@Nullable Offer seen(@Nullable Offer now) {
			return (now != null && now.key().equals(this.offer)) ? now : null;
		}

		int known() {
			return Typed.version(this.version);
		}

	}

	/**
	 * The area team's part.
	 *
	 * @param version of what the person saw, -1 for nothing
	 */
	public record AreaTeamForm(@Nullable String lead, @Nullable String support, @Nullable String view,
			@Nullable DateBoxes givenOn, @Nullable String version) {

		public AreaTeamForm {
			givenOn = DateBoxes.orEmpty(givenOn);
		}

		static AreaTeamForm of(@Nullable AreaTeamPart part) {
			return (part == null) ? new AreaTeamForm("", "", "", DateBoxes.EMPTY, "-1") : new AreaTeamForm(part.lead(),
					part.support().name(), part.view(), DateBoxes.of(part.givenOn()), Integer.toString(part.version()));
		}

		AreaTeamForm over(@Nullable AreaTeamPart theirs) {
			return new AreaTeamForm(this.lead, this.support, this.view, this.givenOn,
					(theirs != null) ? Integer.toString(theirs.version()) : "-1");
		}

		void check(BindingResult errors) {
			TextCheck words = new TextCheck(errors);
			words.line("lead", this.lead, "The name", 200, "Enter who leads on it for the area team");
			words.chosen("support", this.support, AreaTeamPart.Support.class,
					"Choose whether the area team supports the proposal");
			words.prose("view", this.view, "The view", 4000, "Enter what the area team says");
			day("givenOn", this.givenOn, "The date", "Enter when the area team said so", errors);
		}

		AreaTeamPart part() {
			return new AreaTeamPart(Typed.text(this.lead), AreaTeamPart.Support.valueOf(Typed.text(this.support)),
					Typed.text(this.view), DateBoxes.orEmpty(this.givenOn).date().orElseThrow(), 0, "", LATER);
		}

		int known() {
			return Typed.version(this.version);
		}

	}

	/**
	 * A document of the checklist.
	 *
	 * @param version of what the person saw, -1 for nothing
	 */
	public record DocumentForm(@Nullable String state, @Nullable String title, @Nullable String reference,
			@Nullable String reason, @Nullable String version) {

		static DocumentForm of(@Nullable ChecklistEntry entry) {
			return (entry == null) ? new DocumentForm("", "", "", "", "-1") : new DocumentForm(entry.state().name(),
					entry.title(), entry.reference(), entry.reason(), Integer.toString(entry.version()));
		}

		DocumentForm over(@Nullable ChecklistEntry theirs) {
			return new DocumentForm(this.state, this.title, this.reference, this.reason,
					(theirs != null) ? Integer.toString(theirs.version()) : "-1");
		}

		void check(BindingResult errors) {
			ChecklistItem.State chosen = chosen();
			TextCheck words = new TextCheck(errors);
			if (chosen == null) {
				errors.rejectValue("state", "missing", "Choose how far the document is");
			}
			words.line("title", this.title, "The title", 200,
					(chosen == null || isNotNeeded()) ? null : "Enter its title");
			words.line("reference", this.reference, "The reference", 500, (chosen == ChecklistItem.State.READY)
					? "Enter where it can be found: a link or a reference" : null);
			words.prose("reason", this.reason, "The reason", 1000, isNotNeeded() ? "Enter why it is not needed" : null);
		}

		private boolean isNotNeeded() {
			return chosen() == ChecklistItem.State.NOT_NEEDED;
		}

		private ChecklistItem.@Nullable State chosen() {
			ChecklistItem.State state = Typed.one(ChecklistItem.State.values(), this.state);
			return (state == ChecklistItem.State.NOT_YET) ? null : state;
		}

		ChecklistEntry entry() {
			return isNotNeeded()
					? new ChecklistEntry(ChecklistItem.State.NOT_NEEDED, null, null, Typed.text(this.reason), 0, "",
							LATER)
					: new ChecklistEntry(ChecklistItem.State.valueOf(Typed.text(this.state)), Typed.text(this.title),
							Typed.optional(this.reference), null, 0, "", LATER);
		}

		int known() {
			return Typed.version(this.version);
		}

	}

	/**
	 * A pooled fund.
	 *
	 * @param own whether what the CCG pays in relates to its own functions only: "yes" or
	 * "no"
	 * @param version of what the person saw, -1 for a new one
	 */
	public record FundForm(@Nullable String partner, @Nullable String purpose, @Nullable String amount,
			@Nullable String own, @Nullable String functions, @Nullable String version) {

		static FundForm of(@Nullable PooledFund fund) {
			return (fund == null) ? new FundForm("", "", "", "", "", "-1") : new FundForm(fund.partner(),
					fund.purpose(), fund.amountWords(), "yes", fund.functions(), Integer.toString(fund.version()));
		}

		FundForm over(PooledFund theirs) {
			return new FundForm(this.partner, this.purpose, this.amount, this.own, this.functions,
					Integer.toString(theirs.version()));
		}

		void check(BindingResult errors) {
			TextCheck words = new TextCheck(errors);
			words.line("partner", this.partner, "The partner", 200, "Enter with whom the fund is pooled");
			words.prose("purpose", this.purpose, "The purpose", 1000, "Enter what the fund is for");
			BigDecimal sum = sum();
			if (Typed.text(this.amount).isEmpty()) {
				errors.rejectValue("amount", "missing", "Enter what the CCG pays in");
			}
			else if (sum == null || sum.signum() <= 0) {
				errors.rejectValue("amount", "sum",
						"What the CCG pays in must be a sum above 0, such as 250,000 or 1.2m");
			}
			if ("no".equals(this.own)) {
				errors.rejectValue("own", "rule",
						"It is not possible under the guidance: " + PooledFund.RULE + " Change what it pays for first");
			}
			else if (!"yes".equals(this.own)) {
				errors.rejectValue("own", "missing", "Say whether it relates to the CCG's own functions only");
			}
			words.prose("functions", this.functions, "The functions", 1000,
					"Enter which of the CCG's own functions it serves");
		}

		private @Nullable BigDecimal sum() {
			return Pounds.parse(Typed.text(this.amount)).orElse(null);
		}

		PooledFund fund() {
			return new PooledFund(0, Typed.text(this.partner), Typed.text(this.purpose),
					Pounds.parse(Typed.text(this.amount)).orElseThrow(), Typed.text(this.functions), 0, "", LATER,
					null);
		}

		int known() {
			return Typed.version(this.version);
		}

	}

}
