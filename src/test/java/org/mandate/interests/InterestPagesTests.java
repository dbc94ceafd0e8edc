package org.mandate.interests;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mandate.AtOnce;
import org.mandate.MandateTest;
import org.mandate.MovableClock;
import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.audit.Trail;
import org.mandate.database.Statements;
import org.mandate.database.Tenant;

import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mandate.TestOrganisations.as;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

/**
 * Declaring, changing and ending interests; who sees which.
 */
@MandateTest
@Import(MovableClock.class)
class InterestPagesTests extends InterestPages {

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
		assertThat(AtOnce.times(8, () -> sent(base(), form, this.member).getStatus())).containsOnly(303);
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

	/** Where they begin, of their own return only. */
	@Test
	void tellsAMemberThatTheirReturnIsOverdueOrOld() throws Exception {
		String home = "/" + this.organisation.slug();
		this.clock.shows("2015-03-30T22:59:59Z");
		assertThat(page(home, this.member).text()).doesNotContain("return of interests");
		this.clock.shows("2015-03-30T23:00:00Z");
		Document overdue = page(home, this.member);
		assertThat(overdue.select(".nhsuk-inset-text").text())
			.contains("Your return of interests is overdue: it was due on 30 March 2015");
		assertThat(overdue.select(".nhsuk-inset-text a").attr("href")).isEqualTo(base());
		sent(base() + "/returns", Map.of(), this.guardian);
		assertThat(page(home, this.guardian).text()).doesNotContain("return of interests");
		assertThat(page(home, this.member).text()).contains("is overdue");
		sent(base(), form(), this.member);
		assertThat(page(home, this.member).text()).doesNotContain("return of interests");
		this.clock.shows("2015-10-02T09:00:00Z");
		assertThat(page(home, this.member).text()).contains("Your return of interests is older than six months");
		assertThat(Statements.during(() -> page(home, this.member))).hasSize(4);
		sent(base() + "/returns", Map.of(), this.member);
		assertThat(page(home, this.member).text()).doesNotContain("return of interests");
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

}
