package org.mandate.appraisals;

import java.time.LocalDate;
import java.time.Month;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A financial year of the NHS, 1 April to 31 March.
 *
 * @param start the calendar year in which it begins
 */
public record FinancialYear(int start) {

	private static final int FIRST = 2013;

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

	/**
	 * The years that have begun by a day, the latest first. The first is 2013/14: CCGs
	 * exist since 1 April 2013.
	 */
	public static List<FinancialYear> begunBy(LocalDate day) {
		return IntStream.rangeClosed(FIRST, day.minusMonths(3).getYear())
			.mapToObj(FinancialYear::new)
			.sorted(Comparator.comparingInt(FinancialYear::start).reversed())
			.toList();
	}

	/** The year whose end is nearest to a day: its accounts are made around then. */
	public static FinancialYear endingNear(LocalDate day) {
		return new FinancialYear(day.minusMonths(9).getYear());
	}

	/** Its first day, 1 April. */
	public LocalDate first() {
		return LocalDate.of(this.start, Month.APRIL, 1);
	}

	/** Its last day, 31 March. */
	public LocalDate last() {
		return LocalDate.of(this.start + 1, Month.MARCH, 31);
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
