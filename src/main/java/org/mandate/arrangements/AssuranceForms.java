package org.mandate.arrangements;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.mandate.forms.DateBoxes;
import org.mandate.forms.TextCheck;
import org.mandate.forms.Typed;

import org.springframework.validation.BindingResult;

/**
 * What is typed about assurance.
 */
public final class AssuranceForms {

	private AssuranceForms() {
	}

	/**
	 * A finding.
	 *
	 * @param on the day
	 * @param theme what it is about
	 * @param finding in words
	 * @param rating name of the rating
	 * @param version of what the person saw when they began
	 */
	public record Noting(@Nullable DateBoxes on, @Nullable String theme, @Nullable String finding,
			@Nullable String rating, @Nullable String version) {

		public Noting {
			on = DateBoxes.orEmpty(on);
			finding = Lines.of(finding);
		}

		static Noting of(AssuranceEntry entry) {
			AssuranceEntry.Statement said = entry.statement();
			return new Noting(DateBoxes.of(said.on()), said.theme(), said.finding(), said.rating().name(),
					Integer.toString(entry.version()));
		}

		/** The same words, typed over what somebody else saved. */
		Noting over(int version) {
			return new Noting(this.on, this.theme, this.finding, this.rating, Integer.toString(version));
		}

		void check(LocalDate today, BindingResult errors) {
			new DateCheck(errors).past("on", this.on, "The day", "Enter the day of the finding", today);
			new TextCheck(errors)
				.line("theme", this.theme, "The theme", AssuranceEntry.THEME,
						"Enter the theme, such as Conflicts of interest")
				.prose("finding", this.finding, "The finding", AssuranceEntry.FINDING, "Enter what was found")
				.chosen("rating", this.rating, AssuranceEntry.Rating.class, "Choose how far NHS England is assured");
		}

		AssuranceEntry.Statement statement() {
			return new AssuranceEntry.Statement(DateBoxes.orEmpty(this.on).date().orElseThrow(), Typed.text(this.theme),
					Typed.text(this.finding), AssuranceEntry.Rating.valueOf(Typed.text(this.rating)));
		}

	}

	/**
	 * Something to be done.
	 *
	 * @param what is to be done
	 * @param owner by whom
	 * @param dueOn by when
	 */
	public record Acting(@Nullable String what, @Nullable String owner, @Nullable DateBoxes dueOn) {

		public Acting {
			what = Lines.of(what);
			dueOn = DateBoxes.orEmpty(dueOn);
		}

		void check(AssuranceEntry entry, BindingResult errors) {
			new TextCheck(errors)
				.prose("what", this.what, "The action", AssuranceEntry.ACTION, "Enter what is to be done")
				.line("owner", this.owner, "The owner", AssuranceEntry.OWNER, "Enter who does it");
			LocalDate due = new DateCheck(errors).day("dueOn", this.dueOn, "The day", "Enter by when it is to be done");
			if (due != null && due.isBefore(entry.statement().on())) {
				errors.rejectValue("dueOn", "early", "The day cannot be before that of the finding");
			}
		}

		LocalDate due() {
			return DateBoxes.orEmpty(this.dueOn).date().orElseThrow();
		}

	}

	/**
	 * That it is done.
	 *
	 * @param doneOn when
	 */
	public record Doing(@Nullable DateBoxes doneOn) {

		public Doing {
			doneOn = DateBoxes.orEmpty(doneOn);
		}

		void check(AssuranceEntry entry, LocalDate today, BindingResult errors) {
			LocalDate done = new DateCheck(errors).past("doneOn", this.doneOn, "The day", "Enter when it was done",
					today);
			if (done != null && done.isBefore(entry.statement().on())) {
				errors.rejectValue("doneOn", "early", "The day cannot be before that of the finding");
			}
		}

		LocalDate day() {
			return DateBoxes.orEmpty(this.doneOn).date().orElseThrow();
		}

	}

}
