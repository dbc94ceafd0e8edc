package org.mandate.documents;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A part of a document, from top to bottom.
 */
public sealed interface Block {

	/** A paragraph of plain text. */
	static Paragraph paragraph(String text) {
		return new Paragraph(List.of(Run.text(text)), Style.BODY);
	}

	/** A paragraph. */
	static Paragraph paragraph(Run... runs) {
		return new Paragraph(List.of(runs), Style.BODY);
	}

	/** A paragraph with a style. */
	static Paragraph paragraph(Style style, Run... runs) {
		return new Paragraph(List.of(runs), style);
	}

	/** A list of plain texts. */
	static Listing bullets(List<String> texts) {
		return new Listing(false,
				texts.stream().map((text) -> new Listing.Entry(null, List.of(paragraph(text)))).toList());
	}

	/** How a paragraph looks. */
	enum Style {

		/** As most do. */
		BODY,

		/** Leads to what follows. */
		LEAD,

		/** What a reader should take away. */
		FINDING,

		/** What was decided. */
		VERDICT,

		/** Said in small print. */
		NOTE,

		/** Where something is written. */
		PLACES,

		/** More than before. */
		UP,

		/** Less than before. */
		DOWN,

		/** No change, or none known. */
		LEVEL,

		/** Also said, elsewhere or at another time. */
		OTHER

	}

	/**
	 * A numbered part with a heading of the second level.
	 *
	 * @param id its name in addresses
	 * @param number by which it is referred to; null where it has none
	 * @param title its heading
	 * @param blocks what it says
	 */
	record Section(String id, @Nullable String number, String title, List<Block> blocks) implements Block {

		public Section {
			blocks = List.copyOf(blocks);
		}

	}

	/**
	 * A heading within a section, or of the second level on the cover.
	 *
	 * @param level 2 to 4
	 * @param text what it says
	 */
	record Heading(int level, String text) implements Block {

		public Heading {
			if (level < 2 || level > 4) {
				throw new IllegalArgumentException("Headings are of level 2 to 4, not " + level);
			}
		}

	}

	/**
	 * A paragraph.
	 *
	 * @param runs what it says
	 * @param style how it looks
	 */
	record Paragraph(List<Run> runs, Style style) implements Block {

		public Paragraph {
			runs = List.copyOf(runs);
		}

		/** What it says, without its looks. */
		public String plain() {
			StringBuilder text = new StringBuilder();
			this.runs.forEach((run) -> text.append(run.plain()));
			return text.toString();
		}

	}

	/**
	 * A list.
	 *
	 * @param ordered whether its entries are numbered
	 * @param entries in their order
	 */
	record Listing(boolean ordered, List<Entry> entries) implements Block {

		public Listing {
			entries = List.copyOf(entries);
		}

		/**
		 * An entry.
		 *
		 * @param id its name in addresses; null where nothing refers to it
		 * @param blocks what it says
		 */
		public record Entry(@Nullable String id, List<Block> blocks) {

			public Entry {
				blocks = List.copyOf(blocks);
			}

		}

	}

	/**
	 * Words of somebody else, or that are to be resolved on.
	 *
	 * @param blocks what is quoted
	 */
	record Quotation(List<Block> blocks) implements Block {

		public Quotation {
			blocks = List.copyOf(blocks);
		}

	}

	/**
	 * Terms, and what is said of each.
	 *
	 * @param terms in their order
	 */
	record Terms(List<Term> terms) implements Block {

		public Terms {
			terms = List.copyOf(terms);
		}

		/**
		 * A term.
		 *
		 * @param name the term
		 * @param said what is said of it
		 */
		public record Term(String name, List<Paragraph> said) {

			public Term {
				said = List.copyOf(said);
			}

		}

	}

	/**
	 * A table whose first column heads its rows.
	 *
	 * @param name what kind of table it is, as in the names of styles
	 * @param caption what it shows
	 * @param columns heads of the columns, the first with that of the row heads
	 * @param groups its rows, in groups
	 * @param total the row of totals, null where there is none
	 */
	record Table(String name, String caption, List<Column> columns, List<Group> groups,
			@Nullable Row total) implements Block {

		public Table {
			columns = List.copyOf(columns);
			groups = List.copyOf(groups);
		}

		/**
		 * A column.
		 *
		 * @param head what it holds
		 * @param numeric whether it holds figures
		 * @param weight its share of the width, compared with the others
		 */
		public record Column(String head, boolean numeric, int weight) {
		}

		/**
		 * Rows that belong together.
		 *
		 * @param head what they have in common; null where all rows are one group
		 * @param rows in their order
		 */
		public record Group(@Nullable String head, List<Row> rows) {

			public Group {
				rows = List.copyOf(rows);
			}

		}

		/**
		 * A row.
		 *
		 * @param cells one for each column
		 */
		public record Row(List<Cell> cells) {

			public Row {
				cells = List.copyOf(cells);
			}

		}

		/**
		 * A cell.
		 *
		 * @param lines what it says; none where it says nothing
		 */
		public record Cell(List<Paragraph> lines) {

			public Cell {
				lines = List.copyOf(lines);
			}

			/** What it says, without its looks. */
			public String plain() {
				return String.join("\n", this.lines.stream().map(Paragraph::plain).toList());
			}

		}

	}

	/**
	 * Stacked bars. The same figures stand in a table beside it.
	 *
	 * @param id its name in addresses
	 * @param title what it shows
	 * @param finding the sentence to take away
	 * @param legend names of the parts, up to five
	 * @param bars one a unit
	 */
	record Chart(String id, String title, String finding, List<String> legend, List<Bar> bars) implements Block {

		public Chart {
			legend = List.copyOf(legend);
			bars = List.copyOf(bars);
		}

		/**
		 * A bar.
		 *
		 * @param label its unit
		 * @param counts in the order of the legend; null where they are not known
		 * @param note said instead of the counts, or beside them
		 */
		public record Bar(String label, @Nullable List<Integer> counts, @Nullable String note) {

			/** What the bar shows, in words, for those who do not see it. */
			public String words(List<String> legend) {
				if (this.counts == null) {
					return "%s: %s".formatted(this.label, (this.note != null) ? this.note : "not known");
				}
				StringBuilder text = new StringBuilder(this.label).append(": ");
				for (int i = 0; i < this.counts.size(); i++) {
					text.append((i > 0) ? ", " : "").append(legend.get(i)).append(' ').append(this.counts.get(i));
				}
				return (this.note != null) ? text.append(" (").append(this.note).append(")").toString()
						: text.toString();
			}

		}

	}

	/**
	 * Lines to sign on, on paper.
	 *
	 * @param names who signs
	 */
	record Signatures(List<String> names) implements Block {

		public Signatures {
			names = List.copyOf(names);
		}

	}

}
