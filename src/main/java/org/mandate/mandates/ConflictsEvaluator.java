package org.mandate.mandates;

import java.util.List;

import org.mandate.forms.London;
import org.mandate.guidance.Edition;

/**
 * Whether arrangements for conflicts of interest are in place (002, Conflicts of interest
 * management; 003, Conflicts of interest): a committee composed as the guidance requires,
 * a register of interests that is kept, a guardian.
 */
final class ConflictsEvaluator {

	private ConflictsEvaluator() {
	}

	static void judge(Material material, List<Edition.Rule> rules, Judged judged) {
		Conflicts conflicts = material.conflicts();
		String day = London.date(conflicts.day());
		if (conflicts.committees().isEmpty()) {
			judged.misses("No committee for this model is on record.");
		}
		for (Conflicts.Checked committee : conflicts.committees()) {
			if (committee.vacant()) {
				judged.misses("Nobody held a seat of the %s on %s.".formatted(committee.name(), day));
			}
			else if (!committee.failed().isEmpty()) {
				judged.misses("The composition of the %s does not keep the guidance. Missing: %s."
					.formatted(committee.name(), String.join("; ", committee.failed())));
			}
			else {
				judged.supports(conflicts.day(), "The composition of the %s keeps what is required%s"
					.formatted(committee.name(), (committee.judged() > 0) ? ", as far as it can be checked" : ""),
						committee.path());
			}
		}
		if (conflicts.returned() == 0) {
			judged.misses("No return to the register of interests was on record by %s.".formatted(day));
		}
		else {
			judged.supports(conflicts.day(), "%d of %d members had made a return to the register of interests"
				.formatted(conflicts.returned(), conflicts.members()), "/register-of-interests");
		}
		if (!conflicts.overdue().isEmpty()) {
			judged.misses("A first return to the register of interests is overdue from %d of %d members."
				.formatted(conflicts.overdue().size(), conflicts.members()));
		}
		if (conflicts.guardians().isEmpty()) {
			judged.misses("Nobody was conflicts of interest guardian here by %s.".formatted(day));
		}
		else {
			judged.says("Conflicts of interest guardian: %s.".formatted(String.join(", ", conflicts.guardians())));
		}
	}

}
