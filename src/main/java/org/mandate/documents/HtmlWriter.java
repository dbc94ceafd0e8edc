package org.mandate.documents;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.web.util.HtmlUtils;

/**
 * Writes blocks as well-formed XHTML, for the screen and for what is printed. The only
 * place where markup is made; all text goes through {@link #escaped}.
 */
abstract class HtmlWriter {

	private final StringBuilder out = new StringBuilder(16_384);

	/** The address that a link leads to; null where it is not to be one. */
	protected abstract @Nullable String address(Run.Link link);

	/** Draw a chart. */
	protected abstract void chart(Block.Chart chart);

	/** Write markup as it is. */
	protected final HtmlWriter raw(String markup) {
		this.out.append(markup);
		return this;
	}

	/** Write text. */
	protected final HtmlWriter text(String text) {
		this.out.append(escaped(text));
		return this;
	}

	/** What was written since this was asked before. */
	protected final String taken() {
		String html = this.out.toString();
		this.out.setLength(0);
		return html;
	}

	/** What XML has no place for is left out, the rest is escaped. */
	static String escaped(String text) {
		return HtmlUtils.htmlEscape(Characters.allowed(text), "UTF-8");
	}

	final void document(Document document) {
		Document.Head head = document.head();
		raw("<article class=\"app-paper\"><header class=\"app-paper__cover"
				+ (document.front().isEmpty() ? " app-paper__cover--short" : "")
				+ "\"><p class=\"app-paper__organisation\">")
			.text(head.organisation())
			.raw("</p><h1 class=\"app-paper__title\">")
			.text(head.title());
		if (head.subtitle() != null) {
			raw(" <span class=\"app-paper__subtitle\">").text(head.subtitle()).raw("</span>");
		}
		raw("</h1><dl class=\"app-paper__facts\">");
		for (Block.Terms.Term fact : head.facts()) {
			raw("<div><dt>").text(fact.name()).raw("</dt>");
			fact.said().forEach((said) -> described(said));
			raw("</div>");
		}
		raw("</dl>");
		blocks(document.front());
		raw("</header>");
		blocks(document.body());
		if (!document.proof().isEmpty()) {
			raw("<footer class=\"app-paper__proof\">");
			blocks(document.proof());
			raw("</footer>");
		}
		raw("</article>");
	}

	final void blocks(List<? extends Block> blocks) {
		blocks.forEach(this::block);
	}

	private void block(Block block) {
		switch (block) {
			case Block.Section section -> section(section);
			case Block.Heading heading ->
				raw("<h" + heading.level() + " dir=\"auto\">").text(heading.text()).raw("</h" + heading.level() + ">");
			case Block.Paragraph paragraph -> paragraph(paragraph);
			case Block.Listing listing -> listing(listing);
			case Block.Quotation quotation -> {
				raw("<blockquote class=\"app-wording\">");
				blocks(quotation.blocks());
				raw("</blockquote>");
			}
			case Block.Terms terms -> terms(terms);
			case Block.Table table -> table(table);
			case Block.Chart chart -> chart(chart);
			case Block.Signatures signatures -> signatures(signatures);
		}
	}

	private void section(Block.Section section) {
		String id = escaped(section.id());
		raw("<section aria-labelledby=\"" + id + "\"><h2 id=\"" + id + "\">");
		if (section.number() != null) {
			raw("<span class=\"app-paper__number\">").text(section.number()).raw("</span> ");
		}
		text(section.title()).raw("</h2>");
		blocks(section.blocks());
		raw("</section>");
	}

	private void paragraph(Block.Paragraph paragraph) {
		if (isNothing(paragraph.runs())) {
			return;
		}
		raw("<p dir=\"auto\"" + styled(paragraph.style()) + ">");
		paragraph.runs().forEach(this::run);
		raw("</p>");
	}

	private void lines(List<Block.Paragraph> lines) {
		for (int i = 0; i < lines.size(); i++) {
			boolean follows = i > 0 && lines.get(i).style() == Block.Style.BODY
					&& lines.get(i - 1).style() == Block.Style.BODY;
			raw(follows ? "<br/>" : (i > 0) ? " " : "");
			line(lines.get(i));
		}
	}

	/** A line within an entry or a cell, whose element says how it is set apart. */
	private void line(Block.Paragraph paragraph) {
		if (isNothing(paragraph.runs())) {
			return;
		}
		if (paragraph.style() == Block.Style.BODY) {
			paragraph.runs().forEach(this::run);
			return;
		}
		raw("<span" + styled(paragraph.style()) + ">");
		paragraph.runs().forEach(this::run);
		raw("</span>");
	}

	private boolean isNothing(List<Run> runs) {
		return runs.stream()
			.allMatch((run) -> run instanceof Run.Text text && text.link() instanceof Run.Link.Recorded recorded
					&& recorded.alone() && address(recorded) == null);
	}

	private static String styled(Block.Style style) {
		String name = switch (style) {
			case BODY -> null;
			case LEAD -> "app-paper__lead";
			case FINDING -> "app-paper__finding";
			case VERDICT -> "app-paper__verdict";
			case NOTE -> "app-paper__note";
			case PLACES -> "app-paper__places";
			case UP -> "app-paper__change app-paper__change--more";
			case DOWN -> "app-paper__change app-paper__change--less";
			case LEVEL -> "app-paper__change app-paper__change--same";
			case OTHER -> "app-paper__other";
		};
		return (name != null) ? " class=\"" + name + "\"" : "";
	}

	private void run(Run run) {
		switch (run) {
			case Run.Cited cited -> cited(cited);
			case Run.Text text -> {
				Run.Link link = text.link();
				String address = (link != null) ? address(link) : null;
				if (address == null) {
					if (!(link instanceof Run.Link.Recorded recorded && recorded.alone())) {
						looked(text);
					}
				}
				else {
					boolean figure = link instanceof Run.Link.Recorded recorded && !recorded.alone();
					raw("<a href=\"" + escaped(address) + "\""
							+ ((link instanceof Run.Link.Recorded)
									? (figure ? " class=\"app-paper__figure\"" : " class=\"app-noprint\"")
									: " rel=\"noopener noreferrer\"")
							+ ">");
					looked(text);
					raw("</a>");
				}
			}
		}
	}

	/**
	 * Whether plain text has an element of its own, so that all of a line is drawn in
	 * order.
	 */
	protected boolean wrapsPlainText() {
		return false;
	}

	private void looked(Run.Text text) {
		if (text.plain().isEmpty()) {
			return;
		}
		String before = "";
		String after = "";
		switch (text.look()) {
			case PLAIN -> {
				before = wrapsPlainText() ? "<span>" : "";
				after = wrapsPlainText() ? "</span>" : "";
			}
			case STRONG -> {
				before = "<strong>";
				after = "</strong>";
			}
			case EMPHASIS -> {
				before = "<em>";
				after = "</em>";
			}
			case STRONG_EMPHASIS -> {
				before = "<strong><em>";
				after = "</em></strong>";
			}
			case CODE -> {
				before = "<code>";
				after = "</code>";
			}
		}
		raw(before);
		String[] lines = text.plain().split("\n", -1);
		for (int i = 0; i < lines.length; i++) {
			raw((i > 0) ? "<br/>" : "").text(lines[i]);
		}
		raw(after);
	}

	private void cited(Run.Cited cited) {
		if (cited.numbers().isEmpty()) {
			return;
		}
		raw("<span class=\"app-paper__refs\">");
		for (int number : cited.numbers()) {
			raw("<a href=\"#source-" + number + "\" title=\"Source " + number
					+ "\"><span class=\"nhsuk-u-visually-hidden\">Source </span>[" + number + "]</a>");
		}
		raw("</span>");
	}

	private void listing(Block.Listing listing) {
		boolean sources = listing.entries().stream().anyMatch((entry) -> entry.id() != null);
		raw(listing.ordered() ? (sources ? "<ol class=\"app-paper__sources\">" : "<ol>") : "<ul>");
		for (Block.Listing.Entry entry : listing.entries()) {
			raw((entry.id() != null) ? "<li id=\"" + escaped(entry.id()) + "\">" : "<li>");
			inside(entry.blocks());
			raw("</li>");
		}
		raw(listing.ordered() ? "</ol>" : "</ul>");
	}

	/** What stands in an entry: a line as it is, more as blocks. */
	private void inside(List<Block> blocks) {
		if (blocks.stream().allMatch(Block.Paragraph.class::isInstance) && blocks.size() <= 2) {
			lines(blocks.stream().map(Block.Paragraph.class::cast).toList());
		}
		else {
			blocks(blocks);
		}
	}

	private void terms(Block.Terms terms) {
		raw("<dl class=\"app-paper__comments\">");
		for (Block.Terms.Term term : terms.terms()) {
			raw("<dt dir=\"auto\">").text(term.name()).raw("</dt>");
			term.said().forEach(this::described);
		}
		raw("</dl>");
	}

	private void described(Block.Paragraph said) {
		raw("<dd dir=\"auto\">");
		line(said);
		raw("</dd>");
	}

	private void table(Block.Table table) {
		raw("<table class=\"app-table app-table--stacked app-paper__table app-paper__" + escaped(table.name())
				+ "\" role=\"table\"><caption>")
			.text(table.caption())
			.raw("</caption>");
		columns(table);
		raw("<thead role=\"rowgroup\"><tr role=\"row\">");
		for (Block.Table.Column column : table.columns()) {
			raw("<th role=\"columnheader\" scope=\"col\"" + (column.numeric() ? " class=\"app-numeric\"" : "") + ">")
				.text(column.head())
				.raw("</th>");
		}
		raw("</tr></thead>");
		for (Block.Table.Group group : table.groups()) {
			raw("<tbody role=\"rowgroup\">");
			if (group.head() != null) {
				raw("<tr role=\"row\" class=\"app-paper__group\"><th role=\"rowheader\" scope=\"rowgroup\" colspan=\""
						+ table.columns().size() + "\">")
					.text(group.head())
					.raw("</th></tr>");
			}
			group.rows().forEach((row) -> row(table, row));
			raw("</tbody>");
		}
		Block.Table.Row total = table.total();
		if (total != null) {
			raw("<tfoot role=\"rowgroup\">");
			row(table, total);
			raw("</tfoot>");
		}
		raw("</table>");
	}

	/** Widths, where the medium takes them from the markup. */
	protected void columns(Block.Table table) {
	}

	private void row(Block.Table table, Block.Table.Row row) {
		raw("<tr role=\"row\">");
		for (int i = 0; i < row.cells().size(); i++) {
			Block.Table.Column column = table.columns().get(i);
			Block.Table.Cell cell = row.cells().get(i);
			if (i == 0) {
				raw("<th role=\"rowheader\" scope=\"row\" dir=\"auto\">");
				lines(cell.lines());
				raw("</th>");
				continue;
			}
			String classes = String
				.join(" ", column.numeric() ? "app-numeric" : "", cell.lines().isEmpty() ? "app-paper__none" : "")
				.strip();
			raw("<td role=\"cell\" dir=\"auto\" data-label=\"").text(column.head())
				.raw("\"" + (classes.isEmpty() ? "" : " class=\"" + classes + "\"") + ">");
			if (cell.lines().isEmpty()) {
				raw("<span aria-hidden=\"true\">–</span><span class=\"nhsuk-u-visually-hidden\">Nothing</span>");
			}
			lines(cell.lines());
			raw("</td>");
		}
		raw("</tr>");
	}

	private void signatures(Block.Signatures signatures) {
		raw("<div class=\"app-paper__signature\" aria-hidden=\"true\">");
		signatures.names().forEach((name) -> raw("<span>").text(name).raw("</span>"));
		raw("</div>");
	}

}
