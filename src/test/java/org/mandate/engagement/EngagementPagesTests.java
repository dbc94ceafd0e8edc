package org.mandate.engagement;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandate.MandateTest;
import org.mandate.Pages;
import org.mandate.TestOrganisations;
import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;
import org.mandate.appraisals.Milestone;
import org.mandate.audit.Trail;
import org.mandate.database.Statements;
import org.mandate.database.Tenant;
import org.mandate.organisations.Organisation;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

import static org.assertj.core.api.Assertions.assertThat;

@MandateTest
class EngagementPagesTests {

	@Autowired
	private MockMvc mvc;

	@Autowired
	private Appraisals appraisals;

	@Autowired
	private Trail trail;

	@Autowired
	private TestOrganisations organisations;

	private Organisation organisation;

	private AppraisalSummary appraisal;

	private Pages pages;

	private String base;

	@BeforeEach
	void start() {
		this.organisation = this.organisations.establish();
		Member manager = this.organisations.person(this.organisation, Role.COMMISSIONING_MANAGER, null);
		this.appraisal = this.organisations.appraisal(this.organisation);
		this.pages = new Pages(this.mvc, manager);
		this.base = "/" + this.organisation.slug() + this.appraisal.path() + "/engagement";
	}

	private static Map<String, String> typed(String... changes) {
		Map<String, String> form = new LinkedHashMap<>();
		form.put("audience", "MEMBER_PRACTICES");
		form.put("who", "North locality meeting");
		form.put("held", "HELD");
		form.put("whenKind", "DAY");
		form.putAll(Pages.date("from", "16 12 2014"));
		form.put("how", "MEETING");
		form.put("tookPart", "The locality clinical director");
		form.put("asked", "Which model they prefer");
		form.put("comments[0].theme", "TIME");
		form.put("comments[0].words", "There is too little of it");
		form.put("comments[0].people", "7");
		form.put("documents[0].title", "The slides");
		form.put("documents[0].place", "https://example.org/slides");
		form.put("changedKind", "NOTHING");
		form.put("source", "The paper, 5.1");
		return Pages.with(form, changes);
	}

	private static Map<String, String> window(String... changes) {
		Map<String, String> form = new LinkedHashMap<>();
		form.put("audience", "MEMBER_PRACTICES");
		form.put("put", "Delegated commissioning");
		form.put("how", "By e-mail");
		form.put("reached", "57");
		form.put("members", "60");
		form.put("whenKind", "DAY");
		form.putAll(Pages.date("from", "2 1 2015"));
		form.putAll(Pages.date("until", "9 1 2015"));
		form.put("untilTime", "12 noon");
		return Pages.with(form, changes);
	}

	private static Map<String, String> objection(String... changes) {
		Map<String, String> form = new LinkedHashMap<>();
		form.put("who", "A practice");
		form.put("words", "The risk is not known");
		form.putAll(Pages.date("received", "9 1 2015"));
		form.put("receivedTime", "11:59:59");
		return Pages.with(form, changes);
	}

	private MockHttpServletResponse add(String... changes) throws Exception {
		return this.pages.sends(this.base, typed(changes));
	}

	private MockHttpServletResponse open(String... changes) throws Exception {
		return this.pages.sends(this.base + "/windows", window(changes));
	}

	private MockHttpServletResponse object(String... changes) throws Exception {
		return this.pages.sends(this.base + "/windows/1/objections", objection(changes));
	}

	@Test
	void recordsAnEngagementAndTellsItEverywhere() throws Exception {
		assertThat(add().getRedirectedUrl()).isEqualTo(this.base);
		Document log = this.pages.page(this.base);
		assertThat(log.selectFirst(".app-engagement tbody tr").text()).contains("North locality meeting",
				"Member practices", "16 December 2014", "Held", "Which model they prefer", "Time", "Nothing");
		assertThat(log.select("main section").text()).contains("Time There is too little of it (said by 7)");
		Document entry = this.pages.page(this.base + "/1");
		assertThat(entry.select("main a[href=https://example.org/slides]").text()).isEqualTo("The slides");
		assertThat(entry.text()).contains("What changed because of it Nothing", "Took part for the CCG The locality");
		assertThat(milestones()).singleElement().satisfies((milestone) -> {
			assertThat(milestone.kind()).isEqualTo(Milestone.Kind.ENGAGEMENT);
			assertThat(milestone.about()).isEqualTo("member-practices");
			assertThat(milestone.from()).isEqualTo("2014-12-16");
		});
		assertThat(events("engagement.recorded").getFirst().summary())
			.isEqualTo("Recorded engagement 1, North locality meeting");
	}

	private List<Milestone> milestones() {
		return Tenant.call(this.organisation.id(), () -> this.appraisals.milestones(this.appraisal))
			.stream()
			.filter((each) -> each.kind() == Milestone.Kind.ENGAGEMENT || each.kind() == Milestone.Kind.OBJECTIONS)
			.toList();
	}

	private List<Trail.Entry> events(String action) {
		return Tenant.call(this.organisation.id(), () -> this.trail.events(this.appraisal.id().id(), 0, 50))
			.stream()
			.filter((event) -> event.action().startsWith(action))
			.toList();
	}

	@Test
	void saysWhatIsOpenAndWhatIsNot() throws Exception {
		add("changedKind", "OPEN", "comments[0].theme", "", "comments[0].words", "", "comments[0].people", "",
				"tookPart", "");
		Document log = this.pages.page(this.base);
		assertThat(log.selectFirst(".app-engagement tbody tr").text()).contains("Nothing on record",
				"Nobody has said yet whether anything changed");
		assertThat(this.pages.page(this.base + "/1").text()).contains("Took part for the CCG Not stated");
	}

	@Test
	void saysWhatIsMissingBesideEachField() throws Exception {
		assertThat(Pages.errors(this.pages.sends(this.base, Map.of()))).containsExactly("Choose who was told or asked",
				"Enter who exactly, such as North locality meeting", "Choose whether it was held or is planned",
				"Choose how near the time is known", "Choose how they were told or asked",
				"Enter what they were told or asked", "Choose whether anything changed because of it");
		assertThat(Pages.errors(this.pages.sends(this.base + "/windows", Map.of()))).containsExactly(
				"Choose who may object", "Enter what was put to them", "Enter how it reached them, such as by e-mail",
				"Choose how near the time is known");
		open();
		assertThat(Pages.errors(this.pages.sends(this.base + "/windows/1/objections", Map.of()))).containsExactly(
				"Enter who objects", "Enter to what they object, and why", "Enter the day the objection came");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "from.day|31|from.month|2|Enter a real date, such as 29 1 2015",
			"from.year|1914|who|X|The date must be from 2000 to 2099",
			"from.year|2090|who|X|That is in the future. Say that it is planned, or correct the day",
			"held|PLANNED|comments[0].words|''|That has passed. Say that it was held, or enter a later day",
			"whenKind|PERIOD|to.day|''|Enter the last day on which it may have been",
			"whenKind|NOT_STATED|whenSaid|''|Enter what is said of the time, such as “very recently”",
			"whenKind|NOT_STATED|whenSaid|recently|Delete the day, or choose how near it is known",
			"partner|7|who|X|Choose a partner body of the list, or none",
			"comments[0].theme|''|who|X|Choose what the comment is about",
			"comments[0].words|''|who|X|Enter what was said",
			"comments[0].people|0|who|X|How many said so must be a whole number from 1 to 99,999, or left empty",
			"comments[0].people|many|who|X|How many said so must be a whole number from 1 to 99,999, or left empty",
			"documents[0].title|''|who|X|Enter the title of the document",
			"documents[0].place|http://example.org|who|X|A link must be a whole address that begins with https://",
			"documents[0].place|https://|who|X|A link must be a whole address that begins with https://",
			"changedKind|SOMETHING|who|X|Enter what changed",
			"changed|Much|who|X|Choose that something changed, or delete what is typed here",
			"how|PIGEON|who|X|Choose how they were told or asked" })
	void refusesWhatCannotBe(String field, String value, String other, String otherValue, String message)
			throws Exception {
		MockHttpServletResponse response = add(field, value, other, otherValue);
		assertThat(Pages.errors(response)).contains(message);
		assertThat(Pages.read(response).selectFirst("textarea[name=asked]").text())
			.isEqualTo("Which model they prefer");
		assertThat(this.pages.page(this.base).text()).contains("Nobody on record yet");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "reached|61|It cannot have reached more than there are, 60",
			"members|0|How many there are must be a whole number from 1 to 99,999, or left empty",
			"until.day|1|It cannot end before it opened, on 2 January 2015 at the latest",
			"until.day|x|Enter a real date, such as 29 1 2015", "untilTime|soon|Enter a time, such as 12 noon or 17:00",
			"whenKind|PERIOD|Choose how near the time is known" })
	void refusesWindowsThatCannotBe(String field, String value, String message) throws Exception {
		assertThat(Pages.errors(open(field, value))).containsExactly(message);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"29|3|2015|1:30am|There is no 1:30am on Sunday 29 March 2015: the clocks go forward from 1am to 2am. Enter 2am, or a time before 1am",
			"25|10|2015|1:30am|1:30am on Sunday 25 October 2015 comes twice, because the clocks go back from 2am to 1am. Enter 2am, or a time before 1am" })
	void refusesTimesThatTheClocksSkipOrShowTwice(String day, String month, String year, String time, String message)
			throws Exception {
		assertThat(Pages.errors(open("until.day", day, "until.month", month, "until.year", year, "untilTime", time)))
			.containsExactly(message);
	}

	@Test
	void tellsObjectionsInTimeAndLateToTheSecond() throws Exception {
		assertThat(open().getRedirectedUrl()).isEqualTo(this.base);
		assertThat(object().getRedirectedUrl()).isEqualTo(this.base + "/windows/1");
		object("receivedTime", "12 noon", "who", "Another practice");
		object("receivedTime", "", "who", "A third practice");
		Document page = this.pages.page(this.base + "/windows/1");
		assertThat(page.selectFirst(".app-lead").text())
			.isEqualTo("3 objections (1 late) from 57 of 60 reached; silence is not support.");
		assertThat(page.select("main section strong").eachText()).containsExactly("In time", "Late",
				"In time or late: only the day is recorded");
		assertThat(page.text()).contains("Until 12 noon on 9 January 2015", "No reply on record.");
		assertThat(page.text().toLowerCase()).doesNotContain("in favour", "%");
		assertThat(milestones()).singleElement()
			.satisfies((milestone) -> assertThat(milestone.detail()).startsWith("3 objections (1 late) from 57 of 60"));
		assertThat(this.pages
			.sends(this.base + "/windows/1/objections/2",
					objection("receivedTime", "12:00:00", "who", "Another practice", "version", "0", "reply",
							"Thank you", "replied.day", "10", "replied.month", "1", "replied.year", "2015"))
			.getRedirectedUrl()).isEqualTo(this.base + "/windows/1");
		assertThat(this.pages.page(this.base + "/windows/1").text()).contains("Reply of 10 January 2015: Thank you");
		this.pages.sends(this.base + "/windows/1/objections/2/withdrawal", "reason", "They took it back", "version",
				"1");
		assertThat(this.pages.page(this.base + "/windows/1").selectFirst(".app-lead").text())
			.isEqualTo("2 objections from 57 of 60 reached; silence is not support.");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "received.day|1|That is before the window opened, on 2 January 2015 at the earliest",
					"received.year|2090|An objection cannot have come in the future",
					"receivedTime|25:00|Enter a time, such as 16:59 or 16:59:59",
					"receivedTime|midnight|Enter a time of that day, such as 23:59:59",
					"replied.day|10|Enter a real date, such as 29 1 2015" })
	void refusesObjectionsThatCannotBe(String field, String value, String message) throws Exception {
		open();
		assertThat(Pages.errors(object(field, value))).containsExactly(message);
	}

	@Test
	void saysThatAWindowHasNoEnd() throws Exception {
		open("until.day", "", "until.month", "", "until.year", "", "untilTime", "", "reached", "", "members", "");
		Document page = this.pages.page(this.base + "/windows/1");
		assertThat(page.text()).contains(
				"0 objections from a number that is not stated reached; silence is not " + "support.",
				"No end is stated, so it cannot be told who objected too late",
				"Who did not object has " + "not agreed.");
	}

	@Test
	void showsBothVersionsToTheSecondOfTwoPeople() throws Exception {
		add();
		assertThat(this.pages.sends(this.base + "/1/change", typed("who", "Theirs", "version", "0")).getRedirectedUrl())
			.isEqualTo(this.base + "/1");
		MockHttpServletResponse mine = this.pages.sends(this.base + "/1/change", typed("who", "Mine", "version", "0"));
		Document page = Pages.read(mine);
		assertThat(page.selectFirst(".app-conflict").text()).contains("saved this while you were working on it",
				"Theirs");
		assertThat(page.selectFirst("input[name=who]").val()).isEqualTo("Mine");
		assertThat(page.selectFirst("textarea[name='comments[0].words']").text())
			.isEqualTo("There is too little of it");
		String seen = page.selectFirst("input[name=version]").val();
		this.pages.sends(this.base + "/1/change", typed("who", "Mine", "version", seen));
		Document entry = this.pages.page(this.base + "/1");
		assertThat(entry.select("main .nhsuk-details__summary-text").eachText()).hasSize(3)
			.element(0)
			.asString()
			.startsWith("Changed");
		assertThat(entry.select("main .nhsuk-details__text").eachText().get(1)).contains("Who: Theirs");
		open();
		this.pages.sends(this.base + "/windows/1/change", window("how", "Theirs", "version", "0"));
		assertThat(Pages.read(this.pages.sends(this.base + "/windows/1/change", window("how", "Mine", "version", "0")))
			.selectFirst(".app-conflict")
			.text()).contains("Theirs");
		object();
		this.pages.sends(this.base + "/windows/1/objections/1", objection("words", "Theirs", "version", "0"));
		assertThat(Pages
			.read(this.pages.sends(this.base + "/windows/1/objections/1", objection("words", "Mine", "version", "0")))
			.selectFirst(".app-conflict")
			.text()).contains("Theirs");
	}

	@Test
	void recordsOnlyWhatChangesAndMakesOneOfAFormSentTwice() throws Exception {
		String id = UUID.randomUUID().toString();
		add("id", id);
		add("id", id);
		this.pages.sends(this.base + "/1/change", typed("version", "0"));
		assertThat(events("engagement")).hasSize(1);
		assertThat(Pages.read(add("id", id, "who", "Other")).selectFirst(".app-conflict")).isNotNull();
		open("id", id);
		open("id", id);
		assertThat(events("objection-window")).hasSize(1);
	}

	@Test
	void withdrawsWithAReasonAndPutsBack() throws Exception {
		add();
		assertThat(Pages.errors(this.pages.sends(this.base + "/1/withdrawal", "reason", " ", "version", "0")))
			.containsExactly("Enter why it is withdrawn");
		this.pages.sends(this.base + "/1/withdrawal", "reason", "Said twice", "version", "0");
		Document log = this.pages.page(this.base);
		assertThat(log.select(".app-engagement")).isEmpty();
		assertThat(log.text()).contains("What was withdrawn", "Said twice");
		assertThat(milestones()).isEmpty();
		assertThat(events("engagement.withdrawn").getFirst().reason()).isEqualTo("Said twice");
		this.pages.sends(this.base + "/1/change", typed("version", "1"));
		assertThat(milestones()).hasSize(1);
		open();
		this.pages.sends(this.base + "/windows/1/withdrawal", "reason", "Never sent", "version", "0");
		assertThat(milestones()).hasSize(1);
	}

	@Test
	void coversWhomTheGuidanceNamesWithItsSources() throws Exception {
		add();
		add("audience", "PATIENT_GROUPS", "who", "The fora", "held", "PLANNED", "whenKind", "SOME_TIME", "from.day",
				"1", "from.month", "1", "from.year", "2015", "to.day", "31", "to.month", "1", "to.year", "2015",
				"comments[0].theme", "", "comments[0].words", "", "comments[0].people", "");
		Document page = this.pages.page(this.base + "/coverage");
		assertThat(page.text()).contains("No model is recommended yet", "Seen from 29 January 2015.",
				"When the preferred option was put forward is not on record.",
				"Nobody on record as engaged: Local medical committee, Health and Wellbeing Board, Healthwatch, "
						+ "NHS England area team.");
		String practices = section(page, "Member practices");
		assertThat(practices).contains("Members and stakeholders took part before the proposal",
				"NHS England roadshow slides", "North locality meeting", "16 December 2014", "Before");
		assertThat(section(page, "Healthwatch")).contains("Members and stakeholders", "observe", "Nobody on record.");
		assertThat(section(page, "Patient participation groups")).contains("The guidance does not name them for this.",
				"January 2015", "Planned", "Cannot be told: only “January 2015” is recorded",
				"Cannot be told (planned only)");
		Document before = this.pages.page(this.base + "/coverage?asAt=2014-12-15");
		assertThat(section(before, "Member practices")).contains("Held later");
		assertThat(before.text()).contains("Nobody on record as engaged: Member practices");
		assertThat(this.pages.page(this.base + "/coverage?asAt=2015-01-09T12:00").text())
			.contains("Seen from 12 noon on 9 January 2015.");
		assertThat(this.pages.page(this.base + "/coverage?asAt=tomorrow").text()).contains("That is not a day");
	}

	private static String section(Document page, String heading) {
		return page.select("main section")
			.stream()
			.filter((section) -> section.selectFirst("h2").text().equals(heading))
			.findFirst()
			.orElseThrow()
			.text();
	}

	@Test
	void measuresAgainstTheDayOnWhichTheOptionWasPutForward() throws Exception {
		add("putForward", "true", "from.day", "23");
		add("who", "North East", "from.day", "24");
		String practices = section(this.pages.page(this.base + "/coverage"), "Member practices");
		assertThat(practices).contains("The preferred option was put forward: 23 December 2014",
				"The preferred option was put forward here.", "On the same day", "After", "1 on the same day, 1 after");
	}

	@Test
	void theTaskNamesWhomNobodyEngaged() throws Exception {
		assertThat(task()).contains("Nobody on record as engaged: Member practices, Local medical committee")
			.contains("Incomplete");
		for (String audience : List.of("MEMBER_PRACTICES", "LOCAL_MEDICAL_COMMITTEE", "HEALTH_AND_WELLBEING_BOARD",
				"HEALTHWATCH", "AREA_TEAM")) {
			add("audience", audience);
		}
		assertThat(task()).contains("Completed");
	}

	private String task() throws Exception {
		return this.pages.page("/" + this.organisation.slug() + this.appraisal.path())
			.select(".nhsuk-task-list__item")
			.stream()
			.filter((item) -> item.text().contains("Engage before the decision"))
			.findFirst()
			.orElseThrow()
			.text();
	}

	@Test
	void takesAFixedNumberOfStatements() throws Exception {
		add();
		open();
		object();
		Map<String, Integer> before = statements();
		for (int i = 0; i < 5; i++) {
			add("who", "Meeting " + i);
			open("put", "Proposal " + i);
			object("who", "Practice " + i);
		}
		assertThat(statements()).isEqualTo(before);
		assertThat(before).containsEntry("", 7).containsEntry("/1", 6).containsEntry("/windows/1", 4);
	}

	private Map<String, Integer> statements() throws Exception {
		Map<String, Integer> counted = new LinkedHashMap<>();
		for (String page : List.of("", "/1", "/1/change", "/new", "/coverage", "/windows/1", "/windows/1/change",
				"/windows/1/objections/1", "/log.csv")) {
			counted.put(page, Statements.during(() -> this.pages.opens(this.base + page)).size());
		}
		return counted;
	}

	@ParameterizedTest
	@ValueSource(strings = { "עברית", "<script>alert(1)</script>", "O’Neill & \"x\"", "no", "=1+1" })
	void keepsTextOfAnyScriptAsItIs(String text) throws Exception {
		add("who", text, "asked", text, "comments[0].words", text, "tookPart", text, "source", text);
		for (String page : List.of("", "/1", "/1/change", "/coverage")) {
			String html = this.pages.opens(this.base + page).getContentAsString();
			assertThat(html).doesNotContain("<script>alert");
			Document read = this.pages.page(this.base + page);
			assertThat(read.wholeText() + read.select("input").eachAttr("value")).contains(text);
		}
		assertThat(this.pages.opens(this.base + "/log.csv").getContentAsString())
			.contains(text.startsWith("=") ? "'" + text : text.replace("\"", "\"\""));
	}

	@Test
	void givesTheLogAsAFile() throws Exception {
		add();
		open();
		object();
		String csv = this.pages.opens(this.base + "/log.csv").getContentAsString();
		assertThat(csv.lines().toList()).hasSize(4);
		assertThat(csv)
			.contains("1,Engagement,Member practices,North locality meeting,,Held,16 December 2014,2014-12-16")
			.contains("1.1,Objection,Member practices,A practice,,In time,2015-01-09T11:59:59Z");
		assertThat(this.pages.opens(this.base + "/log.xlsx").getContentType()).contains("spreadsheetml");
	}

	@Test
	void isNotThereForAnotherOrganisation() throws Exception {
		add();
		open();
		object();
		Organisation other = this.organisations.establish();
		this.organisations.appraisal(other);
		Pages theirs = new Pages(this.mvc, this.organisations.person(other, Role.COMMISSIONING_MANAGER, null));
		String own = "/" + other.slug() + this.appraisal.path() + "/engagement";
		for (String page : List.of("/1", "/1/change", "/1/withdrawal", "/windows/1", "/windows/1/change",
				"/windows/1/objections/1", "/windows/1/objections/new")) {
			assertThat(theirs.status(own + page)).as(page).isEqualTo(404);
			assertThat(theirs.status(this.base + page)).as(page).isEqualTo(404);
		}
		assertThat(theirs.sends(own + "/1/change", typed("version", "0")).getStatus()).isEqualTo(404);
		assertThat(theirs.page(own).text()).contains("Nobody on record yet");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/99", "/0", "/windows/99", "/windows/1/objections/99", "/x" })
	void answers404ForWhatIsNotThere(String page) throws Exception {
		open();
		assertThat(this.pages.status(this.base + page)).isEqualTo(404);
	}

}
