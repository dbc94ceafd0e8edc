package org.mandate.forms;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Sums of money as people type them and as they are shown: "£1,250,000.50", "64m".
 */
public final class Pounds {

	/** More than any CCG will ever have. */
	private static final BigDecimal MOST = new BigDecimal("100000000000");

	private static final Pattern SUM = Pattern
		.compile("(-)?£?(-)?([0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,15})(\\.[0-9]{1,6})?(k|m|bn|million|billion)?");

	private Pounds() {
	}

	/**
	 * A sum as typed: with or without a pound sign, commas between thousands, at most two
	 * decimals, or short as "64m", "1.2 million", "850k".
	 * @return pounds with two decimals, exact; empty if it is not a sum, is too large, or
	 * has parts of a penny
	 */
	public static Optional<BigDecimal> parse(String typed) {
		Matcher matcher = SUM.matcher(typed.strip().toLowerCase(Locale.UK).replace('−', '-').replaceAll("\\s", ""));
		if (!matcher.matches() || (matcher.group(1) != null && matcher.group(2) != null)) {
			return Optional.empty();
		}
		String decimals = (matcher.group(4) != null) ? matcher.group(4) : "";
		BigDecimal sum = new BigDecimal(matcher.group(3).replace(",", "") + decimals)
			.multiply(BigDecimal.valueOf(unit(matcher.group(5))));
		if (sum.stripTrailingZeros().scale() > 2 || sum.compareTo(MOST) > 0) {
			return Optional.empty();
		}
		boolean negative = matcher.group(1) != null || matcher.group(2) != null;
		return Optional.of((negative ? sum.negate() : sum).setScale(2, RoundingMode.UNNECESSARY));
	}

	private static long unit(@Nullable String unit) {
		return switch (unit) {
			case null -> 1L;
			case "k" -> 1_000L;
			case "m", "million" -> 1_000_000L;
			default -> 1_000_000_000L;
		};
	}

	/** As shown: "£1,250,000", "£1,250,000.50", "−£3,200". */
	public static String words(BigDecimal pounds) {
		boolean whole = pounds.stripTrailingZeros().scale() <= 0;
		String digits = String.format(Locale.UK, whole ? "%,.0f" : "%,.2f", pounds.abs());
		return (pounds.signum() < 0) ? "−£" + digits : "£" + digits;
	}

}
