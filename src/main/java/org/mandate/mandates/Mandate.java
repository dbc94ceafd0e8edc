package org.mandate.mandates;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Whether the members' mandate for a model is on record, at a moment.
 *
 * @param model key of the model
 * @param tests the tests of the guidance for it, in its order; empty for a model that
 * needs none
 * @param override that the accountable officer goes ahead all the same; null where they
 * do not
 */
public record Mandate(String model, List<MandateTest> tests, @Nullable Override override) {

	public Mandate {
		tests = List.copyOf(tests);
	}

	/**
	 * The accountable officer's reasons to go ahead although tests fail.
	 *
	 * @param topics the tests it is about
	 * @param reason why, 1 to 2000 characters
	 * @param by name of the accountable officer
	 * @param at when
	 */
	public record Override(Set<String> topics, String reason, String by, Instant at) {

		public Override {
			topics = Set.copyOf(topics);
		}

	}

	/** What came out, in a sentence or two. */
	public String summary() {
		return Words.summary(this);
	}

	/** The tests that fail. */
	public List<MandateTest> failed() {
		return this.tests.stream().filter(MandateTest::failed).toList();
	}

	/** The tests that fail and that no override covers. */
	public List<MandateTest> outstanding() {
		Set<String> covered = (this.override != null) ? this.override.topics() : Set.of();
		return failed().stream().filter((test) -> !covered.contains(test.topic())).toList();
	}

	/** Whether a proposal may be submitted: every test passes, or is overridden. */
	public boolean sufficient() {
		return outstanding().isEmpty();
	}

}
