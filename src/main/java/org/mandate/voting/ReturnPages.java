package org.mandate.voting;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * What every page about the return of a locality needs, for those who may see it: its
 * director and the commissioning manager.
 */
@Component
class ReturnPages {

	private final Appraisals appraisals;

	private final Voting voting;

	private final Comments comments;

	ReturnPages(Appraisals appraisals, Voting voting, Comments comments) {
		this.appraisals = appraisals;
		this.voting = voting;
		this.comments = comments;
	}

	Returns.Place place(ReturnController.Address address) {
		return new Returns.Place(this.appraisals.of(address.year()), address.number(), address.unit());
	}

	/**
	 * Find the return and fill the model with what its pages show.
	 * @throws NotYourLocality if the person answers for another locality
	 */
	ReturnController.View view(ReturnController.Address address, Member member, Model model) {
		AppraisalSummary appraisal = this.appraisals.of(address.year());
		BallotRecord ballot = this.voting.ballot(appraisal, address.number());
		BallotRecord.UnitRecord unit = ballot.unit(address.unit());
		boolean manages = member.is(Role.COMMISSIONING_MANAGER);
		if (!manages && !member.directs(unit.locality())) {
			throw new NotYourLocality(unit.name(), member.localityName());
		}
		UnitOutcome.State state = unit.state(ballot.isClosed());
		boolean enterable = state == UnitOutcome.State.AWAITED || state == UnitOutcome.State.SENT_BACK;
		List<Warning> warnings = unit.latest()
			.map((latest) -> Warning.of(latest.figures(), unit.entitled(), ballot.proposed()))
			.orElse(List.of());
		ReturnController.View view = new ReturnController.View(address.path(), address.ballot(), ballot, unit, state,
				manages, ballot.isOpen() && enterable, warnings);
		model.addAttribute("appraisal", appraisal);
		model.addAttribute("view", view);
		model.addAttribute("comments",
				this.comments.of(ballot.id())
					.stream()
					.filter((comment) -> comment.unit().equals(unit.slug()))
					.toList());
		Map<String, String> unstated = new LinkedHashMap<>();
		unstated.put("", "Nobody's: every number is recorded");
		ballot.choices().forEach((choice) -> unstated.put(choice.code(), choice.name()));
		model.addAttribute("unstated", unstated);
		if (!model.containsAttribute("reason")) {
			model.addAttribute("reason", new ReturnController.ReasonForm("", ""));
		}
		return view;
	}

}
