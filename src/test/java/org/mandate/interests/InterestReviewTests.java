package org.mandate.interests;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.mandate.MandateTest;
import org.mandate.MovableClock;
import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.audit.Trail;
import org.mandate.database.Statements;
import org.mandate.database.Tenant;

import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the guardian sees and decides: whose return is overdue, reviews, refusals.
 */
@MandateTest
@Import(MovableClock.class)
class InterestReviewTests extends InterestPages {

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
