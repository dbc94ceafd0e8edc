package org.mandate.considerations;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mandate.MandateTest;
import org.mandate.TestOrganisations;
import org.mandate.appraisals.Appraisals;
import org.mandate.appraisals.Task;
import org.mandate.database.Statements;
import org.mandate.database.Tenant;
import org.mandate.guidance.Edition;
import org.mandate.guidance.EditionRef;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Everything of the module in few statements, and its lines of the task list.
 */
@MandateTest
class ConsiderationsTests {

	private static final EditionRef EDITION = new EditionRef("next-steps-2014", 1);

	@Autowired
	private MockMvc mvc;

	@Autowired
	private Appraisals appraisals;

	@Autowired
	private TestOrganisations organisations;

	@Autowired
	private Considerations considerations;

	@Autowired
	private Requirements requirements;

	@Autowired
	private Capacities capacities;

	@Autowired
	private Finances finances;

	@Autowired
	private org.mandate.considerations.Statements statements;

	@Autowired
	private ConsiderationTasks tasks;

	@Autowired
	private TransactionTemplate transaction;

	private Desk desk;

	@BeforeEach
	void sit() {
		this.desk = new Desk(this.mvc, this.organisations, this.appraisals);
	}

	@Test
	void readsEverythingWithSixStatements() throws Exception {
		fill(1);
		List<String> few = Statements.during(() -> all());
		assertThat(few).hasSize(6);
		fill(12);
		assertThat(Statements.during(() -> all())).hasSize(6);
		Considered all = all();
		assertThat(all.sides()).extracting((side) -> side.option().key())
			.containsExactly("greater-involvement", "joint", "delegated", "no-change");
		assertThat(all.sides().get(2).opportunities()).hasSize(6);
		assertThat(all.sides().get(2).threats()).hasSize(6 + 12);
		assertThat(all.requirements().get(2).count(Met.MET)).isEqualTo(1);
		assertThat(all.capacity().roles()).hasSize(12);
		assertThat(all.finance().group(Finance.Category.PRESSURE).lines()).hasSize(12);
		assertThat(all.implicationsGiven()).isEqualTo(1);
	}

	@Test
	void pagesNeedAFixedNumberOfStatements() throws Exception {
		Map<String, Integer> budget = Map.of("/considerations", 3, "/considerations/delegated", 3, "/requirements", 3,
				"/capacity", 4, "/finance", 2, "/implications", 2);
		fill(1);
		for (Map.Entry<String, Integer> page : budget.entrySet()) {
			assertThat(Statements.during(() -> this.desk.page(page.getKey()))).as(page.getKey())
				.hasSize(page.getValue());
		}
		fill(12);
		for (Map.Entry<String, Integer> page : budget.entrySet()) {
			assertThat(Statements.during(() -> this.desk.page(page.getKey()))).as(page.getKey())
				.hasSize(page.getValue());
		}
	}

	@Test
	void tellsTheTaskListHowFarItIs() throws Exception {
		assertThat(tasks()).extracting(Task::status).containsOnly(Task.Status.INCOMPLETE).hasSize(5);
		fill(1);
		assertThat(tasks()).extracting(Task::hint)
			.containsExactly("1 of 3 options have both", "1 of 18 answered", "1 role", "1 of 6 parts recorded",
					"1 of 9");
		assertThat(tasks()).extracting(Task::path)
			.containsExactly("/considerations", "/requirements", "/capacity", "/finance", "/implications");
		assertThat(Statements.during(() -> tasks())).hasSize(2);
	}

	private Considered all() {
		return Tenant.call(this.desk.organisation.id(), () -> this.considerations.of(this.desk.appraisal));
	}

	private List<Task> tasks() {
		return Tenant.call(this.desk.organisation.id(), () -> Objects
			.requireNonNull(this.transaction.execute((status) -> this.tasks.tasks(this.desk.appraisal))));
	}

	private void fill(int count) {
		this.desk.within(() -> {
			this.considerations.adoptAll(this.desk.appraisal, "delegated", EDITION);
			this.requirements.answer(this.desk.appraisal, "assurance", new RequirementAnswer(Met.MET, "Yes", "Paper"));
			this.statements.record(this.desk.appraisal, Subject.LEGAL, new StatementText(true, "None", "Paper"));
			for (int number = 1; number <= count; number++) {
				this.considerations.add(this.desk.appraisal, "delegated",
						new ConsiderationText(Edition.Consideration.Category.THREAT, "Threat " + number, "Paper"));
				this.capacities.add(this.desk.appraisal, new CapacityRole("Role " + number, BigDecimal.ONE,
						Map.of("joint", BigDecimal.TEN, "delegated", BigDecimal.TEN), null, "Paper"));
				this.finances.add(this.desk.appraisal, new FinanceLine(Finance.Category.PRESSURE, false,
						"Line " + number, BigDecimal.TEN, false, null, "Paper"));
			}
		});
	}

}
