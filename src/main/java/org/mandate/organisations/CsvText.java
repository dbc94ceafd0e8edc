package org.mandate.organisations;

import java.util.ArrayList;
import java.util.List;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import org.mandate.forms.FileBytes;

/**
 * From the bytes of a file to its rows. Older national files are Windows-1252, newer ones
 * UTF-8, some with a byte order mark.
 */
final class CsvText {

	/** Rows a file may have: the national file had 12,804 in 2015. */
	static final int MOST_ROWS = 100_000;

	private static final String SAVE_AS_CSV = "Open it in the program it was made with, save it as CSV (comma delimited, UTF-8) and upload that file.";

	private CsvText() {
	}

	/**
	 * A row with its number in the file.
	 *
	 * @param number of its first line, from 1
	 * @param fields as written, without the spaces around them
	 */
	record Row(long number, List<String> fields) {
	}

	/**
	 * The rows of a file.
	 * @throws Unreadable when it is not a CSV file
	 */
	// What follows a closing quotation mark is read, so that the row can be named; there
	// is no other way to do so yet.
	@SuppressWarnings("removal")
	static List<Row> rows(byte[] content) {
		String text = text(content);
		List<Row> rows = new ArrayList<>();
		long number = 0;
		try (CsvReader<CsvRecord> reader = CsvReader.builder()
			.fieldSeparator(separator(text))
			.commentStrategy(CommentStrategy.NONE)
			.skipEmptyLines(true)
			.allowUnclosedQuote(true)
			.allowExtraCharsAfterClosingQuote(true)
			.extraFieldStrategy(FieldMismatchStrategy.IGNORE)
			.missingFieldStrategy(FieldMismatchStrategy.IGNORE)
			.ofCsvRecord(text)) {
			for (CsvRecord csv : reader) {
				number = csv.getStartingLineNumber();
				if (rows.size() == MOST_ROWS) {
					throw new Unreadable("The file has more than 100,000 rows",
							"Check that it is the right file: the national practice file has about 13,000.");
				}
				rows.add(new Row(number, csv.getFields().stream().map(CsvText::tidy).toList()));
			}
		}
		catch (CsvParseException ex) {
			throw new Unreadable("The file cannot be read after row " + number + ": a field there is too long",
					"Open the file at that row, correct its quotation marks or download the file again.");
		}
		catch (java.io.IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
		if (rows.isEmpty()) {
			throw new Unreadable("The file has no rows", "Choose the file that you downloaded and try again.");
		}
		return rows;
	}

	/** Rows pasted from a spreadsheet program are separated by tabs. */
	private static char separator(String text) {
		String first = text.stripLeading().lines().findFirst().orElse("");
		long tabs = first.chars().filter((c) -> c == '\t').count();
		return (tabs > first.chars().filter((c) -> c == ',').count()) ? '\t' : ',';
	}

	private static String text(byte[] content) {
		switch (FileBytes.kind(content)) {
			case EMPTY ->
				throw new Unreadable("The file is empty", "Choose the file that you downloaded and try again.");
			case ZIP, OLE2 -> throw new Unreadable("The file is a spreadsheet or a zip file, not a CSV file",
					"Unzip it, or open it in a spreadsheet program and save it as CSV (comma delimited, UTF-8).");
			case PDF ->
				throw new Unreadable("The file is a PDF, not a CSV file", "Download the CSV version of the list.");
			case UTF_16 -> throw new Unreadable("The file is in UTF-16, not in UTF-8 or Windows-1252", SAVE_AS_CSV);
			case IMAGE, OTHER -> {
			}
		}
		String text = FileBytes.text(content)
			.orElseThrow(() -> new Unreadable("The file is neither in UTF-8 nor in Windows-1252", SAVE_AS_CSV));
		if (text.indexOf('\0') >= 0) {
			long row = text.substring(0, text.indexOf('\0')).lines().count();
			throw new Unreadable("The file has a NUL character near row " + Math.max(row, 1) + ", so it is not text",
					SAVE_AS_CSV);
		}
		String start = text.stripLeading();
		if (start.startsWith("<") || start.startsWith("{") || start.startsWith("[")) {
			throw new Unreadable("The file is a web page, XML or JSON, not a CSV file",
					"Download the CSV version of the list.");
		}
		return text;
	}

	private static String tidy(String field) {
		return field.replaceAll("\\s+", " ").strip();
	}

	/**
	 * A file of which nothing can be read.
	 */
	static final class Unreadable extends RuntimeException {

		private final RowProblem problem;

		Unreadable(String problem, String remedy) {
			super(problem);
			this.problem = new RowProblem(0, "", problem, remedy);
		}

		RowProblem problem() {
			return this.problem;
		}

	}

}
