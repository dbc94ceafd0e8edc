package org.mandate.voting;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

import org.mandate.TestPractices;
import org.mandate.access.PathFixtures;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;
import org.mandate.organisations.Locality;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * An open ballot over the localities of both directors, with an accepted return of the
 * first, so that every page of it has something to show.
 */
class VotingPathFixtures implements PathFixtures {

	private final Appraisals appraisals;

	private final Voting voting;

	private final Returns returns;

	private final Comments comments;

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	VotingPathFixtures(Appraisals appraisals, Voting voting, Returns returns, Comments comments, JdbcClient jdbc,
			TransactionTemplate transaction) {
		this.appraisals = appraisals;
		this.voting = voting;
		this.returns = returns;
		this.comments = comments;
		this.jdbc = jdbc;
		this.transaction = transaction;
	}

	@Override
	public Map<String, String> make(Setting setting) {
		AppraisalSummary appraisal = this.appraisals.of(setting.values().get("{year}"));
		this.transaction.executeWithoutResult((status) -> {
			practice(setting.own(), "X00001");
			practice(setting.other(), "X00002");
			this.jdbc.sql("update practice_membership set locality_id = ? where locality_id is null")
				.param(setting.own().id())
				.update();
		});
		int number = this.voting.setUp(appraisal, new BallotPlan(BallotKind.CONFIRM, "Do you agree?", "joint",
				Rule.simpleMajority(), LocalDate.of(2015, 1, 1), "2015Q1"));
		this.voting.open(appraisal, number, setting.manager().name());
		Returns.Place place = new Returns.Place(appraisal, number, setting.own().slug());
		this.returns.save(place, new Figures(Map.of("joint", 1), null, null, 0, 0, 0, 0), 0, setting.manager());
		this.returns.submit(place, "As minuted", setting.manager());
		this.returns.accept(place, setting.manager());
		UUID comment = UUID.randomUUID();
		this.comments.record(place, comment, Theme.FUNDING, "Who pays?", setting.manager());
		return Map.of("ballots/{number}", Integer.toString(number), "/{number}", Integer.toString(number),
				"returns/{unit}", setting.own().slug(), "re-votes/{unit}", setting.own().slug(), "comments/{comment}",
				comment.toString());
	}

	private void practice(Locality locality, String code) {
		TestPractices.member(this.jdbc, locality.id(), code, "The Surgery", 0);
	}

}
