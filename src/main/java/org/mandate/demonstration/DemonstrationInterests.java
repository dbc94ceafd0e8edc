package org.mandate.demonstration;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.access.ActingAs;
import org.mandate.access.Member;
import org.mandate.interests.InterestStatement;
import org.mandate.interests.InterestType;
import org.mandate.interests.Interests;
import org.mandate.interests.ReviewStatement;

/**
 * Invented interests of the invented people, each saying that it is invented.
 */
class DemonstrationInterests {

	private static final String INVENTED = "Invented for the demonstration: ";

	private final Interests interests;

	private final Member guardian;

	DemonstrationInterests(Interests interests, Member guardian) {
		this.interests = interests;
		this.guardian = guardian;
	}

	/**
	 * Some accepted, some that wait for their review, a refusal of consent and a nil
	 * return.
	 */
	void declare(Map<String, Member> directors, Member layMember, Member chair) {
		accepted(directors, "South West",
				says("Locality clinical director", InterestType.FINANCIAL, null,
						"partner in a member practice of the South West locality", LocalDate.of(2009, 4, 1), null),
				"Takes no part in decisions on investment in, or performance of, member practices");
		accepted(directors, "North",
				says("Locality clinical director", InterestType.INDIRECT, "Husband",
						"nurse at a hospital from which the CCG commissions", LocalDate.of(2012, 9, 3), null),
				"Declared at meetings; takes part in discussion, not in decisions on that hospital");
		accepted(directors, "City", says("Locality clinical director", InterestType.NON_FINANCIAL_PROFESSIONAL, null,
				"member of the committee of a medical royal college's faculty", LocalDate.of(2013, 11, 4), null),
				"Declared at meetings; no other action needed");
		declared(layMember, says("Lay member", InterestType.NON_FINANCIAL_PERSONAL, null,
				"trustee of a charity for carers in the county", LocalDate.of(2014, 1, 6), null));
		declared(chair,
				says("Chair of the governing body", InterestType.INDIRECT, "Close friend",
						"director of a company that runs out-of-hours services", LocalDate.of(2014, 6, 2),
						INVENTED + "the friend does not want to be recognised by it"));
		Member director = of(directors, "West");
		ActingAs.run(director, () -> this.interests.makeReturn(director));
	}

	private static InterestStatement says(String position, InterestType type, @Nullable String relationship,
			String description, LocalDate began, @Nullable String refusal) {
		return new InterestStatement(position, type, relationship, INVENTED + description, began, null,
				INVENTED + "declare it at each meeting", refusal);
	}

	private void accepted(Map<String, Member> directors, String locality, InterestStatement statement, String action) {
		UUID key = declared(of(directors, locality), statement);
		ActingAs.run(this.guardian, () -> this.interests.review(key, 1,
				new ReviewStatement(true, action + " (invented)", null, null), this.guardian));
	}

	private UUID declared(Member by, InterestStatement statement) {
		UUID key = UUID.randomUUID();
		ActingAs.run(by, () -> this.interests.declare(key, statement, by));
		return key;
	}

	private static Member of(Map<String, Member> directors, String locality) {
		return Objects.requireNonNull(directors.get(locality));
	}

}
