package org.mandate.mandates;

import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.appraisals.AsAt;
import org.mandate.forms.DateBoxes;
import org.mandate.forms.London;
import org.mandate.forms.TextCheck;
import org.mandate.forms.Typed;

import org.springframework.validation.BindingResult;

/**
 * Evidence as it is typed.
 *
 * @param model key of the model
 * @param id of the new evidence, so that a form sent twice makes one
 * @param asAt the moment of the page it was begun on; null for none
 */
public record EvidenceForm(@Nullable String model, @Nullable String text, @Nullable DateBoxes on,
		@Nullable String reference, @Nullable String byWhom, @Nullable String id, @Nullable String asAt) {

	private static final LocalDate EARLIEST = LocalDate.of(2013, 4, 1);

	public EvidenceForm {
		text = Typed.text(text);
		on = DateBoxes.orEmpty(on);
		asAt = AsAt.asked(asAt).isPresent() ? asAt : null;
	}

	/** What the way back passes on. */
	public String query() {
		return "?model=" + Typed.text(this.model) + ((this.asAt != null) ? "&asAt=" + this.asAt : "");
	}

	static EvidenceForm blank(String model, @Nullable String asAt) {
		return new EvidenceForm(model, "", null, "", "", UUID.randomUUID().toString(), asAt);
	}

	void check(LocalDate today, BindingResult errors) {
		TextCheck words = new TextCheck(errors);
		words.prose("text", this.text, "What happened", 2000, "Enter what happened");
		day("on", DateBoxes.orEmpty(this.on), today, errors);
		words.line("reference", this.reference, "The document", 300, "Enter the document that shows it, and where");
		words.line("byWhom", this.byWhom, "Who says so", 200, "Enter who says so");
	}

	/** A day that has been; null where it is none. */
	static @Nullable LocalDate day(String field, DateBoxes boxes, LocalDate today, BindingResult errors) {
		LocalDate day = boxes.date().orElse(null);
		if (day == null) {
			errors.rejectValue(field, "date", "Enter the day, such as 6 1 2015");
		}
		else if (day.isAfter(today)) {
			errors.rejectValue(field, "future", "The day must not be in the future");
		}
		else if (day.isBefore(EARLIEST)) {
			errors.rejectValue(field, "past",
					"The day must not be before %s, when CCGs began".formatted(London.date(EARLIEST)));
		}
		return day;
	}

	/** What was typed for a test, once it is without error. */
	StatedEvidence.Statement statement(String model, String topic) {
		return new StatedEvidence.Statement(model, topic, Typed.text(this.text),
				DateBoxes.orEmpty(this.on).date().orElseThrow(), Typed.text(this.reference), Typed.text(this.byWhom));
	}

	/** Of the new evidence; another one where it was tampered with. */
	UUID identity() {
		try {
			return UUID.fromString(Typed.text(this.id));
		}
		catch (IllegalArgumentException ex) {
			return UUID.randomUUID();
		}
	}

}
