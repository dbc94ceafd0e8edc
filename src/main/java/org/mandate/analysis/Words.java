package org.mandate.analysis;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.mandate.scoring.Performance.Alternative;

/**
 * How options, ranks and money read in sentences.
 */
final class Words {

	private Words() {
	}

	/** "A", "A and B", "A, B and C". */
	static String list(List<String> names) {
		return list(names, "and");
	}

	/** "A", "A or B", "A, B or C". */
	static String list(List<String> names, String last) {
		return (names.size() < 2) ? String.join("", names)
				: "%s %s %s".formatted(String.join(", ", names.subList(0, names.size() - 1)), last, names.getLast());
	}

	/** The short names: "Option 2 and Option 3". */
	static String labels(List<Alternative> options) {
		return list(options.stream().map(Alternative::label).toList());
	}

	/** The whole names: "Option 2: Joint commissioning". */
	static String titles(List<Alternative> options) {
		return list(options.stream().map(Alternative::title).toList());
	}

	/** "1st", "2nd", "3rd", "4th". */
	static String ordinal(int rank) {
		int tens = rank % 100;
		return rank + ((tens > 10 && tens < 14) ? "th" : switch (rank % 10) {
			case 1 -> "st";
			case 2 -> "nd";
			case 3 -> "rd";
			default -> "th";
		});
	}

	/** "1 score", "2 scores". */
	static String count(int number, String one, String many) {
		return "%,d %s".formatted(number, (number == 1) ? one : many);
	}

	/** "£64,000", "£7,407.41"; pence only where there are any. */
	static String pounds(BigDecimal amount) {
		BigDecimal pence = amount.setScale(2, RoundingMode.HALF_UP);
		boolean whole = pence.remainder(BigDecimal.ONE).signum() == 0;
		return (pence.signum() < 0 ? "−" : "") + String.format(Locale.UK, whole ? "£%,.0f" : "£%,.2f", pence.abs());
	}

	/**
	 * A few characters that stand for each option on a chart: the number in its short
	 * name, else the first letters of its first two words; letters in alphabetical order
	 * where that would not tell them apart.
	 */
	static List<String> marks(List<Alternative> options) {
		List<String> marks = options.stream().map((option) -> mark(option.label())).toList();
		return (marks.stream().distinct().count() == marks.size()) ? marks
				: IntStream.range(0, options.size()).mapToObj((at) -> letter(at)).toList();
	}

	private static String mark(String label) {
		String number = label.replaceAll("^(?:\\p{L}+ )?(\\d{1,3})$", "$1");
		if (number.matches("\\d{1,3}")) {
			return number;
		}
		return List.of(label.strip().split("\\s+"))
			.stream()
			.limit(2)
			.map((word) -> word.substring(0, word.offsetByCodePoints(0, Math.min(1, word.length()))))
			.collect(Collectors.joining())
			.toUpperCase(Locale.UK);
	}

	private static String letter(int at) {
		return (at < 26) ? String.valueOf((char) ('A' + at)) : letter(at / 26 - 1) + letter(at % 26);
	}

}
