package org.mandate.meetings;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mandate.MandateTest;
import org.mandate.TestOrganisations;
import org.mandate.access.Member;
import org.mandate.access.PublicPages;
import org.mandate.access.Role;
import org.mandate.committees.SeatRole;
import org.mandate.database.NotFound;
import org.mandate.database.Statements;
import org.mandate.database.Tenant;
import org.mandate.interests.InterestStatement;
import org.mandate.interests.InterestType;
import org.mandate.interests.Interests;
import org.mandate.interests.ReviewStatement;
import org.mandate.meetings.Outcome.Result;
import org.mandate.meetings.PublishedDecision.Conflict;
import org.mandate.meetings.Vote.Choice;
import org.mandate.organisations.Organisation;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mandate.meetings.TestMeetings.approved;
import static org.mandate.meetings.TestMeetings.deferred;
import static org.mandate.meetings.TestMeetings.inPrivate;
import static org.mandate.meetings.TestMeetings.motion;
import static org.mandate.meetings.TestMeetings.news;

/**
 * The register of decisions says what the record of the meetings says, as far as it may
 * be read.
 */
@MandateTest
class PublishedDecisionsTests {

	private static final LocalDate JANUARY = LocalDate.of(2015, 1, 29);

	private static final LocalDate MARCH = LocalDate.of(2015, 3, 26);

	private static final String WORDS = "Shares in a pharmacy";

	@Autowired
	private ApplicationContext beans;

	@Autowired
	private TestOrganisations organisations;

	@Autowired
	private PublishedDecisions register;

	@Autowired
	private Interests interests;

	private Organisation organisation;

	private Member manager;

	private Member governor;

	private TestMeetings body;

	@BeforeEach
	void start() {
		this.organisation = this.organisations.establish();
		this.manager = this.organisations.person(this.organisation, Role.COMMISSIONING_MANAGER, null);
		this.governor = this.organisations.person(this.organisation, Role.GOVERNING_BODY_MEMBER, null);
		this.body = new TestMeetings(this.beans, this.organisation, "Governing Body").withFive()
			.seat("Gil Governor", SeatRole.GP, null, this.governor);
	}

	private List<PublishedDecision> all() {
		return Tenant.call(this.organisation.id(), this.register::all);
	}

	private PublishedDecision one(String reference) {
		return Tenant.call(this.organisation.id(), () -> this.register.one(reference));
	}

	private static InterestStatement says(@Nullable String refusal) {
		return new InterestStatement("GP", InterestType.FINANCIAL, null, WORDS, LocalDate.of(2010, 4, 1), null, null,
				refusal);
	}

	/** Accepted, and to be published. */
	private UUID registered() {
		Member guardian = this.organisations.person(this.organisation, Role.CONFLICTS_GUARDIAN, null);
		UUID id = UUID.randomUUID();
		Tenant.run(this.organisation.id(), () -> {
			this.interests.declare(id, says(null), this.governor);
			this.interests.review(id, 1, new ReviewStatement(true, "Declares it at meetings", null, null), guardian);
		});
		return id;
	}

	private MeetingId decided(LocalDate on, String title, Outcome outcome) {
		MeetingId id = this.body.opened(on, motion(title, "To do it", null));
		this.body.left(id, 1, outcome).closed(id, null, this.manager).published(id);
		return id;
	}

	@Test
	void saysWhatWasDecidedByWhomAndHow() {
		UUID interest = registered();
		MeetingId id = this.body.opened(JANUARY, motion("Opening hours", "To open on Saturdays", "Saturdays; Sundays"));
		this.body.conflicted(id, 1, "Gil Governor", interest, Ruling.DISCUSSION_ONLY, "It is next door")
			.left(id, 1, this.body.votedByName(Result.APPROVED, id, 1, Map.of("Pat Lay", Choice.ABSTAINED)))
			.closed(id, null, this.manager)
			.published(id);
		PublishedDecision decision = one("2015-001");
		assertThat(decision.on()).isEqualTo(JANUARY);
		assertThat(decision.committee()).isEqualTo("Governing Body");
		assertThat(decision.words()).isEqualTo("Approved: 4 for, 0 against, 1 abstained");
		assertThat(decision.id()).isEqualTo(this.body.item(id, 1));
		assertThat(decision.publishedAt()).isBeforeOrEqualTo(Instant.now());
		assertThat(decision.matter())
			.isEqualTo(new PublishedDecision.Matter("To open on Saturdays", null, "Saturdays; Sundays", null, null));
		assertThat(decision.taking()).satisfies((taking) -> {
			assertThat(taking.presiding()).isEqualTo("Chris Chair (Chair)");
			assertThat(taking.tookPart()).containsExactly("Chris Chair", "Vic Vice", "Nell Nurse", "Ed Executive",
					"Pat Lay");
			assertThat(taking.quorum()).isEqualTo("Quorate");
			assertThat(taking.byName()).containsExactly("For: Chris Chair, Vic Vice, Nell Nurse, Ed Executive",
					"Abstained: Pat Lay");
			assertThat(taking.conflicts()).containsExactly(new Conflict("Gil Governor", List.of(WORDS),
					"May take part in discussion, not in the decision (It is next door). Ruled by Chris Chair (Chair)"));
		});
	}

	@Test
	void keepsBackWordsThatMayNotBeRead() {
		UUID interest = registered();
		MeetingId id = this.body.opened(JANUARY, motion("Opening hours", "To open on Saturdays", null));
		this.body.conflicted(id, 1, "Gil Governor", interest, Ruling.EXCLUDED, "The pharmacy is next door")
			.conflicted(id, 1, "Pat Lay", "Lodges with the pharmacist", false, Ruling.REMAIN_ONLY, "The pharmacist!")
			.conflicted(id, 1, "Nell Nurse", "Buys at the pharmacy", true, Ruling.NO_CONFLICT, "Everybody does")
			.left(id, 1, new Outcome(Result.APPROVED, null, null, null, new Vote(4, 0, 0, Map.of(), null)))
			.closed(id, null, this.manager)
			.published(id);
		assertThat(one("2015-001").taking().conflicts()).contains(new Conflict("Gil Governor", List.of(WORDS),
				"Excluded (The pharmacy is next door). Ruled by Chris Chair (Chair)"));
		Tenant.run(this.organisation.id(),
				() -> this.interests.change(interest, 1, says("It endangers my family"), JANUARY, this.governor));
		assertThat(one("2015-001").taking().conflicts()).containsExactlyInAnyOrder(
				new Conflict("Gil Governor", List.of(Minutes.WITHHELD), "Excluded. Ruled by Chris Chair (Chair)"),
				new Conflict("Pat Lay", List.of(Minutes.WITHHELD),
						"May remain, and not take part. Ruled by Chris Chair (Chair)"),
				new Conflict("Nell Nurse", List.of("Buys at the pharmacy"),
						"No conflict (Everybody does). Ruled by Chris Chair (Chair)"));
		assertThat(all().toString()).doesNotContain(WORDS, "Lodges", "next door", "pharmacist", "endangers");
	}

	@Test
	void leavesOutWhatIsNotPublished() {
		MeetingId id = this.body.opened(JANUARY, motion("Public", "To do it", null), inPrivate("Private", "To sue"),
				news("News"), motion("Not reached", "To wait", null));
		this.body.left(id, 1, approved6()).left(id, 2, approved6());
		assertThat(all()).isEmpty();
		this.body.left(id, 3, new Outcome(Result.NOTED, null, null, null, null))
			.closed(id, "The fire bell rang", this.manager);
		assertThat(all()).isEmpty();
		assertThat(offered()).isEmpty();
		this.body.published(id);
		assertThat(all()).extracting(PublishedDecision::title).containsExactly("Public");
		assertThat(offered()).containsExactly("/register-of-decisions");
		assertThatExceptionOfType(NotFound.class).isThrownBy(() -> one("2015-002"));
		MeetingId later = this.body.opened(MARCH);
		this.body.left(later, 1, approved6()).closed(later, null, this.manager);
		assertThat(all()).extracting(PublishedDecision::title).containsExactly("Public");
		Organisation other = this.organisations.establish();
		assertThat(Tenant.call(other.id(), this.register::all)).isEmpty();
		assertThatExceptionOfType(NotFound.class)
			.isThrownBy(() -> Tenant.call(other.id(), () -> this.register.one("2015-001")));
	}

	private static Outcome approved6() {
		return new Outcome(Result.APPROVED, null, null, null, new Vote(6, 0, 0, Map.of(), null));
	}

	private List<String> offered() {
		return Tenant.call(this.organisation.id(), this.register::pages)
			.stream()
			.map(PublicPages.PublicPage::path)
			.toList();
	}

	@Test
	void saysOfADeferralThatItWasInquorateAndLeadsToWhatCameLater() {
		MeetingId id = this.body.opened(JANUARY, motion("Opening hours", "To open on Saturdays", "Saturdays"));
		for (String name : List.of("Nell Nurse", "Ed Executive", "Pat Lay", "Gil Governor")) {
			this.body.conflicted(id, 1, name, "Works on Saturdays", true, Ruling.EXCLUDED, null);
		}
		this.body.left(id, 1, deferred("Too few are left")).closed(id, null, this.manager).published(id);
		PublishedDecision put = one("2015-001");
		assertThat(put.words()).isEqualTo("Deferred");
		assertThat(put.reason()).isEqualTo("Too few are left");
		assertThat(put.taking().quorum()).isEqualTo("Not quorate: 1 more voting member missing");
		assertThat(put.taking().vote()).isNull();
		assertThat(put.later()).isNull();
		MeetingId next = this.body.called(MARCH);
		this.body.opened(next);
		for (String name : List.of("Nell Nurse", "Ed Executive", "Pat Lay", "Gil Governor")) {
			this.body.within(() -> {
				this.beans.getBean(Proceedings.class)
					.rule(next, this.body.item(next, 1), this.body.seatOf(name), Ruling.NO_CONFLICT, null);
				return name;
			});
		}
		this.body.left(next, 1, approved6()).closed(next, null, this.manager);
		assertThat(one("2015-001").later()).as("not published yet").isNull();
		this.body.published(next);
		assertThat(one("2015-001").later()).isEqualTo("2015-002");
		assertThat(one("2015-002").later()).isNull();
		assertThat(all()).extracting(PublishedDecision::reference).containsExactly("2015-002", "2015-001");
	}

	@Test
	void keepsTheWordsThatWerePutBesideThoseThatWereApproved() {
		decided(JANUARY, "Opening hours", new Outcome(Result.APPROVED_WITH_AMENDMENTS, null, "To do it twice",
				"Once is not enough", new Vote(5, 1, 0, Map.of(), null)));
		assertThat(one("2015-001")).satisfies((decision) -> {
			assertThat(decision.matter().wording()).isEqualTo("To do it");
			assertThat(decision.matter().amended()).isEqualTo("To do it twice");
			assertThat(decision.reason()).isEqualTo("Once is not enough");
		});
	}

	@Test
	void tellsTheYearEndPackWhatIsNotPublished() {
		decided(JANUARY, "Published", approved());
		MeetingId kept = this.body.opened(MARCH, motion("Not published", "To do it", null));
		this.body.left(kept, 1, approved()).closed(kept, null, this.manager);
		this.body.called(LocalDate.of(2015, 3, 30));
		Tenant.run(this.organisation.id(),
				() -> this.beans.getBean(TransactionTemplate.class)
					.executeWithoutResult((status) -> assertThat(this.beans.getBean(DecisionsOfYear.class)
						.missing(LocalDate.of(2014, 4, 1), LocalDate.of(2015, 3, 31))
						.names()).containsExactly("Governing Body, 26 March 2015")));
	}

	@Test
	void readsAnyNumberOfDecisionsWithSevenStatements() throws Exception {
		decided(JANUARY, "First", approved());
		List<String> few = Statements.during(this::all);
		for (int i = 1; i < 6; i++) {
			decided(JANUARY.plusDays(i), "Another", approved());
		}
		assertThat(Statements.during(() -> assertThat(all()).hasSize(6))).hasSameSizeAs(few).hasSize(7);
	}

	@Test
	void ordersDecisionsOfOneDayByTheirNumber() {
		MeetingId id = this.body.opened(JANUARY, motion("First", "To do it", null), motion("Second", "To do it", null));
		this.body.left(id, 1, approved()).left(id, 2, approved()).closed(id, null, this.manager).published(id);
		decided(LocalDate.of(2014, 12, 1), "Earlier", approved());
		assertThat(all()).extracting(PublishedDecision::reference).containsExactly("2015-002", "2015-001", "2014-001");
	}

}
