package org.mandate.engagement;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.mandate.forms.Choice;
import org.mandate.forms.DateBoxes;
import org.mandate.forms.TextCheck;
import org.mandate.forms.Typed;

import org.springframework.validation.Errors;

/**
 * When something was, as typed in the fields {@code whenKind}, {@code from}, {@code to}
 * and {@code whenSaid} of a form.
 *
 * @param kind name of how near it is known
 * @param from the first day
 * @param to the last day
 * @param said how the source has it
 */
record WhenBoxes(@Nullable String kind, DateBoxes from, DateBoxes to, @Nullable String said) {

	static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

	static final LocalDate LATEST = LocalDate.of(2099, 12, 31);

	/** How near it may be known, to choose from. */
	static List<Choice> choices(List<When.Kind> kinds) {
		return kinds.stream().map((kind) -> new Choice(kind.name(), kind.label(), kind.hint())).toList();
	}

	/** What was typed; empty after complaining. */
	Optional<When> read(List<When.Kind> kinds, Errors errors) {
		When.Kind chosen = Typed.one(kinds.toArray(When.Kind[]::new), this.kind);
		if (chosen == null) {
			errors.rejectValue("whenKind", "missing", "Choose how near the time is known");
		}
		new TextCheck(errors).line("whenSaid", this.said, "What is said of the time", 200,
				(chosen == When.Kind.NOT_STATED) ? "Enter what is said of the time, such as “very recently”" : null);
		LocalDate first = day("from", this.from, errors);
		LocalDate last = day("to", this.to, errors);
		if (chosen == null || faulty(errors)) {
			return Optional.empty();
		}
		switch (chosen) {
			case NOT_STATED -> {
				if (first != null || last != null) {
					errors.rejectValue((first != null) ? "from" : "to", "given",
							"Delete the day, or choose how near it is known");
				}
			}
			case DAY -> {
				require("from", first, "Enter the day", errors);
				if (last != null && !last.equals(first)) {
					errors.rejectValue("to", "given", "Delete the last day, or choose that it lasted longer");
				}
				last = first;
			}
			default -> {
				require("from", first, "Enter the first day on which it may have been", errors);
				require("to", last, "Enter the last day on which it may have been", errors);
				if (first != null && last != null && !last.isAfter(first)) {
					errors.rejectValue("to", "order", "The last day must be after the first");
				}
			}
		}
		return faulty(errors) ? Optional.empty()
				: Optional.of(new When(chosen, first, last, Typed.optional(this.said)));
	}

	private static boolean faulty(Errors errors) {
		return List.of("from", "to", "whenSaid", "whenKind").stream().anyMatch(errors::hasFieldErrors);
	}

	private static void require(String field, @Nullable LocalDate day, String message, Errors errors) {
		if (day == null) {
			errors.rejectValue(field, "missing", message);
		}
	}

	/** A day that may be left out; null where it is, or after complaining. */
	static @Nullable LocalDate day(String field, DateBoxes boxes, Errors errors) {
		if (boxes.isBlank()) {
			return null;
		}
		LocalDate day = boxes.date().orElse(null);
		if (day == null) {
			errors.rejectValue(field, "date", "Enter a real date, such as 29 1 2015");
		}
		else if (day.isBefore(EARLIEST) || day.isAfter(LATEST)) {
			errors.rejectValue(field, "range", "The date must be from 2000 to 2099");
			return null;
		}
		return day;
	}

	static WhenBoxes of(When when) {
		return new WhenBoxes(when.kind().name(), DateBoxes.of(when.from()),
				(when.kind() == When.Kind.DAY) ? DateBoxes.EMPTY : DateBoxes.of(when.to()), when.said());
	}

	/** All constants but some. */
	static List<When.Kind> but(When.Kind left) {
		return Arrays.stream(When.Kind.values()).filter((kind) -> kind != left).toList();
	}

}
