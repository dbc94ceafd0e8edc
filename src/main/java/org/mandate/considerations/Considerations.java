package org.mandate.considerations;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.database.NotFound;
import org.mandate.guidance.EditionRef;
import org.mandate.options.Option;
import org.mandate.options.Options;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opportunities and threats of the options: taken over from published guidance, edited,
 * or the organisation's own.
 */
@Component
public class Considerations {

	private final ConsiderationEntries entries;

	private final LibraryShelf shelf;

	private final Options options;

	private final Stamp.Pad pad;

	private final Requirements requirements;

	private final Capacities capacities;

	private final Finances finances;

	private final Statements statements;

	Considerations(ConsiderationEntries entries, LibraryShelf shelf, Options options, Stamp.Pad pad,
			Requirements requirements, Capacities capacities, Finances finances, Statements statements) {
		this.entries = entries;
		this.shelf = shelf;
		this.options = options;
		this.pad = pad;
		this.requirements = requirements;
		this.capacities = capacities;
		this.finances = finances;
		this.statements = statements;
	}

	/**
	 * Everything of this module for one appraisal. Six statements, however much there is.
	 */
	@Transactional(readOnly = true)
	public Considered of(AppraisalSummary appraisal) {
		List<Option> all = this.options.of(appraisal);
		List<Consideration> considerations = all(appraisal);
		return new Considered(all.stream().map((option) -> OptionSides.of(option, considerations)).toList(),
				considerations.stream().filter((each) -> !each.stands()).toList(), this.requirements.of(appraisal, all),
				this.capacities.of(appraisal, all), this.finances.of(appraisal), this.statements.of(appraisal));
	}

	/**
	 * Take over what guidance names for an option; what was taken over before is left
	 * alone.
	 * @param appraisal in which
	 * @param option key of the option
	 * @param references which entries, as {@link Consideration.Library#reference()} names
	 * them
	 * @return how many were new
	 * @throws NotFound if there is no such option, or it has no such entry
	 */
	@Transactional
	public int adopt(AppraisalSummary appraisal, String option, Collection<String> references) {
		Option found = this.options.one(appraisal, option);
		List<Consideration.Library> offered = offered(appraisal, found);
		if (!offered.stream().map(Consideration.Library::reference).toList().containsAll(references)) {
			throw new NotFound("The guidance names no such opportunity or threat of " + found.title() + ".");
		}
		return adopt(appraisal, found,
				offered.stream().filter((library) -> references.contains(library.reference())).toList());
	}

	/**
	 * Take over everything that an edition names for an option.
	 * @return how many were new
	 */
	@Transactional
	public int adoptAll(AppraisalSummary appraisal, String option, EditionRef edition) {
		Option found = this.options.one(appraisal, option);
		return adopt(appraisal, found,
				offered(appraisal, found).stream().filter((library) -> library.edition().equals(edition)).toList());
	}

	private int adopt(AppraisalSummary appraisal, Option option, List<Consideration.Library> chosen) {
		List<ConsiderationEntry> known = this.entries.findByAppraisalOrderByPosition(appraisal.id());
		List<Consideration.Library> fresh = chosen.stream()
			.filter((library) -> known.stream().noneMatch((entry) -> holds(entry, option, library)))
			.toList();
		int position = next(known);
		for (Consideration.Library library : fresh) {
			this.entries
				.save(ConsiderationEntry.adopted(appraisal.id(), option, position++, library, this.pad.stamp()));
		}
		return fresh.size();
	}

	/**
	 * Add the organisation's own.
	 * @param appraisal in which
	 * @param option key of the option
	 * @param said what; with a source
	 */
	@Transactional
	public void add(AppraisalSummary appraisal, String option, ConsiderationText said) {
		Option found = this.options.one(appraisal, option);
		if (said.source() == null) {
			throw new IllegalArgumentException("An opportunity or threat of one's own needs a source.");
		}
		List<ConsiderationEntry> known = this.entries.findByAppraisalOrderByPosition(appraisal.id());
		boolean there = known.stream()
			.anyMatch((entry) -> entry.optionKey().equals(option) && !entry.isWithdrawn() && entry.says(said));
		if (!there) {
			this.entries.save(ConsiderationEntry.own(appraisal.id(), found, next(known), said, this.pad.stamp()));
		}
	}

	/** Change the words unless somebody else did so meanwhile; the citation stays. */
	@Transactional
	void change(AppraisalSummary appraisal, UUID id, ConsiderationText said, @Nullable Integer seen) {
		ConsiderationEntry entry = standing(appraisal, id);
		if (entry.says(said)) {
			return;
		}
		entry.expect(seen, "this opportunity or threat");
		Consideration.Library library = library(appraisal, entry);
		if (library == null && said.source() == null) {
			throw new IllegalArgumentException("An opportunity or threat of one's own needs a source.");
		}
		entry.change(this.options.one(appraisal, entry.optionKey()), said, (library != null) ? library.text() : null,
				this.pad.stamp());
		this.entries.save(entry);
	}

	@Transactional
	void withdraw(AppraisalSummary appraisal, UUID id, String reason, @Nullable Integer seen) {
		ConsiderationEntry entry = standing(appraisal, id);
		entry.expect(seen, "this opportunity or threat");
		entry.withdraw(this.options.one(appraisal, entry.optionKey()), reason.strip(), this.pad.stamp());
		this.entries.save(entry);
	}

	/** Put it one place higher among those of its kind; the first stays where it is. */
	@Transactional
	void moveUp(AppraisalSummary appraisal, UUID id) {
		List<ConsiderationEntry> known = this.entries.findByAppraisalOrderByPosition(appraisal.id());
		ConsiderationEntry entry = known.stream()
			.filter((each) -> each.id().equals(id) && !each.isWithdrawn())
			.findFirst()
			.orElseThrow(Considerations::none);
		known.stream()
			.filter((each) -> each.isBeside(entry) && each.position() < entry.position())
			.reduce((first, second) -> second)
			.ifPresent((above) -> {
				entry.moveAbove(above, this.options.one(appraisal, entry.optionKey()));
				this.entries.save(above);
				this.entries.save(entry);
			});
	}

	/** One that stands, with the option it belongs to. */
	@Transactional(readOnly = true)
	Consideration one(AppraisalSummary appraisal, UUID id) {
		ConsiderationEntry entry = standing(appraisal, id);
		return entry.view(library(appraisal, entry));
	}

	/** All options with what speaks for and against them. Two statements. */
	@Transactional(readOnly = true)
	Overview overview(AppraisalSummary appraisal) {
		List<Consideration> all = all(appraisal);
		return new Overview(this.options.of(appraisal).stream().map((option) -> OptionSides.of(option, all)).toList(),
				all);
	}

	/**
	 * Opportunities and threats of an appraisal.
	 *
	 * @param sides of each option
	 * @param all also those that were withdrawn
	 */
	record Overview(List<OptionSides> sides, List<Consideration> all) {

		OptionSides of(String option) {
			return this.sides.stream()
				.filter((side) -> side.option().key().equals(option))
				.findFirst()
				.orElseThrow(() -> new NotFound("There is no option \"" + option + "\"."));
		}

	}

	List<LibraryShelf.Shelf> shelves(AppraisalSummary appraisal, Option option) {
		return this.shelf.shelves(appraisal, option);
	}

	private List<Consideration.Library> offered(AppraisalSummary appraisal, Option option) {
		return this.shelf.shelves(appraisal, option).stream().flatMap((each) -> each.entries().stream()).toList();
	}

	private List<Consideration> all(AppraisalSummary appraisal) {
		return this.entries.findByAppraisalOrderByPosition(appraisal.id())
			.stream()
			.map((entry) -> entry.view(library(appraisal, entry)))
			.toList();
	}

	private Consideration.@Nullable Library library(AppraisalSummary appraisal, ConsiderationEntry entry) {
		return this.shelf.find(appraisal, entry.editionKey(), entry.editionVersion(), entry.entryKey());
	}

	private ConsiderationEntry standing(AppraisalSummary appraisal, UUID id) {
		return this.entries.findByAppraisalAndIdId(appraisal.id(), id)
			.filter((entry) -> !entry.isWithdrawn())
			.orElseThrow(Considerations::none);
	}

	private static boolean holds(ConsiderationEntry entry, Option option, Consideration.Library library) {
		return !entry.isWithdrawn() && entry.optionKey().equals(option.key())
				&& library.edition().key().equals(entry.editionKey())
				&& Objects.equals(library.key(), entry.entryKey());
	}

	private static int next(List<ConsiderationEntry> known) {
		return known.stream().mapToInt(ConsiderationEntry::position).max().orElse(0) + 1;
	}

	private static NotFound none() {
		return new NotFound("There is no such opportunity or threat, or it was withdrawn.");
	}

}
