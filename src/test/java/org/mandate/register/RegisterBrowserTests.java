package org.mandate.register;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandate.browser.BrowserTest;
import org.mandate.browser.Visitor;
import org.mandate.database.TestDatabase;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ContextConfiguration;

/**
 * The register's pages on the demonstration, through a browser. Imports end at the
 * preview: other tests count on the demonstration as it ships.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "mandate.demonstration=true")
@ContextConfiguration(initializers = TestDatabase.class)
class RegisterBrowserTests extends BrowserTest {

	private static final String IMPORTS = "/10q/practices/imports";

	@ParameterizedTest
	@ValueSource(ints = { WIDE, NARROW })
	void everyPageIsAccessibleAndFits(int width) {
		Visitor manager = signIn(visitor(width), "/10q", "Sam Rowan");
		manager.opens("/10q/practices").reads("80 practices").photographs("practices-" + width);
		manager.opens("/10q/practices?words=nothing").reads("No practice on the register matches");
		manager.opens("/10q/practices/K84001").reads("Inferred by town").photographs("practice-" + width);
		manager.opens("/10q/localities").reads("South West").photographs("localities-" + width);
		manager.presses("Add locality").reads("There is a problem");
		manager.opens("/10q/partner-bodies").presses("Add partner body").reads("There is a problem");
		manager.opens(IMPORTS).reads("epraccur").photographs("imports-" + width);
		manager.opens(IMPORTS + "/files/practices").photographs("import-file-" + width);
		manager.presses("Show what would change").reads("Choose a file, or paste its rows");
		manager.opens(IMPORTS + "/files/list-sizes");
	}

	@ParameterizedTest
	@ValueSource(ints = { WIDE, NARROW })
	void aPreviewAndAListOfProblemsAreAccessibleAndFit(int width) {
		Visitor manager = signIn(visitor(width), "/10q", "Sam Rowan");
		pastes(manager, "practice_code,locality\nK84001,City\nK84002,Vale\n").reads("South East → City")
			.reads("The locality Vale will be added.")
			.photographs("import-preview-" + width);
		pastes(manager, "practice_code,locality\nK84001,City\nK99999,Vale\n,\n").reads("How to fix it")
			.photographs("import-problems-" + width);
	}

	@Test
	void anImportCanBePreviewedWithoutScripts() {
		Visitor manager = signIn(visitorWithoutScripts(NARROW), "/10q", "Sam Rowan");
		pastes(manager, "practice_code,locality\nK84001,City\n").readsHeading("Check before you import");
	}

	@Test
	void southernDerbyshireHasItsOwnPracticesWithoutLocalities() {
		Visitor manager = signIn(visitor(NARROW), "/04r", "Charlie Juniper");
		manager.opens("/04r/practices").reads("56 practices");
		manager.opens("/04r/localities").reads("Without a locality");
		manager.meets(404, "/04r/practices/K84001");
	}

	private static Visitor pastes(Visitor manager, String rows) {
		return manager.opens(IMPORTS + "/files/localities")
			.fills("Or paste the rows here", rows)
			.presses("Show what would change");
	}

	private static Visitor signIn(Visitor visitor, String organisation, String name) {
		return visitor.opens(organisation + "/sign-in").presses("Continue as " + name);
	}

}
