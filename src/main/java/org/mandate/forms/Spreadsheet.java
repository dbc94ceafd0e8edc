package org.mandate.forms;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.mandate.forms.TableFile.Unreadable;

/**
 * Reads the first sheet of a spreadsheet (XLSX, a zip file of XML). The library that
 * reads it sets no limits, so the file is unpacked first, counting what comes out rather
 * than believing what its headers say; its sheets are looked through for rows and columns
 * far out; and the library is given what was counted, packed again.
 */
final class Spreadsheet {

	/** The most bytes of an unpacked file. */
	static final int MOST_INFLATED = 20 * 1024 * 1024;

	private static final int MOST_ENTRIES = 500;

	private static final String SAVE_AGAIN = "Open it in a spreadsheet program, save it as XLSX or CSV, and choose that file.";

	private Spreadsheet() {
	}

	static List<TableFile.Row> rows(byte[] content) {
		try {
			Map<String, byte[]> parts = unpack(content);
			if (!parts.containsKey("[Content_Types].xml") || !parts.containsKey("xl/workbook.xml")) {
				throw new Unreadable("The file is a zip file, not a spreadsheet",
						"Unzip it, and choose the XLSX or CSV file that is in it.");
			}
			for (Map.Entry<String, byte[]> part : parts.entrySet()) {
				if (part.getKey().startsWith("xl/worksheets/") && part.getKey().endsWith(".xml")) {
					measure(part.getValue());
				}
			}
			return TableFile.found(read(pack(parts)));
		}
		catch (Unreadable ex) {
			throw ex;
		}
		catch (IOException | XMLStreamException | RuntimeException ex) {
			throw new Unreadable("The file cannot be read as a spreadsheet: it is damaged, or has a password",
					SAVE_AGAIN);
		}
	}

	private static Map<String, byte[]> unpack(byte[] content) throws IOException {
		Map<String, byte[]> parts = new LinkedHashMap<>();
		int left = MOST_INFLATED;
		try (ZipFile zip = ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(content)).get()) {
			for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
				if (parts.size() == MOST_ENTRIES) {
					throw new Unreadable("The file has more than 500 parts", SAVE_AGAIN);
				}
				try (InputStream in = zip.getInputStream(entry)) {
					byte[] part = in.readNBytes(left + 1);
					left -= part.length;
					if (left < 0) {
						throw new Unreadable("The file is larger than 20 MB when it is unpacked",
								"Check that it is the right file. Copy the figures into the template, and choose that file.");
					}
					parts.put(entry.getName(), part);
				}
			}
		}
		return parts;
	}

	private static byte[] pack(Map<String, byte[]> parts) throws IOException {
		ByteArrayOutputStream packed = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(packed)) {
			zip.setLevel(Deflater.BEST_SPEED);
			for (Map.Entry<String, byte[]> part : parts.entrySet()) {
				zip.putNextEntry(new ZipEntry(part.getKey()));
				zip.write(part.getValue());
				zip.closeEntry();
			}
		}
		return packed.toByteArray();
	}

	/** A cell far out would make the library reserve room for all cells before it. */
	private static void measure(byte[] sheet) throws XMLStreamException {
		XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
		factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(sheet));
		int rows = 0;
		int cells = 0;
		boolean counted = false;
		while (xml.hasNext()) {
			if (xml.next() != XMLStreamConstants.START_ELEMENT) {
				continue;
			}
			switch (xml.getLocalName()) {
				case "row" -> {
					cells = 0;
					counted = false;
				}
				case "c" -> {
					String address = xml.getAttributeValue(null, "r");
					if (++cells > TableFile.MOST_COLUMNS || (address != null && !isNear(address))) {
						throw TableFile.TOO_MANY_COLUMNS;
					}
				}
				case "v", "is", "f" -> {
					if (!counted && ++rows > TableFile.MOST_ROWS) {
						throw TableFile.TOO_MANY_ROWS;
					}
					counted = true;
				}
				default -> {
				}
			}
		}
		xml.close();
	}

	/** Whether a cell such as "AB12" is within the columns that are read. */
	private static boolean isNear(String address) {
		int column = 0;
		for (int i = 0; i < address.length() && Character.isLetter(address.charAt(i)); i++) {
			column = column * 26 + Character.toUpperCase(address.charAt(i)) - 'A' + 1;
			if (column < 1 || column > TableFile.MOST_COLUMNS) {
				return false;
			}
		}
		return column > 0 && address.length() <= 10;
	}

	private static List<TableFile.Row> read(byte[] content) throws IOException {
		List<TableFile.Row> rows = new ArrayList<>();
		try (InputStream in = new ByteArrayInputStream(content);
				ReadableWorkbook workbook = new ReadableWorkbook(in);
				Stream<Row> stream = workbook.getFirstSheet().openStream()) {
			for (Iterator<Row> each = stream.iterator(); each.hasNext();) {
				Row row = each.next();
				List<String> cells = new ArrayList<>();
				for (int column = 0; column < row.getCellCount(); column++) {
					cells.add(row.getOptionalCell(column).map(Spreadsheet::text).orElse(""));
				}
				TableFile.add(rows, new TableFile.Row(row.getRowNum(), cells));
			}
		}
		return rows;
	}

	private static String text(Cell cell) {
		if (cell.getType() == CellType.FORMULA) {
			String formula = cell.getFormula();
			return "=" + ((formula != null) ? TableFile.tidy(formula) : "");
		}
		String text = cell.getText();
		return (text != null) ? TableFile.tidy(text) : "";
	}

}
