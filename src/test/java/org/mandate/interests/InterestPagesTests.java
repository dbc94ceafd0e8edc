package org.mandate.interests;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mandate.MandateTest;
import org.mandate.MovableClock;
import org.mandate.TestOrganisations;
import org.mandate.access.Member;
import org.mandate.access.Role;
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

/**
 * Declaring, changing, ending and reviewing interests; who sees which; whose return is
 * overdue.
 */
@MandateTest
@Import(MovableClock.class)
class InterestPagesTests {

	@Autowired
	private MockMvc mvc;

	@Autowired
	private Interests interests;

	@Autowired
	private TestOrganisations organisations;

	@Autowired
	private MovableClock clock;

	@Autowired
	private Trail trail;

	private Organisation organisation;

	private Member member;

	private Member guardian;

	@BeforeEach
	void join() {
		this.clock.shows("2015-03-02T09:00:00Z");
		this.organisation = this.organisations.establish();
		this.member = this.organisations.person(this.organisation, Role.GOVERNING_BODY_MEMBER, null);
		this.guardian = this.organisations.person(this.organisation, Role.CONFLICTS_GUARDIAN, null);
	}

	private String base() {
		return "/" + this.organisation.slug() + "/interests";
	}

	private Map<String, String> form() {
		Map<String, String> form = new LinkedHashMap<>();
		form.put("key", UUID.randomUUID().toString());
		form.put("position", "Lay member");
		form.put("type", "FINANCIAL");
		form.put("description", "Director of Invented Care Ltd");
		form.put("began.day", "20");
		form.put("began.month", "2");
		form.put("began.year", "2015");
		form.put("consent", "yes");
		return form;
	}

	private MockHttpServletResponse sent(String path, Map<String, String> form, Member by) throws Exception {
		MockHttpServletRequestBuilder request = post(path).with(csrf()).with(as(by));
		form.forEach(request::param);
		return this.mvc.perform(request).andReturn().getResponse();
	}

	private static List<String> errors(MockHttpServletResponse response) throws Exception {
		return Jsoup.parse(response.getContentAsString()).select(".nhsuk-error-summary__list a").eachText();
	}

	private int status(String path, Member by) throws Exception {
		return this.mvc.perform(get(path).with(as(by))).andReturn().getResponse().getStatus();
	}

	private Document page(String path, Member by) throws Exception {
		MockHttpServletResponse response = this.mvc.perform(get(path).with(as(by))).andReturn().getResponse();
		assertThat(response.getStatus()).as(path).isEqualTo(200);
		return Jsoup.parse(response.getContentAsString());
	}

	private List<Declaration> declared(Member holder) {
		return Tenant.call(this.organisation.id(), () -> this.interests.holder(holder.id())).declarations();
	}

	private String one() {
		return base() + "/" + declared(this.member).getFirst().id();
	}

	private static void date(Map<String, String> form, String field, LocalDate date) {
		form.put(field + ".day", Integer.toString(date.getDayOfMonth()));
		form.put(field + ".month", Integer.toString(date.getMonthValue()));
		form.put(field + ".year", Integer.toString(date.getYear()));
	}

	private Map<String, String> change(int seen, String description) {
		Map<String, String> form = form();
		form.put("seen", Integer.toString(seen));
		form.put("description", description);
		date(form, "changed", LocalDate.of(2015, 3, 1));
		return form;
	}

	private Map<String, String> review(int seen, String outcome, String action, String reason) {
		Map<String, String> form = new LinkedHashMap<>();
		form.put("seen", Integer.toString(seen));
		form.put("outcome", outcome);
		form.put("action", action);
		form.put("reason", reason);
		return form;
	}

	@Test
	void declaresAnInterestThatOnlyItsHolderTheGuardianAndTheAdministratorSee() throws Exception {
		Map<String, String> form = form();
		form.put("description", "Director <script>alert(1)</script>");
		form.put("mitigation", "Leave for what concerns it");
		assertThat(sent(base(), form, this.member).getRedirectedUrl()).isEqualTo(base());
		assertThat(page(base(), this.member).select("tbody tr").text())
			.contains("Director <script>alert(1)</script>", "Financial", "20 February 2015 to now", "Awaiting review")
			.doesNotContain("late");
		Member administrator = this.organisations.person(this.organisation, Role.ADMINISTRATOR, null);
		for (Member reader : List.of(this.member, this.guardian, administrator)) {
			assertThat(page(one(), reader).text()).contains("Leave for what concerns it", "Lay member");
		}
		Member other = this.organisations.person(this.organisation, Role.CHAIR, null);
		for (String path : List.of(one(), one() + "/change", one() + "/end")) {
			assertThat(status(path, other)).as(path).isEqualTo(404);
		}
		assertThat(page(base(), other).text()).doesNotContain("Director");
		assertThat(sent(one() + "/change", change(1, "Theirs"), this.guardian).getStatus()).isEqualTo(404);
		assertThat(Tenant.call(this.organisation.id(), () -> this.trail.events(null, 0, 3)))
			.extracting(Trail.Entry::summary)
			.contains("Declared an interest");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			position     | ' '        | Enter your position, or your relationship with the CCG
			type         | GIFT       | Choose the type of interest
			type         | INDIRECT   | Enter your relationship with the person who has the interest
			description  | ''         | Enter what the interest is
			description  | '...'      | Enter what the interest is
			began.day    | 31         | Enter a real date, such as 9 1 2015
			began.year   | 15         | Enter a real date, such as 9 1 2015
			began.year   | 1066       | Enter a real date, such as 9 1 2015
			began.year   | 2016       | Enter a date that is today or in the past
			ended.day    | 1          | Enter a real date, such as 9 1 2015
			ended.day    | 19/2/2015  | The interest cannot have ended before it began
			ended.day    | 3/3/2015   | Enter a date that is today or in the past
			consent      | ''         | Choose whether this may be published
			consent      | no         | Enter why this must not be published
			""")
	void saysWhatIsWrongBesideTheField(String field, String typed, String message) throws Exception {
		Map<String, String> form = form();
		form.put(field, typed);
		MockHttpServletResponse response = sent(base(), form, this.member);
		assertThat(response.getStatus()).isEqualTo(200);
		assertThat(errors(response)).containsExactly(message);
		assertThat(Jsoup.parse(response.getContentAsString()).select(".nhsuk-error-message")).hasSize(1);
		assertThat(declared(this.member)).isEmpty();
	}

	@Test
	void refusesWhatCannotBeSeenAndAMegabyteAndKeepsIt() throws Exception {
		Map<String, String> form = form();
		form.put("description", "\u200B\u200B");
		assertThat(errors(sent(base(), form, this.member))).containsExactly("Enter what the interest is");
		form.put("description", "Director \u202E dtL");
		assertThat(errors(sent(base(), form, this.member))).singleElement().asString().contains("cannot be seen");
		form.put("description", "x\0y");
		assertThat(errors(sent(base(), form, this.member))).singleElement().asString().contains("cannot be seen");
		form.put("description", "x".repeat(1_000_000));
		MockHttpServletResponse response = sent(base(), form, this.member);
		assertThat(errors(response)).containsExactly("The description must be 1,000 characters or fewer");
		assertThat(Jsoup.parse(response.getContentAsString())
			.selectFirst("textarea[name=description]")
			.wholeText()
			.strip()).hasSize(1_000_000);
		assertThat(declared(this.member)).isEmpty();
	}

	@Test
	void isDeclaredOnceHoweverOftenTheFormIsSent() throws Exception {
		Map<String, String> form = form();
		try (var threads = Executors.newFixedThreadPool(6)) {
			List<Callable<Integer>> sending = Collections.nCopies(8, () -> sent(base(), form, this.member).getStatus());
			for (Future<Integer> answered : threads.invokeAll(sending)) {
				assertThat(answered.get()).isEqualTo(303);
			}
		}
		assertThat(declared(this.member)).hasSize(1);
		form.put("description", "Another");
		assertThat(errors(sent(base(), form, this.member))).singleElement()
			.asString()
			.startsWith("This form was sent already");
		assertThat(declared(this.member)).hasSize(1);
	}

	@Test
	void saysThatADeclarationIsLate() throws Exception {
		this.clock.shows("2015-06-01T09:00:00Z");
		Map<String, String> form = form();
		date(form, "began", LocalDate.of(2015, 5, 4));
		sent(base(), form, this.member);
		assertThat(declared(this.member).getFirst().latest().late()).isFalse();
		form.put("key", UUID.randomUUID().toString());
		form.put("description", "Shares");
		date(form, "began", LocalDate.of(2015, 5, 3));
		sent(base(), form, this.member);
		assertThat(page(base(), this.member).select("tbody tr:contains(Shares)").text()).contains("Declared late");
		assertThat(page(base() + "/register", this.guardian).text()).contains("Late: due by 31 May 2015");
	}

	/** Nobody had to declare anything before they joined. */
	@Test
	void countsTheDaysFromJoining() throws Exception {
		Map<String, String> form = form();
		date(form, "began", LocalDate.of(2001, 1, 1));
		this.clock.shows("2015-03-30T22:59:59Z");
		sent(base(), form, this.member);
		assertThat(declared(this.member).getFirst().latest().late()).isFalse();
		this.clock.shows("2015-03-30T23:00:00Z");
		form.put("key", UUID.randomUUID().toString());
		sent(base(), form, this.member);
		assertThat(declared(this.member).getLast().latest().late()).isTrue();
	}

	@Test
	void keepsTheOldWordsOfAChangeAndShowsBothVersionsOfTwo() throws Exception {
		sent(base(), form(), this.member);
		Map<String, String> missing = change(1, "Chair of Invented Care Ltd");
		missing.put("changed.year", "");
		assertThat(errors(sent(one() + "/change", missing, this.member)))
			.containsExactly("Enter a real date, such as 9 1 2015");
		assertThat(sent(one() + "/change", change(1, "Chair of Invented Care Ltd"), this.member).getRedirectedUrl())
			.isEqualTo(base());
		sent(one() + "/change", change(1, "Chair of Invented Care Ltd"), this.member);
		assertThat(declared(this.member).getFirst().versions()).hasSize(2);
		assertThat(page(one(), this.guardian).select("details").eachText()).hasSize(2)
			.first()
			.asString()
			.contains("Version 2", "Chair of");
		assertThat(page(one(), this.guardian).select("details").last().text()).contains("Director of");
		Document conflict = Jsoup.parse(sent(one() + "/change", change(1, "Mine"), this.member).getContentAsString());
		assertThat(conflict.selectFirst(".app-conflict").text()).contains("Chair of Invented Care Ltd");
		assertThat(conflict.selectFirst("textarea[name=description]").wholeText().strip()).isEqualTo("Mine");
		assertThat(conflict.selectFirst("input[name=seen]").val()).isEqualTo("2");
	}

	@Test
	void endsAnInterest() throws Exception {
		sent(base(), form(), this.member);
		Map<String, String> end = new LinkedHashMap<>(Map.of("seen", "1"));
		assertThat(errors(sent(one() + "/end", end, this.member))).containsExactly("Enter the date the interest ended");
		date(end, "ended", LocalDate.of(2015, 2, 19));
		assertThat(errors(sent(one() + "/end", end, this.member)))
			.containsExactly("The interest cannot have ended before it began");
		date(end, "ended", LocalDate.of(2015, 3, 2));
		end.put("seen", "7");
		assertThat(Jsoup.parse(sent(one() + "/end", end, this.member).getContentAsString()).select(".app-conflict"))
			.hasSize(1);
		end.put("seen", "1");
		assertThat(sent(one() + "/end", end, this.member).getRedirectedUrl()).isEqualTo(base());
		assertThat(page(one(), this.member).text()).contains("2 March 2015").doesNotContain("It has ended");
		Tenant.run(this.organisation.id(), () -> {
			assertThat(this.interests.of(this.member.id())).isEmpty();
			assertThat(this.interests.standing()).isEmpty();
		});
	}

	@Test
	void showsTheGuardianWhoHasReturnedNothingAndWhoseReturnIsOld() throws Exception {
		assertThat(states()).containsExactly("No return yet", "No return yet");
		this.clock.shows("2015-03-30T12:00:00Z");
		assertThat(states()).containsExactly("No return yet", "No return yet");
		this.clock.shows("2015-03-30T23:00:00Z");
		assertThat(states()).containsExactly("Overdue", "Overdue");
		assertThat(page(base(), this.member).text()).contains("Your return is overdue", "30 March 2015");
		sent(base() + "/returns", Map.of(), this.member);
		sent(base() + "/returns", Map.of(), this.member);
		assertThat(page(base() + "/register", this.guardian).select("table").last().text()).contains("Up to date",
				"Nothing to declare");
		this.clock.shows("2015-09-30T12:00:00Z");
		assertThat(states()).containsExactlyInAnyOrder("Overdue", "Up to date");
		this.clock.moves(Duration.ofDays(1));
		assertThat(states()).containsExactlyInAnyOrder("Overdue", "Older than 6 months");
		sent(base(), form(), this.member);
		assertThat(states()).containsExactlyInAnyOrder("Overdue", "Up to date");
		assertThat(page(base(), this.member).text()).contains("Confirm that all is right");
		List<String> summaries = Tenant.call(this.organisation.id(), () -> this.trail.events(null, 0, 20))
			.stream()
			.map(Trail.Entry::summary)
			.toList();
		assertThat(summaries).containsOnlyOnce("Declared no interests");
	}

	private List<String> states() throws Exception {
		return page(base() + "/register", this.guardian).select("table").last().select(".nhsuk-tag").eachText();
	}

	@Test
	void asksForMoreThenAcceptsWithTheActionAgreed() throws Exception {
		sent(base(), form(), this.member);
		String review = one() + "/review";
		assertThat(errors(sent(review, Map.of("seen", "1"), this.guardian)))
			.containsExactly("Choose whether you accept the declaration");
		assertThat(errors(sent(review, review(1, "more", "", " "), this.guardian)))
			.containsExactly("Enter what more you ask for");
		assertThat(errors(sent(review, review(1, "accept", "", ""), this.guardian))).singleElement()
			.asString()
			.startsWith("Enter the action agreed");
		sent(review, review(1, "more", "", "Since when, and how many shares?"), this.guardian);
		assertThat(page(one(), this.member).text()).contains("More asked for",
				"The guardian asks: Since when, and how many shares?");
		sent(one() + "/change", change(1, "Director, 10 shares"), this.member);
		Document conflict = Jsoup
			.parse(sent(review, review(1, "accept", "Leaves the meeting", ""), this.guardian).getContentAsString());
		assertThat(conflict.selectFirst(".app-conflict").text()).contains("10 shares");
		assertThat(sent(review, review(2, "accept", "Leaves the meeting", ""), this.guardian).getRedirectedUrl())
			.isEqualTo(base() + "/register");
		assertThat(page(one(), this.member).text()).contains("Accepted", "Action agreed: Leaves the meeting");
	}

	@Test
	void decidesOnARefusalOfConsent() throws Exception {
		Map<String, String> form = form();
		form.put("consent", "no");
		form.put("refusal", "My safety");
		sent(base(), form, this.member);
		Map<String, String> review = review(1, "accept", "None needed", "");
		assertThat(errors(sent(one() + "/review", review, this.guardian)))
			.containsExactly("Choose whether you agree to the refusal of consent");
		review.put("refusal", "not-agreed");
		assertThat(errors(sent(one() + "/review", review, this.guardian)))
			.containsExactly("Enter why you do not agree to the refusal");
		review.put("reason", "It is public already");
		sent(one() + "/review", review, this.guardian);
		assertThat(page(one(), this.member).text()).contains("Consent asked for",
				"The guardian asks: It is public already", "The refusal of consent is not agreed");
		review.put("refusal", "agreed");
		sent(one() + "/review", review, this.guardian);
		assertThat(page(one(), this.member).text()).contains("stays off the public register");
	}

	@Test
	void letsNobodyReviewTheirOwn() throws Exception {
		sent(base(), form(), this.guardian);
		String review = base() + "/" + declared(this.guardian).getFirst().id() + "/review";
		assertThat(status(review, this.guardian)).isEqualTo(403);
		assertThat(sent(review, review(1, "accept", "None", ""), this.guardian).getStatus()).isEqualTo(403);
		assertThat(page(base() + "/register", this.guardian).text()).contains("Yours: another guardian reviews it");
		Member second = this.organisations.person(this.organisation, Role.CONFLICTS_GUARDIAN, null);
		assertThat(sent(review, review(1, "accept", "None", ""), second).getStatus()).isEqualTo(303);
	}

	@Test
	void takesTheSameStatementsForOneDeclarationAsForMany() throws Exception {
		sent(base(), form(), this.member);
		sent(one() + "/review", review(1, "more", "", "More"), this.guardian);
		List<String> few = Statements.during(() -> page(base() + "/register", this.guardian));
		List<String> mine = Statements.during(() -> page(base(), this.member));
		for (int i = 0; i < 10; i++) {
			sent(base(), form(), this.organisations.person(this.organisation, Role.CHAIR, null));
			sent(base(), form(), this.member);
		}
		assertThat(Statements.during(() -> page(base() + "/register", this.guardian))).hasSameSizeAs(few)
			.hasSizeLessThanOrEqualTo(4);
		assertThat(Statements.during(() -> page(base(), this.member))).hasSameSizeAs(mine).hasSizeLessThanOrEqualTo(4);
	}

}
