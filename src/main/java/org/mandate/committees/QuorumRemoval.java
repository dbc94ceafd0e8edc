package org.mandate.committees;

import org.jspecify.annotations.Nullable;
import org.mandate.forms.Typed;

import org.springframework.validation.Errors;

/**
 * Why a committee is left without a quorum, as typed.
 *
 * @param reason 1 to 1000 characters
 * @param version of what the person saw when they began
 */
public record QuorumRemoval(@Nullable String reason, @Nullable String version) {

	static QuorumRemoval of(Committee committee) {
		return new QuorumRemoval(null, Integer.toString(committee.version()));
	}

	QuorumRemoval over(Committee theirs) {
		return new QuorumRemoval(this.reason, Integer.toString(theirs.version()));
	}

	int seen() {
		return Typed.version(this.version);
	}

	String checked(Errors errors) {
		return new Check(errors).text("reason", this.reason, "The reason", 1000, "Enter why the quorum is removed");
	}

}
