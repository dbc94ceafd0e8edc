package org.mandate.voting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.database.NotFound;
import org.mandate.forms.TableFile;
import org.mandate.guidance.Deadline;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the localities return in a ballot. A locality's director enters its figures; the
 * commissioning manager may do so on its behalf, accepts them, and sends them back.
 */
@Component
public class Returns {

	private final Ballots ballots;

	private final UnitReturns returns;

	private final RollReader rolls;

	private final Clock clock;

	Returns(Ballots ballots, UnitReturns returns, RollReader rolls, Clock clock) {
		this.ballots = ballots;
		this.returns = returns;
		this.rolls = rolls;
		this.clock = clock;
	}

	/**
	 * Names the return of one locality in one ballot.
	 *
	 * @param appraisal the appraisal
	 * @param ballot number of the ballot
	 * @param unit the locality's name in addresses
	 */
	public record Place(AppraisalSummary appraisal, int ballot, String unit) {
	}

	/** A return with all that is needed to change it. */
	private record Opened(Ballot ballot, BallotUnit unit, UnitReturn unitReturn, UnitReturn.Subject subject) {
	}

	/**
	 * The practices of a unit by name, with what they did by the latest version of its
	 * return.
	 */
	@Transactional(readOnly = true)
	public List<Elector> electors(BallotRecord ballot, String unit) {
		return this.rolls.electors(ballot.id(), unit, today());
	}

	/** What a file says each practice of a unit did, against the electorate. */
	@Transactional(readOnly = true)
	public RollFile read(BallotRecord ballot, BallotRecord.UnitRecord unit, List<TableFile.Row> rows) {
		return RollFile.read(rows, RollFile.Against.of(ballot, unit.name(), electors(ballot, unit.slug()),
				this.rolls.unitNames(ballot.id())));
	}

	/**
	 * Undo a file: what was entered before it is the draft again, as a version of its
	 * own.
	 * @param seen version of the return that the person had before them
	 * @throws ReturnNotPossible if the draft is no file's
	 * @throws SavedMeanwhile if somebody else saved in between
	 */
	@Transactional
	public void undoFile(Place place, int seen, Member by) {
		Opened opened = open(place, by, true);
		opened.unitReturn().undoFile(onBehalf(opened, by), seen, act(by), opened.subject());
		opened.unitReturn().enteredBy(by.id().id());
		this.returns.save(opened.unitReturn());
	}

	/**
	 * What each practice did by the versions that count, by the unit's name in addresses.
	 * Units that returned counts alone are left out.
	 */
	@Transactional(readOnly = true)
	public Map<String, Roll> countingRolls(BallotRecord ballot) {
		return this.rolls.counting(ballot.id());
	}

	/**
	 * Keep figures as a draft. A draft that said what each practice did no longer does.
	 * @param seen version of the return that the person had before them
	 * @throws BallotNotOpen before opening and after closing
	 * @throws NotYourLocality if the person answers for another locality
	 * @throws FiguresRefused if they do not add up
	 * @throws SavedMeanwhile if somebody else saved in between
	 */
	@Transactional
	public void save(Place place, Figures figures, int seen, Member by) {
		Opened opened = open(place, by, true);
		requireRoll(opened.ballot().rule().weight().weighted());
		check(opened, figures);
		save(opened, Entered.counts(figures), seen, by);
	}

	/**
	 * Keep what each practice did as a draft; its figures are derived from that.
	 * @param way how it came: any but counts
	 * @param seen version of the return that the person had before them
	 * @throws BallotNotOpen before opening and after closing
	 * @throws NotYourLocality if the person answers for another locality
	 * @throws FiguresRefused if a practice is not of the locality, a vote not on offer,
	 * or nothing entered
	 * @throws SavedMeanwhile if somebody else saved in between
	 */
	@Transactional
	public void saveRoll(Place place, Roll roll, Way way, int seen, Member by) {
		Opened opened = open(place, by, true);
		check(opened, roll);
		save(opened, Entered.of(roll, way), seen, by);
	}

	private void save(Opened opened, Entered entered, int seen, Member by) {
		opened.unitReturn().save(entered, onBehalf(opened, by), seen, act(by), opened.subject());
		opened.unitReturn().enteredBy(by.id().id());
		this.returns.save(opened.unitReturn());
	}

	/**
	 * Return the draft. Sent twice, it is returned once.
	 * @param reason why unlikely figures are right; null if none are unlikely
	 * @throws BallotNotOpen before opening and after closing
	 * @throws ReasonNeeded if there are warnings and no reason
	 */
	@Transactional
	public void submit(Place place, @Nullable String reason, Member by) {
		Opened opened = open(place, by, true);
		Figures figures = opened.unitReturn().latestFigures().orElse(Figures.none());
		check(opened, figures);
		String given = (reason != null && !reason.isBlank()) ? reason.strip() : null;
		if (given == null && !warnings(opened, figures).isEmpty()) {
			throw new ReasonNeeded("Say why these figures are right");
		}
		opened.unitReturn().giveBack(given, act(by), opened.subject());
		this.returns.save(opened.unitReturn());
	}

	/**
	 * Let a locality's figures count.
	 * @throws ReturnNotPossible if nothing waits to be accepted, or another person has to
	 * enter the figures before
	 */
	@Transactional
	public void accept(Place place, Member by) {
		Opened opened = open(place, by, false);
		opened.unitReturn().accept(opened.ballot().secondEntry(), act(by), opened.subject());
		this.returns.save(opened.unitReturn());
	}

	/**
	 * Enter returned figures a second time, also after closing. If both entries agree the
	 * return is accepted with that; otherwise a manager chooses.
	 * @return whether they agree
	 * @throws ReturnNotPossible if the ballot wants none, nothing is returned, or the
	 * same person entered it first
	 * @throws FiguresRefused if they do not add up
	 */
	@Transactional
	public boolean enterAgain(Place place, Figures figures, Member by) {
		Opened opened = open(place, by, false);
		if (!opened.ballot().secondEntry()) {
			throw new ReturnNotPossible("In this ballot figures are entered once");
		}
		check(opened, figures);
		boolean agree = opened.unitReturn().enterAgain(figures, by.id().id(), act(by), opened.subject());
		this.returns.save(opened.unitReturn());
		return agree;
	}

	/**
	 * Choose one of two entries that differ. It counts at once.
	 * @param second whether it is the second one
	 * @param reason why
	 * @param seen version of the return that the person had before them
	 * @throws ReturnNotPossible if there are no two entries that differ
	 * @throws SavedMeanwhile if somebody changed the return in between
	 */
	@Transactional
	public void settle(Place place, boolean second, String reason, int seen, Member by) {
		Opened opened = open(place, by, false);
		requireRoll(second && opened.ballot().rule().weight().weighted());
		opened.unitReturn().settle(second, reason.strip(), seen, act(by), opened.subject());
		this.returns.save(opened.unitReturn());
	}

	/**
	 * Give a locality's figures back to its director, while the ballot is open.
	 * @param reason what is to be put right
	 * @throws BallotNotOpen after closing: then they can be accepted, and corrected
	 */
	@Transactional
	public void sendBack(Place place, String reason, Member by) {
		Opened opened = open(place, by, true);
		opened.unitReturn().sendBack(reason.strip(), act(by), opened.subject());
		this.returns.save(opened.unitReturn());
	}

	/**
	 * Put accepted figures right, also after closing. A manager's correction counts at
	 * once; a director's waits to be accepted.
	 * @param reason why
	 * @param seen version of the return that the person had before them
	 * @throws FiguresRefused if they do not add up
	 * @throws SavedMeanwhile if somebody else saved in between
	 */
	@Transactional
	public void correct(Place place, Figures figures, String reason, int seen, Member by) {
		Opened opened = open(place, by, false);
		requireRoll(opened.ballot().rule().weight().weighted());
		check(opened, figures);
		correct(opened, Entered.counts(figures), reason, seen, by);
	}

	/**
	 * Put right what each practice did, also after closing, as {@link #correct} does for
	 * counts.
	 * @param way how it came: any but counts
	 * @param reason why
	 * @param seen version of the return that the person had before them
	 * @throws FiguresRefused if it cannot be returned
	 * @throws SavedMeanwhile if somebody else saved in between
	 */
	@Transactional
	public void correctRoll(Place place, Roll roll, Way way, String reason, int seen, Member by) {
		Opened opened = open(place, by, false);
		check(opened, roll);
		correct(opened, Entered.of(roll, way), reason, seen, by);
	}

	private void correct(Opened opened, Entered entered, String reason, int seen, Member by) {
		opened.unitReturn()
			.correct(entered, reason.strip(), onBehalf(opened, by), by.is(Role.COMMISSIONING_MANAGER), seen, act(by),
					opened.subject());
		opened.unitReturn().enteredBy(by.id().id());
		this.returns.save(opened.unitReturn());
	}

	/**
	 * Enter, for every locality that said that the rest agreed without a number, how many
	 * practices that is on the register.
	 * @return how many localities it was entered for
	 */
	@Transactional
	public int enterRegisterCounts(AppraisalSummary appraisal, int number, Member by) {
		Ballot ballot = this.ballots.findByAppraisalAndNumber(appraisal.id(), number)
			.orElseThrow(() -> new NotFound("There is no ballot " + number));
		int entered = 0;
		for (UnitReturn unitReturn : this.returns.findByBallot(ballot.id())) {
			BallotUnit unit = ballot.unit(unitReturn.unit());
			if (unitReturn.enterRegisterCount(unit.entitled(), act(by), subject(ballot, unit))) {
				this.returns.save(unitReturn);
				entered++;
			}
		}
		return entered;
	}

	private Opened open(Place place, Member by, boolean whileOpen) {
		Ballot ballot = this.ballots.findForReturning(place.appraisal().id(), place.ballot())
			.orElseThrow(() -> new NotFound("There is no ballot " + place.ballot()));
		BallotUnit unit = ballot.unit(place.unit());
		if (!by.is(Role.COMMISSIONING_MANAGER) && !directs(by, unit)) {
			throw new NotYourLocality(unit.name(), by.localityName());
		}
		UnitReturn unitReturn = this.returns.findFirstByBallotAndUnitOrderByRoundNumberDesc(ballot.id(), unit.slug())
			.orElseThrow();
		if (whileOpen) {
			unitReturn.requireOpen(ballot, this.clock.instant());
		}
		return new Opened(ballot, unit, unitReturn, subject(ballot, unit));
	}

	private static UnitReturn.Subject subject(Ballot ballot, BallotUnit unit) {
		return new UnitReturn.Subject(ballot.appraisal().id(), ballot.number(), unit.name());
	}

	private static void check(Opened opened, Figures figures) {
		List<Figures.Problem> problems = figures.problems(opened.unit().entitled(), opened.ballot().choices());
		if (!problems.isEmpty()) {
			throw new FiguresRefused(problems);
		}
	}

	private void check(Opened opened, Roll roll) {
		List<Figures.Problem> problems = roll.problems(electors(opened), opened.ballot().choices());
		if (!problems.isEmpty()) {
			throw new FiguresRefused(problems);
		}
	}

	/**
	 * Refuse counts where practices weigh differently: how many agreed does not say how
	 * much they weigh, so such a ballot takes rolls alone.
	 * @param weighted whether the rule of the ballot weighs practices
	 * @throws FiguresRefused if it does
	 */
	static void requireRoll(boolean weighted) {
		if (weighted) {
			throw new FiguresRefused(List.of(new Figures.Problem("votes",
					"In this ballot practices do not weigh the same, so a number of practices is not enough: enter what each practice did")));
		}
	}

	private List<Warning> warnings(Opened opened, Figures figures) {
		List<Warning> warnings = new ArrayList<>(
				Warning.of(figures, opened.unit().entitled(), opened.ballot().proposed()));
		warnings.addAll(Warning.ofClosed(electors(opened), opened.unitReturn().latestWay()));
		return warnings;
	}

	private List<Elector> electors(Opened opened) {
		return this.rolls.electors(opened.ballot().id(), opened.unit().slug(), today());
	}

	private LocalDate today() {
		return LocalDate.now(this.clock.withZone(Deadline.LONDON));
	}

	private static boolean onBehalf(Opened opened, Member by) {
		return !directs(by, opened.unit());
	}

	private static boolean directs(Member member, BallotUnit unit) {
		return unit.locality() != null && member.directs(unit.locality());
	}

	private Act act(Member by) {
		return new Act(this.clock.instant(), by.name());
	}

}
