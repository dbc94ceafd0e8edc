package org.mandate.deadlines;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.mandate.forms.ClockChange;
import org.mandate.forms.DateBoxes;
import org.mandate.forms.TimeOfDay;
import org.mandate.forms.Typed;

import org.springframework.validation.BindingResult;

/**
 * A moment from which to look at a page, as it is typed.
 *
 * @param on the day
 * @param time of it; empty for its end
 * @param page which page of the appraisal: "deadlines", "engagement/coverage"
 * @param model for which the plan was shown; may be empty
 */
public record MomentForm(@Nullable DateBoxes on, @Nullable String time, @Nullable String page, @Nullable String model) {

	private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

	public MomentForm {
		on = DateBoxes.orEmpty(on);
	}

	void check(BindingResult errors) {
		LocalDate day = DateBoxes.orEmpty(this.on).date().orElse(null);
		if (day == null) {
			errors.rejectValue("on", "date",
					DateBoxes.orEmpty(this.on).isBlank() ? "Enter the day to look from, such as 15 1 2015"
							: "There is no such day. Enter a real date, such as 15 1 2015");
		}
		else if (day.getYear() < 1900 || day.getYear() > 2999) {
			errors.rejectValue("on", "range", "The day to look from must be from 1900 to 2999");
		}
		if (!Typed.text(this.time).isEmpty()) {
			checkTime(day, errors);
		}
	}

	private void checkTime(@Nullable LocalDate day, BindingResult errors) {
		TimeOfDay read = TimeOfDay.read(this.time).orElse(null);
		if (read == null) {
			errors.rejectValue("time", "time", "Enter a time such as 5pm, 17:00 or 12 noon, or leave it empty");
		}
		else if (day != null) {
			ClockChange.at(read.on(day))
				.filter(ClockChange::skips)
				.ifPresent((change) -> errors.rejectValue("time", "gap", change.message()));
		}
	}

	/** As addresses carry it. */
	String asked() {
		LocalDate day = DateBoxes.orEmpty(this.on).date().orElseThrow();
		return TimeOfDay.read(this.time).map((read) -> MINUTE.format(read.on(day))).orElseGet(day::toString);
	}

	/** The page in one or two segments; the plan where it is none. */
	List<String> segments() {
		String asked = Typed.text(this.page);
		return asked.matches("[a-z][a-z-]{0,40}(/[a-z][a-z-]{0,40})?") ? List.of(asked.split("/"))
				: List.of("deadlines");
	}

	/** The model, where it can be one. */
	@Nullable String keptModel() {
		String asked = Typed.text(this.model);
		return asked.matches("[a-z0-9][a-z0-9-]{0,159}") ? asked : null;
	}

}
