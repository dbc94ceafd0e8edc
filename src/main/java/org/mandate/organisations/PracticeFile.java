package org.mandate.organisations;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.mandate.organisations.CsvText.Row;
import org.mandate.organisations.Parsed.Elsewhere;
import org.mandate.organisations.Parsed.PracticeRow;
import org.mandate.organisations.Parsed.Problems;

/**
 * Reads the national practice file (epraccur.csv, field specification of the Organisation
 * Data Service): no header, 27 fields; field 15 is the commissioner, to which a practice
 * belongs.
 */
final class PracticeFile {

	static final int COLUMNS = 27;

	private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9]{5}");

	private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT)
		.withResolverStyle(ResolverStyle.STRICT);

	private static final String ASK = "Correct it in the file, or download the file again.";

	private final String organisation;

	private final Problems problems = new Problems();

	private final Map<String, Long> seen = new HashMap<>();

	private final List<PracticeRow> own = new ArrayList<>();

	private final Map<String, Elsewhere> elsewhere = new LinkedHashMap<>();

	private PracticeFile(String organisation) {
		this.organisation = organisation;
	}

	/**
	 * Read a file.
	 * @param content its bytes
	 * @param organisation ODS code of the organisation whose rows are kept
	 */
	static Parsed parse(byte[] content, String organisation) {
		try {
			return new PracticeFile(organisation).read(CsvText.rows(content));
		}
		catch (CsvText.Unreadable ex) {
			return Parsed.unreadable(ex.problem());
		}
	}

	private Parsed read(List<Row> rows) {
		if (rows.stream().noneMatch((row) -> row.fields().size() == COLUMNS)) {
			throw wrongFile(rows.getFirst());
		}
		rows.forEach(this::read);
		if (this.own.isEmpty() && this.problems.count() == 0) {
			this.problems.add(0, "Commissioner",
					"None of the " + rows.size() + " rows belongs to " + this.organisation
							+ " (column 15, the commissioner)",
					"Check that the file is the whole national list and from a time when " + this.organisation
							+ " existed.");
		}
		return new Parsed(rows.size(), this.own, this.elsewhere, Map.of(), Map.of(), this.problems.first(),
				this.problems.count());
	}

	private static CsvText.Unreadable wrongFile(Row first) {
		String columns = (first.fields().size() == 1) ? "1 column" : first.fields().size() + " columns";
		String header = String.join(" ", first.fields()).toLowerCase(Locale.ROOT);
		String remedy = "Upload epraccur.csv as the Organisation Data Service publishes it, with its 27 columns.";
		if (header.contains("male 0-4")) {
			remedy = "This looks like a file of list sizes: import it as list sizes.";
		}
		else if (header.contains("practice_code") && header.contains("locality")) {
			remedy = "This looks like a list of localities: import it as localities.";
		}
		return new CsvText.Unreadable("A practice file has 27 columns separated by commas; this one has " + columns,
				remedy);
	}

	private void read(Row row) {
		if (row.fields().size() != COLUMNS) {
			this.problems.add(row.number(), "", "The row has " + row.fields().size() + " columns instead of 27",
					"The row may be cut off, or have a comma or a quotation mark too many. " + ASK);
			return;
		}
		String code = column(row, 1).toUpperCase(Locale.ROOT);
		String commissioner = column(row, 15).toUpperCase(Locale.ROOT);
		boolean ours = commissioner.equals(this.organisation);
		Long before = this.seen.putIfAbsent(code, row.number());
		if (before != null) {
			this.problems.add(row.number(), "Code", "The code " + shown(code) + " is also in row " + before,
					"Remove one of the two rows.");
		}
		else if (ours) {
			readOwn(row, code);
		}
		else {
			this.elsewhere.put(code, new Elsewhere(commissioner, date(column(row, 16)).orElse(null)));
		}
	}

	private void readOwn(Row row, String code) {
		int before = this.problems.count();
		if (!CODE.matcher(code).matches()) {
			this.problems.add(row.number(), "Code", shown(code) + " is not a practice code",
					"A practice code is a letter and five figures, such as K84001. " + ASK);
		}
		text(row, 2, "Name", 100);
		String address = row.fields()
			.subList(4, 9)
			.stream()
			.filter((line) -> !line.isEmpty())
			.collect(Collectors.joining(", "));
		if (address.length() > 400 || unprintable(address)) {
			this.problems.add(row.number(), "Address", "The address is too long or has a control character", ASK);
		}
		String postcode = column(row, 10);
		if (postcode.length() > 10 || unprintable(postcode)) {
			this.problems.add(row.number(), "Postcode", shown(postcode) + " is not a postcode", ASK);
		}
		LocalDate opened = date(row, 11, "Open date", true);
		LocalDate closed = date(row, 12, "Close date", false);
		LocalDate joined = date(row, 16, "Join date", false);
		LocalDate left = date(row, 17, "Left date", false);
		inOrder(row, opened, closed, "Close date", "open date");
		inOrder(row, joined, left, "Left date", "join date");
		Optional<PracticeStatus> status = PracticeStatus.of(column(row, 13));
		if (status.isEmpty()) {
			this.problems.add(row.number(), "Status", shown(column(row, 13)) + " is not a known status",
					"It must be A (active), C (closed), D (dormant) or P (proposed). " + ASK);
		}
		OptionalInt setting = setting(column(row, 26));
		if (setting.isEmpty()) {
			this.problems.add(row.number(), "Prescribing setting",
					shown(column(row, 26)) + " is not a known prescribing setting",
					"It must be a number, 4 for a GP practice, or a role such as RO76. " + ASK);
		}
		if (this.problems.count() == before && opened != null) {
			this.own.add(new PracticeRow(code, column(row, 2), address, postcode, status.orElseThrow(), opened, closed,
					joined, left, setting.orElseThrow()));
		}
	}

	private void text(Row row, int column, String field, int most) {
		String value = column(row, column);
		if (value.isEmpty()) {
			this.problems.add(row.number(), field, "The " + field.toLowerCase(Locale.ROOT) + " is missing", ASK);
		}
		else if (value.length() > most || unprintable(value)) {
			this.problems.add(row.number(), field, "The " + field.toLowerCase(Locale.ROOT) + " has more than " + most
					+ " characters or a control character", ASK);
		}
	}

	private void inOrder(Row row, @Nullable LocalDate from, @Nullable LocalDate to, String field, String before) {
		if (from != null && to != null && to.isBefore(from)) {
			this.problems.add(row.number(), field, "The " + field.toLowerCase(Locale.ROOT) + " is before the " + before,
					ASK);
		}
	}

	private @Nullable LocalDate date(Row row, int column, String field, boolean needed) {
		String value = column(row, column);
		if (value.isEmpty() && !needed) {
			return null;
		}
		Optional<LocalDate> date = date(value);
		if (date.isEmpty()) {
			this.problems.add(row.number(), field,
					value.isEmpty() ? "The " + field.toLowerCase(Locale.ROOT) + " is missing"
							: shown(value) + " is not a date",
					"Dates have eight figures, year first: 20130401. " + ASK);
		}
		return date.orElse(null);
	}

	private static Optional<LocalDate> date(String value) {
		try {
			return Optional.of(LocalDate.parse(value, DATE));
		}
		catch (DateTimeParseException ex) {
			return Optional.empty();
		}
	}

	/**
	 * Older files number the setting; the current service names a role, of which RO76 is
	 * the GP practice.
	 */
	private static OptionalInt setting(String value) {
		if (value.matches("[0-9]{1,2}")) {
			return OptionalInt.of(Integer.parseInt(value));
		}
		if (value.matches("(?i)RO[0-9]{1,4}")) {
			return OptionalInt.of(value.equalsIgnoreCase("RO76") ? 4 : 0);
		}
		return OptionalInt.empty();
	}

	/** By the number that the specification gives the field, from 1. */
	private static String column(Row row, int number) {
		return row.fields().get(number - 1);
	}

	static boolean unprintable(String value) {
		return value.codePoints().anyMatch(Character::isISOControl);
	}

	static String shown(String value) {
		if (value.isEmpty()) {
			return "Nothing";
		}
		String plain = value.replaceAll("\\p{Cntrl}", "?");
		boolean fits = plain.codePointCount(0, plain.length()) <= 40;
		return "\"" + (fits ? plain : plain.substring(0, plain.offsetByCodePoints(0, 39)) + "…") + "\"";
	}

}
