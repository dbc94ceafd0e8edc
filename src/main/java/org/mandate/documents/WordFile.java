package org.mandate.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.Date;
import java.util.List;
import java.util.Optional;

import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.xwpf.model.XWPFHeaderFooterPolicy;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFooter;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;

/**
 * A document as a Word file: headings as heading styles, tables whose head rows repeat,
 * charts that can be edited, British English.
 */
final class WordFile {

	/** Width of the text on an A4 page with these margins, in twentieths of a point. */
	private static final int WIDTH = 9864;

	private final XWPFDocument word = new XWPFDocument();

	private final WordStyles styles = new WordStyles(this.word);

	private WordFile() {
	}

	static byte[] of(Document document) {
		WordFile file = new WordFile();
		try (XWPFDocument word = file.word; ByteArrayOutputStream out = new ByteArrayOutputStream(64 * 1024)) {
			file.write(document);
			word.write(out);
			return out.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void write(Document document) throws IOException {
		Document.Head head = document.head();
		page();
		properties(head);
		styled(WordStyles.ORGANISATION).createRun().setText(Characters.allowed(head.organisation()));
		styled(WordStyles.TITLE).createRun().setText(Characters.allowed(head.title()));
		if (head.subtitle() != null) {
			styled(WordStyles.SUBTITLE).createRun().setText(Characters.allowed(head.subtitle()));
		}
		for (Block.Terms.Term fact : head.facts()) {
			XWPFParagraph line = styled(WordStyles.FACT);
			text(line, fact.name() + ":\t", Run.Look.PLAIN);
			fact.said().forEach((said) -> runs(line, said.runs()));
		}
		blocks(document.front(), 0);
		if (!document.front().isEmpty()) {
			this.word.createParagraph().setPageBreak(true);
		}
		blocks(document.body(), 0);
		document.proof().forEach((proof) -> runs(styled(WordStyles.SMALL), proof.runs()));
		foot(head.foot());
	}

	private void page() {
		CTSectPr section = this.word.getDocument().getBody().addNewSectPr();
		CTPageSz size = section.addNewPgSz();
		size.setW(BigInteger.valueOf(11906));
		size.setH(BigInteger.valueOf(16838));
		CTPageMar margin = section.addNewPgMar();
		margin.setTop(BigInteger.valueOf(1134));
		margin.setBottom(BigInteger.valueOf(1247));
		margin.setLeft(BigInteger.valueOf(1021));
		margin.setRight(BigInteger.valueOf(1021));
	}

	private void properties(Document.Head head) {
		POIXMLProperties.CoreProperties core = this.word.getProperties().getCoreProperties();
		core.setTitle(head.title());
		core.setDescription(head.description());
		core.setCreator((head.author() != null) ? head.author() : head.organisation());
		core.setCreated(Optional.of(Date.from(head.at())));
		core.setModified(Optional.of(Date.from(head.at())));
	}

	private void foot(String text) throws IOException {
		XWPFFooter footer = this.word.createHeaderFooterPolicy().createFooter(XWPFHeaderFooterPolicy.DEFAULT);
		XWPFParagraph line = footer.createParagraph();
		line.setStyle(WordStyles.SMALL);
		text(line, text + "\tPage ", Run.Look.PLAIN);
		line.getCTP().addNewFldSimple().setInstr("PAGE");
		text(line, " of ", Run.Look.PLAIN);
		line.getCTP().addNewFldSimple().setInstr("NUMPAGES");
	}

	private XWPFParagraph styled(String style) {
		XWPFParagraph paragraph = this.word.createParagraph();
		paragraph.setStyle(style);
		return paragraph;
	}

	private void blocks(List<? extends Block> blocks, int depth) {
		blocks.forEach((block) -> block(block, depth));
	}

	private void block(Block block, int depth) {
		switch (block) {
			case Block.Section section -> {
				styled(WordStyles.heading(1)).createRun()
					.setText(Characters
						.allowed(((section.number() != null) ? section.number() + " " : "") + section.title()));
				blocks(section.blocks(), depth);
			}
			case Block.Heading heading -> styled(WordStyles.heading(Math.max(1, heading.level() - 1))).createRun()
				.setText(Characters.allowed(heading.text()));
			case Block.Paragraph paragraph -> paragraph(paragraph);
			case Block.Listing listing -> listing(listing, depth);
			case Block.Quotation quotation -> quotation.blocks().forEach((quoted) -> {
				if (quoted instanceof Block.Paragraph paragraph) {
					runs(styled(WordStyles.QUOTE), paragraph.runs());
				}
				else {
					block(quoted, depth);
				}
			});
			case Block.Terms terms -> terms.terms().forEach((term) -> {
				styled(WordStyles.TERM).createRun().setText(Characters.allowed(term.name()));
				term.said().forEach((said) -> runs(styled(WordStyles.SAID), said.runs()));
			});
			case Block.Table table -> table(table);
			case Block.Chart chart -> {
				styled(WordStyles.heading(2)).createRun().setText(Characters.allowed(chart.title()));
				runs(this.word.createParagraph(), List.of(Run.text(chart.finding())));
				WordChart.draw(this.word, chart);
			}
			case Block.Signatures signatures -> signatures.names()
				.forEach((name) -> styled(WordStyles.SIGNATURE).createRun().setText(Characters.allowed(name)));
		}
	}

	private void paragraph(Block.Paragraph paragraph) {
		if (paragraph.runs().stream().allMatch(WordFile::isWay)) {
			return;
		}
		runs(styled(style(paragraph.style())), paragraph.runs());
	}

	private static boolean isWay(Run run) {
		return run instanceof Run.Text text && text.link() instanceof Run.Link.Recorded recorded && recorded.alone();
	}

	private static String style(Block.Style style) {
		return switch (style) {
			case LEAD, UP, DOWN -> WordStyles.STRONG;
			case VERDICT -> WordStyles.QUOTE;
			case NOTE, PLACES, OTHER -> WordStyles.SMALL;
			case BODY, FINDING, LEVEL -> WordStyles.NORMAL;
		};
	}

	private void runs(XWPFParagraph paragraph, List<Run> runs) {
		for (Run run : runs) {
			if (run instanceof Run.Text text && text.link() instanceof Run.Link.Elsewhere elsewhere) {
				XWPFRun link = paragraph.createHyperlinkRun(elsewhere.address());
				link.setText(Characters.allowed(text.plain()));
				link.setUnderline(org.apache.poi.xwpf.usermodel.UnderlinePatterns.SINGLE);
			}
			else if (!isWay(run)) {
				text(paragraph, run.plain(), (run instanceof Run.Text text) ? text.look() : Run.Look.PLAIN);
			}
		}
	}

	private static void text(XWPFParagraph paragraph, String text, Run.Look look) {
		if (text.isEmpty()) {
			return;
		}
		XWPFRun run = paragraph.createRun();
		run.setBold(look == Run.Look.STRONG || look == Run.Look.STRONG_EMPHASIS);
		run.setItalic(look == Run.Look.EMPHASIS || look == Run.Look.STRONG_EMPHASIS);
		String[] lines = Characters.allowed(text).split("\n", -1);
		for (int i = 0; i < lines.length; i++) {
			if (i > 0) {
				run.addBreak();
			}
			String[] columns = lines[i].split("\t", -1);
			for (int j = 0; j < columns.length; j++) {
				if (j > 0) {
					run.addTab();
				}
				run.setText(columns[j], run.getCTR().sizeOfTArray());
			}
		}
	}

	private void listing(Block.Listing listing, int depth) {
		BigInteger numbering = this.styles.numbering(listing.ordered());
		int number = 0;
		for (Block.Listing.Entry entry : listing.entries()) {
			boolean first = true;
			number++;
			for (Block block : entry.blocks()) {
				if (block instanceof Block.Paragraph paragraph) {
					XWPFParagraph line = styled(
							(paragraph.style() == Block.Style.PLACES) ? WordStyles.SMALL : WordStyles.ENTRY);
					if (first) {
						line.setNumID(numbering);
						line.setNumILvl(BigInteger.valueOf(Math.min(depth, 2)));
					}
					else {
						line.setIndentationLeft(360 * (depth + 1));
					}
					runs(line, paragraph.runs());
				}
				else {
					block(block, depth + 1);
				}
				first = false;
			}
		}
	}

	private void table(Block.Table table) {
		XWPFParagraph caption = styled(WordStyles.CAPTION);
		caption.createRun().setText(Characters.allowed(table.caption()));
		int rows = 1 + table.groups()
			.stream()
			.mapToInt((group) -> group.rows().size() + ((group.head() != null) ? 1 : 0))
			.sum() + ((table.total() != null) ? 1 : 0);
		XWPFTable grid = this.word.createTable(rows, table.columns().size());
		look(grid, table);
		int at = 0;
		XWPFTableRow head = grid.getRow(at++);
		head.setRepeatHeader(true);
		head.setCantSplitRow(true);
		for (int i = 0; i < table.columns().size(); i++) {
			Block.Table.Column column = table.columns().get(i);
			fill(head.getCell(i), List.of(Block.paragraph(Run.strong(column.head()))), column, true);
		}
		for (Block.Table.Group group : table.groups()) {
			if (group.head() != null) {
				XWPFTableRow row = grid.getRow(at++);
				fill(row.getCell(0), List.of(Block.paragraph(Run.strong(group.head()))), table.columns().getFirst(),
						true);
				span(row, table.columns().size());
			}
			for (Block.Table.Row row : group.rows()) {
				row(grid.getRow(at++), table, row);
			}
		}
		if (table.total() != null) {
			row(grid.getRow(at), table, table.total());
		}
		styled(WordStyles.SMALL);
	}

	private void row(XWPFTableRow target, Block.Table table, Block.Table.Row row) {
		target.setCantSplitRow(true);
		for (int i = 0; i < row.cells().size(); i++) {
			fill(target.getCell(i), row.cells().get(i).lines(), table.columns().get(i), i == 0);
		}
	}

	private void fill(XWPFTableCell cell, List<Block.Paragraph> lines, Block.Table.Column column, boolean head) {
		XWPFParagraph paragraph = cell.getParagraphArray(0);
		if (lines.isEmpty()) {
			paragraph.setStyle(WordStyles.CELL);
			text(paragraph, "–", Run.Look.PLAIN);
		}
		for (int i = 0; i < lines.size(); i++) {
			XWPFParagraph line = (i == 0) ? paragraph : cell.addParagraph();
			Block.Paragraph said = lines.get(i);
			line.setStyle(switch (said.style()) {
				case UP, DOWN -> WordStyles.CELL_STRONG;
				case OTHER, PLACES -> WordStyles.CELL_SMALL;
				default -> WordStyles.CELL;
			});
			line.setKeepNext(head && i == 0 && column.head().isEmpty());
			if (column.numeric()) {
				line.setAlignment(ParagraphAlignment.RIGHT);
			}
			runs(line, said.runs());
		}
	}

	private static void span(XWPFTableRow row, int columns) {
		CTTcPr properties = row.getCell(0).getCTTc().isSetTcPr() ? row.getCell(0).getCTTc().getTcPr()
				: row.getCell(0).getCTTc().addNewTcPr();
		properties.addNewGridSpan().setVal(BigInteger.valueOf(columns));
		for (int i = columns - 1; i > 0; i--) {
			row.removeCell(i);
		}
	}

	private static void look(XWPFTable grid, Block.Table table) {
		CTTblPr properties = grid.getCTTbl().getTblPr();
		(properties.isSetTblLayout() ? properties.getTblLayout() : properties.addNewTblLayout())
			.setType(STTblLayoutType.FIXED);
		grid.setWidth(String.valueOf(WIDTH));
		grid.setLeftBorder(XWPFTable.XWPFBorderType.NONE, 0, 0, "auto");
		grid.setRightBorder(XWPFTable.XWPFBorderType.NONE, 0, 0, "auto");
		grid.setInsideVBorder(XWPFTable.XWPFBorderType.NONE, 0, 0, "auto");
		grid.setInsideHBorder(XWPFTable.XWPFBorderType.SINGLE, 4, 0, "D8DDE0");
		grid.setTopBorder(XWPFTable.XWPFBorderType.SINGLE, 8, 0, "212B32");
		grid.setBottomBorder(XWPFTable.XWPFBorderType.SINGLE, 8, 0, "212B32");
		int whole = table.columns().stream().mapToInt(Block.Table.Column::weight).sum();
		for (int i = 0; i < table.columns().size(); i++) {
			int width = WIDTH * table.columns().get(i).weight() / whole;
			if (grid.getCTTbl().getTblGrid() == null) {
				grid.getCTTbl().addNewTblGrid();
			}
			if (grid.getCTTbl().getTblGrid().sizeOfGridColArray() <= i) {
				grid.getCTTbl().getTblGrid().addNewGridCol();
			}
			grid.getCTTbl().getTblGrid().getGridColArray(i).setW(BigInteger.valueOf(width));
			for (XWPFTableRow row : grid.getRows()) {
				row.getCell(i).setWidth(String.valueOf(width));
			}
		}
	}

}
