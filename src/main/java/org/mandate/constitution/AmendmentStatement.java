package org.mandate.constitution;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What is said of an amendment. Its days are in order: nothing is agreed before it was
 * proposed, nothing sent before it was agreed, nothing answered before it was sent.
 *
 * @param title 1 to 200 characters
 * @param changes what it changes, 1 to 4000 characters
 * @param coCommissioning whether it relates to co-commissioning only
 * @param proposed first or only day on which it may have been proposed to the members
 * @param proposedUntil last such day; null where the day is known
 * @param agreed when the members agreed
 * @param agreedHow how, and where that can be seen; null where a ballot says it
 * @param ballot number of the ballot by which they agreed; null for another way
 * @param refused when the members refused it
 * @param submitted when it was sent to NHS England
 * @param approved when NHS England approved it
 * @param sentBack when NHS England sent it back
 * @param sentBackWhy why
 * @param source where it is written
 */
public record AmendmentStatement(String title, String changes, boolean coCommissioning, @Nullable LocalDate proposed,
		@Nullable LocalDate proposedUntil, @Nullable LocalDate agreed, @Nullable String agreedHow,
		@Nullable Integer ballot, @Nullable LocalDate refused, @Nullable LocalDate submitted,
		@Nullable LocalDate approved, @Nullable LocalDate sentBack, @Nullable String sentBackWhy,
		@Nullable String source) {

	static AmendmentStatement of(Amendment known) {
		Amendment.Further further = known.further();
		return new AmendmentStatement(known.title(), further.changes(), known.coCommissioning(), known.proposed(),
				further.proposedUntil(), known.agreed(), (further.ballot() == null) ? known.agreedHow() : null,
				further.ballot(), further.refused(), known.submitted(), known.approved(), further.sentBack(),
				further.sentBackWhy(), further.source());
	}

	Map<String, Object> facts() {
		Map<String, Object> facts = new LinkedHashMap<>();
		facts.put("title", this.title);
		facts.put("changes", this.changes);
		facts.put("coCommissioningOnly", this.coCommissioning);
		put(facts, "proposedOn", this.proposed);
		put(facts, "proposedAtTheLatestOn", this.proposedUntil);
		put(facts, "agreedOn", this.agreed);
		put(facts, "agreedHow", this.agreedHow);
		put(facts, "agreedByBallot", this.ballot);
		put(facts, "refusedOn", this.refused);
		put(facts, "submittedOn", this.submitted);
		put(facts, "approvedOn", this.approved);
		put(facts, "sentBackOn", this.sentBack);
		put(facts, "sentBackWhy", this.sentBackWhy);
		put(facts, "source", this.source);
		return facts;
	}

	private static void put(Map<String, Object> facts, String name, @Nullable Object value) {
		if (value != null) {
			facts.put(name, value.toString());
		}
	}

}
