package org.mandate.considerations;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

import org.mandate.forms.Pounds;

/**
 * Amounts of money in an appraisal: what may be typed besides what {@link Pounds}
 * understands, what to type instead of the rest, and figures that are approximate.
 */
final class Amounts {

	private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

	private Amounts() {
	}

	/**
	 * Read what was typed: "64,000,000", "£64m", "64.5 million", "-5", "(5,000)".
	 * @throws Misread if it is no amount
	 */
	static BigDecimal read(String typed) {
		String text = typed.strip().toLowerCase(Locale.UK);
		if (text.contains("%")) {
			throw new Misread("Enter pounds, not a percentage, such as 640,000");
		}
		if (text.matches("(about|approximately|approx|c\\.|circa|~|≈).*")) {
			throw new Misread("Enter the figure alone, such as £64m, and tick that it is approximate");
		}
		boolean bracketed = text.matches("\\([£0-9].*\\)");
		String plain = bracketed ? "-" + text.substring(1, text.length() - 1) : text;
		return Pounds.parse(plain)
			.orElseThrow(() -> new Misread("Enter an amount in pounds, such as 64,000,000 or £64m. Use commas only "
					+ "between thousands, and a full stop before pence"));
	}

	/** "about £64 million", "about £64,300". */
	static String about(BigDecimal amount) {
		BigDecimal millions = amount.abs().divide(MILLION).stripTrailingZeros();
		boolean said = millions.compareTo(BigDecimal.ONE) >= 0 && millions.scale() <= 2;
		String sign = (amount.signum() < 0) ? "−£" : "£";
		return "about " + (said ? sign + format(millions) + " million" : Pounds.words(amount));
	}

	/** As typed into a form again: "64000000", "-5.5". */
	static String typed(BigDecimal amount) {
		return (amount.signum() == 0) ? "0" : amount.stripTrailingZeros().toPlainString();
	}

	private static String format(BigDecimal millions) {
		return new DecimalFormat("#,##0.##", DecimalFormatSymbols.getInstance(Locale.UK)).format(millions);
	}

}
