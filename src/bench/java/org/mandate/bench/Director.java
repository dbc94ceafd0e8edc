package org.mandate.bench;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.mandate.access.MemberId;
import tools.jackson.databind.JsonNode;

/**
 * Who returns the votes of one locality, and what they return.
 *
 * @param person who
 * @param locality its name in addresses
 * @param votes for each choice in the ballot's order
 * @param abstained how many practices did
 */
record Director(MemberId person, String locality, List<Vote> votes, int abstained) {

	/**
	 * How many practices chose what.
	 */
	record Vote(String choice, int practices) {
	}

	/** Enters the figures, checks and returns them, as a browser would. */
	void give(Browser browser, String ballot) throws IOException, InterruptedException {
		String address = ballot + "/returns/" + this.locality;
		String form = browser.page(address);
		Map<String, String> figures = new LinkedHashMap<>();
		figures.put("seen", Browser.hidden(form, "seen"));
		for (int i = 0; i < this.votes.size(); i++) {
			figures.put("votes[" + i + "]", Integer.toString(this.votes.get(i).practices()));
		}
		figures.put("abstained", Integer.toString(this.abstained));
		List.of("absent", "spoilt", "conflictedOut", "notStated", "asSaid", "percentage")
			.forEach((blank) -> figures.put(blank, ""));
		figures.put("percentageOf", "EXPRESSED");
		browser.send(form, address, figures, address + "/check");
		String check = browser.page(address + "/check");
		browser.send(check, address + "/submission",
				check.contains("name=\"reason\"") ? Map.of("reason", "As minuted") : Map.of(), address);
		browser.page(address);
	}

	/**
	 * Whether it is on record that this was returned, once.
	 * @param unit the locality in the export of the ballot
	 */
	boolean isOnRecord(JsonNode unit) {
		JsonNode versions = unit.get("rounds").get(0).get("versions");
		if (versions.size() != 1 || versions.get(0).get("returned").isNull()) {
			return false;
		}
		JsonNode version = versions.get(0);
		return version.get("abstained").asInt() == this.abstained && this.votes.stream()
			.allMatch((vote) -> version.get("votes").path(vote.choice()).asInt(0) == vote.practices());
	}

}
