package org.mandate.facts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Writes a clause in short: S for a subject, M and a number for what is measured, N for a
 * number, P for a percentage, D for a date, R for a reference to a fact, X for a number
 * that counts nothing (a section, a year, an amount of money).
 */
final class Encoding {

	private static final List<String> WORDS = List.of("one", "two", "three", "four", "five", "six", "seven", "eight",
			"nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
			"nineteen", "twenty");

	private static final String MONTHS = Arrays.stream(Month.values())
		.map((month) -> month.getDisplayName(TextStyle.FULL, Locale.UK).toLowerCase(Locale.ROOT))
		.collect(Collectors.joining("|"));

	private static final String NUMBERED = "(?:options?|models?|levels?|sections?|tables?|items?|appendix|papers?|pages?|ballots?|"
			+ "paragraphs?|numbers?|no\\.|versions?|stages?|phases?|steps?|parts?|clauses?|schedules?|quarters?|rounds?)";

	private static final String BEGIN = "(?<![\\p{L}\\d])";

	private static final String END = "(?![\\p{L}\\d])";

	private static final Pattern NAMES_ONLY = Pattern
		.compile("(?:(?:in|the|at|from|of|both|for|locality|localities|\\() ?)*S(?: (?:locality|localities))?");

	private final Pattern tokens;

	Encoding(Set<String> subjects, Set<String> measures) {
		String words = String.join("|", WORDS);
		this.tokens = Pattern.compile(Stream
			.of("(?<reference>\\{\\{[^{}]*\\}\\})", "(?<money>£ ?[\\d.,]*\\d ?(?:million|billion|bn|m|k)?" + END + ")",
					BEGIN + "(?<day>\\d{1,2})(?:st|nd|rd|th)? (?:of )?(?<month>" + MONTHS + ")(?: (?<year>\\d{4}))?"
							+ END,
					BEGIN + "(?<monthyear>(?:" + MONTHS + ") \\d{1,4})" + END,
					BEGIN + "(?<measure>" + alternatives(measures) + ")" + END,
					BEGIN + "(?<subject>" + alternatives(subjects) + ")" + END,
					BEGIN + "(?<numbered>" + NUMBERED + " \\d+(?:\\.\\d+)*)" + END,
					BEGIN + "(?<percent>\\d+(?:\\.\\d+)?) ?(?:%|per cent" + END + "|percent" + END + ")",
					BEGIN + "(?<fraction>(?:" + words + ") (?:thirds?|quarters?|half|halves|fifths?|tenths?|hundred|"
							+ "thousand|million))" + END,
					BEGIN + "(?<compound>twenty (?:" + String.join("|", WORDS.subList(0, 9)) + "))" + END,
					BEGIN + "(?<word>" + words + ")" + END,
					BEGIN + "(?<none>no one|nobody|none|no(?= (?:member |gp )*(?:practices?|abstentions?|votes?)" + END
							+ "))" + END,
					"(?<other>\\d*(?:[/.:]\\d+)+\\p{L}*|\\d+\\p{L}+)",
					BEGIN + "(?<number>\\d{1,3}(?:,\\d{3})+|\\d{1,6})" + END, "(?<long>\\d+)")
			.collect(Collectors.joining("|")));
	}

	private static String alternatives(Set<String> phrases) {
		return phrases.isEmpty() ? "(?!)" : phrases.stream().map(Pattern::quote).collect(Collectors.joining("|"));
	}

	/**
	 * A number in a clause.
	 *
	 * @param text as written
	 * @param value its value
	 */
	record Written(String text, BigDecimal value) {
	}

	/**
	 * A date in a clause.
	 *
	 * @param text as written
	 * @param day of the month
	 * @param month the month
	 * @param year null where it is not written
	 */
	record Day(String text, int day, Month month, @Nullable Integer year) {

		boolean is(@Nullable LocalDate date) {
			return date == null || (date.getDayOfMonth() == this.day && date.getMonth() == this.month
					&& (this.year == null || this.year == date.getYear()));
		}

	}

	/**
	 * A clause in short.
	 *
	 * @param code its words in lower case, with the letters above in place of what they
	 * stand for; M, N, P and D are followed by an index
	 * @param subjects the phrases behind S
	 * @param measures those behind M
	 * @param numbers those behind N
	 * @param percentages those behind P
	 * @param dates those behind D
	 */
	record Clause(String code, Set<String> subjects, List<String> measures, List<Written> numbers,
			List<Written> percentages, List<Day> dates) {

		/** Whether it names a subject and says nothing of it. */
		boolean namesOnly() {
			return NAMES_ONLY.matcher(this.code).matches();
		}

		/** Whether it speaks of such a measure. */
		boolean says(Predicate<String> such) {
			return this.measures.stream().anyMatch(such);
		}

	}

	Clause read(String clause) {
		String plain = VoteFacts.plain(clause.replaceAll("[*_`\"“”]", " ")).replaceAll("[.!?]+$", "");
		Set<String> subjects = new LinkedHashSet<>();
		List<String> measures = new ArrayList<>();
		List<Written> numbers = new ArrayList<>();
		List<Written> percentages = new ArrayList<>();
		List<Day> dates = new ArrayList<>();
		StringBuilder code = new StringBuilder();
		Matcher token = this.tokens.matcher(plain);
		while (token.find()) {
			String mark;
			BigDecimal number = value(token);
			if (token.group("subject") != null) {
				subjects.add(token.group());
				mark = "S";
			}
			else if (token.group("measure") != null) {
				measures.add(token.group());
				mark = "M" + (measures.size() - 1);
			}
			else if (token.group("percent") != null) {
				percentages.add(new Written(token.group(), new BigDecimal(token.group("percent"))));
				mark = "P" + (percentages.size() - 1);
			}
			else if (token.group("day") != null) {
				dates.add(day(token));
				mark = "D" + (dates.size() - 1);
			}
			else if (number != null) {
				numbers.add(new Written(token.group(), number));
				mark = "N" + (numbers.size() - 1);
			}
			else {
				mark = (token.group("reference") != null) ? "R" : "X";
			}
			token.appendReplacement(code, " " + mark + " ");
		}
		token.appendTail(code);
		return new Clause(code.toString().replace(":", " : ").replaceAll("\\s+", " ").strip(), subjects, measures,
				numbers, percentages, dates);
	}

	private static Day day(Matcher token) {
		String month = token.group("month");
		String year = token.group("year");
		String text = token.group().replace(month, month.substring(0, 1).toUpperCase(Locale.ROOT) + month.substring(1));
		return new Day(text, Integer.parseInt(token.group("day")), Month.valueOf(month.toUpperCase(Locale.ROOT)),
				(year != null) ? Integer.valueOf(year) : null);
	}

	private static @Nullable BigDecimal value(Matcher token) {
		String number = token.group("number");
		if (number != null) {
			return new BigDecimal(number.replace(",", ""));
		}
		String word = token.group("word");
		if (word != null) {
			return BigDecimal.valueOf(WORDS.indexOf(word) + 1L);
		}
		String compound = token.group("compound");
		if (compound != null) {
			return BigDecimal.valueOf(21L + WORDS.indexOf(compound.substring(compound.indexOf(' ') + 1)));
		}
		return (token.group("none") != null) ? BigDecimal.ZERO : null;
	}

}
