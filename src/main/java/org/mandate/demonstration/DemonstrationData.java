package org.mandate.demonstration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.mandate.access.ActingAs;
import org.mandate.access.Demonstration;
import org.mandate.access.Member;
import org.mandate.access.People;
import org.mandate.access.Role;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;
import org.mandate.appraisals.FinancialYear;
import org.mandate.database.Tenant;
import org.mandate.interests.Interests;
import org.mandate.organisations.DemonstrationRegister;
import org.mandate.organisations.Locality;
import org.mandate.organisations.Organisation;
import org.mandate.organisations.Organisations;
import org.mandate.organisations.PartnerBody;
import org.mandate.recommendations.Recommendations;
import org.mandate.voting.BallotKind;
import org.mandate.voting.BallotPlan;
import org.mandate.voting.Figures;
import org.mandate.voting.Returns;
import org.mandate.voting.Rule;
import org.mandate.voting.Voting;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Loads the demonstration once, through the same doors that people use, so that its trail
 * and its figures come about as theirs do.
 */
@Component
class DemonstrationData implements ApplicationRunner {

	private static final Logger log = LoggerFactory.getLogger(DemonstrationData.class);

	private static final String EDITION = "next-steps-2014";

	private static final String AS_REPORTED = "As reported in the governing body's paper of January 2015, section 5.1";

	private final Demonstration demonstration;

	private final Organisations organisations;

	private final DemonstrationRegister register;

	private final People people;

	private final Appraisals appraisals;

	private final Voting voting;

	private final Returns returns;

	private final Recommendations recommendations;

	private final ConsideredDemonstration considered;

	private final RisksAndViews risksAndViews;

	private final OxfordshireScoring scoring;

	private final Interests interests;

	private final DemonstrationCommittees committees;

	private final DemonstrationMeetings meetings;

	private final DemonstrationCovers covers;

	private final DemonstrationNarratives narratives;

	private final List<Scene> scenes;

	DemonstrationData(Demonstration demonstration, Organisations organisations, DemonstrationRegister register,
			People people, Appraisals appraisals, Voting voting, Returns returns, Recommendations recommendations,
			ConsideredDemonstration considered, RisksAndViews risksAndViews, OxfordshireScoring scoring,
			Interests interests, DemonstrationCommittees committees, DemonstrationMeetings meetings,
			DemonstrationCovers covers, DemonstrationNarratives narratives, List<Scene> scenes) {
		this.demonstration = demonstration;
		this.organisations = organisations;
		this.register = register;
		this.people = people;
		this.appraisals = appraisals;
		this.voting = voting;
		this.returns = returns;
		this.recommendations = recommendations;
		this.considered = considered;
		this.risksAndViews = risksAndViews;
		this.scoring = scoring;
		this.interests = interests;
		this.committees = committees;
		this.meetings = meetings;
		this.covers = covers;
		this.narratives = narratives;
		this.scenes = scenes;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		if (this.demonstration.isOn()) {
			load();
			announce();
		}
	}

	/** Who can be tried, for the person who started it. */
	private void announce() {
		StringBuilder roles = new StringBuilder("Roles to try, without a password:");
		for (Organisation organisation : this.organisations.all()) {
			roles.append("\n  ").append(organisation.name());
			for (Member member : Tenant.call(organisation.id(), this.people::active)) {
				String role = member.roles().stream().map(Role::label).sorted().collect(Collectors.joining(", "));
				String locality = (member.localityName() != null) ? " of " + member.localityName() : "";
				roles.append("\n    ").append(member.name()).append(": ").append(role).append(locality);
			}
		}
		log.info("{}", roles);
	}

	/** Load what is not there yet. */
	void load() {
		if (this.organisations.byCode("10Q").isEmpty()) {
			Organisation oxfordshire = this.organisations.establish("10Q", "NHS Oxfordshire CCG", "OCCG");
			Tenant.run(oxfordshire.id(), this::oxfordshire);
			log.info("Loaded the demonstration of Oxfordshire");
		}
		if (this.organisations.byCode("04R").isEmpty()) {
			Organisation derbyshire = this.organisations.establish("04R", "NHS Southern Derbyshire CCG", "SDCCG");
			Tenant.run(derbyshire.id(), this::southernDerbyshire);
			log.info("Loaded the demonstration of Southern Derbyshire");
		}
	}

	private void oxfordshire() {
		Cast cast = new Cast(this.people, "oxfordshire.example");
		Member administrator = cast.add("Robin Ash", "Governance officer", Role.ADMINISTRATOR, null);
		ActingAs.run(administrator, () -> {
			this.register.load(DemonstrationRegister.Shipped.OXFORDSHIRE);
			this.organisations.addPartnerBody("NHS England, Thames Valley Area Team", PartnerBody.Kind.NHS_ENGLAND);
			this.organisations.addPartnerBody("Oxfordshire County Council", PartnerBody.Kind.LOCAL_AUTHORITY);
			this.organisations.addPartnerBody("Patient participation group fora", PartnerBody.Kind.PATIENT_GROUP);
		});
		List<Locality> localities = this.organisations.localities();
		cast.add("Sam Rowan", "Head of primary care commissioning", Role.COMMISSIONING_MANAGER, null);
		Map<String, Member> directors = new LinkedHashMap<>();
		Map.of("South West", "Alex Hazel", "North", "Jo Linden", "North East", "Chris Elm", "City", "Pat Willow",
				"South East", "Kim Alder", "West", "Lee Maple")
			.forEach((locality, name) -> directors.put(locality, cast.add(name, "Locality clinical director",
					Role.LOCALITY_DIRECTOR, Cast.idOf(localities, locality))));
		cast.add("Morgan Birch", "Lay member", Role.GOVERNING_BODY_MEMBER, null);
		cast.add("Drew Oakley", "Chair of the governing body", Role.CHAIR, null);
		Member manager = cast.the(Role.COMMISSIONING_MANAGER);
		ActingAs.run(administrator, () -> this.committees.oxfordshire(this.people.active()));
		ActingAs.run(manager, () -> {
			AppraisalSummary appraisal = this.appraisals.start(new FinancialYear(2015), EDITION, 1,
					LocalDate.of(2015, 1, 29));
			currentLevels(appraisal);
			this.considered.oxfordshire(appraisal);
			this.risksAndViews.oxfordshire(appraisal);
			vote(appraisal, directors, manager);
			this.scoring.load(appraisal, directors, manager);
			this.narratives.write(appraisal, "oxfordshire", manager);
		});
		Member guardian = cast.add("Frances Yew", "Lay member, chair of the audit committee", Role.CONFLICTS_GUARDIAN,
				null);
		new DemonstrationInterests(this.interests, guardian).declare(directors, cast.the(Role.GOVERNING_BODY_MEMBER),
				cast.the(Role.CHAIR));
		ActingAs.run(manager, () -> {
			AppraisalSummary appraisal = this.appraisals.of("2015-16");
			this.meetings.oxfordshire(appraisal, manager);
			this.covers.oxfordshire(appraisal);
			this.scenes.forEach((scene) -> scene.oxfordshire(appraisal));
		});
		cast.add("Ali Rose", "Chief executive", Role.ACCOUNTABLE_OFFICER, null);
	}

	private void currentLevels(AppraisalSummary appraisal) {
		try {
			this.appraisals.recordCurrentLevels(appraisal.id(),
					new ClassPathResource("demonstration/oxfordshire-current-level.yaml"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Five of six localities have returned, as the paper reports them; South West has
	 * not.
	 */
	private void vote(AppraisalSummary appraisal, Map<String, Member> directors, Member manager) {
		int ballot = this.voting.setUp(appraisal, new BallotPlan(BallotKind.CONFIRM,
				"OCCG Executive recommends a joint commissioning approach (Option 2) for 2015/16, to be reviewed "
						+ "as part of the planning process for 2016/17. Does your practice agree?",
				"joint", Rule.simpleMajority(), LocalDate.of(2014, 12, 23), DemonstrationRegister.QUARTER));
		this.voting.open(appraisal, ballot, manager.name());
		report(appraisal, ballot, directors, "North", 0, "unanimously agreed", manager);
		report(appraisal, ballot, directors, "North East", 2, "the remaining practices approved model 2", manager);
		report(appraisal, ballot, directors, "City", 1, "the other practices approving model 2", manager);
		report(appraisal, ballot, directors, "South East", 0, "unanimously agreed", manager);
		report(appraisal, ballot, directors, "West", 0, "unanimously agreed", manager);
	}

	private void report(AppraisalSummary appraisal, int ballot, Map<String, Member> directors, String locality,
			int abstained, String asSaid, Member manager) {
		Member director = Objects.requireNonNull(directors.get(locality));
		Returns.Place place = new Returns.Place(appraisal, ballot, locality.toLowerCase(Locale.ROOT).replace(' ', '-'));
		ActingAs.run(director, () -> {
			this.returns.save(place, new Figures(Map.of(), "joint", asSaid, abstained, 0, 0, 0), 0, director);
			this.returns.submit(place, AS_REPORTED, director);
		});
		ActingAs.run(manager, () -> this.returns.accept(place, manager));
	}

	/** Delegated commissioning is preferred; the members are still being consulted. */
	private void southernDerbyshire() {
		Cast cast = new Cast(this.people, "southern-derbyshire.example");
		Member administrator = cast.add("Terry Larch", "Governance officer", Role.ADMINISTRATOR, null);
		ActingAs.run(administrator, () -> {
			this.register.load(DemonstrationRegister.Shipped.SOUTHERN_DERBYSHIRE);
			this.organisations.addPartnerBody("Health and Wellbeing Board",
					PartnerBody.Kind.HEALTH_AND_WELLBEING_BOARD);
		});
		cast.add("Charlie Juniper", "Head of primary care", Role.COMMISSIONING_MANAGER, null);
		cast.add("Nicky Poplar", "Lay member", Role.GOVERNING_BODY_MEMBER, null);
		cast.add("Val Cherry", "Chair of the governing body", Role.CHAIR, null);
		Member manager = cast.the(Role.COMMISSIONING_MANAGER);
		ActingAs.run(administrator, () -> this.committees.southernDerbyshire(this.people.active()));
		ActingAs.run(manager, () -> {
			AppraisalSummary appraisal = this.appraisals.start(new FinancialYear(2015), EDITION, 1,
					LocalDate.of(2015, 1, 15));
			this.considered.southernDerbyshire(appraisal);
			this.risksAndViews.southernDerbyshire(appraisal);
			this.narratives.write(appraisal, "southern-derbyshire", manager);
			this.recommendations.begin(appraisal, Recommendations.Source.CHOSEN_MODEL, "delegated", manager);
			this.covers.southernDerbyshire(appraisal);
			this.scenes.forEach((scene) -> scene.southernDerbyshire(appraisal));
		});
		cast.add("Gale Sedge", "Chief officer", Role.ACCOUNTABLE_OFFICER, null);
	}

}
