package org.mandate.narratives;

import org.jspecify.annotations.Nullable;
import org.mandate.forms.TextCheck;
import org.mandate.forms.Typed;

import org.springframework.validation.BindingResult;

/**
 * The answer to a comment as typed.
 *
 * @param answer the words; may be empty
 */
public record AnswerForm(@Nullable String answer) {

	void check(BindingResult errors) {
		new TextCheck(errors).prose("answer", this.answer, "The answer", CommentForm.LONGEST, null);
	}

	String text() {
		return Typed.text(this.answer);
	}

}
