package org.mandate.considerations;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.database.NotFound;
import org.mandate.guidance.Edition;
import org.mandate.guidance.EditionRef;
import org.mandate.guidance.Guidance;
import org.mandate.options.Option;
import org.mandate.options.Options;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the models require, and how far that is met. A requirement of several models has
 * one answer.
 */
@Component
public class Requirements {

	private final RequirementEntries entries;

	private final Guidance guidance;

	private final Options options;

	private final Stamp.Pad pad;

	Requirements(RequirementEntries entries, Guidance guidance, Options options, Stamp.Pad pad) {
		this.entries = entries;
		this.guidance = guidance;
		this.options = options;
		this.pad = pad;
	}

	/** Model by model, in the order of the options. Two statements. */
	@Transactional(readOnly = true)
	public List<OptionRequirements> of(AppraisalSummary appraisal) {
		return of(appraisal, this.options.of(appraisal));
	}

	@Transactional(readOnly = true)
	List<OptionRequirements> of(AppraisalSummary appraisal, List<Option> known) {
		Map<String, RequirementEntry> answers = this.entries.findByAppraisal(appraisal.id())
			.stream()
			.collect(Collectors.toMap(RequirementEntry::requirementKey, Function.identity()));
		Edition edition = edition(appraisal);
		return known.stream()
			.filter((option) -> option.kind() == Option.Kind.MODEL)
			.map((option) -> new OptionRequirements(option, edition.requirements(option.key())
				.stream()
				.map((requirement) -> new OptionRequirements.Asked(requirement, view(answers.get(requirement.key()))))
				.toList()))
			.toList();
	}

	/**
	 * Record how far a requirement is met, in place of what was recorded before.
	 * @throws NotFound if the guidance has no such requirement
	 */
	@Transactional
	public void answer(AppraisalSummary appraisal, String requirement, RequirementAnswer said) {
		answer(appraisal, requirement, said, null);
	}

	/**
	 * Record it unless somebody else did so meanwhile.
	 * @param seen version of what the person saw when they began; -1 for nothing
	 */
	@Transactional
	void answer(AppraisalSummary appraisal, String key, RequirementAnswer said, @Nullable Integer seen) {
		Edition.Requirement requirement = requirement(appraisal, key);
		Optional<RequirementEntry> known = this.entries.findByAppraisalAndRequirementKey(appraisal.id(), key);
		if (known.filter((entry) -> entry.says(said)).isPresent()) {
			return;
		}
		if (known.isEmpty()) {
			this.entries.save(new RequirementEntry(appraisal.id(), requirement, said, this.pad.stamp()));
			return;
		}
		RequirementEntry entry = known.get();
		entry.expect(seen, "the answer to this requirement");
		entry.change(requirement, said, this.pad.stamp());
		this.entries.save(entry);
	}

	/** One requirement with its answer. */
	@Transactional(readOnly = true)
	OptionRequirements.Asked one(AppraisalSummary appraisal, String key) {
		return new OptionRequirements.Asked(requirement(appraisal, key),
				view(this.entries.findByAppraisalAndRequirementKey(appraisal.id(), key).orElse(null)));
	}

	private Edition.Requirement requirement(AppraisalSummary appraisal, String key) {
		return edition(appraisal).requirements()
			.stream()
			.filter((requirement) -> requirement.key().equals(key))
			.findFirst()
			.orElseThrow(() -> new NotFound("The guidance has no requirement \"" + key + "\"."));
	}

	private Edition edition(AppraisalSummary appraisal) {
		return this.guidance.edition(new EditionRef(appraisal.edition(), appraisal.editionVersion()));
	}

	private static OptionRequirements.@Nullable Answer view(@Nullable RequirementEntry entry) {
		return (entry != null) ? entry.view() : null;
	}

}
