package org.mandate.narratives;

import java.util.ArrayList;
import java.util.List;

import org.mandate.appraisals.AppraisalSummary;
import org.mandate.recommendations.PaperCheck;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What the narrative sections lack before a paper goes to the governing body: sections
 * that it needs, and texts that no longer agree with the record. Open comments do not
 * stand in its way.
 */
@Component
@Order(20)
class NarrativeChecks implements PaperCheck {

	private final Narratives narratives;

	NarrativeChecks(Narratives narratives) {
		this.narratives = narratives;
	}

	@Override
	public List<Finding> findings(AppraisalSummary appraisal) {
		List<Finding> findings = new ArrayList<>();
		for (SectionState state : this.narratives.overview(appraisal).states()) {
			Section section = state.section();
			String path = appraisal.path() + "/paper/sections/" + section.slug();
			if (section.required() && !state.isWritten()) {
				findings.add(missing("The section “%s” is not written".formatted(section.label()), path));
			}
			state.issues()
				.forEach((issue) -> findings
					.add(missing("In “%s”: %s".formatted(section.label(), issue.sentence()), path)));
			int open = state.open().size();
			if (open > 0) {
				findings.add(new Finding(Level.LOOK, "In “%s” %s open".formatted(section.label(),
						(open == 1) ? "one comment is" : open + " comments are"), path + "#comments"));
			}
		}
		return findings;
	}

	private static Finding missing(String sentence, String path) {
		return new Finding(Level.MISSING, sentence, path);
	}

}
