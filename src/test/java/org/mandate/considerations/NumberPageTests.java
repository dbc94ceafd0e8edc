package org.mandate.considerations;

import java.util.List;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mandate.MandateTest;
import org.mandate.Pages;
import org.mandate.TestOrganisations;
import org.mandate.appraisals.Appraisals;
import org.mandate.database.Tenant;
import org.mandate.options.Option;
import org.mandate.options.OptionStatement;
import org.mandate.options.Options;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Capacity and money through their pages.
 */
@MandateTest
class NumberPageTests {

	private static final String ROLE = "/capacity/roles/new";

	private static final String LINE = "/finance/lines/new";

	@Autowired
	private MockMvc mvc;

	@Autowired
	private Appraisals appraisals;

	@Autowired
	private TestOrganisations organisations;

	@Autowired
	private Capacities capacities;

	@Autowired
	private Finances finances;

	@Autowired
	private Options options;

	private Desk desk;

	@BeforeEach
	void sit() {
		this.desk = new Desk(this.mvc, this.organisations, this.appraisals);
	}

	@Test
	void addsStaffHeldAndNeeded() throws Exception {
		assertThat(this.desk.page("/capacity").text()).contains("No roles yet");
		role("Manager", "1", "1", "1", "2.25");
		role("Contracts officer", "", "", "0", "0.5");
		Document page = this.desk.page("/capacity");
		assertThat(page.select(".app-finding-list li").eachText()).containsExactly(
				"Option 1: enough staff where the need is known. Not known for Contracts officer.",
				"Option 2: enough staff in every role.",
				"Option 3: at least 1.25 FTE short (Manager 1.25). Not known for Contracts officer.");
		assertThat(page.select(".app-table__total").first().select("td").eachText().subList(0, 4))
			.containsExactly("At least 1", "At least 1", "1", "2.75");
		assertThat(page.text()).contains("Capacity has to be found within existing running costs",
				"CCGs are expected to implement co-commissioning arrangements without an increase in running costs");
	}

	@Test
	void refusesFteThatIsNoneAndKeepsWhatWasTyped() throws Exception {
		MockHttpServletResponse response = this.desk.sends(ROLE, "name", "", "held", "-1", "needs[0].option",
				"greater-involvement", "needs[0].fte", "2,5", "needs[1].option", "joint", "needs[1].fte", "1.255",
				"needs[2].option", "delegated", "needs[2].fte", "many", "source", "");
		assertThat(Pages.errors(response)).containsExactly("Enter what the role is called",
				"FTE cannot be below 0. Enter 0 or more, such as 0.5", "Use a full stop, not a comma, such as 2.5",
				"FTE can have two decimals at most, such as 0.25",
				"Enter FTE as a number from 0 to 99,999, such as 0.5, or leave it empty if not known",
				"Enter where this is from, such as a paper and its section");
		assertThat(Jsoup.parse(response.getContentAsString()).select("input[name$=.fte]").eachAttr("value"))
			.containsExactly("2,5", "1.255", "many");
	}

	@Test
	void keepsNeedsOfAnOptionThatLeftTheShortlist() throws Exception {
		role("Manager", "1", "1", "1", "2");
		exclude("delegated");
		String address = "/capacity/roles/" + roles().getFirst().id();
		assertThat(this.desk.page(address).select("input[name$=.option]").eachAttr("value"))
			.containsExactly("greater-involvement", "joint");
		this.desk.saves(address, "name", "Manager", "held", "1", "needs[0].option", "joint", "needs[0].fte", "1.5",
				"source", "Our board", "version", version());
		assertThat(roles().getFirst().needs()).hasSize(2)
			.containsKey("delegated")
			.doesNotContainKey("greater-involvement");
		assertThat(roles().getFirst().needs().get("joint")).isEqualByComparingTo("1.5");
	}

	@Test
	void takesNoNeedOfAnOptionThatIsNotThere() throws Exception {
		this.desk.saves(ROLE, "name", "Manager", "needs[0].option", "moon", "needs[0].fte", "3", "source", "S");
		assertThat(roles().getFirst().needs()).isEmpty();
		assertThat(this.desk.sends(ROLE, "name", "Manager", "needs[999999].fte", "3", "source", "S").getStatus())
			.isLessThan(500);
	}

	@Test
	void showsBothRolesToTheSecondOfTwoPeopleAndWithdrawsWithAReason() throws Exception {
		role("Manager", "1", "1", "1", "2");
		String address = "/capacity/roles/" + roles().getFirst().id();
		String first = version();
		this.desk.saves(address, "name", "Theirs", "held", "2", "source", "Their paper", "version", first);
		Document page = Jsoup
			.parse(this.desk.sends(address, "name", "Mine", "held", "3", "source", "My paper", "version", first)
				.getContentAsString());
		assertThat(page.selectFirst(".app-conflict").text()).contains("Theirs", "Their FTE held 2",
				"Their FTE needed for Option 2 Not known");
		assertThat(page.selectFirst("[name=name]").val()).isEqualTo("Mine");
		this.desk.saves(address, "name", "Mine", "held", "3", "source", "My paper", "version",
				page.selectFirst("[name=version]").val());
		this.desk.saves(address + "/withdrawal", "reason", "Left", "version", version());
		assertThat(this.desk.page("/capacity").selectFirst(".app-withdrawn").text()).contains("Mine", "Why: Left");
		assertThat(this.desk.gets(address).getStatus()).isEqualTo(404);
	}

	@Test
	void versionsGrowWhereOnlyANeedChanges() throws Exception {
		role("Manager", "1", "1", "1", "2");
		String address = "/capacity/roles/" + roles().getFirst().id();
		int before = Integer.parseInt(version());
		for (String need : List.of("0.5", "0.75")) {
			this.desk.saves(address, "name", "Manager", "held", "1", "needs[0].option", "joint", "needs[0].fte", need,
					"source", "Our board", "version", version());
		}
		assertThat(roles().getFirst().saved().version()).isEqualTo(before + 2);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			£64m       | £64,000,000
			64,000,000 | £64,000,000
			-5         | −£5
			0          | £0
			1234.5     | £1,234.50
			""")
	void understandsMoney(String typed, String shown) throws Exception {
		line("EXPENDITURE", "Practices", typed);
		assertThat(this.desk.page("/finance").select(".app-money-line .app-numeric").eachText()).containsExactly(shown);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			EXPENDITURE | lots      | Enter an amount in pounds
			EXPENDITURE | 64.000,50 | Enter an amount in pounds
			SURPLUS     | 1%        | Enter pounds, not a percentage
			SURPLUS     | -5        | cannot be below £0
			ALLOCATION  | about 64m | tick that it is approximate
			ALLOCATION  | 9999bn    | Enter an amount in pounds
			""")
	void refusesMoneyWithAReason(String category, String typed, String message) throws Exception {
		MockHttpServletResponse response = this.desk.sends(LINE, "category", category, "label", "L", "amount", typed,
				"source", "S");
		assertThat(Pages.errors(response)).hasSize(1).first().asString().contains(message);
		assertThat(Jsoup.parse(response.getContentAsString()).selectFirst("[name=amount]").val()).isEqualTo(typed);
	}

	@Test
	void asksWhyAnAmountIsNotKnown() throws Exception {
		assertThat(Pages.errors(this.desk.sends(LINE))).containsExactly("Choose what the line is",
				"Enter what the line is for", "Enter the amount, or say here why it is not known and when it will be",
				"Enter where this is from, such as a paper and its section");
		this.desk.saves(LINE, "category", "ALLOCATION", "label", "Allocation", "note", "Due in January", "source", "S");
		assertThat(this.desk.page("/finance").text()).contains("“Allocation” (the allocation) is known",
				"Due in January");
	}

	@Test
	void saysAboutWhereTheSourceDoes() throws Exception {
		this.desk.saves(LINE, "category", "EXPENDITURE", "label", "Practices", "amount", "64m", "approximate", "true",
				"source", "Report, 1.1");
		this.desk.saves(LINE, "category", "EXPENDITURE", "label", "Total", "amount", "65m", "statedTotal", "true",
				"source", "Report, 1.1");
		Document page = this.desk.page("/finance");
		assertThat(page.text()).contains("About £64 million",
				"The source states £65,000,000; the lines add up to about £64 million. The sum differs by about £1 "
						+ "million (less).",
				"An allocation is not an expenditure budget",
				"It cannot be known until the allocation, the surplus, the contingency, the headroom and the known "
						+ "pressures are recorded.");
	}

	@Test
	void showsBothLinesToTheSecondOfTwoPeopleAndWithdrawsWithAReason() throws Exception {
		line("EXPENDITURE", "Practices", "64m");
		String address = "/finance/lines/"
				+ Tenant.call(this.desk.organisation.id(), () -> this.finances.of(this.desk.appraisal))
					.group(Finance.Category.EXPENDITURE)
					.lines()
					.getFirst()
					.id();
		assertThat(this.desk.page(address).selectFirst("[name=amount]").val()).isEqualTo("64000000");
		this.desk.saves(address, "category", "EXPENDITURE", "label", "Practices", "amount", "65m", "source", "S",
				"version", "0");
		Document page = Jsoup.parse(
				this.desk
					.sends(address, "category", "EXPENDITURE", "label", "Practices", "amount", "66m", "source", "S",
							"version", "0")
					.getContentAsString());
		assertThat(page.selectFirst(".app-conflict").text()).contains("£65,000,000");
		assertThat(page.selectFirst("[name=amount]").val()).isEqualTo("66m");
		this.desk.saves(address + "/withdrawal", "reason", "Wrong year", "version", "1");
		page = this.desk.page("/finance");
		assertThat(page.selectFirst(".app-withdrawn").text()).contains("Practices: £65,000,000", "Why: Wrong year");
		assertThat(page.select(".app-money-line")).isEmpty();
	}

	@Test
	void findsNothingOfAnotherOrganisation() throws Exception {
		role("Manager", "1", "1", "1", "2");
		line("EXPENDITURE", "Practices", "64m");
		Desk other = new Desk(this.mvc, this.organisations, this.appraisals);
		assertThat(other.gets("/capacity/roles/" + roles().getFirst().id()).getStatus()).isEqualTo(404);
		assertThat(other.page("/finance").select(".app-money-line")).isEmpty();
	}

	private void role(String name, String held, String... needs) throws Exception {
		this.desk.saves(ROLE, "name", name, "held", held, "needs[0].option", "greater-involvement", "needs[0].fte",
				needs[0], "needs[1].option", "joint", "needs[1].fte", needs[1], "needs[2].option", "delegated",
				"needs[2].fte", needs[2], "source", "Our board");
	}

	private void line(String category, String label, String amount) throws Exception {
		this.desk.saves(LINE, "category", category, "label", label, "amount", amount, "source", "Our board");
	}

	private String version() {
		return Integer.toString(roles().getFirst().saved().version());
	}

	private List<Capacity.Role> roles() {
		return Tenant.call(this.desk.organisation.id(), () -> this.capacities.of(this.desk.appraisal).roles());
	}

	private void exclude(String option) {
		this.desk.within(() -> this.options.record(this.desk.appraisal, option,
				new OptionStatement(Option.Standing.EXCLUDED, "Not wanted", null, null, null)));
	}

}
