package org.mandate.constitution;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mandate.MandateTest;
import org.mandate.appraisals.AsAt;
import org.mandate.guidance.Edition;
import org.mandate.guidance.Guidance;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The routes as 002, Changes to a CCG Constitution, has them.
 */
@MandateTest
class RoutesTests {

	private static final String SOURCE = "NHS England roadshow slides, Technical plenary, Changes to a CCG Constitution";

	@Autowired
	private Guidance guidance;

	private Constitution.Route route(String edition, String model, String asAt, Amendment... amendments) {
		Edition found = this.guidance.latest(edition);
		return Routes.of(found, model, List.of(amendments), AsAt.asked(asAt).orElseThrow());
	}

	private static Amendment amendment(int number, boolean only, @Nullable LocalDate sent) {
		return new Amendment(new UUID(0, number), number, "Title", only, null, null, null, sent, null,
				new Amendment.Further("Text", null, null, null, null, null, null, null, 0, "Somebody", Instant.EPOCH));
	}

	private static LocalDate day(int january) {
		return LocalDate.of(2015, 1, january);
	}

	@Test
	void goesWithTheProposalWhereOnlyCoCommissioningIsAskedFor() {
		Constitution.Route delegated = route("next-steps-2014", "delegated", "2015-01-08", amendment(1, true, null));
		assertThat(delegated.withProposal()).isTrue();
		assertThat(delegated.deadline().day()).isEqualTo(day(9));
		assertThat(delegated.explanation()).startsWith(
				"The only amendment on record is for co-commissioning, so it can be submitted with the proposal. The way "
						+ "with the proposal is open until 9 January 2015 (" + SOURCE)
			.contains("1 day left", "Another source says 5 January 2015 (");
		Constitution.Route joint = route("next-steps-2014", "joint", "2015-01-29", amendment(1, true, null),
				amendment(2, true, null));
		assertThat(joint.deadline().day()).isEqualTo(day(30));
		assertThat(joint.explanation()).startsWith(
				"All 2 amendments on record are for co-commissioning, so they can be submitted with the proposal.");
	}

	@Test
	void goesByTheNormalRouteWhereAnythingElseIsAskedForToo() {
		Constitution.Route route = route("next-steps-2014", "delegated", "2015-01-15", amendment(1, true, null),
				amendment(2, false, null));
		assertThat(route.withProposal()).isFalse();
		assertThat(route.deadline().day()).isEqualTo(day(6));
		assertThat(route.explanation())
			.isEqualTo("Amendment 2 is not for co-commissioning. The amendments for co-commissioning are then not the "
					+ "only ones asked for, so the requests go by the normal route. The normal route ended on 6 January "
					+ "2015 (" + SOURCE + "): 9 days before 15 January 2015. Amendments 1, 2 are not on record as sent "
					+ "to NHS England.");
		assertThat(route("next-steps-2014", "joint", "2015-01-06", amendment(1, false, null)).explanation()).isEqualTo(
				"Amendment 1 is not for co-commissioning, so it goes by the normal route. The normal route is open "
						+ "until 6 January 2015 (" + SOURCE + "): the last day.");
	}

	@Test
	void saysWhatWasSentLateAndCountsNoDaysWhereNobodyWouldReadThem() {
		assertThat(route("next-steps-2014", "delegated", "2015-01-15", amendment(1, false, day(8))).explanation())
			.endsWith("Amendment 1 was sent on 8 January 2015, 2 days late.");
		assertThat(route("next-steps-2014", "delegated", "2015-01-15", amendment(1, false, day(6))).explanation())
			.endsWith("9 days before 15 January 2015.");
		assertThat(route("next-steps-2014", "delegated", "2026-01-15", amendment(1, false, day(6))).explanation())
			.endsWith("ended on 6 January 2015 (" + SOURCE + ").");
	}

	@Test
	void saysWhereAnEditionDatesNothing() {
		Constitution.Route route = route("bma-2016", "delegated", "2016-12-01", amendment(1, true, null));
		assertThat(route.deadline()).isNull();
		assertThat(route.explanation()).endsWith("states no date for amendments of the constitution under this model.");
	}

	@Test
	void anAmendmentThatCameLaterIsNotSentYet() {
		assertThat(route("next-steps-2014", "delegated", "2015-01-07", amendment(1, false, day(8))).explanation())
			.endsWith("Amendment 1 is not on record as sent to NHS England.");
	}

}
