package org.mandate.voting;

import java.time.Clock;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.database.NotFound;

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

	private final Clock clock;

	Returns(Ballots ballots, UnitReturns returns, Clock clock) {
		this.ballots = ballots;
		this.returns = returns;
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
	 * Keep figures as a draft.
	 * @param seen version of the return that the person had before them
	 * @throws BallotNotOpen before opening and after closing
	 * @throws NotYourLocality if the person answers for another locality
	 * @throws FiguresRefused if they do not add up
	 * @throws SavedMeanwhile if somebody else saved in between
	 */
	@Transactional
	public void save(Place place, Figures figures, int seen, Member by) {
		Opened opened = open(place, by, true);
		check(opened, figures);
		opened.unitReturn().save(figures, onBehalf(opened, by), seen, act(by), opened.subject());
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
	 * @throws ReturnNotPossible if nothing waits to be accepted
	 */
	@Transactional
	public void accept(Place place, Member by) {
		Opened opened = open(place, by, false);
		opened.unitReturn().accept(act(by), opened.subject());
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
		check(opened, figures);
		opened.unitReturn()
			.correct(figures, reason.strip(), onBehalf(opened, by), by.is(Role.COMMISSIONING_MANAGER), seen, act(by),
					opened.subject());
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
		if (!by.is(Role.COMMISSIONING_MANAGER) && !by.directs(unit.locality())) {
			throw new NotYourLocality(unit.name(), by.localityName());
		}
		if (whileOpen) {
			ballot.requireOpen(this.clock.instant());
		}
		UnitReturn unitReturn = this.returns.findByBallotAndUnit(ballot.id(), unit.slug()).orElseThrow();
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

	private static List<Warning> warnings(Opened opened, Figures figures) {
		return Warning.of(figures, opened.unit().entitled(), opened.ballot().proposed());
	}

	private static boolean onBehalf(Opened opened, Member by) {
		return !by.directs(opened.unit().locality());
	}

	private Act act(Member by) {
		return new Act(this.clock.instant(), by.name());
	}

}
