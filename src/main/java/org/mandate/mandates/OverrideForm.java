package org.mandate.mandates;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.mandate.appraisals.AsAt;
import org.mandate.forms.DateBoxes;
import org.mandate.forms.TextCheck;
import org.mandate.forms.Typed;

import org.springframework.validation.BindingResult;

/**
 * An override as it is typed.
 *
 * @param model key of the model
 * @param topics of the tests that are chosen
 * @param decided the day on which it was decided
 * @param seen number of the latest override that the person saw, 0 for none
 * @param asAt the moment of the page it was begun on; null for none
 */
public record OverrideForm(@Nullable String model, @Nullable List<String> topics, @Nullable String reason,
		@Nullable DateBoxes decided, @Nullable String seen, @Nullable String asAt) {

	public OverrideForm {
		topics = (topics != null) ? new ArrayList<>(topics) : new ArrayList<>();
		reason = Typed.text(reason);
		decided = DateBoxes.orEmpty(decided);
		asAt = AsAt.asked(asAt).isPresent() ? asAt : null;
	}

	/** What the way back passes on. */
	public String query() {
		return "?model=" + Typed.text(this.model) + ((this.asAt != null) ? "&asAt=" + this.asAt : "");
	}

	static OverrideForm blank(String model, LocalDate day, int seen, @Nullable String asAt) {
		return new OverrideForm(model, List.of(), "", DateBoxes.of(day), Integer.toString(seen), asAt);
	}

	/** The same words, typed after another decision. */
	OverrideForm after(int other) {
		return new OverrideForm(this.model, this.topics, this.reason, this.decided, Integer.toString(other), this.asAt);
	}

	void check(LocalDate today, BindingResult errors) {
		if (this.topics == null || this.topics.isEmpty()) {
			errors.rejectValue("topics", "missing", "Choose the tests that you go ahead without");
		}
		new TextCheck(errors).prose("reason", this.reason, "The reason", 2000, "Enter why you go ahead all the same");
		EvidenceForm.day("decided", DateBoxes.orEmpty(this.decided), today, errors);
	}

	/** What was typed, once it is without error. */
	Mandates.Decision decision() {
		return new Mandates.Decision(Typed.text(this.model),
				new LinkedHashSet<>((this.topics != null) ? this.topics : List.of()), Typed.text(this.reason),
				DateBoxes.orEmpty(this.decided).date().orElseThrow());
	}

}
