package org.mandate.mandates;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.mandate.access.PersonSummary;
import org.mandate.access.Role;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;
import org.mandate.appraisals.AsAt;
import org.mandate.appraisals.Milestone;
import org.mandate.committees.Committee;
import org.mandate.committees.Committees;
import org.mandate.committees.Composition;
import org.mandate.constitution.Amendment;
import org.mandate.constitution.Constitution;
import org.mandate.guidance.Edition;
import org.mandate.interests.Holder;
import org.mandate.interests.Interests;
import org.mandate.voting.BallotRecord;
import org.mandate.voting.Verdict;
import org.mandate.voting.Voting;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Collects from the modules what the tests are answered from. Within the facade's
 * transactions.
 */
@Component
class MandateReader {

	private final Appraisals appraisals;

	private final Voting voting;

	private final Constitution constitution;

	private final Committees committees;

	private final Interests interests;

	private final int wellAhead;

	MandateReader(Appraisals appraisals, Voting voting, Constitution constitution, Committees committees,
			Interests interests, @Value("${mandate.mandates.days-well-in-advance:28}") int wellAhead) {
		this.appraisals = appraisals;
		this.voting = voting;
		this.constitution = constitution;
		this.committees = committees;
		this.interests = interests;
		this.wellAhead = wellAhead;
	}

	List<Milestone> milestones(AppraisalSummary appraisal) {
		return this.appraisals.milestones(appraisal);
	}

	Material of(AppraisalSummary appraisal, Edition edition, String model, AsAt asAt, List<Milestone> milestones) {
		List<Milestone> past = Material.past(milestones, asAt);
		List<Amendment> amendments = this.constitution.amendments(appraisal);
		return new Material(model, edition.model(model).name(), asAt, appraisal.path(), past, lost(appraisal, past),
				edition.submission(model), amendments.stream().map((amendment) -> amendment.at(asAt)).toList(),
				this.constitution.unchanged(appraisal)
					.filter((said) -> said.stands() && !said.statedOn().isAfter(asAt.day()))
					.orElse(null),
				this.constitution.route(appraisal, model, amendments, asAt), conflicts(edition, model, asAt),
				this.wellAhead);
	}

	/**
	 * Those that closed, carried nothing and whose result is out; asked only where one
	 * closed without carrying anything.
	 */
	private Set<Integer> lost(AppraisalSummary appraisal, List<Milestone> past) {
		Set<String> closed = abouts(past, Milestone.Kind.BALLOT_CLOSED);
		long carried = past.stream().filter((each) -> each.kind() == Milestone.Kind.BALLOT_CARRIED).count();
		if (closed.size() <= carried) {
			return Set.of();
		}
		return this.voting.ballots(appraisal)
			.stream()
			.filter((ballot) -> closed.contains(Integer.toString(ballot.number())) && ballot.isResultOut())
			.filter(MandateReader::isLost)
			.map(BallotRecord::number)
			.collect(Collectors.toSet());
	}

	private static boolean isLost(BallotRecord ballot) {
		Verdict.State state = ballot.outcome(ballot.usualReading()).verdict().state();
		return state == Verdict.State.NOT_CARRIED || state == Verdict.State.NOT_QUORATE;
	}

	private static Set<String> abouts(List<Milestone> past, Milestone.Kind kind) {
		return past.stream()
			.filter((each) -> each.kind() == kind)
			.map(Milestone::about)
			.filter((about) -> about != null)
			.collect(Collectors.toSet());
	}

	private Conflicts conflicts(Edition edition, String model, AsAt asAt) {
		LocalDate day = asAt.day();
		List<Conflicts.Checked> checked = this.committees.all()
			.stream()
			.filter((committee) -> committee.stands() && model.equals(committee.statement().kind().model()))
			.map((committee) -> checked(committee, edition, day))
			.toList();
		List<Holder> holders = this.interests.holders()
			.stream()
			.filter((holder) -> !holder.person().joined().isAfter(asAt.instant()))
			.filter((holder) -> holder.person().left() == null || holder.person().left().isAfter(asAt.instant()))
			.toList();
		List<String> overdue = new ArrayList<>();
		int returned = 0;
		for (Holder holder : holders) {
			if (holder.lastReturn() != null && !holder.lastReturn().isAfter(asAt.instant())) {
				returned++;
			}
			else if (day.isAfter(holder.dueOn())) {
				overdue.add(holder.person().name());
			}
		}
		return new Conflicts(checked, holders.size(), returned, overdue,
				holders.stream()
					.map(Holder::person)
					.filter((person) -> person.roles().contains(Role.CONFLICTS_GUARDIAN))
					.map(PersonSummary::name)
					.toList(),
				day);
	}

	private static Conflicts.Checked checked(Committee committee, Edition edition, LocalDate day) {
		Composition composition = Composition.of(committee, List.of(edition), day);
		long judged = composition.required()
			.stream()
			.filter((reading) -> reading.outcome() == Composition.Outcome.TO_BE_JUDGED)
			.count();
		return new Conflicts.Checked(committee.name(), "/committees/" + committee.id().id(),
				committee.roster(day).sittings().isEmpty(),
				composition.failed().stream().map(Composition.Reading::missing).distinct().toList(), (int) judged);
	}

	/** The rules of the members' mandate for a model by topic, in the edition's order. */
	static Map<String, List<Edition.Rule>> topics(Edition edition, String model) {
		return edition.rules(Edition.Rule.Category.MANDATE, model)
			.stream()
			.collect(Collectors.groupingBy(Edition.Rule::topic, LinkedHashMap::new, Collectors.toList()));
	}

}
