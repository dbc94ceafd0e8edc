package org.mandate.submissions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.mandate.MandateTest;
import org.mandate.guidance.Edition;
import org.mandate.guidance.Guidance;
import org.mandate.mandates.Mandate;
import org.mandate.mandates.MandateTest.State;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What stands between a pro forma and its submission, whatever tells the members'
 * mandate.
 */
@MandateTest
class ReadinessTests {

	private static final LocalDate DAY = LocalDate.of(2015, 1, 9);

	private static final Instant AT = Instant.parse("2015-01-09T09:00:00Z");

	@Autowired
	private Guidance guidance;

	private Edition edition() {
		return this.guidance.latest("next-steps-2014");
	}

	private ProForma complete(Attestation... attestations) {
		Map<ProFormaField, Answer> answers = new EnumMap<>(ProFormaField.class);
		ProFormaField.of(edition(), "delegated")
			.forEach((field) -> answers.put(field, new Answer("Said", null, null, 0, "Somebody", AT)));
		Map<ChecklistItem, ChecklistEntry> checklist = new EnumMap<>(ChecklistItem.class);
		for (ChecklistItem item : ChecklistItem.values()) {
			checklist.put(item, new ChecklistEntry(ChecklistItem.State.READY, "A", "B", null, 0, "Somebody", AT));
		}
		return new ProForma(UUID.randomUUID(), 1, "delegated", 7, "Somebody", AT, AT, null, answers,
				new AreaTeamPart("Somebody", AreaTeamPart.Support.DOES_NOT_SUPPORT, "No", DAY, 0, "Somebody", AT),
				checklist, List.of(), List.of(attestations), null);
	}

	private static Attestation attestation(Attestation.Office office, int revision) {
		return new Attestation(1, office, UUID.randomUUID(), "Somebody", revision, null, null, AT);
	}

	private static org.mandate.mandates.MandateTest test(String topic, State state) {
		return new org.mandate.mandates.MandateTest(topic, "Title of " + topic, List.of(), state, List.of(), List.of());
	}

	private List<String> gaps(ProForma proForma, Mandate mandate) {
		return Readiness
			.of(proForma, edition(), new Readiness.Approval("delegated", "Delegated commissioning", DAY), mandate, DAY,
					"/appraisals/2015-16")
			.gaps()
			.stream()
			.map(Readiness.Gap::text)
			.toList();
	}

	@Test
	void everyFailedTestHasToBeOverridden() {
		ProForma proForma = complete(attestation(Attestation.Office.ACCOUNTABLE_OFFICER, 7),
				attestation(Attestation.Office.AUDIT_COMMITTEE_CHAIR, 7));
		List<org.mandate.mandates.MandateTest> tests = List.of(test("one", State.EVIDENCED),
				test("two", State.NOT_EVIDENCED), test("three", State.CONTRADICTED));
		String end = ", and the accountable officer has not overridden it.";
		assertThat(gaps(proForma, new Mandate("delegated", tests, null))).containsExactly(
				"Members' mandate: “Title of two” is not evidenced" + end,
				"Members' mandate: “Title of three” is contradicted" + end);
		assertThat(gaps(proForma,
				new Mandate("delegated", tests, new Mandate.Override(Set.of("two"), "Because", "The officer", AT))))
			.containsExactly("Members' mandate: “Title of three” is contradicted" + end);
		assertThat(gaps(proForma, new Mandate("delegated", tests,
				new Mandate.Override(Set.of("two", "three"), "Because", "The officer", AT))))
			.isEmpty();
		assertThat(gaps(proForma, new Mandate("delegated", List.of(), null))).isEmpty();
	}

	@Test
	void attestationsAreAboutTheRevision() {
		assertThat(gaps(complete(attestation(Attestation.Office.ACCOUNTABLE_OFFICER, 6)),
				new Mandate("delegated", List.of(), null)))
			.containsExactly(
					"The pro forma was changed after the accountable officer attested, so the attestation is void.",
					"The audit committee chair has not attested.");
	}

}
