package org.mandate.scoring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.mandate.options.Option;

/**
 * The scoring of an appraisal as one person may see it. Others' scores are in it only
 * once everybody on the panel has finished, so that nobody is led by them.
 *
 * @param options every option, in order
 * @param all every criterion, withdrawn ones last
 * @param panel everybody who is or was on the panel
 * @param scores what this person may see of what was given
 * @param agreed every agreed score
 * @param outstanding how many scores each scorer still owes
 * @param open whether everybody on the panel has finished, and scores may be read
 */
public record Scorecard(List<Option> options, List<Criterion> all, List<Scorer> panel, List<GivenScore> scores,
		Map<Cell, AgreedScore> agreed, Map<UUID, Integer> outstanding, boolean open) {

	/** Everything, before it is decided who may see what. */
	static Scorecard of(List<Option> options, List<Criterion> all, List<Scorer> panel, List<GivenScore> scores,
			List<AgreedScore> agreed) {
		Map<Cell, AgreedScore> settled = new HashMap<>();
		agreed.forEach((each) -> settled.put(each.cell(), each));
		Map<UUID, Set<Cell>> given = scores.stream()
			.collect(Collectors.groupingBy(GivenScore::scorer,
					Collectors.mapping(GivenScore::cell, Collectors.toSet())));
		List<Cell> asked = cells(shortlist(options), active(all)).stream()
			.filter((cell) -> !settled.containsKey(cell))
			.toList();
		Map<UUID, Integer> outstanding = new HashMap<>();
		panel.forEach((scorer) -> outstanding.put(scorer.id(),
				(int) asked.stream()
					.filter((cell) -> !given.getOrDefault(scorer.id(), Set.of()).contains(cell))
					.count()));
		List<Scorer> counting = panel.stream().filter(Scorer::isActive).toList();
		boolean open = !counting.isEmpty() && counting.stream()
			.allMatch((scorer) -> scorer.isFinished() && outstanding.getOrDefault(scorer.id(), 0) == 0);
		return new Scorecard(options, all, panel, scores, settled, outstanding, open);
	}

	/** What this person may see: their own scores, and everybody's once all finished. */
	Scorecard seenBy(UUID person) {
		if (this.open) {
			return this;
		}
		UUID own = scorer(person).map(Scorer::id).orElse(null);
		return new Scorecard(this.options, this.all, this.panel,
				this.scores.stream().filter((score) -> score.scorer().equals(own)).toList(), this.agreed,
				this.outstanding, false);
	}

	/** The criteria that count. */
	public List<Criterion> criteria() {
		return active(this.all);
	}

	/** The criteria that no longer count. */
	public List<Criterion> withdrawnCriteria() {
		return this.all.stream().filter((criterion) -> !criterion.isActive()).toList();
	}

	/** The options that must be scored. */
	public List<Option> shortlist() {
		return shortlist(this.options);
	}

	/** The options that may be scored: the baseline too, for comparison. */
	public List<Option> scorable() {
		return this.options.stream().filter(Option::mayBeScored).toList();
	}

	/** Options that were scored and may no longer be: their scores are kept. */
	public List<Option> leftOut() {
		Set<String> scored = new HashSet<>();
		this.agreed.keySet().forEach((cell) -> scored.add(cell.option()));
		this.scores.forEach((score) -> scored.add(score.cell().option()));
		return this.options.stream()
			.filter((option) -> !option.mayBeScored() && scored.contains(option.key()))
			.toList();
	}

	/** Those whose scores count. */
	public List<Scorer> scorers() {
		return this.panel.stream().filter(Scorer::isActive).toList();
	}

	/** Those whose scores are kept and do not count. */
	public List<Scorer> removed() {
		return this.panel.stream().filter((scorer) -> !scorer.isActive()).toList();
	}

	/** Whether a scorer said so, and owes nothing. */
	public boolean isDone(Scorer scorer) {
		return scorer.isFinished() && this.outstanding.getOrDefault(scorer.id(), 0) == 0;
	}

	/** Scorers that have not finished. */
	public List<Scorer> waitedFor() {
		return scorers().stream().filter((scorer) -> !isDone(scorer)).toList();
	}

	/** The person's place on the panel, removed or not. */
	Optional<Scorer> scorer(UUID person) {
		return this.panel.stream().filter((scorer) -> scorer.person().equals(person)).findFirst();
	}

	/** The agreed score, or null. */
	public @Nullable AgreedScore agreed(Criterion criterion, Option option) {
		return this.agreed.get(new Cell(criterion.id(), option.key()));
	}

	/** What the panel gave one option on one criterion. */
	public Spread spread(Criterion criterion, Option option) {
		Cell cell = new Cell(criterion.id(), option.key());
		Map<UUID, GivenScore> given = new HashMap<>();
		this.scores.stream()
			.filter((score) -> score.cell().equals(cell))
			.forEach((score) -> given.put(score.scorer(), score));
		List<Spread.Voice> voices = new ArrayList<>();
		for (Scorer scorer : this.panel) {
			GivenScore score = given.get(scorer.id());
			if (score != null) {
				voices.add(new Spread.Voice(scorer.name(), score.score(), score.comment(), scorer.isActive()));
			}
		}
		return new Spread(voices);
	}

	/** Scores that must be agreed on and are not. */
	List<Cell> missing() {
		return cells(shortlist(), criteria()).stream().filter((cell) -> !this.agreed.containsKey(cell)).toList();
	}

	/** How many scores must be agreed on. */
	public int needed() {
		return shortlist().size() * criteria().size();
	}

	/** How many of those are. */
	public int settled() {
		return needed() - missing().size();
	}

	/** Raw weights as parts of their sum. */
	public Weighting weighting() {
		return new Weighting(criteria());
	}

	/** Pairs of criteria that may count the same thing twice. */
	public List<Overlap> overlaps() {
		return Overlap.among(criteria());
	}

	/** The lowest and the highest agreed score on a criterion; null before any. */
	public @Nullable String observed(Criterion criterion) {
		List<Integer> scores = shortlist().stream()
			.map((option) -> agreed(criterion, option))
			.filter(Objects::nonNull)
			.map(AgreedScore::score)
			.sorted(Comparator.naturalOrder())
			.toList();
		return scores.isEmpty() ? null
				: "The options were scored from %d to %d".formatted(scores.getFirst(), scores.getLast());
	}

	/** What the options of a criterion were given, by option. */
	Map<String, Integer> scoresOf(UUID scorer, UUID criterion) {
		Map<String, Integer> found = new LinkedHashMap<>();
		this.scores.stream()
			.filter((score) -> score.scorer().equals(scorer) && score.cell().criterion().equals(criterion))
			.forEach((score) -> found.put(score.cell().option(), score.score()));
		return found;
	}

	/** Every place of the matrix, criterion by criterion. */
	static List<Cell> cells(List<Option> options, List<Criterion> criteria) {
		return criteria.stream()
			.flatMap((criterion) -> options.stream().map((option) -> new Cell(criterion.id(), option.key())))
			.toList();
	}

	private static List<Criterion> active(List<Criterion> criteria) {
		return criteria.stream().filter(Criterion::isActive).toList();
	}

	private static List<Option> shortlist(List<Option> options) {
		return options.stream().filter(Option::isShortlisted).toList();
	}

}
