package org.mandate.appraisals;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.mandate.access.Member;

/**
 * A module that tells somebody where they begin what waits for them in person, across all
 * appraisals: the return of their own locality, a paper to read, a meeting to chair.
 * Implemented by the modules that know of such things; asked once a page, within a
 * transaction, and expected to answer with one query, and with none for a member whom it
 * does not concern.
 */
public interface DutySource {

	/**
	 * Something that waits for somebody.
	 *
	 * @param title what is to be done, beginning with a verb
	 * @param path its page, below the organisation's address
	 * @param hint one line of state; null for none
	 * @param due its day; null for none
	 * @param year the year of the appraisal it belongs to; null where it is of no one
	 */
	record Duty(String title, String path, @Nullable String hint, @Nullable LocalDate due,
			@Nullable FinancialYear year) {
	}

	/** What waits for a member, nearest first; a handful at most. */
	List<Duty> duties(Member member);

}
