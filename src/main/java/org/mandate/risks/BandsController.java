package org.mandate.risks;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.mandate.access.AllowedTo;
import org.mandate.access.Role;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;
import org.mandate.forms.Typed;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
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
 * From which score a risk is moderate, high and extreme.
 */
@Controller
@RequestMapping("/{org}/appraisals/{year}/risks/bands")
@AllowedTo(Role.COMMISSIONING_MANAGER)
class BandsController {

	private final Appraisals appraisals;

	private final Risks risks;

	BandsController(Appraisals appraisals, Risks risks) {
		this.appraisals = appraisals;
		this.risks = risks;
	}

	/** The bounds as typed. */
	public record BandsForm(@Nullable String moderateFrom, @Nullable String highFrom, @Nullable String extremeFrom,
			@Nullable String version) {

		static BandsForm of(RiskRegister register) {
			Bands bands = register.bands();
			return new BandsForm(Integer.toString(bands.moderateFrom()), Integer.toString(bands.highFrom()),
					Integer.toString(bands.extremeFrom()), Integer.toString(register.bandsVersion()));
		}

		BandsForm over(int other) {
			return new BandsForm(this.moderateFrom, this.highFrom, this.extremeFrom, Integer.toString(other));
		}

		@Nullable Bands bands(BindingResult errors) {
			Integer moderate = score(this.moderateFrom, "moderateFrom", "moderate", 2, 23, errors);
			Integer high = score(this.highFrom, "highFrom", "high", 3, 24, errors);
			Integer extreme = score(this.extremeFrom, "extremeFrom", "extreme", 4, 25, errors);
			if (moderate != null && high != null && high <= moderate) {
				errors.rejectValue("highFrom", "overlap",
						"High must begin above moderate, which begins at %d: otherwise the two overlap"
							.formatted(moderate));
			}
			if (high != null && extreme != null && extreme <= high) {
				errors.rejectValue("extremeFrom", "overlap",
						"Extreme must begin above high, which begins at %d: otherwise the two overlap".formatted(high));
			}
			if (moderate == null || high == null || extreme == null || errors.hasErrors()) {
				return null;
			}
			Bands bands = new Bands(moderate, high, extreme);
			empty(bands, Band.MODERATE, "highFrom", moderate, high, errors);
			empty(bands, Band.HIGH, "extremeFrom", high, extreme, errors);
			return errors.hasErrors() ? null : bands;
		}

		/** A band into which no product of two steps falls would be a gap. */
		private static void empty(Bands bands, Band band, String field, int from, int next, BindingResult errors) {
			if (bands.scores(band).isEmpty()) {
				errors.rejectValue(field, "empty",
						"No risk could be %s: %s cannot be the product of two steps from 1 to 5. Choose another score"
							.formatted(band.slug(), (from == next - 1) ? from : from + " to " + (next - 1)));
			}
		}

		private static @Nullable Integer score(@Nullable String typed, String field, String band, int least, int most,
				BindingResult errors) {
			String text = Typed.text(typed);
			String message = (text.isEmpty() ? "Enter the score from which a risk is %s, from %d to %d"
					: "The score from which a risk is %s must be a whole number from %d to %d")
				.formatted(band, least, most);
			if (text.matches("[0-9]{1,3}")) {
				int score = Integer.parseInt(text);
				if (score >= least && score <= most) {
					return score;
				}
			}
			errors.rejectValue(field, "score", message);
			return null;
		}

	}

	@GetMapping
	@AllowedTo
	String ask(@PathVariable String year, Model model) {
		RiskRegister register = page(year, model);
		model.addAttribute("typed", BandsForm.of(register));
		return "risks/bands";
	}

	@PostMapping
	String choose(@PathVariable String org, @PathVariable String year, @ModelAttribute("typed") BandsForm form,
			BindingResult errors, Model model, RedirectAttributes redirect) {
		RiskRegister register = page(year, model);
		Bands bands = form.bands(errors);
		if (bands == null) {
			return "risks/bands";
		}
		try {
			this.risks.choose(this.appraisals.of(year), bands, Typed.version(form.version()));
		}
		catch (BandsChanged | OptimisticLockingFailureException | DataIntegrityViolationException ex) {
			register = page(year, model);
			model.addAttribute("theirs", register.bands());
			model.addAttribute("typed", form.over(register.bandsVersion()));
			return "risks/bands";
		}
		redirect.addFlashAttribute("notice", "The bands are saved: " + bands.words() + ".");
		return "redirect:/{org}/appraisals/{year}/risks";
	}

	private RiskRegister page(String year, Model model) {
		AppraisalSummary appraisal = this.appraisals.of(year);
		RiskRegister register = this.risks.of(appraisal);
		model.addAttribute("appraisal", appraisal);
		model.addAttribute("register", register);
		model.addAttribute("matrix", RiskMatrix.before(List.of(), register.bands()));
		model.addAttribute("bands", List.of(Band.values()));
		return register;
	}

}
