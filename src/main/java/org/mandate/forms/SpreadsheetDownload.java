package org.mandate.forms;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * A table as a spreadsheet (XLSX) of one sheet, with texts only.
 */
public final class SpreadsheetDownload {

	private static final MediaType XLSX = MediaType
		.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

	private SpreadsheetDownload() {
	}

	/**
	 * The table as a file to download.
	 * @param fileName its name
	 * @param header names of the columns
	 * @param rows a text for each column
	 */
	public static ResponseEntity<byte[]> of(String fileName, List<String> header, List<List<String>> rows) {
		return ResponseEntity.ok()
			.contentType(XLSX)
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename(fileName, StandardCharsets.UTF_8).build().toString())
			.body(bytes(header, rows));
	}

	static byte[] bytes(List<String> header, List<List<String>> rows) {
		ByteArrayOutputStream written = new ByteArrayOutputStream();
		try (Workbook workbook = new Workbook(written, "Mandate", "1.0")) {
			Worksheet sheet = workbook.newWorksheet("Mandate");
			for (int column = 0; column < header.size(); column++) {
				sheet.value(0, column, header.get(column));
				sheet.style(0, column).bold().set();
				sheet.width(column, 30);
			}
			for (int row = 0; row < rows.size(); row++) {
				for (int column = 0; column < rows.get(row).size(); column++) {
					sheet.value(row + 1, column, CsvDownload.harmless(rows.get(row).get(column)));
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return written.toByteArray();
	}

}
