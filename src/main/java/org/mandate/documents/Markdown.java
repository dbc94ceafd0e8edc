package org.mandate.documents;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Reads text with a few marks (CommonMark, and tables) as blocks. Nothing in it is ever
 * loaded or passed on as markup: HTML and pictures become the text they are written in,
 * addresses that are neither http, https nor mailto are left out.
 * <p>
 * <code>{{key}}</code> refers to something on record, which the caller puts there.
 */
public final class Markdown {

	/** A reference, with its key as the first group. */
	private static final Pattern REFERENCE = Pattern.compile("\\{\\{\\s*([a-z0-9][a-z0-9.\\-]{0,199})\\s*}}");

	private static final Pattern SAFE = Pattern.compile("(?i)(https?://|mailto:)[^\\s\\p{Cntrl}]+");

	private static final int DEEPEST = 50;

	private static final Parser PARSER = Parser.builder()
		.extensions(List.of(TablesExtension.create()))
		.maxOpenBlockParsers(20)
		.build();

	private final Function<String, Run> references;

	private boolean headed;

	private Markdown(Function<String, Run> references) {
		this.references = references;
	}

	/**
	 * Read a text.
	 * @param text with its marks
	 * @param references what stands in the place of a reference, by its key
	 */
	public static List<Block> read(String text, Function<String, Run> references) {
		return new Markdown(references).blocks(PARSER.parse(text), 0);
	}

	/** The keys that a text refers to, each once, in order. */
	public static SequencedSet<String> references(String text) {
		SequencedSet<String> keys = new LinkedHashSet<>();
		Matcher matcher = REFERENCE.matcher(text);
		while (matcher.find()) {
			keys.add(matcher.group(1));
		}
		return keys;
	}

	/** A reference as it is written in a text. */
	public static String reference(String key) {
		return "{{" + key + "}}";
	}

	private List<Block> blocks(Node parent, int depth) {
		List<Block> found = new ArrayList<>();
		for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
			block(node, found, depth);
		}
		return found;
	}

	private void block(Node node, List<Block> found, int depth) {
		switch (node) {
			case org.commonmark.node.Heading heading ->
				found.add(new Block.Heading(level(heading), plain(runs(heading))));
			case org.commonmark.node.Paragraph paragraph ->
				found.add(new Block.Paragraph(runs(paragraph), Block.Style.BODY));
			case ListBlock list -> {
				List<Block.Listing.Entry> entries = new ArrayList<>();
				for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
					entries.add(new Block.Listing.Entry(null, blocks(item, depth + 1)));
				}
				found.add(new Block.Listing(list instanceof OrderedList, entries));
			}
			case BlockQuote quote -> found.add(new Block.Quotation(blocks(quote, depth + 1)));
			case TableBlock table -> found.add(table(table));
			case FencedCodeBlock code -> found.add(code(code.getLiteral()));
			case IndentedCodeBlock code -> found.add(code(code.getLiteral()));
			case HtmlBlock html -> found.add(Block.paragraph(html.getLiteral()));
			case ThematicBreak ignored -> {
			}
			default -> found.addAll((depth < DEEPEST) ? blocks(node, depth + 1) : List.of());
		}
	}

	/**
	 * No level is left out: the first heading is of the third level, whatever it asks
	 * for.
	 */
	private int level(org.commonmark.node.Heading heading) {
		int level = (heading.getLevel() <= 2 || !this.headed) ? 3 : 4;
		this.headed = true;
		return level;
	}

	private static Block code(String literal) {
		return Block.paragraph(Run.code(literal.stripTrailing()));
	}

	private Block table(TableBlock table) {
		List<Block.Table.Column> columns = new ArrayList<>();
		List<Block.Table.Row> rows = new ArrayList<>();
		for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
			for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
				if (part instanceof TableHead) {
					columns = columns((TableRow) row);
				}
				else if (part instanceof TableBody) {
					rows.add(new Block.Table.Row(cells(row, columns.size())));
				}
			}
		}
		return new Block.Table("narrative", "Table", columns, List.of(new Block.Table.Group(null, rows)), null);
	}

	private List<Block.Table.Column> columns(TableRow head) {
		List<Block.Table.Column> columns = new ArrayList<>();
		for (Node cell = head.getFirstChild(); cell != null; cell = cell.getNext()) {
			boolean right = ((TableCell) cell).getAlignment() == TableCell.Alignment.RIGHT;
			columns.add(new Block.Table.Column(plain(runs(cell)), right && !columns.isEmpty(), 1));
		}
		return columns;
	}

	private List<Block.Table.Cell> cells(Node row, int count) {
		List<Block.Table.Cell> cells = new ArrayList<>();
		for (Node cell = row.getFirstChild(); cell != null && cells.size() < count; cell = cell.getNext()) {
			List<Run> runs = runs(cell);
			cells.add(new Block.Table.Cell(
					runs.isEmpty() ? List.of() : List.of(new Block.Paragraph(runs, Block.Style.BODY))));
		}
		while (cells.size() < count) {
			cells.add(new Block.Table.Cell(List.of()));
		}
		return cells;
	}

	private List<Run> runs(Node parent) {
		List<Run> runs = new ArrayList<>();
		inline(parent, runs, Run.Look.PLAIN, null, 0);
		return runs;
	}

	private void inline(Node parent, List<Run> runs, Run.Look look, Run.@Nullable Link link, int depth) {
		if (depth > DEEPEST) {
			return;
		}
		for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
			switch (node) {
				case Text text -> referring(text.getLiteral(), runs, look, link);
				case Code code -> runs.add(new Run.Text(code.getLiteral(), Run.Look.CODE, link));
				case HtmlInline html -> runs.add(new Run.Text(html.getLiteral(), look, link));
				case SoftLineBreak ignored -> runs.add(new Run.Text(" ", look, link));
				case HardLineBreak ignored -> runs.add(new Run.Text("\n", look, link));
				case Emphasis emphasis -> inline(emphasis, runs, with(look, Run.Look.EMPHASIS), link, depth + 1);
				case StrongEmphasis strong -> inline(strong, runs, with(look, Run.Look.STRONG), link, depth + 1);
				case Link to -> inline(to, runs, look, safe(to.getDestination(), link), depth + 1);
				case Image image -> {
					runs.add(new Run.Text("![", look, link));
					inline(image, runs, look, link, depth + 1);
					runs.add(new Run.Text("](" + image.getDestination() + ")", look, link));
				}
				default -> inline(node, runs, look, link, depth + 1);
			}
		}
	}

	private static Run.@Nullable Link safe(String destination, Run.@Nullable Link around) {
		return SAFE.matcher(destination).matches() ? new Run.Link.Elsewhere(destination) : around;
	}

	private static Run.Look with(Run.Look around, Run.Look look) {
		Set<Run.Look> both = Set.of(Run.Look.STRONG, Run.Look.EMPHASIS);
		return (around != look && both.contains(around)) ? Run.Look.STRONG_EMPHASIS
				: (around == Run.Look.STRONG_EMPHASIS) ? around : look;
	}

	private void referring(String literal, List<Run> runs, Run.Look look, Run.@Nullable Link link) {
		Matcher matcher = REFERENCE.matcher(literal);
		int from = 0;
		while (matcher.find()) {
			if (matcher.start() > from) {
				runs.add(new Run.Text(literal.substring(from, matcher.start()), look, link));
			}
			runs.add(this.references.apply(matcher.group(1).toLowerCase(Locale.ROOT)));
			from = matcher.end();
		}
		if (from < literal.length()) {
			runs.add(new Run.Text(literal.substring(from), look, link));
		}
	}

	private static String plain(List<Run> runs) {
		StringBuilder text = new StringBuilder();
		runs.forEach((run) -> text.append(run.plain()));
		return text.toString();
	}

}
