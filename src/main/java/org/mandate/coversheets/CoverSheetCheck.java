package org.mandate.coversheets;

import java.util.List;

import org.mandate.appraisals.AppraisalSummary;
import org.mandate.recommendations.PaperCheck;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Whether the cover sheet is filled in. Two statements.
 */
@Component
@Order(10)
class CoverSheetCheck implements PaperCheck {

	private final CoverSheets covers;

	CoverSheetCheck(CoverSheets covers) {
		this.covers = covers;
	}

	@Override
	public List<Finding> findings(AppraisalSummary appraisal) {
		String path = appraisal.path() + "/paper/cover";
		CoverSheet cover = this.covers.of(appraisal).orElse(null);
		if (cover == null) {
			return List.of(new Finding(Level.MISSING, "There is no cover sheet yet", path));
		}
		List<String> missing = cover.missing();
		if (missing.isEmpty()) {
			return List.of();
		}
		int last = missing.size() - 1;
		String all = (last == 0) ? missing.getFirst()
				: String.join(", ", missing.subList(0, last)) + " and " + missing.get(last);
		return List.of(new Finding(Level.MISSING, "The cover sheet lacks " + all, path));
	}

}
