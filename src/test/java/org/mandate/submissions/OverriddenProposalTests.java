package org.mandate.submissions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mandate.MandateTest;
import org.mandate.MovableClock;
import org.mandate.Pages;
import org.mandate.appraisals.Appraisals;
import org.mandate.appraisals.Milestone;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mandate.submissions.Proposal.redirects;

/**
 * A proposal without the members' mandate, judged by the record itself: not without the
 * accountable officer's override, which then stands wherever the proposal is read.
 */
@MandateTest
@Import(MovableClock.class)
class OverriddenProposalTests {

	private static final LocalDate EIGHTH = LocalDate.of(2015, 1, 8);

	private static final String REASON = "The members meet in February, and the chair of each locality was telephoned";

	@Autowired
	private ApplicationContext beans;

	@Autowired
	private MockMvc mvc;

	@Autowired
	private MovableClock clock;

	private Proposal proposal;

	@BeforeEach
	void begin() {
		this.clock.shows("2015-01-08T09:00:00Z");
		this.proposal = new Proposal(this.beans, this.mvc);
	}

	@Test
	void isNotSubmittedWithoutTheOverrideWhichThenStandsInTheProFormaAndTheTimeline() throws Exception {
		this.proposal.ready("joint", EIGHTH);
		assertThat(Pages.read(this.proposal.submitsNow("")).select("section li").eachText()).isNotEmpty()
			.allMatch((gap) -> gap.startsWith("Members' mandate: ") && gap.endsWith("has not overridden it."));
		assertThat(this.proposal.proForma().isSubmitted()).isFalse();
		overrides();
		redirects(this.proposal.submitsNow(""));
		assertThat(this.proposal.governor.page(this.proposal.base + "/pro-forma").text()).contains(REASON);
		assertThat(this.proposal.governor.page(this.proposal.decision.base() + "/history").text()).contains(REASON);
		assertThat(this.proposal.decision
			.within(() -> this.beans.getBean(Appraisals.class).milestones(this.proposal.decision.appraisal)))
			.filteredOn((each) -> each.kind() == Milestone.Kind.SUBMITTED)
			.singleElement()
			.satisfies((each) -> assertThat(each.detail()).contains(REASON));
	}

	@Test
	void standsInThePaperThatIsSealed() throws Exception {
		overrides();
		this.proposal.approved("joint", EIGHTH);
		assertThat(this.proposal.governor.page(this.proposal.decision.base() + "/papers/1").text())
			.contains("Members’ mandate", REASON);
	}

	private void overrides() throws Exception {
		String address = this.proposal.decision.base() + "/mandate/override";
		Document form = this.proposal.officer.page(address + "?model=joint");
		List<String> typed = new ArrayList<>(List.of("model", "joint", "reason", REASON, "decided.day", "8",
				"decided.month", "1", "decided.year", "2015", "seen", form.select("input[name=seen]").val()));
		form.select("input[name=topics]")
			.eachAttr("value")
			.stream()
			.filter((topic) -> !topic.isEmpty())
			.forEach((topic) -> typed.addAll(List.of("topics", topic)));
		assertThat(typed).contains("topics");
		redirects(this.proposal.officer.sends(address, typed.toArray(String[]::new)));
	}

}
