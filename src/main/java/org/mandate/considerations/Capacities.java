package org.mandate.considerations;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.database.NotFound;
import org.mandate.guidance.EditionRef;
import org.mandate.guidance.Guidance;
import org.mandate.options.Option;
import org.mandate.options.Options;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Staff held and staff needed.
 */
@Component
public class Capacities {

	private final CapacityEntries entries;

	private final Guidance guidance;

	private final Options options;

	private final Stamp.Pad pad;

	Capacities(CapacityEntries entries, Guidance guidance, Options options, Stamp.Pad pad) {
		this.entries = entries;
		this.guidance = guidance;
		this.options = options;
		this.pad = pad;
	}

	/** Roles against the options on the shortlist. Two statements. */
	@Transactional(readOnly = true)
	public Capacity of(AppraisalSummary appraisal) {
		return of(appraisal, this.options.of(appraisal));
	}

	@Transactional(readOnly = true)
	Capacity of(AppraisalSummary appraisal, List<Option> known) {
		List<Capacity.Role> roles = this.entries.findByAppraisalOrderByPosition(appraisal.id())
			.stream()
			.map(CapacityEntry::view)
			.toList();
		return new Capacity(known.stream().filter(Option::isShortlisted).toList(),
				roles.stream().filter((role) -> role.withdrawn() == null).toList(),
				roles.stream().filter((role) -> role.withdrawn() != null).toList(),
				this.guidance.edition(new EditionRef(appraisal.edition(), appraisal.editionVersion()))
					.requirements()
					.stream()
					.filter((requirement) -> requirement.key().equals(Capacity.RULE))
					.findFirst()
					.orElse(null));
	}

	/**
	 * Add a role. The same role is not added twice.
	 * @throws NotFound if a need is of an option that the appraisal has not
	 */
	@Transactional
	public void add(AppraisalSummary appraisal, CapacityRole said) {
		List<Option> known = this.options.of(appraisal);
		check(said, known);
		List<CapacityEntry> there = this.entries.findByAppraisalOrderByPosition(appraisal.id());
		if (there.stream().noneMatch((entry) -> !entry.isWithdrawn() && entry.says(said, known))) {
			int position = there.stream().mapToInt(CapacityEntry::position).max().orElse(0) + 1;
			this.entries.save(new CapacityEntry(appraisal.id(), position, said, known, this.pad.stamp()));
		}
	}

	/** Change a role; needs of options that are not on the shortlist stay as they are. */
	@Transactional
	void change(AppraisalSummary appraisal, UUID id, CapacityRole said, @Nullable Integer seen) {
		List<Option> shown = this.options.shortlist(appraisal);
		check(said, shown);
		CapacityEntry entry = standing(appraisal, id);
		if (entry.says(said, shown)) {
			return;
		}
		entry.expect(seen, "this role");
		entry.change(said, shown, this.pad.stamp());
		this.entries.save(entry);
	}

	@Transactional
	void withdraw(AppraisalSummary appraisal, UUID id, String reason, @Nullable Integer seen) {
		CapacityEntry entry = standing(appraisal, id);
		entry.expect(seen, "this role");
		entry.withdraw(reason.strip(), this.pad.stamp());
		this.entries.save(entry);
	}

	@Transactional(readOnly = true)
	Capacity.Role one(AppraisalSummary appraisal, UUID id) {
		return standing(appraisal, id).view();
	}

	private CapacityEntry standing(AppraisalSummary appraisal, UUID id) {
		return this.entries.findByAppraisalAndIdId(appraisal.id(), id)
			.filter((entry) -> !entry.isWithdrawn())
			.orElseThrow(() -> new NotFound("There is no such role, or it was withdrawn."));
	}

	private static void check(CapacityRole said, List<Option> known) {
		if (!known.stream().map(Option::key).toList().containsAll(said.needs().keySet())) {
			throw new NotFound("There is no such option on the shortlist.");
		}
	}

}
