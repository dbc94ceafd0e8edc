package org.mandate.considerations;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/**
 * Staff in full-time equivalents: exact, with at most two decimals.
 */
final class Fte {

	private static final Pattern NUMBER = Pattern.compile("[0-9]{1,5}|[0-9]{1,5}\\.[0-9]*|\\.[0-9]+");

	private Fte() {
	}

	/**
	 * Read what was typed: "1", "0.5", "1.25 FTE".
	 * @throws Misread if it is no such number
	 */
	static BigDecimal read(String typed) {
		String text = typed.strip().replaceAll("(?i)\\s*(fte|wte)$", "");
		if (text.startsWith("-") || text.startsWith("−")) {
			throw new Misread("FTE cannot be below 0. Enter 0 or more, such as 0.5");
		}
		if (text.contains(",")) {
			throw new Misread("Use a full stop, not a comma, such as 2.5");
		}
		if (!NUMBER.matcher(text).matches()) {
			throw new Misread("Enter FTE as a number from 0 to 99,999, such as 0.5, or leave it empty if not known");
		}
		BigDecimal number = new BigDecimal(text.endsWith(".") ? text + "0" : text).stripTrailingZeros();
		if (number.scale() > 2) {
			throw new Misread("FTE can have two decimals at most, such as 0.25");
		}
		return number.setScale(2, RoundingMode.UNNECESSARY);
	}

	/** As shown: "1", "0.5", "1.25". */
	static String words(BigDecimal number) {
		return (number.signum() == 0) ? "0" : number.stripTrailingZeros().toPlainString();
	}

}
