package org.mandate.register;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.mandate.appraisals.FinancialYear;

/**
 * Where a practice makes its earnings of a financial year public.
 *
 * @param code ODS code of the practice
 * @param name of the practice
 * @param year whose earnings
 * @param link begins with http:// or https://, 1 to 500 characters; null while none is
 * known
 * @param foundOn the day on which it was found there; null without a link
 * @param recordedBy who recorded it, as named then; null while nothing is
 * @param version counts what was recorded from 0; -1 while nothing is
 */
public record EarningsLink(String code, String name, FinancialYear year, @Nullable String link,
		@Nullable LocalDate foundOn, @Nullable String recordedBy, int version) {

	/** The longest link. */
	static final int LONGEST = 500;

	private static final String PATTERN = "https?://[A-Za-z0-9\\[][!-~]*";

	/** Whether the link is known. */
	public boolean known() {
		return this.link != null;
	}

	/** Whether it is a link at all. */
	static boolean isLink(String text) {
		return text.length() <= LONGEST && text.matches(PATTERN);
	}

}
