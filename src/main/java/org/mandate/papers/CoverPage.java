package org.mandate.papers;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What the cover sheet of the paper says, and which officers have approved it.
 *
 * @param title of the paper; null where the sheet names none
 * @param number of the paper among those of the meeting; null before it is known
 * @param purpose "For decision", "For discussion", "For information"
 * @param meeting the day it is considered; null before it is known
 * @param conflicts which conflicts of interest it brings, and what follows
 * @param author who wrote it; null where nobody is named
 * @param lead who answers for it; null where nobody is named
 * @param approvals officers' approvals, in the order of Southern Derbyshire's report
 */
public record CoverPage(@Nullable String title, @Nullable String number, String purpose, @Nullable LocalDate meeting,
		@Nullable String conflicts, @Nullable String author, @Nullable String lead, List<Approval> approvals) {

	public CoverPage {
		approvals = List.copyOf(approvals);
	}

	/**
	 * An officer's approval.
	 *
	 * @param office "Financial officer"
	 * @param state what is known of it: "Approved by …, 12 January 2015"
	 */
	public record Approval(String office, String state) {
	}

}
