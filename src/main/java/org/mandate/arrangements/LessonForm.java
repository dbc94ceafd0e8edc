package org.mandate.arrangements;

import org.jspecify.annotations.Nullable;
import org.mandate.forms.TextCheck;
import org.mandate.forms.Typed;

import org.springframework.validation.BindingResult;

/**
 * A lesson as typed.
 *
 * @param kind name of the kind
 * @param words what was learned
 * @param sharedWith with whom it was shared; empty while it was not
 * @param version of what the person saw when they began
 */
public record LessonForm(@Nullable String kind, @Nullable String words, @Nullable String sharedWith,
		@Nullable String version) {

	public LessonForm {
		words = Lines.of(words);
	}

	static LessonForm of(Lesson lesson) {
		Lesson.Statement said = lesson.statement();
		return new LessonForm(said.kind().name(), said.words(), said.sharedWith(), Integer.toString(lesson.version()));
	}

	/** The same words, typed over what somebody else saved. */
	LessonForm over(int version) {
		return new LessonForm(this.kind, this.words, this.sharedWith, Integer.toString(version));
	}

	void check(BindingResult errors) {
		new TextCheck(errors).chosen("kind", this.kind, Lesson.Kind.class, "Choose what kind of lesson it is")
			.prose("words", this.words, "The lesson", Lesson.WORDS, "Enter what was learned")
			.line("sharedWith", this.sharedWith, "With whom it was shared", Lesson.SHARED, null);
	}

	Lesson.Statement statement() {
		return new Lesson.Statement(Lesson.Kind.valueOf(Typed.text(this.kind)), Typed.text(this.words),
				Typed.optional(this.sharedWith));
	}

}
