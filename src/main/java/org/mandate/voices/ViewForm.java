package org.mandate.voices;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.mandate.forms.DateBoxes;
import org.mandate.forms.TextCheck;
import org.mandate.forms.Typed;

import org.springframework.validation.BindingResult;

/**
 * The executive's view as it is typed.
 *
 * @param version of what the person saw when they began, -1 for nothing
 */
public record ViewForm(@Nullable String option, @Nullable String text, @Nullable String heldBy,
		@Nullable DateBoxes heldOn, @Nullable String source, @Nullable String version) {

	private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

	public ViewForm {
		heldOn = DateBoxes.orEmpty(heldOn);
		text = (text != null) ? text.replace("\r\n", "\n").replace('\r', '\n') : null;
	}

	static ViewForm of(@Nullable ExecutiveView view) {
		if (view == null) {
			return new ViewForm("", "", "", DateBoxes.EMPTY, "", "-1");
		}
		ViewStatement said = view.statement();
		return new ViewForm(said.option(), said.text(), said.heldBy(), DateBoxes.of(said.heldOn()), said.source(),
				Integer.toString(view.version()));
	}

	/** The same words, typed over what somebody else saved. */
	ViewForm over(@Nullable ExecutiveView other) {
		return new ViewForm(this.option, this.text, this.heldBy, this.heldOn, this.source,
				(other != null) ? Integer.toString(other.version()) : "-1");
	}

	void check(List<String> options, LocalDate today, BindingResult errors) {
		if (!options.contains(Typed.text(this.option))) {
			errors.rejectValue("option", "option", "Choose the option that the executive prefers");
		}
		TextCheck words = new TextCheck(errors);
		words.prose("text", this.text, "The view", 4000, "Enter the executive’s view and its reasons");
		words.line("heldBy", this.heldBy, "Who holds the view", 200,
				"Enter who holds the view, such as the executive committee");
		DateBoxes boxes = DateBoxes.orEmpty(this.heldOn);
		LocalDate day = boxes.date().orElse(null);
		if (day == null && !boxes.isBlank()) {
			errors.rejectValue("heldOn", "date", "The date must be a real date, such as 23 12 2014, or left empty");
		}
		else if (day != null && day.isAfter(today)) {
			errors.rejectValue("heldOn", "future", "The date must be today or earlier");
		}
		else if (day != null && day.isBefore(EARLIEST)) {
			errors.rejectValue("heldOn", "past", "The date must be in 2000 or later");
		}
		words.line("source", this.source, "The source", 300, "Enter the source, such as a paper and its section");
	}

	/** What was typed, once it is without error. */
	ViewStatement statement() {
		return new ViewStatement(Typed.text(this.option), Typed.text(this.text), Typed.text(this.heldBy),
				DateBoxes.orEmpty(this.heldOn).date().orElse(null), Typed.text(this.source));
	}

	/** The version seen; -1 for anything that is none. */
	int seen() {
		return Typed.version(this.version);
	}

}
