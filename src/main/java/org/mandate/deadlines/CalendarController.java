package org.mandate.deadlines;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.access.Addresses;
import org.mandate.access.AllowedTo;
import org.mandate.access.LinkSecret;
import org.mandate.access.Role;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;
import org.mandate.database.NotFound;
import org.mandate.forms.TextCheck;
import org.mandate.forms.Typed;
import org.mandate.guidance.Edition;

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
 * Secret links to the calendar: making and revoking them.
 */
@Controller
@RequestMapping("/{org}/appraisals/{year}/deadlines/calendar")
@AllowedTo({ Role.COMMISSIONING_MANAGER, Role.ADMINISTRATOR })
class CalendarController {

	private static final String PAGE = "redirect:/{org}/appraisals/{year}/deadlines/calendar";

	private final Appraisals appraisals;

	private final Deadlines deadlines;

	private final CalendarLinks links;

	private final Addresses addresses;

	CalendarController(Appraisals appraisals, Deadlines deadlines, CalendarLinks links, Addresses addresses) {
		this.appraisals = appraisals;
		this.deadlines = deadlines;
		this.links = links;
		this.addresses = addresses;
	}

	/**
	 * What is typed about a link.
	 *
	 * @param model key of the model for whose plan it is
	 * @param purpose for whom or what
	 */
	public record LinkForm(@Nullable String model, @Nullable String purpose) {
	}

	@GetMapping
	String show(@PathVariable String year, Model model) {
		AppraisalSummary appraisal = this.appraisals.of(year);
		Edition.Model planned = this.deadlines.plan(appraisal, null, this.appraisals.asAt(appraisal, null)).model();
		model.addAttribute("typed", new LinkForm((planned != null) ? planned.key() : "", ""));
		return page(appraisal, model);
	}

	@PostMapping
	String make(@PathVariable String org, @PathVariable String year, @ModelAttribute("typed") LinkForm form,
			BindingResult errors, Model model, RedirectAttributes redirect) {
		AppraisalSummary appraisal = this.appraisals.of(year);
		String wanted = Typed.text(form.model());
		if (this.deadlines.edition(appraisal).models().stream().noneMatch((each) -> each.key().equals(wanted))) {
			errors.rejectValue("model", "offer", "Choose the model whose deadlines the calendar shows");
		}
		new TextCheck(errors).line("purpose", form.purpose(), "Whom it is for", 200,
				"Enter whom or what the link is for");
		if (errors.hasErrors()) {
			return page(appraisal, model);
		}
		LinkSecret secret = this.links.make(appraisal, wanted, Typed.text(form.purpose()));
		redirect.addFlashAttribute("made", this.addresses.of("/" + org + "/calendar/" + secret.value() + ".ics"));
		return PAGE;
	}

	@PostMapping("/{link}/revoke")
	String revoke(@PathVariable String year, @PathVariable String link, RedirectAttributes redirect) {
		this.links.revoke(this.appraisals.of(year), id(link));
		redirect.addFlashAttribute("notice", "The link is revoked. Calendars that used it get nothing any more.");
		return PAGE;
	}

	private String page(AppraisalSummary appraisal, Model model) {
		Map<String, String> choices = new LinkedHashMap<>();
		this.deadlines.edition(appraisal).models().forEach((each) -> choices.put(each.key(), each.name()));
		model.addAttribute("appraisal", appraisal);
		model.addAttribute("models", choices);
		model.addAttribute("links", this.links.of(appraisal));
		return "deadlines/calendar";
	}

	private static UUID id(String typed) {
		try {
			return UUID.fromString(typed);
		}
		catch (IllegalArgumentException ex) {
			throw new NotFound("There is no such link.");
		}
	}

}
