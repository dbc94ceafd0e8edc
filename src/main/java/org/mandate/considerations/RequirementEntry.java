package org.mandate.considerations;

import java.util.Map;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import org.mandate.appraisals.AppraisalId;
import org.mandate.guidance.Edition;

/**
 * The answer to a requirement as recorded.
 */
@Entity
@Table(name = "requirement_answer")
class RequirementEntry extends Entry<RequirementEntry> {

	private String requirementKey;

	@Enumerated(EnumType.STRING)
	private Met met;

	private String answer;

	private String source;

	@SuppressWarnings("NullAway.Init")
	protected RequirementEntry() {
	}

	RequirementEntry(AppraisalId appraisal, Edition.Requirement requirement, RequirementAnswer said, Stamp stamp) {
		super(appraisal, stamp);
		this.requirementKey = requirement.key();
		this.met = said.met();
		this.answer = said.answer();
		this.source = said.source();
		registerEvent(Noted.of(appraisal.id(), "requirement.answered", "Answered a requirement: " + said.met().label(),
				facts(requirement)));
	}

	boolean says(RequirementAnswer said) {
		return new RequirementAnswer(this.met, this.answer, this.source).equals(said);
	}

	void change(Edition.Requirement requirement, RequirementAnswer said, Stamp stamp) {
		Map<String, Object> before = facts(requirement);
		String summary = (this.met == said.met()) ? "Reworded the answer to a requirement"
				: "Changed the answer to a requirement from %s to %s".formatted(this.met.label(), said.met().label());
		this.met = said.met();
		this.answer = said.answer();
		this.source = said.source();
		touch(stamp);
		registerEvent(Noted.changed(stream(), "requirement.changed", summary, before, facts(requirement)));
	}

	private Map<String, Object> facts(Edition.Requirement requirement) {
		return Noted.facts("requirement", requirement.text(), "met", this.met.label(), "answer", this.answer, "source",
				this.source);
	}

	String requirementKey() {
		return this.requirementKey;
	}

	OptionRequirements.Answer view() {
		return new OptionRequirements.Answer(this.met, this.answer, this.source, saved());
	}

}
