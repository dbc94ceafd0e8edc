package org.mandate.mandates;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Evidence for a test that the record does not hold by itself, as somebody stated it.
 *
 * @param number within the appraisal, from 1
 * @param said what is said
 * @param withdrawnReason why it was withdrawn; null while it stands
 * @param version counts what was saved of it from 0
 * @param recordedBy who recorded it last
 * @param recordedAt when
 */
public record StatedEvidence(int number, Statement said, @Nullable String withdrawnReason, int version,
		String recordedBy, Instant recordedAt) {

	/**
	 * What is said.
	 *
	 * @param model key of the model whose test it is for
	 * @param topic of the test
	 * @param text what happened, 1 to 2000 characters
	 * @param on the day on which it did
	 * @param reference the document that shows it, 1 to 300 characters
	 * @param byWhom who says so, 1 to 200 characters
	 */
	public record Statement(String model, String topic, String text, LocalDate on, String reference, String byWhom) {

		Map<String, Object> facts() {
			Map<String, Object> facts = new LinkedHashMap<>();
			facts.put("model", this.model);
			facts.put("test", this.topic);
			facts.put("text", this.text);
			facts.put("on", this.on.toString());
			facts.put("reference", this.reference);
			facts.put("byWhom", this.byWhom);
			return facts;
		}

	}

	/** Whether it was not withdrawn. */
	public boolean stands() {
		return this.withdrawnReason == null;
	}

	/** Whether it is for a test of a model. */
	boolean isFor(String model, String topic) {
		return this.said.model().equals(model) && this.said.topic().equals(topic);
	}

}
