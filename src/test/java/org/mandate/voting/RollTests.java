package org.mandate.voting;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mandate.MandateTest;
import org.mandate.OxfordshireDecision;
import org.mandate.TestOrganisations;
import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.audit.Trail;
import org.mandate.database.Statements;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * What each practice did, and the figures derived from it, on Oxfordshire's South West of
 * 14 practices.
 */
@MandateTest
class RollTests {

	@Autowired
	private ApplicationContext beans;

	@Autowired
	private Returns returns;

	@Autowired
	private Voting voting;

	@Autowired
	private Trail trail;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionTemplate transaction;

	private OxfordshireDecision decision;

	private Returns.Place place;

	@BeforeEach
	void ask() {
		this.decision = new OxfordshireDecision(this.beans).asked();
		this.place = this.decision.place("south-west");
	}

	@Test
	void derivesTheFiguresFromTheRoll() {
		save(roll("joint", 9, "greater-involvement", 2, Roll.ABSTAINED, 1, Roll.ABSENT, 1), Way.ROLL, 0);
		EnteredFigures saved = unit().latest().orElseThrow();
		assertThat(saved.way()).isEqualTo(Way.ROLL);
		assertThat(saved.onBehalf()).isTrue();
		assertThat(saved.figures())
			.isEqualTo(new Figures(Map.of("joint", 9, "greater-involvement", 2), null, null, 1, 0, 0, 1));
		assertThat(electors("south-west")).hasSize(14).filteredOn((elector) -> elector.vote() == null).hasSize(1);
		assertThat(events("return.saved").getFirst().details()).containsEntry("joint", 9)
			.containsEntry("entered", "Practice by practice");
	}

	@Test
	void replacesTheRollOfADraft() {
		save(roll("joint", 14), Way.ROLL, 0);
		Roll changed = roll("joint", 12, "delegated", 1);
		save(changed, Way.MEETING, unit().version());
		assertThat(Elector.roll(electors("south-west"))).isEqualTo(changed);
		assertThat(unit().entries()).hasSize(1).first().extracting(EnteredFigures::way).isEqualTo(Way.MEETING);
	}

	@Test
	void dropsTheRollOfADraftThatIsRevisedByCounts() {
		save(roll("joint", 14), Way.ROLL, 0);
		this.decision.within(() -> this.returns.save(this.place, OxfordshireDecision.southWest(9, 3), unit().version(),
				this.decision.manager));
		assertThat(Elector.roll(electors("south-west")).isEmpty()).isTrue();
		assertThat(unit().latest().orElseThrow().way()).isEqualTo(Way.COUNTS);
		assertThat(events("return.saved")).extracting(Trail.Entry::summary)
			.contains("Saved draft figures of South West in ballot 1 as counts; what each practice did was dropped");
	}

	@Test
	void refusesAPracticeOfAnotherLocality() {
		Map<UUID, String> votes = new LinkedHashMap<>(roll("joint", 3).votes());
		UUID stranger = electors("west").getFirst().practice();
		votes.put(stranger, "joint");
		assertThatExceptionOfType(FiguresRefused.class).isThrownBy(() -> save(new Roll(votes), Way.ROLL, 0))
			.withMessageContaining("is not entitled to vote in this locality");
		assertThat(unit().entries()).isEmpty();
	}

	@Test
	void refusesAVoteForWhatIsNotOnOffer() {
		assertThatExceptionOfType(FiguresRefused.class)
			.isThrownBy(() -> save(roll("joint", 3, "primary", 1), Way.ROLL, 0))
			.withMessageContaining("\"primary\" is not on offer in this ballot");
	}

	@Test
	void refusesAnEmptyRollAndARollCalledCounts() {
		assertThatExceptionOfType(FiguresRefused.class).isThrownBy(() -> save(Roll.empty(), Way.ROLL, 0));
		assertThatIllegalArgumentException().isThrownBy(() -> save(roll("joint", 1), Way.COUNTS, 0));
	}

	@Test
	void refusesAStrangerAndAClosedBallot() {
		Member director = director("west");
		assertThatExceptionOfType(NotYourLocality.class).isThrownBy(() -> this.decision
			.within(() -> this.returns.saveRoll(this.place, roll("joint", 1), Way.ROLL, 0, director)));
		this.decision.within(() -> this.voting.close(this.decision.appraisal, 1, "The deadline", "The manager"));
		assertThatExceptionOfType(BallotNotOpen.class).isThrownBy(() -> save(roll("joint", 14), Way.ROLL, 0));
	}

	@Test
	void makesOneDraftOfARollSentTwiceAndShowsAnotherPersonThatItWasSaved() {
		save(roll("joint", 14), Way.MEETING, 0);
		int version = unit().version();
		save(roll("joint", 14), Way.MEETING, 0);
		assertThat(unit().version()).isEqualTo(version);
		assertThat(events("return.saved")).hasSize(1);
		assertThatExceptionOfType(SavedMeanwhile.class).isThrownBy(() -> save(roll("joint", 13), Way.MEETING, 0));
		assertThatExceptionOfType(SavedMeanwhile.class).isThrownBy(() -> this.decision.within(
				() -> this.returns.saveRoll(this.place, roll("joint", 14), Way.MEETING, 0, director("south-west"))));
	}

	@Test
	void keepsTheRollOfEveryVersionThatWasAccepted() {
		accept(roll("joint", 11, Roll.ABSTAINED, 2));
		Roll corrected = roll("joint", 10, "delegated", 1, Roll.ABSTAINED, 2);
		this.decision.within(() -> this.returns.correctRoll(this.place, corrected, Way.ROLL, "One was misread",
				unit().version(), this.decision.manager));
		assertThat(counting()).isEqualTo(Map.of("south-west", corrected));
		assertThat(rows()).isEqualTo(26);
		this.decision.within(() -> this.returns.correct(this.place, OxfordshireDecision.southWest(9, 3),
				"Only counts are certain", unit().version(), this.decision.manager));
		assertThat(counting()).isEmpty();
		assertThat(rows()).isEqualTo(26);
	}

	@Test
	void readsWhatCountsInOneStatement() throws Exception {
		accept(roll("joint", 13));
		BallotRecord ballot = this.decision.within(() -> this.voting.ballot(this.decision.appraisal, 1));
		assertThat(Statements.during(() -> this.decision.within(() -> this.returns.countingRolls(ballot)))).hasSize(1);
		assertThat(Statements.during(() -> this.decision.within(() -> this.returns.electors(ballot, "city"))))
			.hasSize(1);
	}

	@Test
	void warnsOfAPracticeThatVotedAndHasClosedSinceTheCensusDate() {
		List<Elector> electors = electors("south-west");
		this.decision.within(() -> this.transaction.executeWithoutResult((status) -> {
			close(electors.get(0), LocalDate.of(2015, 3, 31));
			close(electors.get(13), LocalDate.of(2015, 3, 31));
			close(electors.get(1), LocalDate.of(2014, 12, 31));
			close(electors.get(2), LocalDate.of(2999, 12, 31));
		}));
		List<Elector> now = electors("south-west");
		assertThat(now).filteredOn((elector) -> elector.closedOn() != null)
			.extracting(Elector::code)
			.containsExactly(electors.get(0).code(), electors.get(13).code());
		save(roll("joint", 9, "greater-involvement", 3), Way.ROLL, 0);
		assertThat(Warning.ofClosed(electors("south-west"), Way.ROLL)).singleElement()
			.extracting(Warning::message)
			.isEqualTo("%s (%s) has closed since the census date, and is entered as having voted."
				.formatted(now.getFirst().name(), now.getFirst().code()));
		assertThat(Warning.ofClosed(now, Way.COUNTS).getFirst().message())
			.contains("have closed since the census date. Check whether the figures count their votes");
		assertThatExceptionOfType(ReasonNeeded.class)
			.isThrownBy(() -> this.decision.within(() -> this.returns.submit(this.place, null, this.decision.manager)));
	}

	@Test
	void takesRollsAloneWherePracticesWeighDifferently() {
		Returns.requireRoll(false);
		assertThatExceptionOfType(FiguresRefused.class).isThrownBy(() -> Returns.requireRoll(true))
			.withMessageContaining("enter what each practice did");
	}

	/** Votes for the first practices by name, in pairs of what and how many. */
	private Roll roll(Object... pairs) {
		List<Elector> electors = electors("south-west");
		Map<UUID, String> votes = new LinkedHashMap<>();
		for (int i = 0; i < pairs.length; i += 2) {
			for (int j = 0; j < (Integer) pairs[i + 1]; j++) {
				votes.put(electors.get(votes.size()).practice(), (String) pairs[i]);
			}
		}
		return new Roll(votes);
	}

	private void save(Roll roll, Way way, int seen) {
		this.decision.within(() -> this.returns.saveRoll(this.place, roll, way, seen, this.decision.manager));
	}

	private void accept(Roll roll) {
		save(roll, Way.ROLL, 0);
		this.decision.within(() -> {
			this.returns.submit(this.place, "As minuted", this.decision.manager);
			this.returns.accept(this.place, this.decision.manager);
		});
	}

	private Member director(String locality) {
		return this.beans.getBean(TestOrganisations.class)
			.person(this.decision.organisation, Role.LOCALITY_DIRECTOR, unit(locality).locality());
	}

	private void close(Elector elector, LocalDate on) {
		this.jdbc.sql("update practice set closed_on = ? where id = ?").params(on, elector.practice()).update();
	}

	private List<Elector> electors(String unit) {
		return this.decision.within(() -> this.returns.electors(this.voting.ballot(this.decision.appraisal, 1), unit));
	}

	private Map<String, Roll> counting() {
		return this.decision.within(() -> this.returns.countingRolls(this.voting.ballot(this.decision.appraisal, 1)));
	}

	private BallotRecord.UnitRecord unit() {
		return unit("south-west");
	}

	private BallotRecord.UnitRecord unit(String name) {
		return this.decision.within(() -> this.voting.ballot(this.decision.appraisal, 1).unit(name));
	}

	private int rows() {
		return this.decision.within(() -> this.transaction
			.execute((status) -> this.jdbc.sql("select count(*) from return_roll").query(Integer.class).single()));
	}

	private List<Trail.Entry> events(String action) {
		return this.decision.within(() -> this.trail.events(this.decision.appraisal.id().id(), 0, 100))
			.stream()
			.filter((entry) -> entry.action().equals(action))
			.toList();
	}

}
