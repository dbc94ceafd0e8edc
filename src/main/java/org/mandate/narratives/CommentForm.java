package org.mandate.narratives;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.forms.TextCheck;
import org.mandate.forms.Typed;

import org.springframework.validation.BindingResult;

/**
 * A comment as typed.
 *
 * @param comment the words
 * @param id given with the form, so that a comment sent twice is kept once
 */
public record CommentForm(@Nullable String comment, @Nullable String id) {

	static final int LONGEST = 2000;

	void check(BindingResult errors) {
		new TextCheck(errors).prose("comment", this.comment, "The comment", LONGEST, "Enter the comment");
	}

	String text() {
		return Typed.text(this.comment);
	}

	/** Of the new comment; another one where it was tampered with. */
	UUID identity() {
		try {
			return UUID.fromString(Typed.text(this.id));
		}
		catch (IllegalArgumentException ex) {
			return UUID.randomUUID();
		}
	}

}
