package org.mandate.submissions;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;
import org.mandate.appraisals.AsAt;
import org.mandate.appraisals.Milestone;
import org.mandate.committees.Committee;
import org.mandate.committees.Committees;
import org.mandate.considerations.Considerations;
import org.mandate.considerations.Considered;
import org.mandate.constitution.Constitution;
import org.mandate.interests.Interests;
import org.mandate.organisations.Organisation;
import org.mandate.organisations.Organisations;
import org.mandate.organisations.PracticeRegister;
import org.mandate.voting.BallotRecord;
import org.mandate.voting.Outcome;
import org.mandate.voting.Voting;

import org.springframework.stereotype.Component;

/**
 * What the record says for the fields of the pro forma, so that nothing that the record
 * knows has to be typed again. Asked live: what it says may change.
 */
@Component
class Prefill {

	private final Organisations organisations;

	private final PracticeRegister register;

	private final Considerations considerations;

	private final Committees committees;

	private final Interests interests;

	private final Constitution constitution;

	private final Voting voting;

	private final Appraisals appraisals;

	Prefill(Organisations organisations, PracticeRegister register, Considerations considerations,
			Committees committees, Interests interests, Constitution constitution, Voting voting,
			Appraisals appraisals) {
		this.organisations = organisations;
		this.register = register;
		this.considerations = considerations;
		this.committees = committees;
		this.interests = interests;
		this.constitution = constitution;
		this.voting = voting;
		this.appraisals = appraisals;
	}

	/**
	 * What the record says.
	 *
	 * @param offers by field; fields for which it says nothing are left out
	 * @param silences why it says nothing, where that is to be said
	 */
	record Offers(Map<ProFormaField, Offer> offers, Map<ProFormaField, String> silences) {

		@Nullable Offer of(ProFormaField field) {
			return this.offers.get(field);
		}

	}

	/** The same as {@link #offers(AppraisalSummary, String, AsAt, List)}. */
	Offers offers(AppraisalSummary appraisal, String model, AsAt asAt) {
		return offers(appraisal, model, asAt, this.appraisals.milestones(appraisal));
	}

	/**
	 * What the record says for a model at a moment. A fixed number of statements, however
	 * much there is.
	 * @param milestones all of the appraisal
	 */
	Offers offers(AppraisalSummary appraisal, String model, AsAt asAt, List<Milestone> milestones) {
		Map<ProFormaField, Offer> offers = new EnumMap<>(ProFormaField.class);
		Map<ProFormaField, String> silences = new EnumMap<>(ProFormaField.class);
		Organisation organisation = this.organisations.current();
		offer(offers, ProFormaField.ORGANISATION, "%s (%s)".formatted(organisation.name(), organisation.code()),
				"The directory of organisations", "/practices");
		Outcome outcome = this.voting.outcome(appraisal).orElse(null);
		offer(offers, ProFormaField.PRACTICES, practices(asAt, outcome), "The practice register", "/practices");
		considered(offers, appraisal, model);
		Committee committee = this.committees.all()
			.stream()
			.filter((each) -> each.stands() && model.equals(each.statement().kind().model()))
			.findFirst()
			.orElse(null);
		String here = (committee != null) ? "/committees/" + committee.id().id() : "/committees";
		if (committee != null) {
			offer(offers, ProFormaField.GOVERNANCE, RecordWords.governance(committee, asAt.day()),
					"The committee's page", here);
		}
		Offer conflicts = offers.remove(ProFormaField.CONFLICTS);
		offer(offers, ProFormaField.CONFLICTS,
				RecordWords.conflicts(committee, asAt.day(), this.interests.standing().size(),
						(conflicts != null) ? conflicts.text() : null),
				"The appraisal's statement, the committee and the register of interests", "/interests/register");
		offer(offers, ProFormaField.CONSTITUTION, RecordWords.amendments(this.constitution.amendments(appraisal)),
				"Amendments of the constitution", appraisal.path() + "/constitution");
		offer(offers, ProFormaField.ENGAGEMENT, RecordWords.engagement(milestones, asAt), "The engagement log",
				appraisal.path() + "/engagement");
		vote(offers, silences, appraisal, outcome);
		return new Offers(offers, silences);
	}

	private @Nullable String practices(AsAt asAt, @Nullable Outcome outcome) {
		String quarter = (outcome != null) ? outcome.ballot().quarter()
				: this.register
					.practices(new PracticeRegister.Search("", "", null, PracticeRegister.Order.NAME, false), 1)
					.quarter();
		return RecordWords.practices(this.organisations.membersOn(asAt.day(), (quarter != null) ? quarter : "none"),
				quarter, asAt.day());
	}

	private void considered(Map<ProFormaField, Offer> offers, AppraisalSummary appraisal, String model) {
		Considered considered = this.considerations.of(appraisal);
		String path = appraisal.path();
		offer(offers, ProFormaField.BENEFITS, RecordWords.benefits(considered, model),
				"Opportunities considered in the appraisal", path + "/considerations");
		offer(offers, ProFormaField.CONFLICTS, RecordWords.conflictsStatement(considered), "", path);
		offer(offers, ProFormaField.CAPACITY, RecordWords.capacity(considered, model),
				"Capacity considered in the appraisal", path + "/capacity");
		String source = "The primary care money considered in the appraisal";
		String money = path + "/finance";
		offer(offers, ProFormaField.DELEGATED_SUM, RecordWords.allocation(considered.finance()), source, money);
		offer(offers, ProFormaField.AGREED_ALLOCATION, RecordWords.allocation(considered.finance()), source, money);
		offer(offers, ProFormaField.BUSINESS_RULES, RecordWords.businessRules(considered.finance()), source, money);
	}

	/**
	 * The pro forma is read by all members and by NHS England: a result that only
	 * commissioning managers may read is not quoted in it.
	 */
	private static void vote(Map<ProFormaField, Offer> offers, Map<ProFormaField, String> silences,
			AppraisalSummary appraisal, @Nullable Outcome outcome) {
		if (outcome == null) {
			silences.put(ProFormaField.VOTE, "No ballot of the member practices was opened.");
			return;
		}
		BallotRecord ballot = outcome.ballot();
		if (!ballot.isClosed()) {
			silences.put(ProFormaField.VOTE,
					"Ballot %d has not closed, so it has no result yet.".formatted(ballot.number()));
		}
		else if (!ballot.isResultOut()) {
			silences.put(ProFormaField.VOTE,
					"The result of ballot %d is private, so it is not quoted here. Publish it to members first."
						.formatted(ballot.number()));
		}
		else {
			offer(offers, ProFormaField.VOTE, RecordWords.vote(outcome), "The result of ballot " + ballot.number(),
					"%s/ballots/%d/results".formatted(appraisal.path(), ballot.number()));
		}
	}

	private static void offer(Map<ProFormaField, Offer> offers, ProFormaField field, @Nullable String text,
			String source, String path) {
		String said = (text != null) ? text.strip() : "";
		if (!said.isEmpty()) {
			offers.put(field, new Offer(shortened(said, field.most()), source, path));
		}
	}

	private static String shortened(String text, int most) {
		return (text.length() <= most) ? text : text.substring(0, most - 2).stripTrailing() + " …";
	}

}
