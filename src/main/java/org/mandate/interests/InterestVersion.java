package org.mandate.interests;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;

/**
 * An interest as it was declared at some time; never changed.
 *
 * @param number from 1
 * @param heldPosition in the organisation, or the relationship with it
 * @param type which kind
 * @param relationship to the person who has it, if it is indirect
 * @param description what it is
 * @param beganOn the day it began
 * @param endedOn the day it ended; null while it goes on
 * @param mitigation what the member proposed to do about it
 * @param refusal why it is not to be published; null for consent
 * @param dueOn the last day on which this was to be declared
 * @param declaredBy who declared it, as named then
 * @param declaredAt when
 */
@Embeddable
public record InterestVersion(int number, String heldPosition, @Enumerated(EnumType.STRING) InterestType type,
		@Nullable String relationship, String description, LocalDate beganOn, @Nullable LocalDate endedOn,
		@Nullable String mitigation, @Nullable String refusal, LocalDate dueOn, String declaredBy, Instant declaredAt) {

	/** Days are those of London. */
	static final ZoneId LONDON = ZoneId.of("Europe/London");

	/**
	 * Days within which a change is to be declared (NHS England, Managing conflicts of
	 * interest: statutory guidance for CCGs).
	 */
	public static final int DAYS_TO_DECLARE = 28;

	static InterestVersion of(int number, InterestStatement statement, LocalDate dueOn, String by, Instant now) {
		return new InterestVersion(number, statement.position(), statement.type(), statement.relationship(),
				statement.description(), statement.began(), statement.ended(), statement.mitigation(),
				statement.refusal(), dueOn, by, now);
	}

	/** What it says. */
	public InterestStatement statement() {
		return new InterestStatement(this.heldPosition, this.type, this.relationship, this.description, this.beganOn,
				this.endedOn, this.mitigation, this.refusal);
	}

	/** Whether it may be published. */
	public boolean consents() {
		return this.refusal == null;
	}

	/** Whether it was declared after its last day. */
	public boolean late() {
		return day(this.declaredAt).isAfter(this.dueOn);
	}

	/** What it is, with the relationship where there is one. */
	public String words() {
		return (this.relationship != null) ? this.relationship + ": " + this.description : this.description;
	}

	static LocalDate day(Instant at) {
		return at.atZone(LONDON).toLocalDate();
	}

}
