package org.mandate.considerations;

import java.time.LocalDate;

import org.jsoup.nodes.Document;
import org.mandate.Pages;
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

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A commissioning manager at work on an appraisal of January 2015, in an organisation of
 * its own.
 */
final class Desk {

	final Organisation organisation;

	final Member manager;

	final AppraisalSummary appraisal;

	private final Pages pages;

	Desk(MockMvc mvc, TestOrganisations organisations, Appraisals appraisals) {
		this.organisation = organisations.establish();
		this.manager = organisations.person(this.organisation, Role.COMMISSIONING_MANAGER, null);
		this.pages = new Pages(mvc, this.manager);
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
		return this.pages.page(address(path));
	}

	MockHttpServletResponse gets(String path) throws Exception {
		return this.pages.opens(address(path));
	}

	/** Sends a form of names and values in turn; null values are left out. */
	MockHttpServletResponse sends(String path, String... form) throws Exception {
		return this.pages.sends(address(path), form);
	}

	void saves(String path, String... form) throws Exception {
		MockHttpServletResponse response = sends(path, form);
		assertThat(response.getRedirectedUrl()).as(response.getContentAsString()).isNotNull();
	}

}
