package org.mandate.considerations;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.mandate.options.Option;

import static org.assertj.core.api.Assertions.assertThat;

class CapacityTests {

	private static final Option JOINT = option("joint", "Option 2");

	private static final Option DELEGATED = option("delegated", "Option 3");

	@Test
	void addsExactDecimals() {
		Capacity capacity = capacity(role("A", "0.1", "0.1", "0.3"), role("B", "0.2", "0.2", "0.35"));
		assertThat(capacity.held().words()).isEqualTo("0.3");
		assertThat(capacity.needed(DELEGATED).words()).isEqualTo("0.65");
		assertThat(capacity.finding(JOINT)).isEqualTo("Option 2: enough staff in every role.");
		assertThat(capacity.finding(DELEGATED)).isEqualTo("Option 3: 0.35 FTE short (A 0.2; B 0.15).");
	}

	@Test
	void neverCountsTheUnknownAsNothing() {
		Capacity capacity = capacity(role("Manager", "1", "1", "2.5"), role("Lead", null, null, "0.5"));
		assertThat(capacity.held().words()).isEqualTo("At least 1");
		assertThat(capacity.needed(JOINT).words()).isEqualTo("At least 1");
		assertThat(capacity.needed(DELEGATED).words()).isEqualTo("3");
		assertThat(capacity.shortfall(DELEGATED).words()).isEqualTo("At least 1.5");
		assertThat(capacity.finding(JOINT))
			.isEqualTo("Option 2: enough staff where the need is known. Not known for Lead.");
		assertThat(capacity.finding(DELEGATED))
			.isEqualTo("Option 3: at least 1.5 FTE short (Manager 1.5). Not known for Lead.");
	}

	@Test
	void doesNotFillOneRoleWithTheSparePeopleOfAnother() {
		Capacity capacity = capacity(role("A", "5", "1", "1"), role("B", "0", "2", "0"));
		assertThat(capacity.finding(JOINT)).isEqualTo("Option 2: 2 FTE short (B 2).");
	}

	@Test
	void knowsThatNothingIsShortWhereNothingIsNeeded() {
		Capacity capacity = capacity(role("A", null, "0", null));
		assertThat(capacity.finding(JOINT)).isEqualTo("Option 2: enough staff in every role.");
		assertThat(capacity.finding(DELEGATED)).isEqualTo("Option 3: not known whether staff would be enough.");
	}

	@Test
	void saysOnceThatNothingIsKnown() {
		Capacity capacity = capacity(role("A", "1", null, null));
		assertThat(capacity.findings())
			.containsExactly("Whether there are enough people is not known for any option yet.");
		assertThat(capacity.needed(JOINT).words()).isEqualTo("Not known");
	}

	private static Capacity capacity(Capacity.Role... roles) {
		return new Capacity(List.of(JOINT, DELEGATED), List.of(roles), List.of(), null);
	}

	private static Capacity.Role role(String name, String held, String joint, String delegated) {
		Map<String, BigDecimal> needs = new HashMap<>();
		if (joint != null) {
			needs.put("joint", new BigDecimal(joint));
		}
		if (delegated != null) {
			needs.put("delegated", new BigDecimal(delegated));
		}
		return new Capacity.Role(UUID.randomUUID(), name, (held != null) ? new BigDecimal(held) : null, needs, null,
				"A paper", null, new Saved("Somebody", Instant.EPOCH, 0));
	}

	private static Option option(String key, String label) {
		return new Option(key, Option.Kind.MODEL, label, label, "A model", List.of(), Option.Standing.SHORTLISTED, null,
				null, null, null, -1);
	}

}
