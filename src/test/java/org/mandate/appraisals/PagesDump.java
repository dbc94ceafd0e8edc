package org.mandate.appraisals;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.mandate.MandateTest;
import org.mandate.TestOrganisations;
import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.database.Tenant;
import org.mandate.guidance.Level;
import org.mandate.organisations.Organisation;
import org.mandate.organisations.Organisations;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

import static org.mandate.TestOrganisations.as;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@MandateTest
class PagesDump {

	@Autowired
	MockMvc mvc;

	@Autowired
	Appraisals appraisals;

	@Autowired
	TestOrganisations organisations;

	@Autowired
	Organisations directory;

	@Test
	void dump() throws Exception {
		Organisation o = this.directory.byCode("10Q")
			.orElseGet(() -> this.directory.establish("10Q", "Oxfordshire Clinical Commissioning Group", "OCCG"));
		Member manager = this.organisations.person(o, Role.COMMISSIONING_MANAGER, null);
		Member administrator = this.organisations.person(o, Role.ADMINISTRATOR, null);
		page("home-empty", "/10q", manager);
		AppraisalSummary a = Oxfordshire.recorded(this.appraisals, o);
		Tenant.run(o.id(), () -> this.appraisals.recordCurrentLevel(a.id(), "gp-budget-management", Level.NONE, "No",
				"Governing body paper, January 2015, section 1, table, last column, checked again."));
		String base = "/10q/appraisals/2015-16";
		page("home", "/10q", manager);
		page("all", "/10q/appraisals", manager);
		page("new", "/10q/appraisals/new", manager);
		page("tasks", base, manager);
		page("tasks-admin", base, administrator);
		page("levels", base + "/current-level", manager);
		page("level", base + "/current-level/complaints-management", manager);
		page("comparison", base + "/comparison", manager);
		page("deadlines", base + "/deadlines", manager);
		page("history", base + "/history", administrator);
		page("audit", "/10q/audit?hash=" + "ab".repeat(32), administrator);
		Organisation p = this.organisations.establish();
		Member m = this.organisations.person(p, Role.COMMISSIONING_MANAGER, null);
		Oxfordshire.started(this.appraisals, p);
		page("comparison-none", "/" + p.slug() + "/appraisals/2015-16/comparison", m);
		page("tasks-none", "/" + p.slug() + "/appraisals/2015-16", m);
		Files
			.writeString(Path.of("target/pages/new-wrong.html"),
					this.mvc.perform(post("/10q/appraisals").param("year", "2015")
						.param("speaksFor.day", "31")
						.param("speaksFor.month", "2")
						.with(csrf())
						.with(as(manager))).andReturn().getResponse().getContentAsString());
		Files
			.writeString(Path.of("target/pages/level-conflict.html"),
					this.mvc.perform(post(base + "/current-level/complaints-management").param("level", "JOINT")
						.param("wording", "We answer them together")
						.param("evidence", "Minutes")
						.param("version", "7")
						.with(csrf())
						.with(as(manager))).andReturn().getResponse().getContentAsString());
	}

	private void page(String name, String address, Member member) throws Exception {
		Path folder = Files.createDirectories(Path.of("target/pages"));
		var response = this.mvc.perform(get(address).with(as(member))).andReturn().getResponse();
		System.out.println(name + " " + response.getStatus());
		Files.writeString(folder.resolve(name + ".html"), response.getContentAsString());
	}

}
