package org.mandate.scoring;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandate.AtOnce;
import org.mandate.MandateTest;
import org.mandate.TestOrganisations;
import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.audit.Trail;
import org.mandate.database.Statements;
import org.mandate.database.Tenant;
import org.mandate.organisations.Organisation;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mandate.TestOrganisations.as;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

@MandateTest
@Import(ScoredAppraisal.class)
class ScoringPagesTests {

	@Autowired
	private MockMvc mvc;

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
	private Trail trail;

	private Organisation organisation;

	private Member manager;

	private Member scorer;

	private AppraisalSummary appraisal;

	@BeforeEach
	void start() {
		this.organisation = this.organisations.establish();
		this.manager = this.organisations.person(this.organisation, Role.COMMISSIONING_MANAGER, null);
		this.scorer = this.organisations.person(this.organisation, Role.GOVERNING_BODY_MEMBER, null);
		this.appraisal = call(this.scored::started);
	}

	// Criteria

	@Test
	void adoptsTheSuccessFactorsOnceAndCitesThem() throws Exception {
		assertThat(page("").text()).contains("Criteria", "Your next step Choose the criteria");
		send(this.manager, "/criteria/adoption", Map.of());
		send(this.manager, "/criteria/adoption", Map.of());
		Document page = page("/criteria");
		assertThat(page.select(".app-criteria tbody tr")).hasSize(5);
		assertThat(page.text()).contains("HM Treasury, The Green Book, critical success factors", "Strategic fit",
				"Potential affordability", "There is no local criterion yet");
		assertThat(page.text()).doesNotContain("may say the same", "Adopt them");
	}

	@Test
	void addsALocalCriterionAndWarnsWhereItSaysTheSame() throws Exception {
		send(this.manager, "/criteria/adoption", Map.of());
		assertThat(send(this.manager, "/criteria", criterion("Affordability")).getRedirectedUrl())
			.isEqualTo(base() + "/criteria");
		assertThat(page("/criteria").select(".nhsuk-inset-text li").eachText())
			.containsExactly("Potential affordability and Affordability");
		assertThat(page("").text()).contains("Some may say the same");
	}

	@Test
	void asksForEveryPartOfACriterion() throws Exception {
		Document page = parse(send(this.manager, "/criteria", Map.of()));
		assertThat(errors(page)).containsExactly("Enter the name of the criterion", "Enter what the criterion asks",
				"Enter what a score of 0 means", "Enter what a score of 5 means", "Enter what a score of 10 means");
		anchored(page);
		send(this.manager, "/criteria", criterion("Access"));
		assertThat(errors(parse(send(this.manager, "/criteria", criterion("ACCESS")))))
			.containsExactly("There is a criterion called ACCESS. Give this one another name");
	}

	@Test
	void aTextOfAMegabyteGetsAMessage() throws Exception {
		Map<String, String> fields = new LinkedHashMap<>(criterion("Access"));
		fields.put("description", "x".repeat(1_000_000));
		assertThat(errors(parse(send(this.manager, "/criteria", fields))))
			.containsExactly("The description must be 1,000 characters or fewer");
	}

	@Test
	void showsBothVersionsToTheSecondOfTwo() throws Exception {
		UUID id = weighed("Access", 100).get("Access");
		int version = call(() -> this.criteria.one(this.appraisal, id)).version();
		Map<String, String> first = new LinkedHashMap<>(criterion("Access for all"));
		first.put("version", Integer.toString(version));
		Map<String, String> second = new LinkedHashMap<>(criterion("Access at night"));
		second.put("version", Integer.toString(version));
		assertThat(send(this.manager, "/criteria/" + id, first).getStatus()).isBetween(302, 303);
		Document conflict = parse(send(this.manager, "/criteria/" + id, second));
		assertThat(conflict.selectFirst(".app-conflict").text()).contains("saved this while you were working",
				"Access for all");
		assertThat(conflict.selectFirst("#name").val()).isEqualTo("Access at night");
		second.put("version", conflict.selectFirst("input[name=version]").val());
		send(this.manager, "/criteria/" + id, second);
		assertThat(page("/criteria").text()).contains("Access at night");
		assertThat(actions()).filteredOn("criterion.changed"::equals).hasSize(2);
	}

	@Test
	void withdrawsACriterionWithAReasonAfterScoring() throws Exception {
		Map<String, UUID> ids = weighed("Access", 100, "Cost", 40);
		invite(this.scorer);
		run(() -> this.scored.scores(this.appraisal, this.scorer, 7));
		String address = "/criteria/" + ids.get("Cost") + "/withdrawal";
		Document ask = page(address);
		assertThat(ask.text()).contains("Scores given on it: 3. They are kept.");
		String version = ask.selectFirst("input[name=version]").val();
		assertThat(errors(parse(send(this.manager, address, Map.of("version", version)))))
			.containsExactly("Enter why the criterion is withdrawn");
		send(this.manager, address, Map.of("version", version, "reason", "Counted twice"));
		assertThat(page("/criteria").text()).contains("Withdrawn", "Counted twice");
		assertThat(page("/agreed").text()).contains("Cost (withdrawn)", "Kept, and left out of the analysis",
				"The Governing body member: 7");
		assertThat(page("/weights").selectFirst("tfoot").text()).contains("100");
	}

	// Weights

	@Test
	void weighsInThreeSteps() throws Exception {
		Map<String, UUID> ids = unweighed("Access", "Cost", "Speed");
		Document order = page("/weights/order");
		String seen = order.selectFirst("input[name=seen]").val();
		assertThat(order.text()).contains("The worst of Access", "The best of Access");
		assertThat(send(this.manager, "/weights/order", ranks(ids, seen, "2", "1", "3")).getRedirectedUrl())
			.isEqualTo(base() + "/weights/values");
		Document values = page("/weights/values");
		assertThat(values.select("h2.app-weigh__name").eachText()).containsExactly("1. Cost", "2. Access", "3. Speed");
		seen = values.selectFirst("input[name=seen]").val();
		send(this.manager, "/weights/values", weights(ids, seen, "50", "100", "25"));
		assertThat(page("/weights").select("tbody tr").eachText()).anyMatch((row) -> row.endsWith("1 100 57.1%"))
			.anyMatch((row) -> row.endsWith("2 50 28.6%"))
			.anyMatch((row) -> row.endsWith("3 25 14.3%"));
		assertThat(page("/weights").text()).contains("175 100%");
		seen = page("/weights/order").selectFirst("input[name=seen]").val();
		send(this.manager, "/weights/order", ranks(ids, seen, "1", "2", "3"));
		assertThat(page("/weights").text()).contains("Not weighed");
	}

	@Test
	void saysWhenRoundedWeightsDoNotAddUp() throws Exception {
		weighed("A1 access", 100, "B2 budget", 100, "C3 change", 100);
		assertThat(page("/weights").text())
			.contains("The percentages as shown add up to 99.9%, because each is rounded.");
	}

	@Test
	void flagsAWeightOfOne() throws Exception {
		weighed("Access", 100, "Cost", 0);
		assertThat(page("/weights").text()).contains("Only one criterion counts: Access has all the weight", "100.0%",
				"0.0%");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "0|0|0|All weights are 0. Give Access, the most valued swing, 100",
					"100|20|30|Speed is ranked below Cost, so its weight must be 20 or less. Or change the order",
					"100|101|3|The weight of Cost must be 100 or less", "100|-1|0|The weight of Cost must be 0 or more",
					"100|50.5|0|The weight of Cost must be a whole number, without decimals",
					"100|0,5|0|The weight of Cost must be a whole number, without decimals",
					"100|half|0|The weight of Cost must be a whole number from 0 to 100",
					"100|99999999999|0|The weight of Cost must be 100 or less", "100||0|Enter the weight of Cost",
					"80|50|0|Access is the most valued swing, so its weight must be 100" })
	void refusesWeights(String first, String second, String third, String message) throws Exception {
		Map<String, UUID> ids = unweighed("Access", "Cost", "Speed");
		String seen = page("/weights/order").selectFirst("input[name=seen]").val();
		send(this.manager, "/weights/order", ranks(ids, seen, "1", "2", "3"));
		seen = page("/weights/values").selectFirst("input[name=seen]").val();
		Document page = parse(send(this.manager, "/weights/values",
				weights(ids, seen, first, (second != null) ? second : "", third)));
		assertThat(errors(page)).containsExactly(message);
		anchored(page);
		assertThat(page.select(".nhsuk-error-message").text()).contains(message);
		assertThat(page.select("input[name^=weights]").eachAttr("value")).containsExactly(first,
				(second != null) ? second : "", third);
		assertThat(page("/weights").text()).contains("Not weighed");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "1|1|2|Access and Cost both have rank 1: give each its own",
			"1|4|2|The rank of Cost must be 3 or less", "1|0|2|The rank of Cost must be 1 or more",
			"1|1.5|2|The rank of Cost must be a whole number, without decimals", "1||2|Enter the rank of Cost" })
	void refusesRanks(String first, String second, String third, String message) throws Exception {
		Map<String, UUID> ids = unweighed("Access", "Cost", "Speed");
		String seen = page("/weights/order").selectFirst("input[name=seen]").val();
		Document page = parse(
				send(this.manager, "/weights/order", ranks(ids, seen, first, (second != null) ? second : "", third)));
		assertThat(errors(page)).containsExactly(message);
		anchored(page);
	}

	@Test
	void showsWeightsThatAnotherSavedMeanwhile() throws Exception {
		Map<String, UUID> ids = weighed("Access", 100, "Cost", 40);
		String seen = page("/weights/values").selectFirst("input[name=seen]").val();
		send(this.manager, "/weights/values", weights(ids, seen, "100", "70"));
		Document conflict = parse(send(this.manager, "/weights/values", weights(ids, seen, "100", "10")));
		assertThat(conflict.selectFirst(".app-conflict").text()).contains("Somebody else changed the criteria");
		assertThat(conflict.text()).contains("Saved now: 70");
		assertThat(conflict.select("input[name^=weights]").eachAttr("value")).containsExactly("100", "10");
		seen = conflict.selectFirst("input[name=seen]").val();
		send(this.manager, "/weights/values", weights(ids, seen, "100", "10"));
		assertThat(page("/weights").text()).contains("9.1%");
	}

	// Panel

	@Test
	void invitesAndRemovesWithAReason() throws Exception {
		assertThat(errors(parse(send(this.manager, "/panel", Map.of())))).containsExactly("Choose who is to score");
		assertThat(errors(parse(send(this.manager, "/panel", Map.of("persons", UUID.randomUUID().toString())))))
			.containsExactly("Choose from the people of the organisation");
		assertThat(errors(parse(send(this.manager, "/panel", Map.of("persons", "x")))))
			.containsExactly("Choose from the people of the organisation");
		send(this.manager, "/panel", Map.of("persons", this.scorer.id().id().toString()));
		assertThat(page("/panel").select("tbody tr").eachText()).hasSize(1)
			.first()
			.asString()
			.contains("The Governing body member", "Not finished");
		UUID id = call(() -> this.scoring.card(this.appraisal, this.manager)).scorers().getFirst().id();
		assertThat(errors(parse(send(this.manager, "/panel/" + id + "/removal", Map.of()))))
			.containsExactly("Enter why The Governing body member is removed");
		send(this.manager, "/panel/" + id + "/removal", Map.of("reason", "Has a conflict of interest"));
		assertThat(page("/panel").text()).contains("Removed", "Has a conflict of interest");
		assertThat(page("/mine", this.scorer).text()).contains("You were removed from the panel");
		send(this.manager, "/panel", Map.of("persons", this.scorer.id().id().toString()));
		assertThat(page("/panel").select("tbody tr")).hasSize(1);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "-1|must be 0 or more", "11|must be 10 or less", "5.5|must be a whole number, without decimals",
					"5,5|must be a whole number, without decimals", "ten|must be a whole number from 0 to 10",
					"1e1|must be a whole number from 0 to 10", "99999999999999999999|must be 10 or less",
					"٣|must be a whole number from 0 to 10" })
	void refusesAScoreBesideItsFieldAndKeepsWhatWasTyped(String typed, String message) throws Exception {
		UUID id = weighed("Access", 100).get("Access");
		invite(this.scorer);
		String field = "scores[" + id + "_joint]";
		Document page = parse(send(this.scorer, "/mine", Map.of(field, typed, "seen", "0", "comments[" + id + "_joint]",
				"Because", "scores[" + id + "_delegated]", "4")));
		assertThat(errors(page)).containsExactly("The score for Option 2 on Access " + message);
		anchored(page);
		assertThat(page.getElementsByAttributeValue("name", field).val()).isEqualTo(typed);
		assertThat(page.text()).contains("Because");
		assertThat(page.getElementsByAttributeValue("name", "scores[" + id + "_delegated]").val()).isEqualTo("4");
		assertThat(call(() -> this.scoring.card(this.appraisal, this.scorer)).scores()).isEmpty();
	}

	@Test
	void savesADraftAndFinishesOnlyWhatIsComplete() throws Exception {
		UUID id = weighed("Access", 100).get("Access");
		invite(this.scorer);
		Map<String, String> sheet = new LinkedHashMap<>();
		sheet.put("seen", "0");
		sheet.put("scores[" + id + "_joint]", "+7");
		sheet.put("comments[" + id + "_joint]", "Close\r\nto us");
		assertThat(send(this.scorer, "/mine", sheet).getRedirectedUrl()).isEqualTo(base() + "/mine");
		Document draft = page("/mine", this.scorer);
		assertThat(draft.getElementsByAttributeValue("name", "scores[" + id + "_joint]").val()).isEqualTo("7");
		sheet.put("seen", draft.selectFirst("input[name=seen]").val());
		sheet.put("finish", "yes");
		Document page = parse(send(this.scorer, "/mine", sheet));
		assertThat(errors(page)).containsExactly("Enter a score for Option 1 on Access",
				"Enter a score for Option 3 on Access");
		anchored(page);
		sheet.put("scores[" + id + "_greater-involvement]", "0");
		sheet.put("scores[" + id + "_delegated]", "10");
		send(this.scorer, "/mine", sheet);
		assertThat(page("/mine", this.scorer).text()).contains("Finished", "Make it a draft again", "Close to us");
		send(this.scorer, "/mine/reopening", Map.of());
		assertThat(page("/mine", this.scorer).select("button").eachText()).contains("Save as a draft", "Finish");
	}

	@Test
	void aCommentNeedsItsScoreAndAnEnd() throws Exception {
		UUID id = weighed("Access", 100).get("Access");
		invite(this.scorer);
		assertThat(errors(parse(send(this.scorer, "/mine", Map.of("seen", "0", "comments[" + id + "_joint]", "Why")))))
			.containsExactly("Enter the score that your comment on Option 2 on Access is about");
		assertThat(errors(parse(send(this.scorer, "/mine",
				Map.of("seen", "0", "scores[" + id + "_joint]", "4", "comments[" + id + "_joint]",
						"x".repeat(1_000_000))))))
			.containsExactly("The comment on Option 2 on Access must be 500 characters or fewer");
	}

	@Test
	void twoWindowsOfOneScorerAreCompared() throws Exception {
		UUID id = weighed("Access", 100).get("Access");
		invite(this.scorer);
		String field = "scores[" + id + "_joint]";
		send(this.scorer, "/mine", Map.of("seen", "0", field, "7"));
		Document conflict = parse(send(this.scorer, "/mine", Map.of("seen", "0", field, "3")));
		assertThat(conflict.selectFirst(".app-conflict").text()).contains("You saved this sheet in another window");
		assertThat(conflict.text()).contains("In the other: 7");
		assertThat(conflict.getElementsByAttributeValue("name", field).val()).isEqualTo("3");
		send(this.scorer, "/mine", Map.of("seen", conflict.selectFirst("input[name=seen]").val(), field, "3"));
		assertThat(call(() -> this.scoring.card(this.appraisal, this.scorer)).scores()).extracting(GivenScore::score)
			.containsExactly(3);
	}

	@Test
	void twentyPostsOfTheSameSheetAtOnceAreOneSheet() throws Exception {
		Map<String, UUID> ids = weighed("Access", 100, "Cost", 40);
		invite(this.scorer);
		Map<String, String> sheet = new LinkedHashMap<>(Map.of("seen", "0", "finish", "yes"));
		ids.values()
			.forEach((id) -> List.of("greater-involvement", "joint", "delegated")
				.forEach((option) -> sheet.put("scores[" + id + "_" + option + "]", "6")));
		assertThat(AtOnce.times(20, () -> send(this.scorer, "/mine", sheet)))
			.extracting(MockHttpServletResponse::getRedirectedUrl)
			.containsOnly(base() + "/mine");
		assertThat(call(() -> this.scoring.card(this.appraisal, this.scorer)).scores()).hasSize(6)
			.allMatch((score) -> score.score() == 6);
		assertThat(actions()).filteredOn("sheet.finished"::equals).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "/agreed", "/panel", "/criteria", "/weights", "/mine", "/history" })
	void noPageShowsWhatIsNotOpen(String path) throws Exception {
		UUID id = weighed("Access", 100).get("Access");
		invite(this.scorer, this.manager);
		Map<String, String> sheet = new LinkedHashMap<>(Map.of("seen", "0", "finish", "yes"));
		List.of("greater-involvement", "joint", "delegated").forEach((option) -> {
			sheet.put("scores[" + id + "_" + option + "]", "8");
			sheet.put("comments[" + id + "_" + option + "]", "SECRETCOMMENT");
		});
		send(this.scorer, "/mine", sheet);
		String address = path.equals("/history") ? base().replace("/scoring", "/history") : base() + path;
		Document page = Jsoup.parse(body(get(address), this.manager));
		assertThat(page.html()).doesNotContain("SECRETCOMMENT");
		assertThat(page.select("strong, td").eachText()).doesNotContain("8");
		assertThat(status(get(base() + "/files/panel.csv"), this.manager)).isEqualTo(404);
		assertThat(body(get(base() + "/files/mine.csv"), this.manager)).doesNotContain("SECRETCOMMENT");
		assertThat(body(get(base() + "/files/agreed.csv"), this.manager)).doesNotContain("SECRETCOMMENT");
		if (path.equals("/history")) {
			assertThat(page.text()).contains("The Governing body member finished their scoring sheet")
				.doesNotContain("Score 8");
		}
	}

	// Agreed scores

	@Test
	void agreesWithReasonAndDissentBesideTheSpread() throws Exception {
		UUID id = weighed("Access", 100).get("Access");
		invite(this.scorer, this.manager);
		assertThat(page("/agreed").text()).contains("Not everybody on the panel has finished");
		run(() -> this.scored.scores(this.appraisal, this.scorer, 3));
		assertThat(send(this.manager, "/agreed/" + id, Map.of("scores[joint]", "5", "reasons[joint]", "Why"))
			.getRedirectedUrl()).isEqualTo(base() + "/agreed");
		run(() -> this.scored.scores(this.appraisal, this.manager, 8));
		Document form = page("/agreed/" + id);
		assertThat(form.text()).contains("From 3 to 8, median 5.5", "The Governing body member: 3",
				"The Commissioning manager: 8");
		assertThat(errors(parse(send(this.manager, "/agreed/" + id, Map.of("scores[joint]", "5")))))
			.containsExactly("Enter why the panel agreed on this score for Option 2");
		Document wrong = parse(
				send(this.manager, "/agreed/" + id, Map.of("scores[joint]", "12", "reasons[joint]", "Why")));
		assertThat(errors(wrong)).containsExactly("The agreed score for Option 2 must be 10 or less");
		anchored(wrong);
		assertThat(errors(parse(send(this.manager, "/agreed/" + id, Map.of()))))
			.containsExactly("Enter at least one score that the panel agreed on");
		send(this.manager, "/agreed/" + id, Map.of("scores[joint]", "6", "reasons[joint]", "Most saw it so",
				"dissents[joint]", "The governing body member holds 3", "versions[joint]", ""));
		String text = page("/agreed").text();
		assertThat(text).contains("Most saw it so", "Dissent: The governing body member holds 3", "1 of 3 agreed.");
		assertThat(page("").text()).contains("Option 1 on Access", "Option 3 on Access")
			.doesNotContain("Option 2 on Access");
		Document conflict = parse(send(this.manager, "/agreed/" + id,
				Map.of("scores[joint]", "2", "reasons[joint]", "Mine", "versions[joint]", "")));
		assertThat(conflict.text()).contains("Somebody else recorded agreed scores", "Saved now: 6, Most saw it so");
		assertThat(conflict.getElementsByAttributeValue("name", "scores[joint]").val()).isEqualTo("2");
		assertThat(page("/mine", this.scorer).text()).contains("Make it a draft again");
	}

	@Test
	void readsToTheEndAndHasTheSameStatementsForFewAndForMany() throws Exception {
		List<Integer> before = new ArrayList<>();
		List<String> pages = List.of("", "/criteria", "/weights", "/panel", "/agreed", "/mine");
		invite(this.manager);
		for (String path : pages) {
			before.add(Statements.during(() -> body(get(base() + path), this.manager)).size());
		}
		Map<String, UUID> ids = weighed("Access", 100, "Cost", 40, "Speed", 20);
		invite(this.scorer);
		run(() -> this.scored.scores(this.appraisal, this.scorer, 3));
		run(() -> this.scored.scores(this.appraisal, this.manager, 9));
		for (int i = 0; i < pages.size(); i++) {
			String path = pages.get(i);
			assertThat(Statements.during(() -> body(get(base() + path), this.manager))).as(path)
				.hasSize(before.get(i))
				.hasSizeLessThanOrEqualTo(8);
		}
		assertThat(Statements.during(() -> page("/agreed/" + ids.get("Cost")))).hasSizeLessThanOrEqualTo(8);
	}

	@Test
	void keepsTextOfAnyScriptAsItIs() throws Exception {
		for (String text : List.of("עברית", "<script>alert(1)</script>", "O’Neill & \"x\"",
				"[a](javascript:x) ![](y)")) {
			Map<String, String> fields = new LinkedHashMap<>(criterion(text));
			fields.put("description", text);
			assertThat(send(this.manager, "/criteria", fields).getStatus()).isBetween(302, 303);
			assertThat(body(get(base() + "/criteria"), this.manager)).doesNotContain("<script>alert");
			assertThat(page("/criteria").text()).contains(text);
		}
		assertThat(errors(parse(send(this.manager, "/criteria", criterion("a\u202eb")))))
			.anyMatch((error) -> error.contains("cannot be seen"));
	}

	private Map<String, UUID> weighed(Object... namesAndWeights) {
		Map<String, Integer> weights = new LinkedHashMap<>();
		for (int i = 0; i < namesAndWeights.length; i += 2) {
			weights.put((String) namesAndWeights[i], (Integer) namesAndWeights[i + 1]);
		}
		return call(() -> this.scored.weighed(this.appraisal, this.manager, weights));
	}

	private Map<String, UUID> unweighed(String... names) {
		Map<String, UUID> ids = new LinkedHashMap<>();
		for (String name : names) {
			ids.put(name, call(() -> this.criteria.add(this.appraisal, ScoredAppraisal.wording(name), this.manager)));
		}
		return ids;
	}

	private static Map<String, String> ranks(Map<String, UUID> ids, String seen, String... typed) {
		return fields("ranks", ids, seen, typed);
	}

	private static Map<String, String> weights(Map<String, UUID> ids, String seen, String... typed) {
		return fields("weights", ids, seen, typed);
	}

	private static Map<String, String> fields(String name, Map<String, UUID> ids, String seen, String... typed) {
		Map<String, String> fields = new LinkedHashMap<>();
		fields.put("seen", seen);
		int i = 0;
		for (UUID id : ids.values()) {
			fields.put(name + "[" + id + "]", typed[i++]);
		}
		return fields;
	}

	private static Map<String, String> criterion(String name) {
		return Map.of("name", name, "description", "What " + name + " is", "anchor0", "Bad", "anchor5", "Fair",
				"anchor10", "Good");
	}

	private void invite(Member... members) {
		run(() -> this.panel.invite(this.appraisal, List.of(members).stream().map((each) -> each.id().id()).toList(),
				this.manager));
	}

	private List<String> actions() {
		return call(() -> this.trail.events(this.appraisal.id().id(), 0, 100)).stream()
			.map(Trail.Entry::action)
			.toList();
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

	private MockHttpServletResponse send(Member member, String path, Map<String, String> fields) throws Exception {
		MockHttpServletRequestBuilder request = post(base() + path);
		fields.forEach(request::param);
		return this.mvc.perform(request.with(csrf()).with(as(member))).andReturn().getResponse();
	}

	private Document page(String path) throws Exception {
		return page(path, this.manager);
	}

	private Document page(String path, Member member) throws Exception {
		return Jsoup.parse(body(get(base() + path), member));
	}

	private String body(MockHttpServletRequestBuilder request, Member member) throws Exception {
		MockHttpServletResponse response = this.mvc.perform(request.with(as(member))).andReturn().getResponse();
		assertThat(response.getStatus()).isLessThan(400);
		return response.getContentAsString();
	}

	private int status(MockHttpServletRequestBuilder request, Member member) throws Exception {
		return this.mvc.perform(request.with(as(member))).andReturn().getResponse().getStatus();
	}

	private static Document parse(MockHttpServletResponse response) throws Exception {
		assertThat(response.getStatus()).as(response.getRedirectedUrl()).isEqualTo(200);
		return Jsoup.parse(response.getContentAsString());
	}

	private static List<String> errors(Document page) {
		assertThat(page.title()).startsWith("Error: ");
		return page.select(".nhsuk-error-summary__list li").eachText();
	}

	/** Each message leads to the one field that it is about. */
	private static void anchored(Document page) {
		for (String href : page.select(".nhsuk-error-summary__list a").eachAttr("href")) {
			assertThat(page.getElementById(href.substring(1))).as(href).isNotNull();
		}
	}

	private String base() {
		return "/" + this.organisation.slug() + this.appraisal.path() + "/scoring";
	}

}
