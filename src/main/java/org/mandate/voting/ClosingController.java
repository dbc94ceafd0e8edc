package org.mandate.voting;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.mandate.access.AllowedTo;
import org.mandate.access.Role;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;
import org.mandate.forms.DateBoxes;
import org.mandate.forms.TimeOfDay;
import org.mandate.forms.Typed;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * When a ballot closes by itself.
 */
@Controller
@RequestMapping("/{org}/appraisals/{year}/ballots/{number}/closing")
@AllowedTo(Role.COMMISSIONING_MANAGER)
class ClosingController {

	private static final String BACK = "redirect:/{org}/appraisals/{year}/ballots/{number}";

	private final Appraisals appraisals;

	private final Voting voting;

	private final Closing closing;

	ClosingController(Appraisals appraisals, Voting voting, Closing closing) {
		this.appraisals = appraisals;
		this.voting = voting;
		this.closing = closing;
	}

	/** A closing time as typed. */
	public record TimeForm(DateBoxes day, String time) {

		public TimeForm(@Nullable DateBoxes day, @Nullable String time) {
			this.day = DateBoxes.orEmpty(day);
			this.time = Typed.text(time);
		}

		static TimeForm of(@Nullable ClosingTime closing) {
			if (closing == null) {
				return new TimeForm(DateBoxes.EMPTY, "");
			}
			LocalDateTime there = closing.there();
			boolean midnight = there.toLocalTime().equals(LocalTime.MIDNIGHT);
			return new TimeForm(DateBoxes.of((midnight ? there.minusDays(1) : there).toLocalDate()),
					midnight ? "midnight" : closing.time());
		}

		@Nullable ClosingTime read(BindingResult errors) {
			Optional<LocalDate> date = this.day.date();
			if (date.isEmpty()) {
				errors.rejectValue("day", "date", this.day.isBlank() ? "Enter the day on which the ballot closes"
						: "Enter the day on which the ballot closes as a real date, such as 30 1 2015");
			}
			Optional<TimeOfDay> read = TimeOfDay.read(this.time);
			if (read.isEmpty()) {
				errors.rejectValue("time", "time", this.time.isEmpty() ? "Enter the time at which the ballot closes"
						: "Enter the time like 5pm, 5:30pm, 17:00, 12 noon or midnight");
			}
			if (date.isEmpty() || read.isEmpty()) {
				return null;
			}
			try {
				return ClosingTime.of(date.get(), read.get());
			}
			catch (ClosingTime.NoSuchTime ex) {
				errors.rejectValue("time", "clocks", ex.message());
				return null;
			}
		}

	}

	@GetMapping
	String show(@PathVariable String org, @PathVariable String year, @PathVariable int number, Model model) {
		BallotRecord ballot = ballot(org, year, number, model);
		model.addAttribute("typed", TimeForm.of(ballot.closesAt()));
		return "voting/closing";
	}

	@PostMapping
	String change(@PathVariable String org, @PathVariable String year, @PathVariable int number,
			@ModelAttribute("typed") TimeForm form, BindingResult errors, Model model, RedirectAttributes redirect) {
		ClosingTime time = form.read(errors);
		if (time != null) {
			try {
				this.closing.change(this.appraisals.of(year), number, time);
				redirect.addFlashAttribute("notice", "The ballot closes at " + time.words() + ".");
				return BACK;
			}
			catch (ClosingNotPossible ex) {
				errors.rejectValue("time", "passed", Objects.requireNonNull(ex.getMessage()));
			}
		}
		ballot(org, year, number, model);
		return "voting/closing";
	}

	@PostMapping("/removal")
	String remove(@PathVariable String year, @PathVariable int number, RedirectAttributes redirect) {
		this.closing.change(this.appraisals.of(year), number, null);
		redirect.addFlashAttribute("notice", "The ballot has no closing time. It stays open until you close it.");
		return BACK;
	}

	private BallotRecord ballot(String org, String year, int number, Model model) {
		AppraisalSummary appraisal = this.appraisals.of(year);
		BallotRecord ballot = this.voting.ballot(appraisal, number);
		model.addAttribute("appraisal", appraisal);
		model.addAttribute("ballot", ballot);
		model.addAttribute("ballotPath", "/%s/appraisals/%s/ballots/%d".formatted(org, year, number));
		return ballot;
	}

}
