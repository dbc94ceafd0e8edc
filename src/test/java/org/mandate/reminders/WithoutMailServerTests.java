package org.mandate.reminders;

import java.util.List;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.mandate.MandateTest;
import org.mandate.MovableClock;
import org.mandate.TestBallot;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mandate.TestOrganisations.as;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/**
 * Where no mail server is set up, the page says so and has what to send by hand.
 */
@MandateTest
@Import(MovableClock.class)
class WithoutMailServerTests {

	@Test
	void offersAddressesAndText(@Autowired MockMvc mvc, @Autowired ApplicationContext beans,
			@Autowired MovableClock clock) throws Exception {
		clock.shows("2015-01-05T09:00:00Z");
		TestBallot ballot = new TestBallot(beans, List.of("North", "Vale"));
		String path = ballot.path(1) + "/reminders";
		Document page = Jsoup.parse(mvc.perform(get(path).with(as(ballot.manager)))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsString());
		assertThat(page.text())
			.contains("Mandate cannot send e-mail here yet", "spring.mail.host, mandate.mail.from, mandate.address",
					"Addresses to copy", "Subject: Vale: votes awaited",
					"http://localhost" + ballot.path(1) + "/returns/vale")
			.containsPattern("[0-9a-f-]{36}@example.org, [0-9a-f-]{36}@example.org");
		assertThat(page.select("form[action$=/reminders]")).isEmpty();
		mvc.perform(post(path).with(as(ballot.manager)).with(csrf())).andExpect(status().isConflict());
	}

}
