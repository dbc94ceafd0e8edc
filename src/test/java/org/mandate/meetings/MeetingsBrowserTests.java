package org.mandate.meetings;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.mandate.browser.BrowserTest;
import org.mandate.browser.Visitor;
import org.mandate.database.TestDatabase;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ContextConfiguration;

/**
 * Meetings in a browser: one held without scripts on a phone from its call to its
 * adjournment, and every page wide and narrow.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "mandate.demonstration=true")
@ContextConfiguration(initializers = TestDatabase.class)
class MeetingsBrowserTests extends BrowserTest {

	private static final String BEGUN = "The meeting has begun, or its record is made afterwards";

	private static Visitor calls(Visitor visitor, String committee, String day) {
		visitor.opens("/04r/meetings").presses("Call a meeting").chooses(committee);
		visitor.page().locator("#on-day").fill(day);
		return visitor.fills("At what time? (optional)", "2pm")
			.fills("Where? (optional)", "Cardinal Square")
			.presses("Call the meeting")
			.reads("The meeting is called");
	}

	private static Visitor adds(Visitor visitor, String title) {
		return visitor.presses("Add an item")
			.fills("Title", title)
			.chooses("Decision")
			.fills("What is the committee asked to approve?", "That it be so.")
			.chooses("No")
			.presses("Add the item")
			.reads("The item is on the agenda");
	}

	@Test
	void aMeetingIsHeldWithoutScriptsAndAdjourned() {
		Visitor manager = visitorWithoutScripts(NARROW).opens("/04r/sign-in").presses("Continue as Charlie Juniper");
		calls(manager, "Primary Care Commissioning Committee", "5/3/2015").reads("2pm, Cardinal Square")
			.reads("Jules Bracken (invented)")
			.reads("If everybody comes, and nobody is excluded, the meeting is quorate");
		String meeting = manager.path();
		adds(adds(manager, "Branch surgeries"), "Opening hours").reads("2. Opening hours")
			.chooses(BEGUN)
			.presses("Open the meeting")
			.presses("Record who is present");
		manager.page().locator("[name='rows[4].attendance'][value=APOLOGIES]").check();
		manager.page().locator("summary").first().click();
		manager.page().locator("[id='rows0-to']").fill("1");
		manager.presses("Everybody else is present").reads("Who else was there?");
		manager.page().locator("#inAttendance").fill("A minute taker");
		manager.page().locator("main button, .app-main button").last().click();
		manager.looks()
			.reads("Present, until item 1")
			.reads("A minute taker")
			.reads("Next comes: Branch surgeries")
			.follows("Close or adjourn the meeting")
			.chooses("The meeting is adjourned")
			.fills("Why did it end before its end?", "The building had to be left")
			.presses("Adjourn and close the meeting")
			.reads("Adjourned: The building had to be left")
			.reads("Not reached")
			.opens(meeting + "/history")
			.reads("Adjourned the meeting of 5 March 2015");
		calls(manager, "Primary Care Commissioning Committee", "2/4/2015").reads("1. Branch surgeries")
			.reads("Not reached on 5 March 2015")
			.follows("Cancel the meeting")
			.fills("Why is it cancelled?", "Nobody can come")
			.presses("Cancel the meeting")
			.reads("Cancelled: Nobody can come");
	}

	@Test
	void everyPageIsReadAtBothWidths() {
		for (int width : List.of(WIDE, NARROW)) {
			Visitor manager = visitor(width).opens("/10q/sign-in").presses("Continue as Sam Rowan");
			manager.opens("/10q/meetings/new")
				.presses("Call the meeting")
				.reads("Choose which committee meets")
				.photographs("meeting-new-" + width);
			manager.opens("/10q/meetings").presses("Call a meeting").chooses("Commissioning Board");
			manager.page().locator("#on-day").fill((width == WIDE) ? "7/5/2015" : "4/6/2015");
			manager.presses("Call the meeting").reads("The meeting is called");
			String meeting = manager.path();
			manager.presses("Add an item")
				.presses("Add the item")
				.reads("Choose what the item is for")
				.photographs("meeting-item-" + width);
			manager.opens(meeting);
			adds(manager, "Premises").photographs("meeting-called-" + width).follows("Change item 1");
			String item = manager.path().replace("/details", "");
			manager.opens(item + "/withdrawal").opens(meeting + "/details").opens(meeting + "/cancellation");
			manager.opens(meeting)
				.presses("Open the meeting")
				.reads("Tick the box to open the meeting")
				.chooses(BEGUN)
				.presses("Open the meeting")
				.opens(meeting + "/closing")
				.opens(meeting + "/attendance");
			manager.page().locator("main button, .app-main button").last().click();
			manager.looks()
				.reads("Choose whether")
				.photographs("meeting-attendance-" + width)
				.presses("Everybody else is present");
			manager.page().locator("main button, .app-main button").last().click();
			manager.looks().photographs("meeting-open-" + width);
			manager.opens(meeting + "/closing")
				.presses("Adjourn and close the meeting")
				.reads("tick that the meeting is adjourned")
				.photographs("meeting-closing-" + width);
			manager.opens(meeting + "/history").opens("/10q/meetings").photographs("meetings-" + width);
			Visitor member = visitor(width).opens("/10q/sign-in").presses("Continue as Morgan Birch");
			member.opens("/10q/meetings")
				.follows("Governing Body, 27 November 2014")
				.reads("Published")
				.reads("Approved")
				.photographs("meeting-closed-" + width);
		}
		Visitor sam = visitor(NARROW).opens("/10q/sign-in").presses("Continue as Sam Rowan");
		sam.opens("/10q/meetings").follows("Governing Body, 27 November 2014");
		sam.opens(sam.path() + "/publication").reads("What is public").photographs("meeting-publication");
	}

}
