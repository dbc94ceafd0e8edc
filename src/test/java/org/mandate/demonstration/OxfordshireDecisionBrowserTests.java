package org.mandate.demonstration;

import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.mandate.browser.BrowserTest;
import org.mandate.browser.Visitor;
import org.mandate.database.TestDatabase;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ContextConfiguration;

/**
 * The decision of January 2015, taken in a browser on the demonstration from the
 * comparison to the sealed paper. Each test goes on where the one before it ended.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "mandate.demonstration=true")
@ContextConfiguration(initializers = TestDatabase.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OxfordshireDecisionBrowserTests extends BrowserTest {

	private static final String APPRAISAL = "/10q/appraisals/2015-16";

	private static final String BALLOT = APPRAISAL + "/ballots/1";

	private static Visitor as(String person, Visitor visitor) {
		// The page of one organisation: the page of all grows with what other tests
		// establish.
		String organisation = person.equals("Charlie Juniper") ? "04r" : "10q";
		return visitor.opens("/" + organisation + "/sign-in").presses("Continue as " + person);
	}

	@Test
	@Order(1)
	void theManagerComparesTheModels() {
		as("Sam Rowan", visitor(WIDE)).photographs("home")
			.opens(APPRAISAL)
			.reads("5 of 6 localities returned")
			.reads("Mandate incomplete")
			.opens(APPRAISAL + "/comparison")
			.reads("Option 1 would be less than today for 2 functions")
			.photographs("comparison")
			.opens(APPRAISAL + "/deadlines")
			.reads("12 noon on 9 January 2015")
			.reads("5 January 2015")
			.reads("5pm on 30 January 2015")
			.reads("31 January 2015");
		as("Sam Rowan", visitor(NARROW)).opens(APPRAISAL)
			.opens(APPRAISAL + "/comparison")
			.opens(APPRAISAL + "/deadlines")
			.opens(APPRAISAL + "/current-level")
			.opens(APPRAISAL + "/ballots/new")
			.opens(BALLOT)
			.opens(BALLOT + "/results")
			.opens("/10q/practices");
	}

	@Test
	@Order(2)
	void theDirectorOfSouthWestReturnsOnAPhoneWithoutScripts() {
		as("Alex Hazel", visitorWithoutScripts(NARROW)).opens(BALLOT + "/returns/south-west")
			.fills("Agree with Option 2: Joint commissioning", "nine")
			.presses("Continue")
			.reads("There is a problem")
			.fills("Agree with Option 2: Joint commissioning", "9")
			.fills("Prefer Option 1: Greater involvement", "3")
			.fills("Abstained", "2")
			.presses("Continue")
			.readsHeading("Check before you return the votes")
			.presses("Return these votes")
			.reads("Votes returned");
		as("Alex Hazel", visitor(NARROW)).opens(BALLOT + "/returns/south-west").reads("Votes returned");
	}

	@Test
	@Order(3)
	void theManagerAcceptsAndReadsTheResultBothWays() {
		as("Sam Rowan", visitor(WIDE)).opens(BALLOT + "/returns/south-west")
			.presses("Accept this return")
			.presses("Close the ballot")
			.reads("64.3% (9 of 14)")
			.reads("75.0% (9 of 12)")
			.reads("Total 80 3 at least 9 0 5 not known")
			.reads("Total not computable")
			.reads("This page shows figures as stated")
			.presses("Enter the rest from the register")
			.reads("This page shows figures with register counts")
			.reads("Total 80 3 72 0 5 0 80")
			.reads("North (13), South East (10) and West (9) agreed unanimously with Option 2")
			.photographs("results");
	}

	@Test
	@Order(4)
	void theManagerDraftsTheRecommendationFromTheRecord() {
		as("Sam Rowan", visitor(WIDE)).opens(APPRAISAL + "/recommendation")
			.presses("Draft from the record")
			.presses("Save")
			.reads("OCCG wishes to opt for a joint commissioning approach to co-commissioning for 2015/16 with a plan to "
					+ "review these arrangements as part of our planning process for 2016/17.")
			.reads("Is the paper complete?")
			.photographs("recommendation-incomplete")
			.fills("Why do you put it although it is not complete?",
					"The implications are given at the meeting, as the paper of January 2015 gives none")
			.presses("Put it although it is not complete")
			.reads("The paper was not complete when it was put");
	}

	@Test
	@Order(5)
	void theGoverningBodyResolvesAtItsMeetingOfJanuaryWithoutScripts() {
		Visitor chair = as("Drew Oakley", visitorWithoutScripts(NARROW)).opens(APPRAISAL + "/recommendation")
			.readsHeading("Do your interests touch the recommendation?")
			.presses("Save and go on")
			.reads("Choose Yes if this interest touches the recommendation, or No")
			.chooses("Yes")
			.presses("Save and go on")
			.opens("/10q/meetings")
			.follows("Governing Body, 29 January 2015")
			.chooses("The meeting has begun, or its record is made afterwards")
			.presses("Open the meeting")
			.presses("Record who is present")
			.presses("Everybody else is present")
			.presses("Save")
			.presses("Take item 1");
		String item = chair.path();
		String meeting = item.substring(0, item.indexOf("/items/"));
		chair.reads("Close friend: Invented for the demonstration")
			.reads("There is no ruling yet on what Drew Oakley")
			.reads("Presides: Morgan Birch (invented) (Vice chair)")
			.follows("Record the ruling")
			.chooses("May take part in discussion, not in the decision")
			.presses("Record the ruling")
			.reads("12 of 12 members are there for the item, 11 take part in the decision, 11 may vote")
			.presses("Record the vote")
			.chooses("By count")
			.fills("Votes for", "12")
			.fills("Votes against", "0")
			.fills("Abstentions", "0")
			.chooses("Approved")
			.presses("Record the outcome")
			.reads("That is 12, and 11 members may vote on this item")
			.fills("Votes for", "10")
			.fills("Abstentions", "1")
			.presses("Record the outcome")
			.reads("10 for, 0 against, 1 abstained")
			.follows("Next: item 2")
			.presses("Record the vote")
			.chooses("By count")
			.fills("Votes for", "12")
			.fills("Votes against", "0")
			.fills("Abstentions", "0")
			.chooses("Approved")
			.presses("Record the outcome")
			.opens(meeting)
			.presses("Close the meeting")
			.presses("Close the meeting")
			.reads("The meeting is closed. Its record is final.");
		as("Drew Oakley", visitor(WIDE)).opens(item)
			.opens(meeting + "/minutes")
			.reads("Approved: 10 for, 0 against, 1 abstained")
			.photographs("minutes")
			.opens(meeting)
			.presses("Publish the decisions")
			.presses("Publish the decisions")
			.reads("The decisions are published");
		visitor(NARROW).opens("/10q/register-of-decisions")
			.reads("2015-001")
			.reads("10 for, 0 against, 1 abstained")
			.photographs("register-of-decisions");
	}

	@Test
	@Order(6)
	void everybodyReadsTheSealedPaperAndTheHistory() {
		as("Morgan Birch", visitor(WIDE)).opens(APPRAISAL + "/papers/1")
			.readsHeading("Do your interests touch the recommendation?")
			.photographs("interests-asked")
			.chooses("No")
			.presses("Save and go on")
			.reads("OCCG wishes to opt for a joint commissioning approach")
			.reads("North (13), South East (10) and West (9) agreed unanimously")
			.photographs("paper")
			.opens(APPRAISAL + "/history")
			.reads("Accepted the return of South West in ballot 1")
			.reads("Was told, before opening recommendation 1, that interests may touch it, and said that 0 of 1 do");
		as("Morgan Birch", visitor(NARROW)).opens(APPRAISAL + "/papers/1")
			.opens(APPRAISAL + "/history")
			.opens(APPRAISAL + "/recommendation")
			.reads("Does not: Invented for the demonstration")
			.follows("Change what you said")
			.photographs("interests-asked-narrow");
		as("Drew Oakley", visitor(WIDE)).opens(APPRAISAL + "/recommendation")
			.reads("Morgan Birch")
			.reads("0 of 1 interest")
			.photographs("interests-told");
	}

	@Test
	@Order(7)
	void aCorrectionShowsOldAndNewAndLeavesTheSealedPaperAlone() {
		as("Sam Rowan", visitor(NARROW)).opens(BALLOT + "/returns/south-west/correction")
			.fills("Agree with Option 2: Joint commissioning", "8")
			.fills("Prefer Option 1: Greater involvement", "4")
			.fills("Why the figures are corrected", "One practice was counted for the wrong option")
			.presses("Correct the figures")
			.opens(BALLOT + "/results")
			.reads("Corrections after acceptance")
			.reads("One practice was counted for the wrong option")
			.opens(APPRAISAL + "/papers/1")
			.reads("South West 9 practices approved Option 2, 3 preferred Option 1");
	}

	@Test
	@Order(8)
	void theAdministratorVerifiesTheRecord() {
		as("Robin Ash", visitor(WIDE)).opens("/10q/audit").opens("/10q/people");
		as("Robin Ash", visitor(NARROW)).opens("/10q/audit").opens("/10q/people");
	}

	@Test
	@Order(9)
	void southernDerbyshireIsHonestAboutItsMandateAndSeesNothingOfOxfordshire() {
		as("Charlie Juniper", visitor(WIDE)).opens("/04r/appraisals/2015-16")
			.reads("Mandate incomplete: the members have not been asked")
			.opens("/04r/appraisals/2015-16/recommendation")
			.reads("delegated commissioning")
			.opens("/04r/appraisals/2015-16/paper")
			.meets(404, "/10q/appraisals/2015-16");
	}

}
