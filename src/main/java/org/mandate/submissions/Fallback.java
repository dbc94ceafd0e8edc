package org.mandate.submissions;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What follows where a proposal is not recommended for approval. A delegated one is
 * developed further between the CCG and the area team, supported by regional teams, or
 * becomes a joint arrangement for the year (NHS England's slides, "Delegated
 * Commissioning (contd)"). After a joint one greater involvement needs no approval, and a
 * new proposal for a joint committee can be considered in-year (the slides, "Greater
 * Involvement" and "Changing a co-commissioning arrangement from 15/16 onwards").
 */
public enum Fallback {

	/** A plan to develop the proposal further. */
	DEVELOP_FURTHER("A plan to develop the proposal further",
			"The CCG and the area team agree it, supported by the regional team", null),

	/** Joint arrangements for the year. */
	JOINT_THIS_YEAR("Joint arrangements for the year", "The CCG and the area team agree how to establish them",
			"joint"),

	/** Greater involvement meanwhile. */
	GREATER_INVOLVEMENT("Greater involvement meanwhile",
			"It needs no approval. A new proposal for a joint committee can be made in-year", "greater-involvement");

	private final String label;

	private final String hint;

	private final @Nullable String model;

	Fallback(String label, String hint, @Nullable String model) {
		this.label = label;
		this.hint = hint;
		this.model = model;
	}

	/** As shown. */
	public String label() {
		return this.label;
	}

	/** What it means. */
	public String hint() {
		return this.hint;
	}

	/** Key of the model that holds then; null where none is settled. */
	public @Nullable String model() {
		return this.model;
	}

	/**
	 * What may follow a proposal.
	 * @param delegated whether the money was to move to the CCG
	 */
	static List<Fallback> after(boolean delegated) {
		return delegated ? List.of(DEVELOP_FURTHER, JOINT_THIS_YEAR) : List.of(GREATER_INVOLVEMENT);
	}

}
