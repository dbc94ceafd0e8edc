package org.mandate.arrangements;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.mandate.appraisals.AsAt;
import org.mandate.guidance.Deadline;
import org.mandate.guidance.Edition;

/**
 * When a model can next be changed: "New proposals for joint committees can be considered
 * in-year through 15/16" (roadshow slides); "proposals must be submitted by 1 June 2015"
 * for delegated commissioning in 2016/17 (law firm's summary); what later editions of the
 * guidance say of the years after.
 *
 * @param deadline what the guidance says, with its sources and what others say
 * @param models the names of the models it is for
 * @param edition title of the edition that says so
 * @param nearness how near it is; null where the source gives no day
 * @param passed whether it has passed
 */
public record Opportunity(Deadline deadline, List<String> models, String edition, @Nullable String nearness,
		boolean passed) {

	/**
	 * All of them: of an edition, and of those issued after it, in their order.
	 * @param own the edition that the appraisal follows
	 * @param latest the newest version of each edition
	 */
	static List<Opportunity> of(Edition own, List<Edition> latest, AsAt asAt) {
		return Stream
			.concat(next(own, asAt),
					latest.stream()
						.filter((edition) -> edition.issuedOn().isAfter(own.issuedOn()))
						.sorted(Comparator.comparing(Edition::issuedOn))
						.flatMap((edition) -> later(edition, asAt)))
			.toList();
	}

	private static Stream<Opportunity> next(Edition edition, AsAt asAt) {
		return edition.deadlines()
			.stream()
			.filter((deadline) -> deadline.category() == Deadline.Category.NEXT_OPPORTUNITY)
			.map((deadline) -> of(deadline, edition, asAt));
	}

	/** What is dated for a proposal or a start. */
	private static Stream<Opportunity> later(Edition edition, AsAt asAt) {
		return edition.deadlines()
			.stream()
			.filter((deadline) -> deadline.category() == Deadline.Category.NEXT_OPPORTUNITY
					|| deadline.category() == Deadline.Category.GO_LIVE
					|| (deadline.category() == Deadline.Category.SUBMISSION && deadline.due() != null))
			.map((deadline) -> of(deadline, edition, asAt));
	}

	private static Opportunity of(Deadline deadline, Edition edition, AsAt asAt) {
		return new Opportunity(deadline,
				deadline.models().stream().map((model) -> edition.model(model).name()).toList(), edition.title(),
				asAt.nearness(deadline), asAt.isPassed(deadline));
	}

}
