package org.mandate;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mandate.access.Member;
import org.mandate.access.MemberId;
import org.mandate.access.People;
import org.mandate.access.Role;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;
import org.mandate.appraisals.FinancialYear;
import org.mandate.committees.Committee;
import org.mandate.committees.CommitteeId;
import org.mandate.committees.CommitteeStatement;
import org.mandate.committees.Committees;
import org.mandate.committees.DecisionRule;
import org.mandate.committees.HolderStatement;
import org.mandate.committees.SeatRole;
import org.mandate.committees.SeatStatement;
import org.mandate.committees.Seats;
import org.mandate.database.Tenant;
import org.mandate.interests.InterestStatement;
import org.mandate.interests.InterestType;
import org.mandate.interests.Interests;
import org.mandate.interests.ReviewStatement;
import org.mandate.meetings.MeetingId;
import org.mandate.meetings.Outcome;
import org.mandate.meetings.Outcome.Result;
import org.mandate.meetings.Ruling;
import org.mandate.meetings.TestMeetings;
import org.mandate.meetings.Vote;
import org.mandate.organisations.Organisation;
import org.mandate.organisations.Organisations;
import org.mandate.voting.BallotKind;
import org.mandate.voting.BallotPlan;
import org.mandate.voting.Publication;
import org.mandate.voting.Publishing;
import org.mandate.voting.Rule;
import org.mandate.voting.Voting;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.util.UriComponentsBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

/**
 * Follows, as somebody who has not signed in, every link that can be reached from an
 * organisation's address: what was published is found, and nothing else of what the
 * organisation, or another one, keeps. Whatever may not be found holds {@link #SECRET}.
 */
@MandateTest
class PublicRegistersTests {

	private static final String SECRET = "canary";

	/** First segments of addresses that belong to no organisation. */
	private static final Set<String> NATIONAL = Set.of("", "assets", "sign-in", "guidance", "help", "accessibility",
			"privacy", "cookies");

	private static final LocalDate BEGAN = LocalDate.of(2014, 4, 1);

	@Autowired
	private ApplicationContext beans;

	@Autowired
	private MockMvc mvc;

	@Autowired
	private TestOrganisations organisations;

	@Autowired
	private Interests interests;

	private int secrets;

	private Organisation organisation;

	@BeforeEach
	void establish() {
		this.organisation = this.organisations.establish();
	}

	/** Something that nobody may find. */
	private String secret() {
		return SECRET + ++this.secrets;
	}

	private Member person(Organisation at, String name, Role role) {
		return Tenant.call(at.id(), () -> {
			People people = this.beans.getBean(People.class);
			MemberId id = people.add(secret() + "@example.org", name, secret(), Set.of(role), null);
			return people.active().stream().filter((member) -> member.id().equals(id)).findFirst().orElseThrow();
		});
	}

	private InterestStatement says(String description, @Nullable LocalDate ended, @Nullable String refusal) {
		return new InterestStatement("Lay member", InterestType.FINANCIAL, null, description, BEGAN, ended, secret(),
				refusal);
	}

	private UUID declared(InterestStatement statement, Member holder) {
		UUID key = UUID.randomUUID();
		Tenant.run(holder.organisation(), () -> this.interests.declare(key, statement, holder));
		return key;
	}

	private void reviewed(UUID interest, Member guardian, ReviewStatement review) {
		Tenant.run(guardian.organisation(), () -> this.interests.review(interest, 1, review, guardian));
	}

	/** Interests, one of them published, with all that must not be. */
	private void registerOfInterests(Organisation at, String published, String committee) {
		Member member = person(at, "Jo Hazel" + at.slug(), Role.GOVERNING_BODY_MEMBER);
		Member guardian = person(at, secret(), Role.CONFLICTS_GUARDIAN);
		ReviewStatement accepted = new ReviewStatement(true, "Leaves the room", null, null);
		reviewed(declared(says(published, null, null), member), guardian, accepted);
		declared(says(secret(), null, null), member);
		reviewed(declared(says(secret(), null, secret()), member), guardian,
				new ReviewStatement(true, secret(), null, Boolean.TRUE));
		reviewed(declared(says(secret(), null, secret()), member), guardian,
				new ReviewStatement(true, secret(), secret(), Boolean.FALSE));
		reviewed(declared(says(secret(), null, null), member), guardian,
				new ReviewStatement(false, null, secret(), null));
		reviewed(declared(says(secret(), LocalDate.of(2014, 5, 1), null), member), guardian, accepted);
		UUID withdrawn = declared(says(secret(), null, null), member);
		reviewed(withdrawn, guardian, accepted);
		Tenant.run(at.id(), () -> this.interests.change(withdrawn, 1, says(secret(), null, secret()), BEGAN, member));
		Tenant.run(at.id(), () -> {
			seated(committee, member, null);
			seated(secret(), member, LocalDate.of(2014, 12, 31));
		});
	}

	private void seated(String committee, Member member, @Nullable LocalDate until) {
		CommitteeId id = this.beans.getBean(Committees.class)
			.establish(new CommitteeStatement(committee, Committee.Kind.GOVERNING_BODY, false, secret(), secret(), null,
					DecisionRule.MAJORITY_OF_VOTES_CAST, false));
		Seats seats = this.beans.getBean(Seats.class);
		UUID seat = seats.add(id, new SeatStatement(secret(), SeatRole.LAY, true, null));
		seats.fill(id, seat, new HolderStatement(member.id().id(), member.name(), null, BEGAN, until, null, null));
	}

	/**
	 * Meetings, one of them with a decision that is published, and what of it must not
	 * be.
	 */
	private void decisions(Organisation at, String published) {
		Member manager = person(at, secret(), Role.COMMISSIONING_MANAGER);
		TestMeetings body = new TestMeetings(this.beans, at, "Committee of decisions").withFive();
		MeetingId id = body.opened(LocalDate.of(2015, 1, 29), TestMeetings.motion(published, "To publish it", null),
				TestMeetings.inPrivate(secret(), secret()), TestMeetings.news(secret()),
				TestMeetings.motion(secret(), secret(), secret()));
		body.conflicted(id, 1, "Pat Lay", secret(), false, Ruling.DISCUSSION_ONLY, secret())
			.left(id, 1, new Outcome(Result.APPROVED, null, null, null, new Vote(4, 0, 0, Map.of(), null)))
			.left(id, 2, TestMeetings.approved())
			.left(id, 3, new Outcome(Result.NOTED, null, null, null, null))
			.closed(id, secret(), manager)
			.published(id);
		MeetingId later = body.opened(LocalDate.of(2015, 3, 26));
		body.left(later, 1, TestMeetings.approved()).closed(later, null, manager);
		body.called(LocalDate.of(2015, 4, 30), TestMeetings.motion(secret(), secret(), null));
	}

	/** Ballots, one of them with a result for everybody. */
	private void ballots(Organisation at, String published) {
		Member manager = person(at, secret(), Role.COMMISSIONING_MANAGER);
		Tenant.run(at.id(), () -> {
			UUID locality = this.beans.getBean(Organisations.class).addLocality("South West", null).id();
			this.beans.getBean(TransactionTemplate.class)
				.executeWithoutResult((status) -> TestPractices.member(this.beans.getBean(JdbcClient.class), locality,
						"K84001", secret(), 0));
			AppraisalSummary appraisal = this.beans.getBean(Appraisals.class)
				.start(new FinancialYear(2015), "next-steps-2014", 1, LocalDate.of(2015, 1, 29));
			ballot(appraisal, published, Publication.PUBLIC, true, manager);
			ballot(appraisal, secret(), Publication.PUBLIC, false, manager);
			ballot(appraisal, secret(), Publication.MEMBERS, true, manager);
			ballot(appraisal, secret(), Publication.PRIVATE, true, manager);
		});
	}

	private void ballot(AppraisalSummary appraisal, String question, Publication to, boolean closed, Member manager) {
		Voting voting = this.beans.getBean(Voting.class);
		int number = voting.setUp(appraisal, new BallotPlan(BallotKind.CONFIRM, question, "joint",
				Rule.simpleMajority(), LocalDate.of(2015, 1, 1), "2015Q1"));
		voting.open(appraisal, number, manager.name());
		this.beans.getBean(Publishing.class).change(appraisal, number, to);
		if (closed) {
			voting.close(appraisal, number, secret(), manager.name());
		}
	}

	private MockHttpServletResponse asked(String path) throws Exception {
		return this.mvc.perform(get(UriComponentsBuilder.fromUriString(path).build(true).toUri()))
			.andReturn()
			.getResponse();
	}

	private static String segment(String path) {
		return path.split("[/?]", 3)[1];
	}

	/**
	 * Every page by its address: links and redirects are followed, forms are sent. No
	 * page leads to another organisation but the one that lists all.
	 */
	private Map<String, String> everything() throws Exception {
		String home = "/" + this.organisation.slug();
		Deque<String> open = new ArrayDeque<>(
				List.of(home, home + "/sign-in", home + "/register-of-interests?words=" + SECRET));
		Map<String, String> found = new HashMap<>();
		while (!open.isEmpty()) {
			String path = open.pop();
			if (found.containsKey(path)) {
				continue;
			}
			assertThat(found).as("the pages are few").hasSizeLessThan(300);
			MockHttpServletResponse response = asked(path);
			String text = response.getContentAsString(StandardCharsets.UTF_8);
			found.put(path, text + response.getHeaderNames().stream().map(response::getHeaders).toList());
			String target = response.getRedirectedUrl();
			if (target != null) {
				open.add(target.replaceFirst("^http://localhost", ""));
			}
			for (Element link : Jsoup.parse(text).select("a[href^=/], link[href^=/], form[method=get][action^=/]")) {
				String href = link.attr(link.tagName().equals("form") ? "action" : "href").replaceAll("#.*", "");
				boolean here = NATIONAL.contains(segment(href)) || segment(href).equals(this.organisation.slug());
				assertThat(here || path.equals("/sign-in")).as("%s leads to %s", path, href).isTrue();
				if (here && !href.startsWith("/assets/")) {
					open.add(href.replace(" ", "%20"));
				}
			}
		}
		return found;
	}

	@Test
	void showNothingButWhatWasPublished() throws Exception {
		registerOfInterests(this.organisation, "Director of Published Care", "The Published Committee");
		ballots(this.organisation, "Is this published?");
		decisions(this.organisation, "A published decision");
		Organisation other = this.organisations.establish();
		registerOfInterests(other, secret(), secret());
		ballots(other, secret());
		decisions(other, secret());
		Map<String, String> pages = everything();
		String home = "/" + this.organisation.slug();
		assertThat(pages).containsKeys(home + "/register-of-interests", home + "/register-of-interests.csv?words=",
				home + "/published-results", home + "/published-results/2015-16/1", home + "/register-of-decisions",
				home + "/register-of-decisions.csv?words=&year=", home + "/register-of-decisions.atom",
				home + "/register-of-decisions/2015-001");
		for (String path : List.of("", ".csv?words=&year=", ".atom", "/2015-001")) {
			assertThat(pages.get(home + "/register-of-decisions" + path)).as(path)
				.contains("A published decision", "To publish it");
		}
		assertThat(pages.get(home + "/register-of-interests")).contains("Jo Hazel" + this.organisation.slug(),
				"Lay member", "The Published Committee", "Director of Published Care", "Leaves the room");
		assertThat(pages.get(home + "/register-of-interests.csv?words=")).contains("The Published Committee");
		assertThat(pages.get(home + "/published-results/2015-16/1")).contains("Is this published?");
		pages.forEach((path, text) -> assertThat(text.replace("words=" + SECRET, "").replace("\"" + SECRET + "\"", ""))
			.as(path)
			.doesNotContainIgnoringCase(SECRET)
			.doesNotContain("@example.org", "Jo Hazel" + other.slug()));
	}

	/** Each of the secrets is there to be found by those who may. */
	@Test
	void keepWhatIsNotPublished() {
		registerOfInterests(this.organisation, "Published", "The committee");
		ballots(this.organisation, "Published?");
		decisions(this.organisation, "Published decision");
		Map<String, Long> counts = new HashMap<>();
		Tenant.run(this.organisation.id(),
				() -> this.beans.getBean(TransactionTemplate.class).executeWithoutResult((status) -> {
					for (String table : List.of("person", "interest_version", "interest_review", "committee",
							"committee_seat", "ballot", "meeting", "meeting_item", "meeting_declaration",
							"meeting_ruling")) {
						counts.put(table, this.beans.getBean(JdbcClient.class)
							.sql("select count(*) from " + table + " each where to_jsonb(each)::text like :secret")
							.param("secret", "%" + SECRET + "%")
							.query(Long.class)
							.single());
					}
				}));
		assertThat(counts).containsEntry("ballot", 4L)
			.containsEntry("person", 4L)
			.allSatisfy((table, count) -> assertThat(count).as(table).isPositive());
	}

}
