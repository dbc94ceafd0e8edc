package org.mandate.options;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.mandate.appraisals.AppraisalId;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.audit.ActorSource;
import org.mandate.database.NotFound;
import org.mandate.guidance.Edition;
import org.mandate.guidance.EditionRef;
import org.mandate.guidance.Guidance;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The options of an appraisal. The models of its guidance are on the shortlist unless
 * something else was recorded; the baseline, today's arrangements going on, is shown and
 * excluded with the guidance's reason (Oxfordshire paper, section 2.3) unless the
 * guidance gives a right to it (BMA guidance of 2016).
 */
@Component
public class Options {

	private final OptionEntries entries;

	private final Guidance guidance;

	private final ActorSource actors;

	private final Clock clock;

	Options(OptionEntries entries, Guidance guidance, ActorSource actors, Clock clock) {
		this.entries = entries;
		this.guidance = guidance;
		this.actors = actors;
		this.clock = clock;
	}

	/**
	 * Every option: the models in the order of the guidance, the organisation's own as
	 * they were added, the baseline last. One statement, in a transaction that changes
	 * nothing also for all who ask again.
	 */
	@Transactional(readOnly = true)
	public List<Option> of(AppraisalSummary appraisal) {
		return ReadOnce.of(appraisal.id(), () -> read(appraisal));
	}

	private List<Option> read(AppraisalSummary appraisal) {
		Map<String, Option> options = new LinkedHashMap<>();
		Edition edition = this.guidance.edition(new EditionRef(appraisal.edition(), appraisal.editionVersion()));
		edition.models().stream().map(Options::model).forEach((option) -> options.put(option.key(), option));
		Option baseline = baseline(edition);
		for (OptionEntry entry : this.entries.findByAppraisalOrderByRecordedAt(appraisal.id())) {
			if (entry.isLocal()) {
				options.put(entry.key(), entry.local());
			}
			else if (entry.key().equals(Option.NO_CHANGE)) {
				baseline = entry.over(baseline);
			}
			else {
				options.computeIfPresent(entry.key(), (key, known) -> entry.over(known));
			}
		}
		List<Option> all = new ArrayList<>(options.values());
		all.add(baseline);
		return List.copyOf(all);
	}

	/** Those on the shortlist, in the same order. One statement. */
	@Transactional(readOnly = true)
	public List<Option> shortlist(AppraisalSummary appraisal) {
		return of(appraisal).stream().filter(Option::isShortlisted).toList();
	}

	/**
	 * One option.
	 * @throws NotFound if the appraisal has no such option
	 */
	@Transactional(readOnly = true)
	public Option one(AppraisalSummary appraisal, String key) {
		return find(of(appraisal), key).orElseThrow(() -> new NotFound("There is no option \"" + key + "\"."));
	}

	/**
	 * Add an option of the organisation's own to the shortlist.
	 * @param appraisal to which
	 * @param name 1 to 100 characters, unlike any other
	 * @param summary what it is, 1 to 1000 characters
	 * @param source where it is described, or null
	 * @return the new option
	 */
	@Transactional
	public Option add(AppraisalSummary appraisal, String name, String summary, @Nullable String source) {
		String key = key(name);
		List<Option> known = of(appraisal);
		boolean taken = known.stream()
			.anyMatch((option) -> option.name().equalsIgnoreCase(name) || option.label().equalsIgnoreCase(name));
		if (taken) {
			throw new OptionExists(name);
		}
		String free = key;
		for (int number = 2; find(known, free).isPresent(); number++) {
			free = key + "-" + number;
		}
		OptionStatement statement = new OptionStatement(Option.Standing.SHORTLISTED, null, source, null, null);
		return this.entries
			.save(OptionEntry.local(appraisal.id(), free, name, summary, statement, this.actors.current().name(),
					this.clock.instant()))
			.local();
	}

	/**
	 * Record whether an option is on the shortlist, why, and what it costs. Nothing is
	 * recorded when nothing changes.
	 * @param appraisal in which
	 * @param key of the option
	 * @param statement what is recorded
	 * @throws NotFound if the appraisal has no such option
	 */
	@Transactional
	public void record(AppraisalSummary appraisal, String key, OptionStatement statement) {
		record(appraisal, key, statement, null);
	}

	/**
	 * Record it unless somebody else did so meanwhile.
	 * @param seen version of what the person saw when they began
	 */
	@Transactional
	void record(AppraisalSummary appraisal, String key, OptionStatement statement, @Nullable Integer seen) {
		Option option = one(appraisal, key);
		if (OptionStatement.of(option).equals(statement)) {
			return;
		}
		AppraisalId id = appraisal.id();
		if (seen != null && seen != option.version()) {
			throw new OptionChanged(option.name());
		}
		String by = this.actors.current().name();
		Optional<OptionEntry> known = this.entries.findByAppraisalAndKey(id, key);
		OptionEntry entry = known.orElseGet(() -> OptionEntry.of(id, option, statement, by, this.clock.instant()));
		if (known.isPresent()) {
			entry.change(option, statement, by, this.clock.instant());
		}
		this.entries.save(entry);
	}

	private static Optional<Option> find(List<Option> options, String key) {
		return options.stream().filter((option) -> option.key().equals(key)).findFirst();
	}

	private static Option model(Edition.Model model) {
		String label = model.aliases().isEmpty() ? model.name() : model.aliases().getFirst().name();
		return new Option(model.key(), Option.Kind.MODEL, label, model.name(), model.summary(), model.citations(),
				Option.Standing.SHORTLISTED, null, null, null, null, -1);
	}

	private static Option baseline(Edition edition) {
		Edition.Rule rule = edition.rules()
			.stream()
			.filter((each) -> each.category() == Edition.Rule.Category.BASELINE)
			.findFirst()
			.orElse(null);
		boolean ruledOut = rule == null || rule.strength() != Edition.Rule.Strength.RIGHT;
		String reason = (rule != null) ? rule.text() : "It is kept for comparison.";
		return new Option(Option.NO_CHANGE, Option.Kind.BASELINE, "No change", "No change",
				"Today's arrangements go on as they are.", (rule != null) ? rule.citations() : List.of(),
				ruledOut ? Option.Standing.EXCLUDED : Option.Standing.SHORTLISTED, reason, null, null, null, -1);
	}

	private static String key(String name) {
		String slug = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
		String cut = slug.substring(0, Math.min(slug.length(), 50)).replaceAll("-$", "");
		return cut.isEmpty() ? "option" : cut;
	}

}
