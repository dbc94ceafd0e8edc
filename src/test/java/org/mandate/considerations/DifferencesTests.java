package org.mandate.considerations;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.mandate.MandateTest;
import org.mandate.TestOrganisations;
import org.mandate.appraisals.Appraisals;
import org.mandate.database.Statements;
import org.mandate.guidance.Edition;
import org.mandate.guidance.Guidance;
import org.mandate.guidance.ScopeEntry;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

import static org.assertj.core.api.Assertions.assertThat;

@MandateTest
class DifferencesTests {

	private static final LocalDate DECISION = LocalDate.of(2015, 1, 29);

	@Autowired
	private MockMvc mvc;

	@Autowired
	private Appraisals appraisals;

	@Autowired
	private TestOrganisations organisations;

	@Autowired
	private Guidance guidance;

	/** Oxfordshire paper, section 2.2 and the table of section 1. */
	@Test
	void saysWhatJointAndDelegatedShareAndWhatOnlyDelegatedHas() {
		Differences differences = Differences.of(this.guidance.latest("next-steps-2014"), DECISION);
		assertThat(differences.findings()).containsExactly("Option 2 and Option 3 share 8 functions.",
				"Option 3 gives more than any other model for 5 functions.",
				"Option 1 and Option 2 give nothing that no other model gives as much of.");
		Differences.Gains delegated = differences.gains().getLast();
		assertThat(delegated.thanAll()).extracting((gain) -> gain.function().key())
			.containsExactly("general-practice-commissioning", "local-incentive-schemes", "gp-budget-management",
					"complaints-management", "contractual-performance-management");
		assertThat(delegated.thanAll().get(1).othersWords()).isEqualTo("Option 1: No role; Option 2: Joint decision");
		assertThat(delegated.isStepOfItsOwn()).isFalse();
		Differences.Gains joint = differences.gains().get(1);
		assertThat(joint.thanAll()).isEmpty();
		assertThat(joint.thanBefore()).isNotEmpty();
		assertThat(joint.isStepOfItsOwn()).isTrue();
	}

	/** The delegation agreement of March 2015 reserved complaints to NHS England. */
	@Test
	void usesTheStatementsInForceOnTheDayAndNamesTheOthers() {
		Edition edition = this.guidance.latest("next-steps-2014");
		Differences.Gain complaints = Differences.of(edition, DECISION).gains().getLast().thanAll().get(3);
		assertThat(complaints.rivals()).hasSize(1);
		assertThat(complaints.citations()).extracting((citation) -> citation.document().key()).contains("hsj-report");
		assertThat(Differences.of(edition, LocalDate.of(2015, 6, 1)).gains().getLast().thanAll())
			.extracting((gain) -> gain.function().key())
			.doesNotContain("complaints-management");
	}

	@Test
	void worksForEveryEditionAndAnyNumberOfModels() {
		for (Edition edition : this.guidance.editions()) {
			Differences all = Differences.of(edition, edition.issuedOn());
			assertThat(all.gains()).hasSameSizeAs(edition.models());
			assertThat(all.aspects()).allSatisfy((aspect) -> assertThat(aspect.said()).hasSameSizeAs(edition.models()));
			for (int count = 0; count <= edition.models().size(); count++) {
				assertThat(Differences.of(with(edition, edition.models().subList(0, count)), DECISION).models())
					.hasSize(count);
			}
			List<Edition.Model> five = new ArrayList<>(edition.models());
			five.add(new Edition.Model("fourth", "A fourth", "Another", List.of(), List.of()));
			five.add(new Edition.Model("fifth", "A fifth", "Another", List.of(), List.of()));
			Differences more = Differences.of(with(edition, five), edition.issuedOn());
			assertThat(more.gains()).hasSize(5);
			assertThat(more.gains().getLast().thanAll()).isEmpty();
			assertThat(more.shared().getFirst().all()).isFalse();
		}
	}

	@Test
	void showsEachWithItsCitationInOneStatement() throws Exception {
		Desk desk = new Desk(this.mvc, this.organisations, this.appraisals);
		Document page = desk.page("/differences");
		assertThat(page.select(".app-shared").first().select("> li")).hasSize(8)
			.allSatisfy((item) -> assertThat(item.select(".app-citations li")).isNotEmpty());
		assertThat(page.select(".app-gain")).isNotEmpty()
			.allSatisfy((item) -> assertThat(item.select(".app-citations li")).isNotEmpty());
		assertThat(page.select(".app-verdict").last().text()).contains("More than any other model for 5:",
				"Complaints management", "Sources differ. From March 2015: no role.");
		assertThat(page.select(".app-aspects tbody tr")).hasSize(5);
		assertThat(Statements.during(() -> desk.page("/differences"))).hasSize(1);
	}

	private static Edition with(Edition edition, List<Edition.Model> models) {
		return new Edition(edition.ref(), edition.title(), edition.summary(), edition.forYear(), edition.issuedOn(),
				edition.documents(), models, edition.functions(), scope(edition, models), edition.deadlines(),
				edition.requirements(), edition.sharedFunctions(), edition.differences(), edition.reservedFunctions(),
				edition.legalBasis(), edition.considerations(), edition.rules(), edition.steps(), edition.questions());
	}

	private static List<ScopeEntry> scope(Edition edition, List<Edition.Model> models) {
		return edition.scope()
			.stream()
			.filter((entry) -> models.stream().anyMatch((model) -> model.key().equals(entry.model())))
			.toList();
	}

}
