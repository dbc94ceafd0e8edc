package org.mandate.mandates;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.database.NotFound;
import org.mandate.forms.Typed;
import org.mandate.guidance.Edition;
import org.mandate.recommendations.Recommendations;

import org.springframework.stereotype.Component;

/**
 * Whose tests a page shows: the model that somebody asks for, else the recommended one,
 * else the first of the guidance that needs a mandate.
 */
@Component
class ModelChoice {

	private final Recommendations recommendations;

	private final Mandates mandates;

	ModelChoice(Recommendations recommendations, Mandates mandates) {
		this.recommendations = recommendations;
		this.mandates = mandates;
	}

	/**
	 * The choice.
	 *
	 * @param model the model
	 * @param recommended whether it is the recommended one
	 */
	record Chosen(Edition.Model model, boolean recommended) {

		String key() {
			return this.model.key();
		}

	}

	/**
	 * One or two statements.
	 * @throws NotFound if the guidance has no such model
	 */
	Chosen of(AppraisalSummary appraisal, @Nullable String asked) {
		Edition edition = this.mandates.edition(appraisal);
		String recommended = this.recommendations.current(appraisal.id())
			.map((current) -> current.version().model())
			.orElse(null);
		Edition.Model model = Optional.ofNullable(Typed.optional(asked))
			.or(() -> Optional.ofNullable(recommended))
			.map(edition::model)
			.or(() -> edition.models()
				.stream()
				.filter((each) -> !MandateReader.topics(edition, each.key()).isEmpty())
				.findFirst())
			.orElseGet(() -> edition.models().getFirst());
		return new Chosen(model, model.key().equals(recommended));
	}

}
