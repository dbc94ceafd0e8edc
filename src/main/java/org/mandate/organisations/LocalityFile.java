package org.mandate.organisations;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.mandate.organisations.CsvText.Row;
import org.mandate.organisations.Parsed.Place;
import org.mandate.organisations.Parsed.Problems;

/**
 * Reads a list of practices and their localities: a header with {@code practice_code} and
 * {@code locality}, and if wanted {@code inferred} (yes or no) and {@code basis}.
 */
final class LocalityFile {

	private static final int LONGEST_NAME = 100;

	private static final int LONGEST_BASIS = 1000;

	private final Problems problems = new Problems();

	private final Map<String, Place> places = new LinkedHashMap<>();

	private final Map<String, Long> seen = new HashMap<>();

	private LocalityFile() {
	}

	/**
	 * Read a file.
	 * @param content its bytes
	 */
	static Parsed parse(byte[] content) {
		try {
			return new LocalityFile().read(CsvText.rows(content));
		}
		catch (CsvText.Unreadable ex) {
			return Parsed.unreadable(ex.problem());
		}
	}

	private Parsed read(List<Row> rows) {
		List<String> names = rows.getFirst().fields().stream().map((name) -> name.toLowerCase(Locale.ROOT)).toList();
		int code = names.indexOf("practice_code");
		int locality = names.indexOf("locality");
		if (code < 0 || locality < 0) {
			throw new CsvText.Unreadable(
					"A list of localities begins with a header that has practice_code and locality; this one has not",
					"Start from the template on the page before.");
		}
		for (Row row : rows.subList(1, rows.size())) {
			if (row.fields().size() != names.size()) {
				this.problems.add(row.number(), "",
						"The row has " + row.fields().size() + " columns instead of " + names.size(),
						"Give every row as many columns as the header. Put a text with a comma in quotation marks.");
			}
			else {
				read(row, row.fields().get(code).toUpperCase(Locale.ROOT), row.fields().get(locality),
						text(column(row, names.indexOf("inferred"))), column(row, names.indexOf("basis")));
			}
		}
		if (rows.size() == 1) {
			this.problems.add(0, "", "The file has a header but no practices", "Add a row for each practice.");
		}
		return new Parsed(rows.size() - 1, List.of(), Map.of(), Map.of(), this.places, this.problems.first(),
				this.problems.count());
	}

	private void read(Row row, String code, String locality, String inferred, @Nullable String basis) {
		Long before = this.seen.putIfAbsent(code, row.number());
		if (before != null) {
			this.problems.add(row.number(), "practice_code",
					"The code " + PracticeFile.shown(code) + " is also in row " + before,
					"A practice belongs to one locality: remove one of the two rows.");
		}
		else if (locality.isEmpty()) {
			this.problems.add(row.number(), "locality", "The locality is missing",
					"Enter the name of the locality, or remove the row.");
		}
		else if (locality.length() > LONGEST_NAME || PracticeFile.unprintable(locality)) {
			this.problems.add(row.number(), "locality",
					"The locality's name has more than 100 characters or a control character", "Shorten or retype it.");
		}
		else if (basis != null && (basis.length() > LONGEST_BASIS || PracticeFile.unprintable(basis))) {
			this.problems.add(row.number(), "basis", "The basis has more than 1,000 characters or a control character",
					"Shorten or retype it.");
		}
		else {
			switch (inferred.toLowerCase(Locale.ROOT)) {
				case "yes", "true", "inferred" -> this.places.put(code, new Place(row.number(), locality, true, basis));
				case "no", "false", "" -> this.places.put(code, new Place(row.number(), locality, false, basis));
				default ->
					this.problems.add(row.number(), "inferred", PracticeFile.shown(inferred) + " is neither yes nor no",
							"Enter yes if the locality was inferred, no if the organisation states it.");
			}
		}
	}

	private static String text(@Nullable String value) {
		return (value != null) ? value : "";
	}

	private static @Nullable String column(Row row, int index) {
		return (index < 0 || row.fields().get(index).isEmpty()) ? null : row.fields().get(index);
	}

}
