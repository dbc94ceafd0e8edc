package org.mandate.organisations;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.mandate.organisations.CsvText.Row;
import org.mandate.organisations.Parsed.Problems;
import org.mandate.organisations.Parsed.Size;

/**
 * Reads a file of list sizes of the NHS Business Services Authority: a header, the
 * organisation in "PCO Code" ("10Q00"), and 18 columns of age and sex whose sum is the
 * number of registered patients.
 */
final class ListSizeFile {

	static final int AGE_AND_SEX_COLUMNS = 18;

	private static final int MOST_PATIENTS = 1_000_000;

	private static final Pattern QUARTER_IN_NAME = Pattern
		.compile("(20[0-9]{2})(?:[ _-]?Q([1-4])|[ _-](01|04|07|10)[ _-](03|06|09|12))", Pattern.CASE_INSENSITIVE);

	private ListSizeFile() {
	}

	/**
	 * The quarter that a file's name states.
	 * @param fileName such as {@code Patient_List_Size_2015_01-03.csv}
	 * @return such as {@code 2015Q1}, or empty when the name states none
	 */
	static Optional<String> quarter(String fileName) {
		Matcher matcher = QUARTER_IN_NAME.matcher(fileName);
		if (!matcher.find()) {
			return Optional.empty();
		}
		if (matcher.group(2) != null) {
			return Optional.of(matcher.group(1) + "Q" + matcher.group(2));
		}
		int from = Integer.parseInt(matcher.group(3));
		int to = Integer.parseInt(matcher.group(4));
		return (to == from + 2) ? Optional.of(matcher.group(1) + "Q" + (to / 3)) : Optional.empty();
	}

	/**
	 * Read a file.
	 * @param content its bytes
	 * @param organisation ODS code of the organisation whose rows are kept
	 */
	static Parsed parse(byte[] content, String organisation) {
		try {
			return read(CsvText.rows(content), organisation);
		}
		catch (CsvText.Unreadable ex) {
			return Parsed.unreadable(ex.problem());
		}
	}

	private static Parsed read(List<Row> rows, String organisation) {
		Header header = Header.of(rows.getFirst());
		Problems problems = new Problems();
		Map<String, Size> sizes = new LinkedHashMap<>();
		Map<String, Long> seen = new HashMap<>();
		for (Row row : rows.subList(1, rows.size())) {
			if (row.fields().size() != header.width()) {
				problems.add(row.number(), "",
						"The row has " + row.fields().size() + " columns instead of " + header.width(),
						"The row may be cut off, or have a comma or a quotation mark too many. Correct it in the file, or download the file again.");
				continue;
			}
			String owner = row.fields().get(header.organisation()).toUpperCase(Locale.ROOT);
			if (!owner.equals(organisation) && !owner.equals(organisation + "00")) {
				continue;
			}
			String code = row.fields().get(header.practice()).toUpperCase(Locale.ROOT);
			Long before = seen.putIfAbsent(code, row.number());
			if (before != null) {
				problems.add(row.number(), "Practice Code", "The code " + code + " is also in row " + before,
						"Remove one of the two rows.");
				continue;
			}
			sizes.put(code, new Size(row.number(), sum(row, header, problems)));
		}
		if (sizes.isEmpty() && problems.count() == 0) {
			problems.add(0, "PCO Code",
					"None of the " + (rows.size() - 1) + " rows belongs to " + organisation + " (column PCO Code, "
							+ organisation + "00)",
					"Check that the file is the whole national list and from a time when " + organisation
							+ " existed.");
		}
		return new Parsed(rows.size() - 1, List.of(), Map.of(), sizes, Map.of(), problems.first(), problems.count());
	}

	private static int sum(Row row, Header header, Problems problems) {
		long sum = 0;
		for (int column : header.counts()) {
			String value = row.fields().get(column);
			if (!value.matches("[0-9]{1,7}")) {
				problems.add(row.number(), header.names().get(column),
						PracticeFile.shown(value) + " is not a number of patients",
						"It must be a whole number, 0 or more. Correct it in the file, or download the file again.");
				return 0;
			}
			sum += Integer.parseInt(value);
		}
		if (sum > MOST_PATIENTS) {
			problems.add(row.number(), "", "The row adds up to " + sum + " patients, more than a practice can have",
					"Correct it in the file, or download the file again.");
			return 0;
		}
		return (int) sum;
	}

	private record Header(int width, int organisation, int practice, List<Integer> counts, List<String> names) {

		static Header of(Row row) {
			List<String> names = row.fields();
			int organisation = -1;
			int practice = -1;
			List<Integer> counts = new ArrayList<>();
			for (int i = 0; i < names.size(); i++) {
				String name = names.get(i).toLowerCase(Locale.ROOT);
				if (name.equals("pco code")) {
					organisation = i;
				}
				else if (name.equals("practice code")) {
					practice = i;
				}
				else if (name.startsWith("male ") || name.startsWith("female ")) {
					counts.add(i);
				}
			}
			if (organisation < 0 || practice < 0 || counts.size() != AGE_AND_SEX_COLUMNS) {
				throw new CsvText.Unreadable(
						"A file of list sizes has a header with PCO Code, Practice Code and 18 columns from Male 0-4 to Female 75+; this one has not",
						(names.size() == PracticeFile.COLUMNS)
								? "This looks like a practice file: import it as practices."
								: "Upload the file of patient list sizes as the NHS Business Services Authority publishes it.");
			}
			return new Header(names.size(), organisation, practice, counts, names);
		}

	}

}
