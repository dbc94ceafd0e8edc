package org.mandate;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;
import org.mandate.appraisals.FinancialYear;
import org.mandate.audit.Trail;
import org.mandate.database.Tenant;
import org.mandate.organisations.Locality;
import org.mandate.organisations.Organisation;
import org.mandate.organisations.Organisations;
import org.mandate.voting.BallotKind;
import org.mandate.voting.BallotPlan;
import org.mandate.voting.Figures;
import org.mandate.voting.Returns;
import org.mandate.voting.Rule;
import org.mandate.voting.Voting;

import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A ballot that is open in an organisation of its own: localities of two practices each,
 * with a director each.
 */
public final class TestBallot {

	private final ApplicationContext beans;

	public final Organisation organisation;

	public final AppraisalSummary appraisal;

	public final Member manager;

	/** By the locality's name in addresses. */
	public final Map<String, Member> directors = new LinkedHashMap<>();

	public TestBallot(ApplicationContext beans, List<String> localities) {
		this.beans = beans;
		TestOrganisations people = beans.getBean(TestOrganisations.class);
		this.organisation = people.establish();
		this.manager = people.person(this.organisation, Role.COMMISSIONING_MANAGER, null);
		this.appraisal = Tenant.call(this.organisation.id(), () -> {
			for (String name : localities) {
				Locality locality = beans.getBean(Organisations.class).addLocality(name, null);
				beans.getBean(TransactionTemplate.class)
					.executeWithoutResult((status) -> practices(locality, this.directors.size()));
				this.directors.put(locality.slug(),
						people.person(this.organisation, Role.LOCALITY_DIRECTOR, locality.id()));
			}
			return beans.getBean(Appraisals.class)
				.start(new FinancialYear(2015), "next-steps-2014", 1, LocalDate.of(2015, 1, 29));
		});
		another();
	}

	private void practices(Locality locality, int at) {
		JdbcClient jdbc = this.beans.getBean(JdbcClient.class);
		for (int i = 0; i < 2; i++) {
			TestPractices.member(jdbc, locality.id(), "A%04d%d".formatted(at, i), locality.name() + " practice " + i,
					0);
		}
	}

	/** Open another ballot, and give its number. */
	public int another() {
		return Tenant.call(this.organisation.id(), () -> {
			Voting voting = this.beans.getBean(Voting.class);
			int number = voting.setUp(this.appraisal, new BallotPlan(BallotKind.CONFIRM, "Do you agree?", "joint",
					Rule.simpleMajority(), LocalDate.of(2015, 1, 1), "2015Q1"));
			voting.open(this.appraisal, number, this.manager.name());
			return number;
		});
	}

	/** The address of a ballot. */
	public String path(int number) {
		return "/%s/appraisals/2015-16/ballots/%d".formatted(this.organisation.slug(), number);
	}

	public Returns.Place place(int number, String locality) {
		return new Returns.Place(this.appraisal, number, locality);
	}

	/** A locality's director returns that one agreed and one abstained. */
	public void returned(int number, String locality) {
		Tenant.run(this.organisation.id(), () -> {
			Returns returns = this.beans.getBean(Returns.class);
			Member director = this.directors.get(locality);
			returns.save(place(number, locality), agreed(), 0, director);
			returns.submit(place(number, locality), "As minuted", director);
		});
	}

	/** One agreed, one abstained. */
	public static Figures agreed() {
		return new Figures(Map.of("joint", 1), null, null, 1, 0, 0, 0);
	}

	/** What the history says of some kind of event, newest first. */
	public List<Trail.Entry> events(String action) {
		return Tenant
			.call(this.organisation.id(),
					() -> this.beans.getBean(Trail.class).events(this.appraisal.id().id(), 0, 10_000))
			.stream()
			.filter((entry) -> entry.action().equals(action))
			.toList();
	}

}
