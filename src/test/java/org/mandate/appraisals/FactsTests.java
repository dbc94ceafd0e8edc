package org.mandate.appraisals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FactsTests {

	@Test
	void putsOldAndNewBesideEachOther() {
		Map<String, Object> before = new LinkedHashMap<>();
		before.put("model2", 9);
		before.put("abstained", 2);
		Map<String, Object> after = new LinkedHashMap<>();
		after.put("model2", 10);
		after.put("spoilt", 1);
		Facts facts = Facts.of(Map.of("before", before, "after", after));
		assertThat(facts.changes()).containsExactly(new Facts.Changed("Model2", "9", "10"),
				new Facts.Changed("Abstained", "2", ""), new Facts.Changed("Spoilt", "", "1"));
		assertThat(facts.others()).isEmpty();
	}

	@Test
	void understandsOtherNamesForOldAndNew() {
		assertThat(Facts.of(Map.of("old", 3, "new", 4)).changes())
			.containsExactly(new Facts.Changed("Value", "3", "4"));
	}

	@Test
	void keepsAFactThatOnlyLooksLikeHalfAPair() {
		Facts facts = Facts.of(Map.of("from", "The area team"));
		assertThat(facts.changes()).isEmpty();
		assertThat(facts.others()).containsExactly(new Facts.Fact("From", "The area team"));
	}

	@Test
	void saysFactsAsPeopleDo() {
		Map<String, Object> details = new LinkedHashMap<>();
		details.put("speaksFor", "2015-01-29");
		details.put("closedAt", "2015-01-09T12:00:00Z");
		details.put("inferred", true);
		details.put("role", "COMMISSIONING_MANAGER");
		details.put("localities", List.of("North", "West"));
		details.put("figures", Map.of("votes", 9));
		details.put("units", List.of(Map.of("name", "City")));
		assertThat(Facts.of(details).others()).containsExactly(new Facts.Fact("Speaks for", "29 January 2015"),
				new Facts.Fact("Closed at", "12:00pm on 9 January 2015"), new Facts.Fact("Inferred", "Yes"),
				new Facts.Fact("Role", "Commissioning manager"), new Facts.Fact("Localities", "North, West"),
				new Facts.Fact("Figures, votes", "9"), new Facts.Fact("Units", "Name City"));
	}

	@Test
	void leavesOutIdsAndWhatIsEmpty() {
		Map<String, Object> details = new LinkedHashMap<>();
		details.put("ballot", "4f0f6a5e-6d1c-4b1e-9a55-2f0a3f6c7d10");
		details.put("remark", "");
		details.put("nothing", null);
		assertThat(Facts.of(details).others()).isEmpty();
	}

}
