package org.mandate.interests;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What somebody says of an interest of theirs. The fields are those of the declaration
 * form in NHS England, Managing conflicts of interest: statutory guidance for CCGs.
 *
 * @param position in the organisation, or the relationship with it, 1 to 200 characters
 * @param type which kind of interest
 * @param relationship to the person who has it, 1 to 200 characters; for an indirect
 * interest and no other
 * @param description 1 to 1000 characters
 * @param began the day it began
 * @param ended the day it ended, not before it began; null while it goes on
 * @param mitigation what is proposed to be done about it, 1 to 1000 characters, or null
 * @param refusal why it is not to be published, 1 to 1000 characters; null for consent
 */
public record InterestStatement(String position, InterestType type, @Nullable String relationship, String description,
		LocalDate began, @Nullable LocalDate ended, @Nullable String mitigation, @Nullable String refusal) {

	public InterestStatement {
		if ((type == InterestType.INDIRECT) != (relationship != null)) {
			throw new IllegalArgumentException("An indirect interest, and no other, has a relationship.");
		}
		if (ended != null && ended.isBefore(began)) {
			throw new IllegalArgumentException("An interest cannot end before it began.");
		}
	}

	/** The same, ended. */
	public InterestStatement ended(LocalDate on) {
		return new InterestStatement(this.position, this.type, this.relationship, this.description, this.began, on,
				this.mitigation, this.refusal);
	}

	/** Whether it may be published. */
	public boolean consents() {
		return this.refusal == null;
	}

	Map<String, Object> facts() {
		Map<String, Object> facts = new LinkedHashMap<>();
		facts.put("position", this.position);
		facts.put("type", this.type.label());
		put(facts, "relationship", this.relationship);
		facts.put("description", this.description);
		facts.put("from", this.began.toString());
		put(facts, "to", this.ended);
		put(facts, "mitigation", this.mitigation);
		facts.put("consentToPublish", consents());
		put(facts, "refusal", this.refusal);
		return facts;
	}

	private static void put(Map<String, Object> facts, String name, @Nullable Object value) {
		if (value != null) {
			facts.put(name, value.toString());
		}
	}

}
