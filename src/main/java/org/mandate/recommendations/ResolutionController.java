package org.mandate.recommendations;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.mandate.access.AllowedTo;
import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;
import org.mandate.database.NotFound;
import org.mandate.forms.DateBoxes;
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
 * Records what the governing body resolved.
 */
@Controller
@RequestMapping("/{org}/appraisals/{year}/recommendation/resolution")
class ResolutionController {

	/** A number of votes, or nothing. */
	private static final String VOTES = "\\d{0,3}";

	private static final String WHOLE = " must be a whole number from 0 to 999";

	private final Appraisals appraisals;

	private final Recommendations recommendations;

	ResolutionController(Appraisals appraisals, Recommendations recommendations) {
		this.appraisals = appraisals;
		this.recommendations = recommendations;
	}

	/**
	 * A resolution, as typed.
	 *
	 * @param metOn the day of the meeting
	 * @param decision what was decided
	 * @param amendedWording the words approved, when amended
	 * @param votesFor votes for
	 * @param votesAgainst votes against
	 * @param abstained abstentions
	 * @param reason why
	 */
	public record MinuteForm(DateBoxes metOn,
			@NotNull(message = "Choose what the governing body decided") @Nullable Decision decision,
			@Size(max = RecommendationText.WORDING_LENGTH,
					message = "The amended wording must be {max} characters or fewer") @Pattern(
							regexp = Typed.VISIBLE_LINES,
							message = "The amended wording" + Typed.INVISIBLE) String amendedWording,
			@NotEmpty(message = "Enter how many voted for, 0 if nobody did") @Pattern(regexp = VOTES,
					message = "Votes for" + WHOLE) String votesFor,
			@NotEmpty(message = "Enter how many voted against, 0 if nobody did") @Pattern(regexp = VOTES,
					message = "Votes against" + WHOLE) String votesAgainst,
			@NotEmpty(message = "Enter how many abstained, 0 if nobody did") @Pattern(regexp = VOTES,
					message = "Abstentions" + WHOLE) String abstained,
			@Size(max = Resolution.Minute.REASON_LENGTH,
					message = "The reason must be {max} characters or fewer") @Pattern(regexp = Typed.VISIBLE_LINES,
							message = "The reason" + Typed.INVISIBLE) String reason) {

		public MinuteForm(@Nullable DateBoxes metOn, @Nullable Decision decision, @Nullable String amendedWording,
				@Nullable String votesFor, @Nullable String votesAgainst, @Nullable String abstained,
				@Nullable String reason) {
			this.metOn = DateBoxes.orEmpty(metOn);
			this.decision = decision;
			this.amendedWording = Typed.text(amendedWording);
			this.votesFor = Typed.text(votesFor);
			this.votesAgainst = Typed.text(votesAgainst);
			this.abstained = Typed.text(abstained);
			this.reason = Typed.text(reason);
		}

		Resolution.Minute minute(Decision decided, LocalDate day) {
			String amended = (decided == Decision.APPROVED_WITH_AMENDMENTS) ? Typed.optional(this.amendedWording)
					: null;
			return new Resolution.Minute(decided, amended, day, Integer.parseInt(this.votesFor),
					Integer.parseInt(this.votesAgainst), Integer.parseInt(this.abstained), Typed.optional(this.reason));
		}

	}

	/**
	 * A decision that can be chosen.
	 *
	 * @param value its name
	 * @param text as shown
	 * @param hint what the votes must say
	 */
	public record DecisionChoice(String value, String text, @Nullable String hint) {

		static DecisionChoice of(Decision decision) {
			String hint = switch (decision) {
				case APPROVED -> "More votes for than against";
				case APPROVED_WITH_AMENDMENTS -> "In other words than those put; more votes for than against";
				case DEFERRED -> "Give the votes on the deferral, and the reason";
				case REJECTED -> "No more votes for than against; a tie rejects";
			};
			return new DecisionChoice(decision.name(), decision.label(), hint);
		}

	}

	@GetMapping
	@AllowedTo({ Role.CHAIR, Role.COMMISSIONING_MANAGER })
	String ask(@PathVariable String org, @PathVariable String year, Model model) {
		RecommendationSummary current = page(org, year, model);
		if (!current.put()) {
			return "redirect:/{org}/appraisals/{year}/recommendation";
		}
		model.addAttribute("minute", new MinuteForm(null, null, current.version().wording(), null, null, null, null));
		return "recommendations/resolution";
	}

	@PostMapping
	@AllowedTo({ Role.CHAIR, Role.COMMISSIONING_MANAGER })
	String record(@PathVariable String org, @PathVariable String year, @Valid @ModelAttribute("minute") MinuteForm form,
			BindingResult errors, Member member, Model model, RedirectAttributes redirect) {
		RecommendationSummary current = page(org, year, model);
		Optional<LocalDate> metOn = form.metOn().date();
		if (metOn.isEmpty()) {
			errors.rejectValue("metOn", "date", form.metOn().isBlank() ? "Enter the date of the meeting"
					: "The date of the meeting must be a real date, such as 29 1 2015");
		}
		Decision decision = form.decision();
		if (errors.hasErrors() || decision == null || metOn.isEmpty()) {
			return "recommendations/resolution";
		}
		try {
			this.recommendations.resolve(this.appraisals.of(year), form.minute(decision, metOn.get()), member);
		}
		catch (ResolutionRefused ex) {
			errors.rejectValue(ex.field(), "refused", ex.problem());
			return "recommendations/resolution";
		}
		redirect.addFlashAttribute("notice",
				"The resolution is recorded, and paper %d is sealed".formatted(current.number()));
		return "redirect:/{org}/appraisals/{year}/recommendation";
	}

	private RecommendationSummary page(String org, String year, Model model) {
		AppraisalSummary appraisal = this.appraisals.of(year);
		model.addAttribute("appraisal", appraisal);
		model.addAttribute("base", "/" + org + appraisal.path());
		model.addAttribute("org", org);
		model.addAttribute("decisions", DECISIONS);
		RecommendationSummary current = this.recommendations.current(appraisal.id())
			.orElseThrow(() -> new NotFound("There is no recommendation yet"));
		model.addAttribute("current", current);
		return current;
	}

	private static final List<DecisionChoice> DECISIONS = Arrays.stream(Decision.values())
		.map(DecisionChoice::of)
		.toList();

}
