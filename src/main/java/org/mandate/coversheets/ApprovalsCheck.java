package org.mandate.coversheets;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.mandate.appraisals.AppraisalSummary;
import org.mandate.recommendations.PaperCheck;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Whether the officers who were asked have approved the text as it is. Three statements.
 */
@Component
@Order(30)
class ApprovalsCheck implements PaperCheck {

	private final Approvals approvals;

	ApprovalsCheck(Approvals approvals) {
		this.approvals = approvals;
	}

	@Override
	public List<Finding> findings(AppraisalSummary appraisal) {
		String path = appraisal.path() + "/approvals";
		List<Approval> approvals = this.approvals.of(appraisal);
		List<Finding> findings = new ArrayList<>();
		for (Approval approval : approvals) {
			if (approval.request() != null && !approval.settled()) {
				findings.add(new Finding(Level.MISSING, sentence(approval), path));
			}
		}
		List<Office> open = approvals.stream()
			.filter((approval) -> approval.state() == Approval.State.NOT_ASKED && approval.office() != Office.OTHER)
			.map(Approval::office)
			.toList();
		if (!open.isEmpty()) {
			findings.add(new Finding(Level.LOOK, "Nobody is asked to approve it as "
					+ open.stream().map(Office::inSentence).collect(Collectors.joining(", ")), path));
		}
		return findings;
	}

	private static String sentence(Approval approval) {
		String who = "%s (%s)".formatted(approval.officer(), approval.office().label());
		return switch (approval.state()) {
			case ASKED -> who + " was asked to approve it and has not answered";
			case REFUSED -> who + " refused to approve it";
			default -> "The approval of %s is void: %s".formatted(who, approval.outdated());
		};
	}

}
