package org.mandate.facts;

import java.math.BigDecimal;
import java.util.List;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mandate.MandateTest;
import org.mandate.OxfordshireDecision;
import org.mandate.considerations.Finance;
import org.mandate.considerations.FinanceLine;
import org.mandate.considerations.Finances;
import org.mandate.database.Statements;
import org.mandate.voting.Returns;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mandate.TestOrganisations.as;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

@MandateTest
class FactsTests {

	@Autowired
	private ApplicationContext beans;

	@Autowired
	private MockMvc mvc;

	@Autowired
	private Facts facts;

	private OxfordshireDecision oxfordshire;

	@BeforeEach
	void start() {
		this.oxfordshire = new OxfordshireDecision(this.beans).compared().asked();
	}

	private FactSheet sheet(boolean manager) {
		return this.oxfordshire.within(() -> this.facts.of(this.oxfordshire.appraisal, manager));
	}

	private String value(String key) {
		return sheet(false).find(key).orElseThrow().value();
	}

	@Test
	void knowsOxfordshiresFigures() {
		this.oxfordshire.voted();
		assertThat(value("vote.1.south-west.option-2")).isEqualTo("9");
		assertThat(value("vote.1.south-west.option-1")).isEqualTo("3");
		assertThat(value("vote.1.south-west.abstained")).isEqualTo("2");
		assertThat(value("vote.1.south-west.option-2.of-cast")).isEqualTo("64.3% (9 of 14)");
		assertThat(value("vote.1.south-west.option-2.of-expressed")).isEqualTo("75.0% (9 of 12)");
		assertThat(value("vote.1.total.option-2")).isEqualTo("72");
		assertThat(value("vote.1.total.abstained")).isEqualTo("5");
		assertThat(value("vote.1.total.entitled")).isEqualTo("80");
		assertThat(value("vote.1.total.turnout")).isEqualTo("100.0% (80 of 80)");
		assertThat(value("vote.1.result")).isEqualTo("Carried");
		assertThat(value("practices")).isEqualTo("80");
		assertThat(value("deadline.joint.submission")).isEqualTo("5pm on 30 January 2015");
		assertThat(value("deadline.delegated.submission")).isEqualTo("12 noon on 9 January 2015");
		assertThat(sheet(false).find("vote.1.south-west.option-2").orElseThrow().label())
			.isEqualTo("South West: practices for option 2");
		assertThat(sheet(false).find("vote.1.nowhere.option-2")).isEmpty();
		assertThat(sheet(false).groups()).extracting(FactSheet.Group::name)
			.startsWith("Ballot 1: All localities", "Ballot 1: North")
			.contains("Ballot 1", "Deadlines", "Practices");
		assertThat(sheet(false).all()).extracting(Fact::key).doesNotHaveDuplicates();
	}

	/**
	 * Each figure of the vote stands so in the paper's table, and on the page behind it.
	 */
	@Test
	void saysWhatThePaperAndThePagesSay() throws Exception {
		this.oxfordshire.voted();
		String paper = page(this.oxfordshire.base() + "/paper");
		for (Fact fact : sheet(true).all()) {
			String page = page("/" + this.oxfordshire.organisation.slug() + fact.path());
			boolean rare = List.of("spoilt", "conflicted-out", "absent", "cast")
				.contains(fact.key().substring(fact.key().lastIndexOf('.') + 1));
			if (fact.key().startsWith("vote.1.") && !rare && !fact.key().contains("turnout")
					&& !fact.key().endsWith("expressed") && !fact.key().endsWith("of-cast")) {
				assertThat(paper).as(fact.key()).containsIgnoringCase(fact.value());
			}
			if (fact.kind() == Fact.Kind.DATE || fact.key().endsWith("option-2") || fact.key().endsWith("abstained")) {
				assertThat(page).as(fact.key()).contains(fact.value());
			}
		}
		assertThat(paper).contains(value("vote.1.south-west.option-2.of-cast"),
				value("vote.1.total.option-2.of-expressed"));
	}

	private String page(String address) throws Exception {
		var response = this.mvc.perform(get(address).with(as(this.oxfordshire.manager))).andReturn().getResponse();
		assertThat(response.getStatus()).as(address).isEqualTo(200);
		return Jsoup.parse(response.getContentAsString()).text();
	}

	@Test
	void saysAtLeastWhereNumbersWereNotStated() {
		this.oxfordshire.counted("south-west", OxfordshireDecision.southWest(9, 3));
		assertThat(sheet(true).find("vote.1.total.option-2").orElseThrow().value()).isEqualTo("at least 9");
		assertThat(sheet(true).find("vote.1.north.option-2").orElseThrow().value()).isEqualTo("Not known");
		assertThat(sheet(true).find("vote.1.total.option-2.of-cast").orElseThrow().value()).isEqualTo("Not computable");
	}

	@Test
	void keepsFiguresOfAnOpenBallotFromOthers() {
		this.oxfordshire.counted("south-west", OxfordshireDecision.southWest(9, 3));
		assertThat(value("vote.1.south-west.option-2")).isEqualTo(Fact.WITHHELD);
		assertThat(value("vote.1.total.option-2.of-cast")).isEqualTo(Fact.WITHHELD);
		assertThat(value("vote.1.result")).isEqualTo(Fact.WITHHELD);
		assertThat(value("vote.1.total.entitled")).isEqualTo("80");
		assertThat(sheet(true).find("vote.1.south-west.option-2").orElseThrow().value()).isEqualTo("9");
		String text = "In the South West 4 practices preferred option 1.";
		assertThat(sheet(true).contradictions(text)).hasSize(1);
		assertThat(sheet(false).contradictions(text)).isEmpty();
	}

	@Test
	void contradictsThePapersSentenceOnlyWhereTheRecordDoes() {
		this.oxfordshire.voted();
		String sentence = "the North, South East and West unanimously agreed, in the North East there were 2 abstentions "
				+ "but the remaining practices approved model 2, in the City there was 1 abstention with the other "
				+ "practices approving model 2, and in the South West two practices abstained, 3 practices preferred "
				+ "option 1 and 9 approved model 2.";
		assertThat(sheet(false).contradictions(sentence)).isEmpty();
		this.oxfordshire.within(() -> this.beans.getBean(Returns.class)
			.correct(this.oxfordshire.place("south-west"), OxfordshireDecision.southWest(8, 4), "Counted again", 3,
					this.oxfordshire.manager));
		assertThat(sheet(false).contradictions(sentence)).extracting(Contradiction::message)
			.containsExactly("You write 3; the record says 4 (South West: practices for option 1)",
					"You write 9; the record says 8 (South West: practices for option 2)");
	}

	@Test
	void takesMoneyAndCapacityAsTheirPagesSayThem() {
		this.oxfordshire.within(() -> this.beans.getBean(Finances.class)
			.add(this.oxfordshire.appraisal, new FinanceLine(Finance.Category.EXPENDITURE, false, "GP services",
					new BigDecimal("64000000"), true, null, "The report")));
		assertThat(value("finance.expenditure")).isEqualTo("about £64 million");
		assertThat(value("finance.balance")).isEqualTo("not known");
		assertThat(sheet(false).find("finance.allocation")).isEmpty();
	}

	@Test
	void asksAFixedNumberOfStatements() throws Exception {
		int one = Statements.during(() -> sheet(true)).size();
		this.oxfordshire.voted();
		assertThat(Statements.during(() -> sheet(true))).hasSizeLessThanOrEqualTo(20).hasSize(one);
	}

}
