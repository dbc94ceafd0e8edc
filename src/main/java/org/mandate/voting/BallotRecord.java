package org.mandate.voting;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.access.Member;
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
 * @param division into which units its electorate is divided
 * @param follows number of the ballot of which this is a further round; null if none
 * @param census the day on whose register practices are entitled
 * @param quarter of the list sizes
 * @param opening who opened it and when; null before
 * @param closure who closed it and when; null before
 * @param closingReason why it closed with returns outstanding; null if none were
 * @param withdrawal who withdrew it and when; null if it was not
 * @param withdrawalReason why it was withdrawn
 * @param choices what is on offer, in order
 * @param secondEntry whether another person enters returned figures again
 * @param units what each unit returned, in order; empty before opening
 * @param closesAt when it closes by itself; null if it does not
 * @param publication who may read the result
 */
public record BallotRecord(BallotId id, int number, String question, BallotKind kind, @Nullable String proposed,
		Rule rule, Division division, @Nullable Integer follows, LocalDate census, String quarter,
		@Nullable Act opening, @Nullable Act closure, @Nullable String closingReason, @Nullable Act withdrawal,
		@Nullable String withdrawalReason, List<Choice> choices, boolean secondEntry, List<UnitRecord> units,
		@Nullable ClosingTime closesAt, Publication publication) {

	/**
	 * What a unit returned, version by version.
	 *
	 * @param slug its name in addresses
	 * @param name as shown
	 * @param locality the locality it is; null for a group of the ballot's own
	 * @param provenance where its list of practices comes from when inferred, else null
	 * @param entitled practices entitled
	 * @param patients their registered patients
	 * @param votes the votes of each practice entitled under a rule that weighs them;
	 * empty otherwise
	 * @param round 1, or more after re-votes
	 * @param revote when and why the latest re-vote was opened; null in the first round
	 * @param version of the return, for noticing that somebody else saved
	 * @param entries every version, oldest first
	 */
	public record UnitRecord(String slug, String name, @Nullable UUID locality, @Nullable String provenance,
			int entitled, int patients, List<Integer> votes, int round, @Nullable Revote revote, int version,
			List<EnteredFigures> entries) {

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

		/** Whether a member enters its votes as its own director. */
		public boolean directedBy(Member member) {
			return this.locality != null && member.directs(this.locality);
		}

		/** Whether returns for it have ended, in its own re-vote or with the ballot. */
		public boolean closed(boolean ballotClosed) {
			return (this.revote != null) ? this.revote.closure() != null : ballotClosed;
		}

		/** How far it is. */
		public UnitOutcome.State state(boolean ballotClosed) {
			if (counting().isPresent()) {
				return UnitOutcome.State.ACCEPTED;
			}
			if (latest().filter(EnteredFigures::isReturned).isPresent()) {
				return UnitOutcome.State.RETURNED;
			}
			if (closed(ballotClosed)) {
				return UnitOutcome.State.NOTHING_RETURNED;
			}
			return latest().filter((entry) -> entry.sendingBack() != null).isPresent() ? UnitOutcome.State.SENT_BACK
					: UnitOutcome.State.AWAITED;
		}

	}

	/** Whether returns can be made. */
	public boolean isOpen() {
		return this.opening != null && this.closure == null && this.withdrawal == null;
	}

	/** Whether it was opened and closed. */
	public boolean isClosed() {
		return this.closure != null;
	}

	/** Whether it was withdrawn: it stays on record and decides nothing. */
	public boolean isWithdrawn() {
		return this.withdrawal != null;
	}

	/** Whether returns can be made for a unit. */
	public boolean isOpen(UnitRecord unit) {
		return this.opening != null && !isWithdrawn() && !unit.closed(isClosed());
	}

	/** The units' names, by their names in addresses. */
	public Map<String, String> unitNames() {
		Map<String, String> names = new LinkedHashMap<>();
		this.units.forEach((unit) -> names.put(unit.slug(), unit.name()));
		return names;
	}

	/** Whether any unit can still return, with the ballot or in a re-vote. */
	public boolean isTakingReturns() {
		return this.units.stream().anyMatch(this::isOpen);
	}

	/** The whole rule in words. */
	public String ruleSentence() {
		return this.rule.sentence(this.division);
	}

	/** Whether somebody who does not run the ballot may read the result. */
	public boolean isResultOut() {
		return isClosed() && !isWithdrawn() && this.publication != Publication.PRIVATE;
	}

	/** In words: "Being set up", "Open", "Closed", "Withdrawn". */
	public String stateLabel() {
		if (isWithdrawn()) {
			return "Withdrawn";
		}
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
			.orElseThrow(() -> new NotFound("Ballot " + this.number + " has no " + this.division.unit() + " " + slug));
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
		Verdict verdict = new Declaration(this, outcomes).verdict();
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
				(register != null) ? register : 0, weights(unit, counting));
	}

	private @Nullable Weights weights(UnitRecord unit, @Nullable EnteredFigures counting) {
		if (!this.rule.weight().weighted()) {
			return null;
		}
		return new Weights(unit.votes(), (counting != null) ? counting.weights(this.rule.weight()) : Map.of());
	}

}
