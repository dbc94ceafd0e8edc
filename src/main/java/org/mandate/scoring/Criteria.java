package org.mandate.scoring;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import org.mandate.access.Member;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.database.NotFound;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The criteria of an appraisal and their swing weights. The commissioning manager changes
 * them.
 */
@Component
public class Criteria {

	private final ScoringStore store;

	private final JdbcClient jdbc;

	private final Clock clock;

	Criteria(ScoringStore store, JdbcClient jdbc, Clock clock) {
		this.store = store;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Every criterion, withdrawn ones last. One statement. */
	@Transactional(readOnly = true)
	public List<Criterion> all(AppraisalSummary appraisal) {
		return this.store.criteria(appraisal.id());
	}

	/**
	 * One criterion.
	 * @throws NotFound if the appraisal has no such criterion
	 */
	@Transactional(readOnly = true)
	public Criterion one(AppraisalSummary appraisal, UUID id) {
		return find(all(appraisal), id);
	}

	/**
	 * Take over the success factors of the Green Book that are not there yet.
	 * @return how many were taken over
	 */
	@Transactional
	public int adopt(AppraisalSummary appraisal, Member member) {
		NotAllowed.unlessManages(member);
		this.store.lock(appraisal.id());
		List<Criterion> known = this.store.criteria(appraisal.id()).stream().filter(Criterion::isActive).toList();
		List<SuccessFactor> wanted = Arrays.stream(SuccessFactor.values())
			.filter((factor) -> known.stream()
				.noneMatch((each) -> factor.key().equals(each.successFactor())
						|| each.name().equalsIgnoreCase(factor.wording().name())))
			.toList();
		if (known.size() + wanted.size() > Criterion.MOST) {
			throw new ScoringNotPossible("An appraisal has at most 30 criteria. Withdraw some first.");
		}
		wanted.forEach((factor) -> insert(appraisal, factor.wording(), factor.key()));
		return wanted.size();
	}

	/**
	 * Add a local criterion.
	 * @return its identity
	 * @throws CriterionExists if there is one of that name
	 */
	@Transactional
	public UUID add(AppraisalSummary appraisal, CriterionWording wording, Member member) {
		NotAllowed.unlessManages(member);
		this.store.lock(appraisal.id());
		requireRoom(this.store.criteria(appraisal.id()), wording, null);
		return insert(appraisal, wording, SuccessFactor.named(wording.name()).map(SuccessFactor::key).orElse(null));
	}

	/**
	 * Put other words in place of those of a criterion. Scores and weight stay.
	 * @param seen version of what the person saw
	 * @throws ChangedMeanwhile if somebody else changed it
	 * @throws CriterionExists if another has that name
	 */
	@Transactional
	public void change(AppraisalSummary appraisal, UUID id, CriterionWording wording, int seen, Member member) {
		NotAllowed.unlessManages(member);
		this.store.lock(appraisal.id());
		List<Criterion> all = this.store.criteria(appraisal.id());
		Criterion criterion = active(all, id);
		if (criterion.wording().equals(wording)) {
			return;
		}
		requireVersion(criterion, seen);
		requireRoom(all, wording, criterion);
		rewrite(appraisal, criterion, wording);
	}

	/**
	 * Withdraw a criterion: its scores are kept, and no longer count.
	 * @param reason 1 to 1000 characters
	 * @param seen version of what the person saw
	 */
	@Transactional
	public void withdraw(AppraisalSummary appraisal, UUID id, String reason, int seen, Member member) {
		NotAllowed.unlessManages(member);
		this.store.lock(appraisal.id());
		Criterion criterion = find(this.store.criteria(appraisal.id()), id);
		if (!criterion.isActive()) {
			return;
		}
		requireVersion(criterion, seen);
		update("withdrawn_reason = :reason", id).param("reason", reason).update();
		this.store.happened(appraisal.id(), "criterion.withdrawn", "Withdrew the criterion " + criterion.name(), reason,
				Map.of("criterion", criterion.name()));
	}

	/**
	 * Rank the swings. Weights that no longer fall with the order are given up.
	 * @param ranks a place for each criterion that counts, 1 for the most valued swing
	 * @param seen what the person saw, as {@link Weighting#seen}; null to skip the check
	 * @return whether the weights are to be given again
	 */
	@Transactional
	public boolean rank(AppraisalSummary appraisal, Map<UUID, Integer> ranks, @Nullable String seen, Member member) {
		Weighting before = locked(appraisal, ranks, seen, member,
				(criterion) -> Objects.equals(criterion.rank(), ranks.get(criterion.id())));
		if (before.criteria().stream().allMatch((each) -> Objects.equals(each.rank(), ranks.get(each.id())))) {
			return !before.isWeighed();
		}
		if (ranks.values().stream().distinct().count() < ranks.size()) {
			throw new IllegalArgumentException("Two swings cannot have the same rank.");
		}
		Map<UUID, Integer> weights = new LinkedHashMap<>();
		before.criteria().forEach((each) -> {
			if (each.weight() != null) {
				weights.put(each.id(), each.weight());
			}
		});
		boolean falls = weights.size() == ranks.size() && Swings.fall(ranks, weights);
		for (Criterion criterion : before.criteria()) {
			update("swing_rank = :rank" + (falls ? "" : ", raw_weight = null"), criterion.id())
				.param("rank", ranks.get(criterion.id()))
				.update();
		}
		weighed(appraisal, "criteria.ranked", "Ranked the swings of the criteria", before);
		return !falls;
	}

	/**
	 * Weigh the swings against the most valued one, which has 100.
	 * @param weights 0 to 100 for each criterion that counts
	 * @param seen what the person saw, as {@link Weighting#seen}; null to skip the check
	 */
	@Transactional
	public void weigh(AppraisalSummary appraisal, Map<UUID, Integer> weights, @Nullable String seen, Member member) {
		Weighting before = locked(appraisal, weights, seen, member,
				(criterion) -> Objects.equals(criterion.weight(), weights.get(criterion.id())));
		if (before.criteria().stream().allMatch((each) -> Objects.equals(each.weight(), weights.get(each.id())))) {
			return;
		}
		if (!before.isRanked()) {
			throw new ScoringNotPossible("Rank the swings first.");
		}
		Map<UUID, Integer> ranks = new LinkedHashMap<>();
		before.criteria().forEach((each) -> ranks.put(each.id(), Objects.requireNonNull(each.rank())));
		if (!Swings.fall(ranks, weights) || weights.values().stream().allMatch((weight) -> weight == 0)) {
			throw new IllegalArgumentException("Weights fall with the rank, and one of them is above 0.");
		}
		for (Criterion criterion : before.criteria()) {
			update("raw_weight = :weight", criterion.id()).param("weight", weights.get(criterion.id())).update();
		}
		weighed(appraisal, "criteria.weighed", "Weighed the criteria", before);
	}

	/**
	 * Rank and weigh in one, as from a file.
	 */
	@Transactional
	void rankAndWeigh(AppraisalSummary appraisal, Map<UUID, Integer> ranks, Map<UUID, Integer> weights, Member member) {
		rank(appraisal, ranks, null, member);
		weigh(appraisal, weights, null, member);
	}

	/**
	 * Add the criteria of a file, and change the wording of those that have the same
	 * name; the others stay.
	 */
	@Transactional
	void put(AppraisalSummary appraisal, List<CriterionWording> wordings, Member member) {
		NotAllowed.unlessManages(member);
		this.store.lock(appraisal.id());
		for (CriterionWording wording : wordings) {
			List<Criterion> all = this.store.criteria(appraisal.id());
			Optional<Criterion> known = named(all, wording.name());
			if (known.isEmpty()) {
				requireRoom(all, wording, null);
				insert(appraisal, wording, SuccessFactor.named(wording.name()).map(SuccessFactor::key).orElse(null));
			}
			else if (!known.get().wording().equals(wording)) {
				rewrite(appraisal, known.get(), wording);
			}
		}
	}

	/** What is weighed, if it is what the person saw and they say something of each. */
	private Weighting locked(AppraisalSummary appraisal, Map<UUID, Integer> given, @Nullable String seen, Member member,
			Predicate<Criterion> same) {
		NotAllowed.unlessManages(member);
		this.store.lock(appraisal.id());
		Weighting before = new Weighting(
				this.store.criteria(appraisal.id()).stream().filter(Criterion::isActive).toList());
		List<UUID> ids = before.criteria().stream().map(Criterion::id).toList();
		boolean whole = given.size() == ids.size() && given.keySet().containsAll(ids);
		boolean stale = seen != null && !seen.equals(before.seen()) && !before.criteria().stream().allMatch(same);
		if (!whole || stale) {
			throw new ChangedMeanwhile("the criteria or their weights");
		}
		return before;
	}

	private void weighed(AppraisalSummary appraisal, String action, String summary, Weighting before) {
		Weighting after = new Weighting(
				this.store.criteria(appraisal.id()).stream().filter(Criterion::isActive).toList());
		this.store.happened(appraisal.id(), action, summary, null,
				Map.of("before", weights(before), "after", weights(after)));
	}

	private static Map<String, Object> weights(Weighting weighting) {
		Map<String, Object> facts = new LinkedHashMap<>();
		weighting.ranked()
			.forEach((criterion) -> facts.put(criterion.name(), "rank %s, weight %s"
				.formatted(criterion.weighing().get("rank"), criterion.weighing().get("weight"))));
		return facts;
	}

	private UUID insert(AppraisalSummary appraisal, CriterionWording wording, @Nullable String factor) {
		UUID id = UUID.randomUUID();
		this.jdbc.sql("""
				insert into criterion (id, version, appraisal_id, position, name, description, success_factor, anchor_0,
					anchor_5, anchor_10, recorded_at, recorded_by)
				select :id, 0, :appraisal, coalesce(max(position), 0) + 1, :name, :description, :factor, :zero, :five,
					:ten, :now, :by
				from criterion where appraisal_id = :appraisal
				""")
			.param("id", id)
			.param("appraisal", appraisal.id().id())
			.param("name", wording.name())
			.param("description", wording.description())
			.param("factor", factor)
			.param("zero", wording.anchor0())
			.param("five", wording.anchor5())
			.param("ten", wording.anchor10())
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("by", this.store.actor())
			.update();
		Map<String, Object> details = new LinkedHashMap<>(wording.facts());
		details.put("source", (factor != null) ? SuccessFactor.CITATION : "Local criterion");
		this.store.happened(appraisal.id(), "criterion.added", "Added the criterion " + wording.name(), null, details);
		return id;
	}

	private void rewrite(AppraisalSummary appraisal, Criterion criterion, CriterionWording wording) {
		update("name = :name, description = :description, anchor_0 = :zero, anchor_5 = :five, anchor_10 = :ten",
				criterion.id())
			.param("name", wording.name())
			.param("description", wording.description())
			.param("zero", wording.anchor0())
			.param("five", wording.anchor5())
			.param("ten", wording.anchor10())
			.update();
		this.store.happened(appraisal.id(), "criterion.changed", "Reworded the criterion " + wording.name(), null,
				Map.of("before", criterion.wording().facts(), "after", wording.facts()));
	}

	private JdbcClient.StatementSpec update(String changes, UUID id) {
		return this.jdbc
			.sql("update criterion set version = version + 1, recorded_at = :now, recorded_by = :by, " + changes
					+ " where id = :id")
			.param("id", id)
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("by", this.store.actor());
	}

	private static void requireVersion(Criterion criterion, int seen) {
		if (criterion.version() != seen) {
			throw new ChangedMeanwhile("the criterion " + criterion.name());
		}
	}

	private static void requireRoom(List<Criterion> all, CriterionWording wording, @Nullable Criterion self) {
		Optional<Criterion> namesake = named(all, wording.name());
		if (namesake.isPresent() && (self == null || !namesake.get().id().equals(self.id()))) {
			throw new CriterionExists(wording.name());
		}
		if (self == null && all.stream().filter(Criterion::isActive).count() >= Criterion.MOST) {
			throw new ScoringNotPossible("An appraisal has at most 30 criteria. Withdraw some first.");
		}
	}

	static Optional<Criterion> named(List<Criterion> all, String name) {
		return all.stream()
			.filter(Criterion::isActive)
			.filter((each) -> each.name().equalsIgnoreCase(name))
			.findFirst();
	}

	private static Criterion find(List<Criterion> all, UUID id) {
		return all.stream()
			.filter((each) -> each.id().equals(id))
			.findFirst()
			.orElseThrow(() -> new NotFound("There is no such criterion."));
	}

	private static Criterion active(List<Criterion> all, UUID id) {
		Criterion criterion = find(all, id);
		if (!criterion.isActive()) {
			throw new ScoringNotPossible("The criterion %s is withdrawn.".formatted(criterion.name()));
		}
		return criterion;
	}

	/** How many scores stand on a criterion, anybody's. */
	@Transactional(readOnly = true)
	long scoresOn(UUID criterion) {
		return Objects.requireNonNullElse(this.jdbc.sql("select count(*) from panel_score where criterion_id = :id")
			.param("id", criterion)
			.query(Long.class)
			.single(), 0L);
	}

}
