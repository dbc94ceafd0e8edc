package org.mandate.considerations;

import java.util.Objects;

/**
 * What is said of a requirement.
 *
 * @param met how far it is met
 * @param answer how, or what is missing, 1 to 2000 characters
 * @param source what shows it, 1 to 300 characters
 */
public record RequirementAnswer(Met met, String answer, String source) {

	public RequirementAnswer {
		Objects.requireNonNull(met, "met");
		answer = answer.strip();
		source = source.strip();
	}

}
