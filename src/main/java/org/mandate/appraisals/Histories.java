package org.mandate.appraisals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.mandate.access.Member;
import org.mandate.audit.Trail;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The history of an appraisal as one person may read it.
 */
@Component
public class Histories {

	private final Trail trail;

	private final ObjectProvider<Withholding> withholding;

	Histories(Trail trail, ObjectProvider<Withholding> withholding) {
		this.trail = trail;
		this.withholding = withholding;
	}

	/**
	 * An event with its facts.
	 *
	 * @param entry the event
	 * @param withheld whether its facts and reason are kept from the reader
	 * @param changes what was, and what is
	 * @param facts the other facts
	 */
	public record Event(Trail.Entry entry, boolean withheld, List<Facts.Changed> changes, List<Facts.Fact> facts) {

		/**
		 * An event with its facts read, as its reader may see it.
		 * @param withheld whether its facts are kept from the reader
		 */
		public static Event of(Trail.Entry entry, boolean withheld) {
			Facts facts = Facts.of(withheld ? Map.of() : entry.details());
			return new Event(entry, withheld, facts.changes(), facts.others());
		}

		/** What happened, a sentence; without the figures after its colon if withheld. */
		public String summary() {
			String whole = this.entry.summary();
			int colon = whole.indexOf(": ");
			return (this.withheld && colon > 0) ? whole.substring(0, colon) : whole;
		}

	}

	/**
	 * Events of an appraisal, newest first, in pages.
	 * @param page from 0
	 * @param size events a page
	 * @param reader who looks
	 * @return at most {@code size + 1}: one more than a page when there is a next page
	 */
	@Transactional(readOnly = true)
	public List<Event> events(AppraisalSummary appraisal, int page, int size, Member reader) {
		List<Trail.Entry> entries = this.trail.events(appraisal.id().id(), page, size);
		Set<Long> withheld = this.withholding.orderedStream()
			.flatMap((each) -> each.withheld(appraisal, entries, reader).stream())
			.collect(Collectors.toSet());
		return entries.stream().map((entry) -> Event.of(entry, withheld.contains(entry.seq()))).toList();
	}

}
