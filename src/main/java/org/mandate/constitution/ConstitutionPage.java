package org.mandate.constitution;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.AsAt;
import org.mandate.guidance.Deadline;
import org.mandate.guidance.Edition;
import org.mandate.guidance.EditionRef;
import org.mandate.guidance.Guidance;
import org.mandate.recommendations.RecommendationSummary;
import org.mandate.recommendations.Recommendations;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the page of the constitution shows: the amendments and, for each model that the
 * guidance dates, the route they take.
 */
@Component
public class ConstitutionPage {

	private final Constitution constitution;

	private final Recommendations recommendations;

	private final Guidance guidance;

	ConstitutionPage(Constitution constitution, Recommendations recommendations, Guidance guidance) {
		this.constitution = constitution;
		this.recommendations = recommendations;
		this.guidance = guidance;
	}

	/**
	 * The page.
	 *
	 * @param asAt from when it looks
	 * @param asked as somebody asked for that moment; null where nobody did
	 * @param amendments those that stand, as they were then
	 * @param withdrawn those that were withdrawn
	 * @param unchanged that none is needed; null where nobody says so
	 * @param routes by which they go, the recommended model's first
	 */
	public record Shown(AsAt asAt, @Nullable String asked, List<Amendment> amendments, List<Amendment> withdrawn,
			@Nullable Unchanged unchanged, List<ModelRoute> routes) {

		/** What links pass on of that moment. */
		public String query() {
			return (this.asked != null) ? "?asAt=" + this.asked : "";
		}

	}

	/**
	 * The route under one model.
	 *
	 * @param name of the model
	 * @param recommended whether it is the recommended one
	 * @param route the route
	 */
	public record ModelRoute(String name, boolean recommended, Constitution.Route route) {

		/** Until when, in words. */
		public @Nullable String until() {
			Deadline deadline = this.route.deadline();
			return (deadline != null) ? deadline.words() : null;
		}

	}

	/** At most five statements. */
	@Transactional(readOnly = true)
	Shown of(AppraisalSummary appraisal, AsAt asAt, @Nullable String asked) {
		List<Amendment> all = this.constitution.all(appraisal);
		List<Amendment> standing = all.stream().filter(Amendment::stands).toList();
		String recommended = this.recommendations.current(appraisal.id())
			.map(RecommendationSummary::version)
			.map((version) -> version.model())
			.orElse("");
		Edition edition = this.guidance.edition(new EditionRef(appraisal.edition(), appraisal.editionVersion()));
		List<ModelRoute> routes = edition.models()
			.stream()
			.filter((model) -> edition.deadlines(model.key())
				.stream()
				.anyMatch((deadline) -> deadline.category() == Deadline.Category.CONSTITUTION))
			.map((model) -> new ModelRoute(model.name(), model.key().equals(recommended),
					this.constitution.route(appraisal, model.key(), standing, asAt)))
			.sorted((one, other) -> Boolean.compare(other.recommended(), one.recommended()))
			.toList();
		return new Shown(asAt, asked, standing.stream().map((amendment) -> amendment.at(asAt)).toList(),
				all.stream().filter((amendment) -> !amendment.stands()).toList(),
				this.constitution.unchanged(appraisal).filter(Unchanged::stands).orElse(null), routes);
	}

}
