package org.mandate.risks;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A risk as it stands.
 *
 * @param number within the appraisal, from 1; never given again
 * @param statement what is said of it
 * @param withdrawnReason why it was withdrawn; null while it stands
 * @param recordedAt when it was last saved
 * @param recordedBy by whom
 * @param version counts what was saved of it from 0
 */
public record Risk(int number, RiskStatement statement, @Nullable String withdrawnReason, Instant recordedAt,
		String recordedBy, int version) {

	/** Key of the option whose risk it is. */
	public String option() {
		return this.statement.option();
	}

	/** In a few words. */
	public String title() {
		return this.statement.title();
	}

	/** Whether it was not withdrawn. */
	public boolean stands() {
		return this.withdrawnReason == null;
	}

	/** Its rating before anything is done about it; null while it is not rated. */
	public @Nullable Rating inherent() {
		return this.statement.inherent();
	}

	/** Its rating after mitigation; null while it is not rated. */
	public @Nullable Rating residual() {
		return this.statement.residual();
	}

	/** What does not fit together, a sentence each; nothing is refused for it. */
	public List<String> warnings() {
		List<String> warnings = new ArrayList<>();
		Rating before = inherent();
		Rating after = residual();
		if (before != null && after != null && after.score() > before.score()) {
			warnings.add("The score after mitigation, %d, is above the score before it, %d.".formatted(after.score(),
					before.score()));
		}
		if (before != null && after != null && after.score() < before.score() && this.statement.mitigation() == null) {
			warnings.add("The score falls from %d to %d, but no mitigation is recorded.".formatted(before.score(),
					after.score()));
		}
		if (before == null && after != null) {
			warnings.add("It is rated after mitigation, but not before it.");
		}
		return warnings;
	}

}
