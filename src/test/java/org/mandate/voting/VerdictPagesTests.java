package org.mandate.voting;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.mandate.MandateTest;
import org.mandate.database.Statements;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/**
 * Ballots under rules that are hard to count by hand, from setting up to the verdict,
 * each step through its page.
 */
@MandateTest
class VerdictPagesTests {

	@Autowired
	private ApplicationContext beans;

	private static int[] practices(int number) {
		int[] sizes = new int[number];
		java.util.Arrays.fill(sizes, 5000);
		return sizes;
	}

	private Polling polling(Map<String, Integer> localities) {
		Map<String, int[]> sizes = new LinkedHashMap<>();
		localities.forEach((name, number) -> sizes.put(name, practices(number)));
		return new Polling(this.beans, sizes);
	}

	private static List<String> sums(Document result) {
		return result.select(".app-result li").eachText();
	}

	private static String verdict(Document result) {
		return result.select(".app-result h2").text();
	}

	private static String change(Document result) {
		return result.select(".app-result p:contains(What would change it)").text();
	}

	@Test
	void carriesInEveryOfFourUnitsOneOfWhichReportedAPercentageAndOneAgainst() throws Exception {
		Polling polling = polling(Map.of("North", 5, "South", 5, "East", 13, "West", 4))
			.open(Map.of("scope", "EVERY_UNIT"))
			.count("north", 0, 5, 0, 0)
			.count("south", 1, 4, 0, 0);
		String east = polling.ballot + "/returns/east";
		polling.accept(east,
				post(east).param("seen", "0")
					.param("votes[0]", "1")
					.param("notStated", "joint")
					.param("asSaid", "92% in favour, one against")
					.param("percentage", "92")
					.param("percentageOf", "EXPRESSED"));
		polling.count("west", 0, 3, 0, 1).close();
		Document result = polling.result();
		assertThat(verdict(result)).isEqualTo("Carried");
		assertThat(sums(result)).contains(
				"East, Option 2: from 91.7% (11 of 12) to 92.3% (12 of 13) expressed; more than half needs 7 in the first case, more than half needs 7 in the second: reached.",
				"Option 2 is certain in 4 of 4 localities; 4 are needed.");
		assertThat(result.select("table").first().select("tbody tr:contains(East)").text()).contains("11 to 12 (92%)");
	}

	@Test
	void leavesOpenWhatAPercentageDoesNotDecide() throws Exception {
		Polling polling = polling(Map.of("North", 5, "East", 13))
			.open(Map.of("scope", "EVERY_UNIT", "base", "ENTITLED"))
			.count("north", 0, 5, 0, 0);
		String east = polling.ballot + "/returns/east";
		polling.accept(east, post(east).param("seen", "0").param("notStated", "joint").param("asSaid", "All who came"));
		polling.close();
		assertThat(verdict(polling.result())).isEqualTo("Cannot be known from what was returned");
	}

	@Test
	void refusesAShareThatNoNumberOfPracticesGives() throws Exception {
		Polling polling = polling(Map.of("East", 13)).open(Map.of());
		String east = polling.ballot + "/returns/east";
		Document page = polling.refused(post(east).param("seen", "0")
			.param("votes[0]", "6")
			.param("notStated", "joint")
			.param("asSaid", "99%")
			.param("percentage", "99"));
		assertThat(page.select(".nhsuk-error-message").text())
			.contains("No number of the 13 practices entitled gives 99% of the practices that voted for a choice");
		assertThat(page.select("input[name=percentage]").attr("value")).isEqualTo("99");
	}

	@Test
	void missesTheTurnoutInOneUnitWhichThenVotesAgain() throws Exception {
		Polling polling = polling(Map.of("North", 4, "South", 8))
			.open(Map.of("scope", "EVERY_UNIT", "quorum", "EVERY_UNIT", "turnout", "75"))
			.count("north", 0, 4, 0, 0)
			.count("south", 1, 4, 0, 0)
			.close();
		Document result = polling.result();
		assertThat(verdict(result)).isEqualTo("Not quorate");
		assertThat(sums(result)).contains("North, turnout: 100.0% (4 of 4); 75% needs 3: quorate.",
				"South, turnout: 62.5% (5 of 8); 75% needs 6: not quorate.");
		assertThat(change(result)).contains("1 practice in South more would have had to take part");

		Document refused = polling
			.refused(post(polling.ballot + "/re-votes").param("unit", "south").param("reason", ""));
		assertThat(refused.select(".nhsuk-error-message").text()).contains("Say why South votes again");
		polling
			.done(post(polling.ballot + "/re-votes").param("unit", "south").param("reason", "The turnout was missed"));
		result = polling.result();
		assertThat(verdict(result)).isEqualTo("Cannot be known yet");
		assertThat(result.select("#revotes").parents().first().text()).contains("South, round 2",
				"The turnout was missed");

		polling.count("south", 1, 6, 0, 0);
		polling.done(post(polling.ballot + "/re-votes/south/closure"));
		result = polling.result();
		assertThat(verdict(result)).isEqualTo("Carried");
		assertThat(sums(result)).contains("South, turnout: 87.5% (7 of 8); 75% needs 6: quorate.");
		assertThat(result.select("section:has(#revotes) dl").text()).as("the first round stays readable")
			.contains("Agree with Option 2: Joint commissioning 4");
		assertThat(polling.send(post(polling.ballot + "/returns/south").param("seen", "9").param("votes[1]", "8"))
			.getStatus()).isEqualTo(409);
	}

	@Test
	void isDefeatedByOneUnitOfEight() throws Exception {
		Map<String, Integer> eight = new LinkedHashMap<>();
		for (int i = 1; i <= 8; i++) {
			eight.put("Area " + i, 3);
		}
		Polling polling = polling(eight).open(Map.of("scope", "EVERY_UNIT"));
		for (int i = 1; i <= 7; i++) {
			polling.count("area-" + i, 0, 3, 0, 0);
		}
		polling.count("area-8", 2, 1, 0, 0).close();
		Document result = polling.result();
		assertThat(verdict(result)).isEqualTo("Not carried");
		assertThat(sums(result)).contains(
				"Area 8, Option 2: 33.3% (1 of 3) expressed; more than half needs 2: not reached.",
				"Option 2 is certain in 7 of 8 localities; 8 are needed.");
		assertThat(change(result)).contains("1 practice, in Area 8, would have had to vote for Option 2 instead.");
	}

	@Test
	void carriesNothingInATie() throws Exception {
		Polling polling = polling(Map.of("North", 4, "South", 2))
			.open(Map.of("kind", "CHOOSE", "threshold", "PLURALITY"))
			.count("north", 2, 1, 1, 0)
			.count("south", 0, 1, 1, 0)
			.close();
		Document result = polling.result();
		assertThat(result.select(".app-result").text()).contains("Not carried", "No choice is carried.");
		assertThat(change(result))
			.contains("1 practice, in any locality, would have had to vote for Option 1 instead.");
	}

	@Test
	void countsHeadsAndWeightsSideBySide() throws Exception {
		Polling polling = new Polling(this.beans, Map.of("North", new int[] { 10_000, 2000, 3000 })).open(
				Map.of("kind", "REFERENDUM", "question", "That we opt for joint commissioning", "weight", "PATIENTS"));
		MockHttpServletResponse refused = polling
			.send(post(polling.ballot + "/returns/north").param("seen", "0").param("votes[0]", "2"));
		assertThat(refused.getStatus()).isEqualTo(422);
		assertThat(refused.getContentAsString()).contains("enter what each practice did");
		polling.roll("north", Map.of("P00001", "against", "P00002", "for", "P00003", "for")).close();
		Document result = polling.result();
		assertThat(verdict(result)).isEqualTo("Not carried");
		assertThat(result.select(".app-result").text()).contains("The motion is not carried.");
		assertThat(sums(result)).containsExactly(
				"the motion: 33.3% (5,000 of 15,000) of the votes expressed; more than half needs 7,501: not reached.");
		assertThat(result.select("table").first().select("tr.app-table__total td").eachText().subList(0, 3))
			.as("practices")
			.containsExactly("3", "2", "1");
		assertThat(result.select("table").get(1).select("tr.app-table__total td").eachText().subList(0, 3))
			.as("votes by weight")
			.containsExactly("15,000", "5,000", "10,000");
		assertThat(change(result)).contains("1 practice, in North, would have had to vote for the motion instead.");
	}

	@Test
	void refusesRulesThatCanNeverBeMet() throws Exception {
		Polling polling = polling(Map.of("North", 2, "South", 2));
		assertThat(polling.refused(polling.plan(Map.of("threshold", "AT_LEAST", "percentage", "0"))).text())
			.contains("Enter the percentage as a whole number from 1 to 100");
		assertThat(polling.refused(polling.plan(Map.of("threshold", "AT_LEAST", "percentage", "101"))).text())
			.contains("Enter the percentage as a whole number from 1 to 100");
		assertThat(polling.refused(polling.plan(Map.of("scope", "AT_LEAST_UNITS", "unitsNeeded", "3"))).text())
			.contains("There are only 2 localities, so this could never be met");
		assertThat(polling.refused(polling.plan(Map.of("quorum", "OVERALL", "turnout", "1000000000000"))).text())
			.contains("Enter the turnout as a whole percentage from 1 to 100");
		assertThat(polling.refused(polling.plan(Map.of("weight", "PER_PATIENTS", "patients", "0"))).text())
			.contains("Enter the number of patients for each vote as a whole number, at least 1");
	}

	@Test
	void refusesToWeighPracticesWhoseListSizeIsNotKnown() throws Exception {
		Polling polling = new Polling(this.beans, Map.of("North", new int[] { 0, 0 }));
		polling.done(polling.plan(Map.of("weight", "PATIENTS")));
		MockHttpServletResponse refused = polling.send(post(polling.ballot + "/opening"));
		assertThat(refused.getStatus()).isEqualTo(409);
		assertThat(refused.getContentAsString()).contains("has no list size of 2015Q1 for 2 of them");
	}

	@Test
	void refusesAnElectorateOfNobody() throws Exception {
		Polling polling = polling(Map.of());
		polling.done(polling.plan(Map.of()));
		MockHttpServletResponse refused = polling.send(post(polling.ballot + "/opening"));
		assertThat(refused.getStatus()).isEqualTo(409);
		assertThat(refused.getContentAsString()).contains("Nobody would be entitled to vote");
	}

	@Test
	void readsTheRuleAsItIsComposed() throws Exception {
		Polling polling = polling(Map.of("North", 2));
		String boxes = "?kind=CONFIRM&division=LOCALITIES&weight=PER_PATIENTS&patients=1000&rounding=UP&threshold=AT_LEAST"
				+ "&percentage=60&base=CAST&scope=AT_LEAST_UNITS&unitsNeeded=4&quorum=EVERY_UNIT&turnout=75";
		String reading = "A practice has one vote for each 1,000 registered patients, rounded up. The ballot is carried by "
				+ "at least 60% of the votes of the practices that voted or abstained, in at least 4 localities. In each "
				+ "locality at least 75% of its practices must have voted or abstained.";
		assertThat(polling.page(polling.ballots + "/new/reading" + boxes).text()).isEqualTo(reading);
		Document page = polling.page(polling.ballots + "/new" + boxes);
		assertThat(page.select("[data-rule-reading]").text()).as("without a script").isEqualTo(reading);
		assertThat(page.select("input[name=patients]").attr("value")).isEqualTo("1000");
		assertThat(
				polling.page(polling.ballots + "/new/reading" + boxes.replace("percentage=60", "percentage=x")).text())
			.isEqualTo("The rule is not complete: Enter the percentage as a whole number from 1 to 100.");
	}

	@Test
	void votesInGroupsOfItsOwn() throws Exception {
		Polling polling = polling(Map.of("North", 2, "South", 2));
		polling.done(polling.plan(Map.of("division", "OWN", "scope", "EVERY_UNIT")));
		assertThat(polling.send(post(polling.ballot + "/opening")).getStatus()).isEqualTo(409);
		Document refused = polling.refused(post(polling.ballot + "/groups").param("rows",
				"P00001, City\nP00001, City\nX99999, City\nP00002\nP00003\tCounty"));
		assertThat(refused.select(".app-row-errors li").eachText()).containsExactly(
				"Line 2: P00001 is in an earlier line too",
				"Line 3: X99999 is not the code of a practice that is entitled",
				"Line 4: enter the group of P00002 (Practice P00002) after its code and a comma");
		assertThat(refused.select("textarea").text()).contains("X99999");
		polling.done(post(polling.ballot + "/groups").param("rows",
				"P00001, City\nP00002; city\nP00003\tCounty\np00004,County\n"));
		polling.done(post(polling.ballot + "/opening"));
		polling.count("city", 0, 2, 0, 0).count("county", 0, 1, 0, 1).close();
		Document result = polling.result();
		assertThat(verdict(result)).isEqualTo("Carried");
		assertThat(sums(result)).contains("Option 2 is certain in 2 of 2 groups; 2 are needed.");
	}

	@Test
	void comparesAFurtherRoundWithTheEarlierOne() throws Exception {
		Polling polling = polling(Map.of("North", 4)).open(Map.of("kind", "CHOOSE", "threshold", "MAJORITY"))
			.count("north", 2, 1, 1, 0)
			.close();
		polling.done(polling.plan(Map.of("follows", "1")));
		String second = polling.ballots + "/2";
		polling.done(post(second + "/opening"));
		polling.accept(second + "/returns/north",
				post(second + "/returns/north").param("seen", "0").param("votes[0]", "1").param("votes[1]", "3"));
		polling.done(post(second + "/closure"));
		Document result = polling.page(second + "/results");
		assertThat(result.select("section:has(#rounds)").text()).contains("Compared with ballot 1",
				"Then: No choice is carried. Now: Option 2: Joint commissioning is carried.");
		assertThat(result.select("section:has(#rounds) tbody tr:contains(Option 2) td").eachText()).containsExactly("1",
				"3");
		assertThat(polling.refused(polling.plan(Map.of("follows", "7"))).text())
			.contains("Choose one of the ballots before this one");
	}

	@Test
	void withdrawsABallotWithAReason() throws Exception {
		Polling polling = polling(Map.of("North", 4)).open(Map.of());
		assertThat(polling.refused(post(polling.ballot + "/withdrawal").param("reason", " ")).text())
			.contains("Say why the ballot is withdrawn");
		polling.done(post(polling.ballot + "/withdrawal").param("reason", "The question was put wrongly"));
		assertThat(polling.page(polling.ballot).text()).contains("Withdrawn", "The question was put wrongly");
		MockHttpServletResponse refused = polling
			.send(post(polling.ballot + "/returns/north").param("seen", "0").param("votes[1]", "4"));
		assertThat(refused.getStatus()).isEqualTo(409);
		assertThat(refused.getContentAsString()).contains("Ballot 1 was withdrawn");
		assertThat(polling.send(post(polling.ballot + "/withdrawal").param("reason", "again")).getStatus())
			.isEqualTo(409);
	}

	@Test
	void showsTheResultOf300PracticesIn12UnitsInAFewStatements() throws Exception {
		Map<String, Integer> twelve = new LinkedHashMap<>();
		for (int i = 1; i <= 12; i++) {
			twelve.put("Area " + i, 25);
		}
		Polling polling = polling(twelve).open(Map.of("weight", "PATIENTS"));
		for (int i = 1; i <= 12; i++) {
			Map<String, String> votes = new LinkedHashMap<>();
			polling.page(polling.ballot + "/returns/area-" + i + "/roll")
				.select("input[type=radio][value=joint]")
				.forEach((box) -> votes.put(box.attr("name").replaceAll("votes\\[(.*)\\]", "$1"), "joint"));
			polling.roll("area-" + i, votes);
		}
		polling.close();
		assertThat(Statements.during(() -> assertThat(verdict(polling.result())).isEqualTo("Carried")))
			.hasSizeLessThanOrEqualTo(8);
	}

	@Test
	void hasNothingOfBallotsThatAreNotThere() throws Exception {
		Polling polling = polling(Map.of("North", 1));
		for (String page : List.of("", "/groups", "/withdrawal", "/re-votes", "/results")) {
			assertThat(polling.send(get(polling.ballots + "/9" + page)).getStatus()).as(page).isEqualTo(404);
		}
	}

}
