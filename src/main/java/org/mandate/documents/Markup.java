package org.mandate.documents;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A document as the markup of a page, safe to be put into it as it is: every text in it
 * is escaped. Charts are drawn by the page's own fragment, between the pieces.
 *
 * @param pieces in their order
 */
public record Markup(List<Piece> pieces) {

	public Markup {
		pieces = List.copyOf(pieces);
	}

	/**
	 * A piece of the page.
	 *
	 * @param html markup; empty before a chart
	 * @param chart the chart that stands here; null where none does
	 */
	public record Piece(String html, Block.@Nullable Chart chart) {
	}

	/**
	 * A document for the screen.
	 * @param document the document
	 * @param base address of the organisation, to which records behind figures belong;
	 * null for readers who cannot follow them
	 */
	public static Markup of(Document document, @Nullable String base) {
		ScreenWriter writer = new ScreenWriter(base);
		writer.document(document);
		return new Markup(writer.pieces());
	}

	/**
	 * Blocks for the screen, as in {@link #of(Document, String)}.
	 */
	public static Markup of(List<Block> blocks, @Nullable String base) {
		ScreenWriter writer = new ScreenWriter(base);
		writer.blocks(blocks);
		return new Markup(writer.pieces());
	}

	private static final class ScreenWriter extends HtmlWriter {

		private final @Nullable String base;

		private final List<Piece> pieces = new ArrayList<>();

		ScreenWriter(@Nullable String base) {
			this.base = base;
		}

		@Override
		protected @Nullable String address(Run.Link link) {
			return switch (link) {
				case Run.Link.Recorded recorded -> (this.base != null) ? this.base + recorded.path() : null;
				case Run.Link.Elsewhere elsewhere -> elsewhere.address();
			};
		}

		@Override
		protected void chart(Block.Chart chart) {
			cut();
			this.pieces.add(new Piece("", chart));
		}

		private void cut() {
			String html = taken();
			if (!html.isEmpty()) {
				this.pieces.add(new Piece(html, null));
			}
		}

		List<Piece> pieces() {
			cut();
			return this.pieces;
		}

	}

}
