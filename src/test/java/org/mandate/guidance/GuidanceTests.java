package org.mandate.guidance;

import java.time.Instant;
import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandate.MandateTest;
import org.mandate.database.NotFound;
import org.mandate.database.Statements;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@MandateTest
class GuidanceTests {

	private static final LocalDate DECISION = LocalDate.of(2015, 1, 27);

	@Autowired
	private Guidance guidance;

	private Edition nextSteps() {
		return this.guidance.edition(new EditionRef("next-steps-2014", 1));
	}

	private Edition bma() {
		return this.guidance.latest("bma-2016");
	}

	@ParameterizedTest
	@ValueSource(strings = { "next-steps-2014", "bma-2016" })
	void readsBackFromTheDatabaseWhatTheFileSays(String key) {
		assertThat(this.guidance.latest(key)).isEqualTo(Files.shipped(key).edition());
	}

	@Test
	void answersFromMemoryOnceRead() throws Exception {
		this.guidance.editions();
		assertThat(Statements.during(() -> {
			assertThat(this.guidance.editions()).isNotEmpty();
			nextSteps().scope("complaints-management", "joint").inForceOn(DECISION);
			bma();
		})).isEmpty();
	}

	@Test
	void doesNotKnowAnEditionThatWasNotPublished() {
		assertThatExceptionOfType(NotFound.class).isThrownBy(() -> this.guidance.latest("next-steps-2013"));
		assertThatExceptionOfType(NotFound.class)
			.isThrownBy(() -> this.guidance.edition(new EditionRef("next-steps-2014", 77)));
		assertThatExceptionOfType(NotFound.class).isThrownBy(() -> nextSteps().scope("parking", "joint"));
		assertThatExceptionOfType(NotFound.class).isThrownBy(() -> nextSteps().model("apart"));
	}

	@Test
	void hasTheThreeModelsWithTheirOtherNames() {
		assertThat(nextSteps().models()).extracting(Edition.Model::key)
			.containsExactly("greater-involvement", "joint", "delegated");
		assertThat(nextSteps().model("joint").aliases()).extracting(Edition.Alias::name)
			.containsExactly("Option 2", "Model 2");
		assertThat(bma().model("joint").aliases()).extracting(Edition.Alias::name)
			.containsExactly("Model B", "Model 2");
		assertThat(nextSteps().functions()).extracting(Edition.Function::key)
			.containsExactly("general-practice-commissioning", "pharmacy-eye-dental", "local-incentive-schemes",
					"gp-budget-management", "complaints-management", "contractual-performance-management",
					"performers-list-appraisal-revalidation");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					general-practice-commissioning | greater-involvement | INVOLVED | Potential for involvement in discussions but no decision making role
					general-practice-commissioning | joint | JOINT | Jointly with area teams
					general-practice-commissioning | delegated | FULL | Yes
					pharmacy-eye-dental | greater-involvement | INVOLVED | Potential for involvement in discussions but no decision making role
					pharmacy-eye-dental | joint | INVOLVED | Potential for involvement in discussions but no decision making role
					pharmacy-eye-dental | delegated | INVOLVED | Potential for involvement in discussions but no decision making role
					local-incentive-schemes | greater-involvement | NONE | No
					local-incentive-schemes | joint | JOINT | Subject to joint agreement with the area team - may be an opportunity to amend national DES
					local-incentive-schemes | delegated | FULL | Yes
					gp-budget-management | greater-involvement | NONE | No
					gp-budget-management | joint | JOINT | Jointly with area teams
					gp-budget-management | delegated | FULL | Yes
					complaints-management | greater-involvement | NONE | No
					complaints-management | joint | JOINT | Jointly with area teams
					complaints-management | delegated | FULL | Yes
					contractual-performance-management | greater-involvement | INVOLVED | Opportunity for involvement in performance management discussions
					contractual-performance-management | joint | JOINT | Jointly with area teams
					contractual-performance-management | delegated | FULL | Yes
					performers-list-appraisal-revalidation | greater-involvement | NONE | No
					performers-list-appraisal-revalidation | joint | NONE | No
					performers-list-appraisal-revalidation | delegated | NONE | No
					""")
	void hasTheScopeTableOf2014AsPrinted(String function, String model, Level level, String wording) {
		ScopeEntry.Statement statement = nextSteps().scope(function, model).inForceOn(DECISION);
		assertThat(statement).isNotNull();
		assertThat(statement.level()).isEqualTo(level);
		assertThat(statement.wording()).isEqualTo(wording);
		assertThat(statement.asPrinted()).isTrue();
		assertThat(statement.citations()).singleElement()
			.satisfies((citation) -> assertThat(citation.place())
				.isEqualTo("Oxfordshire CCG paper, 1 Background, table 1"));
	}

	@Test
	void keepsBothStatementsOnComplaintsAndTakesTheOneInForce() {
		ScopeEntry complaints = nextSteps().scope("complaints-management", "delegated");
		assertThat(complaints.disputed()).isTrue();
		assertThat(complaints.statements()).extracting(ScopeEntry.Statement::level)
			.containsExactly(Level.FULL, Level.NONE);
		assertThat(complaints.inForceOn(LocalDate.of(2014, 11, 9))).isNull();
		assertThat(complaints.inForceOn(LocalDate.of(2014, 11, 10))).isEqualTo(complaints.statements().get(0));
		assertThat(complaints.inForceOn(LocalDate.of(2015, 2, 28))).isEqualTo(complaints.statements().get(0));
		assertThat(complaints.inForceOn(LocalDate.of(2015, 3, 1))).isEqualTo(complaints.statements().get(1));
		assertThat(complaints.statements().get(1)).satisfies((reserved) -> {
			assertThat(reserved.since()).isEqualTo("March 2015");
			assertThat(reserved.asPrinted()).isFalse();
			assertThat(reserved.citations()).extracting((citation) -> citation.document().publisher())
				.containsExactly("Health Service Journal");
		});
		assertThat(nextSteps().scope("gp-budget-management", "delegated").disputed()).isFalse();
	}

	@Test
	void saysNothingWhereTheGuidanceOf2016IsSilent() {
		assertThat(bma().models()).allSatisfy((model) -> assertThat(
				bma().scope("complaints-management", model.key()).inForceOn(LocalDate.of(2016, 12, 1)))
			.isNull());
		assertThat(bma().scope("gp-budget-management", "greater-involvement").statements()).isEmpty();
		assertThat(bma().scope("gp-budget-management", "delegated").inForceOn(LocalDate.of(2016, 12, 1)))
			.satisfies((statement) -> assertThat(statement.level()).isEqualTo(Level.FULL));
	}

	@Test
	void ordersTheLevels() {
		assertThat(Level.values()).isSorted().containsExactly(Level.NONE, Level.INVOLVED, Level.JOINT, Level.FULL);
		assertThat(Level.JOINT.exceeds(Level.INVOLVED)).isTrue();
		assertThat(Level.JOINT.exceeds(Level.JOINT)).isFalse();
	}

	@Test
	void datesTheDelegatedProposalToTheMinuteAndKeepsItsRival() {
		Deadline deadline = nextSteps().submission("delegated");
		assertThat(deadline).isNotNull();
		assertThat(deadline.words()).isEqualTo("12 noon on 9 January 2015");
		assertThat(deadline.due()).isEqualTo(Instant.parse("2015-01-09T12:00:00Z"));
		assertThat(deadline.citations()).extracting((citation) -> citation.document().key())
			.contains("nhs-england-slides", "southern-derbyshire-report");
		assertThat(deadline.rivals()).singleElement().satisfies((rival) -> {
			assertThat(rival.words()).isEqualTo("5 January 2015");
			assertThat(rival.citations()).extracting((citation) -> citation.document().key())
				.containsExactly("law-firm-summary");
		});
	}

	@Test
	void datesTheJointProposalToTheMinuteAndKeepsItsRival() {
		Deadline deadline = nextSteps().submission("joint");
		assertThat(deadline).isNotNull();
		assertThat(deadline.words()).isEqualTo("5pm on 30 January 2015");
		assertThat(deadline.due()).isEqualTo(Instant.parse("2015-01-30T17:00:00Z"));
		assertThat(deadline.citations()).extracting((citation) -> citation.document().key())
			.containsExactly("nhs-england-slides", "southern-derbyshire-report", "law-firm-summary");
		assertThat(deadline.rivals()).singleElement().satisfies((rival) -> {
			assertThat(rival.words()).isEqualTo("31 January 2015");
			assertThat(rival.due()).isEqualTo(Instant.parse("2015-02-01T00:00:00Z"));
			assertThat(rival.citations()).extracting((citation) -> citation.document().key())
				.containsExactly("oxfordshire-paper");
		});
	}

	@Test
	void asksNoSubmissionForGreaterInvolvement() {
		Deadline deadline = nextSteps().submission("greater-involvement");
		assertThat(deadline).isNotNull();
		assertThat(deadline.due()).isNull();
		assertThat(deadline.words()).isEqualTo("None, nothing has to be submitted");
		assertThat(bma().submission("greater-involvement")).isNull();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			next-steps-2014 | constitution-other-amendments | 6 January 2015
			next-steps-2014 | delegated-constitution | 9 January 2015
			next-steps-2014 | joint-constitution | 30 January 2015
			next-steps-2014 | delegated-regional-moderation | Mid January 2015
			next-steps-2014 | delegated-national-moderation | Late January 2015
			next-steps-2014 | joint-regional-moderation | Early February 2015
			next-steps-2014 | delegated-sign-off | February 2015
			next-steps-2014 | joint-go-live | 1 April 2015
			next-steps-2014 | delegated-go-live | 1 April 2015
			next-steps-2014 | delegated-next-year | 1 June 2015
			next-steps-2014 | baseline-allocations | 30 November 2014
			next-steps-2014 | allocations-2015-16 | Mid to late December 2014
			bma-2016 | delegated-submission | 5 December 2016
			bma-2016 | joint-go-live | 1 January 2017
			""")
	void statesDeadlinesNoMorePreciselyThanTheirSources(String edition, String key, String words) {
		assertThat(this.guidance.latest(edition).deadline(key).words()).isEqualTo(words);
	}

	@Test
	void keepsBothReadingsOfTheCommitteesMajority() {
		assertThat(nextSteps().rules(Edition.Rule.Category.COMPOSITION, "delegated"))
			.filteredOn((rule) -> rule.topic().equals("committee-majority"))
			.extracting(Edition.Rule::title)
			.containsExactly("A majority of lay and executive members");
		assertThat(bma().rules(Edition.Rule.Category.COMPOSITION, "delegated"))
			.filteredOn((rule) -> rule.topic().equals("committee-majority"))
			.extracting(Edition.Rule::title)
			.containsExactly("A lay majority");
		assertThat(bma().rules(Edition.Rule.Category.MANDATE, "delegated")).extracting(Edition.Rule::topic)
			.containsExactlyInAnyOrder("members-consulted", "formal-vote", "lmc-consulted", "constitution",
					"members-agreed", "conflicts-arrangements");
	}

	@Test
	void refersEveryStepToADeadlineOfItsModel() {
		assertThat(nextSteps().steps("delegated")).filteredOn((step) -> step.deadline() != null)
			.hasSizeGreaterThan(4)
			.allSatisfy((step) -> assertThat(nextSteps().deadlines("delegated")).extracting(Deadline::key)
				.contains(step.deadline()));
		assertThat(nextSteps().steps("greater-involvement")).hasSize(2);
	}

}
