package org.mandate.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.mandate.forms.CsvDownload;

/**
 * The tables of a document as a spreadsheet, a sheet each. Whole numbers are numbers;
 * what a spreadsheet would take for a formula is text.
 */
final class SpreadsheetFile {

	private SpreadsheetFile() {
	}

	static byte[] of(Document document) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (Workbook book = new Workbook(out, "Mandate", "1.0")) {
			Set<String> names = new HashSet<>();
			List<Block.Table> tables = document.tables();
			for (Block.Table table : tables) {
				Worksheet sheet = book.newWorksheet(name(table, names));
				sheet(sheet, table);
			}
			if (tables.isEmpty()) {
				book.newWorksheet("No tables").value(0, 0, "This document has no tables.");
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return out.toByteArray();
	}

	private static String name(Block.Table table, Set<String> names) {
		String plain = table.name().substring(0, 1).toUpperCase(Locale.UK) + table.name().substring(1);
		String name = plain;
		for (int i = 2; !names.add(name); i++) {
			name = plain + " " + i;
		}
		return name;
	}

	private static void sheet(Worksheet sheet, Block.Table table) {
		sheet.value(0, 0, safe(table.caption()));
		sheet.style(0, 0).bold().set();
		for (int i = 0; i < table.columns().size(); i++) {
			sheet.value(2, i, safe(table.columns().get(i).head()));
			sheet.style(2, i).bold().wrapText(true).set();
			sheet.width(i, (i == 0 || !table.columns().get(i).numeric()) ? 32 : 14);
		}
		int at = 3;
		for (Block.Table.Group group : table.groups()) {
			if (group.head() != null) {
				sheet.value(at, 0, safe(group.head()));
				sheet.style(at++, 0).bold().set();
			}
			for (Block.Table.Row row : group.rows()) {
				row(sheet, at++, row);
			}
		}
		Block.Table.Row total = table.total();
		if (total != null) {
			row(sheet, at, total);
			sheet.range(at, 0, at, table.columns().size() - 1).style().bold().set();
		}
		sheet.freezePane(1, 3);
	}

	private static void row(Worksheet sheet, int at, Block.Table.Row row) {
		for (int i = 0; i < row.cells().size(); i++) {
			String text = row.cells().get(i).plain().strip();
			if (text.matches("\\d{1,9}")) {
				sheet.value(at, i, Integer.valueOf(text));
			}
			else {
				sheet.value(at, i, safe(text));
				sheet.style(at, i).wrapText(true).verticalAlignment("top").set();
			}
		}
	}

	private static String safe(String text) {
		return CsvDownload.harmless(text);
	}

}
