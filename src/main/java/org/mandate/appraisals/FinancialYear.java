package org.mandate.appraisals;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A financial year of the NHS, 1 April to 31 March.
 *
 * @param start the calendar year in which it begins
 */
public record FinancialYear(int start) {

	private static final Pattern WRITTEN = Pattern.compile("(20\\d\\d)[-/](\\d\\d)");

	/**
	 * Read "2015-16" or "2015/16".
	 * @param text as in addresses or as printed
	 * @return the year, or empty if it is not one
	 */
	public static Optional<FinancialYear> parse(String text) {
		Matcher matcher = WRITTEN.matcher(text);
		if (!matcher.matches()) {
			return Optional.empty();
		}
		int start = Integer.parseInt(matcher.group(1));
		boolean follows = (start + 1) % 100 == Integer.parseInt(matcher.group(2));
		return follows ? Optional.of(new FinancialYear(start)) : Optional.empty();
	}

	/** As in addresses: "2015-16". */
	public String slug() {
		return "%d-%02d".formatted(this.start, (this.start + 1) % 100);
	}

	/** As printed: "2015/16". */
	public String label() {
		return "%d/%02d".formatted(this.start, (this.start + 1) % 100);
	}

	/** The year after. */
	public FinancialYear next() {
		return new FinancialYear(this.start + 1);
	}

	@Override
	public String toString() {
		return label();
	}

}
