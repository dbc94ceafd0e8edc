package org.mandate.reminders;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import jakarta.mail.Address;
import jakarta.mail.internet.MimeMessage;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mandate.AtOnce;
import org.mandate.MandateTest;
import org.mandate.MovableClock;
import org.mandate.Pages;
import org.mandate.TestBallot;
import org.mandate.TestMail;
import org.mandate.TestMail.WithMail;
import org.mandate.TestOrganisations;
import org.mandate.access.Member;
import org.mandate.access.People;
import org.mandate.access.PersonSummary;
import org.mandate.access.Role;
import org.mandate.audit.Trail;
import org.mandate.database.Statements;
import org.mandate.database.Tenant;
import org.mandate.voting.Closing;
import org.mandate.voting.ClosingTime;
import org.mandate.voting.Voting;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mandate.TestOrganisations.as;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/**
 * Reminders over a real mail server: who gets one, how often, and what the log says.
 */
@MandateTest
@WithMail
@Import(MovableClock.class)
class RemindersTests {

	@Autowired
	private MockMvc mvc;

	@Autowired
	private ApplicationContext beans;

	@Autowired
	private TestOrganisations organisations;

	@Autowired
	private MovableClock clock;

	@Autowired
	private TestMail mail;

	private TestBallot ballot;

	@BeforeEach
	void open() throws Exception {
		this.mail.empty();
		this.clock.shows("2015-01-29T09:00:00Z");
		this.ballot = new TestBallot(this.beans, List.of("North", "South West", "Vale"));
		Tenant.run(this.ballot.organisation.id(), () -> this.beans.getBean(Closing.class)
			.change(this.ballot.appraisal, 1, new ClosingTime(Instant.parse("2015-01-30T17:00:00Z"))));
	}

	private String page() {
		return this.ballot.path(1) + "/reminders";
	}

	private Document reads() throws Exception {
		return new Pages(this.mvc, this.ballot.manager).page(page());
	}

	private ResultActions sends() throws Exception {
		return this.mvc.perform(post(page()).with(as(this.ballot.manager)).with(csrf()));
	}

	private String email(Member member) {
		return Tenant.call(this.ballot.organisation.id(), () -> this.beans.getBean(People.class).directors())
			.stream()
			.filter((person) -> person.id().equals(member.id().id()))
			.map(PersonSummary::email)
			.findFirst()
			.orElseThrow();
	}

	private void sql(String sql, Object... values) {
		Tenant.run(this.ballot.organisation.id(), () -> this.beans.getBean(TransactionTemplate.class)
			.executeWithoutResult(
					(status) -> this.beans.getBean(JdbcClient.class).sql(sql).params(List.of(values)).update()));
	}

	@Test
	void arriveAtThoseWhoHaveNotReturnedAndAtNobodyElse() throws Exception {
		Member second = this.organisations.person(this.ballot.organisation, Role.LOCALITY_DIRECTOR,
				this.ballot.directors.get("vale").locality());
		Member gone = this.ballot.directors.get("south-west");
		sql("update person set deactivated_at = now() where id = ?", gone.id().id());
		new TestBallot(this.beans, List.of("Elsewhere"));
		this.ballot.returned(1, "north");
		Document before = reads();
		assertThat(before.select("table tbody tr")).hasSize(3);
		assertThat(before.text()).contains("South West Nobody: it has no director", "Send 2 reminders",
				"Subject: Vale: votes awaited by 5pm on 30 January 2015");
		sends().andExpect(redirectedUrl(page()));
		assertThat(this.mail.recipients()).containsExactlyInAnyOrder(email(this.ballot.directors.get("vale")),
				email(second));
		MimeMessage message = this.mail.received().getFirst();
		assertThat(message.getSubject()).isEqualTo("Vale: votes awaited by 5pm on 30 January 2015");
		assertThat(message.getFrom()).extracting(Address::toString)
			.containsExactly("Mandate <no-reply@mandate.example>");
		assertThat(message.getContentType()).startsWith("text/plain");
		assertThat(TestMail.text(message)).contains("Dear The Locality clinical director,", "Do you agree?",
				"The ballot closes at 5pm on Friday 30 January 2015.",
				"https://mandate.example" + this.ballot.path(1) + "/returns/vale",
				"The Commissioning manager sent you this");
		Document after = reads();
		assertThat(after.select("section[aria-labelledby=log] tbody tr")).hasSize(2)
			.allSatisfy((row) -> assertThat(row.text()).contains("Vale", "Sent", "by The Commissioning manager"));
		assertThat(this.ballot.events("ballot.reminded")).extracting(Trail.Entry::summary)
			.containsExactly("Sent reminders of ballot 1 by e-mail to the directors of Vale");
	}

	@Test
	void doNotArriveTwiceWithinADay() throws Exception {
		this.ballot.returned(1, "north");
		sends().andExpect(redirectedUrl(page()));
		assertThat(this.mail.received()).hasSize(2);
		this.clock.moves(Duration.ofHours(24).minusSeconds(1));
		assertThat(reads().text()).contains("Nobody can be reminded now", "within the last 24 hours",
				"Can be reminded again from 9am on 30 January 2015");
		sends().andExpect(status().isConflict());
		assertThat(this.mail.received()).hasSize(2);
		this.clock.moves(Duration.ofSeconds(1));
		this.ballot.returned(1, "vale");
		sends().andExpect(redirectedUrl(page()));
		String late = email(this.ballot.directors.get("south-west"));
		assertThat(this.mail.recipients()).containsExactlyInAnyOrder(late, late,
				email(this.ballot.directors.get("vale")));
	}

	@Test
	void arriveOnceWhenTheyAreAskedForManyTimesAtOnce() throws Exception {
		assertThat(AtOnce.times(12, () -> sends().andReturn().getResponse().getStatus())).isSubsetOf(303, 409);
		assertThat(this.mail.recipients()).doesNotHaveDuplicates().hasSize(3);
	}

	@Test
	void canBeSentAgainAfterTheServerFailed() throws Exception {
		this.mail.down(() -> sends().andExpect(redirectedUrl(page())));
		assertThat(this.mail.received()).isEmpty();
		Document failed = reads();
		assertThat(failed.select("section[aria-labelledby=log] tbody tr")).hasSize(3)
			.allSatisfy((row) -> assertThat(row.text()).contains("Failed", "The mail server did not take it"));
		assertThat(failed.text()).contains("Send 3 reminders");
		assertThat(this.ballot.events("ballot.reminder-failed")).hasSize(1);
		sends().andExpect(redirectedUrl(page()));
		assertThat(this.mail.recipients()).hasSize(3);
	}

	@Test
	void sayWhenNobodyKnowsWhetherTheyWereSent() throws Exception {
		sends().andExpect(redirectedUrl(page()));
		sql("update reminder set sent_at = null");
		assertThat(reads().text()).contains("Being sent").contains("Nobody can be reminded now");
		this.clock.moves(Reminder.LONGEST);
		assertThat(reads().text()).contains("Not confirmed", "It may or may not have arrived", "Send 3 reminders");
	}

	/** A name cannot begin another header, nor another paragraph. */
	@Test
	void keepNamesToTheirOwnLine() throws Exception {
		this.ballot = new TestBallot(this.beans, List.of("Vale\r\nBcc: thief@example.org\r\n\r\nPay here"));
		sql("update person set name = ? where id = ?", "Jo\u2028\nCc: thief@example.org",
				this.ballot.directors.values().iterator().next().id().id());
		sends().andExpect(redirectedUrl(page()));
		assertThat(this.mail.recipients()).singleElement()
			.satisfies((address) -> assertThat(address).doesNotContain("thief"));
		MimeMessage message = this.mail.received().getFirst();
		assertThat(message.getSubject()).isEqualTo("Vale Bcc: thief@example.org Pay here: votes awaited");
		assertThat(message.getHeader("Bcc")).isNull();
		assertThat(message.getHeader("Cc")).isNull();
		assertThat(TestMail.text(message)).startsWith("Dear Jo Cc: thief@example.org,\n");
	}

	@Test
	void goToNobodyOnceTheBallotHasClosed() throws Exception {
		this.clock.shows("2015-01-30T17:00:00Z");
		assertThat(reads().text()).contains("Nothing can be returned in this ballot now, so nobody is reminded");
		sends().andExpect(status().isConflict());
		assertThat(this.mail.received()).isEmpty();
	}

	@Test
	void areOfferedWithAFixedNumberOfStatements() throws Exception {
		sends();
		assertThat(Statements.during(this::reads)).hasSizeLessThanOrEqualTo(8);
	}

	@Test
	void sayThatEverybodyHasReturned() throws Exception {
		List.of("north", "south-west", "vale").forEach((locality) -> this.ballot.returned(1, locality));
		assertThat(reads().text()).contains("Every locality has returned its votes");
		assertThat(Tenant.call(this.ballot.organisation.id(),
				() -> this.beans.getBean(Voting.class).ballot(this.ballot.appraisal, 1).isOpen()))
			.isTrue();
	}

}
