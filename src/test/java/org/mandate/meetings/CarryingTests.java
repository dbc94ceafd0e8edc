package org.mandate.meetings;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.mandate.MandateTest;
import org.mandate.TestOrganisations;
import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.database.Statements;
import org.mandate.meetings.AgendaItem.Statement;
import org.mandate.organisations.Organisation;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a meeting left is on the agenda of the next, in its order and with what was
 * declared on it.
 */
@MandateTest
class CarryingTests {

	private static final LocalDate JANUARY = LocalDate.of(2015, 1, 29);

	private static final LocalDate FEBRUARY = LocalDate.of(2015, 2, 26);

	@Autowired
	private ApplicationContext beans;

	@Autowired
	private TestOrganisations organisations;

	@Test
	void carriesManyItemsWithAsManyStatementsAsOne() throws Exception {
		List<String> one = carrying(1);
		assertThat(carrying(5)).hasSameSizeAs(one);
	}

	/** What is sent to call a meeting after one that left so many items. */
	private List<String> carrying(int number) throws Exception {
		Organisation organisation = this.organisations.establish();
		Member manager = this.organisations.person(organisation, Role.COMMISSIONING_MANAGER, null);
		TestMeetings body = new TestMeetings(this.beans, organisation, "Governing Body").withFive();
		MeetingId january = body.opened(JANUARY,
				IntStream.rangeClosed(1, number)
					.mapToObj((each) -> TestMeetings.news("Item " + each))
					.toArray(Statement[]::new));
		for (AgendaItem item : body.one(january).items()) {
			body.within(() -> {
				this.beans.getBean(Proceedings.class)
					.declare(january, item.id(), List.of(),
							new Proceedings.Said(body.seatOf("Nell Nurse"), "Shares in " + item.title(), true));
				return item;
			});
		}
		body.closed(january, "The fire bell rang", manager);
		List<MeetingId> called = new ArrayList<>();
		List<String> sent = Statements.during(() -> called.add(body.called(FEBRUARY)));
		assertThat(body.one(called.getFirst()).items()).hasSize(number).allSatisfy((item) -> {
			assertThat(item.title()).isEqualTo("Item " + item.number());
			assertThat(item.declarations()).singleElement().satisfies((declared) -> {
				assertThat(declared.origin()).isEqualTo(AgendaItem.Origin.CARRIED);
				assertThat(declared.words()).isEqualTo("Shares in " + item.title());
			});
		});
		return sent.stream().filter((sql) -> !sql.contains("audit_event")).toList();
	}

}
