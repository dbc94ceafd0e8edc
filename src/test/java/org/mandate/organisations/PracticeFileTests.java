package org.mandate.organisations;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mandate.organisations.Parsed.PracticeRow;

import static org.assertj.core.api.Assertions.assertThat;

class PracticeFileTests {

	private static final String HART = """
			"K84001","THE HART SURGERY","Y57","Q82","THE HART SURGERY","YORK ROAD","HENLEY-ON-THAMES","OXFORDSHIRE","","RG9 2DR","19740401","","A","B","10Q","20130401","","01491 843200","","","","0","","10Q","","4",""
			""";

	private static final String CLOSED = """
			"K84029","NORTH OXFORD MEDICAL CENTRE","Y57","Q82","96 WOODSTOCK ROAD","","OXFORD","OXFORDSHIRE","","OX2 7NE","19740401","20141231","C","B","10Q","20130401","20141231","01865 311005","","","","0","","10Q","","4",""
			""";

	private static final String ELSEWHERE = """
			"A81001","THE DENSHAM SURGERY","Y54","Q74","THE HEALTH CENTRE","LAWSON STREET","STOCKTON","CLEVELAND","","TS18 1HU","19740401","","A","B","00K","20130401","","01642 672351","","","","0","","00K","","4",""
			""";

	@Test
	void readsTheRowsOfTheRealFile() {
		Parsed parsed = PracticeFile.parse(Files.read(Files.PRACTICES), "10Q");
		assertThat(parsed.problems()).isEmpty();
		assertThat(parsed.practices()).hasSize(80);
		assertThat(parsed.practices().getFirst()).isEqualTo(new PracticeRow("K84001", "THE HART SURGERY",
				"THE HART SURGERY, YORK ROAD, HENLEY-ON-THAMES, OXFORDSHIRE", "RG9 2DR", PracticeStatus.ACTIVE,
				LocalDate.of(1974, 4, 1), null, LocalDate.of(2013, 4, 1), null, 4));
	}

	@Test
	void keepsOnlyTheRowsOfTheOrganisationAndKnowsWhereOthersBelong() {
		Parsed parsed = parse(HART + ELSEWHERE);
		assertThat(parsed.rowsInFile()).isEqualTo(2);
		assertThat(parsed.practices()).extracting(PracticeRow::code).containsExactly("K84001");
		assertThat(parsed.elsewhere().get("A81001").commissioner()).isEqualTo("00K");
	}

	@Test
	void readsAClosedPracticeWithItsLastDays() {
		PracticeRow row = parse(CLOSED).practices().getFirst();
		assertThat(row.status()).isEqualTo(PracticeStatus.CLOSED);
		assertThat(row.closedOn()).isEqualTo("2014-12-31");
		assertThat(row.until()).isEqualTo("2014-12-31");
	}

	@ParameterizedTest
	@CsvSource({ "A,ACTIVE", "C,CLOSED", "D,DORMANT", "P,PROPOSED", "Active,ACTIVE", "INACTIVE,CLOSED" })
	void understandsOlderAndCurrentStatuses(String written, PracticeStatus status) {
		assertThat(parse(HART.replace("\"A\"", "\"" + written + "\"")).practices().getFirst().status())
			.isEqualTo(status);
	}

	@ParameterizedTest
	@CsvSource({ "4,4", "0,0", "25,25", "RO76,4", "RO80,0" })
	void understandsOlderAndCurrentSettings(String written, int setting) {
		assertThat(parse(HART.replace("\"4\"", "\"" + written + "\"")).practices().getFirst().prescribingSetting())
			.isEqualTo(setting);
	}

	@Test
	void namesRowFieldProblemAndRemedyOfEveryBadRow() {
		Parsed parsed = parse(HART + HART.replace("K84001", "K84002").replace("\"A\"", "\"X\"")
				+ HART.replace("K84001", "K84003").replace("19740401", "19740431")
				+ HART.replace("K84001", "8400").replace("THE HART SURGERY", "").replace("\"4\"", "\"four\""));
		assertThat(parsed.problems()).extracting(RowProblem::row, RowProblem::field, RowProblem::problem)
			.containsExactly(org.assertj.core.groups.Tuple.tuple(2L, "Status", "\"X\" is not a known status"),
					org.assertj.core.groups.Tuple.tuple(3L, "Open date", "\"19740431\" is not a date"),
					org.assertj.core.groups.Tuple.tuple(4L, "Code", "\"8400\" is not a practice code"),
					org.assertj.core.groups.Tuple.tuple(4L, "Name", "The name is missing"),
					org.assertj.core.groups.Tuple.tuple(4L, "Prescribing setting",
							"\"four\" is not a known prescribing setting"));
		assertThat(parsed.problems()).extracting(RowProblem::remedy)
			.allSatisfy((remedy) -> assertThat(remedy).endsWith("."));
	}

	@Test
	void refusesATruncatedRowWhereverItBelongs() {
		Parsed parsed = parse(HART + ELSEWHERE.substring(0, 100));
		assertThat(parsed.problems().getFirst().row()).isEqualTo(2);
		assertThat(parsed.problemCount()).isEqualTo(1);
	}

	@Test
	void refusesARowWhoseQuotationMarkIsNotClosed() {
		Parsed parsed = parse(HART + ELSEWHERE.replace("SURGERY\",", "SURGERY,") + CLOSED);
		assertThat(parsed.problems().getFirst().row()).isEqualTo(2);
		assertThat(parsed.problems().getFirst().remedy()).contains("quotation mark");
	}

	@Test
	void refusesARowWithAColumnTooMany() {
		RowProblem problem = parse(HART + HART.replace("K84001", "K84002").strip() + ",\"more\"\n").problems()
			.getFirst();
		assertThat(problem.problem()).isEqualTo("The row has 28 columns instead of 27");
	}

	@Test
	void refusesACodeThatIsThereTwice() {
		RowProblem problem = parse(HART + ELSEWHERE + HART).problems().getFirst();
		assertThat(problem.row()).isEqualTo(3);
		assertThat(problem.problem()).isEqualTo("The code \"K84001\" is also in row 1");
	}

	@Test
	void saysSoWhenNoRowBelongsToTheOrganisation() {
		Parsed parsed = parse(ELSEWHERE);
		assertThat(parsed.problems()).singleElement()
			.extracting(RowProblem::problem)
			.isEqualTo("None of the 1 rows belongs to 10Q (column 15, the commissioner)");
	}

	@Test
	void readsWindows1252AndUtf8WithAndWithoutMark() {
		String accented = HART.replace("THE HART SURGERY", "CAFÉ “HART” SURGERY");
		accented = accented.replace("“", "‘").replace("”", "’");
		byte[] utf8 = accented.getBytes(StandardCharsets.UTF_8);
		byte[] marked = ("\uFEFF" + accented).getBytes(StandardCharsets.UTF_8);
		byte[] windows = accented.getBytes(Charset.forName("windows-1252"));
		assertThat(windows).hasSizeLessThan(utf8.length);
		for (byte[] content : new byte[][] { utf8, marked, windows }) {
			Parsed parsed = PracticeFile.parse(content, "10Q");
			assertThat(parsed.problems()).isEmpty();
			assertThat(parsed.practices().getFirst().code()).isEqualTo("K84001");
			assertThat(parsed.practices().getFirst().name()).isEqualTo("CAFÉ ‘HART’ SURGERY");
		}
	}

	@Test
	void readsLinesOfEveryKindAndSkipsBlankOnes() {
		String two = HART.strip() + "\r\n\r\n" + CLOSED.strip() + "\r";
		assertThat(parse(two).practices()).hasSize(2);
	}

	@Test
	void refusesWhatIsNoCsvFile() throws Exception {
		ByteArrayOutputStream zip = new ByteArrayOutputStream();
		try (ZipOutputStream out = new ZipOutputStream(zip)) {
			out.putNextEntry(new ZipEntry("epraccur.csv"));
			out.write(Files.bytes(HART));
		}
		assertThat(only(zip.toByteArray())).contains("spreadsheet or a zip file");
		assertThat(only(Files.bytes("%PDF-1.7 ..."))).contains("PDF");
		assertThat(only(new byte[0])).isEqualTo("The file is empty");
		assertThat(only(Files.bytes("\n\n"))).isEqualTo("The file has no rows");
		assertThat(only(Files.bytes("<!DOCTYPE html><html></html>"))).contains("web page");
		assertThat(only(Files.bytes(HART.replace("HART", "HA\0RT")))).contains("NUL character near row 1");
		assertThat(only(("\uFEFF" + HART).getBytes(StandardCharsets.UTF_16LE))).contains("UTF-16");
		assertThat(only(new byte[] { 'a', (byte) 0x81, (byte) 0xFF, 'b' })).contains("neither in UTF-8");
		assertThat(only(Files.bytes("\"K84001\",\"THE HART"))).contains("this one has 2 columns");
		assertThat(only(Files.bytes(HART.replace(',', ';')))).contains("this one has 1 column");
	}

	@Test
	void tellsWhichImportAnotherKnownFileIsFor() {
		assertThat(PracticeFile.parse(Files.read(Files.LIST_SIZES), "10Q").problems().getFirst().remedy())
			.contains("import it as list sizes");
		assertThat(PracticeFile.parse(Files.read(Files.LOCALITIES), "10Q").problems().getFirst().remedy())
			.contains("import it as localities");
		assertThat(ListSizeFile.parse(Files.read(Files.PRACTICES), "10Q").problems().getFirst().remedy())
			.contains("import it as practices");
	}

	@Test
	void countsProblemsThatItDoesNotList() {
		String bad = HART.replace("\"A\"", "\"X\"");
		StringBuilder file = new StringBuilder(HART);
		for (int i = 10_000; i < 10_700; i++) {
			file.append(bad.replace("K84001", "L" + i));
		}
		Parsed parsed = parse(file.toString());
		assertThat(parsed.problems()).hasSize(Parsed.MOST_PROBLEMS);
		assertThat(parsed.problemCount()).isEqualTo(700);
	}

	@Test
	void keepsRightToLeftAndFourByteText() {
		assertThat(parse(HART.replace("THE HART SURGERY", "مركز 🏥 HART")).practices().getFirst().name())
			.isEqualTo("مركز 🏥 HART");
	}

	private static String only(byte[] content) {
		Parsed parsed = PracticeFile.parse(content, "10Q");
		assertThat(parsed.practices()).isEmpty();
		assertThat(parsed.problems()).hasSize(1);
		return parsed.problems().getFirst().problem();
	}

	private static Parsed parse(String text) {
		return PracticeFile.parse(Files.bytes(text), "10Q");
	}

}
