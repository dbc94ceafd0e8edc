package org.mandate.interests;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mandate.MandateTest;
import org.mandate.MovableClock;
import org.mandate.TestOrganisations;
import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.committees.Committee;
import org.mandate.committees.CommitteeId;
import org.mandate.committees.CommitteeStatement;
import org.mandate.committees.Committees;
import org.mandate.committees.DecisionRule;
import org.mandate.committees.HolderStatement;
import org.mandate.committees.SeatRole;
import org.mandate.committees.SeatStatement;
import org.mandate.committees.Seats;
import org.mandate.database.Statements;
import org.mandate.database.Tenant;
import org.mandate.organisations.Organisation;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.util.UriComponentsBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

/**
 * What anybody reads without signing in: what was accepted, with consent, for six months
 * after its end, and nothing else.
 */
@MandateTest
@Import(MovableClock.class)
class PublicRegisterTests {

	private static final LocalDate BEGAN = LocalDate.of(2014, 4, 1);

	@Autowired
	private MockMvc mvc;

	@Autowired
	private Interests interests;

	@Autowired
	private Committees committees;

	@Autowired
	private Seats seats;

	@Autowired
	private TestOrganisations organisations;

	@Autowired
	private MovableClock clock;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionTemplate transaction;

	private Organisation organisation;

	private Member member;

	private Member guardian;

	@BeforeEach
	void join() {
		this.clock.shows("2015-03-02T09:00:00Z");
		this.organisation = this.organisations.establish();
		this.member = this.organisations.person(this.organisation, Role.CHAIR, null);
		this.guardian = this.organisations.person(this.organisation, Role.CONFLICTS_GUARDIAN, null);
	}

	private String base() {
		return "/" + this.organisation.slug() + "/register-of-interests";
	}

	private static InterestStatement says(String description, @Nullable LocalDate ended, @Nullable String refusal) {
		return new InterestStatement("Chair", InterestType.FINANCIAL, null, description, BEGAN, ended,
				"CANARY-mitigation", refusal);
	}

	private UUID declared(InterestStatement statement) {
		UUID key = UUID.randomUUID();
		Tenant.run(this.organisation.id(), () -> this.interests.declare(key, statement, this.member));
		return key;
	}

	private void changed(UUID interest, int seen, InterestStatement statement) {
		Tenant.run(this.organisation.id(), () -> this.interests.change(interest, seen, statement, BEGAN, this.member));
	}

	private void reviewed(UUID interest, int seen, ReviewStatement review) {
		Tenant.run(this.organisation.id(), () -> this.interests.review(interest, seen, review, this.guardian));
	}

	private static ReviewStatement accepted(@Nullable Boolean refusalAgreed) {
		return new ReviewStatement(true, "Leaves the meeting", "CANARY-review-reason", refusalAgreed);
	}

	private UUID published(InterestStatement statement) {
		UUID key = declared(statement);
		reviewed(key, 1, accepted(null));
		return key;
	}

	private String asked(String path) throws Exception {
		MockHttpServletResponse response = this.mvc
			.perform(get(UriComponentsBuilder.fromUriString(path).build(true).toUri()))
			.andReturn()
			.getResponse();
		assertThat(response.getStatus()).as(path).isEqualTo(200);
		return response.getContentAsString(StandardCharsets.UTF_8);
	}

	private List<String> rows(String query) throws Exception {
		return Jsoup.parse(asked(base() + query)).select("tbody tr").eachText();
	}

	/** Follows every link of the public pages, as somebody who has not signed in. */
	private String everythingPublic() throws Exception {
		Deque<String> open = new ArrayDeque<>(List.of(base(), base() + ".csv", base() + "?words=CANARY",
				"/" + this.organisation.slug() + "/sign-in"));
		Set<String> seen = new HashSet<>();
		StringBuilder all = new StringBuilder();
		while (!open.isEmpty()) {
			String path = open.pop();
			if (!seen.add(path) || seen.size() > 60) {
				continue;
			}
			MockHttpServletResponse response = this.mvc
				.perform(get(UriComponentsBuilder.fromUriString(path).build(true).toUri()))
				.andReturn()
				.getResponse();
			String text = response.getContentAsString(StandardCharsets.UTF_8);
			all.append(text).append(response.getHeaderNames().stream().map(response::getHeader).toList());
			for (Element link : Jsoup.parse(text).select("a[href^=/]")) {
				open.add(link.attr("href").replaceAll("#.*", ""));
			}
		}
		return all.toString();
	}

	@Test
	void showsNothingButWhatWasAcceptedWithConsent() throws Exception {
		declared(says("CANARY-unreviewed", null, null));
		UUID refused = declared(says("CANARY-refused", null, "CANARY-refusal"));
		reviewed(refused, 1, accepted(Boolean.TRUE));
		UUID notAgreed = declared(says("CANARY-not-agreed", null, "CANARY-refusal"));
		reviewed(notAgreed, 1, accepted(Boolean.FALSE));
		UUID more = declared(says("CANARY-more", null, null));
		reviewed(more, 1, new ReviewStatement(false, null, "CANARY-asked", null));
		UUID withdrawn = published(says("CANARY-withdrawn", null, null));
		changed(withdrawn, 1, says("CANARY-withdrawn", null, "CANARY-refusal"));
		published(says("CANARY-long-over", LocalDate.of(2014, 9, 1), null));
		UUID revised = published(says("CANARY-before", null, null));
		changed(revised, 1, says("Seen by all", null, null));
		reviewed(revised, 2, accepted(null));
		changed(revised, 2, says("CANARY-later", null, null));
		Organisation other = this.organisations.establish();
		Member stranger = this.organisations.person(other, Role.CHAIR, null);
		Member theirs = this.organisations.person(other, Role.CONFLICTS_GUARDIAN, null);
		Tenant.run(other.id(), () -> {
			UUID key = UUID.randomUUID();
			this.interests.declare(key, says("CANARY-elsewhere", null, null), stranger);
			this.interests.review(key, 1, new ReviewStatement(true, "CANARY-elsewhere-action", null, null), theirs);
		});
		assertThat(rows("")).singleElement()
			.asString()
			.contains("The Chair", "Chair", "Seen by all", "Financial", "Direct", "1 April 2014", "Goes on",
					"Leaves the meeting");
		String everything = everythingPublic();
		assertThat(everything).contains("Seen by all", "Register of interests").contains("action_taken");
		assertThat(everything.replace("?words=CANARY", "").replace("value=\"CANARY\"", "")).doesNotContain("CANARY-")
			.doesNotContain("@example.org");
		assertThat(rows("?words=CANARY")).isEmpty();
	}

	/** Until the end of the day six months after it, in London. */
	@Test
	void keepsAnEndedInterestForSixMonths() throws Exception {
		published(says("Ended", LocalDate.of(2015, 1, 15), null));
		this.clock.shows("2015-07-15T22:59:59Z");
		assertThat(rows("")).hasSize(1);
		this.clock.shows("2015-07-15T23:00:00Z");
		assertThat(rows("")).isEmpty();
		this.clock.shows("2025-01-01T12:00:00Z");
		assertThat(Tenant.call(this.organisation.id(), () -> this.interests.holder(this.member.id())).declarations())
			.hasSize(1);
	}

	@Test
	void keepsTheInterestsOfWhoLeftForSixMonths() throws Exception {
		published(says("Of one who left", null, null));
		Tenant.run(this.organisation.id(),
				() -> this.transaction.executeWithoutResult((status) -> this.jdbc
					.sql("update person set deactivated_at = '2015-03-02T09:00:00Z' where id = ?")
					.param(this.member.id().id())
					.update()));
		this.clock.shows("2015-09-02T12:00:00Z");
		assertThat(rows("")).hasSize(1);
		this.clock.shows("2015-09-03T12:00:00Z");
		assertThat(rows("")).isEmpty();
	}

	@Test
	void isNeverDeleted() {
		published(says("Kept", null, null));
		for (String table : List.of("interest", "interest_version", "interest_review", "interest_return",
				"interest_reminder")) {
			Tenant.run(this.organisation.id(),
					() -> assertThat(this.transaction.<Boolean>execute((status) -> this.jdbc
						.sql("select has_table_privilege('mandate_app', '" + table + "', 'delete, truncate')")
						.query(Boolean.class)
						.single())).as(table).isFalse());
		}
	}

	@Test
	void isSearchedAndDownloadedWithoutFormulas() throws Exception {
		published(says("=HYPERLINK(\"http://example.org\")", null, null));
		published(new InterestStatement("Chair", InterestType.INDIRECT, "Wife", "Works for a hospital", BEGAN, null,
				null, null));
		assertThat(rows("?words=hospit")).singleElement().asString().contains("Wife: Works for a hospital", "Indirect");
		assertThat(rows("?words=INDIRECT")).hasSize(1);
		assertThat(rows("?words=the%20chair")).hasSize(2);
		assertThat(rows("?words=%00%3Cscript%3E")).isEmpty();
		assertThat(rows("?page=99999")).hasSize(2);
		String csv = asked(base() + ".csv?words=hyperlink");
		assertThat(csv.lines().toList()).hasSize(2)
			.first()
			.asString()
			.endsWith("name,job_title,committees,declared_interest,type,direct_or_indirect,from,to,action_taken");
		assertThat(csv).contains("\"'=HYPERLINK(").contains("2014-04-01,,Leaves the meeting");
	}

	@Test
	void namesTheCommitteesOnWhichTheHolderSitsToday() throws Exception {
		published(says("Shares", null, null));
		assertThat(rows("")).singleElement().asString().contains("None");
		seated("Governing Body", this.member, BEGAN, null);
		seated("Commissioning Board", this.member, BEGAN, LocalDate.of(2015, 3, 2));
		seated("CANARY-over", this.member, BEGAN, LocalDate.of(2015, 3, 1));
		seated("CANARY-to-come", this.member, LocalDate.of(2015, 3, 3), null);
		seated("CANARY-of-another", this.guardian, BEGAN, null);
		assertThat(rows("")).singleElement()
			.asString()
			.contains("Commissioning Board; Governing Body Shares")
			.doesNotContain("CANARY");
		assertThat(rows("?words=commissioning%20board")).hasSize(1);
		assertThat(rows("?words=canary")).isEmpty();
		assertThat(asked(base() + ".csv")).contains(",Chair,Commissioning Board; Governing Body,Shares,Financial");
		this.clock.shows("2015-03-03T09:00:00Z");
		assertThat(rows("")).singleElement().asString().contains("CANARY-to-come").doesNotContain("Commissioning");
		Organisation other = this.organisations.establish();
		Tenant.run(other.id(), () -> assertThat(this.committees.seated(BEGAN)).isEmpty());
	}

	private void seated(String committee, Member holder, LocalDate from, @Nullable LocalDate to) {
		Tenant.run(this.organisation.id(), () -> {
			Committee.Kind kind = committee.equals("Governing Body") ? Committee.Kind.GOVERNING_BODY
					: Committee.Kind.COMMISSIONING_BOARD;
			CommitteeId id = this.committees.establish(new CommitteeStatement(committee, kind, false, null, null, null,
					DecisionRule.MAJORITY_OF_VOTES_CAST, false));
			for (int i = 0; i < 2; i++) {
				UUID seat = this.seats.add(id, new SeatStatement("Seat " + i, SeatRole.LAY, true, null));
				if (i == 0) {
					this.seats.fill(id, seat,
							new HolderStatement(holder.id().id(), holder.name(), null, from, to, null, null));
				}
			}
		});
	}

	@Test
	void isReadWithAFixedNumberOfStatementsPageByPage() throws Exception {
		published(says("First", null, null));
		List<String> few = Statements.during(() -> rows(""));
		for (int i = 0; i < 51; i++) {
			published(says("Interest " + i, null, null));
		}
		assertThat(Statements.during(() -> assertThat(rows("")).hasSize(50))).hasSameSizeAs(few)
			.hasSizeLessThanOrEqualTo(5);
		assertThat(rows("?page=2")).hasSize(2);
	}

}
