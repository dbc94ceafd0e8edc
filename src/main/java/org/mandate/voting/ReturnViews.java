package org.mandate.voting;

import java.util.ArrayList;
import java.util.List;

import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * Puts together what the pages of a return show, for a person who may see it.
 */
@Component
class ReturnViews {

	private final Appraisals appraisals;

	private final Voting voting;

	private final Returns returns;

	private final Comments comments;

	ReturnViews(Appraisals appraisals, Voting voting, Returns returns, Comments comments) {
		this.appraisals = appraisals;
		this.voting = voting;
		this.returns = returns;
		this.comments = comments;
	}

	/** The return that an address names. */
	Returns.Place place(ReturnAddress address) {
		return new Returns.Place(this.appraisals.of(address.year()), address.number(), address.unit());
	}

	/**
	 * What the pages show; it is put in the model too.
	 * @throws NotYourLocality if the person answers for another locality
	 */
	ReturnView of(ReturnAddress address, Member member, Model model) {
		AppraisalSummary appraisal = this.appraisals.of(address.year());
		BallotRecord ballot = this.voting.ballot(appraisal, address.number());
		BallotRecord.UnitRecord unit = ballot.unit(address.unit());
		boolean manages = member.is(Role.COMMISSIONING_MANAGER);
		if (!manages && !unit.directedBy(member)) {
			throw new NotYourLocality(unit.name(), member.localityName());
		}
		UnitOutcome.State state = unit.state(ballot.isClosed());
		boolean enterable = state == UnitOutcome.State.AWAITED || state == UnitOutcome.State.SENT_BACK;
		List<Elector> electors = this.returns.electors(ballot, unit.slug());
		ReturnView view = new ReturnView(address.path(), address.ballot(), ballot, unit, electors, state, manages,
				ballot.isOpen(unit) && enterable, warnings(ballot, unit, electors));
		model.addAttribute("appraisal", appraisal);
		model.addAttribute("view", view);
		model.addAttribute("second", SecondEntry.state(ballot, view.latest(), member));
		model.addAttribute("comments", this.comments.of(ballot.id(), unit.slug()));
		return view;
	}

	private static List<Warning> warnings(BallotRecord ballot, BallotRecord.UnitRecord unit, List<Elector> electors) {
		List<Warning> warnings = new ArrayList<>();
		unit.latest().ifPresent((latest) -> {
			warnings.addAll(Warning.of(latest.figures(), unit.entitled(), ballot.proposed()));
			warnings.addAll(Warning.ofClosed(electors, latest.way()));
		});
		return List.copyOf(warnings);
	}

}
