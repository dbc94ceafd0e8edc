package org.mandate.deadlines;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.mandate.forms.Typed;

import org.springframework.validation.BindingResult;

/**
 * The lead times as they are typed.
 *
 * @param version of what the person saw when they began, -1 for the defaults
 */
public record LeadTimesForm(@Nullable String papers, @Nullable String notice, @Nullable String counting,
		@Nullable String voting, @Nullable String consulting, @Nullable String amending, @Nullable String attesting,
		@Nullable String reminders, @Nullable String version) {

	private static final int MOST_REMINDERS = 5;

	static LeadTimesForm of(LeadTimes times, int version) {
		return new LeadTimesForm(text(times.papers()), text(times.notice()), text(times.counting()),
				text(times.voting()), text(times.consulting()), text(times.amending()), text(times.attesting()),
				times.reminderWords(), text(version));
	}

	/** The same numbers, typed over what somebody else saved. */
	LeadTimesForm over(int other) {
		return new LeadTimesForm(this.papers, this.notice, this.counting, this.voting, this.consulting, this.amending,
				this.attesting, this.reminders, text(other));
	}

	void check(BindingResult errors) {
		number("papers", this.papers, 100, errors);
		number("notice", this.notice, 100, errors);
		number("counting", this.counting, 100, errors);
		number("voting", this.voting, 200, errors);
		number("consulting", this.consulting, 200, errors);
		number("amending", this.amending, 200, errors);
		number("attesting", this.attesting, 100, errors);
		List<String> parts = parts();
		if (parts.stream().anyMatch((part) -> !part.matches("[0-9]{1,2}"))) {
			errors.rejectValue("reminders", "numbers",
					"Enter whole numbers of days from 0 to 99 with commas between them, such as 14, 7, 1, or nothing");
		}
		else if (parts.size() > MOST_REMINDERS) {
			errors.rejectValue("reminders", "many", "Enter at most 5 numbers of days");
		}
	}

	private static void number(String field, @Nullable String typed, int most, BindingResult errors) {
		String text = Typed.text(typed);
		if (!text.matches("[0-9]{1,3}") || Integer.parseInt(text) > most) {
			errors.rejectValue(field, "number", "Enter a whole number of days from 0 to " + most);
		}
	}

	/** What was typed, once it is without error. */
	LeadTimes times() {
		return new LeadTimes(number(this.papers), number(this.notice), number(this.counting), number(this.voting),
				number(this.consulting), number(this.amending), number(this.attesting),
				parts().stream().map(Integer::valueOf).distinct().sorted(Comparator.reverseOrder()).toList());
	}

	private List<String> parts() {
		String text = Typed.text(this.reminders);
		return text.isEmpty() ? List.of()
				: Arrays.stream(text.split("[,\\s]+")).filter((part) -> !part.isEmpty()).toList();
	}

	private static int number(@Nullable String typed) {
		return Integer.parseInt(Typed.text(typed));
	}

	private static String text(int number) {
		return Integer.toString(number);
	}

}
