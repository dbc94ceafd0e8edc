package org.mandate.interests;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.mandate.MovableClock;
import org.mandate.Pages;
import org.mandate.TestOrganisations;
import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.audit.Trail;
import org.mandate.database.Tenant;
import org.mandate.organisations.Organisation;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/**
 * An organisation with a member and a guardian, and what they send and read.
 */
abstract class InterestPages {

	@Autowired
	MockMvc mvc;

	@Autowired
	Interests interests;

	@Autowired
	TestOrganisations organisations;

	@Autowired
	MovableClock clock;

	@Autowired
	Trail trail;

	Organisation organisation;

	Member member;

	Member guardian;

	@BeforeEach
	void join() {
		this.clock.shows("2015-03-02T09:00:00Z");
		this.organisation = this.organisations.establish();
		this.member = this.organisations.person(this.organisation, Role.GOVERNING_BODY_MEMBER, null);
		this.guardian = this.organisations.person(this.organisation, Role.CONFLICTS_GUARDIAN, null);
	}

	String base() {
		return "/" + this.organisation.slug() + "/interests";
	}

	Map<String, String> form() {
		Map<String, String> form = new LinkedHashMap<>();
		form.put("key", UUID.randomUUID().toString());
		form.put("position", "Lay member");
		form.put("type", "FINANCIAL");
		form.put("description", "Director of Invented Care Ltd");
		form.put("began.day", "20");
		form.put("began.month", "2");
		form.put("began.year", "2015");
		form.put("consent", "yes");
		return form;
	}

	MockHttpServletResponse sent(String path, Map<String, String> form, Member by) throws Exception {
		return new Pages(this.mvc, by).sends(path, form);
	}

	static List<String> errors(MockHttpServletResponse response) throws Exception {
		return Pages.read(response).select(".nhsuk-error-summary__list a").eachText();
	}

	int status(String path, Member by) throws Exception {
		return new Pages(this.mvc, by).status(path);
	}

	Document page(String path, Member by) throws Exception {
		return new Pages(this.mvc, by).page(path);
	}

	List<Declaration> declared(Member holder) {
		return Tenant.call(this.organisation.id(), () -> this.interests.holder(holder.id())).declarations();
	}

	String one() {
		return base() + "/" + declared(this.member).getFirst().id();
	}

	static void date(Map<String, String> form, String field, LocalDate date) {
		form.put(field + ".day", Integer.toString(date.getDayOfMonth()));
		form.put(field + ".month", Integer.toString(date.getMonthValue()));
		form.put(field + ".year", Integer.toString(date.getYear()));
	}

	Map<String, String> change(int seen, String description) {
		Map<String, String> form = form();
		form.put("seen", Integer.toString(seen));
		form.put("description", description);
		date(form, "changed", LocalDate.of(2015, 3, 1));
		return form;
	}

	Map<String, String> review(int seen, String outcome, String action, String reason) {
		Map<String, String> form = new LinkedHashMap<>();
		form.put("seen", Integer.toString(seen));
		form.put("outcome", outcome);
		form.put("action", action);
		form.put("reason", reason);
		return form;
	}

}
