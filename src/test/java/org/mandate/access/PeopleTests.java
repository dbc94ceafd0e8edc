package org.mandate.access;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandate.AtOnce;
import org.mandate.MandateTest;
import org.mandate.TestOrganisations;
import org.mandate.audit.Trail;
import org.mandate.database.Statements;
import org.mandate.database.Tenant;
import org.mandate.organisations.Locality;
import org.mandate.organisations.Organisation;
import org.mandate.organisations.Organisations;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/**
 * The administrator's pages for people.
 */
@MandateTest
class PeopleTests {

	private static final String PASSWORD = "kettle lorry plum";

	@Autowired
	private MockMvc mvc;

	@Autowired
	private TestOrganisations testOrganisations;

	@Autowired
	private Organisations organisations;

	@Autowired
	private People people;

	@Autowired
	private Invitations invitations;

	@Autowired
	private Trail trail;

	@Autowired
	private JdbcClient jdbc;

	private Organisation organisation;

	private Locality locality;

	private Member administrator;

	private String base;

	@BeforeEach
	void organisation() {
		this.organisation = this.testOrganisations.establish();
		this.locality = within(() -> this.organisations.addLocality("South West", null));
		this.administrator = this.testOrganisations.person(this.organisation, Role.ADMINISTRATOR, null);
		within(() -> {
			this.invitations.accept(this.invitations.issue(this.administrator.id()), PASSWORD);
			return true;
		});
		this.base = "/" + this.organisation.slug() + "/people";
	}

	private <R> R within(Callable<R> work) {
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

	private Document page(MockHttpServletRequestBuilder request) throws Exception {
		return Jsoup.parse(this.mvc.perform(request.with(SigningIn.as(this.administrator)))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsString());
	}

	private MvcResult send(String path, String... fields) throws Exception {
		MockHttpServletRequestBuilder request = post(this.base + path).with(csrf());
		for (int i = 0; i < fields.length; i += 2) {
			request.param(fields[i], fields[i + 1]);
		}
		return this.mvc.perform(request.with(SigningIn.as(this.administrator))).andReturn();
	}

	private Document refused(String path, String... fields) throws Exception {
		MvcResult result = send(path, fields);
		assertThat(result.getResponse().getStatus()).isEqualTo(200);
		Document page = Jsoup.parse(result.getResponse().getContentAsString());
		assertThat(page.title()).startsWith("Error: ");
		return page;
	}

	private static String beside(Document page, String field) {
		String error = page.select("#" + field + "-error").text();
		assertThat(page.select(".nhsuk-error-summary a[href=#" + field + "]").text()).isEqualTo(error.substring(7));
		return error;
	}

	private MemberId id(MvcResult result) {
		String target = String.valueOf(result.getResponse().getRedirectedUrl());
		assertThat(target).startsWith(this.base + "/");
		return new MemberId(UUID.fromString(target.substring(target.lastIndexOf('/') + 1)));
	}

	private MemberId add(String email, Role role) {
		return within(() -> this.people.add(email, "Somebody", null, Set.of(role),
				(role == Role.LOCALITY_DIRECTOR) ? this.locality.id() : null));
	}

	private MemberId joined(Role role) {
		MemberId id = add(UUID.randomUUID() + "@example.org", role);
		return within(() -> {
			this.invitations.accept(this.invitations.issue(id), PASSWORD);
			return id;
		});
	}

	private List<Trail.Entry> trail() {
		return within(() -> this.trail.events(null, 0, 50));
	}

	@Test
	void addsAPersonAndShowsTheirLinkOnce() throws Exception {
		MvcResult added = send("", "name", " Dr 佐藤 🩺 ", "email", "Sato@Example.org", "jobTitle", "", "roles",
				"LOCALITY_DIRECTOR", "roles", "GOVERNING_BODY_MEMBER", "locality", this.locality.id().toString());
		String target = this.base + "/" + id(added).id();
		Document shown = page(get(target).cookie(added.getResponse().getCookies()));
		String link = shown.select("#link").text();
		assertThat(link).matches("http://localhost/" + this.organisation.slug() + "/invitations/[\\w-]{43}");
		assertThat(shown.text()).contains("Dr 佐藤 🩺", "sato@example.org", "Invited",
				"Locality clinical director, South West; Governing body member");
		assertThat(page(get(target).cookie(added.getResponse().getCookies())).select("#link")).isEmpty();
		Document list = page(get(this.base));
		assertThat(list.select("tbody tr").eachText()).anyMatch((row) -> row.contains("Dr 佐藤 🩺")
				&& row.contains("Invited") && row.contains("Locality clinical director, South West"));
		assertThat(list.select("tbody tr").eachText())
			.anyMatch((row) -> row.contains(this.administrator.name()) && row.contains("Active"));
		assertThat(trail()).extracting(Trail.Entry::action).startsWith("person.invited", "person.added");
		assertThat(trail().getFirst().actorName()).isEqualTo(this.administrator.name());
	}

	@Test
	void listsAnyNumberOfPeopleWithTheSameStatements() throws Exception {
		List<String> few = Statements.during(() -> page(get(this.base)));
		for (int i = 0; i < 5; i++) {
			add(UUID.randomUUID() + "@example.org", Role.LOCALITY_DIRECTOR);
		}
		assertThat(Statements.during(() -> page(get(this.base)))).hasSameSizeAs(few).hasSizeLessThanOrEqualTo(2);
	}

	@Test
	void keepsWhatWasTypedAndSaysBesideEachFieldWhatIsMissing() throws Exception {
		Document page = refused("", "name", " ", "email", "", "jobTitle", "Lead nurse");
		assertThat(beside(page, "name")).isEqualTo("Error: Enter a name");
		assertThat(beside(page, "email")).isEqualTo("Error: Enter an email address");
		assertThat(beside(page, "roles")).isEqualTo("Error: Choose at least one role");
		assertThat(page.select("#jobTitle").val()).isEqualTo("Lead nurse");
		assertThat(
				beside(refused("", "name", "Jane", "email", "j@example.org", "roles", "LOCALITY_DIRECTOR"), "locality"))
			.contains("Choose the locality");
		assertThat(beside(refused("", "name", "Jane", "email", "j@example.org", "roles", "LOCALITY_DIRECTOR",
				"locality", "\0' or 1=1"), "locality"))
			.contains("Choose the locality");
		assertThat(beside(refused("", "name", "Jane", "email", "j@example.org", "roles", "EMPEROR"), "roles"))
			.contains("Choose at least one role");
	}

	@ParameterizedTest
	@ValueSource(strings = { "a\0b", "Jane \u202eeod", "Jane\nDoe", "\u0007" })
	void refusesNamesThatDoNotShowWhatTheyAre(String name) throws Exception {
		assertThat(
				beside(refused("", "name", name, "email", "j@example.org", "jobTitle", name, "roles", "CHAIR"), "name"))
			.contains("must not contain characters that cannot be seen");
	}

	@Test
	void takesNamesOfAnyScriptUpToTheirLength() throws Exception {
		for (String name : List.of("محمد بن سلمان", "דבורה", "😀".repeat(100), "x".repeat(100))) {
			MvcResult added = send("", "name", name, "email", UUID.randomUUID() + "@example.org", "roles", "CHAIR");
			assertThat(page(get(this.base + "/" + id(added).id())).select("h1").text()).endsWith(name);
		}
		for (String name : List.of("😀".repeat(101), "x".repeat(100_000))) {
			assertThat(beside(refused("", "name", name, "email", "j@example.org", "roles", "CHAIR"), "name"))
				.contains("100 characters or fewer");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "jane", "jane@", "@example.org", "jane@example", "jane doe@example.org", "j\0@example.org",
			"ژن@example.org", "😀@example.org", "jane@exam\u202eple.org", "jane@example.org, bob@example.org" })
	void refusesWhatIsNoEmailAddress(String email) throws Exception {
		assertThat(beside(refused("", "name", "Jane", "email", email, "roles", "CHAIR"), "email"))
			.isEqualTo("Error: Enter an email address in the correct format, like name@example.org");
	}

	@Test
	void refusesAnEmailAddressThatIsTakenInAnyCase() throws Exception {
		String email = UUID.randomUUID() + "@example.org";
		add(email, Role.CHAIR);
		assertThat(beside(
				refused("", "name", "Jane", "email", " " + email.toUpperCase(Locale.ROOT) + " ", "roles", "CHAIR"),
				"email"))
			.isEqualTo("Error: Somebody in this organisation already has this email address");
		assertThat(beside(refused("", "name", "Jane", "email", "x".repeat(250) + "@example.org", "roles", "CHAIR"),
				"email"))
			.contains("254 characters or fewer");
		Organisation other = this.testOrganisations.establish();
		Tenant.run(other.id(), () -> this.people.add(email, "Jane", null, Set.of(Role.CHAIR), null));
	}

	@Test
	void makesOnePersonOfAnAddressSentTwiceAtOnce() throws Exception {
		String email = UUID.randomUUID() + "@example.org";
		List<String> outcomes = both(() -> outcome(() -> add(email, Role.CHAIR)),
				() -> outcome(() -> add(email, Role.CHAIR)));
		assertThat(outcomes).containsExactlyInAnyOrder("done", "EmailTaken");
	}

	@Test
	void changesRolesAndEndsThePersonsSessions() throws Exception {
		MemberId person = joined(Role.LOCALITY_DIRECTOR);
		session(person);
		session(this.administrator.id());
		Document form = page(get(this.base + "/" + person.id()));
		assertThat(form.select("input[name=roles][checked]").eachAttr("value")).containsExactly("LOCALITY_DIRECTOR");
		assertThat(form.select("#locality option[selected]").text()).isEqualTo("South West");
		MvcResult changed = send("/" + person.id(), "roles", "COMMISSIONING_MANAGER", "locality",
				this.locality.id().toString());
		assertThat(changed.getResponse().getRedirectedUrl()).isEqualTo(this.base + "/" + person.id());
		PersonSummary summary = within(() -> this.people.summary(person));
		assertThat(summary.roles()).containsExactly(Role.COMMISSIONING_MANAGER);
		assertThat(summary.locality()).isNull();
		assertThat(sessions(person)).isZero();
		assertThat(sessions(this.administrator.id())).isOne();
		assertThat(trail().getFirst().summary()).isEqualTo("Somebody is now commissioning manager");
		assertThat(beside(refused("/" + person.id(), "roles", "LOCALITY_DIRECTOR", "locality", ""), "locality"))
			.contains("Choose the locality");
		assertThat(beside(refused("/" + person.id()), "roles")).contains("Choose at least one role");
	}

	@Test
	void deactivatesWithAReasonAndLetsBackInWithANewLink() throws Exception {
		MemberId person = joined(Role.CHAIR);
		session(person);
		LinkSecret unused = within(() -> this.invitations.issue(person));
		String path = "/" + person.id() + "/deactivation";
		assertThat(beside(refused(path, "reason", " "), "reason")).isEqualTo("Error: Enter the reason");
		assertThat(beside(refused(path, "reason", "a\0"), "reason")).contains("cannot be seen");
		assertThat(beside(refused(path, "reason", "x".repeat(501)), "reason")).contains("500 characters or fewer");
		assertThat(send(path, "reason", "Left\r\nthe CCG").getResponse().getRedirectedUrl()).isEqualTo(this.base);
		assertThat(sessions(person)).isZero();
		assertThat(trail().getFirst()).satisfies((entry) -> {
			assertThat(entry.action()).isEqualTo("person.deactivated");
			assertThat(entry.reason()).startsWith("Left");
		});
		assertThat(page(get(this.base)).select("tbody tr").last().text()).contains("Deactivated");
		assertThat(within(() -> this.people.active())).noneMatch((member) -> member.id().equals(person));
		MvcResult back = send("/" + person.id() + "/reactivation");
		assertThat(
				page(get(this.base + "/" + person.id()).cookie(back.getResponse().getCookies())).select("#link").text())
			.contains("/invitations/");
		assertThat(within(() -> this.invitations.invited(unused))).isEmpty();
		assertThat(within(() -> this.people.summary(person)).state()).isEqualTo(PersonSummary.State.INVITED);
	}

	@Test
	void keepsTheLastAdministratorWhoCanSignIn() throws Exception {
		add(UUID.randomUUID() + "@example.org", Role.ADMINISTRATOR);
		String own = "/" + this.administrator.id().id();
		assertThat(beside(refused(own, "roles", "CHAIR"), "roles")).contains("Nobody else can act as administrator");
		assertThat(refused(own + "/deactivation", "reason", "Tired").select(".nhsuk-error-summary").text())
			.contains("Nobody else can act as administrator");
		joined(Role.ADMINISTRATOR);
		assertThat(send(own, "roles", "CHAIR").getResponse().getStatus()).isBetween(300, 399);
	}

	@Test
	void keepsOneOfTwoAdministratorsWhoRemoveEachOther() throws Exception {
		MemberId second = joined(Role.ADMINISTRATOR);
		List<String> outcomes = both(() -> outcome(() -> within(() -> {
			this.people.deactivate(second, "Gone");
			return true;
		})), () -> outcome(() -> within(() -> {
			this.people.changeRoles(this.administrator.id(), Set.of(Role.CHAIR), null);
			return true;
		})));
		assertThat(outcomes).containsExactlyInAnyOrder("done", "LastAdministrator");
	}

	@Test
	void findsNobodyOfAnotherOrganisation() throws Exception {
		Organisation other = this.testOrganisations.establish();
		MemberId stranger = this.testOrganisations.person(other, Role.CHAIR, null).id();
		for (String path : List.of("", "/invitation", "/reactivation")) {
			assertThat(send("/" + stranger.id() + path, "roles", "CHAIR").getResponse().getStatus()).isEqualTo(404);
		}
		assertThat(send("/" + stranger.id() + "/deactivation", "reason", "x").getResponse().getStatus()).isEqualTo(404);
		this.mvc.perform(get(this.base + "/" + stranger.id()).with(SigningIn.as(this.administrator)))
			.andExpect(status().isNotFound());
		this.mvc.perform(get(this.base + "/everybody").with(SigningIn.as(this.administrator)))
			.andExpect(status().isNotFound());
		assertThatExceptionOfType(LocalityNeeded.class).isThrownBy(
				() -> within(() -> this.people.add("d@example.org", "D", null, Set.of(Role.LOCALITY_DIRECTOR), null)));
	}

	private String outcome(Callable<?> work) throws Exception {
		try {
			work.call();
			return "done";
		}
		catch (EmailTaken | LastAdministrator ex) {
			return ex.getClass().getSimpleName();
		}
	}

	private static List<String> both(Callable<String> one, Callable<String> other) throws Exception {
		return AtOnce.all(List.of(one, other));
	}

	private void session(MemberId person) {
		String id = UUID.randomUUID().toString();
		this.jdbc.sql("""
				insert into spring_session (primary_id, session_id, creation_time, last_access_time,
					max_inactive_interval, expiry_time, principal_name) values (:id, :id, 0, 0, 1, 1, :person)
				""").param("id", id).param("person", person.id().toString()).update();
	}

	private int sessions(MemberId person) {
		return this.jdbc.sql("select count(*) from spring_session where principal_name = :person")
			.param("person", person.id().toString())
			.query(Integer.class)
			.single();
	}

}
