package org.mandate.appraisals;

import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.mandate.access.AllowedTo;
import org.mandate.access.Member;
import org.mandate.access.Role;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * The comparison of the models with today.
 */
@Controller
class ComparisonController {

	/** Pages made before this start of the application may look different. */
	private final String start = UUID.randomUUID().toString();

	private final Appraisals appraisals;

	ComparisonController(Appraisals appraisals) {
		this.appraisals = appraisals;
	}

	@GetMapping("/{org}/appraisals/{year}/comparison")
	@AllowedTo
	@Nullable String comparison(@PathVariable String year, Member member, HttpServletRequest request,
			HttpServletResponse response, Model model) {
		Overview overview = this.appraisals.overview(year);
		response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
		boolean tellsOfSomethingDone = RequestContextUtils.getInputFlashMap(request) != null;
		if (!tellsOfSomethingDone
				&& new ServletWebRequest(request, response).checkNotModified(tag(overview, member, request))) {
			return null;
		}
		model.addAttribute("appraisal", overview.summary());
		model.addAttribute("edition", this.appraisals.edition(overview.summary()));
		model.addAttribute("comparison", this.appraisals.comparison(overview.summary()));
		model.addAttribute("mayChange", member.is(Role.COMMISSIONING_MANAGER));
		return "appraisals/comparison";
	}

	/**
	 * Changes with whatever the page shows. The session belongs to it, because the page
	 * carries the token of its forms.
	 */
	private String tag(Overview overview, Member member, HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		String shown = String.join(" ", this.start, overview.summary().toString(), Long.toString(overview.revision()),
				member.toString(), (session != null) ? session.getId() : "");
		return '"' + DigestUtils.sha256Hex(shown).substring(0, 32) + '"';
	}

}
