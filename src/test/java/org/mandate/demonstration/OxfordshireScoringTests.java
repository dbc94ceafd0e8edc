package org.mandate.demonstration;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.mandate.MandateTest;
import org.mandate.TestOrganisations;
import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;
import org.mandate.appraisals.FinancialYear;
import org.mandate.audit.Trail;
import org.mandate.database.Tenant;
import org.mandate.organisations.Organisation;
import org.mandate.scoring.AgreedScores;
import org.mandate.scoring.Performance;
import org.mandate.scoring.Scorecard;
import org.mandate.scoring.Scoring;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@MandateTest
class OxfordshireScoringTests {

	@Autowired
	private TestOrganisations organisations;

	@Autowired
	private Appraisals appraisals;

	@Autowired
	private OxfordshireScoring demonstration;

	@Autowired
	private Scoring scoring;

	@Autowired
	private Trail trail;

	@Test
	void jointLeadsNarrowlyOverDelegatedAndEverythingInventedSaysSo() {
		Organisation organisation = this.organisations.establish();
		Member manager = this.organisations.person(organisation, Role.COMMISSIONING_MANAGER, null);
		Map<String, Member> directors = new HashMap<>();
		for (String locality : List.of("North", "North East", "City", "South East", "West")) {
			directors.put(locality, this.organisations.person(organisation, Role.GOVERNING_BODY_MEMBER, null));
		}
		Tenant.run(organisation.id(), () -> {
			AppraisalSummary appraisal = this.appraisals.start(new FinancialYear(2015), "next-steps-2014", 1,
					LocalDate.of(2015, 1, 29));
			this.demonstration.load(appraisal, directors, manager);
			AgreedScores agreed = this.scoring.agreed(appraisal);
			assertThat(agreed.missing()).isEmpty();
			Performance performance = Objects.requireNonNull(agreed.performance());
			assertThat(performance.criteria()).hasSize(6);
			Map<String, Integer> values = new HashMap<>();
			performance.alternatives().forEach((each) -> values.put(each.key(), value(performance, each)));
			int sum = performance.criteria().stream().mapToInt(Performance.Weighed::rawWeight).sum();
			assertThat(values.get("joint") - values.get("delegated")).isPositive().isLessThan(sum / 10);
			assertThat(values.get("delegated")).isGreaterThan(values.get("greater-involvement"));
			assertThat(performance.alternatives().getLast().ranked()).isFalse();
			Scorecard card = this.scoring.card(appraisal, manager);
			assertThat(card.open()).isTrue();
			assertThat(card.overlaps()).isEmpty();
			assertThat(card.agreed().values())
				.allMatch((each) -> each.reason().startsWith(OxfordshireScoring.INVENTED));
			assertThat(card.scores()).hasSize(5 * 24)
				.allMatch((each) -> each.comment() == null || each.comment().startsWith(OxfordshireScoring.INVENTED));
			assertThat(card.agreed().values()).anyMatch((each) -> each.dissent() != null);
			assertThat(this.trail.events(appraisal.id().id(), 0, 100))
				.noneMatch((each) -> each.actorName().equals("Mandate") && !each.action().startsWith("appraisal"));
		});
	}

	private static int value(Performance performance, Performance.Alternative alternative) {
		int value = 0;
		for (int i = 0; i < performance.criteria().size(); i++) {
			value += performance.criteria().get(i).rawWeight() * alternative.scores().get(i);
		}
		return value;
	}

}
