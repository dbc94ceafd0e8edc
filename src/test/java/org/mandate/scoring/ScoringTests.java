package org.mandate.scoring;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mandate.AtOnce;
import org.mandate.MandateTest;
import org.mandate.TestOrganisations;
import org.mandate.access.ActingAs;
import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.audit.Trail;
import org.mandate.database.Statements;
import org.mandate.database.Tenant;
import org.mandate.options.Option;
import org.mandate.options.OptionStatement;
import org.mandate.options.Options;
import org.mandate.organisations.Organisation;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@MandateTest
@Import(ScoredAppraisal.class)
class ScoringTests {

	@Autowired
	private TestOrganisations organisations;

	@Autowired
	private ScoredAppraisal scored;

	@Autowired
	private Scoring scoring;

	@Autowired
	private Criteria criteria;

	@Autowired
	private Panel panel;

	@Autowired
	private Agreement agreement;

	@Autowired
	private Options options;

	@Autowired
	private Trail trail;

	private Organisation organisation;

	private Member manager;

	private AppraisalSummary appraisal;

	private final List<Member> directors = new ArrayList<>();

	@BeforeEach
	void start() {
		this.organisation = this.organisations.establish();
		this.manager = this.organisations.person(this.organisation, Role.COMMISSIONING_MANAGER, null);
		for (int i = 0; i < 5; i++) {
			this.directors.add(this.organisations.person(this.organisation, Role.GOVERNING_BODY_MEMBER, null));
		}
		this.appraisal = call(this.scored::started);
	}

	private <T> T call(Callable<T> work) {
		return Tenant.call(this.organisation.id(), () -> {
			try {
				return work.call();
			}
			catch (RuntimeException ex) {
				throw ex;
			}
			catch (Exception ex) {
				throw new IllegalStateException(ex);
			}
		});
	}

	private void run(Runnable work) {
		Tenant.run(this.organisation.id(), work);
	}

	private Map<String, UUID> two() {
		Map<String, Integer> weights = new LinkedHashMap<>();
		weights.put("Access", 100);
		weights.put("Cost", 40);
		return call(() -> this.scored.weighed(this.appraisal, this.manager, weights));
	}

	private List<String> models() {
		return call(() -> this.options.shortlist(this.appraisal).stream().map(Option::key).toList());
	}

	private Map<String, List<Integer>> every(List<Integer> scores) {
		Map<String, List<Integer>> every = new LinkedHashMap<>();
		models().forEach((model) -> every.put(model, scores));
		return every;
	}

	@Test
	void listsWhatIsMissingUntilNothingIs() {
		assertThat(agreed().missing()).containsExactly("Criteria");
		UUID id = call(() -> this.criteria.add(this.appraisal, ScoredAppraisal.wording("Access"), this.manager));
		assertThat(agreed().missing()).containsExactly("The weight of Access", "Option 1 on Access",
				"Option 2 on Access", "Option 3 on Access");
		assertThat(agreed().needed()).isEqualTo(3);
		run(() -> this.criteria.rankAndWeigh(this.appraisal, Map.of(id, 1), Map.of(id, 100), this.manager));
		run(() -> this.scored.agreed(this.appraisal, this.manager, Map.of(models().getFirst(), List.of(7))));
		assertThat(agreed().missing()).containsExactly("Option 2 on Access", "Option 3 on Access");
		assertThat(agreed().given()).isOne();
		assertThat(agreed().performance()).isNull();
		run(() -> this.agreement.record(this.appraisal,
				List.of(statement(id, models().get(1), 0), statement(id, models().get(2), 10)), this.manager));
		Performance performance = agreed().performance();
		assertThat(performance).isNotNull();
		assertThat(performance.alternatives()).extracting(Performance.Alternative::scores)
			.containsExactly(List.of(7), List.of(0), List.of(10));
		assertThat(performance.criteria()).containsExactly(new Performance.Weighed(id.toString(), "Access", 100));
	}

	@Test
	void hasTheBaselineOnlyWhereItIsComplete() {
		Map<String, UUID> ids = two();
		Map<String, List<Integer>> scores = every(List.of(5, 6));
		scores.put(Option.NO_CHANGE, List.of(3));
		run(() -> this.scored.agreed(this.appraisal, this.manager, scores));
		assertThat(keys()).doesNotContain(Option.NO_CHANGE).hasSize(3);
		run(() -> this.agreement.record(this.appraisal, List.of(statement(ids.get("Cost"), Option.NO_CHANGE, 9)),
				this.manager));
		assertThat(agreed().performance().alternatives().getLast()).satisfies((last) -> {
			assertThat(last.key()).isEqualTo(Option.NO_CHANGE);
			assertThat(last.ranked()).isFalse();
			assertThat(last.scores()).containsExactly(3, 9);
		});
	}

	@Test
	void leavesOutAnOptionThatIsWithdrawnHalfwayAndKeepsItsScores() {
		two();
		run(() -> this.scored.agreed(this.appraisal, this.manager, every(List.of(5, 6))));
		String gone = models().getFirst();
		run(() -> this.options.record(this.appraisal, gone,
				new OptionStatement(Option.Standing.WITHDRAWN, "Given up", null, null, null)));
		assertThat(keys()).doesNotContain(gone).hasSize(2);
		Scorecard card = call(() -> this.scoring.card(this.appraisal, this.manager));
		assertThat(card.leftOut()).extracting(Option::key).containsExactly(gone);
		assertThat(card.agreed()).hasSize(6);
	}

	@Test
	void leavesOutACriterionThatIsWithdrawnAndKeepsItsScores() {
		Map<String, UUID> ids = two();
		run(() -> this.scored.agreed(this.appraisal, this.manager, every(List.of(5, 6))));
		run(() -> this.criteria.withdraw(this.appraisal, ids.get("Access"), "Said twice",
				call(() -> this.criteria.one(this.appraisal, ids.get("Access")).version()), this.manager));
		assertThat(agreed().performance().criteria()).extracting(Performance.Weighed::name).containsExactly("Cost");
		assertThat(agreed().performance().alternatives()).allMatch((each) -> each.scores().equals(List.of(6)));
		Scorecard card = call(() -> this.scoring.card(this.appraisal, this.manager));
		assertThat(card.withdrawnCriteria()).extracting(Criterion::name).containsExactly("Access");
		assertThat(card.agreed()).hasSize(6);
		assertThat(card.weighting().isTopless()).isTrue();
	}

	@Test
	void aWeightOfZeroThatIsLeftAloneIsMissing() {
		Map<String, Integer> weights = new LinkedHashMap<>();
		weights.put("Access", 100);
		weights.put("Cost", 0);
		Map<String, UUID> ids = call(() -> this.scored.weighed(this.appraisal, this.manager, weights));
		Scorecard card = call(() -> this.scoring.card(this.appraisal, this.manager));
		assertThat(card.weighting().only()).extracting(Criterion::name).isEqualTo("Access");
		run(() -> this.criteria.withdraw(this.appraisal, ids.get("Access"), "No",
				call(() -> this.criteria.one(this.appraisal, ids.get("Access")).version()), this.manager));
		assertThat(agreed().missing()).contains("A weight above 0");
	}

	@Test
	void nobodySeesAnothersScoresBeforeAllHaveFinished() {
		two();
		List<Member> scorers = this.directors.subList(0, 2);
		invite(scorers);
		run(() -> this.scored.scores(this.appraisal, scorers.get(0), 9));
		assertThat(seenBy(scorers.get(0))).hasSize(6);
		assertThat(seenBy(scorers.get(1))).isEmpty();
		assertThat(seenBy(this.manager)).isEmpty();
		assertThat(seenBy(this.directors.get(4))).isEmpty();
		run(() -> this.scored.scores(this.appraisal, scorers.get(1), 2));
		for (Member member : List.of(scorers.get(0), scorers.get(1), this.manager, this.directors.get(4))) {
			assertThat(seenBy(member)).hasSize(12);
		}
		assertThat(call(() -> this.trail.events(this.appraisal.id().id(), 0, 100)))
			.filteredOn((event) -> event.action().startsWith("sheet"))
			.allSatisfy((event) -> assertThat(event.details().keySet()).containsOnly("scorer", "scores entered"));
		run(() -> this.panel.reopen(this.appraisal, scorers.get(0)));
		assertThat(seenBy(this.manager)).isEmpty();
		assertThat(seenBy(scorers.get(0))).hasSize(6);
	}

	@Test
	void theRecordNamesTheScoresOnlyOnceThePanelAgrees() {
		Map<String, UUID> ids = two();
		invite(this.directors.subList(0, 2));
		run(() -> this.scored.scores(this.appraisal, this.directors.get(0), 9));
		run(() -> this.scored.scores(this.appraisal, this.directors.get(1), 2));
		assertThat(recorded()).doesNotContain("scores of the panel");
		run(() -> this.agreement.record(this.appraisal, List.of(statement(ids.get("Cost"), models().getFirst(), 4)),
				this.manager));
		assertThat(recorded()).containsAnyOf(
				"scores of the panel=The Governing body member 9, The Governing body member 2",
				"scores of the panel=The Governing body member 2, The Governing body member 9");
	}

	@Test
	void agreesOnNothingBeforeAllHaveFinished() {
		Map<String, UUID> ids = two();
		Agreement.Statement statement = statement(ids.get("Cost"), models().getFirst(), 4);
		assertThatThrownBy(() -> run(() -> this.agreement.record(this.appraisal, List.of(statement), this.manager)))
			.isInstanceOf(ScoringNotPossible.class)
			.hasMessage("Nobody is on the scoring panel yet.");
		invite(this.directors.subList(0, 1));
		assertThatThrownBy(() -> run(() -> this.agreement.record(this.appraisal, List.of(statement), this.manager)))
			.hasMessageContaining("Not everybody on the panel has finished: The Governing body member");
	}

	@Test
	void keepsTheScoresOfARemovedScorerAndDoesNotCountThem() {
		Map<String, UUID> ids = two();
		invite(this.directors.subList(0, 3));
		run(() -> this.scored.scores(this.appraisal, this.directors.get(0), 9));
		run(() -> this.scored.scores(this.appraisal, this.directors.get(1), 2));
		Scorer third = call(() -> this.scoring.card(this.appraisal, this.manager).waitedFor().getFirst());
		run(() -> this.panel.remove(this.appraisal, third.id(), "Ill", this.manager));
		Scorer first = call(() -> this.scoring.card(this.appraisal, this.manager)
			.scorer(this.directors.get(0).id().id())
			.orElseThrow());
		run(() -> this.panel.remove(this.appraisal, first.id(), "A conflict of interest", this.manager));
		Scorecard card = call(() -> this.scoring.card(this.appraisal, this.manager));
		assertThat(card.open()).isTrue();
		assertThat(card.scores()).hasSize(12);
		Criterion cost = card.criteria().stream().filter((each) -> each.id().equals(ids.get("Cost"))).findAny().get();
		Spread spread = card.spread(cost, card.shortlist().getFirst());
		assertThat(spread.words()).isEqualTo("One scorer gave 2");
		assertThat(spread.voices()).hasSize(2).filteredOn((voice) -> !voice.counts()).hasSize(1);
	}

	@Test
	void aFurtherCriterionAsksTheScorersAgainAndLeavesWhatIsAgreed() {
		Map<String, UUID> ids = two();
		invite(this.directors.subList(0, 1));
		Member scorer = this.directors.getFirst();
		run(() -> this.scored.scores(this.appraisal, scorer, 6));
		run(() -> this.agreement.record(this.appraisal, List.of(statement(ids.get("Cost"), models().getFirst(), 4)),
				this.manager));
		UUID added = call(() -> this.criteria.add(this.appraisal, ScoredAppraisal.wording("Speed"), this.manager));
		Scorecard card = call(() -> this.scoring.card(this.appraisal, this.manager));
		assertThat(card.waitedFor()).hasSize(1);
		assertThat(card.open()).isFalse();
		run(() -> this.panel.reopen(this.appraisal, scorer));
		run(() -> this.scored.scores(this.appraisal, scorer, 1));
		Scorecard after = call(() -> this.scoring.card(this.appraisal, this.manager));
		assertThat(after.open()).isTrue();
		assertThat(after.scores()).filteredOn((score) -> score.cell().criterion().equals(added))
			.allMatch((score) -> score.score() == 1);
		assertThat(after.scores())
			.filteredOn((score) -> score.cell().equals(new Cell(ids.get("Cost"), models().getFirst())))
			.extracting(GivenScore::score)
			.containsExactly(6);
		assertThatThrownBy(() -> invite(this.directors.subList(1, 2))).isInstanceOf(ScoringNotPossible.class);
	}

	@Test
	void onlyTheManagerChangesAndOnlyAScorerScores() {
		Map<String, UUID> ids = two();
		Member stranger = this.directors.getFirst();
		List<Runnable> attempts = List.of(() -> this.criteria.adopt(this.appraisal, stranger),
				() -> this.criteria.add(this.appraisal, ScoredAppraisal.wording("New"), stranger),
				() -> this.criteria.change(this.appraisal, ids.get("Cost"), ScoredAppraisal.wording("New"), 1,
						stranger),
				() -> this.criteria.withdraw(this.appraisal, ids.get("Cost"), "No", 1, stranger),
				() -> this.criteria.rank(this.appraisal, Map.of(), null, stranger),
				() -> this.criteria.weigh(this.appraisal, Map.of(), null, stranger),
				() -> this.criteria.put(this.appraisal, List.of(), stranger),
				() -> this.panel.invite(this.appraisal, List.of(), stranger),
				() -> this.panel.remove(this.appraisal, UUID.randomUUID(), "No", stranger),
				() -> this.panel.save(this.appraisal, List.of(), 0, false, stranger),
				() -> this.panel.reopen(this.appraisal, stranger),
				() -> this.agreement.record(this.appraisal, List.of(), stranger));
		for (Runnable attempt : attempts) {
			assertThatThrownBy(() -> run(attempt)).isInstanceOf(NotAllowed.class);
		}
		invite(List.of(stranger));
		Scorer scorer = call(() -> this.scoring.card(this.appraisal, this.manager).scorers().getFirst());
		run(() -> this.panel.remove(this.appraisal, scorer.id(), "Left", this.manager));
		assertThatThrownBy(() -> run(() -> this.panel.save(this.appraisal, List.of(), 0, false, stranger)))
			.isInstanceOf(NotAllowed.class);
	}

	@Test
	void twentyPostsOfTheSameSheetAreOne() throws Exception {
		two();
		Member scorer = this.directors.getFirst();
		invite(List.of(scorer));
		AtOnce.times(20,
				Executors.callable(() -> run(() -> this.panel.save(this.appraisal, sheet(7), 0, true, scorer))));
		assertThat(seenBy(scorer)).hasSize(6).allMatch((score) -> score.score() == 7);
		assertThat(call(() -> this.trail.events(this.appraisal.id().id(), 0, 100)))
			.filteredOn((event) -> event.action().equals("sheet.finished"))
			.hasSize(1);
	}

	@Test
	void fiveScorersAtOnceLoseNothing() throws Exception {
		two();
		invite(this.directors);
		List<Callable<Object>> posts = new ArrayList<>();
		for (int i = 0; i < 5; i++) {
			Member scorer = this.directors.get(i);
			int score = i + 2;
			posts.add(Executors.callable(() -> ActingAs.run(scorer,
					() -> run(() -> this.panel.save(this.appraisal, sheet(score), 0, true, scorer)))));
		}
		AtOnce.all(posts);
		Scorecard card = call(() -> this.scoring.card(this.appraisal, this.manager));
		assertThat(card.open()).isTrue();
		assertThat(card.spread(card.criteria().getFirst(), card.shortlist().getFirst()).words())
			.isEqualTo("From 2 to 6, median 4");
	}

	@Test
	void theSecondOfTwoWindowsIsTold() {
		two();
		Member scorer = this.directors.getFirst();
		invite(List.of(scorer));
		run(() -> this.panel.save(this.appraisal, sheet(7), 0, false, scorer));
		assertThatThrownBy(() -> run(() -> this.panel.save(this.appraisal, sheet(3), 0, false, scorer)))
			.isInstanceOf(ChangedMeanwhile.class);
		run(() -> this.panel.save(this.appraisal, sheet(3), 1, true, scorer));
		assertThatThrownBy(() -> run(() -> this.panel.save(this.appraisal, sheet(7), 2, false, scorer)))
			.isInstanceOf(ChangedMeanwhile.class);
		assertThat(seenBy(scorer)).allMatch((score) -> score.score() == 3);
	}

	@Test
	void takesAsManyStatementsHoweverMuchThereIs() throws Exception {
		assertThat(Statements.during(() -> agreed())).hasSize(3);
		assertThat(Statements.during(() -> seenBy(this.manager))).hasSize(5);
		two();
		invite(this.directors);
		this.directors.forEach((director) -> run(() -> this.scored.scores(this.appraisal, director, 4)));
		assertThat(Statements.during(() -> agreed())).hasSize(3);
		assertThat(Statements.during(() -> seenBy(this.manager))).hasSize(5);
	}

	private List<Panel.Entry> sheet(int score) {
		Scorecard card = this.scoring.card(this.appraisal, this.manager);
		return Scorecard.cells(card.shortlist(), card.criteria())
			.stream()
			.map((cell) -> new Panel.Entry(cell, score, "Because of " + score))
			.toList();
	}

	private String recorded() {
		return call(() -> this.trail.events(this.appraisal.id().id(), 0, 100)).stream()
			.map((event) -> event.details().toString())
			.toList()
			.toString();
	}

	private void invite(List<Member> members) {
		run(() -> this.panel.invite(this.appraisal, members.stream().map((each) -> each.id().id()).toList(),
				this.manager));
	}

	private List<GivenScore> seenBy(Member member) {
		return call(() -> this.scoring.card(this.appraisal, member)).scores();
	}

	private static Agreement.Statement statement(UUID criterion, String option, int score) {
		return new Agreement.Statement(new Cell(criterion, option), score, "After a discussion", null, null);
	}

	private AgreedScores agreed() {
		return call(() -> this.scoring.agreed(this.appraisal));
	}

	private List<String> keys() {
		return agreed().performance().alternatives().stream().map(Performance.Alternative::key).toList();
	}

}
