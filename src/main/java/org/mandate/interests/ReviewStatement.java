package org.mandate.interests;

import org.jspecify.annotations.Nullable;

/**
 * What a guardian makes of a declaration.
 *
 * @param accepted whether it is accepted; otherwise more is asked for
 * @param action what is done about the interest, 1 to 1000 characters; only if accepted
 * @param reason 1 to 1000 characters; needed where more is asked for, and where a refusal
 * of consent is not agreed
 * @param refusalAgreed whether it stays off the public register; null where consent was
 * given, or more is asked for
 */
public record ReviewStatement(boolean accepted, @Nullable String action, @Nullable String reason,
		@Nullable Boolean refusalAgreed) {

	public ReviewStatement {
		if (accepted != (action != null)) {
			throw new IllegalArgumentException("What is accepted, and nothing else, needs the action agreed.");
		}
		if (reason == null && (!accepted || Boolean.FALSE.equals(refusalAgreed))) {
			throw new IllegalArgumentException("Asking for more, and not agreeing to a refusal, need a reason.");
		}
	}

}
