package org.mandate.forms;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CsvDownloadTests {

	@ParameterizedTest
	@ValueSource(strings = { "=1+1", "+44", "-1", "@SUM(A1)", "\tcell", "\rcell" })
	void makesAFormulaAText(String cell) {
		assertThat(CsvDownload.harmless(cell)).isEqualTo("'" + cell);
	}

	@Test
	void leavesOtherCellsAsTheyAre() {
		assertThat(CsvDownload.text(List.of("a", "b"), List.of(List.of("THE HART SURGERY", "1, \"High\" Street"))))
			.isEqualTo("a,b\r\nTHE HART SURGERY,\"1, \"\"High\"\" Street\"\r\n");
	}

}
