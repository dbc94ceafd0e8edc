package org.mandate.meetings;

import java.time.LocalDate;
import java.util.List;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mandate.MandateTest;
import org.mandate.OxfordshireDecision;
import org.mandate.Pages;
import org.mandate.access.Member;
import org.mandate.database.Statements;
import org.mandate.recommendations.AgendaPlace;
import org.mandate.recommendations.Recommendations;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mandate.meetings.TestMeetings.recommendation;

/**
 * From the recommendation to the agenda of the meeting that resolves on it.
 */
@MandateTest
class PlaceOnAgendaTests {

	private static final LocalDate JANUARY = LocalDate.of(2015, 1, 29);

	@Autowired
	private ApplicationContext beans;

	@Autowired
	private MockMvc mvc;

	@Autowired
	private Recommendations recommendations;

	private OxfordshireDecision decision;

	private TestMeetings body;

	@BeforeEach
	void put() {
		this.decision = new OxfordshireDecision(this.beans);
		this.body = new TestMeetings(this.beans, this.decision.organisation, "Governing Body").withFive();
		this.decision.within(() -> {
			this.recommendations.begin(this.decision.appraisal, Recommendations.Source.CHOSEN_MODEL, "joint",
					this.decision.manager);
			this.recommendations.put(this.decision.appraisal, 1, "The rest follows at the meeting",
					this.decision.manager);
		});
	}

	private AgendaPlace.Place place() {
		return this.decision.within(() -> this.recommendations.place(this.decision.appraisal.id()).orElseThrow());
	}

	private Document page(Member member) throws Exception {
		return new Pages(this.mvc, member).page(this.decision.base() + "/recommendation");
	}

	private String next() throws Exception {
		return page(this.decision.manager).select(".app-next a").attr("href");
	}

	@Test
	void leadsToTheItemOfTheLatestMeetingThatWasNotCancelled() throws Exception {
		assertThat(this.decision.within(() -> this.recommendations.place(this.decision.appraisal.id()))).isEmpty();
		String meetings = "/" + this.decision.organisation.slug() + "/meetings";
		assertThat(next()).isEqualTo(meetings);
		MeetingId january = this.body.called(JANUARY, recommendation(this.decision.appraisal.id()));
		String item = "/meetings/" + january + "/items/" + this.body.item(january, 1);
		assertThat(place())
			.isEqualTo(new AgendaPlace.Place("Governing Body, 29 January 2015, item 1", item, false, JANUARY));
		assertThat(next()).isEqualTo("/" + this.decision.organisation.slug() + item);
		assertThat(page(this.decision.governor).select("main").text())
			.contains("It is on the agenda of Governing Body, 29 January 2015, item 1")
			.doesNotContain("Go to the item");
		this.body.opened(january);
		this.body.closed(january, "The fire bell rang", this.decision.manager);
		assertThat(place().decided()).isTrue();
		assertThat(next()).as("carried by the next meeting").isEqualTo(meetings);
		assertThat(page(this.decision.governor).select("main").text())
			.contains("It was last on the agenda of Governing Body, 29 January 2015, item 1");
		MeetingId february = this.body.called(LocalDate.of(2015, 2, 26));
		assertThat(place().path()).isEqualTo("/meetings/" + february + "/items/" + this.body.item(february, 1));
		this.decision.within(() -> this.beans.getBean(Meetings.class).cancel(february, "Snow"));
		assertThat(place().path()).isEqualTo(item);
	}

	@Test
	void forgetsAnItemThatWasTakenOffAndKnowsNobodyElses() {
		MeetingId january = this.body.called(JANUARY, recommendation(this.decision.appraisal.id()));
		OxfordshireDecision other = new OxfordshireDecision(this.beans);
		assertThat(other.within(() -> this.recommendations.place(this.decision.appraisal.id()))).isEmpty();
		this.decision
			.within(() -> this.beans.getBean(Agendas.class).withdraw(january, this.body.item(january, 1), "Not ready"));
		assertThat(this.decision.within(() -> this.recommendations.place(this.decision.appraisal.id()))).isEmpty();
	}

	@Test
	void asksOnce() throws Exception {
		this.body.called(JANUARY, recommendation(this.decision.appraisal.id()));
		List<String> sent = Statements.during(this::place);
		assertThat(sent).hasSize(1);
	}

	@Test
	void leadsFromTheSealedRecommendationToItsItem() throws Exception {
		MeetingId january = this.body.opened(JANUARY, recommendation(this.decision.appraisal.id()));
		this.body.left(january, 1, TestMeetings.approved()).closed(january, null, this.decision.manager);
		Document page = page(this.decision.governor);
		assertThat(page.select("main").text()).contains("Chris Chair (Chair) presided",
				"The Commissioning manager, on behalf of whoever presided");
		assertThat(page.select("main a").eachAttr("href")).contains("/" + this.decision.organisation.slug()
				+ "/meetings/" + january + "/items/" + this.body.item(january, 1));
	}

}
