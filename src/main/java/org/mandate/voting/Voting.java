package org.mandate.voting;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.database.NotFound;
import org.mandate.guidance.Edition;
import org.mandate.guidance.EditionRef;
import org.mandate.guidance.Guidance;
import org.mandate.organisations.MemberPractice;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The ballots of an appraisal: setting up, opening, closing, and what they add up to.
 */
@Component
public class Voting {

	private final Ballots ballots;

	private final UnitReturns returns;

	private final BallotReader reader;

	private final Electorates electorates;

	private final Guidance guidance;

	private final JdbcTemplate jdbc;

	private final Clock clock;

	Voting(Ballots ballots, UnitReturns returns, BallotReader reader, Electorates electorates, Guidance guidance,
			JdbcTemplate jdbc, Clock clock) {
		this.ballots = ballots;
		this.returns = returns;
		this.reader = reader;
		this.electorates = electorates;
		this.guidance = guidance;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Set up a ballot.
	 * @param appraisal the appraisal
	 * @param plan what is asked, and the rule
	 * @return the number of the new ballot within the appraisal
	 * @throws NotFound if the recommended model is not on offer, or the ballot that it
	 * follows does not exist
	 */
	@Transactional
	public int setUp(AppraisalSummary appraisal, BallotPlan plan) {
		List<Choice> choices = (plan.kind() == BallotKind.REFERENDUM) ? List.of(Choice.FOR, Choice.AGAINST)
				: choices(appraisal);
		if (plan.kind() == BallotKind.CONFIRM
				&& choices.stream().noneMatch((choice) -> choice.code().equals(plan.proposed()))) {
			throw new NotFound("The model " + plan.proposed() + " is not on offer");
		}
		int number = this.ballots.countByAppraisal(appraisal.id()) + 1;
		if (plan.follows() != null && (plan.follows() < 1 || plan.follows() >= number)) {
			throw missing(plan.follows());
		}
		this.ballots.save(new Ballot(appraisal.id(), number, plan, choices, this.clock.instant()));
		return number;
	}

	/** What practices can vote for under the appraisal's guidance. */
	public List<Choice> choices(AppraisalSummary appraisal) {
		Edition edition = this.guidance.edition(new EditionRef(appraisal.edition(), appraisal.editionVersion()));
		return edition.models().stream().map((model) -> {
			String alias = model.aliases().isEmpty() ? model.name() : model.aliases().getFirst().name();
			return new Choice(model.key(), alias.equals(model.name()) ? alias : alias + ": " + model.name(), alias);
		}).toList();
	}

	/**
	 * Who would be entitled to vote in a ballot that is being set up, by unit; practices
	 * in none come last.
	 */
	@Transactional(readOnly = true)
	public List<Electorate> electorate(BallotRecord ballot) {
		return this.electorates.of(ballot.id(), ballot.division(), ballot.census(), ballot.quarter());
	}

	/**
	 * Say into which group of the ballot's own each practice belongs, in place of what
	 * was said before.
	 * @param groups name of the group by practice
	 * @throws BallotNotOpenable if it was opened before
	 */
	@Transactional
	public void place(AppraisalSummary appraisal, int number, Map<UUID, String> groups) {
		Ballot ballot = this.ballots.findForClosing(appraisal.id(), number).orElseThrow(() -> missing(number));
		ballot.place(groups);
		this.electorates.place(ballot.id(), groups);
		this.ballots.save(ballot);
	}

	/**
	 * Open a ballot: its rule, choices and electorate are frozen as they are now.
	 * @param by who opens it
	 * @throws BallotNotOpenable if it was opened before, or practices are in no unit, or
	 * nobody is entitled, or the rule weighs practices whose list size is not known
	 */
	@Transactional
	public void open(AppraisalSummary appraisal, int number, String by) {
		Ballot ballot = this.ballots.findForClosing(appraisal.id(), number).orElseThrow(() -> missing(number));
		List<Electorate> electorate = this.electorates.of(ballot.id(), ballot.division(), ballot.census(),
				ballot.quarter());
		for (Electorate each : electorate) {
			if (each.unit() == null) {
				throw new BallotNotOpenable(
						"%d practices are in no %s, so nobody would return their votes: assign them first, for example %s"
							.formatted(each.practices().size(), ballot.division().unit(),
									each.practices().getFirst().name()));
			}
			requireListSizes(ballot, each);
		}
		List<BallotUnit> units = electorate.stream().map(Electorate::ballotUnit).toList();
		ballot.open(units, new Act(this.clock.instant(), by));
		this.ballots.saveAndFlush(ballot);
		this.electorates.freeze(ballot.id(), electorate);
		units.forEach((unit) -> this.returns.save(new UnitReturn(ballot.id(), unit.slug())));
	}

	private static void requireListSizes(Ballot ballot, Electorate electorate) {
		List<String> unknown = electorate.practices()
			.stream()
			.filter((practice) -> practice.listSize() == null)
			.map(MemberPractice::name)
			.toList();
		if (ballot.rule().weight().weighted() && !unknown.isEmpty()) {
			throw new BallotNotOpenable(
					"The rule weighs practices by their patients, but the register has no list size of %s for %d of them, for example %s: import the list sizes of that quarter first"
						.formatted(ballot.quarter(), unknown.size(), unknown.getFirst()));
		}
	}

	/**
	 * Take a ballot back: it stays on record and decides nothing.
	 * @param reason why
	 * @throws ReasonNeeded without a reason
	 */
	@Transactional
	public void withdraw(AppraisalSummary appraisal, int number, @Nullable String reason, String by) {
		Ballot ballot = this.ballots.findForClosing(appraisal.id(), number).orElseThrow(() -> missing(number));
		ballot.withdraw(reason, new Act(this.clock.instant(), by));
		this.ballots.save(ballot);
	}

	/**
	 * Let one unit of a closed ballot vote again, alone.
	 * @param unit its name in addresses
	 * @param reason why
	 * @throws BallotNotOpen while the ballot is open or when it was withdrawn
	 * @throws ReasonNeeded without a reason
	 * @throws ReturnNotPossible while its last re-vote is open
	 */
	@Transactional
	public void revote(AppraisalSummary appraisal, int number, String unit, @Nullable String reason, String by) {
		Ballot ballot = this.ballots.findForClosing(appraisal.id(), number).orElseThrow(() -> missing(number));
		ballot.requireClosed();
		this.returns.save(latest(ballot, unit).again(reason, new Act(this.clock.instant(), by), subject(ballot, unit)));
	}

	/**
	 * End the re-vote of a unit.
	 * @throws ReturnNotPossible if none is open
	 */
	@Transactional
	public void endRevote(AppraisalSummary appraisal, int number, String unit, String by) {
		Ballot ballot = this.ballots.findForClosing(appraisal.id(), number).orElseThrow(() -> missing(number));
		UnitReturn latest = latest(ballot, unit);
		latest.end(new Act(this.clock.instant(), by), subject(ballot, unit));
		this.returns.save(latest);
	}

	private UnitReturn latest(Ballot ballot, String unit) {
		return this.returns.findFirstByBallotAndUnitOrderByRoundNumberDesc(ballot.id(), ballot.unit(unit).slug())
			.orElseThrow();
	}

	private static UnitReturn.Subject subject(Ballot ballot, String unit) {
		return new UnitReturn.Subject(ballot.appraisal().id(), ballot.number(), ballot.unit(unit).name());
	}

	/**
	 * Close a ballot.
	 * @param reason why it closes although units have returned nothing; null if all have
	 * @param by who closes it
	 * @throws BallotNotOpen if it is not open
	 * @throws ReasonNeeded if units are outstanding and there is no reason
	 */
	@Transactional
	public void close(AppraisalSummary appraisal, int number, @Nullable String reason, String by) {
		Ballot ballot = this.ballots.findForClosing(appraisal.id(), number).orElseThrow(() -> missing(number));
		ballot.close(this.returns.outstanding(ballot), reason, new Act(this.clock.instant(), by));
		this.ballots.save(ballot);
	}

	/**
	 * Every ballot of an appraisal, in order.
	 */
	@Transactional(readOnly = true)
	public List<BallotRecord> ballots(AppraisalSummary appraisal) {
		return this.reader.of(appraisal.id());
	}

	/**
	 * One ballot of an appraisal.
	 * @throws NotFound if there is none of that number
	 */
	@Transactional(readOnly = true)
	public BallotRecord ballot(AppraisalSummary appraisal, int number) {
		return this.reader.of(appraisal.id(), number).orElseThrow(() -> missing(number));
	}

	/**
	 * A word that differs whenever anything about a ballot has changed: for telling that
	 * nothing did without reading it.
	 * @throws NotFound if there is none of that number
	 */
	@Transactional(readOnly = true)
	public String state(AppraisalSummary appraisal, int number) {
		return this.jdbc
			.query("""
					select b.id || '-' || b.version || '-' || (closed_at is not null or coalesce(closes_at <= ?, false)) || '-'
						|| (select count(*) || '-' || coalesce(sum(r.version), 0) from unit_return r where r.ballot_id = b.id)
					from ballot b where b.appraisal_id = ? and b.number = ?
					""",
					(row, at) -> row.getString(1), this.clock.instant().atOffset(ZoneOffset.UTC), appraisal.id().id(),
					number)
			.stream()
			.findFirst()
			.orElseThrow(() -> missing(number));
	}

	/**
	 * What the latest ballot that was opened adds up to, in its usual reading: what the
	 * recommendation and the paper quote.
	 */
	@Transactional(readOnly = true)
	public Optional<Outcome> outcome(AppraisalSummary appraisal) {
		return ballots(appraisal).reversed()
			.stream()
			.filter((ballot) -> ballot.opening() != null && !ballot.isWithdrawn())
			.findFirst()
			.map((ballot) -> ballot.outcome(ballot.usualReading()));
	}

	private static NotFound missing(int number) {
		return new NotFound("There is no ballot " + number);
	}

}
