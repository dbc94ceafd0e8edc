package org.mandate.documents;

import java.io.ByteArrayInputStream;

import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WordFileTests {

	@Test
	void holdsHeadingsTablesAndAChart() throws Exception {
		byte[] file = WordFile.of(SampleDocument.whole());
		try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(file))) {
			assertThat(word.getParagraphs())
				.filteredOn((paragraph) -> paragraph.getStyle() != null && paragraph.getStyle().startsWith("Heading"))
				.extracting((paragraph) -> paragraph.getStyle() + " " + paragraph.getText())
				.containsExactly("Heading1 In brief", "Heading1 1 Text", "Heading2 A heading within",
						"Heading1 2 Figures", "Heading2 How each locality voted", "Heading1 3 Sources");
			assertThat(word.getTables()).hasSize(1);
			assertThat(word.getTables().getFirst().getRows()).hasSize(43);
			assertThat(word.getTables().getFirst().getRow(0).isRepeatHeader()).isTrue();
			assertThat(word.getCharts()).hasSize(1);
			assertThat(word.getProperties().getCoreProperties().getTitle()).isEqualTo("A sample");
			assertThat(word.getStyles().getStyle("Heading1")).isNotNull();
		}
	}

}
