package org.mandate.recount;

import java.io.IOException;
import java.util.Objects;
import java.util.Optional;

import org.mandate.access.AllowedTo;
import org.mandate.access.Member;
import org.mandate.access.Public;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;
import org.mandate.voting.Voting;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Recounts an exported file: beside the record from which it came, or for anybody, from
 * the file alone. Nothing that is sent is kept.
 */
@Controller
class RecountController {

	private static final String UPLOAD = "upload";

	private final Appraisals appraisals;

	private final Voting voting;

	private final Exports exports;

	RecountController(Appraisals appraisals, Voting voting, Exports exports) {
		this.appraisals = appraisals;
		this.voting = voting;
		this.exports = exports;
	}

	/** Counts a file again. */
	private interface Counting {

		Report count(byte[] content);

	}

	@GetMapping("/{org}/appraisals/{year}/ballots/{number}/recount")
	@AllowedTo
	String ask(@PathVariable String org, @PathVariable String year, @PathVariable int number,
			@RequestParam(defaultValue = "") String problem, Model model) {
		ballot(org, year, number, model);
		return blank(problem, model);
	}

	@PostMapping("/{org}/appraisals/{year}/ballots/{number}/recount")
	@AllowedTo
	String recount(@PathVariable String org, @PathVariable String year, @PathVariable int number,
			@ModelAttribute(UPLOAD) RecountForm form, BindingResult errors, Member member, Model model)
			throws IOException {
		AppraisalSummary appraisal = ballot(org, year, number, model);
		return count(form, errors, model, (content) -> this.exports.recount(content, appraisal, number, member));
	}

	@GetMapping("/help/recount")
	@Public
	String askAnybody(@RequestParam(defaultValue = "") String problem, Model model) {
		model.addAttribute("address", "/help/recount");
		return blank(problem, model);
	}

	@PostMapping("/help/recount")
	@Public
	String recountForAnybody(@ModelAttribute(UPLOAD) RecountForm form, BindingResult errors, Model model)
			throws IOException {
		model.addAttribute("address", "/help/recount");
		return count(form, errors, model, Recount::of);
	}

	private static String blank(String problem, Model model) {
		RecountForm form = RecountForm.blank();
		BindingResult errors = new BeanPropertyBindingResult(form, UPLOAD);
		RecountForm.report(problem, errors);
		model.addAttribute(UPLOAD, form);
		model.addAttribute(BindingResult.MODEL_KEY_PREFIX + UPLOAD, errors);
		return "recount/recount";
	}

	private static String count(RecountForm form, BindingResult errors, Model model, Counting counting)
			throws IOException {
		Optional<byte[]> content = form.content(errors);
		if (content.isPresent()) {
			try {
				model.addAttribute("report", counting.count(content.get()));
			}
			catch (UnreadableFile ex) {
				String message = Objects.requireNonNull(ex.getMessage());
				errors.rejectValue((form.file() != null && !form.file().isEmpty()) ? "file" : "pasted", "unreadable",
						message);
			}
		}
		return "recount/recount";
	}

	private AppraisalSummary ballot(String org, String year, int number, Model model) {
		AppraisalSummary appraisal = this.appraisals.of(year);
		model.addAttribute("appraisal", appraisal);
		model.addAttribute("ballot", this.voting.ballot(appraisal, number));
		model.addAttribute("address", "/%s/appraisals/%s/ballots/%d/recount".formatted(org, year, number));
		return appraisal;
	}

}
