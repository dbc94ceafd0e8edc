package org.mandate.reminders;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mandate.MandateTest;
import org.mandate.MovableClock;
import org.mandate.Pages;
import org.mandate.TestBallot;
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
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
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
@Import(MovableClock.class)
class RemindersTests {

	private static final GreenMail SERVER = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

	@Autowired
	private MockMvc mvc;

	@Autowired
	private ApplicationContext beans;

	@Autowired
	private TestOrganisations organisations;

	@Autowired
	private MovableClock clock;

	@Autowired
	private JavaMailSenderImpl sender;

	private TestBallot ballot;

	@DynamicPropertySource
	static void mail(DynamicPropertyRegistry settings) {
		SERVER.start();
		settings.add("spring.mail.host", () -> "127.0.0.1");
		settings.add("spring.mail.port", () -> SERVER.getSmtp().getPort());
		settings.add("mandate.mail.from", () -> "Mandate <no-reply@mandate.example>");
		settings.add("mandate.address", () -> "https://mandate.example");
	}

	@AfterAll
	static void stop() {
		SERVER.stop();
	}

	@BeforeEach
	void open() throws Exception {
		SERVER.purgeEmailFromAllMailboxes();
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

	private static List<String> recipients() throws MessagingException {
		return Arrays.stream(SERVER.getReceivedMessages()).flatMap((message) -> {
			try {
				return Arrays.stream(message.getAllRecipients());
			}
			catch (MessagingException ex) {
				throw new IllegalStateException(ex);
			}
		}).map(Address::toString).map((address) -> address.replaceAll(".*<|>.*", "")).toList();
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
		assertThat(recipients()).containsExactlyInAnyOrder(email(this.ballot.directors.get("vale")), email(second));
		MimeMessage message = SERVER.getReceivedMessages()[0];
		assertThat(message.getSubject()).isEqualTo("Vale: votes awaited by 5pm on 30 January 2015");
		assertThat(message.getFrom()).extracting(Address::toString)
			.containsExactly("Mandate <no-reply@mandate.example>");
		assertThat(message.getContentType()).startsWith("text/plain");
		assertThat(text(message)).contains("Dear The Locality clinical director,", "Do you agree?",
				"The ballot closes at 5pm on Friday 30 January 2015.",
				"https://mandate.example" + this.ballot.path(1) + "/returns/vale",
				"The Commissioning manager sent you this");
		Document after = reads();
		assertThat(after.select("section[aria-labelledby=log] tbody tr")).hasSize(2)
			.allSatisfy((row) -> assertThat(row.text()).contains("Vale", "Sent", "by The Commissioning manager"));
		assertThat(this.ballot.events("ballot.reminded")).extracting(Trail.Entry::summary)
			.containsExactly("Sent reminders of ballot 1 by e-mail to the directors of Vale");
	}

	private static String text(MimeMessage message) throws MessagingException, IOException {
		return message.getContent().toString().replace("\r\n", "\n");
	}

	@Test
	void doNotArriveTwiceWithinADay() throws Exception {
		this.ballot.returned(1, "north");
		sends().andExpect(redirectedUrl(page()));
		assertThat(SERVER.getReceivedMessages()).hasSize(2);
		this.clock.moves(Duration.ofHours(24).minusSeconds(1));
		assertThat(reads().text()).contains("Nobody can be reminded now", "within the last 24 hours",
				"Can be reminded again from 9am on 30 January 2015");
		sends().andExpect(status().isConflict());
		assertThat(SERVER.getReceivedMessages()).hasSize(2);
		this.clock.moves(Duration.ofSeconds(1));
		this.ballot.returned(1, "vale");
		sends().andExpect(redirectedUrl(page()));
		String late = email(this.ballot.directors.get("south-west"));
		assertThat(recipients()).containsExactlyInAnyOrder(late, late, email(this.ballot.directors.get("vale")));
	}

	@Test
	void arriveOnceWhenTheyAreAskedForManyTimesAtOnce() throws Exception {
		try (var threads = Executors.newFixedThreadPool(8)) {
			List<Callable<Integer>> sending = Collections.nCopies(12,
					() -> sends().andReturn().getResponse().getStatus());
			for (Future<Integer> sent : threads.invokeAll(sending)) {
				assertThat(sent.get()).isIn(303, 409);
			}
		}
		assertThat(recipients()).doesNotHaveDuplicates().hasSize(3);
	}

	@Test
	void canBeSentAgainAfterTheServerFailed() throws Exception {
		int port = this.sender.getPort();
		this.sender.setPort(1);
		try {
			sends().andExpect(redirectedUrl(page()));
		}
		finally {
			this.sender.setPort(port);
		}
		assertThat(SERVER.getReceivedMessages()).isEmpty();
		Document failed = reads();
		assertThat(failed.select("section[aria-labelledby=log] tbody tr")).hasSize(3)
			.allSatisfy((row) -> assertThat(row.text()).contains("Failed", "The mail server did not take it"));
		assertThat(failed.text()).contains("Send 3 reminders");
		assertThat(this.ballot.events("ballot.reminder-failed")).hasSize(1);
		sends().andExpect(redirectedUrl(page()));
		assertThat(recipients()).hasSize(3);
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
		assertThat(recipients()).singleElement().satisfies((address) -> assertThat(address).doesNotContain("thief"));
		MimeMessage message = SERVER.getReceivedMessages()[0];
		assertThat(message.getSubject()).isEqualTo("Vale Bcc: thief@example.org Pay here: votes awaited");
		assertThat(message.getHeader("Bcc")).isNull();
		assertThat(message.getHeader("Cc")).isNull();
		assertThat(text(message)).startsWith("Dear Jo Cc: thief@example.org,\n");
	}

	@Test
	void goToNobodyOnceTheBallotHasClosed() throws Exception {
		this.clock.shows("2015-01-30T17:00:00Z");
		assertThat(reads().text()).contains("Nothing can be returned in this ballot now, so nobody is reminded");
		sends().andExpect(status().isConflict());
		assertThat(SERVER.getReceivedMessages()).isEmpty();
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
