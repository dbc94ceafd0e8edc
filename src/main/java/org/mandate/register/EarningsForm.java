package org.mandate.register;

import java.time.LocalDate;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.mandate.forms.DateBoxes;
import org.mandate.forms.TextCheck;
import org.mandate.forms.Typed;

import org.springframework.validation.BindingResult;

/**
 * What is typed of a practice's published earnings.
 *
 * @param link where they are
 * @param found the day on which they were found there
 * @param version of what the person saw when they began
 */
public record EarningsForm(@Nullable String link, DateBoxes found, @Nullable String version) {

	public EarningsForm {
		found = DateBoxes.orEmpty(found);
	}

	/** What is typed, understood. */
	record Statement(String link, LocalDate found) {
	}

	static EarningsForm of(EarningsLink known, LocalDate today) {
		LocalDate found = known.foundOn();
		return new EarningsForm(known.link(), DateBoxes.of((found != null) ? found : today),
				Integer.toString(known.version()));
	}

	EarningsForm over(EarningsLink theirs) {
		return new EarningsForm(this.link, this.found, Integer.toString(theirs.version()));
	}

	int seen() {
		return (this.version != null && this.version.matches("-1|[0-9]{1,9}")) ? Integer.parseInt(this.version) : -2;
	}

	Optional<Statement> statement(LocalDate today, BindingResult errors) {
		String text = Typed.text(this.link);
		new TextCheck(errors).line("link", this.link, "The link", EarningsLink.LONGEST, "Enter the link");
		if (!errors.hasFieldErrors("link") && !EarningsLink.isLink(text)) {
			errors.rejectValue("link", "link", "Enter a link that begins with https:// or http://");
		}
		LocalDate day = day("found", this.found, today, errors);
		return (errors.hasErrors() || day == null) ? Optional.empty() : Optional.of(new Statement(text, day));
	}

	static @Nullable LocalDate day(String field, DateBoxes typed, LocalDate today, BindingResult errors) {
		LocalDate day = typed.date().orElse(null);
		if (typed.isBlank()) {
			errors.rejectValue(field, "missing", "Enter the day on which it was found");
		}
		else if (day == null || day.getYear() < 2000) {
			errors.rejectValue(field, "real", "Enter a real date, such as 29 1 2015");
		}
		else if (day.isAfter(today)) {
			errors.rejectValue(field, "future", "The day on which it was found must not be in the future");
		}
		return day;
	}

}
