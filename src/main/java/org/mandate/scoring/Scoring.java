package org.mandate.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.mandate.access.Member;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.options.Option;
import org.mandate.options.Options;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The scoring of the options of an appraisal.
 */
@Component
public class Scoring {

	private final Options options;

	private final ScoringStore store;

	Scoring(Options options, ScoringStore store) {
		this.options = options;
		this.store = store;
	}

	/**
	 * What the panel agreed on, or what is missing for it: a criterion, a weight, an
	 * agreed score. Withdrawn criteria and options are left out. The baseline is in it
	 * unranked where it has every score. Three statements.
	 */
	@Transactional(readOnly = true)
	public AgreedScores agreed(AppraisalSummary appraisal) {
		Scorecard card = Scorecard.of(this.options.of(appraisal), this.store.criteria(appraisal.id()), List.of(),
				List.of(), this.store.agreed(appraisal.id()));
		List<String> missing = missing(card);
		return new AgreedScores(missing.isEmpty() ? performance(card) : null, missing, card.criteria().size(),
				card.shortlist().size(), card.settled());
	}

	/**
	 * Everything about the scoring that this person may see. Five statements.
	 */
	@Transactional(readOnly = true)
	public Scorecard card(AppraisalSummary appraisal, Member viewer) {
		return whole(appraisal).seenBy(viewer.id().id());
	}

	private Scorecard whole(AppraisalSummary appraisal) {
		return Scorecard.of(this.options.of(appraisal), this.store.criteria(appraisal.id()),
				this.store.scorers(appraisal.id()), this.store.scores(appraisal.id()),
				this.store.agreed(appraisal.id()));
	}

	/** What the analysis waits for, in words. */
	static List<String> missing(Scorecard card) {
		List<String> missing = new ArrayList<>();
		if (card.criteria().isEmpty()) {
			missing.add("Criteria");
		}
		if (card.shortlist().isEmpty()) {
			missing.add("An option on the shortlist");
		}
		card.criteria()
			.stream()
			.filter((criterion) -> criterion.weight() == null)
			.forEach((criterion) -> missing.add("The weight of " + criterion.name()));
		if (missing.isEmpty() && card.weighting().sum() == 0) {
			missing.add("A weight above 0");
		}
		for (Criterion criterion : card.criteria()) {
			for (Option option : card.shortlist()) {
				if (card.agreed(criterion, option) == null) {
					missing.add(option.label() + " on " + criterion.name());
				}
			}
		}
		return missing;
	}

	private static Performance performance(Scorecard card) {
		List<Performance.Alternative> alternatives = new ArrayList<>();
		for (Option option : card.scorable()) {
			List<Integer> scores = card.criteria()
				.stream()
				.map((criterion) -> card.agreed(criterion, option))
				.filter(Objects::nonNull)
				.map(AgreedScore::score)
				.toList();
			if (scores.size() == card.criteria().size()) {
				alternatives.add(new Performance.Alternative(option.key(), option.label(), option.name(),
						option.isShortlisted(), scores, option.annualCost()));
			}
		}
		return new Performance(card.criteria()
			.stream()
			.map((criterion) -> new Performance.Weighed(criterion.id().toString(), criterion.name(),
					Objects.requireNonNull(criterion.weight())))
			.toList(), alternatives);
	}

}
