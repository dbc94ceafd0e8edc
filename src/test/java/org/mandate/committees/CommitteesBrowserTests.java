package org.mandate.committees;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.mandate.browser.BrowserTest;
import org.mandate.browser.Visitor;
import org.mandate.database.TestDatabase;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ContextConfiguration;

/**
 * Committees in a browser, wide and narrow, and a quorum built without scripts.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "mandate.demonstration=true")
@ContextConfiguration(initializers = TestDatabase.class)
class CommitteesBrowserTests extends BrowserTest {

	private static Visitor as(Visitor visitor, String organisation, String who) {
		return visitor.opens("/" + organisation + "/sign-in").presses("Continue as " + who);
	}

	@Test
	void aCommitteeIsBuiltAndItsQuorumTriedWithoutScripts() {
		Visitor manager = as(visitorWithoutScripts(NARROW), "04r", "Charlie Juniper").follows("Committees")
			.presses("Set up a committee")
			.presses("Set up the committee")
			.reads("Enter the name of the committee")
			.fills("Name", "Joint committee built here")
			.chooses("Joint committee")
			.presses("Set up the committee")
			.reads("Add its seats next");
		String committee = manager.path();
		manager.presses("Add a seat")
			.fills("What is the seat called?", "Lay chair")
			.chooses("Lay member")
			.chooses("With a vote")
			.chooses("The chair")
			.presses("Add the seat")
			.presses("Record who holds it")
			.fills("Or the name of somebody else", "Kit Reed (invented)");
		manager.page().locator("#from-day").fill("1/4/2015");
		manager.presses("Save")
			.reads("Kit Reed (invented) is recorded")
			.opens(committee)
			.follows("Put the quorum together")
			.presses("Add a number of members")
			.fills("At least how many members?", "1")
			.presses("Add a group of parts")
			.presses("Add “the chair or the vice chair” to part 2")
			.presses("Add a number of members to part 2");
		manager.page().locator("[id='part-2-2'] input[inputmode=numeric]").fill("2");
		manager.presses("Read it first")
			.reads("at least 1 voting member; and either (the chair or the vice chair or at least 2 voting members)")
			.presses("Save the quorum")
			.follows("Try it on people")
			.presses("Is it quorate?")
			.reads("Not quorate Missing: 1 more voting member; and either (the chair or the vice chair or 2 more")
			.chooses("Kit Reed (invented)")
			.presses("Is it quorate?")
			.reads("The one person picked makes it quorate");
	}

	@Test
	void everyPageIsReadAtBothWidths() {
		for (int width : List.of(WIDE, NARROW)) {
			Visitor visitor = as(visitor(width), "04r", "Charlie Juniper").opens("/04r/committees")
				.photographs("committees-" + width)
				.follows("Primary Care Commissioning Committee")
				.reads("The composition fails: none of the 4 required readings is met")
				.photographs("committee-" + width);
			String committee = visitor.path();
			visitor.follows("Each reading with its source")
				.reads("Missing: 2 more voting lay members or executives")
				.reads("Missing: 4 more voting lay members")
				.photographs("composition-" + width);
			visitor.opens(committee + "/quorum/trial?asked=true").reads("Not quorate").photographs("trial-" + width);
			visitor.opens(committee + "/quorum")
				.presses("Add a group of parts")
				.presses("Add a share of the members")
				.presses("Add a group of parts")
				.presses("Save the quorum")
				.reads("Add a part to the group")
				.photographs("quorum-" + width);
			visitor.opens(committee + "/history");
			visitor.opens(committee + "/details").opens(committee + "/withdrawal").opens(committee + "/seats/new");
			visitor.opens(committee).follows("Lay member and vice chair").photographs("seat-" + width);
			visitor.presses("Record who holds it")
				.presses("Save")
				.reads("Enter the first day")
				.photographs("holder-" + width);
			visitor.opens("/04r/committees/new").presses("Set up the committee").reads("There is a problem");
			as(visitor(width), "10q", "Morgan Birch").opens("/10q/committees")
				.follows("Commissioning Board")
				.reads("in shadow form")
				.reads("being developed");
		}
	}

}
