package org.mandate.voting;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.database.NotFound;
import org.mandate.guidance.Edition;
import org.mandate.guidance.EditionRef;
import org.mandate.guidance.Guidance;
import org.mandate.organisations.Locality;
import org.mandate.organisations.MemberPractice;
import org.mandate.organisations.Organisations;

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

	private final Organisations organisations;

	private final Guidance guidance;

	private final JdbcTemplate jdbc;

	private final Clock clock;

	Voting(Ballots ballots, UnitReturns returns, BallotReader reader, Organisations organisations, Guidance guidance,
			JdbcTemplate jdbc, Clock clock) {
		this.ballots = ballots;
		this.returns = returns;
		this.reader = reader;
		this.organisations = organisations;
		this.guidance = guidance;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * The practices that would be entitled in a unit.
	 *
	 * @param locality the locality; null for practices that are in none
	 * @param practices by name
	 */
	public record Electorate(@Nullable Locality locality, List<MemberPractice> practices) {

		/** Their registered patients. */
		public int patients() {
			return this.practices.stream()
				.mapToInt((practice) -> Objects.requireNonNullElse(practice.listSize(), 0))
				.sum();
		}

	}

	/**
	 * Set up a ballot of the models that the appraisal's guidance offers.
	 * @param appraisal the appraisal
	 * @param plan what is asked, and the rule
	 * @return the number of the new ballot within the appraisal
	 * @throws NotFound if the recommended model is not on offer
	 */
	@Transactional
	public int setUp(AppraisalSummary appraisal, BallotPlan plan) {
		List<Choice> choices = choices(appraisal);
		if (plan.kind() == BallotKind.CONFIRM
				&& choices.stream().noneMatch((choice) -> choice.code().equals(plan.proposed()))) {
			throw new NotFound("The model " + plan.proposed() + " is not on offer");
		}
		int number = this.ballots.countByAppraisal(appraisal.id()) + 1;
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
	 * Who would be entitled to vote, by locality in the order of localities; practices in
	 * none come last.
	 * @param census the day on whose register they are members
	 * @param quarter of the list sizes, such as {@code 2015Q1}
	 */
	@Transactional(readOnly = true)
	public List<Electorate> electorate(LocalDate census, String quarter) {
		Map<UUID, Locality> localities = this.organisations.localities()
			.stream()
			.collect(Collectors.toMap(Locality::id, (locality) -> locality));
		Map<Optional<UUID>, List<MemberPractice>> members = new LinkedHashMap<>();
		for (MemberPractice practice : this.organisations.membersOn(census, quarter)) {
			members.computeIfAbsent(Optional.ofNullable(practice.locality()), (key) -> new ArrayList<>()).add(practice);
		}
		return members.entrySet()
			.stream()
			.map((entry) -> new Electorate(entry.getKey().map(localities::get).orElse(null), entry.getValue()))
			.toList();
	}

	/**
	 * Open a ballot: its rule, choices and electorate are frozen as they are now.
	 * @param by who opens it
	 * @throws BallotNotOpenable if it was opened before, or practices are in no locality,
	 * or nobody is entitled
	 */
	@Transactional
	public void open(AppraisalSummary appraisal, int number, String by) {
		Ballot ballot = this.ballots.findForClosing(appraisal.id(), number).orElseThrow(() -> missing(number));
		List<Electorate> electorate = electorate(ballot.census(), ballot.quarter());
		List<BallotUnit> units = new ArrayList<>();
		for (Electorate each : electorate) {
			Locality locality = each.locality();
			if (locality == null) {
				throw new BallotNotOpenable(
						"%d practices are in no locality, so nobody would return their votes: assign them to localities first, for example %s"
							.formatted(each.practices().size(), each.practices().getFirst().name()));
			}
			units.add(new BallotUnit(locality.slug(), locality.name(), locality.id(), locality.provenance(),
					each.practices().size(), each.patients()));
		}
		ballot.open(units, new Act(this.clock.instant(), by));
		this.ballots.saveAndFlush(ballot);
		freeze(ballot.id(), electorate);
		units.forEach((unit) -> this.returns.save(new UnitReturn(ballot.id(), unit.slug())));
	}

	private void freeze(BallotId ballot, List<Electorate> electorate) {
		List<Object[]> electors = new ArrayList<>();
		for (Electorate each : electorate) {
			for (MemberPractice practice : each.practices()) {
				electors.add(
						new Object[] { ballot.id(), practice.practice(), Objects.requireNonNull(each.locality()).slug(),
								practice.code(), practice.name(), practice.listSize() });
			}
		}
		this.jdbc.batchUpdate(
				"insert into elector (ballot_id, practice_id, unit, code, name, patients) values (?, ?, ?, ?, ?, ?)",
				electors);
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
		return this.jdbc.query("""
				select b.id || '-' || b.version || '-' || (closed_at is not null or coalesce(closes_at <= ?, false)) || '-'
					|| (select count(*) || '-' || coalesce(sum(r.version), 0) from unit_return r where r.ballot_id = b.id)
				from ballot b where b.appraisal_id = ? and b.number = ?
				""", (row, at) -> row.getString(1), this.clock.instant().atOffset(ZoneOffset.UTC), appraisal.id().id(),
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
			.filter((ballot) -> ballot.opening() != null)
			.findFirst()
			.map((ballot) -> ballot.outcome(ballot.usualReading()));
	}

	private static NotFound missing(int number) {
		return new NotFound("There is no ballot " + number);
	}

}
