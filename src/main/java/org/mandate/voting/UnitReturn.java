package org.mandate.voting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.AbstractAggregateRoot;

/**
 * What one unit returns in one ballot: draft, returned by the director, then accepted by
 * the commissioning manager or sent back with a reason. A correction after acceptance is
 * a new version; nothing is overwritten.
 */
@Entity
class UnitReturn extends AbstractAggregateRoot<UnitReturn> {

	@EmbeddedId
	private ReturnId id;

	@Version
	private int version;

	@Embedded
	@AttributeOverride(name = "id", column = @Column(name = "ballot_id"))
	private BallotId ballot;

	private String unit;

	@Embedded
	private Round round;

	@OneToMany(cascade = CascadeType.ALL, fetch = FetchType.EAGER)
	@JoinColumn(name = "return_id", nullable = false, updatable = false)
	@OrderBy("number")
	private List<ReturnVersion> versions = new ArrayList<>();

	/** Raised with every change, so that the version counts changes of the parts too. */
	private int changes;

	@SuppressWarnings("NullAway.Init")
	protected UnitReturn() {
	}

	UnitReturn(BallotId ballot, String unit) {
		this.id = new ReturnId(UUID.randomUUID());
		this.ballot = ballot;
		this.unit = unit;
		this.round = Round.FIRST;
	}

	/**
	 * The return of the same unit in a new round, opened for it alone. What it returned
	 * before stays on record.
	 * @param why the unit votes again
	 * @throws ReasonNeeded without a reason
	 * @throws ReturnNotPossible while the unit's last re-vote is open
	 */
	UnitReturn again(@Nullable String why, Act act, Subject subject) {
		UnitReturn next = new UnitReturn(this.ballot, this.unit);
		next.round = this.round.next(why, act, subject.unit());
		next.changed("return.reopened", "Opened a re-vote of %s in ballot %d", next.round.reason(),
				Map.of("round", next.round.number()), subject);
		return next;
	}

	/**
	 * End a re-vote.
	 * @throws ReturnNotPossible if none is open
	 */
	void end(Act act, Subject subject) {
		this.round = this.round.ended(act, subject.unit());
		changed("return.closed", "Closed the re-vote of %s in ballot %d", null, Map.of("round", this.round.number()),
				subject);
	}

	/**
	 * Refuse what may happen only while this unit can return.
	 * @param now the instant at which it would happen
	 * @throws BallotNotOpen before and after
	 */
	void requireOpen(Ballot within, Instant now) {
		this.round.requireOpen(within, now);
	}

	/** Where events of this return stand, and what they call it. */
	record Subject(UUID appraisal, int ballot, String unit) {
	}

	/**
	 * Keep what was entered as a draft. Sent again by the same person, as happens when an
	 * answer is lost on its way, it changes nothing.
	 * @param seen the version of this return that the person had before them
	 * @throws SavedMeanwhile if somebody saved in between
	 * @throws ReturnNotPossible if it was returned already
	 */
	void save(Entered entered, boolean onBehalf, int seen, Act act, Subject subject) {
		Optional<ReturnVersion> latest = latest();
		if (latest.filter((version) -> version.isReturned() || version.isAccepted()).isPresent()) {
			throw new ReturnNotPossible("The figures of " + subject.unit()
					+ " were returned already. They can be sent back, or corrected with a reason");
		}
		Optional<ReturnVersion> draft = latest.filter(ReturnVersion::isDraft);
		if (draft.filter((version) -> version.says(entered, act.by())).isPresent()) {
			return;
		}
		requireSeen(seen);
		boolean dropped = draft.filter((version) -> version.way().byPractice()).isPresent()
				&& !entered.way().byPractice();
		// A file can be undone, so it takes the place of no draft.
		draft.filter((version) -> entered.way() != Way.FILE)
			.ifPresentOrElse((version) -> version.revise(entered, onBehalf, act),
					() -> this.versions.add(new ReturnVersion(this.versions.size() + 1, entered, onBehalf, null, act)));
		changed("return.saved",
				"Saved draft figures of %s in ballot %d"
						+ (dropped ? " as counts; what each practice did was dropped" : ""),
				null, entered.facts(), subject);
	}

	/**
	 * Make what was entered before a file the draft again.
	 * @param seen the version of this return that the person had before them
	 * @throws ReturnNotPossible if the draft is no file's
	 * @throws SavedMeanwhile if somebody saved in between
	 */
	void undoFile(boolean onBehalf, int seen, Act act, Subject subject) {
		if (latest().filter((version) -> version.isDraft() && version.way() == Way.FILE).isEmpty()) {
			throw new ReturnNotPossible("The draft of " + subject.unit() + " does not come from a file");
		}
		requireSeen(seen);
		int number = this.versions.size();
		Entered before = (number > 1) ? this.versions.get(number - 2).entered() : Entered.counts(Figures.none());
		this.versions.add(new ReturnVersion(number + 1, before, onBehalf, null, act));
		changed("return.file-undone", "Undid the file of %s in ballot %d", null, before.facts(), subject);
	}

	/**
	 * Return the draft. Doing it again changes nothing.
	 * @param warningsReason why figures that look unlikely are right; null if none do
	 * @throws ReturnNotPossible if there is no draft
	 */
	void giveBack(@Nullable String warningsReason, Act act, Subject subject) {
		ReturnVersion latest = latest().orElseThrow(() -> new ReturnNotPossible("Enter the figures first"));
		if (!latest.isDraft()) {
			return;
		}
		latest.giveBack(warningsReason, act);
		changed("return.returned", "Returned the votes of %s in ballot %d", warningsReason, latest.figures().facts(),
				subject);
	}

	/**
	 * Let the returned figures count. Doing it again changes nothing.
	 * @param secondEntry whether another person has to enter them again before
	 * @throws ReturnNotPossible if nothing is returned, or a second entry is missing or
	 * differs
	 */
	void accept(boolean secondEntry, Act act, Subject subject) {
		ReturnVersion latest = latest().filter((version) -> version.isReturned() || version.isAccepted())
			.orElseThrow(() -> new ReturnNotPossible("Nothing of " + subject.unit() + " is waiting to be accepted"));
		if (latest.isAccepted()) {
			return;
		}
		latest.requireAgreed(secondEntry, subject.unit());
		latest.accept(act);
		changed("return.accepted", "Accepted the return of %s in ballot %d", null, latest.figures().facts(), subject);
	}

	/**
	 * Give the returned figures back to the director.
	 * @throws ReturnNotPossible if nothing is returned
	 */
	void sendBack(String reason, Act act, Subject subject) {
		ReturnVersion latest = latest().filter(ReturnVersion::isReturned)
			.orElseThrow(() -> new ReturnNotPossible("Nothing of " + subject.unit() + " is waiting to be accepted"));
		latest.sendBack(reason, act);
		changed("return.sent-back", "Sent back the return of %s in ballot %d", reason, Map.of(), subject);
	}

	/** Notes the person who entered the latest version, by identity. */
	void enteredBy(UUID person) {
		latest().ifPresent((version) -> version.enteredBy(person));
	}

	/**
	 * Enter returned figures a second time. If both entries agree the return is accepted
	 * with that. Doing it again changes nothing.
	 * @param person identity of who does it
	 * @return whether both agree
	 * @throws ReturnNotPossible if nothing is returned, or the same person entered it, or
	 * somebody else entered other figures already
	 */
	boolean enterAgain(Figures figures, UUID person, Act act, Subject subject) {
		ReturnVersion latest = latest().orElseThrow(() -> waitsForNobody(subject));
		if (latest.secondFigures().filter(figures::equals).isPresent()) {
			return latest.isAccepted();
		}
		if (!latest.isReturned() || latest.secondFigures().isPresent()) {
			throw waitsForNobody(subject);
		}
		latest.enterAgain(figures, person, act, subject.unit());
		changed("return.entered-again", "Entered the votes of %s in ballot %d a second time", null, figures.facts(),
				subject);
		boolean agree = new TwoEntries(latest.figures(), figures).agree();
		if (agree) {
			latest.accept(act);
			changed("return.accepted", "Accepted the return of %s in ballot %d, because two people entered the same",
					null, figures.facts(), subject);
		}
		return agree;
	}

	private static ReturnNotPossible waitsForNobody(Subject subject) {
		return new ReturnNotPossible("No figures of " + subject.unit() + " are waiting to be entered a second time");
	}

	/**
	 * Choose one of two entries that differ; it counts at once. The second one becomes a
	 * version of its own, the first stays readable.
	 * @param second whether it is the second
	 * @param reason why
	 * @param seen the version of this return that the person had before them
	 * @throws ReturnNotPossible if there are no two entries that differ
	 * @throws SavedMeanwhile if somebody changed the return in between
	 */
	void settle(boolean second, String reason, int seen, Act act, Subject subject) {
		ReturnVersion latest = latest().filter(ReturnVersion::isReturned)
			.filter((version) -> version.secondFigures().isPresent())
			.orElseThrow(
					() -> new ReturnNotPossible("There are no two entries for " + subject.unit() + " to choose from"));
		requireSeen(seen);
		Map<String, Object> details = new LinkedHashMap<>();
		details.put("first entry", latest.figures().facts());
		details.put("second entry", latest.secondFigures().orElseThrow().facts());
		if (second) {
			this.versions.add(latest.second(this.versions.size() + 1));
		}
		this.versions.getLast().settle(reason, act);
		changed("return.accepted",
				"Accepted the " + (second ? "second" : "first") + " entry for %s in ballot %d, because the two differ",
				reason, details, subject);
	}

	/**
	 * Put accepted figures right in a new version.
	 * @param reason why
	 * @param accepted whether the new version counts at once (it was made by the person
	 * who accepts)
	 * @param seen the version of this return that the person had before them
	 * @throws ReturnNotPossible if nothing was accepted
	 * @throws SavedMeanwhile if somebody saved in between
	 */
	void correct(Entered entered, String reason, boolean onBehalf, boolean accepted, int seen, Act act,
			Subject subject) {
		ReturnVersion before = counting()
			.orElseThrow(() -> new ReturnNotPossible("Nothing of " + subject.unit() + " has been accepted"));
		requireSeen(seen);
		ReturnVersion corrected = new ReturnVersion(this.versions.size() + 1, entered, onBehalf, reason, act);
		corrected.giveBack(null, act);
		if (accepted) {
			corrected.accept(act);
		}
		this.versions.add(corrected);
		Map<String, Object> details = new LinkedHashMap<>();
		details.put("before", before.figures().facts());
		details.put("after", entered.facts());
		changed("return.corrected", "Corrected the return of %s in ballot %d", reason, details, subject);
	}

	/**
	 * Enter, as an act of its own, how many practices the register has where the unit
	 * stated no number.
	 * @param entitled practices entitled in the unit
	 * @return whether there was a number to enter
	 */
	boolean enterRegisterCount(int entitled, Act act, Subject subject) {
		Optional<ReturnVersion> counting = counting().filter(ReturnVersion::lacksRegisterCount);
		counting.ifPresent((version) -> {
			int rest = version.enterRegisterCount(entitled, act);
			changed("return.register-count",
					"Entered the rest of %s in ballot %d from the register: " + rest + " practices", null,
					Map.of("practices", rest), subject);
		});
		return counting.isPresent();
	}

	private void requireSeen(int seen) {
		if (seen != this.version) {
			throw new SavedMeanwhile();
		}
	}

	/**
	 * Registers what happened; the summary names the unit and the ballot by %s and %d.
	 */
	private void changed(String action, String summary, @Nullable String reason, Map<String, Object> details,
			Subject subject) {
		this.changes++;
		registerEvent(new VotingEvent(action, subject.appraisal(), summary.formatted(subject.unit(), subject.ballot()),
				reason, details));
	}

	private Optional<ReturnVersion> latest() {
		return this.versions.isEmpty() ? Optional.empty() : Optional.of(this.versions.getLast());
	}

	private Optional<ReturnVersion> counting() {
		return this.versions.reversed().stream().filter(ReturnVersion::isAccepted).findFirst();
	}

	/** Figures of the latest version; empty before any were saved. */
	Optional<Figures> latestFigures() {
		return latest().map(ReturnVersion::figures);
	}

	/** How the figures of the latest version came; counts before any were saved. */
	Way latestWay() {
		return latest().map(ReturnVersion::way).orElse(Way.COUNTS);
	}

	String unit() {
		return this.unit;
	}

	BallotId ballot() {
		return this.ballot;
	}

	/** Whether something was returned for this unit. */
	boolean hasReturned() {
		return counting().isPresent() || latest().filter(ReturnVersion::isReturned).isPresent();
	}

}
