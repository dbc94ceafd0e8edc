package org.mandate.recommendations;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mandate.AtOnce;
import org.mandate.MandateTest;
import org.mandate.OxfordshireDecision;
import org.mandate.appraisals.Task;
import org.mandate.audit.Trail;
import org.mandate.database.Statements;
import org.mandate.database.Tenant;
import org.mandate.database.TestDatabase;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@MandateTest
class RecommendationsTests {

	private static final String WORDING = "OCCG wishes to opt for a joint commissioning approach to co-commissioning for "
			+ "2015/16 with a plan to review these arrangements as part of our planning process for 2016/17.";

	@Autowired
	private ApplicationContext beans;

	@Autowired
	private Recommendations recommendations;

	@Autowired
	private RecommendationTasks tasks;

	@Autowired
	private Trail trail;

	private OxfordshireDecision decision;

	@BeforeEach
	void start() {
		this.decision = new OxfordshireDecision(this.beans);
	}

	private void begin() {
		this.recommendations.begin(this.decision.appraisal, Recommendations.Source.CHOSEN_MODEL, "joint",
				this.decision.manager);
	}

	private void revise(int basis, String wording) {
		this.recommendations.revise(this.decision.appraisal.id(), basis, text(wording), this.decision.manager);
	}

	private void put() {
		this.recommendations.put(this.decision.appraisal, current().version().number(),
				"The rest follows at the meeting", this.decision.manager);
	}

	private void withdraw() {
		this.recommendations.withdraw(this.decision.appraisal.id(), "A figure is missing", this.decision.manager);
	}

	private void resolve(Resolution.Minute minute) {
		this.recommendations.resolve(this.decision.appraisal, minute, this.decision.chair);
	}

	private RecommendationSummary current() {
		return this.recommendations.current(this.decision.appraisal.id()).orElseThrow();
	}

	private static RecommendationText text(String wording) {
		return new RecommendationText("joint", "in a year", null, wording, null);
	}

	private static final Resolution.Meeting MEETING = new Resolution.Meeting(UUID.randomUUID(), UUID.randomUUID(),
			"Governing Body, 29 January 2015, item 1.");

	private static Resolution.Minute minute(Decision decision, int votesFor, int against, int abstained) {
		return new Resolution.Minute(decision, (decision == Decision.APPROVED_WITH_AMENDMENTS) ? "Other words" : null,
				LocalDate.of(2015, 1, 29), votesFor, against, abstained,
				(decision == Decision.DEFERRED) ? "More is to be known" : null, MEETING, true);
	}

	private List<String> actions() {
		return this.trail.events(this.decision.appraisal.id().id(), 0, 50)
			.stream()
			.map(Trail.Entry::action)
			.filter((action) -> action.startsWith("recommendation") || action.startsWith("paper"))
			.toList()
			.reversed();
	}

	@Test
	void draftsOxfordshiresWordingFromTheVote() {
		this.decision.asked().voted();
		this.decision.within(() -> {
			assertThat(this.recommendations.proposal(this.decision.appraisal)).hasValueSatisfying((proposal) -> {
				assertThat(proposal.model()).isEqualTo("joint");
				assertThat(proposal.reasons()).contains("72 of 75");
			});
			this.recommendations.begin(this.decision.appraisal, Recommendations.Source.RECORD, null,
					this.decision.manager);
			RecommendationVersion version = current().version();
			assertThat(version.wording()).isEqualTo(WORDING);
			assertThat(version.review()).isEqualTo("as part of our planning process for 2016/17");
			assertThat(version.origin()).isEqualTo(RecommendationVersion.Origin.RECORD);
		});
	}

	@Test
	void keepsFiguresOfAnOpenBallotOutOfTheReasons() {
		this.decision.asked();
		this.decision.counted("south-west", OxfordshireDecision.southWest(9, 3));
		this.decision.within(() -> {
			Recommendations.Proposal proposal = this.recommendations.proposal(this.decision.appraisal).orElseThrow();
			assertThat(proposal.model()).isEqualTo("joint");
			assertThat(proposal.reasons()).contains("still open").doesNotContain("9", "12");
		});
	}

	@Test
	void proposesNothingBeforeABallotWasOpened() {
		this.decision.within(() -> {
			assertThat(this.recommendations.proposal(this.decision.appraisal)).isEmpty();
			assertThat(this.recommendations.current(this.decision.appraisal.id())).isEmpty();
		});
	}

	@Test
	void goesFromDraftToSealedAndTellsEachStep() {
		this.decision.within(() -> {
			begin();
			assertThat(current().stage()).isEqualTo(RecommendationSummary.Stage.DRAFT);
			revise(1, "Our own words");
			put();
			assertThat(current().stage()).isEqualTo(RecommendationSummary.Stage.PUT);
			withdraw();
			assertThat(current().stage()).isEqualTo(RecommendationSummary.Stage.DRAFT);
			put();
			resolve(minute(Decision.APPROVED, 12, 0, 1));
			assertThat(current().stage()).isEqualTo(RecommendationSummary.Stage.SEALED);
			assertThat(current().resolution()).satisfies((resolution) -> {
				assertThat(resolution.votes()).isEqualTo("12 for, 0 against, 1 abstained");
				assertThat(resolution.versionNumber()).isEqualTo(2);
				assertThat(resolution.onBehalfOfChair()).isFalse();
			});
			assertThat(actions()).containsExactly("recommendation.drafted", "recommendation.revised",
					"recommendation.put", "recommendation.withdrawn", "recommendation.put", "recommendation.resolved",
					"paper.sealed");
			assertThat(this.trail.verify().intact()).isTrue();
		});
	}

	@Test
	void marksWhatIsRecordedForWhoeverPresided() {
		this.decision.within(() -> {
			begin();
			put();
			this.recommendations.resolve(this.decision.appraisal, new Resolution.Minute(Decision.APPROVED, null,
					LocalDate.of(2015, 1, 29), 5, 1, 0, null, MEETING, false), this.decision.manager);
			assertThat(current().resolution()).extracting(Resolution::onBehalfOfChair).isEqualTo(true);
			assertThat(this.trail.events(this.decision.appraisal.id().id(), 0, 5)).extracting(Trail.Entry::summary)
				.contains(
						"The governing body approved the recommendation: 5 for, 1 against, 0 abstained, recorded on behalf of whoever presided");
		});
	}

	@Test
	void refusesWhatADraftCannotDo() {
		this.decision.within(() -> {
			begin();
			assertThatExceptionOfType(NotPut.class).isThrownBy(() -> resolve(minute(Decision.APPROVED, 5, 0, 0)));
			assertThatExceptionOfType(NotPut.class).isThrownBy(this::withdraw);
			begin();
			assertThat(this.recommendations.all(this.decision.appraisal.id())).hasSize(1);
		});
	}

	@Test
	void refusesChangesWhileTheGoverningBodyHasIt() {
		this.decision.within(() -> {
			begin();
			put();
			assertThatExceptionOfType(AlreadyPut.class).isThrownBy(() -> revise(1, "Other words"));
			put();
			assertThat(actions()).containsOnlyOnce("recommendation.put");
		});
	}

	@ParameterizedTest
	@CsvSource({ "APPROVED, 5, 0", "APPROVED_WITH_AMENDMENTS, 5, 0", "DEFERRED, 5, 0", "REJECTED, 0, 5" })
	void touchesNothingOnceSealed(Decision decided, int votesFor, int against) {
		this.decision.within(() -> {
			begin();
			put();
			resolve(minute(decided, votesFor, against, 1));
			RecommendationSummary sealed = current();
			assertThatExceptionOfType(RecommendationIsSealed.class).isThrownBy(() -> revise(1, "Other words"));
			assertThatExceptionOfType(RecommendationIsSealed.class).isThrownBy(this::withdraw);
			assertThatExceptionOfType(RecommendationIsSealed.class).isThrownBy(this::put);
			assertThatExceptionOfType(RecommendationIsSealed.class)
				.isThrownBy(() -> resolve(minute(Decision.APPROVED, 6, 0, 0)));
			assertThat(current()).isEqualTo(sealed);
		});
	}

	@ParameterizedTest
	@CsvSource({ "APPROVED, 0, 0, 0", "REJECTED, 0, 0, 0", "APPROVED, -1, 0, 5", "APPROVED, 5, -1, 0",
			"APPROVED, 1000, 0, 0" })
	void refusesVotesThatCannotBe(Decision decided, int votesFor, int against, int abstained) {
		this.decision.within(() -> {
			begin();
			put();
			refused("votesFor", minute(decided, votesFor, against, abstained));
			assertThat(current().put()).isTrue();
		});
	}

	/** A casting vote, or another rule than the majority, may decide either way. */
	@ParameterizedTest
	@CsvSource({ "REJECTED, 5, 5", "APPROVED, 5, 5", "REJECTED, 6, 5" })
	void leavesItToTheMeetingWhetherTheVotesCarryIt(Decision decided, int votesFor, int against) {
		this.decision.within(() -> {
			begin();
			put();
			resolve(minute(decided, votesFor, against, 2));
			assertThat(current().resolution()).extracting(Resolution::decision).isEqualTo(decided);
		});
	}

	@Test
	void keepsTheMeetingAndItsCircumstances() {
		this.decision.within(() -> {
			begin();
			put();
			resolve(minute(Decision.APPROVED, 5, 0, 0));
			assertThat(current().resolution()).satisfies((resolution) -> {
				assertThat(resolution.circumstances()).isEqualTo("Governing Body, 29 January 2015, item 1.");
				assertThat(resolution.itemPath())
					.isEqualTo("/meetings/" + MEETING.meeting() + "/items/" + MEETING.item());
			});
		});
	}

	@Test
	void refusesAResolutionThatIsIncompleteOrCannotBe() {
		this.decision.within(() -> {
			begin();
			put();
			LocalDate met = LocalDate.of(2015, 1, 29);
			String put = current().version().wording();
			refused("reason", minute(Decision.DEFERRED, null, met));
			refused("amendedWording", minute(Decision.APPROVED_WITH_AMENDMENTS, null, met));
			refused("amendedWording", minute(Decision.APPROVED_WITH_AMENDMENTS, put, met));
			refused("amendedWording", minute(Decision.APPROVED, "Other words", met));
			refused("metOn", minute(Decision.APPROVED, null, LocalDate.now().plusDays(2)));
			refused("metOn", minute(Decision.APPROVED, null, LocalDate.of(2013, 3, 31)));
		});
	}

	private static Resolution.Minute minute(Decision decision, @Nullable String amended, LocalDate met) {
		return new Resolution.Minute(decision, amended, met, 5, 0, 0, null, MEETING, true);
	}

	private void refused(String field, Resolution.Minute minute) {
		assertThatExceptionOfType(ResolutionRefused.class).isThrownBy(() -> resolve(minute))
			.satisfies((refused) -> assertThat(refused.field()).isEqualTo(field));
	}

	@Test
	void keepsTheAmendedWordingAsAVersion() {
		this.decision.within(() -> {
			begin();
			put();
			resolve(minute(Decision.APPROVED_WITH_AMENDMENTS, 9, 1, 0));
			assertThat(this.recommendations.versions(this.decision.appraisal.id()))
				.extracting(RecommendationVersion::wording, RecommendationVersion::origin)
				.containsExactly(org.assertj.core.groups.Tuple.tuple(WORDING, RecommendationVersion.Origin.MANAGER),
						org.assertj.core.groups.Tuple.tuple("Other words",
								RecommendationVersion.Origin.GOVERNING_BODY));
			assertThat(current().submission()).extracting(Submission::versionNumber).isEqualTo(1);
			assertThat(current().resolution()).extracting(Resolution::versionNumber).isEqualTo(2);
		});
	}

	@Test
	void supersedesASealedRecommendationByANewOne() {
		this.decision.within(() -> {
			begin();
			put();
			resolve(minute(Decision.DEFERRED, 9, 1, 0));
			RecommendationSummary deferred = current();
			this.recommendations.begin(this.decision.appraisal, Recommendations.Source.PREVIOUS, null,
					this.decision.manager);
			revise(2, "Better words");
			put();
			resolve(minute(Decision.APPROVED, 9, 0, 1));
			assertThat(this.recommendations.all(this.decision.appraisal.id())).hasSize(2).contains(deferred);
			assertThat(current().number()).isEqualTo(2);
			assertThat(current().version().number()).isEqualTo(3);
		});
	}

	@Test
	void recordsAResolutionSentTwiceOnce() throws Exception {
		this.decision.within(() -> {
			begin();
			put();
		});
		Resolution.Minute minute = minute(Decision.APPROVED_WITH_AMENDMENTS, 9, 1, 0);
		AtOnce.times(10, Executors.callable(() -> this.decision.within(() -> resolve(minute))));
		this.decision.within(() -> {
			assertThat(actions()).containsOnlyOnce("recommendation.resolved", "paper.sealed");
			assertThat(this.recommendations.versions(this.decision.appraisal.id())).hasSize(2);
		});
	}

	@Test
	void showsTheSecondOfTwoWhatTheFirstSaved() {
		this.decision.within(() -> {
			begin();
			revise(1, "What the first wrote");
			assertThatExceptionOfType(RevisedMeanwhile.class).isThrownBy(() -> revise(1, "What the second wrote"))
				.satisfies((ex) -> assertThat(ex.latest().wording()).isEqualTo("What the first wrote"));
			revise(1, "What the first wrote");
			assertThat(this.recommendations.versions(this.decision.appraisal.id())).hasSize(2);
			assertThatExceptionOfType(RevisedMeanwhile.class).isThrownBy(() -> this.recommendations
				.put(this.decision.appraisal, 1, "The rest follows", this.decision.manager));
		});
	}

	@Test
	void keepsRecommendationsOfOthersOutOfSight() {
		this.decision.within(this::begin);
		OxfordshireDecision other = new OxfordshireDecision(this.beans);
		other.within(() -> {
			assertThat(this.recommendations.all(this.decision.appraisal.id())).isEmpty();
			assertThat(this.recommendations.versions(this.decision.appraisal.id())).isEmpty();
		});
	}

	@Test
	void letsNobodyRewriteAVersionOrAResolution() throws Exception {
		for (String table : List.of("recommendation_version", "recommendation_submission", "recommendation_withdrawal",
				"recommendation_resolution", "sealed_paper")) {
			for (String sql : List.of("update " + table + " set organisation_id = organisation_id",
					"delete from " + table)) {
				try (var connection = TestDatabase.asApplication(); var statement = connection.createStatement()) {
					assertThatExceptionOfType(java.sql.SQLException.class).isThrownBy(() -> statement.execute(sql))
						.withMessageContaining("permission denied");
				}
			}
		}
	}

	@Test
	void answersTheTaskListWithOneStatement() throws Exception {
		assertThat(statuses()).containsExactly(Task.Status.INCOMPLETE, Task.Status.CANNOT_START_YET,
				Task.Status.CANNOT_START_YET);
		this.decision.within(() -> {
			begin();
			put();
		});
		assertThat(statuses()).containsExactly(Task.Status.COMPLETED, Task.Status.COMPLETED, Task.Status.INCOMPLETE);
		this.decision.within(() -> resolve(minute(Decision.APPROVED, 9, 0, 1)));
		assertThat(statuses()).containsOnly(Task.Status.COMPLETED);
	}

	private List<Task.Status> statuses() throws Exception {
		List<Task> lines = new java.util.ArrayList<>();
		var transaction = this.beans.getBean(org.springframework.transaction.support.TransactionTemplate.class);
		List<String> sent = Statements.during(() -> Tenant.run(this.decision.organisation.id(), () -> transaction
			.executeWithoutResult((status) -> lines.addAll(this.tasks.tasks(this.decision.appraisal)))));
		assertThat(sent).hasSize(1);
		return lines.stream().map(Task::status).toList();
	}

}
