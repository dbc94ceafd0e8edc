package org.mandate;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;
import org.mandate.access.Member;
import org.mandate.access.MemberId;
import org.mandate.access.People;
import org.mandate.access.Role;
import org.mandate.access.SigningIn;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;
import org.mandate.appraisals.FinancialYear;
import org.mandate.database.Tenant;
import org.mandate.organisations.Organisation;
import org.mandate.organisations.Organisations;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/**
 * Organisations and people made for a test, so that tests share a database without
 * sharing data.
 */
@TestComponent
public class TestOrganisations {

	private static final AtomicInteger NEXT = new AtomicInteger();

	private final Organisations organisations;

	private final People people;

	private final Appraisals appraisals;

	TestOrganisations(Organisations organisations, People people, Appraisals appraisals) {
		this.organisations = organisations;
		this.people = people;
		this.appraisals = appraisals;
	}

	/** A new organisation with a code of its own, such as "T01". */
	public Organisation establish() {
		String code = "T" + Integer.toString(1296 + NEXT.incrementAndGet(), 36).toUpperCase(java.util.Locale.ROOT);
		return this.organisations.establish(code, "Test CCG " + code, "T" + code);
	}

	/** A new person of the organisation with a role. */
	public Member person(Organisation organisation, Role role, @Nullable UUID locality) {
		return Tenant.call(organisation.id(), () -> {
			MemberId id = this.people.add(UUID.randomUUID() + "@example.org", "The " + role.label(), null, Set.of(role),
					locality);
			return this.people.active().stream().filter((member) -> member.id().equals(id)).findFirst().orElseThrow();
		});
	}

	/**
	 * Its appraisal for 2015/16 by the guidance of 2014, which speaks for 29 January
	 * 2015.
	 */
	public AppraisalSummary appraisal(Organisation organisation) {
		return Tenant.call(organisation.id(),
				() -> this.appraisals.start(new FinancialYear(2015), "next-steps-2014", 1, LocalDate.of(2015, 1, 29)));
	}

	/** Sends a request as that person. */
	public static RequestPostProcessor as(Member member) {
		return SigningIn.as(member);
	}

}
