package org.mandate.forms;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import de.siegmar.fastcsv.writer.CsvWriter;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * A table as a CSV file that a spreadsheet program opens as it is meant.
 */
public final class CsvDownload {

	/** Spreadsheet programs take a file without it for Windows-1252. */
	private static final char BYTE_ORDER_MARK = '\uFEFF';

	private CsvDownload() {
	}

	/**
	 * The table as a file to download.
	 * @param fileName its name
	 * @param header names of the columns
	 * @param rows a text for each column
	 */
	public static ResponseEntity<byte[]> of(String fileName, List<String> header, List<List<String>> rows) {
		return ResponseEntity.ok()
			.contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename(fileName, StandardCharsets.UTF_8).build().toString())
			.body(bytes(header, rows));
	}

	/** The bytes of the file. */
	public static byte[] bytes(List<String> header, List<List<String>> rows) {
		return (BYTE_ORDER_MARK + text(header, rows)).getBytes(StandardCharsets.UTF_8);
	}

	/** The table as text, with commas between its cells. */
	public static String text(List<String> header, List<List<String>> rows) {
		StringWriter text = new StringWriter();
		try (CsvWriter csv = CsvWriter.builder().build(text)) {
			csv.writeRecord(header);
			rows.forEach((row) -> csv.writeRecord(row.stream().map(CsvDownload::harmless).toList()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return text.toString();
	}

	/**
	 * A cell that a spreadsheet program would run as a formula is made a text by an
	 * apostrophe.
	 */
	public static String harmless(String cell) {
		return (!cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0) ? "'" + cell : cell;
	}

}
