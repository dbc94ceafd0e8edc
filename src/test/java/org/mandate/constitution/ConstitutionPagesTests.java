package org.mandate.constitution;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mandate.MandateTest;
import org.mandate.OxfordshireDecision;
import org.mandate.Pages;
import org.mandate.TestOrganisations;
import org.mandate.access.Role;
import org.mandate.appraisals.Appraisals;
import org.mandate.appraisals.Milestone;
import org.mandate.database.Statements;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The pages of the constitution.
 */
@MandateTest
class ConstitutionPagesTests {

	@Autowired
	private MockMvc mvc;

	@Autowired
	private ApplicationContext beans;

	@Autowired
	private Constitution constitution;

	private OxfordshireDecision decision;

	private Pages manager;

	private Pages governor;

	private String base;

	@BeforeEach
	void start() {
		this.decision = new OxfordshireDecision(this.beans);
		this.manager = new Pages(this.mvc, this.decision.manager);
		this.governor = new Pages(this.mvc, this.decision.governor);
		this.base = this.decision.base() + "/constitution";
	}

	private static Map<String, String> typed(String... more) {
		Map<String, String> form = new HashMap<>(Map.of("title", "Joint committee", "changes", "A new section 6.5",
				"relates", "co-commissioning", "version", "0"));
		for (int at = 0; at < more.length; at += 2) {
			if (more[at].endsWith("*")) {
				form.putAll(Pages.date(more[at].substring(0, more[at].length() - 1), more[at + 1]));
			}
			else {
				form.put(more[at], more[at + 1]);
			}
		}
		return form;
	}

	@Test
	void followsAnAmendmentFromTheProposalToItsApproval() throws Exception {
		assertThat(this.manager.page(this.base).text()).contains("No amendment is on record", "Record an amendment");
		assertThat(this.manager.sends(this.base, typed()).getRedirectedUrl()).isEqualTo(this.base);
		assertThat(this.governor.page(this.base).select(".nhsuk-tag").eachText())
			.containsExactly("Not proposed to the members yet");
		Map<String, String> later = typed("proposed*", "5 12 2014", "agreed*", "10 12 2014", "agreedHow",
				"At the members’ meeting, minute 4", "submitted*", "6 1 2015");
		assertThat(this.manager.sends(this.base + "/1", later).getRedirectedUrl()).isEqualTo(this.base);
		Document page = this.governor.page(this.base);
		assertThat(page.select(".nhsuk-tag").eachText()).containsExactly("Sent to NHS England");
		assertThat(page.text()).contains("Proposed to the members 5 December 2014",
				"Members agreed 10 December 2014 At the members’ meeting, minute 4",
				"Sent to NHS England 6 January 2015", "Approved by NHS England Not on record",
				"Seen from 29 January 2015");
		assertThat(this.governor.page(this.base + "?asAt=2014-12-09").select(".nhsuk-tag").eachText())
			.containsExactly("Proposed to the members");
		assertThat(this.governor.page(this.base + "/1").text()).contains("A new section 6.5");
		assertThat(this.decision.events("amendment.recorded")).hasSize(1);
		assertThat(this.decision.events("amendment.changed")).hasSize(1);
		assertThat(milestones()).containsExactly("AMENDMENT_PROPOSED 2014-12-05", "AMENDMENT_AGREED 2014-12-10",
				"AMENDMENT_SUBMITTED 2015-01-06");
	}

	private List<String> milestones() {
		return this.decision.within(() -> this.beans.getBean(Appraisals.class).milestones(this.decision.appraisal))
			.stream()
			.filter((each) -> each.kind().name().startsWith("AMENDMENT"))
			.map((Milestone each) -> each.kind() + " " + each.from())
			.toList();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"agreed*|5 1 2015|agreedHow|Meeting|Enter when it was proposed to the members, who agreed to it",
			"proposed*|6 1 2015|refused*|5 1 2015|The members cannot have refused it before it was proposed to them on 6 January 2015",
			"approved*|5 1 2015|source|x|Enter when it was sent to NHS England, who approved it",
			"submitted*|6 1 2015|approved*|5 1 2015|NHS England cannot have approved it before it was sent to them on 6 January 2015",
			"proposed*|6 1 2015|proposedUntil*|5 1 2015|The last day must not be before the first, 6 January 2015",
			"proposed*|6 1 2099|source|x|The day on which it was proposed must not be in the future",
			"proposed*|31 3 2013|source|x|The day on which it was proposed must not be before 1 April 2013, when CCGs began",
			"proposed*|31 2 2015|source|x|The day on which it was proposed must be a real date, such as 6 1 2015, or left empty",
			"agreedHow|They met|source|x|Enter the day on which the members agreed",
			"ballot|7|source|x|Choose a ballot that closed and carried, or none",
			"relates|both|source|x|Choose whether it is for co-commissioning only",
			"changes|''|source|x|Enter what the amendment changes" })
	void saysWhatCannotBe(String field, String value, String other, String otherValue, String message)
			throws Exception {
		MockHttpServletResponse response = this.manager.sends(this.base, typed(field, value, other, otherValue));
		assertThat(Pages.errors(response)).contains(message);
		assertThat(Pages.read(response).select("input[name=title]").val()).isEqualTo("Joint committee");
		assertThat(this.decision.within(() -> this.constitution.amendments(this.decision.appraisal))).isEmpty();
	}

	@Test
	void saysThatNothingIsSentBeforeItIsAgreed() throws Exception {
		MockHttpServletResponse response = this.manager.sends(this.base, typed("proposed*", "5 1 2015", "agreed*",
				"7 1 2015", "agreedHow", "Meeting", "submitted*", "6 1 2015"));
		assertThat(Pages.errors(response)).containsExactly(
				"It is sent once the members have agreed, and they agreed on 7 January 2015. Correct one of the two days");
	}

	@Test
	void takesABallotThatCarriedForTheMembersAgreement() throws Exception {
		this.decision.compared().asked().voted();
		LocalDate today = LocalDate.now();
		String day = "%d %d %d".formatted(today.getDayOfMonth(), today.getMonthValue(), today.getYear());
		assertThat(this.manager.page(this.base + "/new").select("select[name=ballot] option").eachAttr("value"))
			.containsExactly("", "1");
		this.manager.sends(this.base, typed("proposed*", "5 12 2014", "agreed*", day, "ballot", "1"));
		assertThat(this.decision.within(() -> this.constitution.amendments(this.decision.appraisal))
			.getFirst()
			.agreedHow()).isEqualTo("By ballot 1 of the member practices");
	}

	@Test
	void losesNobodysWords() throws Exception {
		this.manager.sends(this.base, typed());
		this.manager.sends(this.base + "/1", typed("title", "Theirs"));
		MockHttpServletResponse response = this.manager.sends(this.base + "/1", typed("title", "Mine"));
		Document page = Pages.read(response);
		assertThat(page.select(".app-conflict").text()).contains("Theirs");
		assertThat(page.select("input[name=title]").val()).isEqualTo("Mine");
		assertThat(page.select("input[name=version]").val()).isEqualTo("1");
	}

	@Test
	void withdrawsWithAReasonAndPutsBack() throws Exception {
		this.manager.sends(this.base, typed());
		assertThat(Pages.errors(this.manager.sends(this.base + "/1/withdrawal", "reason", " ", "version", "0")))
			.containsExactly("Enter why it is withdrawn");
		assertThat(Pages.read(this.manager.sends(this.base + "/1/withdrawal", "reason", "Not needed", "version", "7"))
			.select(".app-conflict")).hasSize(1);
		this.manager.sends(this.base + "/1/withdrawal", "reason", "Not needed", "version", "0");
		assertThat(this.governor.page(this.base).text()).contains("Withdrawn by The Commissioning manager: Not needed");
		assertThat(milestones()).isEmpty();
		this.manager.sends(this.base + "/1", typed("version", "1"));
		assertThat(this.governor.page(this.base).text()).doesNotContain("Withdrawn by");
	}

	@Test
	void makesOneAmendmentOfAFormSentTwice() throws Exception {
		String id = this.manager.page(this.base + "/new").select("input[name=id]").val();
		this.manager.sends(this.base, typed("id", id));
		this.manager.sends(this.base, typed("id", id));
		assertThat(this.decision.within(() -> this.constitution.amendments(this.decision.appraisal))).hasSize(1);
	}

	@Test
	void statesThatNoneIsNeededAndTakesItBack() throws Exception {
		String address = this.base + "/unchanged";
		assertThat(Pages.errors(this.manager.sends(address, "reason", "", "version", "-1")))
			.containsExactly("Enter why the constitution needs no amendment");
		this.manager.sends(address, "reason", "Section 6.5 allows it", "version", "-1");
		assertThat(this.governor.page(this.base).text()).contains("The constitution needs no amendment.",
				"Section 6.5 allows it");
		assertThat(Pages.errors(this.manager.sends(this.base, typed())))
			.containsExactly("It is on record that the constitution needs no amendment. Take that back first");
		assertThat(
				Pages.read(this.manager.sends(address, "reason", "Another", "version", "-1")).select(".app-conflict"))
			.hasSize(1);
		this.manager.sends(address, "takeBack", "true", "version", "0");
		this.manager.sends(this.base, typed());
		assertThat(Pages.errors(this.manager.sends(address, "reason", "Section 6.5", "version", "1")))
			.containsExactly("Amendments are on record. Withdraw them before you state that none is needed");
	}

	@Test
	void needsNoMoreStatementsForMoreAmendmentsAndIsNotForOthers() throws Exception {
		this.manager.sends(this.base, typed());
		this.governor.page(this.base);
		int one = Statements.during(() -> this.governor.page(this.base)).size();
		for (int i = 0; i < 4; i++) {
			this.manager.sends(this.base, typed());
		}
		assertThat(Statements.during(() -> this.governor.page(this.base))).hasSize(one).hasSizeLessThanOrEqualTo(8);
		OxfordshireDecision other = new OxfordshireDecision(this.beans);
		Pages stranger = new Pages(this.mvc, this.beans.getBean(TestOrganisations.class)
			.person(other.organisation, Role.COMMISSIONING_MANAGER, null));
		assertThat(stranger.status(this.base)).isEqualTo(404);
		assertThat(stranger.status(other.base() + "/constitution/1")).isEqualTo(404);
	}

}
