package org.mandate.documents;

import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Writes a document as a page of its own that is made for paper. The links to records are
 * left out; what is read is the same as on the screen.
 */
final class PrintPage extends HtmlWriter {

	/** What marks a bar that is drawn by {@link StackedBars}. */
	static final String BARS = "application/x-stacked-bars";

	private PrintPage() {
	}

	static String of(Document document, String css) {
		PrintPage writer = new PrintPage();
		Document.Head head = document.head();
		writer.raw("<!DOCTYPE html><html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en-GB\"><head><title>")
			.text(head.title())
			.raw("</title><meta name=\"subject\" content=\"")
			.text(head.description())
			.raw("\"/><meta name=\"author\" content=\"")
			.text((head.author() != null) ? head.author() + ", " + head.organisation() : head.organisation())
			.raw("\"/>");
		writer.bookmarks(document);
		writer.raw("<style>").raw(css).raw("</style></head><body" + (head.compact() ? " class=\"compact\"" : "") + "><div id=\"foot\">").text(head.foot()).raw("</div>");
		writer.document(document);
		return writer.raw("</body></html>").taken();
	}

	private void bookmarks(Document document) {
		raw("<bookmarks>");
		for (Block.Section section : document.sections()) {
			raw("<bookmark name=\"").text(((section.number() != null) ? section.number() + " " : "") + section.title())
				.raw("\" href=\"#" + escaped(section.id()) + "\"/>");
		}
		raw("</bookmarks>");
	}

	@Override
	protected @Nullable String address(Run.Link link) {
		return (link instanceof Run.Link.Elsewhere elsewhere) ? elsewhere.address() : null;
	}

	@Override
	protected boolean wrapsPlainText() {
		return true;
	}

	@Override
	protected void columns(Block.Table table) {
		int whole = table.columns().stream().mapToInt(Block.Table.Column::weight).sum();
		raw("<colgroup>");
		table.columns().forEach((column) -> raw("<col style=\"width: " + 100 * column.weight() / whole + "%\"/>"));
		raw("</colgroup>");
	}

	@Override
	protected void chart(Block.Chart chart) {
		raw("<div class=\"app-chart\"><p class=\"app-chart__title\">").text(chart.title()).raw("</p>");
		raw("<p>").text(chart.finding()).raw("</p><p class=\"app-chart__legend\">");
		for (int i = 0; i < chart.legend().size(); i++) {
			bars("app-chart__key", onlyPart(i), "Key: " + chart.legend().get(i));
			text(" " + chart.legend().get(i) + "\u2003");
		}
		raw("</p>");
		for (Block.Chart.Bar bar : chart.bars()) {
			raw("<div class=\"app-chart__bar\"><p class=\"app-chart__label\">").text(bar.words(chart.legend()))
				.raw("</p>");
			List<Integer> counts = bar.counts();
			if (counts != null) {
				bars("app-chart__bars", counts.stream().map(String::valueOf).collect(Collectors.joining(" ")),
						bar.words(chart.legend()));
			}
			raw("</div>");
		}
		raw("</div>");
	}

	private static String onlyPart(int part) {
		return "0 ".repeat(part) + "1";
	}

	private void bars(String style, String counts, String words) {
		raw("<object type=\"" + BARS + "\" class=\"" + style + "\" data-counts=\"" + counts + "\" alt=\"").text(words)
			.raw("\"></object>");
	}

}
