package org.mandate.submissions;

import java.time.LocalDate;
import java.util.UUID;

import org.jsoup.nodes.Document;
import org.mandate.OxfordshireDecision;
import org.mandate.Pages;
import org.mandate.TestOrganisations;
import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.recommendations.Decision;
import org.mandate.recommendations.Recommendations;
import org.mandate.recommendations.Resolution;

import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A proposal of an organisation made for a test, on its way through the pages.
 */
final class Proposal {

	final OxfordshireDecision decision;

	final Pages manager;

	final Pages officer;

	final Pages guardian;

	final Pages governor;

	final String base;

	private final ApplicationContext beans;

	Proposal(ApplicationContext beans, MockMvc mvc) {
		this.beans = beans;
		this.decision = new OxfordshireDecision(beans);
		this.manager = new Pages(mvc, this.decision.manager);
		this.officer = new Pages(mvc, person(Role.ACCOUNTABLE_OFFICER));
		this.guardian = new Pages(mvc, person(Role.CONFLICTS_GUARDIAN));
		this.governor = new Pages(mvc, this.decision.governor);
		this.base = this.decision.base() + "/submission";
	}

	private Member person(Role role) {
		return this.beans.getBean(TestOrganisations.class).person(this.decision.organisation, role, null);
	}

	/** The governing body resolved on a model. */
	Proposal resolved(String model, LocalDate on, Decision resolved) {
		Recommendations recommendations = this.beans.getBean(Recommendations.class);
		this.decision.within(() -> {
			recommendations.begin(this.decision.appraisal, Recommendations.Source.CHOSEN_MODEL, model,
					this.decision.manager);
			recommendations.put(this.decision.appraisal, 1, "The rest follows at the meeting", this.decision.manager);
			recommendations.resolve(this.decision.appraisal, new Resolution.Minute(resolved, null, on, 12, 0, 1,
					(resolved == Decision.DEFERRED) ? "More is to be known first" : null,
					new Resolution.Meeting(UUID.randomUUID(), UUID.randomUUID(), "An item of a meeting."), false),
					this.decision.chair);
		});
		return this;
	}

	Proposal approved(String model, LocalDate on) {
		return resolved(model, on, Decision.APPROVED);
	}

	Proposal begun(String model) throws Exception {
		redirects(this.manager.sends(this.base, "model", model));
		return this;
	}

	/** Both parts and the checklist are filled in, field by field. */
	Proposal complete() throws Exception {
		for (String href : this.manager.page(this.base).select("a[href*=/submission/fields/]").eachAttr("href")) {
			redirects(
					this.manager.sends(href, "version", "-1", "text", "What is said of " + href.replaceAll(".*/", "")));
		}
		redirects(areaTeam("-1", "The area team agrees"));
		for (ChecklistItem item : ChecklistItem.values()) {
			redirects(this.manager.sends(this.base + "/checklist/" + item.slug(), "version", "-1", "state", "READY",
					"title", item.label(), "reference", "Shared drive, folder 7"));
		}
		return this;
	}

	MockHttpServletResponse areaTeam(String version, String view) throws Exception {
		return this.manager.sends(this.base + "/area-team", "version", version, "lead", "Ginny Hope, director",
				"support", "SUPPORTS", "view", view, "givenOn.day", "5", "givenOn.month", "1", "givenOn.year", "2015");
	}

	/** Attested by both. */
	Proposal attested() throws Exception {
		attests(this.officer, Attestation.Office.ACCOUNTABLE_OFFICER);
		attests(this.guardian, Attestation.Office.AUDIT_COMMITTEE_CHAIR);
		return this;
	}

	void attests(Pages who, Attestation.Office office) throws Exception {
		String address = this.base + "/attestations/" + office.slug();
		redirects(who.sends(address, "confirmed", "true", "revision",
				who.page(address).select("input[name=revision]").val()));
	}

	/** Everything but the submission. */
	Proposal ready(String model, LocalDate approvedOn) throws Exception {
		return approved(model, approvedOn).begun(model).complete().attested();
	}

	MockHttpServletResponse submitsNow(String lateReason) throws Exception {
		return this.manager.sends(this.base + "/submit", "when", "NOW", "lateReason", lateReason);
	}

	/** It is recorded as submitted at a time of a day of January 2015. */
	MockHttpServletResponse submitsStated(int day, String time, String lateReason) throws Exception {
		return this.manager.sends(this.base + "/submit", "when", "STATED", "on.day", Integer.toString(day), "on.month",
				"1", "on.year", "2015", "time", time, "knownFrom", "The e-mail with which it was sent", "lateReason",
				lateReason);
	}

	MockHttpServletResponse stage(String key, int day, int month, String result) throws Exception {
		return this.manager.sends(this.base + "/route/stages/" + key, "version", "-1", "on.day", Integer.toString(day),
				"on.month", Integer.toString(month), "on.year", "2015", "result", result, "note", "As told");
	}

	ProForma proForma() {
		return this.decision.within(() -> this.beans.getBean(ProFormas.class).current(this.decision.appraisal))
			.orElseThrow();
	}

	SubmissionSummary summary() {
		return this.decision.within(() -> this.beans.getBean(Submissions.class).summary(this.decision.appraisal));
	}

	Document overview() throws Exception {
		return this.governor.page(this.base);
	}

	static void redirects(MockHttpServletResponse response) {
		assertThat(response.getStatus()).as(() -> Pages.read(response).select("main").text()).isEqualTo(303);
	}

}
