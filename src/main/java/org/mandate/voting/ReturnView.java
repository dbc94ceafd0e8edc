package org.mandate.voting;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What the pages of a return show.
 *
 * @param path address of the return
 * @param ballotPath address of the ballot
 * @param ballot the ballot
 * @param unit the locality
 * @param electors its practices, with what they did by the latest version
 * @param state how far its return is
 * @param manages whether the person accepts and sends back
 * @param canEnter whether figures can be entered now
 * @param warnings what is unusual about the latest figures
 */
public record ReturnView(String path, String ballotPath, BallotRecord ballot, BallotRecord.UnitRecord unit,
		List<Elector> electors, UnitOutcome.State state, boolean manages, boolean canEnter, List<Warning> warnings) {

	/** The latest figures. */
	public @Nullable EnteredFigures latest() {
		return this.unit.latest().orElse(null);
	}

	/** Practices not accounted for by some figures. */
	public int rest(Figures figures) {
		return this.unit.entitled() - figures.stated();
	}

	/** Whether the latest version says what each practice did. */
	public boolean byPractice() {
		return this.unit.latest().filter((latest) -> latest.way().byPractice()).isPresent();
	}

	/**
	 * Whether only what each practice did can be returned, because practices weigh
	 * differently.
	 */
	public boolean rollsOnly() {
		return this.ballot.rule().weight().weighted();
	}

	/** Whether accepted figures are corrected practice by practice. */
	public boolean correctedByRoll() {
		return rollsOnly() || this.unit.counting().filter((counting) -> counting.way().byPractice()).isPresent();
	}

	/** What each practice can be entered with. */
	public List<RollChoice> rollChoices() {
		return RollChoice.of(this.ballot);
	}

	/** What a vote in a roll is called; a practice without one returned nothing. */
	public String said(@Nullable String vote) {
		String code = (vote != null) ? vote : "";
		return rollChoices().stream()
			.filter((choice) -> choice.code().equals(code))
			.map(RollChoice::name)
			.findFirst()
			.orElse(code);
	}

}
