package org.mandate.bench;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.mandate.Mandate;
import org.mandate.access.MemberId;
import org.mandate.access.People;
import org.mandate.access.Role;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;
import org.mandate.appraisals.FinancialYear;
import org.mandate.database.Tenant;
import org.mandate.organisations.Locality;
import org.mandate.organisations.Organisation;
import org.mandate.organisations.Organisations;
import org.mandate.organisations.RegisterFile;
import org.mandate.organisations.RegisterImports;
import org.mandate.voting.BallotKind;
import org.mandate.voting.BallotPlan;
import org.mandate.voting.Choice;
import org.mandate.voting.Rule;
import org.mandate.voting.Voting;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A ballot that is open in an organisation of its own, with a director for each locality.
 *
 * @param organisation as in addresses
 * @param manager runs the ballot, and may look at the integrity of the record
 * @param directors one for each locality of one to three practices
 */
record Poll(String organisation, MemberId manager, List<Director> directors) {

	private static final String PROPOSED = "joint";

	private static final LocalDate DAY = LocalDate.of(2015, 1, 1);

	/**
	 * Sets up organisations through the application's own facades, on data that it makes.
	 */
	static List<Poll> setUp(Path data, List<String> codes, int localities) {
		// Java's own loader for sources knows nothing of the application's classes that
		// are not public.
		Thread.currentThread().setContextClassLoader(Mandate.class.getClassLoader());
		try (ConfigurableApplicationContext application = SpringApplication.run(Mandate.class,
				"--mandate.data-directory=" + data, "--server.port=0", "--logging.level.root=warn",
				"--logging.level.org.mandate=warn")) {
			return codes.stream().map((code) -> setUp(application, code, localities)).toList();
		}
	}

	private static Poll setUp(ApplicationContext application, String code, int localities) {
		Organisation organisation = application.getBean(Organisations.class)
			.establish(code, "Benchmark CCG " + code, "BCCG");
		return Tenant.call(organisation.id(), () -> {
			register(application.getBean(RegisterImports.class), code, localities);
			People people = application.getBean(People.class);
			MemberId manager = people.add("manager@benchmark.example", "The manager", null,
					Set.of(Role.COMMISSIONING_MANAGER, Role.ADMINISTRATOR), null);
			List<Choice> choices = open(application);
			List<Director> directors = new ArrayList<>();
			for (Locality locality : application.getBean(Organisations.class).localities()) {
				MemberId person = people.add(locality.slug() + "@benchmark.example", "Director of " + locality.name(),
						null, Set.of(Role.LOCALITY_DIRECTOR), locality.id());
				directors.add(director(directors.size(), person, locality, choices));
			}
			return new Poll(organisation.slug(), manager, directors);
		});
	}

	private static int practices(int locality) {
		return locality % 3 + 1;
	}

	private static void register(RegisterImports imports, String code, int localities) {
		StringBuilder practices = new StringBuilder();
		StringBuilder places = new StringBuilder("practice_code,locality\n");
		for (int locality = 0; locality < localities; locality++) {
			for (int at = 0; at < practices(locality); at++) {
				String practice = "B%04d%d".formatted(locality, at);
				practices
					.append("""
							"%s","PRACTICE %s","","","","","","","","OX1 1AA","19740401","","A","B","%s","20130401","","","","","","0","","","","4",""
							"""
						.formatted(practice, practice, code));
				places.append("%s,Locality %04d%n".formatted(practice, locality));
			}
		}
		load(imports, RegisterFile.PRACTICES, practices);
		load(imports, RegisterFile.LOCALITIES, places);
	}

	private static void load(RegisterImports imports, RegisterFile kind, StringBuilder rows) {
		imports.load(kind, kind.slug() + ".csv",
				new ByteArrayInputStream(rows.toString().getBytes(StandardCharsets.UTF_8)), DAY, null);
	}

	private static List<Choice> open(ApplicationContext application) {
		Voting voting = application.getBean(Voting.class);
		AppraisalSummary appraisal = application.getBean(Appraisals.class)
			.start(new FinancialYear(2015), "next-steps-2014", 1, LocalDate.of(2015, 1, 29));
		int number = voting.setUp(appraisal, new BallotPlan(BallotKind.CONFIRM, "Does your practice agree?", PROPOSED,
				Rule.simpleMajority(), DAY, "2015Q1"));
		voting.open(appraisal, number, "The manager");
		return voting.choices(appraisal);
	}

	/**
	 * One practice agrees; of two, one prefers something else; of three, one abstains,
	 * which is unusual enough to need a reason.
	 */
	private static Director director(int at, MemberId person, Locality locality, List<Choice> choices) {
		int practices = practices(at);
		int other = (at % 2 == 0) ? 1 : choices.size() - 1;
		List<Choice> others = choices.stream().filter((choice) -> !choice.code().equals(PROPOSED)).toList();
		String preferred = others.get(other % others.size()).code();
		List<Director.Vote> votes = choices.stream().map((choice) -> {
			int agreed = choice.code().equals(PROPOSED) ? Math.ceilDiv(practices, 2) : 0;
			return new Director.Vote(choice.code(), (practices == 2 && choice.code().equals(preferred)) ? 1 : agreed);
		}).toList();
		return new Director(person, locality.slug(), votes, (practices == 3) ? 1 : 0);
	}

	/** Where the ballot is. */
	String ballot() {
		return "/%s/appraisals/2015-16/ballots/1".formatted(this.organisation);
	}

}
