package org.mandate.voting;

import java.io.Serializable;

import jakarta.persistence.Embeddable;

/**
 * What a practice can vote for.
 *
 * @param code short and stable within the ballot: the key of the model
 * @param name the model, as the ballot calls it: "Option 2: Joint commissioning"
 * @param shortName as in running text: "Option 2"
 */
@Embeddable
public record Choice(String code, String name, String shortName) implements Serializable {

	/** For a motion. */
	static final Choice FOR = new Choice("for", "For the motion", "the motion");

	/** Against a motion. */
	static final Choice AGAINST = new Choice("against", "Against the motion", "rejection");

}
