package org.mandate.voting;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;
import org.mandate.database.NotFound;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * What every page of one ballot shows around its own.
 */
@Component
class BallotPage {

	private final Appraisals appraisals;

	private final Voting voting;

	BallotPage(Appraisals appraisals, Voting voting) {
		this.appraisals = appraisals;
		this.voting = voting;
	}

	/** The appraisal of a year; it and the address of its ballots go into the model. */
	AppraisalSummary appraisal(String org, String year, Model model) {
		AppraisalSummary appraisal = this.appraisals.of(year);
		model.addAttribute("appraisal", appraisal);
		model.addAttribute("path", path(org, year));
		return appraisal;
	}

	/**
	 * A ballot of the year; it, its address, the ballot of which it is a further round,
	 * and whether the member runs it go into the model.
	 */
	BallotRecord ballot(String org, String year, int number, Member member, Model model) {
		List<BallotRecord> ballots = this.voting.ballots(appraisal(org, year, model));
		BallotRecord ballot = numbered(ballots, number).orElseThrow(() -> new NotFound("There is no ballot " + number));
		if (ballot.follows() != null) {
			numbered(ballots, ballot.follows()).ifPresent((earlier) -> model.addAttribute("earlier", earlier));
		}
		model.addAttribute("ballot", ballot);
		model.addAttribute("ballotPath", "%s/%d".formatted(path(org, year), number));
		model.addAttribute("manages", member.is(Role.COMMISSIONING_MANAGER));
		return ballot;
	}

	/**
	 * The result of a ballot, compared with that of the round before where that is out.
	 * @param reading as in addresses; null for the ballot's usual one
	 */
	ResultView result(BallotRecord ballot, @Nullable String reading, Model model) {
		Outcome before = (model.getAttribute("earlier") instanceof BallotRecord earlier && earlier.isResultOut())
				? earlier.outcome(earlier.usualReading()) : null;
		return new ResultView(ballot.outcome(Reading.wanted(reading, ballot)), before);
	}

	private static Optional<BallotRecord> numbered(List<BallotRecord> ballots, int number) {
		return ballots.stream().filter((each) -> each.number() == number).findFirst();
	}

	static String path(String org, String year) {
		return "/%s/appraisals/%s/ballots".formatted(org, year);
	}

}
