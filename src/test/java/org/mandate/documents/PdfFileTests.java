package org.mandate.documents;

import java.util.ArrayList;
import java.util.List;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.verapdf.pdfa.flavours.PDFAFlavour;

import static org.assertj.core.api.Assertions.assertThat;

class PdfFileTests {

	@Test
	void keepsBothStandards() throws Exception {
		byte[] pdf = PdfFile.of(SampleDocument.whole());
		assertThat(PdfStandards.problems(pdf)).isEmpty();
	}

	@Test
	void isTheSameToTheByteForTheSameDocument() throws Exception {
		byte[] first = PdfFile.of(SampleDocument.whole());
		Thread.sleep(1100);
		assertThat(PdfFile.of(SampleDocument.whole())).isEqualTo(first);
	}

	@Test
	void noticesWhatTheStandardsForbid() throws Exception {
		byte[] pdf = PdfFile.of(SampleDocument.whole());
		try (PDDocument document = Loader.loadPDF(pdf)) {
			document.getDocumentCatalog().getCOSObject().removeItem(COSName.getPDFName("Lang"));
			document.getDocumentCatalog().getCOSObject().removeItem(COSName.MARK_INFO);
			java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
			document.save(out);
			assertThat(PdfStandards.problems(out.toByteArray(), PDFAFlavour.PDFUA_1)).isNotEmpty();
			assertThat(PdfStandards.problems(out.toByteArray(), PDFAFlavour.PDFA_2_A)).isNotEmpty();
		}
	}

	@Test
	void hasLanguageTitleBookmarksHeadsAndAlternativeTexts() throws Exception {
		try (PDDocument document = Loader.loadPDF(PdfFile.of(SampleDocument.whole()))) {
			assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en-GB");
			assertThat(document.getDocumentInformation().getTitle()).isEqualTo("A sample");
			assertThat(document.getDocumentCatalog().getViewerPreferences().displayDocTitle()).isTrue();
			List<String> bookmarks = new ArrayList<>();
			for (PDOutlineItem item : document.getDocumentCatalog().getDocumentOutline().children()) {
				bookmarks.add(item.getTitle());
			}
			assertThat(bookmarks).containsExactly("1 Text", "2 Figures", "3 Sources");
			List<COSDictionary> elements = new ArrayList<>();
			elements(document.getDocumentCatalog().getStructureTreeRoot().getCOSObject(), elements);
			assertThat(named(elements, "H1")).hasSize(1);
			assertThat(named(elements, "H2")).hasSize(4);
			assertThat(named(elements, "Table")).hasSize(1);
			// Three heads of columns, the group, forty rows and the total.
			assertThat(named(elements, "TH")).hasSize(45);
			assertThat(named(elements, "TD")).hasSize(82);
			assertThat(named(elements, "Figure")).extracting((figure) -> figure.getString(COSName.getPDFName("Alt")))
				.contains("North: Option 1 0, Option 2 13, Abstained 0, Did not vote 0",
						"South West: Option 1 3, Option 2 9, Abstained 2, Did not vote 0 (14 from the register)")
				.doesNotContainNull();
		}
	}

	private static List<COSDictionary> named(List<COSDictionary> elements, String name) {
		return elements.stream().filter((element) -> name.equals(element.getNameAsString(COSName.S))).toList();
	}

	private static void elements(COSDictionary parent, List<COSDictionary> found) {
		COSBase kids = parent.getDictionaryObject(COSName.K);
		List<COSBase> all = (kids instanceof COSArray array)
				? array.toList().stream().map((kid) -> (COSBase) kid).toList()
				: (kids != null) ? List.of(kids) : List.of();
		for (COSBase kid : all) {
			COSBase object = (kid instanceof COSObject reference) ? reference.getObject() : kid;
			if (object instanceof COSDictionary element && element.containsKey(COSName.S)) {
				found.add(element);
				elements(element, found);
			}
		}
	}

	@Test
	void isReadInTheOrderOfTheDocument() throws Exception {
		try (PDDocument document = Loader.loadPDF(PdfFile.of(SampleDocument.whole()))) {
			PDFTextStripper reader = new PDFTextStripper();
			reader.setSortByPosition(true);
			String text = reader.getText(document);
			assertThat(text).containsSubsequence("NHS Oxfordshire CCG", "A sample", "In brief", "First", "Second",
					"1 Text", "Plain, strong and stressed <b> with a source [1]72", "A heading within", "Three",
					"Deeper", "OCCG wishes", "Carried.", "2 Figures", "Votes by practice", "Practice 1", "Practice 40",
					"All 80 =1+1", "How each locality voted", "South West: Option 1 3", "City: Not returned",
					"3 Sources", "SHA-256 0123456789abcdef");
			assertThat(text).doesNotContain("See the record");
		}
	}

}
