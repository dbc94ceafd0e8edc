package org.mandate.considerations;

import java.time.LocalDate;
import java.util.List;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.mandate.TestOrganisations;
import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;
import org.mandate.appraisals.FinancialYear;
import org.mandate.database.Tenant;
import org.mandate.organisations.Organisation;

import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mandate.TestOrganisations.as;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/**
 * A commissioning manager at work on an appraisal of January 2015, in an organisation of
 * its own.
 */
final class Desk {

	final Organisation organisation;

	final Member manager;

	final AppraisalSummary appraisal;

	private final MockMvc mvc;

	Desk(MockMvc mvc, TestOrganisations organisations, Appraisals appraisals) {
		this.mvc = mvc;
		this.organisation = organisations.establish();
		this.manager = organisations.person(this.organisation, Role.COMMISSIONING_MANAGER, null);
		this.appraisal = Tenant.call(this.organisation.id(),
				() -> appraisals.start(new FinancialYear(2015), "next-steps-2014", 1, LocalDate.of(2015, 1, 29)));
	}

	String address(String path) {
		return "/" + this.organisation.slug() + this.appraisal.path() + path;
	}

	void within(Runnable work) {
		Tenant.run(this.organisation.id(), work);
	}

	Document page(String path) throws Exception {
		MockHttpServletResponse response = gets(path);
		assertThat(response.getStatus()).as(path).isEqualTo(200);
		return Jsoup.parse(response.getContentAsString());
	}

	MockHttpServletResponse gets(String path) throws Exception {
		return this.mvc.perform(get(address(path)).with(as(this.manager))).andReturn().getResponse();
	}

	/** Sends a form of names and values in turn; null values are left out. */
	MockHttpServletResponse sends(String path, String... form) throws Exception {
		MockHttpServletRequestBuilder request = post(address(path)).with(csrf()).with(as(this.manager));
		for (int at = 0; at < form.length; at += 2) {
			if (form[at + 1] != null) {
				request.param(form[at], form[at + 1]);
			}
		}
		return this.mvc.perform(request).andReturn().getResponse();
	}

	void saves(String path, String... form) throws Exception {
		MockHttpServletResponse response = sends(path, form);
		assertThat(response.getRedirectedUrl()).as(response.getContentAsString()).isNotNull();
	}

	/** The messages of the error summary. */
	static List<String> errors(MockHttpServletResponse response) throws Exception {
		assertThat(response.getStatus()).isEqualTo(200);
		Document page = Jsoup.parse(response.getContentAsString());
		for (String href : page.select(".nhsuk-error-summary__list a").eachAttr("href")) {
			assertThat(page.select(href)).as(href).hasSize(1);
		}
		return page.select(".nhsuk-error-summary__list li").eachText();
	}

}
