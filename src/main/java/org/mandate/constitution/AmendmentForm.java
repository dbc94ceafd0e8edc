package org.mandate.constitution;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.forms.DateBoxes;
import org.mandate.forms.London;
import org.mandate.forms.TextCheck;
import org.mandate.forms.Typed;

import org.springframework.validation.BindingResult;

/**
 * An amendment as it is typed. Days may be left empty until it has come so far.
 *
 * @param relates whether it is for co-commissioning only
 * @param ballot number of the ballot by which the members agreed; empty for another way
 * @param version of what the person saw when they began
 * @param id of a new one, so that a form sent twice makes one amendment
 */
public record AmendmentForm(@Nullable String title, @Nullable String changes, @Nullable String relates,
		@Nullable DateBoxes proposed, @Nullable DateBoxes proposedUntil, @Nullable DateBoxes agreed,
		@Nullable String ballot, @Nullable String agreedHow, @Nullable DateBoxes refused, @Nullable DateBoxes submitted,
		@Nullable DateBoxes approved, @Nullable DateBoxes sentBack, @Nullable String sentBackWhy,
		@Nullable String source, @Nullable String version, @Nullable String id) {

	private static final LocalDate EARLIEST = LocalDate.of(2013, 4, 1);

	/** For co-commissioning only. */
	static final String ONLY = "co-commissioning";

	/** For other matters too. */
	static final String OTHER = "other";

	public AmendmentForm {
		changes = Typed.text(changes);
		agreedHow = Typed.text(agreedHow);
		sentBackWhy = Typed.text(sentBackWhy);
		proposed = DateBoxes.orEmpty(proposed);
		proposedUntil = DateBoxes.orEmpty(proposedUntil);
		agreed = DateBoxes.orEmpty(agreed);
		refused = DateBoxes.orEmpty(refused);
		submitted = DateBoxes.orEmpty(submitted);
		approved = DateBoxes.orEmpty(approved);
		sentBack = DateBoxes.orEmpty(sentBack);
	}

	static AmendmentForm blank() {
		return new AmendmentForm("", "", "", null, null, null, "", "", null, null, null, null, "", "", "",
				UUID.randomUUID().toString());
	}

	static AmendmentForm of(Amendment known) {
		AmendmentStatement said = AmendmentStatement.of(known);
		Integer by = said.ballot();
		return new AmendmentForm(said.title(), said.changes(), said.coCommissioning() ? ONLY : OTHER,
				DateBoxes.of(said.proposed()), DateBoxes.of(said.proposedUntil()), DateBoxes.of(said.agreed()),
				(by != null) ? Integer.toString(by) : "", said.agreedHow(), DateBoxes.of(said.refused()),
				DateBoxes.of(said.submitted()), DateBoxes.of(said.approved()), DateBoxes.of(said.sentBack()),
				said.sentBackWhy(), said.source(), Integer.toString(known.further().version()), "");
	}

	/** The same words, typed over another version. */
	AmendmentForm over(int other) {
		return new AmendmentForm(this.title, this.changes, this.relates, this.proposed, this.proposedUntil, this.agreed,
				this.ballot, this.agreedHow, this.refused, this.submitted, this.approved, this.sentBack,
				this.sentBackWhy, this.source, Integer.toString(other), this.id);
	}

	/**
	 * Says beside each field what is wrong.
	 * @param ballots numbers of the ballots that carried
	 * @param today no day may be after it
	 */
	void check(List<String> ballots, LocalDate today, BindingResult errors) {
		TextCheck words = new TextCheck(errors);
		words.line("title", this.title, "The title", 200, "Enter a title, such as Joint committee for primary care");
		words.prose("changes", this.changes, "What it changes", 4000, "Enter what the amendment changes");
		if (!List.of(ONLY, OTHER).contains(Typed.text(this.relates))) {
			errors.rejectValue("relates", "missing", "Choose whether it is for co-commissioning only");
		}
		Days days = new Days(errors, today);
		LocalDate put = days.day("proposed", this.proposed, "The day on which it was proposed");
		LocalDate until = days.day("proposedUntil", this.proposedUntil,
				"The last day on which it may have been proposed");
		LocalDate yes = days.day("agreed", this.agreed, "The day on which the members agreed");
		LocalDate no = days.day("refused", this.refused, "The day on which the members refused it");
		LocalDate sent = days.day("submitted", this.submitted, "The day on which it was sent");
		LocalDate back = days.day("sentBack", this.sentBack, "The day on which NHS England sent it back");
		LocalDate through = days.day("approved", this.approved, "The day on which NHS England approved it");
		days.needs("proposedUntil", until, "proposed", put,
				"Enter also the first day on which it may have been proposed");
		days.after("proposedUntil", until, put, "The last day must not be before the first, %s");
		days.needs("agreed", yes, "proposed", put, "Enter when it was proposed to the members, who agreed to it");
		days.after("agreed", yes, put, "The members cannot have agreed before it was proposed to them on %s");
		days.needs("refused", no, "proposed", put, "Enter when it was proposed to the members, who refused it");
		days.after("refused", no, put, "The members cannot have refused it before it was proposed to them on %s");
		if (yes != null && no != null) {
			errors.rejectValue("refused", "both", "Enter one only: that the members agreed, or that they refused it");
		}
		days.after("submitted", sent, yes,
				"It is sent once the members have agreed, and they agreed on %s. Correct one of the two days");
		days.needs("sentBack", back, "submitted", sent, "Enter when it was sent to NHS England, who sent it back");
		days.after("sentBack", back, sent, "NHS England cannot have sent it back before it was sent to them on %s");
		days.needs("approved", through, "submitted", sent, "Enter when it was sent to NHS England, who approved it");
		days.after("approved", through, sent, "NHS England cannot have approved it before it was sent to them on %s");
		days.after("approved", through, back, "It was approved after it was sent back on %s, not before");
		how(yes, ballots, words, errors);
		words.prose("sentBackWhy", this.sentBackWhy, "The reason", 1000,
				(back != null) ? "Enter why NHS England sent it back" : null);
		words.line("source", this.source, "The source", 300, null);
	}

	private void how(@Nullable LocalDate yes, List<String> ballots, TextCheck words, BindingResult errors) {
		String chosen = Typed.text(this.ballot);
		if (!chosen.isEmpty() && !ballots.contains(chosen)) {
			errors.rejectValue("ballot", "unknown", "Choose a ballot that closed and carried, or none");
		}
		boolean said = !Typed.text(this.agreedHow).isEmpty();
		words.prose("agreedHow", this.agreedHow, "How the members agreed", 1000,
				(yes != null && chosen.isEmpty()) ? "Enter how the members agreed, and where that can be seen" : null);
		if (yes == null && (said || !chosen.isEmpty()) && !errors.hasFieldErrors("agreed")) {
			errors.rejectValue("agreed", "missing", "Enter the day on which the members agreed");
		}
		if (said && !chosen.isEmpty()) {
			errors.rejectValue("agreedHow", "both", "Leave this empty where a ballot says how they agreed");
		}
	}

	/** What was typed, once it is without error. */
	AmendmentStatement statement() {
		String chosen = Typed.text(this.ballot);
		return new AmendmentStatement(Typed.text(this.title), Typed.text(this.changes),
				Typed.text(this.relates).equals(ONLY), date(this.proposed), date(this.proposedUntil), date(this.agreed),
				Typed.optional(this.agreedHow), chosen.isEmpty() ? null : Integer.valueOf(chosen), date(this.refused),
				date(this.submitted), date(this.approved), date(this.sentBack),
				(date(this.sentBack) != null) ? Typed.optional(this.sentBackWhy) : null, Typed.optional(this.source));
	}

	private static @Nullable LocalDate date(@Nullable DateBoxes boxes) {
		return DateBoxes.orEmpty(boxes).date().orElse(null);
	}

	/** The version seen; -1 for anything that is none. */
	int seen() {
		return Typed.version(this.version);
	}

	/** Of the new amendment; another one where it was tampered with. */
	UUID identity() {
		try {
			return UUID.fromString(Typed.text(this.id));
		}
		catch (IllegalArgumentException ex) {
			return UUID.randomUUID();
		}
	}

	/**
	 * Days and their order.
	 *
	 * @param today the last that may be
	 */
	record Days(BindingResult errors, LocalDate today) {

		@Nullable LocalDate day(String field, @Nullable DateBoxes typed, String name) {
			DateBoxes boxes = DateBoxes.orEmpty(typed);
			if (boxes.isBlank()) {
				return null;
			}
			LocalDate day = boxes.date().orElse(null);
			if (day == null) {
				this.errors.rejectValue(field, "date", name + " must be a real date, such as 6 1 2015, or left empty");
			}
			else if (day.isAfter(this.today)) {
				this.errors.rejectValue(field, "future", name + " must not be in the future");
				return null;
			}
			else if (day.isBefore(EARLIEST)) {
				this.errors.rejectValue(field, "past",
						"%s must not be before %s, when CCGs began".formatted(name, London.date(EARLIEST)));
				return null;
			}
			return day;
		}

		void needs(String field, @Nullable LocalDate day, String other, @Nullable LocalDate needed, String message) {
			if (day != null && needed == null && !this.errors.hasFieldErrors(other)) {
				this.errors.rejectValue(other, "missing", message);
			}
		}

		void after(String field, @Nullable LocalDate day, @Nullable LocalDate before, String message) {
			if (day != null && before != null && day.isBefore(before)) {
				this.errors.rejectValue(field, "order", message.formatted(London.date(before)));
			}
		}

	}

}
