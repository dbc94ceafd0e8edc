package org.mandate.register;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.mandate.appraisals.FinancialYear;
import org.mandate.forms.TableFile;
import org.mandate.organisations.RowProblem;

/**
 * A file, or pasted rows, with links to published earnings. It is taken as a whole or not
 * at all.
 *
 * @param entries what is understood of the rows without problems
 * @param problems what is wrong, by row
 */
public record EarningsFile(List<Entry> entries, List<RowProblem> problems) {

	/** Names of its columns. */
	static final List<String> COLUMNS = List.of("practice_code", "year", "link");

	public EarningsFile {
		entries = List.copyOf(entries);
		problems = List.copyOf(problems);
	}

	/** A link of a practice for a year. */
	public record Entry(String code, FinancialYear year, String link) {
	}

	/**
	 * Reads rows, with or without a header. Those without a link are left out: the
	 * template has a row for every practice.
	 * @param codes ODS codes of the register
	 * @param years those that may be entered, the latest first
	 */
	static EarningsFile read(List<TableFile.Row> rows, Set<String> codes, List<FinancialYear> years) {
		List<Entry> entries = new ArrayList<>();
		List<RowProblem> problems = new ArrayList<>();
		List<String> header = rows.getFirst()
			.cells()
			.stream()
			.map((cell) -> cell.toLowerCase(Locale.ROOT).replace(' ', '_'))
			.toList();
		boolean headed = COLUMNS.stream().anyMatch(header::contains);
		if (headed && !header.containsAll(COLUMNS)) {
			problems.add(new RowProblem(rows.getFirst().number(), "", "The first row does not name all three columns",
					"Name them practice_code, year and link."));
			return new EarningsFile(entries, problems);
		}
		int[] at = COLUMNS.stream().mapToInt((name) -> headed ? header.indexOf(name) : COLUMNS.indexOf(name)).toArray();
		Map<String, Long> seen = new HashMap<>();
		for (TableFile.Row row : headed ? rows.subList(1, rows.size()) : rows) {
			if (!row.cell(at[2]).isEmpty()) {
				read(new Line(row.number(), row.cell(at[0]).toUpperCase(Locale.ROOT), row.cell(at[1]), row.cell(at[2])),
						codes, years, seen, entries, problems);
			}
		}
		if (entries.isEmpty() && problems.isEmpty()) {
			problems.add(new RowProblem(0, "", "No row has a link",
					"Enter the link of each practice whose earnings you found."));
		}
		return new EarningsFile(entries, problems);
	}

	private record Line(long number, String code, String year, String link) {
	}

	private static void read(Line line, Set<String> codes, List<FinancialYear> years, Map<String, Long> seen,
			List<Entry> entries, List<RowProblem> problems) {
		int before = problems.size();
		FinancialYear year = FinancialYear.parse(line.year()).orElse(years.getFirst());
		if (line.code().isEmpty()) {
			problems.add(new RowProblem(line.number(), COLUMNS.get(0), "The practice code is missing",
					"Enter the code of the practice, or delete the row."));
		}
		else if (!codes.contains(line.code())) {
			problems
				.add(new RowProblem(line.number(), COLUMNS.get(0), "%s is not on the register".formatted(line.code()),
						"Check the code. Delete the row if it is a practice of another CCG."));
		}
		if (FinancialYear.parse(line.year()).isEmpty()) {
			problems.add(new RowProblem(line.number(), COLUMNS.get(1),
					line.year().isEmpty() ? "The year is missing"
							: "“%s” is not a financial year".formatted(line.year()),
					"Enter it as 2014-15 or 2014/15."));
		}
		else if (!years.contains(year)) {
			problems.add(new RowProblem(line.number(), COLUMNS.get(1), "%s cannot be entered".formatted(year.label()),
					"Enter a year from %s to %s.".formatted(years.getLast().label(), years.getFirst().label())));
		}
		if (!EarningsLink.isLink(line.link())) {
			problems.add(new RowProblem(line.number(), COLUMNS.get(2), "This is not a link",
					"Enter a link that begins with https:// or http://, of 500 characters or fewer, or delete the row."));
		}
		Long first = seen.putIfAbsent(line.code() + " " + year.slug(), line.number());
		if (first != null && problems.size() == before) {
			problems.add(new RowProblem(line.number(), COLUMNS.get(0),
					"%s is in row %d already for %s".formatted(line.code(), first, year.label()),
					"Keep one row for each practice and year."));
		}
		if (problems.size() == before) {
			entries.add(new Entry(line.code(), year, line.link()));
		}
	}

	/** Whether nothing is wrong. */
	public boolean acceptable() {
		return this.problems.isEmpty();
	}

}
