package org.mandate.mandates;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.mandate.guidance.Deadline;
import org.mandate.mandates.MandateTest.State;

/**
 * That the accountable officer goes ahead with a model although tests fail, as it was
 * decided. It is about the tests as they stood: one that fails later, or worse, is not
 * covered by it.
 *
 * @param number within the appraisal, from 1; the latest that stands counts
 * @param model key of the model
 * @param tests the tests it names, and how each failed
 * @param reason why, 1 to 2000 characters
 * @param decidedOn the day on which it was decided
 * @param by name of the accountable officer
 * @param recordedAt when it was recorded
 * @param withdrawal that it was withdrawn; null while it stands
 */
public record RecordedOverride(int number, String model, Map<String, State> tests, String reason, LocalDate decidedOn,
		String by, Instant recordedAt, @Nullable Withdrawal withdrawal) {

	public RecordedOverride {
		tests = Map.copyOf(tests);
	}

	/**
	 * That an override was withdrawn.
	 *
	 * @param on since when it does not count
	 * @param reason why
	 * @param by by whom
	 */
	public record Withdrawal(LocalDate on, String reason, String by) {
	}

	/** Whether it was not withdrawn. */
	public boolean stands() {
		return this.withdrawal == null;
	}

	/** Whether it counted on a day. */
	boolean counts(LocalDate day) {
		return !this.decidedOn.isAfter(day) && (this.withdrawal == null || this.withdrawal.on().isAfter(day));
	}

	/** When it was decided, as near as is known. */
	Instant at() {
		boolean atOnce = this.recordedAt.atZone(Deadline.LONDON).toLocalDate().equals(this.decidedOn);
		return atOnce ? this.recordedAt : this.decidedOn.atStartOfDay(Deadline.LONDON).toInstant();
	}

	/** As it stands against the tests as they are: those that fail no worse than then. */
	Mandate.Override against(Map<String, State> now) {
		Set<String> covered = new HashSet<>();
		this.tests.forEach((topic, then) -> {
			State state = now.get(topic);
			if (state != null && state.compareTo(then) <= 0) {
				covered.add(topic);
			}
		});
		return new Mandate.Override(covered, this.reason, this.by, at());
	}

}
