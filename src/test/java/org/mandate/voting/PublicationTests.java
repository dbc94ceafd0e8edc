package org.mandate.voting;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mandate.MandateTest;
import org.mandate.MovableClock;
import org.mandate.TestBallot;
import org.mandate.TestOrganisations;
import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.audit.Trail;
import org.mandate.database.Statements;
import org.mandate.database.Tenant;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mandate.TestOrganisations.as;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/**
 * Who reads a result, and when: the manager while the ballot is open, members or
 * everybody once it has closed.
 */
@MandateTest
@Import(MovableClock.class)
class PublicationTests {

	@Autowired
	private MockMvc mvc;

	@Autowired
	private ApplicationContext beans;

	@Autowired
	private TestOrganisations organisations;

	@Autowired
	private MovableClock clock;

	@Autowired
	private Voting voting;

	@Autowired
	private Returns returns;

	private TestBallot ballot;

	private Member director;

	@BeforeEach
	void open() {
		this.clock.shows("2015-01-05T09:00:00Z");
		this.ballot = new TestBallot(this.beans, List.of("South West", "Vale"));
		this.director = this.ballot.directors.get("vale");
	}

	private void accepted(String locality) {
		this.ballot.returned(1, locality);
		Tenant.run(this.ballot.organisation.id(),
				() -> this.returns.accept(this.ballot.place(1, locality), this.ballot.manager));
	}

	private void closed() {
		Tenant.run(this.ballot.organisation.id(),
				() -> this.voting.close(this.ballot.appraisal, 1, "The meeting is tomorrow", "Sam Rowan"));
	}

	private void isFor(String publication) throws Exception {
		this.mvc
			.perform(post(this.ballot.path(1) + "/publication").with(as(this.ballot.manager))
				.with(csrf())
				.param("publication", publication))
			.andExpect(redirectedUrl(this.ballot.path(1)));
	}

	private String published() {
		return "/%s/published-results".formatted(this.ballot.organisation.slug());
	}

	private String publicPage() {
		return published() + "/2015-16/1";
	}

	private MockHttpServletResponse asked(String path, @Nullable Member member) throws Exception {
		MockHttpServletRequestBuilder asking = get(path);
		return this.mvc.perform((member != null) ? asking.with(as(member)) : asking).andReturn().getResponse();
	}

	private Document page(String path, @Nullable Member member) throws Exception {
		MockHttpServletResponse response = asked(path, member);
		assertThat(response.getStatus()).as(path).isEqualTo(200);
		return Jsoup.parse(response.getContentAsString());
	}

	@Test
	void keepsTheFiguresOfReturnsOutOfTheHistoryUntilTheResultIsOut() throws Exception {
		accepted("south-west");
		Member governor = this.organisations.person(this.ballot.organisation, Role.GOVERNING_BODY_MEMBER, null);
		String history = "/%s/appraisals/2015-16/history".formatted(this.ballot.organisation.slug());
		assertThat(page(history, this.ballot.manager).text()).contains("Joint 1", "As minuted");
		for (Member reader : List.of(governor, this.director)) {
			assertThat(page(history, reader).text())
				.contains("Returned the votes of South West in ballot 1", "Its facts are not shown to you yet")
				.doesNotContain("Joint 1", "As minuted");
		}
		closed();
		isFor("PRIVATE");
		assertThat(page(history, governor).text()).doesNotContain("Joint 1", "As minuted");
		isFor("MEMBERS");
		assertThat(page(history, governor).text()).contains("Joint 1", "As minuted")
			.doesNotContain("not shown to you yet");
	}

	@Test
	void isForMembersUnlessTheManagerSaysOtherwise() throws Exception {
		closed();
		assertThat(asked(this.ballot.path(1) + "/results", this.director).getStatus()).isEqualTo(200);
		assertThat(asked(publicPage(), null).getStatus()).isEqualTo(404);
		assertThat(page(this.ballot.path(1) + "/publication", this.ballot.manager)
			.select("input[name=publication][checked]")
			.val()).isEqualTo("MEMBERS");
	}

	@Test
	void keepsAPrivateResultToTheManager() throws Exception {
		accepted("vale");
		accepted("south-west");
		closed();
		isFor("PRIVATE");
		assertThat(asked(this.ballot.path(1) + "/results", this.director).getStatus()).isEqualTo(403);
		assertThat(page(this.ballot.path(1), this.director).select("a[href$=/results]")).isEmpty();
		assertThat(page("/%s/appraisals/2015-16".formatted(this.ballot.organisation.slug()), this.director).text())
			.contains("The result is kept to commissioning managers")
			.doesNotContain("The members' vote was carried");
		assertThat(asked(this.ballot.path(1) + "/results", this.ballot.manager).getStatus()).isEqualTo(200);
	}

	@Test
	void recordsWhoMayReadItOnce() throws Exception {
		isFor("PUBLIC");
		isFor("PUBLIC");
		assertThat(this.ballot.events("ballot.publication")).extracting(Trail.Entry::summary)
			.containsExactly("The result of ballot 1 is now for anybody, without signing in");
	}

	@Test
	void asksWhichWhenNothingOrNonsenseIsChosen() throws Exception {
		Document page = Jsoup.parse(this.mvc
			.perform(post(this.ballot.path(1) + "/publication").with(as(this.ballot.manager))
				.with(csrf())
				.param("publication", "EVERYBODY"))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsString());
		assertThat(page.select(".nhsuk-error-message").text()).contains("Choose who may read the result");
	}

	@Test
	void showsAPublicResultToAnybodyOnceItHasClosed() throws Exception {
		isFor("PUBLIC");
		accepted("vale");
		assertThat(asked(publicPage(), null).getStatus()).isEqualTo(404);
		assertThat(page("/%s/sign-in".formatted(this.ballot.organisation.slug()), null)
			.select("a[href=" + published() + "]")).isEmpty();
		closed();
		Document result = page(publicPage(), null);
		assertThat(result.select("h1").text()).contains("Result of ballot 1");
		assertThat(result.text()).contains("Do you agree?", "The rule:", "In words")
			.contains("nothing was returned from South West");
		assertThat(result.select("form")).isEmpty();
		assertThat(page("/%s/sign-in".formatted(this.ballot.organisation.slug()), null)
			.select("a[href=" + published() + "]")
			.text()).isEqualTo("Published results");
		assertThat(page(published(), null).select("a[href=" + publicPage() + "]").text())
			.isEqualTo("Ballot 1 for 2015/16");
		Member elsewhere = this.organisations.person(this.organisations.establish(), Role.CHAIR, null);
		assertThat(asked(publicPage(), elsewhere).getStatus()).isEqualTo(200);
		assertThat(asked(this.ballot.path(1) + "/results", elsewhere).getStatus()).isEqualTo(404);
	}

	@Test
	void namesNobodyInPublic() throws Exception {
		accepted("vale");
		Tenant.run(this.ballot.organisation.id(), () -> {
			int seen = this.voting.ballot(this.ballot.appraisal, 1).unit("vale").version();
			this.returns.correct(this.ballot.place(1, "vale"), new Figures(Map.of("joint", 2), null, null, 0, 0, 0, 0),
					"Dr Hawthorn miscounted", seen, this.ballot.manager);
		});
		closed();
		isFor("PUBLIC");
		String result = page(publicPage(), null).text();
		assertThat(result).contains("Corrections after acceptance")
			.doesNotContain("Hawthorn", "Sam Rowan", "The meeting is tomorrow", "@", "As minuted",
					this.ballot.manager.name(), this.director.name());
		assertThat(page(this.ballot.path(1) + "/results", this.director).text()).contains("Dr Hawthorn miscounted");
	}

	@Test
	void isPublicFromTheClosingTimeOn() throws Exception {
		isFor("PUBLIC");
		Tenant.run(this.ballot.organisation.id(), () -> this.beans.getBean(Closing.class)
			.change(this.ballot.appraisal, 1, new ClosingTime(Instant.parse("2015-01-30T17:00:00Z"))));
		this.clock.shows("2015-01-30T16:59:59Z");
		assertThat(asked(publicPage(), null).getStatus()).isEqualTo(404);
		this.clock.shows("2015-01-30T17:00:00Z");
		assertThat(asked(publicPage(), null).getStatus()).isEqualTo(200);
	}

	@Test
	void readsAPublicResultWithAFixedNumberOfStatements() throws Exception {
		closed();
		isFor("PUBLIC");
		assertThat(Statements.during(() -> page(publicPage(), null))).hasSizeLessThanOrEqualTo(6);
	}

	@Test
	void answersThatNothingChangedWithoutReadingTheFigures() throws Exception {
		String live = this.ballot.path(1) + "/results/live";
		MockHttpServletResponse first = asked(live, this.ballot.manager);
		String tag = first.getHeader("ETag");
		assertThat(first.getStatus()).isEqualTo(200);
		assertThat(tag).isNotBlank();
		List<String> sent = Statements
			.during(() -> this.mvc.perform(get(live).header("If-None-Match", tag).with(as(this.ballot.manager)))
				.andExpect(status().isNotModified()));
		assertThat(sent).hasSizeLessThanOrEqualTo(2);
		accepted("vale");
		Document fresh = Jsoup
			.parse(this.mvc.perform(get(live).header("If-None-Match", tag).with(as(this.ballot.manager)))
				.andExpect(status().isOk())
				.andReturn()
				.getResponse()
				.getContentAsString());
		assertThat(fresh.select("[data-live-said]").attr("data-live-said"))
			.startsWith("The figures changed: 1 of 2 localities are accepted.");
		assertThat(fresh.select("html, head, h1, script, link").stream().filter((each) -> each.tagName().equals("h1")))
			.isEmpty();
	}

	@Test
	void tellsAPageThatTheBallotHasClosed() throws Exception {
		String live = this.ballot.path(1) + "/results/live";
		String tag = asked(live, this.ballot.manager).getHeader("ETag");
		Tenant.run(this.ballot.organisation.id(), () -> this.beans.getBean(Closing.class)
			.change(this.ballot.appraisal, 1, new ClosingTime(Instant.parse("2015-01-30T17:00:00Z"))));
		this.clock.shows("2015-01-30T17:00:00Z");
		String fresh = this.mvc.perform(get(live).header("If-None-Match", tag).with(as(this.ballot.manager)))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsString();
		assertThat(Jsoup.parse(fresh).select("[data-live-closed]")).hasSize(1);
	}

	@Test
	void offersALinkToRefreshWithoutScripts() throws Exception {
		Document page = page(this.ballot.path(1) + "/results", this.ballot.manager);
		assertThat(page.select("[data-live]").attr("data-live"))
			.isEqualTo(this.ballot.path(1) + "/results/live?reading=as-stated");
		assertThat(page.select("[data-live] a:contains(Refresh)").attr("href"))
			.isEqualTo(this.ballot.path(1) + "/results?reading=as-stated");
		closed();
		assertThat(page(this.ballot.path(1) + "/results", this.ballot.manager).select("[data-live]")).isEmpty();
	}

}
