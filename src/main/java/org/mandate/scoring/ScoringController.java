package org.mandate.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.mandate.access.AllowedTo;
import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Where the scoring of an appraisal stands.
 */
@Controller
@RequestMapping("/{org}/appraisals/{year}/scoring")
class ScoringController {

	private final Appraisals appraisals;

	private final Scoring scoring;

	ScoringController(Appraisals appraisals, Scoring scoring) {
		this.appraisals = appraisals;
		this.scoring = scoring;
	}

	/** One step of the scoring. */
	public record Step(String text, @Nullable String href, String status, @Nullable String hint) {
	}

	@GetMapping
	@AllowedTo
	String hub(@PathVariable String year, Member member, Model model) {
		AppraisalSummary appraisal = this.appraisals.of(year);
		Scorecard card = this.scoring.card(appraisal, member);
		String base = "/" + member.organisationCode() + appraisal.path();
		Optional<Scorer> own = card.scorer(member.id().id()).filter(Scorer::isActive);
		List<String> missing = Scoring.missing(card);
		model.addAttribute("appraisal", appraisal);
		model.addAttribute("card", card);
		model.addAttribute("missing", missing);
		model.addAttribute("steps", steps(card, base + "/scoring", own.orElse(null)));
		model.addAttribute("analysis", missing.isEmpty());
		model.addAttribute("mayChange", member.is(Role.COMMISSIONING_MANAGER));
		model.addAttribute("own", own.orElse(null));
		model.addAttribute("ownDone", own.isPresent() && card.isDone(own.get()));
		model.addAttribute("next", next(card, base, own.orElse(null), member, missing));
		return "scoring/hub";
	}

	private static List<Step> steps(Scorecard card, String base, @Nullable Scorer own) {
		List<Step> steps = new ArrayList<>();
		int criteria = card.criteria().size();
		steps.add(new Step("Criteria", base + "/criteria", done(criteria > 0),
				(criteria == 0) ? "None yet" : count(criteria, "criterion", "criteria")
						+ (card.overlaps().isEmpty() ? "" : ". Some may say the same")));
		steps.add(new Step("Swing weights", (criteria == 0) ? null : base + "/weights",
				(criteria == 0) ? "Cannot start yet" : done(card.weighting().isWeighed()),
				(criteria == 0) ? "Needs criteria" : weights(card.weighting())));
		int scorers = card.scorers().size();
		int finished = scorers - card.waitedFor().size();
		steps.add(new Step("Scoring panel", base + "/panel", done(card.open()), (scorers == 0) ? "Nobody is invited yet"
				: "%d of %s finished".formatted(finished, count(scorers, "scorer has", "scorers have"))));
		if (own != null) {
			int owed = card.outstanding().getOrDefault(own.id(), 0);
			steps.add(new Step("Your own scoring sheet", (criteria == 0) ? null : base + "/mine",
					(criteria == 0) ? "Cannot start yet" : done(card.isDone(own)),
					(criteria == 0) ? "Needs criteria" : (owed > 0) ? count(owed, "score", "scores") + " to go"
							: own.isFinished() ? "Finished" : "Complete, and not finished yet"));
		}
		boolean agreeing = card.open() || !card.agreed().isEmpty();
		steps.add(new Step("Agreed scores", agreeing ? base + "/agreed" : null,
				agreeing ? done(card.needed() > 0 && card.missing().isEmpty()) : "Cannot start yet",
				agreeing ? "%d of %d agreed".formatted(card.settled(), card.needed())
						: "Needs everybody on the panel to have finished"));
		return steps;
	}

	private static String weights(Weighting weighting) {
		if (!weighting.isRanked()) {
			return "The swings are not ranked yet";
		}
		Criterion only = weighting.only();
		return !weighting.isWeighed() ? "Ranked, and not weighed yet"
				: (only != null) ? "Only " + only.name() + " counts" : "Ranked and weighed";
	}

	private static @Nullable Step next(Scorecard card, String base, @Nullable Scorer own, Member member,
			List<String> missing) {
		String scoring = base + "/scoring";
		if (own != null && !card.isDone(own) && !card.criteria().isEmpty()) {
			return new Step("Fill in your scoring sheet", scoring + "/mine", "",
					"Score alone: nobody sees what you enter before everybody has finished.");
		}
		if (missing.isEmpty()) {
			return new Step("Read the analysis", base + "/analysis", "", "Every weight and every score is there.");
		}
		if (!member.is(Role.COMMISSIONING_MANAGER)) {
			return null;
		}
		if (card.criteria().isEmpty()) {
			return new Step("Choose the criteria", scoring + "/criteria", "", null);
		}
		if (!card.weighting().isWeighed()) {
			return new Step("Weigh the criteria",
					scoring + "/weights" + (card.weighting().isRanked() ? "/values" : "/order"), "", null);
		}
		if (card.scorers().isEmpty()) {
			return new Step("Invite the panel", scoring + "/panel", "", null);
		}
		return card.open() ? new Step("Agree on the scores", scoring + "/agreed", "", null) : null;
	}

	private static String done(boolean done) {
		return done ? "Completed" : "Incomplete";
	}

	private static String count(int number, String one, String several) {
		return number + " " + ((number == 1) ? one : several);
	}

}
