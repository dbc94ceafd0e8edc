package org.mandate.recommendations;

import java.time.LocalDate;
import java.util.Optional;

import org.mandate.appraisals.AppraisalId;

/**
 * Where the recommendation of an appraisal is, or was last, on the agenda of a meeting.
 * Implemented by the module that keeps meetings; asked within a transaction.
 */
public interface AgendaPlace {

	/**
	 * An item of an agenda.
	 *
	 * @param words which: "Governing Body, 29 January 2015, item 3"
	 * @param path its address below the organisation's
	 * @param decided whether that meeting is over: a recommendation that is still before
	 * the governing body then waits for another
	 * @param heldOn the day of the meeting
	 */
	record Place(String words, String path, boolean decided, LocalDate heldOn) {
	}

	/** The place on the latest agenda that has one. One statement. */
	Optional<Place> of(AppraisalId appraisal);

}
