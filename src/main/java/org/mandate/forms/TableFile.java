package org.mandate.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;

/**
 * A small table that somebody uploads or pastes: CSV with commas, semicolons or tabs, or
 * the first sheet of a spreadsheet (XLSX). Whatever is in it, reading it takes no more
 * memory than {@link #MOST_BYTES} and {@link Spreadsheet#MOST_INFLATED} allow.
 */
public final class TableFile {

	/** The largest file. */
	public static final int MOST_BYTES = 2 * 1024 * 1024;

	/** The most rows, with a header. */
	public static final int MOST_ROWS = 1000;

	/** The most columns. */
	public static final int MOST_COLUMNS = 50;

	private static final int LONGEST_CELL = 1000;

	/** Row up to which blank lines keep the numbers of rows. */
	private static final int MOST_PADDED = 10_000;

	static final Unreadable TOO_MANY_ROWS = new Unreadable("The file has more than 1,000 rows",
			"Check that it is the right file. Delete the rows that are not needed.");

	static final Unreadable TOO_MANY_COLUMNS = new Unreadable("The file has more than 50 columns",
			"Check that it is the right file. Delete the columns that are not needed.");

	private static final String SAVE_AGAIN = "Open it in the program it was made with, save it as XLSX or CSV, and choose that file.";

	private TableFile() {
	}

	/**
	 * A row.
	 *
	 * @param number in the file, from 1
	 * @param cells their texts, without the space around them; a formula begins with an
	 * equals sign
	 */
	public record Row(long number, List<String> cells) {

		/** The text in a column, from 0; empty where the row has no such cell. */
		public String cell(int column) {
			return (column >= 0 && column < this.cells.size()) ? this.cells.get(column) : "";
		}

	}

	/** A file of which nothing can be read. */
	public static final class Unreadable extends RuntimeException {

		private final String remedy;

		Unreadable(String problem, String remedy) {
			super(problem, null, false, false);
			this.remedy = remedy;
		}

		/** What to do about it. */
		public String remedy() {
			return this.remedy;
		}

	}

	/**
	 * The rows of a file that are not blank.
	 * @throws Unreadable when it is no such table
	 */
	public static List<Row> rows(byte[] content) {
		if (content.length > MOST_BYTES) {
			throw new Unreadable("The file is larger than 2 MB",
					"Check that it is the right file. A template that is filled in takes far less.");
		}
		return switch (FileBytes.kind(content)) {
			case EMPTY -> throw new Unreadable("The file is empty", "Choose the file that you filled in.");
			case PDF -> throw new Unreadable("The file is a PDF, not a table", SAVE_AGAIN);
			case IMAGE -> throw new Unreadable("The file is a picture, not a table",
					"Fill in the template, and choose that file.");
			case OLE2 -> throw new Unreadable("The file is an older Excel file (.xls), or has a password",
					"Save it as XLSX or CSV, without a password, and choose that file.");
			case UTF_16 -> throw new Unreadable("The file is in UTF-16, not in UTF-8 or Windows-1252", SAVE_AGAIN);
			case ZIP -> Spreadsheet.rows(content);
			case OTHER -> rows(FileBytes.text(content)
				.orElseThrow(() -> new Unreadable("The file is neither in UTF-8 nor in Windows-1252", SAVE_AGAIN)));
		};
	}

	/**
	 * The rows of a text, as pasted, that are not blank.
	 * @throws Unreadable when it is no such table
	 */
	public static List<Row> rows(String text) {
		int nul = text.indexOf('\0');
		if (nul >= 0) {
			long row = Math.max(text.substring(0, nul).lines().count(), 1);
			throw new Unreadable("The file has a NUL character near row " + row + ", so it is not text", SAVE_AGAIN);
		}
		String start = text.stripLeading();
		if (start.startsWith("<") || start.startsWith("{") || start.startsWith("[")) {
			throw new Unreadable("The file is a web page, XML or JSON, not a table", SAVE_AGAIN);
		}
		return rows(text, separator(start));
	}

	// What follows a closing quotation mark is read, so that the row can be named; there
	// is no other way to do so yet.
	@SuppressWarnings("removal")
	private static List<Row> rows(String text, char separator) {
		List<Row> rows = new ArrayList<>();
		try (CsvReader<CsvRecord> reader = CsvReader.builder()
			.fieldSeparator(separator)
			.commentStrategy(CommentStrategy.NONE)
			.skipEmptyLines(true)
			.allowUnclosedQuote(true)
			.allowExtraCharsAfterClosingQuote(true)
			.extraFieldStrategy(FieldMismatchStrategy.IGNORE)
			.missingFieldStrategy(FieldMismatchStrategy.IGNORE)
			.ofCsvRecord(text)) {
			for (CsvRecord csv : reader) {
				add(rows, new Row(csv.getStartingLineNumber(), csv.getFields().stream().map(TableFile::tidy).toList()));
			}
		}
		catch (CsvParseException ex) {
			throw new Unreadable(
					"The file cannot be read after row %d: a field there is too long, or there are too many"
						.formatted(rows.isEmpty() ? 1 : rows.getLast().number()),
					SAVE_AGAIN);
		}
		catch (java.io.IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
		return found(rows);
	}

	/**
	 * Rows as text for a page to carry, each at its number; formulas stay formulas, so it
	 * is not for spreadsheet programs.
	 */
	public static String carried(List<Row> rows) {
		StringBuilder text = new StringBuilder();
		long line = 1;
		for (Row row : rows) {
			for (; line < row.number() && row.number() <= MOST_PADDED; line++) {
				text.append('\n');
			}
			text.append(row.cells()
				.stream()
				.map((cell) -> '"' + cell.replace("\"", "\"\"") + '"')
				.collect(Collectors.joining("\t"))).append('\n');
			line++;
		}
		return text.toString();
	}

	/**
	 * The rows that a page carried.
	 * @throws Unreadable when it is no such text
	 */
	public static List<Row> carried(String text) {
		return rows(text, '\t');
	}

	static List<Row> found(List<Row> rows) {
		if (rows.isEmpty()) {
			throw new Unreadable("The file has no rows", "Fill in the template, and choose that file.");
		}
		return rows;
	}

	/** Adds a row that is not blank. */
	static void add(List<Row> rows, Row row) {
		if (row.cells().stream().allMatch(String::isEmpty)) {
			return;
		}
		if (row.cells().size() > MOST_COLUMNS) {
			throw TOO_MANY_COLUMNS;
		}
		if (row.cells().stream().anyMatch((cell) -> cell.length() > LONGEST_CELL)) {
			throw new Unreadable("Row %d has a field of more than 1,000 characters".formatted(row.number()),
					"Look for a quotation mark that is not closed, and correct that row.");
		}
		if (rows.size() == MOST_ROWS) {
			throw TOO_MANY_ROWS;
		}
		rows.add(row);
	}

	/** Rows pasted from a spreadsheet are separated by tabs; many save semicolons. */
	private static char separator(String text) {
		String first = text.lines().findFirst().orElse("");
		char most = ',';
		for (char each : new char[] { ';', '\t' }) {
			if (count(first, each) > count(first, most)) {
				most = each;
			}
		}
		return most;
	}

	private static long count(String text, char wanted) {
		return text.chars().filter((each) -> each == wanted).count();
	}

	static String tidy(String cell) {
		return cell.replaceAll("[\\s\\u00A0]+", " ").strip();
	}

}
