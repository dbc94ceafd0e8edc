package org.mandate.voting;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.mandate.Pages;
import org.mandate.TestOrganisations;
import org.mandate.TestPractices;
import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.appraisals.Appraisals;
import org.mandate.appraisals.FinancialYear;
import org.mandate.database.Tenant;
import org.mandate.organisations.Locality;
import org.mandate.organisations.Organisation;
import org.mandate.organisations.Organisations;

import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mandate.TestOrganisations.as;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/**
 * An organisation of some localities whose manager runs a ballot, all through its pages.
 */
final class Polling {

	private final ApplicationContext beans;

	private final MockMvc mvc;

	final Organisation organisation;

	final Member manager;

	final String ballots;

	final String ballot;

	private int codes = 1;

	/**
	 * @param localities the list sizes of each locality's practices, by its name
	 */
	Polling(ApplicationContext beans, Map<String, int[]> localities) {
		this.beans = beans;
		this.mvc = beans.getBean(MockMvc.class);
		TestOrganisations people = beans.getBean(TestOrganisations.class);
		this.organisation = people.establish();
		this.manager = people.person(this.organisation, Role.COMMISSIONING_MANAGER, null);
		this.ballots = "/%s/appraisals/2015-16/ballots".formatted(this.organisation.slug());
		this.ballot = this.ballots + "/1";
		Tenant.run(this.organisation.id(), () -> {
			beans.getBean(Appraisals.class)
				.start(new FinancialYear(2015), "next-steps-2014", 1, LocalDate.of(2015, 1, 29));
			localities.forEach((name, sizes) -> {
				Locality locality = beans.getBean(Organisations.class).addLocality(name, null);
				beans.getBean(TransactionTemplate.class)
					.executeWithoutResult((status) -> practices(locality.id(), sizes));
			});
		});
	}

	private void practices(UUID locality, int[] sizes) {
		JdbcClient jdbc = this.beans.getBean(JdbcClient.class);
		for (int size : sizes) {
			String code = "P%05d".formatted(this.codes++);
			TestPractices.member(jdbc, locality, code, "Practice " + code, size);
		}
	}

	/** The set-up form as it opens, with some boxes filled in. */
	MockHttpServletRequestBuilder plan(Map<String, String> boxes) {
		Map<String, String> all = new java.util.LinkedHashMap<>(Map.of("kind", "CONFIRM", "proposed", "joint",
				"question", "Do you agree?", "division", "LOCALITIES", "weight", "PRACTICE", "threshold", "MAJORITY",
				"base", "EXPRESSED", "scope", "OVERALL", "quorum", "NONE", "quarter", "2015Q1"));
		all.putAll(Map.of("census.day", "1", "census.month", "1", "census.year", "2015", "rounding", "DOWN"));
		all.putAll(boxes);
		MockHttpServletRequestBuilder plan = post(this.ballots);
		all.forEach(plan::param);
		return plan;
	}

	/** Set up and opened. */
	Polling open(Map<String, String> boxes) throws Exception {
		done(plan(boxes));
		done(post(this.ballot + "/opening"));
		return this;
	}

	/**
	 * Entered, returned and accepted: counts for the choices in order, then abstentions.
	 */
	Polling count(String locality, int... votes) throws Exception {
		String address = this.ballot + "/returns/" + locality;
		MockHttpServletRequestBuilder figures = post(address).param("seen", seen(address))
			.param("abstained", Integer.toString(votes[votes.length - 1]));
		for (int i = 0; i < votes.length - 1; i++) {
			figures.param("votes[%d]".formatted(i), Integer.toString(votes[i]));
		}
		return accept(address, figures);
	}

	/** The same, practice by practice. */
	Polling roll(String locality, Map<String, String> votes) throws Exception {
		String address = this.ballot + "/returns/" + locality;
		MockHttpServletRequestBuilder roll = post(address + "/roll").param("seen", seen(address + "/roll"));
		votes.forEach((code, vote) -> roll.param("votes[%s]".formatted(code), vote));
		return accept(address, roll);
	}

	Polling accept(String address, MockHttpServletRequestBuilder figures) throws Exception {
		done(figures);
		done(post(address + "/submission").param("reason", "As minuted"));
		done(post(address + "/acceptance"));
		return this;
	}

	private String seen(String address) throws Exception {
		return page(address).select("input[name=seen]").first().attr("value");
	}

	Polling close() throws Exception {
		done(post(this.ballot + "/closure").param("reason", "The time is up"));
		return this;
	}

	Document result() throws Exception {
		return page(this.ballot + "/results");
	}

	Document page(String address) throws Exception {
		return new Pages(this.mvc, this.manager).page(address);
	}

	/** Sends a form that must be taken. */
	String done(MockHttpServletRequestBuilder form) throws Exception {
		MockHttpServletResponse response = send(form);
		assertThat(response.getStatus())
			.as(() -> Jsoup.parse(text(response)).select(".nhsuk-error-summary, main").text())
			.isEqualTo(303);
		return response.getRedirectedUrl();
	}

	/** Sends a form that must come back with its errors. */
	Document refused(MockHttpServletRequestBuilder form) throws Exception {
		Document page = Jsoup.parse(text(send(form)));
		assertThat(page.select(".nhsuk-error-summary")).isNotEmpty();
		return page;
	}

	MockHttpServletResponse send(MockHttpServletRequestBuilder form) throws Exception {
		return this.mvc.perform(form.with(as(this.manager)).with(csrf())).andReturn().getResponse();
	}

	private static String text(MockHttpServletResponse response) {
		try {
			return response.getContentAsString();
		}
		catch (java.io.UnsupportedEncodingException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
