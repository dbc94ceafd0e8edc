package org.mandate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Modules are the packages below the base package; each may use those listed for it in
 * {@code docs/architecture.md}, and of those only the public types.
 */
class ModularityTests {

	private static final ApplicationModules MODULES = ApplicationModules.of(Mandate.class);

	/**
	 * What each module may use, beside {@code database} and {@code forms}, which all may.
	 */
	private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(entry("database", Set.of()),
			entry("forms", Set.of()), entry("mail", Set.of()), entry("audit", Set.of()),
			entry("organisations", Set.of("audit")), entry("access", Set.of("organisations", "audit")),
			entry("guidance", Set.of("access", "audit")),
			entry("register", Set.of("appraisals", "organisations", "access", "audit")),
			entry("accounts", Set.of("appraisals", "organisations", "access", "audit")),
			entry("site", Set.of("access", "organisations", "appraisals")),
			entry("appraisals", Set.of("guidance", "organisations", "access", "audit")),
			entry("committees", Set.of("appraisals", "guidance", "organisations", "access", "audit")),
			entry("options", Set.of("appraisals", "guidance", "access", "audit")),
			entry("considerations", Set.of("options", "appraisals", "guidance", "access", "audit")),
			entry("scoring", Set.of("options", "appraisals", "access", "audit")),
			entry("analysis", Set.of("scoring", "options", "appraisals", "access", "audit")),
			entry("risks", Set.of("options", "appraisals", "access", "audit")),
			entry("voices",
					Set.of("analysis", "scoring", "options", "voting", "appraisals", "guidance", "access", "audit")),
			entry("voting", Set.of("appraisals", "guidance", "organisations", "access", "audit")),
			entry("recount", Set.of("voting", "appraisals", "organisations", "access", "audit")),
			entry("recommendations",
					Set.of("interests", "voting", "appraisals", "guidance", "organisations", "access", "audit")),
			entry("documents", Set.of()),
			entry("facts",
					Set.of("voting", "analysis", "scoring", "considerations", "options", "appraisals", "guidance",
							"organisations", "access", "audit")),
			entry("narratives", Set.of("documents", "facts", "recommendations", "appraisals", "access", "audit")),
			entry("reminders", Set.of("mail", "voting", "appraisals", "organisations", "access", "audit")),
			entry("interests", Set.of("committees", "appraisals", "mail", "organisations", "access", "audit")),
			entry("demonstration",
					Set.of("engagement", "constitution", "mandates", "deadlines", "submissions", "arrangements",
							"coversheets", "narratives", "meetings", "committees", "interests", "considerations",
							"risks", "voices", "scoring", "options", "recommendations", "voting", "appraisals",
							"guidance", "organisations", "access", "audit")),
			entry("coversheets",
					Set.of("recommendations", "considerations", "appraisals", "organisations", "access", "audit")),
			entry("search", Set.of("recommendations", "appraisals", "access", "audit")),
			entry("engagement",
					Set.of("recommendations", "appraisals", "guidance", "organisations", "access", "audit")),
			entry("constitution",
					Set.of("recommendations", "voting", "appraisals", "guidance", "organisations", "access", "audit")),
			entry("mandates",
					Set.of("engagement", "constitution", "committees", "interests", "recommendations", "voting",
							"appraisals", "guidance", "organisations", "access", "audit")),
			entry("deadlines",
					Set.of("meetings", "recommendations", "voting", "mail", "appraisals", "guidance", "organisations",
							"access", "audit")),
			entry("submissions",
					Set.of("mandates", "constitution", "documents", "committees", "interests", "considerations",
							"options", "recommendations", "voting", "appraisals", "guidance", "organisations", "access",
							"audit")),
			entry("arrangements", Set.of("recommendations", "appraisals", "guidance", "access", "audit")),
			entry("meetings",
					Set.of("recommendations", "interests", "committees", "options", "voting", "appraisals",
							"organisations", "access", "audit")),
			entry("papers",
					Set.of("mandates", "engagement", "documents", "coversheets", "narratives", "facts", "meetings",
							"analysis", "scoring", "considerations", "options", "risks", "voices", "recommendations",
							"voting", "appraisals", "guidance", "organisations", "access", "audit")));

	@Test
	void modulesUseOnlyPublicTypesOfOthersAndFormNoCycle() {
		MODULES.verify();
	}

	@Test
	void modulesUseOnlyWhatTheArchitectureAllows() {
		List<String> wrong = new ArrayList<>();
		for (ApplicationModule module : MODULES) {
			String name = module.getIdentifier().toString();
			assertThat(MAY_USE).as("module %s is listed", name).containsKey(name);
			module.getDirectDependencies(MODULES)
				.uniqueModules()
				.map((used) -> used.getIdentifier().toString())
				.filter((used) -> !used.equals("database") && !used.equals("forms") && !used.equals(name)
						&& !MAY_USE.get(name).contains(used))
				.forEach((used) -> wrong.add(name + " uses " + used));
		}
		assertThat(wrong).isEmpty();
	}

	@Test
	void documentsTheModules() {
		new Documenter(MODULES).writeDocumentation();
	}

}
