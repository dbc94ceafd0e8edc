package org.mandate.interests;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.forms.DateBoxes;
import org.mandate.forms.Typed;

import org.springframework.validation.Errors;

/**
 * An interest as typed.
 *
 * @param key of the form, so that it is taken once
 * @param seen number of the version that was changed
 * @param position in the organisation
 * @param type name of the type chosen
 * @param relationship to the person who has it
 * @param description what it is
 * @param began when it began
 * @param ended when it ended
 * @param changed since when it is as typed; asked of changes only
 * @param mitigation what is proposed
 * @param consent "yes" or "no"
 * @param refusal why not
 */
public record InterestForm(@Nullable String key, @Nullable String seen, @Nullable String position,
		@Nullable String type, @Nullable String relationship, @Nullable String description, DateBoxes began,
		DateBoxes ended, DateBoxes changed, @Nullable String mitigation, @Nullable String consent,
		@Nullable String refusal) {

	static final int LONG = 1000;

	static final int SHORT = 200;

	public InterestForm {
		description = lines(description);
		mitigation = lines(mitigation);
		refusal = lines(refusal);
		began = DateBoxes.orEmpty(began);
		ended = DateBoxes.orEmpty(ended);
		changed = DateBoxes.orEmpty(changed);
	}

	static InterestForm blank(@Nullable String position) {
		return new InterestForm(UUID.randomUUID().toString(), null, position, null, null, null, DateBoxes.EMPTY,
				DateBoxes.EMPTY, DateBoxes.EMPTY, null, null, null);
	}

	static InterestForm of(InterestVersion version) {
		return new InterestForm(null, Integer.toString(version.number()), version.heldPosition(), version.type().name(),
				version.relationship(), version.description(), DateBoxes.of(version.beganOn()),
				DateBoxes.of(version.endedOn()), DateBoxes.EMPTY, version.mitigation(),
				version.consents() ? "yes" : "no", version.refusal());
	}

	/** The same, taken up again after somebody else saved. */
	InterestForm over(InterestVersion theirs) {
		return new InterestForm(this.key, Integer.toString(theirs.number()), this.position, this.type,
				this.relationship, this.description, this.began, this.ended, this.changed, this.mitigation,
				this.consent, this.refusal);
	}

	/** The key of the form; a new one where it has none. */
	UUID id() {
		String typed = this.key;
		return (typed != null && typed.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) ? UUID.fromString(typed)
				: UUID.randomUUID();
	}

	/** What is typed as a statement; empty when something is wrong, which is said. */
	Optional<InterestStatement> statement(Errors errors, LocalDate today) {
		Written.required(errors, "position", this.position, "Enter your position, or your relationship with the CCG",
				"The position", SHORT);
		InterestType chosen = Typed.one(InterestType.values(), this.type);
		if (chosen == null) {
			errors.rejectValue("type", "missing", "Choose the type of interest");
		}
		boolean indirect = chosen == InterestType.INDIRECT;
		if (indirect) {
			Written.required(errors, "relationship", this.relationship,
					"Enter your relationship with the person who has the interest", "The relationship", SHORT);
		}
		Written.required(errors, "description", this.description, "Enter what the interest is", "The description",
				LONG);
		LocalDate from = Written.past(errors, "began", this.began, "the date the interest began", today);
		LocalDate to = this.ended.isBlank() ? null
				: Written.past(errors, "ended", this.ended, "the date the interest ended", today);
		if (from != null && to != null && to.isBefore(from)) {
			errors.rejectValue("ended", "order", "The interest cannot have ended before it began");
		}
		Written.optional(errors, "mitigation", this.mitigation, "What you propose", LONG);
		boolean refuses = "no".equals(this.consent);
		if (!refuses && !"yes".equals(this.consent)) {
			errors.rejectValue("consent", "missing", "Choose whether this may be published");
		}
		if (refuses) {
			Written.required(errors, "refusal", this.refusal, "Enter why this must not be published", "The reason",
					LONG);
		}
		if (errors.hasErrors() || chosen == null || from == null) {
			return Optional.empty();
		}
		return Optional.of(new InterestStatement(Typed.text(this.position), chosen,
				indirect ? Typed.text(this.relationship) : null, Typed.text(this.description), from, to,
				Typed.optional(this.mitigation), refuses ? Typed.text(this.refusal) : null));
	}

	static @Nullable String lines(@Nullable String text) {
		return (text != null) ? text.replace("\r\n", "\n").replace('\r', '\n') : null;
	}

}
