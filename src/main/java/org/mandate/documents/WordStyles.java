package org.mandate.documents;

import java.math.BigInteger;

import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFNumbering;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.apache.xmlbeans.XmlException;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTNumbering;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.NumberingDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.StylesDocument;

/**
 * The styles of a Word file. They are written as they stand in a file, which is shorter
 * and clearer than building them by calls.
 */
final class WordStyles {

	static final String NORMAL = "Normal";

	static final String TITLE = "Title";

	static final String SUBTITLE = "Subtitle";

	static final String ORGANISATION = "Organisation";

	static final String FACT = "Fact";

	static final String STRONG = "StrongLine";

	static final String QUOTE = "Quote";

	static final String TERM = "Term";

	static final String SAID = "Said";

	static final String ENTRY = "ListParagraph";

	static final String CAPTION = "Caption";

	static final String CELL = "Cell";

	static final String CELL_STRONG = "CellStrong";

	static final String CELL_SMALL = "CellSmall";

	static final String SMALL = "Small";

	static final String SIGNATURE = "Signature";

	private static final String SCHEMA = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

	private final XWPFDocument word;

	private final XWPFNumbering numbering;

	private int lists;

	WordStyles(XWPFDocument word) {
		this.word = word;
		this.numbering = word.createNumbering();
		XWPFStyles styles = word.createStyles();
		try {
			styles.setStyles(StylesDocument.Factory.parse(sheet()).getStyles());
		}
		catch (XmlException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** The style of a heading, from level 1. */
	static String heading(int level) {
		return "Heading" + level;
	}

	/** A list that begins anew. */
	BigInteger numbering(boolean ordered) {
		this.lists++;
		StringBuilder levels = new StringBuilder();
		for (int level = 0; level < 3; level++) {
			levels
				.append("""
						<w:lvl w:ilvl="%d"><w:start w:val="1"/><w:numFmt w:val="%s"/><w:lvlText w:val="%s"/><w:lvlJc w:val="left"/>\
						<w:pPr><w:ind w:left="%d" w:hanging="360"/></w:pPr></w:lvl>"""
					.formatted(level, ordered ? "decimal" : "bullet", ordered ? "%" + (level + 1) + "." : "•",
							360 * (level + 1)));
		}
		try {
			CTNumbering parsed = NumberingDocument.Factory
				.parse("""
						<w:numbering xmlns:w="%s"><w:abstractNum w:abstractNumId="%d">%s</w:abstractNum></w:numbering>"""
					.formatted(SCHEMA, this.lists, levels))
				.getNumbering();
			BigInteger kind = this.numbering.addAbstractNum(new XWPFAbstractNum(parsed.getAbstractNumArray(0)));
			return this.numbering.addNum(kind);
		}
		catch (XmlException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String sheet() {
		return "<w:styles xmlns:w=\"" + SCHEMA + "\">"
				+ """
						<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial" w:eastAsia="Arial"/>\
						<w:sz w:val="21"/><w:szCs w:val="21"/><w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>\
						<w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>"""
				+ style(NORMAL, "Normal", null, "", "")
				+ style(TITLE, "Title", NORMAL, "<w:spacing w:before=\"1200\" w:after=\"120\"/>",
						run(56, true, "0B2545"))
				+ style(SUBTITLE, "Subtitle", NORMAL, "<w:spacing w:after=\"480\"/>", run(32, false, "4C6272"))
				+ style(ORGANISATION, "Organisation", NORMAL, "", run(28, true, "0B2545"))
				+ style(FACT, "Fact", NORMAL,
						"<w:tabs><w:tab w:val=\"left\" w:pos=\"2835\"/></w:tabs><w:spacing w:after=\"60\"/><w:ind w:left=\"2835\" w:hanging=\"2835\"/>",
						"")
				+ heading(1, 30, 480, "0B2545") + heading(2, 25, 300, "212B32") + heading(3, 22, 220, "212B32")
				+ style(STRONG, "Strong line", NORMAL, "", run(21, true, "212B32"))
				+ style(QUOTE, "Quote", NORMAL,
						"<w:pBdr><w:left w:val=\"single\" w:sz=\"36\" w:space=\"8\" w:color=\"0B2545\"/></w:pBdr><w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"F0F4F5\"/><w:spacing w:after=\"160\"/><w:ind w:left=\"240\"/>",
						run(23, false, "212B32"))
				+ style(TERM, "Term", NORMAL, "<w:keepNext/><w:spacing w:before=\"80\" w:after=\"20\"/>",
						run(21, true, "212B32"))
				+ style(SAID, "Said", NORMAL, "<w:spacing w:after=\"80\"/><w:ind w:left=\"280\"/>", "")
				+ style(ENTRY, "List Paragraph", NORMAL, "<w:spacing w:after=\"60\"/>", "")
				+ style(CAPTION, "caption", NORMAL, "<w:keepNext/><w:spacing w:before=\"160\" w:after=\"60\"/>",
						run(21, true, "212B32"))
				+ style(CELL, "Cell", NORMAL,
						"<w:spacing w:before=\"30\" w:after=\"30\" w:line=\"240\" w:lineRule=\"auto\"/>",
						run(17, false, "212B32"))
				+ style(CELL_STRONG, "Cell strong", CELL, "", run(17, true, "212B32"))
				+ style(CELL_SMALL, "Cell small", CELL, "", run(15, false, "4C6272"))
				+ style(SMALL, "Small", NORMAL,
						"<w:tabs><w:tab w:val=\"right\" w:pos=\"9864\"/></w:tabs><w:spacing w:after=\"60\"/>",
						run(17, false, "4C6272"))
				+ style(SIGNATURE, "Signature", NORMAL,
						"<w:pBdr><w:top w:val=\"single\" w:sz=\"6\" w:space=\"2\" w:color=\"212B32\"/></w:pBdr><w:spacing w:before=\"1200\"/><w:ind w:right=\"5200\"/>",
						run(18, false, "212B32"))
				+ "</w:styles>";
	}

	private static String heading(int level, int size, int before, String colour) {
		return style(heading(level), "heading " + level, NORMAL, "<w:keepNext/><w:keepLines/><w:spacing w:before=\""
				+ before + "\" w:after=\"100\"/><w:outlineLvl w:val=\"" + (level - 1) + "\"/>",
				run(size, true, colour));
	}

	private static String run(int size, boolean bold, String colour) {
		return (bold ? "<w:b/>" : "") + "<w:color w:val=\"" + colour + "\"/><w:sz w:val=\"" + size
				+ "\"/><w:szCs w:val=\"" + size + "\"/>";
	}

	private static String style(String id, String name, @org.jspecify.annotations.Nullable String basedOn,
			String paragraph, String run) {
		return "<w:style w:type=\"paragraph\"" + ((basedOn == null) ? " w:default=\"1\"" : "") + " w:styleId=\"" + id
				+ "\"><w:name w:val=\"" + name + "\"/>"
				+ ((basedOn != null) ? "<w:basedOn w:val=\"" + basedOn + "\"/>" : "") + "<w:qFormat/><w:pPr>"
				+ paragraph + "</w:pPr><w:rPr>" + run + "</w:rPr></w:style>";
	}

}
