package org.mandate.access;

import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mandate.Mandate;
import org.mandate.TestOrganisations;
import org.mandate.database.Statements;
import org.mandate.database.Tenant;
import org.mandate.database.TestDatabase;
import org.mandate.organisations.Organisation;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Controller;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mandate.access.HttpVisitor.target;
import static org.mandate.access.HttpVisitor.text;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

/**
 * Signing in and out over HTTP, as a browser does it.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "mandate.demonstration=false")
@ContextConfiguration(initializers = TestDatabase.class)
@Import({ Statements.class, TestOrganisations.class, SignInTests.Unannotated.class })
class SignInTests {

	private static final String PASSWORD = "kettle lorry plum";

	private static final String WRONG = "kettle lorry pear";

	@LocalServerPort
	private int port;

	@Autowired
	private TestOrganisations organisations;

	@Autowired
	private People people;

	@Autowired
	private Invitations invitations;

	@MockitoSpyBean
	private PasswordEncoder encoder;

	private Organisation organisation;

	private String org;

	private String email;

	private MemberId person;

	/** A handler whose author forgot to say who may use it. */
	@TestComponent
	@Controller
	static class Unannotated {

		@GetMapping("/{org}/unannotated")
		@ResponseBody
		String secret() {
			return "secret";
		}

	}

	@BeforeEach
	void person() {
		this.organisation = this.organisations.establish();
		this.org = this.organisation.slug();
		this.email = UUID.randomUUID() + "@example.org";
		this.person = joined(this.organisation, this.email, Role.ADMINISTRATOR);
	}

	private MemberId joined(Organisation organisation, String email, Role role) {
		return Tenant.call(organisation.id(), () -> {
			MemberId id = this.people.add(email, "Jane Doe", null, Set.of(role), null);
			this.invitations.accept(this.invitations.issue(id), PASSWORD);
			return id;
		});
	}

	private HttpVisitor visitor() {
		return new HttpVisitor(this.port);
	}

	private HttpVisitor signedIn() {
		HttpVisitor visitor = visitor();
		assertThat(target(visitor.signIn(this.org, this.email, PASSWORD))).isEqualTo("/" + this.org);
		return visitor;
	}

	@Test
	void leadsToThePageAskedForAndGreetsTheMember() {
		HttpVisitor visitor = visitor();
		assertThat(target(visitor.get("/" + this.org + "/people?of=all"))).isEqualTo("/" + this.org + "/sign-in");
		assertThat(target(visitor.signIn(this.org, this.email.toUpperCase(Locale.ROOT), PASSWORD)))
			.isEqualTo("/" + this.org + "/people?of=all");
		assertThat(visitor.get("/" + this.org + "/me").body()).contains("Jane Doe", this.email);
	}

	@Test
	void forgetsAPageOfAnotherOrganisation() {
		HttpVisitor visitor = visitor();
		visitor.get("/" + this.organisations.establish().slug() + "/people");
		assertThat(target(visitor.signIn(this.org, this.email, PASSWORD))).isEqualTo("/" + this.org);
	}

	@Test
	void saysTheSameOfAWrongPasswordAndOfAnUnknownAddress() {
		clearInvocations(this.encoder);
		HttpVisitor visitor = visitor();
		HttpResponse<String> wrong = visitor.signIn(this.org, this.email, WRONG);
		verify(this.encoder, times(1)).matches(eq(WRONG), any());
		clearInvocations(this.encoder);
		HttpResponse<String> unknown = visitor.signIn(this.org, "nobody@example.org", WRONG);
		verify(this.encoder, times(1)).matches(eq(WRONG), any());
		assertThat(target(wrong)).isEqualTo(target(unknown)).isEqualTo("/" + this.org + "/sign-in?problem=wrong");
		HttpResponse<String> page = visitor.get(target(wrong));
		assertThat(text(page)).startsWith("Error: Sign in").contains("Email or password is wrong");
	}

	@Test
	void refusesTheEleventhAttemptWhoeverItIsAndWhateverThePassword() {
		for (String tried : new String[] { this.email, "nobody@example.org" }) {
			HttpVisitor visitor = visitor();
			for (int i = 0; i < SignInThrottle.PER_PERSON; i++) {
				assertThat(target(visitor.signIn(this.org, tried, WRONG))).endsWith("?problem=wrong");
			}
			clearInvocations(this.encoder);
			assertThat(target(visitor.signIn(this.org, tried, WRONG))).endsWith("?problem=wait");
			HttpResponse<String> right = visitor.signIn(this.org, tried.toUpperCase(Locale.ROOT), PASSWORD);
			assertThat(target(right)).endsWith("?problem=wait");
			verify(this.encoder, times(0)).matches(any(), any());
			assertThat(text(visitor.get(target(right)))).contains("Too many attempts. Wait 15 minutes and try again.");
			assertThat(target(visitor.get("/" + this.org + "/me"))).endsWith("/sign-in");
		}
	}

	@Test
	void countsTheAttemptsOfOrganisationsApart() {
		Organisation other = this.organisations.establish();
		for (int i = 0; i <= SignInThrottle.PER_PERSON; i++) {
			visitor().signIn(other.slug(), this.email, WRONG);
		}
		signedIn();
	}

	@Test
	void refusesUntypableInputLikeAnyOther() {
		assertThat(target(visitor().signIn(this.org, "a\0b@example.org", "a\0b"))).endsWith("?problem=wrong");
		assertThat(target(visitor().signIn(this.org, "x".repeat(100_000), "\u202e🔒".repeat(1000))))
			.endsWith("?problem=wrong");
		assertThat(target(visitor().signIn(this.org, "", ""))).endsWith("?problem=wrong");
	}

	@Test
	void keepsOutWhoHasChosenNoPasswordOrIsDeactivated() {
		String invited = UUID.randomUUID() + "@example.org";
		Tenant.run(this.organisation.id(),
				() -> this.people.add(invited, "Invited", null, Set.of(Role.ADMINISTRATOR), null));
		assertThat(target(visitor().signIn(this.org, invited, ""))).endsWith("?problem=wrong");
		String left = UUID.randomUUID() + "@example.org";
		MemberId leaver = joined(this.organisation, left, Role.CHAIR);
		Tenant.run(this.organisation.id(), () -> this.people.deactivate(leaver, "Left"));
		assertThat(target(visitor().signIn(this.org, left, PASSWORD))).endsWith("?problem=wrong");
		assertThat(target(visitor().signIn(this.organisations.establish().slug(), this.email, PASSWORD)))
			.endsWith("?problem=wrong");
	}

	@Test
	void changesTheSessionWhenSomebodySignsIn() {
		HttpVisitor victim = visitor();
		victim.get("/" + this.org + "/sign-in");
		String planted = victim.sessionCookie().orElseThrow();
		HttpVisitor attacker = visitor();
		attacker.setSessionCookie(planted);
		victim.signIn(this.org, this.email, PASSWORD);
		assertThat(victim.sessionCookie().orElseThrow()).isNotEqualTo(planted);
		assertThat(victim.get("/" + this.org + "/me").statusCode()).isEqualTo(200);
		assertThat(target(attacker.get("/" + this.org + "/me"))).endsWith("/sign-in");
	}

	@Test
	void sendsACookieThatScriptsAndOtherSitesCannotUse() {
		assertThat(visitor().get("/" + this.org + "/sign-in").headers().firstValue("Set-Cookie").orElseThrow())
			.startsWith("mandate=")
			.contains("HttpOnly", "SameSite=Lax");
	}

	@Test
	void keepsSessionsInTheDatabaseForAnyInstance() {
		HttpVisitor visitor = signedIn();
		try (ConfigurableApplicationContext second = new SpringApplicationBuilder(Mandate.class)
			.initializers(new TestDatabase())
			.run("--server.port=0", "--mandate.demonstration=false")) {
			int otherPort = second.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
			HttpVisitor there = new HttpVisitor(otherPort);
			assertThat(target(there.get("/" + this.org + "/me"))).endsWith("/sign-in");
			there.setSessionCookie(visitor.sessionCookie().orElseThrow());
			assertThat(there.get("/" + this.org + "/me").body()).contains(this.email);
		}
		assertThat(visitor.get("/" + this.org + "/me").statusCode()).isEqualTo(200);
	}

	@Test
	void endsTheSessionWhenRolesChange() {
		joined(this.organisation, UUID.randomUUID() + "@example.org", Role.ADMINISTRATOR);
		HttpVisitor visitor = signedIn();
		Tenant.run(this.organisation.id(),
				() -> this.people.changeRoles(this.person, Set.of(Role.GOVERNING_BODY_MEMBER), null));
		assertThat(target(visitor.get("/" + this.org + "/people"))).endsWith("/sign-in");
		assertThat(signedIn().get("/" + this.org + "/people").statusCode()).isEqualTo(403);
	}

	@Test
	void signsOut() {
		HttpVisitor visitor = signedIn();
		String session = visitor.sessionCookie().orElseThrow();
		assertThat(text(visitor.get("/sign-out"))).contains("You are signed in to " + this.organisation.name());
		HttpResponse<String> out = visitor.post("/sign-out", Map.of());
		assertThat(target(out)).isEqualTo("/sign-out");
		assertThat(text(visitor.get("/sign-out"))).contains("You are signed out");
		visitor.setSessionCookie(session);
		assertThat(target(visitor.get("/" + this.org + "/me"))).endsWith("/sign-in");
	}

	@Test
	void leadsWhoIsSignedInPastThePagesForSigningIn() {
		HttpVisitor visitor = signedIn();
		assertThat(target(visitor.get("/"))).isEqualTo("/" + this.org);
		assertThat(target(visitor.get("/sign-in"))).isEqualTo("/" + this.org);
		assertThat(target(visitor.get("/" + this.org + "/sign-in"))).isEqualTo("/" + this.org);
		Organisation other = this.organisations.establish();
		assertThat(text(visitor.get("/" + other.slug() + "/sign-in"))).contains("Signing in here signs you out there");
	}

	@Test
	void answersAnotherOrganisationsAddressLikeOneThatIsMadeUp() {
		HttpVisitor visitor = signedIn();
		String other = this.organisations.establish().slug();
		for (String page : new String[] { "", "/me", "/people", "/people/" + UUID.randomUUID(), "/nothing" }) {
			HttpResponse<String> existing = visitor.get("/" + other + page);
			HttpResponse<String> madeUp = visitor.get("/zz9" + page);
			assertThat(existing.statusCode()).isEqualTo(404);
			assertThat(madeUp.statusCode()).isEqualTo(404);
			assertThat(existing.body().replace(other, "zz9")).isEqualTo(madeUp.body());
			assertThat(text(existing)).doesNotContain("Test CCG " + other.toUpperCase(Locale.ROOT));
		}
	}

	@Test
	void opensNoOrganisationUnderANationalAddress() {
		HttpVisitor visitor = signedIn();
		assertThat(visitor.get("/help/people").statusCode()).isEqualTo(403);
		assertThat(visitor.get("/guidance/me").statusCode()).isIn(403, 404);
	}

	@Test
	void closesAHandlerThatSaysNotWhoMayUseIt() {
		assertThat(target(visitor().get("/" + this.org + "/unannotated"))).endsWith("/sign-in");
		for (Role role : Set.of(Role.ADMINISTRATOR, Role.COMMISSIONING_MANAGER, Role.GOVERNING_BODY_MEMBER,
				Role.CHAIR)) {
			String address = UUID.randomUUID() + "@example.org";
			joined(this.organisation, address, role);
			HttpVisitor visitor = visitor();
			visitor.signIn(this.org, address, PASSWORD);
			HttpResponse<String> response = visitor.get("/" + this.org + "/unannotated");
			assertThat(response.statusCode()).isEqualTo(403);
			assertThat(response.body()).doesNotContain("secret");
		}
	}

	@Test
	void saysToReloadWhenAFormComesWithoutItsToken() {
		HttpVisitor visitor = signedIn();
		visitor.forgetToken();
		HttpResponse<String> response = visitor.post("/" + this.org + "/people", Map.of("name", "Somebody"));
		assertThat(response.statusCode()).isEqualTo(403);
		assertThat(text(response)).contains("Load the page again", "reload the page");
	}

	@Test
	void offersNoDemonstrationWhereItIsOff() {
		HttpVisitor visitor = visitor();
		assertThat(visitor.get("/" + this.org + "/sign-in").body()).doesNotContain("demonstration-session");
		HttpResponse<String> response = visitor.post("/" + this.org + "/demonstration-session",
				Map.of("person", this.person.id().toString()));
		assertThat(response.statusCode()).isEqualTo(404);
		assertThat(target(visitor.get("/" + this.org + "/me"))).endsWith("/sign-in");
	}

	@Test
	void protectsPagesAndLetsBrowsersKeepAssets() {
		HttpResponse<String> page = signedIn().get("/" + this.org + "/me");
		assertThat(page.headers().allValues("Content-Security-Policy"))
			.containsExactly("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
					+ "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'");
		assertThat(page.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
		assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
		assertThat(page.headers().firstValue("X-Frame-Options")).hasValue("DENY");
		assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("same-origin");
		assertThat(page.headers().firstValue("Permissions-Policy")).isPresent();
		HttpResponse<String> asset = visitor().get("/assets/mandate/mandate.css");
		assertThat(asset.statusCode()).isEqualTo(200);
		assertThat(asset.headers().firstValue("Cache-Control").orElseThrow()).contains("max-age=31536000", "public")
			.doesNotContain("no-store");
		assertThat(asset.headers().firstValue("Set-Cookie")).isEmpty();
	}

}
