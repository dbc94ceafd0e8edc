package org.mandate.mandates;

import java.util.List;

import org.mandate.guidance.Edition;

/**
 * One test of the members' mandate, as the record answers it at a moment. Where several
 * sources word a test, all are here.
 *
 * @param topic stable key of what is tested: {@code members-consulted}
 * @param title what is tested, in words
 * @param rules how the guidance words it, with its sources
 * @param state how the record answers
 * @param evidence what the answer rests on, in time; empty where there is nothing
 * @param findings why the answer is what it is, a sentence each, contradictions first
 */
public record MandateTest(String topic, String title, List<Edition.Rule> rules, State state, List<Evidence> evidence,
		List<String> findings) {

	public MandateTest {
		rules = List.copyOf(rules);
		evidence = List.copyOf(evidence);
		findings = List.copyOf(findings);
	}

	/** How the record answers a test. */
	public enum State {

		/** The record shows it. */
		EVIDENCED("Evidenced", "green"),

		/** The record does not show it. */
		NOT_EVIDENCED("Not evidenced", "orange"),

		/** The record shows the contrary. */
		CONTRADICTED("Contradicted", "red");

		private final String label;

		private final String colour;

		State(String label, String colour) {
			this.label = label;
			this.colour = colour;
		}

		/** As shown. */
		public String label() {
			return this.label;
		}

		/** The colour of its tag. */
		public String colour() {
			return this.colour;
		}

	}

	/**
	 * Something on record that a test rests on.
	 *
	 * @param when in words: "29 January 2015", "January 2015"
	 * @param text what it is
	 * @param path where it is on record, below the organisation's address
	 */
	public record Evidence(String when, String text, String path) {
	}

	/** Whether it stands in the way of a submission. */
	public boolean failed() {
		return this.state != State.EVIDENCED;
	}

}
