package org.mandate.forms;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.ResponseEntity;

/**
 * A table to download, as a CSV file or as a spreadsheet: whichever the address that was
 * asked for ends with.
 */
public final class TableDownload {

	private TableDownload() {
	}

	/**
	 * The table as a file to download.
	 * @param asked for an address that ends with {@code .csv} or {@code .xlsx}
	 * @param name of the file, without its ending
	 * @param header names of the columns
	 * @param rows a text for each column
	 */
	public static ResponseEntity<byte[]> of(HttpServletRequest asked, String name, List<String> header,
			List<List<String>> rows) {
		return asked.getRequestURI().endsWith(".xlsx") ? SpreadsheetDownload.of(name + ".xlsx", header, rows)
				: CsvDownload.of(name + ".csv", header, rows);
	}

}
