package org.mandate.voting;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.database.NotFound;

/**
 * A ballot with all that its units returned, for reading.
 *
 * @param id its identity
 * @param number within the appraisal, from 1
 * @param question as put to the practices
 * @param kind what it asks
 * @param proposed code of the recommended choice; null when the practices choose
 * @param rule when it is carried
 * @param census the day on whose register practices are entitled
 * @param quarter of the list sizes
 * @param opening who opened it and when; null before
 * @param closure who closed it and when; null before
 * @param closingReason why it closed with returns outstanding; null if none were
 * @param choices what is on offer, in order
 * @param units what each unit returned, in order; empty before opening
 * @param closesAt when it closes by itself; null if it does not
 * @param publication who may read the result
 */
public record BallotRecord(BallotId id, int number, String question, BallotKind kind, @Nullable String proposed,
		Rule rule, LocalDate census, String quarter, @Nullable Act opening, @Nullable Act closure,
		@Nullable String closingReason, List<Choice> choices, List<UnitRecord> units,
		@Nullable ClosingTime closesAt, Publication publication) {

	/**
	 * What a unit returned, version by version.
	 *
	 * @param slug its name in addresses
	 * @param name as shown
	 * @param locality the locality it is
	 * @param provenance where its list of practices comes from when inferred, else null
	 * @param entitled practices entitled
	 * @param patients their registered patients
	 * @param version of the return, for noticing that somebody else saved
	 * @param entries every version, oldest first
	 */
	public record UnitRecord(String slug, String name, UUID locality, @Nullable String provenance, int entitled,
			int patients, int version, List<EnteredFigures> entries) {

		/** The latest version. */
		public Optional<EnteredFigures> latest() {
			return this.entries.isEmpty() ? Optional.empty() : Optional.of(this.entries.getLast());
		}

		/** The version that counts: the latest accepted one. */
		public Optional<EnteredFigures> counting() {
			return this.entries.reversed().stream().filter((entry) -> entry.acceptance() != null).findFirst();
		}

		/**
		 * Versions that were accepted, the latest last: more than one after a correction.
		 */
		public List<EnteredFigures> accepted() {
			return this.entries.stream().filter((entry) -> entry.acceptance() != null).toList();
		}

		/** How far it is. */
		public UnitOutcome.State state(boolean closed) {
			if (counting().isPresent()) {
				return UnitOutcome.State.ACCEPTED;
			}
			if (latest().filter(EnteredFigures::isReturned).isPresent()) {
				return UnitOutcome.State.RETURNED;
			}
			if (closed) {
				return UnitOutcome.State.NOTHING_RETURNED;
			}
			return latest().filter((entry) -> entry.sendingBack() != null).isPresent() ? UnitOutcome.State.SENT_BACK
					: UnitOutcome.State.AWAITED;
		}

	}

	/** Whether returns can be made. */
	public boolean isOpen() {
		return this.opening != null && this.closure == null;
	}

	/** Whether it was opened and closed. */
	public boolean isClosed() {
		return this.closure != null;
	}

	/** Whether somebody who does not run the ballot may read the result. */
	public boolean isResultOut() {
		return isClosed() && this.publication != Publication.PRIVATE;
	}

	/** In words: "Being set up", "Open", "Closed". */
	public String stateLabel() {
		return (this.opening == null) ? "Being set up" : (isOpen() ? "Open" : "Closed");
	}

	/**
	 * A unit by its name in addresses.
	 * @throws NotFound if the ballot has none
	 */
	public UnitRecord unit(String slug) {
		return this.units.stream()
			.filter((unit) -> unit.slug().equals(slug))
			.findFirst()
			.orElseThrow(() -> new NotFound("Ballot " + this.number + " has no locality " + slug));
	}

	/** Whether a unit's number that was not stated has been entered from the register. */
	public boolean hasRegisterCounts() {
		return this.units.stream()
			.flatMap((unit) -> unit.counting().stream())
			.anyMatch((entry) -> entry.registerCount() != null);
	}

	/** Units whose number was not stated and not entered from the register either. */
	public List<UnitRecord> withoutNumber() {
		return this.units.stream()
			.filter((unit) -> unit.counting()
				.filter((entry) -> entry.figures().incomplete() && entry.registerCount() == null)
				.isPresent())
			.toList();
	}

	/** What the figures add up to. */
	public Outcome outcome(Reading reading) {
		List<UnitOutcome> outcomes = this.units.stream().map((unit) -> outcome(unit, reading)).toList();
		Verdict verdict = new Evaluation(this.rule, this.kind, this.choices, this.proposed, outcomes).verdict();
		String paragraph = new Paragraph(this.choices, this.proposed, outcomes).text();
		return new Outcome(this, reading, outcomes, new Totals(outcomes), verdict, paragraph);
	}

	/** The reading to show first: with register counts once they have been entered. */
	public Reading usualReading() {
		return hasRegisterCounts() ? Reading.REGISTER : Reading.AS_STATED;
	}

	private UnitOutcome outcome(UnitRecord unit, Reading reading) {
		EnteredFigures counting = unit.counting().orElse(null);
		Figures figures = (counting != null) ? counting.figures() : Figures.none();
		Integer register = (counting != null && reading == Reading.REGISTER) ? counting.registerCount() : null;
		return new UnitOutcome(unit.slug(), unit.name(), unit.provenance(), unit.entitled(), unit.patients(),
				unit.state(isClosed()), (register != null) ? figures.with(register) : figures, figures.notStated(),
				(register != null) ? register : 0);
	}

}
