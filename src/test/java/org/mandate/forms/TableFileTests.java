package org.mandate.forms;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TableFileTests {

	private static final Charset WINDOWS = Charset.forName("windows-1252");

	private static final List<String> CELLS = List.of("K84001", "Café", "Abstained");

	private static byte[] utf8(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private static void refuses(byte[] content, String problem) {
		assertThatExceptionOfType(TableFile.Unreadable.class).isThrownBy(() -> TableFile.rows(content))
			.withMessageContaining(problem)
			.satisfies((ex) -> assertThat(ex.remedy()).endsWith("."));
	}

	@ParameterizedTest
	@ValueSource(strings = { "K84001,Café,Abstained", "K84001;Café;Abstained", "K84001\tCafé\tAbstained",
			"K84001,\"Café\",  Abstained \r\n\r\n", "\r\n,,\r\nK84001,Café,Abstained" })
	void readsCommasSemicolonsAndTabs(String text) {
		assertThat(TableFile.rows(utf8(text))).extracting(TableFile.Row::cells).containsExactly(CELLS);
		assertThat(TableFile.rows(utf8("\uFEFF" + text))).extracting(TableFile.Row::cells).containsExactly(CELLS);
		assertThat(TableFile.rows(text.getBytes(WINDOWS))).extracting(TableFile.Row::cells).containsExactly(CELLS);
	}

	@Test
	void namesRowsAsInTheFile() {
		assertThat(TableFile.rows("a,b\n\n\"c\nd\",e\nf,g")).extracting(TableFile.Row::number)
			.containsExactly(1L, 3L, 5L);
	}

	@Test
	void readsTheFirstSheetOfASpreadsheet() {
		byte[] sheet = SpreadsheetDownload.bytes(List.of("practice code", "vote"),
				List.of(List.of("K84001", "Abstained"), List.of("", ""), List.of("K84002", "=cmd")));
		assertThat(TableFile.rows(sheet)).containsExactly(new TableFile.Row(1, List.of("practice code", "vote")),
				new TableFile.Row(2, List.of("K84001", "Abstained")), new TableFile.Row(4, List.of("K84002", "'=cmd")));
	}

	@Test
	void marksFormulasAndReadsNumbersAndGaps() throws IOException {
		ByteArrayOutputStream written = new ByteArrayOutputStream();
		try (Workbook workbook = new Workbook(written, "Test", "1.0")) {
			Worksheet sheet = workbook.newWorksheet("One");
			sheet.value(0, 0, "K84001");
			sheet.value(0, 2, 12);
			sheet.formula(0, 3, "SUM(C1)");
			workbook.newWorksheet("Two").value(0, 0, "not read");
		}
		assertThat(TableFile.rows(written.toByteArray())).extracting(TableFile.Row::cells)
			.containsExactly(List.of("K84001", "", "12", "=SUM(C1)"));
	}

	@Test
	void refusesWhatIsNoTable() {
		refuses(new byte[0], "The file is empty");
		refuses(utf8(" \r\n ,, "), "The file has no rows");
		refuses(utf8("%PDF-1.7"), "The file is a PDF");
		refuses(new byte[] { (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1 }, "older Excel file (.xls)");
		refuses(new byte[] { (byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0 }, "The file is a picture");
		refuses(new byte[] { (byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0 }, "The file is a picture");
		refuses("a,b".getBytes(StandardCharsets.UTF_16), "The file is in UTF-16");
		refuses(utf8("a,b\nc,\0d"), "The file has a NUL character near row 2");
		refuses(utf8("<html>"), "The file is a web page");
		refuses(new byte[] { 'a', (byte) 0x81, (byte) 0xE9 }, "neither in UTF-8 nor in Windows-1252");
		refuses(new byte[TableFile.MOST_BYTES + 1], "larger than 2 MB");
	}

	@Test
	void readsMixedEncodingsAsTheOlderOne() {
		ByteArrayOutputStream mixed = new ByteArrayOutputStream();
		mixed.writeBytes(utf8("K84001,Café,Abstained\n"));
		mixed.writeBytes("K84002,Café,Absent".getBytes(WINDOWS));
		assertThat(TableFile.rows(mixed.toByteArray())).extracting((row) -> row.cell(0) + row.cell(2))
			.containsExactly("K84001Abstained", "K84002Absent");
	}

	@Test
	void refusesMillionsOfRowsAndThousandsOfColumns() {
		refuses(utf8("K,A\n".repeat(500_000)), "more than 1,000 rows");
		refuses(utf8("a" + ",b".repeat(9_999)), "more than 50 columns");
		refuses(utf8("a" + ",b".repeat(20_000)), "too many");
		refuses(utf8("\"" + "x".repeat(1_500_000)), "Row 1 has a field of more than 1,000 characters");
		assertThat(TableFile.rows("K,A\n".repeat(1000))).hasSize(1000);
	}

	@Test
	void refusesASpreadsheetOfMillionsOfRowsOrThousandsOfColumns() {
		String row = "<row><c t=\"n\"><v>1</v></c></row>";
		refuses(workbook(row.repeat(500_000)), "more than 1,000 rows");
		refuses(workbook("<row>" + "<c><v>1</v></c>".repeat(10_000) + "</row>"), "more than 50 columns");
		for (String far : List.of("BA1", "XFD1", "ZZZZZZZ1", "FXSHRXX1", "FXSHRXW2147483647")) {
			refuses(workbook("<row><c r=\"" + far + "\"><v>1</v></c></row>"), "more than 50 columns");
		}
		assertThat(TableFile.rows(workbook("<row/>".repeat(400_000) + "<row><c><v>1</v></c></row>"))).hasSize(1);
	}

	@Test
	void refusesAZipBomb() {
		Map<String, byte[]> parts = parts("<row><c><v>1</v></c></row>");
		parts.put("xl/media/image1.png", new byte[200 * 1024 * 1024]);
		byte[] bomb = zip(parts);
		assertThat(bomb).hasSizeLessThan(TableFile.MOST_BYTES);
		refuses(bomb, "larger than 20 MB when it is unpacked");
		Map<String, byte[]> many = IntStream.range(0, 600)
			.boxed()
			.collect(Collectors.toMap((number) -> "part" + number, (number) -> new byte[0]));
		refuses(zip(many), "more than 500 parts");
	}

	@Test
	void refusesEntitiesThatGrow() {
		String laughs = "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>";
		Map<String, byte[]> parts = parts("<row><c t=\"inlineStr\"><is><t>&b;</t></is></c></row>");
		parts.computeIfPresent("xl/worksheets/sheet1.xml",
				(name, sheet) -> utf8(laughs + new String(sheet, StandardCharsets.UTF_8)));
		refuses(zip(parts), "cannot be read as a spreadsheet");
	}

	@Test
	void refusesADamagedSpreadsheetAndOtherZips() {
		byte[] sheet = workbook("<row><c><v>1</v></c></row>");
		refuses(java.util.Arrays.copyOf(sheet, sheet.length / 3), "");
		refuses(zip(Map.of("votes.csv", utf8("a,b"))), "a zip file, not a spreadsheet");
		refuses(workbook("<row><c><v>1</c></row>"), "cannot be read as a spreadsheet");
		refuses(workbook(""), "The file has no rows");
		refuses(utf8("PK\u0003\u0004"), "");
	}

	private static byte[] workbook(String rows) {
		return zip(parts(rows));
	}

	private static Map<String, byte[]> parts(String rows) {
		String main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
		String office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
		Map<String, byte[]> parts = new LinkedHashMap<>();
		parts.put("[Content_Types].xml",
				utf8("""
						<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
						<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
						<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>
						</Types>"""));
		parts.put("xl/workbook.xml", utf8("<workbook xmlns=\"" + main + "\" xmlns:r=\"" + office
				+ "\"><sheets><sheet name=\"One\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"));
		parts.put("xl/_rels/workbook.xml.rels",
				utf8("""
						<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
						<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>
						</Relationships>"""));
		parts.put("xl/worksheets/sheet1.xml",
				utf8("<worksheet xmlns=\"" + main + "\"><sheetData>" + rows + "</sheetData></worksheet>"));
		return parts;
	}

	private static byte[] zip(Map<String, byte[]> parts) {
		ByteArrayOutputStream packed = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(packed)) {
			for (Map.Entry<String, byte[]> part : parts.entrySet()) {
				zip.putNextEntry(new ZipEntry(part.getKey()));
				zip.write(part.getValue());
				zip.closeEntry();
			}
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
		return packed.toByteArray();
	}

}
