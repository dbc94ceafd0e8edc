package org.mandate.considerations;

import java.util.Map;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import org.mandate.appraisals.AppraisalId;

/**
 * A longer text as recorded.
 */
@Entity
@Table(name = "appraisal_statement")
class StatementEntry extends Entry<StatementEntry> {

	@Enumerated(EnumType.STRING)
	private Subject subject;

	private boolean applies;

	private String text;

	private String source;

	@SuppressWarnings("NullAway.Init")
	protected StatementEntry() {
	}

	StatementEntry(AppraisalId appraisal, Subject subject, StatementText said, Stamp stamp) {
		super(appraisal, stamp);
		this.subject = subject;
		this.applies = said.applies();
		this.text = said.text();
		this.source = said.source();
		registerEvent(Noted.of(appraisal.id(), "statement.recorded",
				said.applies() ? "Recorded: " + subject.label() : "Marked as not applicable: " + subject.label(),
				facts()));
	}

	boolean says(StatementText said) {
		return new StatementText(this.applies, this.text, this.source).equals(said);
	}

	void change(StatementText said, Stamp stamp) {
		Map<String, Object> before = facts();
		this.applies = said.applies();
		this.text = said.text();
		this.source = said.source();
		touch(stamp);
		registerEvent(
				Noted.changed(stream(), "statement.changed", "Changed: " + this.subject.label(), before, facts()));
	}

	private Map<String, Object> facts() {
		return Noted.facts("applies", this.applies ? "Yes" : "No", "text", this.text, "source", this.source);
	}

	Statement view() {
		return new Statement(this.subject, this.applies, this.text, this.source, saved());
	}

}
