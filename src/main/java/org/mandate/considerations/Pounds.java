package org.mandate.considerations;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Amounts of money as people type and read them: exact, to the penny.
 */
final class Pounds {

	private static final Pattern AMOUNT = Pattern
		.compile("(?<sign>[-−+]?)£?(?<sign2>[-−]?)(?<number>[0-9]{1,3}(,[0-9]{3})+|[0-9]{1,15})(?<part>\\.[0-9]{1,9})?"
				+ "(?<unit>k|thousand|m|mn|million|bn|billion)?");

	private static final BigDecimal LIMIT = new BigDecimal("999999999999.99");

	private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

	private Pounds() {
	}

	/**
	 * Read what was typed: "64,000,000", "£64m", "64.5 million", "-5", "(5,000)".
	 * @throws Misread if it is no amount
	 */
	static BigDecimal read(String typed) {
		String text = typed.strip().toLowerCase(Locale.UK).replaceAll("\\s+", "");
		boolean bracketed = text.startsWith("(") && text.endsWith(")") && text.length() > 2;
		String inner = bracketed ? text.substring(1, text.length() - 1) : text;
		if (inner.contains("%")) {
			throw new Misread("Enter pounds, not a percentage, such as 640,000");
		}
		if (inner.matches("(about|approximately|approx\\.?|c\\.?|circa|~|≈).*")) {
			throw new Misread("Enter the figure alone, such as £64m, and tick that it is approximate");
		}
		Matcher matcher = AMOUNT.matcher(inner);
		if (!matcher.matches() || (!matcher.group("sign").isEmpty() && !matcher.group("sign2").isEmpty())) {
			throw new Misread("Enter an amount in pounds, such as 64,000,000 or £64m. Use commas only between "
					+ "thousands and a full stop before pence");
		}
		boolean negative = bracketed || isMinus(matcher.group("sign")) || isMinus(matcher.group("sign2"));
		String part = matcher.group("part");
		BigDecimal number = new BigDecimal(matcher.group("number").replace(",", "") + ((part != null) ? part : ""))
			.multiply(unit(matcher.group("unit")))
			.stripTrailingZeros();
		if (number.scale() > 2) {
			throw new Misread("An amount can have two decimals at most: whole pence");
		}
		if (number.compareTo(LIMIT) > 0) {
			throw new Misread("The amount must be below £1,000 billion");
		}
		BigDecimal exact = number.setScale(2, RoundingMode.UNNECESSARY);
		return negative ? exact.negate() : exact;
	}

	/** "£64,000,000", "£1,234.50", "−£5". */
	static String words(BigDecimal amount) {
		boolean whole = amount.stripTrailingZeros().scale() <= 0;
		return ((amount.signum() < 0) ? "−£" : "£") + format(whole ? "#,##0" : "#,##0.00", amount.abs());
	}

	/** "about £64 million", "about £64,300". */
	static String about(BigDecimal amount) {
		BigDecimal millions = amount.abs().divide(MILLION).stripTrailingZeros();
		boolean said = millions.compareTo(BigDecimal.ONE) >= 0 && millions.scale() <= 2;
		return "about " + (said ? ((amount.signum() < 0) ? "−£" : "£") + format("#,##0.##", millions) + " million"
				: words(amount));
	}

	/** As typed into a form again: "64000000", "-5.5". */
	static String typed(BigDecimal amount) {
		return (amount.signum() == 0) ? "0" : amount.stripTrailingZeros().toPlainString();
	}

	private static boolean isMinus(String sign) {
		return sign.equals("-") || sign.equals("−");
	}

	private static BigDecimal unit(@Nullable String unit) {
		return switch ((unit != null) ? unit : "") {
			case "k", "thousand" -> BigDecimal.valueOf(1_000);
			case "m", "mn", "million" -> MILLION;
			case "bn", "billion" -> BigDecimal.valueOf(1_000_000_000);
			default -> BigDecimal.ONE;
		};
	}

	private static String format(String pattern, BigDecimal amount) {
		return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.UK)).format(amount);
	}

}
