package org.mandate.voting;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;

/**
 * One version of what a unit returns. Its figures can change while it is a draft; after
 * that only its fate is added.
 */
@Entity
class ReturnVersion {

	@Id
	private UUID id;

	private int number;

	private @Nullable String notStated;

	private @Nullable String asSaid;

	private @Nullable BigDecimal reportedPercentage;

	@Enumerated(EnumType.STRING)
	private Rule.@Nullable Base reportedBase;

	private int abstained;

	private int spoilt;

	private int conflictedOut;

	private int absent;

	private @Nullable String warningsReason;

	@Embedded
	@AttributeOverride(name = "at", column = @Column(name = "entered_at"))
	@AttributeOverride(name = "by", column = @Column(name = "entered_by"))
	private Act entry;

	private @Nullable UUID enteredPerson;

	private boolean onBehalf;

	@Enumerated(EnumType.STRING)
	private Way way = Way.COUNTS;

	private @Nullable String correctionReason;

	@Embedded
	@AttributeOverride(name = "at", column = @Column(name = "returned_at"))
	@AttributeOverride(name = "by", column = @Column(name = "returned_by"))
	private @Nullable Act returned;

	@Embedded
	@AttributeOverride(name = "at", column = @Column(name = "accepted_at"))
	@AttributeOverride(name = "by", column = @Column(name = "accepted_by"))
	private @Nullable Act acceptance;

	@Embedded
	@AttributeOverride(name = "at", column = @Column(name = "sent_back_at"))
	@AttributeOverride(name = "by", column = @Column(name = "sent_back_by"))
	private @Nullable Act sendingBack;

	private @Nullable String sentBackReason;

	private @Nullable Integer registerCount;

	@Embedded
	@AttributeOverride(name = "at", column = @Column(name = "register_at"))
	@AttributeOverride(name = "by", column = @Column(name = "register_by"))
	private @Nullable Act registerEntry;

	@Convert(converter = FiguresJson.class)
	@ColumnTransformer(write = "cast(? as jsonb)")
	private @Nullable Figures secondFigures;

	@Embedded
	@AttributeOverride(name = "at", column = @Column(name = "second_at"))
	@AttributeOverride(name = "by", column = @Column(name = "second_by"))
	private @Nullable Act secondEntry;

	private @Nullable String settledReason;

	@ElementCollection(fetch = FetchType.EAGER)
	@CollectionTable(name = "return_vote", joinColumns = @JoinColumn(name = "version_id"))
	@MapKeyColumn(name = "choice")
	@Column(name = "practices")
	private Map<String, Integer> votes = new LinkedHashMap<>();

	@ElementCollection(fetch = FetchType.LAZY)
	@CollectionTable(name = "return_roll", joinColumns = @JoinColumn(name = "version_id"))
	@MapKeyColumn(name = "practice_id")
	@Column(name = "vote")
	private Map<UUID, String> roll = new LinkedHashMap<>();

	@SuppressWarnings("NullAway.Init")
	protected ReturnVersion() {
	}

	ReturnVersion(int number, Entered entered, boolean onBehalf, @Nullable String correctionReason, Act entry) {
		this.id = UUID.randomUUID();
		this.number = number;
		this.onBehalf = onBehalf;
		this.correctionReason = correctionReason;
		this.entry = entry;
		revise(entered, onBehalf, entry);
	}

	final void revise(Entered entered, boolean onBehalf, Act entry) {
		Figures figures = entered.figures();
		this.votes.clear();
		figures.votes().forEach((choice, practices) -> {
			if (!choice.equals(figures.notStated())) {
				this.votes.put(choice, practices);
			}
		});
		this.notStated = figures.notStated();
		this.asSaid = figures.asSaid();
		Reported reported = figures.reported();
		this.reportedPercentage = (reported != null) ? reported.percentage() : null;
		this.reportedBase = (reported != null) ? reported.base() : null;
		this.abstained = figures.abstained();
		this.spoilt = figures.spoilt();
		this.conflictedOut = figures.conflictedOut();
		this.absent = figures.absent();
		if (this.way.byPractice() || entered.way().byPractice()) {
			this.roll.keySet().retainAll(entered.roll().votes().keySet());
			this.roll.putAll(entered.roll().votes());
		}
		this.way = entered.way();
		this.entry = entry;
		this.onBehalf = onBehalf;
	}

	/** What was entered, to be entered once more. */
	Entered entered() {
		return new Entered(figures(), this.way, new Roll(this.roll));
	}

	/** Whether the same person entered exactly this before. */
	boolean says(Entered entered, String by) {
		return this.entry.by().equals(by) && this.way == entered.way() && figures().equals(entered.figures())
				&& (!this.way.byPractice() || this.roll.equals(entered.roll().votes()));
	}

	void giveBack(@Nullable String warningsReason, Act act) {
		this.warningsReason = warningsReason;
		this.returned = act;
	}

	/**
	 * Refuse to let the figures count before a second entry agrees with them.
	 * @param needed whether there has to be one
	 * @param unit whose figures they are
	 * @throws ReturnNotPossible if it is missing or differs
	 */
	void requireAgreed(boolean needed, String unit) {
		if (secondFigures().isPresent()) {
			throw new ReturnNotPossible(
					"The two entries for " + unit + " differ. Compare them and choose the one that is right");
		}
		if (needed) {
			throw new ReturnNotPossible("In this ballot figures count only when two people entered the same. "
					+ "Another person has to enter those of " + unit + " before they can be accepted");
		}
	}

	void accept(Act act) {
		this.acceptance = act;
	}

	/** Notes who entered it, by identity. */
	void enteredBy(UUID person) {
		this.enteredPerson = person;
	}

	/** Whether this person entered it. */
	boolean wasEnteredBy(UUID person, String name) {
		return SecondEntry.isSame(this.enteredPerson, this.entry.by(), person, name);
	}

	/**
	 * Keep what a second person entered.
	 * @param person identity of that person
	 * @param unit whose figures they are
	 * @throws ReturnNotPossible if the same person entered the first
	 */
	void enterAgain(Figures figures, UUID person, Act act, String unit) {
		if (wasEnteredBy(person, act.by())) {
			throw new ReturnNotPossible("You entered the figures of " + unit
					+ " yourself. The second entry has to come from another person");
		}
		this.secondFigures = figures;
		this.secondEntry = act;
	}

	/** What a second person entered, as a version of its own that is returned. */
	ReturnVersion second(int number) {
		Act entry = Objects.requireNonNull(this.secondEntry);
		ReturnVersion second = new ReturnVersion(number, Entered.counts(Objects.requireNonNull(this.secondFigures)),
				this.onBehalf, null, entry);
		second.giveBack(null, entry);
		return second;
	}

	/** Lets it count instead of another entry of the same votes. */
	void settle(String reason, Act act) {
		this.settledReason = reason;
		this.acceptance = act;
	}

	/** What a second person entered; empty while nobody did. */
	Optional<Figures> secondFigures() {
		return Optional.ofNullable(this.secondFigures);
	}

	void sendBack(String reason, Act act) {
		this.sentBackReason = reason;
		this.sendingBack = act;
	}

	/** Whether the number that was not stated could be entered from the register. */
	boolean lacksRegisterCount() {
		return figures().incomplete() && this.registerCount == null;
	}

	/**
	 * Enter the number that was not stated.
	 * @param entitled practices entitled in the unit
	 * @return how many that leaves
	 */
	int enterRegisterCount(int entitled, Act act) {
		int practices = entitled - figures().stated();
		this.registerCount = practices;
		this.registerEntry = act;
		return practices;
	}

	Figures figures() {
		Reported reported = (this.reportedPercentage != null && this.reportedBase != null)
				? new Reported(this.reportedPercentage, this.reportedBase) : null;
		return new Figures(this.votes, this.notStated, this.asSaid, reported, this.abstained, this.spoilt,
				this.conflictedOut, this.absent);
	}

	boolean isDraft() {
		return this.returned == null;
	}

	boolean isReturned() {
		return this.returned != null && this.acceptance == null && this.sendingBack == null;
	}

	boolean isAccepted() {
		return this.acceptance != null;
	}

	Way way() {
		return this.way;
	}

	int number() {
		return this.number;
	}

	Instant enteredAt() {
		return this.entry.at();
	}

}
