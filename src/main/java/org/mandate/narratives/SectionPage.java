package org.mandate.narratives;

import java.util.UUID;

import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * What the pages about a section have in common.
 */
@Component
class SectionPage {

	private final Appraisals appraisals;

	private final Narratives narratives;

	SectionPage(Appraisals appraisals, Narratives narratives) {
		this.appraisals = appraisals;
		this.narratives = narratives;
	}

	AppraisalSummary appraisal(String org, String year, Model model) {
		AppraisalSummary appraisal = this.appraisals.of(year);
		model.addAttribute("appraisal", appraisal);
		model.addAttribute("org", org);
		model.addAttribute("sections", "/" + org + appraisal.path() + "/paper/sections");
		return appraisal;
	}

	/** The page on which a section is read and commented on. */
	String read(String org, String year, Section section, Member member, Model model) {
		AppraisalSummary appraisal = appraisal(org, year, model);
		Narratives.Overview overview = this.narratives.overview(appraisal, member);
		SectionState state = overview.of(section);
		model.addAttribute("state", state);
		model.addAttribute("blocks", Shown.of(state.text(), overview.sheet(), "/" + org));
		model.addAttribute("versions", this.narratives.versions(appraisal, section));
		model.addAttribute("mayWrite", member.is(Role.COMMISSIONING_MANAGER));
		if (!model.containsAttribute("commenting")) {
			model.addAttribute("commenting", new CommentForm("", UUID.randomUUID().toString()));
		}
		return "narratives/section";
	}

}
