package org.mandate.access;

import java.util.Set;
import java.util.UUID;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mandate.MandateTest;
import org.mandate.TestOrganisations;
import org.mandate.audit.Trail;
import org.mandate.database.Tenant;
import org.mandate.organisations.Organisation;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/**
 * One-time links, and the passwords chosen by them and later.
 */
@MandateTest
class InvitationTests {

	private static final String PASSWORD = "kettle lorry plum";

	private static final String OTHER = "marble canoe thirteen";

	@Autowired
	private MockMvc mvc;

	@Autowired
	private TestOrganisations organisations;

	@Autowired
	private People people;

	@Autowired
	private Invitations invitations;

	@Autowired
	private Trail trail;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionTemplate transaction;

	private Organisation organisation;

	private String org;

	private String email;

	private MemberId person;

	@BeforeEach
	void person() {
		this.organisation = this.organisations.establish();
		this.org = "/" + this.organisation.slug();
		this.email = UUID.randomUUID() + "@example.org";
		this.person = Tenant.call(this.organisation.id(),
				() -> this.people.add(this.email, "Jane Doe", "Nurse", Set.of(Role.CHAIR), null));
	}

	private String link() {
		return this.org + "/invitations/"
				+ Tenant.call(this.organisation.id(), () -> this.invitations.issue(this.person)).value();
	}

	private ResultActions choose(String link, String password, String again) throws Exception {
		return this.mvc.perform(post(link).with(csrf()).param("password", password).param("again", again));
	}

	private void canSignIn(String password, boolean can) throws Exception {
		this.mvc
			.perform(post(this.org + "/sign-in").with(csrf()).param("email", this.email).param("password", password))
			.andExpect(redirectedUrl(can ? this.org : this.org + "/sign-in?problem=wrong"));
	}

	private static Document page(ResultActions result) throws Exception {
		return Jsoup.parse(result.andReturn().getResponse().getContentAsString());
	}

	@Test
	void letsThePersonChooseAPasswordOnce() throws Exception {
		String link = link();
		for (int i = 0; i < 3; i++) {
			Document page = page(this.mvc.perform(get(link)).andExpect(status().isOk()));
			assertThat(page.text()).contains("Jane Doe", this.email, this.organisation.name());
			assertThat(page.select("input[type=password]").eachAttr("autocomplete")).containsExactly("new-password",
					"new-password");
		}
		choose(link, PASSWORD, PASSWORD).andExpect(redirectedUrl(this.org + "/sign-in"));
		canSignIn(PASSWORD, true);
		choose(link, OTHER, OTHER).andExpect(status().isNotFound());
		assertThat(page(this.mvc.perform(get(link)).andExpect(status().isNotFound())).text())
			.contains("This link no longer works");
		canSignIn(OTHER, false);
		Trail.Entry last = Tenant.call(this.organisation.id(), () -> this.trail.events(null, 0, 1)).getFirst();
		assertThat(last.summary()).isEqualTo("Jane Doe chose a password");
		assertThat(last.actorName()).isEqualTo("Jane Doe");
	}

	@Test
	void keepsTheHashOfTheLinkOnly() {
		String token = link().substring((this.org + "/invitations/").length());
		byte[] kept = Tenant.call(this.organisation.id(),
				() -> this.transaction.execute((status) -> this.jdbc.sql("select token_sha256 from invitation")
					.query((row, number) -> row.getBytes(1))
					.single()));
		assertThat(kept).hasSize(32).isEqualTo(new LinkSecret(token).sha256());
		assertThat(new LinkSecret(token).toString()).doesNotContain(token);
	}

	@Test
	void voidsALinkWhenANewerOneIsMadeAndAfterSevenDays() throws Exception {
		String older = link();
		String newer = link();
		this.mvc.perform(get(older)).andExpect(status().isNotFound());
		this.mvc.perform(get(newer)).andExpect(status().isOk());
		Tenant.run(this.organisation.id(), () -> this.transaction.executeWithoutResult((status) -> {
			assertThat(this.jdbc.sql("""
					select count(*) from invitation where expires_at between now() + interval '6 days 23 hours'
						and now() + interval '7 days'
					""").query(Integer.class).single()).isOne();
			this.jdbc.sql("update invitation set expires_at = now() - interval '1 second'").update();
		}));
		this.mvc.perform(get(newer)).andExpect(status().isNotFound());
		choose(newer, PASSWORD, PASSWORD).andExpect(status().isNotFound());
	}

	@Test
	void worksInItsOwnOrganisationOnly() throws Exception {
		String link = link();
		String elsewhere = "/" + this.organisations.establish().slug();
		this.mvc.perform(get(link.replace(this.org, elsewhere))).andExpect(status().isNotFound());
		choose(link.replace(this.org, elsewhere), PASSWORD, PASSWORD).andExpect(status().isNotFound());
		this.mvc.perform(get(this.org + "/invitations/" + "x".repeat(5000))).andExpect(status().isNotFound());
		this.mvc.perform(get(link)).andExpect(status().isOk());
	}

	@Test
	void saysWhatIsWrongWithAPasswordAndNeverSendsItBack() throws Exception {
		String link = link();
		refused(link, "", "", "password", "Enter a password");
		refused(link, "short", "short", "password", "Password must be 12 characters or more");
		refused(link, "Password2015!", "Password2015!", "password", "easy to guess");
		refused(link, this.email, this.email, "password", "must not be your name");
		refused(link, this.organisation.name(), this.organisation.name(), "password", "must not be your name");
		refused(link, "kettle\0lorry plum", "kettle\0lorry plum", "password", "cannot be typed");
		refused(link, PASSWORD, OTHER, "again", "Type the same password again");
		choose(link, PASSWORD, PASSWORD).andExpect(status().is3xxRedirection());
	}

	private void refused(String link, String password, String again, String field, String message) throws Exception {
		Document page = page(choose(link, password, again).andExpect(status().isOk()));
		assertThat(page.title()).startsWith("Error: ");
		assertThat(page.select("#" + field + "-error").text()).contains(message);
		assertThat(page.select(".nhsuk-error-summary a[href=#" + field + "]").text()).contains(message);
		assertThat(page.select("input[type=password]")).hasSize(2).allMatch((input) -> input.val().isEmpty());
	}

	@Test
	void replacesAForgottenPasswordAndEndsItsSessions() throws Exception {
		choose(link(), PASSWORD, PASSWORD);
		this.jdbc.sql("""
				insert into spring_session (primary_id, session_id, creation_time, last_access_time,
					max_inactive_interval, expiry_time, principal_name) values (:id, :id, 0, 0, 1, 1, :person)
				""").param("id", UUID.randomUUID().toString()).param("person", this.person.id().toString()).update();
		String link = link();
		canSignIn(PASSWORD, true);
		choose(link, OTHER, OTHER).andExpect(status().is3xxRedirection());
		assertThat(this.jdbc.sql("select count(*) from spring_session where principal_name = :person")
			.param("person", this.person.id().toString())
			.query(Integer.class)
			.single()).isZero();
		canSignIn(PASSWORD, false);
		canSignIn(OTHER, true);
	}

	@Test
	void changesThePasswordOfWhoKnowsThePresentOne() throws Exception {
		choose(link(), PASSWORD, PASSWORD);
		Member member = Tenant.call(this.organisation.id(), () -> this.people.active()).getFirst();
		Document own = page(this.mvc.perform(get(this.org + "/me").with(SigningIn.as(member))));
		assertThat(own.text()).contains("Jane Doe", this.email, "Nurse", "Chair", this.organisation.name());
		assertThat(change(member, "", OTHER, OTHER).select("#present-error").text())
			.contains("Enter your present password");
		assertThat(change(member, OTHER, OTHER, OTHER).select("#present-error").text())
			.contains("That is not your present password");
		assertThat(change(member, PASSWORD, "short", "short").select("#password-error").text())
			.contains("12 characters or more");
		canSignIn(PASSWORD, true);
		this.mvc.perform(password(member, PASSWORD, OTHER, OTHER)).andExpect(redirectedUrl(this.org + "/me"));
		canSignIn(OTHER, true);
		for (int i = 0; i < SignInThrottle.PER_PERSON; i++) {
			change(member, PASSWORD, PASSWORD, PASSWORD);
		}
		assertThat(change(member, OTHER, PASSWORD, PASSWORD).select("#present-error").text())
			.contains("Too many attempts");
	}

	private Document change(Member member, String present, String password, String again) throws Exception {
		return page(this.mvc.perform(password(member, present, password, again)).andExpect(status().isOk()));
	}

	private MockHttpServletRequestBuilder password(Member member, String present, String password, String again) {
		return post(this.org + "/me/password").with(SigningIn.as(member))
			.with(csrf())
			.param("present", present)
			.param("password", password)
			.param("again", again);
	}

}
