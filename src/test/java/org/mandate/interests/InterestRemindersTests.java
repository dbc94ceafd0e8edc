package org.mandate.interests;

import java.time.Duration;
import java.util.List;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mandate.AtOnce;
import org.mandate.MandateTest;
import org.mandate.MovableClock;
import org.mandate.TestMail;
import org.mandate.TestMail.WithMail;
import org.mandate.TestOrganisations;
import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.database.Statements;
import org.mandate.database.Tenant;
import org.mandate.organisations.Organisation;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mandate.TestOrganisations.as;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/**
 * Reminders of interests over a real mail server: to those who made no return in 28 days,
 * and to nobody else.
 */
@MandateTest
@WithMail
@Import(MovableClock.class)
class InterestRemindersTests {

	@Autowired
	private MockMvc mvc;

	@Autowired
	private Interests interests;

	@Autowired
	private TestOrganisations organisations;

	@Autowired
	private MovableClock clock;

	@Autowired
	private TestMail mail;

	private Organisation organisation;

	private Member silent;

	private Member guardian;

	@BeforeEach
	void join() throws Exception {
		this.mail.empty();
		this.clock.shows("2015-01-05T09:00:00Z");
		this.organisation = this.organisations.establish();
		this.silent = this.organisations.person(this.organisation, Role.CHAIR, null);
		this.guardian = this.organisations.person(this.organisation, Role.CONFLICTS_GUARDIAN, null);
		Member returned = this.organisations.person(this.organisation, Role.GOVERNING_BODY_MEMBER, null);
		Tenant.run(this.organisation.id(), () -> {
			this.interests.makeReturn(this.guardian);
			this.interests.makeReturn(returned);
		});
		this.clock.shows("2015-02-03T09:00:00Z");
		this.organisations.person(this.organisation, Role.COMMISSIONING_MANAGER, null);
	}

	private String page() {
		return "/" + this.organisation.slug() + "/interests/reminders";
	}

	private Document reads() throws Exception {
		return Jsoup.parse(
				this.mvc.perform(get(page()).with(as(this.guardian))).andReturn().getResponse().getContentAsString());
	}

	private int sends() throws Exception {
		return this.mvc.perform(post(page()).with(as(this.guardian)).with(csrf()))
			.andReturn()
			.getResponse()
			.getStatus();
	}

	private String email() {
		return Tenant.call(this.organisation.id(), () -> this.interests.holder(this.silent.id())).person().email();
	}

	@Test
	void arriveAtWhoMadeNoReturnIn28DaysAndAtNobodyElse() throws Exception {
		assertThat(reads().text()).contains("Send 1 reminder", "2 February 2015",
				"Subject: Your interests: a return to " + this.organisation.name() + " is overdue");
		assertThat(sends()).isEqualTo(303);
		assertThat(this.mail.recipients()).containsExactly(email());
		assertThat(TestMail.text(this.mail.received().getFirst())).contains("Dear The Chair,",
				"within 28 days. Yours were due on 2 February 2015",
				"https://mandate.example/" + this.organisation.slug() + "/interests\n",
				"The Conflicts of interest guardian sent");
		assertThat(reads().select("section[aria-labelledby=log] tbody tr").eachText()).singleElement()
			.asString()
			.contains("The Chair", "Sent", email());
	}

	@Test
	void doNotArriveTwiceWithinADayNorAfterTheReturn() throws Exception {
		sends();
		assertThat(reads().text()).contains("Nobody can be reminded now");
		assertThat(sends()).isEqualTo(409);
		this.clock.moves(Duration.ofHours(24));
		assertThat(sends()).isEqualTo(303);
		assertThat(this.mail.received()).hasSize(2);
		this.clock.moves(Duration.ofHours(24));
		Tenant.run(this.organisation.id(), () -> this.interests.makeReturn(this.silent));
		assertThat(reads().text()).contains("Nobody's return is overdue");
		assertThat(sends()).isEqualTo(409);
	}

	@Test
	void arriveOnceWhenTheyAreAskedForManyTimesAtOnce() throws Exception {
		assertThat(AtOnce.times(8, this::sends)).isSubsetOf(303, 409);
		assertThat(this.mail.received()).hasSize(1);
	}

	@Test
	void canBeSentAgainAfterTheServerFailed() throws Exception {
		this.mail.down(this::sends);
		assertThat(reads().text()).contains("Failed", "The mail server did not take it", "Send 1 reminder");
		assertThat(sends()).isEqualTo(303);
		assertThat(this.mail.received()).hasSize(1);
		assertThat(Statements.during(this::reads)).hasSizeLessThanOrEqualTo(6);
	}

}
