package org.mandate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;
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
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Oxfordshire's appraisal for 2015/16 as far as the vote, in an organisation of its own:
 * the comparison recorded, six localities of 80 practices, and what each reported in
 * December 2014.
 */
public final class OxfordshireDecision {

	private static final AtomicInteger NEXT = new AtomicInteger(46656);

	private static final LocalDate CENSUS = LocalDate.of(2015, 1, 1);

	private final ApplicationContext beans;

	private int codes;

	public final Organisation organisation;

	public final AppraisalSummary appraisal;

	public final Member manager;

	public final Member chair;

	public final Member governor;

	public OxfordshireDecision(ApplicationContext beans) {
		this.beans = beans;
		this.organisation = beans.getBean(Organisations.class)
			.establish("O" + Integer.toString(NEXT.incrementAndGet(), 36).toUpperCase(java.util.Locale.ROOT),
					"NHS Oxfordshire CCG", "OCCG");
		TestOrganisations people = beans.getBean(TestOrganisations.class);
		this.manager = people.person(this.organisation, Role.COMMISSIONING_MANAGER, null);
		this.chair = people.person(this.organisation, Role.CHAIR, null);
		this.governor = people.person(this.organisation, Role.GOVERNING_BODY_MEMBER, null);
		this.appraisal = within(() -> beans.getBean(Appraisals.class)
			.start(new FinancialYear(2015), "next-steps-2014", 1, LocalDate.of(2015, 1, 29)));
	}

	/** The address of the appraisal. */
	public String base() {
		return "/" + this.organisation.slug() + this.appraisal.path();
	}

	public <R> R within(java.util.function.Supplier<R> work) {
		return Tenant.call(this.organisation.id(), work::get);
	}

	public void within(Runnable work) {
		Tenant.run(this.organisation.id(), work);
	}

	/** What Oxfordshire did in 2014/15, from its paper's table. */
	public OxfordshireDecision compared() {
		within(() -> {
			try {
				this.beans.getBean(Appraisals.class)
					.recordCurrentLevels(this.appraisal.id(),
							new ClassPathResource("demonstration/oxfordshire-current-level.yaml"));
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		});
		return this;
	}

	/** The ballot is open, and nothing returned. */
	public OxfordshireDecision asked() {
		return asked(1);
	}

	/** The same with so many times the practices. */
	public OxfordshireDecision asked(int times) {
		Map<String, Integer> sizes = new LinkedHashMap<>();
		sizes.put("North", 13);
		sizes.put("North East", 10);
		sizes.put("City", 24);
		sizes.put("South East", 10);
		sizes.put("South West", 14);
		sizes.put("West", 9);
		Voting voting = this.beans.getBean(Voting.class);
		within(() -> {
			sizes.forEach((name, size) -> {
				Locality locality = this.beans.getBean(Organisations.class)
					.addLocality(name, "Inferred from the towns of the practices");
				this.beans.getBean(TransactionTemplate.class)
					.executeWithoutResult((status) -> practices(locality, size * times));
			});
			voting.setUp(this.appraisal,
					new BallotPlan(BallotKind.CONFIRM, "Do you agree with joint commissioning (model 2) for 2015/16?",
							"joint", Rule.simpleMajority(), CENSUS, "2015Q1"));
			voting.open(this.appraisal, 1, this.manager.name());
		});
		return this;
	}

	private void practices(Locality locality, int number) {
		JdbcClient jdbc = this.beans.getBean(JdbcClient.class);
		for (int i = 0; i < number; i++) {
			TestPractices.member(jdbc, locality.id(), "K%05d".formatted(this.codes++),
					locality.name() + " practice " + i, 0);
		}
	}

	/** Every locality's return is accepted and the ballot closed. */
	public OxfordshireDecision voted() {
		counted("north", rest(0, "unanimously agreed"));
		counted("north-east", rest(2, "the remaining practices approved model 2"));
		counted("city", rest(1, "the other practices approving model 2"));
		counted("south-east", rest(0, "unanimously agreed"));
		counted("south-west", southWest(9, 3));
		counted("west", rest(0, "unanimously agreed"));
		within(() -> {
			this.beans.getBean(Voting.class).close(this.appraisal, 1, null, this.manager.name());
			this.beans.getBean(Returns.class).enterRegisterCounts(this.appraisal, 1, this.manager);
		});
		return this;
	}

	/** What South West reported: two abstained. */
	public static Figures southWest(int joint, int greaterInvolvement) {
		return new Figures(Map.of("joint", joint, "greater-involvement", greaterInvolvement), null, null, 2, 0, 0, 0);
	}

	private static Figures rest(int abstained, @Nullable String said) {
		return new Figures(Map.of(), "joint", said, abstained, 0, 0, 0);
	}

	public void counted(String locality, Figures figures) {
		within(() -> {
			Returns returns = this.beans.getBean(Returns.class);
			returns.save(place(locality), figures, 0, this.manager);
			returns.submit(place(locality), "As minuted", this.manager);
			returns.accept(place(locality), this.manager);
		});
	}

	public Returns.Place place(String locality) {
		return new Returns.Place(this.appraisal, 1, locality);
	}

	/** What the history says of some kind of event, newest first. */
	public List<Trail.Entry> events(String action) {
		return within(() -> this.beans.getBean(Trail.class).events(this.appraisal.id().id(), 0, 10_000)).stream()
			.filter((entry) -> entry.action().equals(action))
			.toList();
	}

}
