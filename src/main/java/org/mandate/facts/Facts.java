package org.mandate.facts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.mandate.analysis.Analysis;
import org.mandate.analysis.Result;
import org.mandate.analysis.Valuation;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.considerations.Capacity;
import org.mandate.considerations.Considerations;
import org.mandate.considerations.Considered;
import org.mandate.considerations.Finance;
import org.mandate.considerations.OptionRequirements;
import org.mandate.forms.London;
import org.mandate.guidance.Deadline;
import org.mandate.guidance.Edition;
import org.mandate.guidance.EditionRef;
import org.mandate.guidance.Guidance;
import org.mandate.options.Option;
import org.mandate.organisations.Organisations;
import org.mandate.voting.BallotRecord;
import org.mandate.voting.Voting;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gathers the figures of an appraisal from the modules that keep them. Nothing is
 * computed here: each value comes from the object that its own page shows.
 */
@Component
public class Facts {

	private static final Set<String> SUBMISSION = Set.of("deadline", "submission", "submissions", "submit", "submitted",
			"submitting", "proposal", "proposals", "application", "applications", "apply");

	private final Voting voting;

	private final Analysis analysis;

	private final Considerations considerations;

	private final Organisations organisations;

	private final Guidance guidance;

	Facts(Voting voting, Analysis analysis, Considerations considerations, Organisations organisations,
			Guidance guidance) {
		this.voting = voting;
		this.analysis = analysis;
		this.considerations = considerations;
		this.organisations = organisations;
		this.guidance = guidance;
	}

	/**
	 * The figures as they are now. A fixed number of statements, however much there is.
	 * @param appraisal whose
	 * @param showsOpenBallot whether the reader sees figures of a ballot that is still
	 * open, as the commissioning manager does; for others they are on the sheet without
	 * their values
	 */
	@Transactional(readOnly = true)
	public FactSheet of(AppraisalSummary appraisal, boolean showsOpenBallot) {
		Edition edition = this.guidance.edition(new EditionRef(appraisal.edition(), appraisal.editionVersion()));
		List<BallotRecord> opened = this.voting.ballots(appraisal)
			.reversed()
			.stream()
			.filter((ballot) -> ballot.opening() != null && !ballot.isWithdrawn())
			.toList();
		List<Fact> facts = new ArrayList<>();
		Map<String, Set<String>> names = names(edition);
		opened.forEach((ballot) -> facts
			.addAll(new VoteFacts(ballot, appraisal.path(), showsOpenBallot, names).all(showsOpenBallot)));
		facts.add(practices(appraisal, opened.isEmpty() ? null : opened.getFirst()));
		deadlines(edition, names, appraisal.path() + "/deadlines", facts);
		scores(appraisal, facts);
		considered(this.considerations.of(appraisal), appraisal.path(), facts);
		return new FactSheet(facts);
	}

	/** What a text may call each model, by its key. */
	private static Map<String, Set<String>> names(Edition edition) {
		Map<String, Set<String>> names = new LinkedHashMap<>();
		for (Edition.Model model : edition.models()) {
			Set<String> called = new LinkedHashSet<>();
			called.add(VoteFacts.plain(model.name()));
			model.aliases().forEach((alias) -> called.add(VoteFacts.plain(alias.name())));
			names.put(model.key(), called);
		}
		return names;
	}

	private Fact practices(AppraisalSummary appraisal, @Nullable BallotRecord ballot) {
		LocalDate day = (ballot != null) ? ballot.census() : appraisal.speaksFor();
		String quarter = (ballot != null) ? ballot.quarter()
				: "%dQ%d".formatted(day.getYear(), (day.getMonthValue() + 2) / 3);
		int number = this.organisations.membersOn(day, quarter).size();
		return new Fact("practices", "Practices", "Practices on the register on " + London.date(day),
				Integer.toString(number), "/practices", Fact.Kind.PRACTICES,
				new Fact.Meaning(VoteFacts.TOTAL, Set.of(VoteFacts.PRACTICES), Fact.Ratio.of(number), null));
	}

	private static void deadlines(Edition edition, Map<String, Set<String>> names, String path, List<Fact> facts) {
		for (Edition.Model model : edition.models()) {
			for (Deadline deadline : edition.deadlines(model.key())) {
				if (!deadline.models().isEmpty()) {
					String own = deadline.key().startsWith(model.key() + "-")
							? deadline.key().substring(model.key().length() + 1) : deadline.key();
					String key = "deadline." + model.key() + "." + own;
					Set<String> subjects = names.getOrDefault(model.key(), Set.of());
					facts
						.add(deadline(key, model.name() + ": " + deadline.title(), deadline, deadline, subjects, path));
					deadline.rivals()
						.forEach((rival) -> facts.add(deadline(key + "." + rival.key(),
								model.name() + ": " + deadline.title() + ", as another source says", rival, deadline,
								subjects, path)));
				}
			}
		}
		edition.deadlines()
			.stream()
			.filter((deadline) -> deadline.models().isEmpty())
			.forEach((deadline) -> facts
				.add(deadline("deadline." + deadline.key(), deadline.title(), deadline, deadline, Set.of(), path)));
	}

	private static Fact deadline(String key, String label, Deadline date, Deadline of, Set<String> subjects,
			String path) {
		Fact.Meaning meaning = (of.category() == Deadline.Category.SUBMISSION)
				? new Fact.Meaning(subjects, SUBMISSION, null, date.day()) : Fact.Meaning.NONE;
		return new Fact(key, "Deadlines", label, date.words(), path, Fact.Kind.DATE, meaning);
	}

	private void scores(AppraisalSummary appraisal, List<Fact> facts) {
		Result result = this.analysis.of(appraisal).result();
		if (result == null) {
			return;
		}
		String path = appraisal.path() + "/analysis";
		for (Valuation.Valued valued : result.valuation().options()) {
			String key = "score." + valued.option().key();
			facts.add(plain(key, "Scores", valued.option().title() + ": value out of 10", valued.value().decimal(),
					path, Fact.Kind.SCORE));
			facts.add(plain(key + ".place", "Scores", valued.option().title() + ": place by value", valued.place(),
					path, Fact.Kind.SCORE));
		}
	}

	private static void considered(Considered considered, String base, List<Fact> facts) {
		for (OptionRequirements requirements : considered.requirements()) {
			if (requirements.unanswered() < requirements.asked().size()) {
				facts.add(plain("requirements." + requirements.option().key(), "Requirements",
						requirements.option().title() + ": requirements", requirements.count(), base + "/requirements",
						Fact.Kind.WORDS));
			}
		}
		Finance finance = considered.finance();
		if (!finance.isEmpty()) {
			money(finance, base + "/finance", facts);
		}
		Capacity capacity = considered.capacity();
		if (!capacity.roles().isEmpty()) {
			String path = base + "/capacity";
			facts.add(plain("capacity.held", "Capacity", "FTE held in all roles", capacity.held().words(), path,
					Fact.Kind.STAFF));
			for (Option option : capacity.options()) {
				facts.add(plain("capacity." + option.key() + ".needed", "Capacity", option.title() + ": FTE needed",
						capacity.needed(option).words(), path, Fact.Kind.STAFF));
				facts.add(plain("capacity." + option.key() + ".short", "Capacity", option.title() + ": FTE short",
						capacity.shortfall(option).words(), path, Fact.Kind.STAFF));
			}
		}
	}

	private static void money(Finance finance, String path, List<Fact> facts) {
		for (Finance.Group group : finance.groups()) {
			if (!group.isEmpty()) {
				facts.add(plain("finance." + group.category().name().toLowerCase(Locale.ROOT), "Finance",
						group.category().label(), group.figure().words(), path, Fact.Kind.MONEY));
			}
		}
		facts.add(plain("finance.available", "Finance", "What may be spent", finance.available().words(), path,
				Fact.Kind.MONEY));
		facts.add(plain("finance.balance", "Finance", "What remains after spending and pressures",
				finance.balance().words(), path, Fact.Kind.MONEY));
	}

	private static Fact plain(String key, String group, String label, String value, String path, Fact.Kind kind) {
		return new Fact(key, group, label, value, path, kind, Fact.Meaning.NONE);
	}

}
