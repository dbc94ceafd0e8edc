package org.mandate.interests;

import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandate.TestOrganisations;
import org.mandate.access.MemberId;
import org.mandate.access.People;
import org.mandate.access.Role;
import org.mandate.browser.BrowserTest;
import org.mandate.browser.Visitor;
import org.mandate.database.Tenant;
import org.mandate.database.TestDatabase;
import org.mandate.organisations.Organisation;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * From a declaration to the public register in a browser, wide and narrow; every page is
 * checked with axe and for sideways scroll.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "mandate.demonstration=false")
@ContextConfiguration(initializers = TestDatabase.class)
@Import(TestOrganisations.class)
class InterestBrowserTests extends BrowserTest {

	private static final String PASSWORD = "a long enough pass phrase";

	@Autowired
	private TestOrganisations organisations;

	@Autowired
	private People people;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private PasswordEncoder encoder;

	@Autowired
	private TransactionTemplate transaction;

	private Organisation organisation;

	private String member;

	private String guardian;

	@BeforeEach
	void join() {
		this.organisation = this.organisations.establish();
		this.member = person("Jo Hazel", Role.GOVERNING_BODY_MEMBER);
		this.guardian = person("Frances Yew", Role.CONFLICTS_GUARDIAN);
	}

	private String person(String name, Role role) {
		String email = UUID.randomUUID() + "@example.org";
		Tenant.run(this.organisation.id(), () -> {
			MemberId id = this.people.add(email, name, "Lay member", Set.of(role), null);
			this.transaction
				.executeWithoutResult((status) -> this.jdbc.sql("update person set password_hash = ? where id = ?")
					.params(this.encoder.encode(PASSWORD), id.id())
					.update());
		});
		return email;
	}

	private Visitor signedIn(Visitor visitor, String email) {
		return visitor.opens("/" + this.organisation.slug() + "/sign-in")
			.fills("Email address", email)
			.fills("Password", PASSWORD)
			.presses("Sign in");
	}

	@ParameterizedTest
	@ValueSource(ints = { WIDE, NARROW })
	void anInterestGoesFromItsDeclarationToThePublicRegister(int width) {
		Visitor holder = signedIn(visitor(width), this.member);
		holder.opens("/" + this.organisation.slug() + "/interests")
			.readsHeading("Your interests")
			.reads("Your return is due by")
			.photographs("interests-mine-" + width)
			.presses("Declare an interest")
			.presses("Declare it")
			.reads("There is a problem")
			.photographs("interests-errors-" + width)
			.chooses("Indirect")
			.fills("Your relationship with the person who has it", "Wife")
			.fills("What is the interest?", "Director of Invented Care Ltd");
		holder.page().locator("#began-day").fill("9/1/2015");
		holder.chooses("Yes").presses("Declare it").reads("Your interest is declared.");
		holder.follows("Wife: Director of Invented Care Ltd").reads("Awaiting review").presses("Change");
		holder.opens(holder.path().replace("/change", "/end")).readsHeading("End an interest");

		Visitor reviewer = signedIn(visitor(width), this.guardian);
		reviewer.opens("/" + this.organisation.slug() + "/interests/register")
			.reads("1 declaration awaits review")
			.photographs("interests-register-" + width);
		reviewer.opens("/" + this.organisation.slug() + "/interests/reminders").reads("There is nobody to remind");
		reviewer.opens("/" + this.organisation.slug() + "/interests/register")
			.follows("Wife: Director of Invented Care Ltd")
			.chooses("Accept it")
			.fills("Action agreed", "Leaves the meeting")
			.photographs("interests-review-" + width)
			.presses("Save the review")
			.reads("The declaration is accepted.")
			.follows("Jo Hazel")
			.follows("Wife: Director of Invented Care Ltd")
			.reads("Leaves the meeting")
			.photographs("interests-declaration-" + width);

		Visitor stranger = visitor(width);
		stranger.opens("/" + this.organisation.slug() + "/sign-in")
			.follows("Register of interests")
			.reads("Wife: Director of Invented Care Ltd")
			.fills("Name or words", "nobody")
			.presses("Search")
			.reads("No published interest matches")
			.follows("Show all")
			.reads("Leaves the meeting")
			.photographs("interests-public-" + width);
	}

}
