package org.mandate.considerations;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.guidance.Edition;
import org.mandate.guidance.EditionRef;
import org.mandate.guidance.Guidance;
import org.mandate.options.Option;

import org.springframework.stereotype.Component;

/**
 * Opportunities and threats that published guidance names: the appraisal's own edition
 * first, then the newest version of every other. Costs no statement.
 */
@Component
class LibraryShelf {

	private final Guidance guidance;

	LibraryShelf(Guidance guidance) {
		this.guidance = guidance;
	}

	/**
	 * What one edition names for an option.
	 *
	 * @param edition which
	 * @param title of the edition
	 * @param issuedOn when it was issued
	 * @param later whether that is after the appraisal's day
	 * @param own whether the appraisal follows it
	 * @param entries in its order
	 */
	record Shelf(EditionRef edition, String title, LocalDate issuedOn, boolean later, boolean own,
			List<Consideration.Library> entries) {
	}

	/**
	 * Everything that may be taken over for an option; editions without any are left out.
	 */
	List<Shelf> shelves(AppraisalSummary appraisal, Option option) {
		List<Shelf> shelves = new ArrayList<>();
		for (Edition edition : editions(appraisal)) {
			List<Consideration.Library> entries = edition.considerations()
				.stream()
				.filter((entry) -> named(edition, option) && entry.isFor(option.key()))
				.map((entry) -> library(appraisal, edition, entry))
				.toList();
			if (!entries.isEmpty()) {
				shelves.add(new Shelf(edition.ref(), edition.title(), edition.issuedOn(), later(appraisal, edition),
						edition.ref().equals(own(appraisal)), entries));
			}
		}
		return shelves;
	}

	/** The entry that something was taken from. */
	Consideration.@Nullable Library find(AppraisalSummary appraisal, @Nullable String editionKey,
			@Nullable Integer editionVersion, @Nullable String key) {
		if (editionKey == null || editionVersion == null || key == null) {
			return null;
		}
		Edition edition = this.guidance.edition(new EditionRef(editionKey, editionVersion));
		Optional<Edition.Consideration> found = edition.considerations()
			.stream()
			.filter((entry) -> entry.key().equals(key))
			.findFirst();
		return found.map((entry) -> library(appraisal, edition, entry)).orElse(null);
	}

	private List<Edition> editions(AppraisalSummary appraisal) {
		List<Edition> editions = new ArrayList<>();
		editions.add(this.guidance.edition(own(appraisal)));
		Set<String> seen = new HashSet<>(Set.of(appraisal.edition()));
		this.guidance.editions().stream().filter((edition) -> seen.add(edition.ref().key())).forEach(editions::add);
		return editions;
	}

	private static EditionRef own(AppraisalSummary appraisal) {
		return new EditionRef(appraisal.edition(), appraisal.editionVersion());
	}

	private static boolean named(Edition edition, Option option) {
		return option.kind() == Option.Kind.MODEL
				&& edition.models().stream().anyMatch((model) -> model.key().equals(option.key()));
	}

	private static boolean later(AppraisalSummary appraisal, Edition edition) {
		return edition.issuedOn().isAfter(appraisal.speaksFor());
	}

	private static Consideration.Library library(AppraisalSummary appraisal, Edition edition,
			Edition.Consideration entry) {
		return new Consideration.Library(edition.ref(), edition.title(), edition.issuedOn(), later(appraisal, edition),
				entry.key(), entry.category(), entry.text(), entry.citations());
	}

}
