package org.mandate.documents;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A document with a block of every kind.
 */
final class SampleDocument {

	static final Instant AT = Instant.parse("2015-01-29T10:00:00Z");

	private SampleDocument() {
	}

	static Document of(List<Block> blocks) {
		return new Document(
				new Document.Head("NHS Oxfordshire CCG", "A sample", "Of everything", "What a document can hold", "Dr Smith",
						AT, "A sample · Draft", List.of(new Block.Terms.Term("Status", List.of(Block.paragraph("Draft")))), false),
				List.of(new Block.Heading(2, "In brief"), Block.bullets(List.of("First", "Second"))), blocks,
				List.of(Block.paragraph(Run.text("SHA-256 "), Run.code("0123456789abcdef"))));
	}

	static Document whole() {
		Block.Section first = new Block.Section("text", "1", "Text", List.of(
				Block.paragraph(Run.text("Plain, "), Run.strong("strong"), Run.text(" and "), Run.emphasis("stressed <b>"),
						Run.text(" with a source "), Run.cited(List.of(1)), Run.recorded("72", "/ballots/1"),
						Run.way("See the record", "/ballots/1")),
				new Block.Heading(3, "A heading within"),
				new Block.Listing(true,
						List.of(entry("One"), entry("Two"),
								new Block.Listing.Entry(null,
										List.of(Block.paragraph("Three"), Block.bullets(List.of("Deeper", "Still")))))),
				new Block.Quotation(List.of(Block.paragraph("OCCG wishes to opt for a joint approach."))),
				new Block.Terms(List.of(new Block.Terms.Term("Time", List.of(Block.paragraph("Too short"),
						Block.paragraph("Not enough"))))),
				Block.paragraph(Block.Style.VERDICT, Run.strong("Carried.")),
				Block.paragraph(Block.Style.NOTE, Run.text("Line one\nLine two"))));
		return of(List.of(first, new Block.Section("figures", "2", "Figures", List.of(table(40), chart())),
				new Block.Section("sources", "3", "Sources",
						List.of(new Block.Listing(true,
								List.of(new Block.Listing.Entry("source-1",
										List.of(Block.paragraph("Guidance. NHS England"),
												Block.paragraph(Block.Style.PLACES, Run.text("Cited: section 1")))))),
						new Block.Signatures(List.of("Chair", "Accountable officer"))))));
	}

	private static Block.Listing.Entry entry(String text) {
		return new Block.Listing.Entry(null, List.of(Block.paragraph(text)));
	}

	static Block.Table table(int rows) {
		List<Block.Table.Row> all = IntStream.rangeClosed(1, rows)
			.mapToObj((i) -> row("Practice " + i, String.valueOf(i), (i % 7 == 0) ? null : "said <i>"))
			.toList();
		return new Block.Table("votes", "Votes by practice",
				List.of(new Block.Table.Column("Practice", false, 2), new Block.Table.Column("Votes", true, 1),
						new Block.Table.Column("Comment", false, 3)),
				List.of(new Block.Table.Group("North", all)), row("All", "80", "=1+1"));
	}

	private static Block.Table.Row row(String name, String votes, @org.jspecify.annotations.Nullable String comment) {
		return new Block.Table.Row(List.of(cell(name), cell(votes),
				(comment != null) ? cell(comment) : new Block.Table.Cell(List.of())));
	}

	private static Block.Table.Cell cell(String text) {
		return new Block.Table.Cell(List.of(Block.paragraph(Run.recorded(text, "/ballots/1/results"))));
	}

	private static Block.Chart chart() {
		return new Block.Chart("votes-chart", "How each locality voted", "Option 2 was carried.",
				List.of("Option 1", "Option 2", "Abstained", "Did not vote"),
				List.of(new Block.Chart.Bar("North", List.of(0, 13, 0, 0), null),
						new Block.Chart.Bar("South West", List.of(3, 9, 2, 0), "14 from the register"),
						new Block.Chart.Bar("City", null, "Not returned")));
	}

}
