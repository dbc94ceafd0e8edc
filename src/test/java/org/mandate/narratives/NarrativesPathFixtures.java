package org.mandate.narratives;

import java.util.Map;
import java.util.UUID;

import org.mandate.access.PathFixtures;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;

/**
 * A section with a comment, so that its pages have something to show.
 */
class NarrativesPathFixtures implements PathFixtures {

	private final Appraisals appraisals;

	private final Narratives narratives;

	NarrativesPathFixtures(Appraisals appraisals, Narratives narratives) {
		this.appraisals = appraisals;
		this.narratives = narratives;
	}

	@Override
	public Map<String, String> make(Setting setting) {
		AppraisalSummary appraisal = this.appraisals.of(setting.values().get("{year}"));
		this.narratives.save(appraisal, Section.PURPOSE, 0, "Why this is asked", setting.manager());
		UUID remark = UUID.randomUUID();
		this.narratives.comment(appraisal, Section.PURPOSE, remark, "Say it in fewer words", setting.manager());
		return Map.of("sections/{section}", "purpose", "comments/{remark}", remark.toString());
	}

}
