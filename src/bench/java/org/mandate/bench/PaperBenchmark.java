package org.mandate.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.mandate.documents.Block;
import org.mandate.documents.Document;
import org.mandate.documents.Format;
import org.mandate.documents.Markup;
import org.mandate.documents.Run;

/**
 * How much processor time the files of a paper of twelve pages take, with a table of
 * eighty practices: the page, PDF, Word and spreadsheet. {@code docs/operations.md} has
 * the command.
 */
final class PaperBenchmark {

	private static final int RUNS = 40;

	private PaperBenchmark() {
	}

	/** Run it; arguments are not used. */
	public static void main(String[] arguments) throws IOException {
		Document paper = paper();
		byte[] pdf = Format.PDF.make(paper);
		try (PDDocument document = Loader.loadPDF(pdf)) {
			System.out.printf(Locale.ROOT, "%s: %d processors, Java %s, load %.2f; %d pages, PDF of %,d bytes%n",
					Instant.now(), Runtime.getRuntime().availableProcessors(), Runtime.version(),
					ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(), document.getNumberOfPages(),
					pdf.length);
		}
		for (Format format : Format.values()) {
			measure(format.label(), () -> format.make(paper).length);
		}
		measure("Page", () -> Markup.of(paper, "/10q").pieces().size());
	}

	private static void measure(String what, java.util.function.IntSupplier work) {
		ThreadMXBean threads = ManagementFactory.getThreadMXBean();
		long start = threads.getCurrentThreadCpuTime();
		int size = work.getAsInt();
		double first = (threads.getCurrentThreadCpuTime() - start) / 1e6;
		double[] times = new double[RUNS];
		for (int run = 0; run < RUNS; run++) {
			long before = threads.getCurrentThreadCpuTime();
			size += work.getAsInt();
			times[run] = (threads.getCurrentThreadCpuTime() - before) / 1e6;
		}
		Arrays.sort(times);
		System.out.printf(Locale.ROOT, "%s: processor time of the first %.0f ms; then of %d p50 %.0f, longest %.0f ms%s%n",
				what, first, RUNS, times[RUNS / 2], times[RUNS - 1], (size > 0) ? "" : " (nothing made)");
	}

	private static Document paper() {
		List<Block> sections = new ArrayList<>();
		for (int section = 1; section <= 8; section++) {
			List<Block> blocks = new ArrayList<>();
			for (int paragraph = 0; paragraph < 11; paragraph++) {
				blocks.add(Block.paragraph(Run.strong("Practices. "), Run.text(
						"Many members had expressed concern at the timescales involved in reaching a decision and at the lack of information "
								+ "available as to what the financial risks and potential impact on capacity might be if the CCG moved to "
								+ "take on full delegation. "),
						Run.cited(List.of(1, 2)), Run.recorded(" 72 of 80", "/ballots/1/results")));
			}
			sections.add(new Block.Section("section-" + section, String.valueOf(section), "Section " + section, blocks));
		}
		List<Block.Table.Row> rows = IntStream.rangeClosed(1, 80)
			.mapToObj((i) -> new Block.Table.Row(IntStream.range(0, 9)
				.mapToObj((j) -> new Block.Table.Cell(List.of(Block.paragraph(
						Run.recorded((j == 0) ? "Practice %d, a surgery".formatted(i) : String.valueOf(i * j), "/practices")))))
				.toList()))
			.toList();
		List<Block.Table.Column> columns = IntStream.range(0, 9)
			.mapToObj((j) -> new Block.Table.Column("Column " + j, j > 0, (j == 0) ? 3 : 1))
			.toList();
		sections.add(new Block.Section("votes", "9", "Votes",
				List.of(new Block.Table("votes", "Votes by practice", columns, List.of(new Block.Table.Group(null, rows)), null),
						new Block.Chart("chart", "How each locality voted", "Option 2 is carried.",
								List.of("Option 1", "Option 2", "Option 3", "Abstained", "Did not vote"),
								IntStream.range(0, 6)
									.mapToObj((i) -> new Block.Chart.Bar("Locality " + i, List.of(i, 9, 1, 2, 3), null))
									.toList()))));
		return new Document(new Document.Head("NHS Oxfordshire CCG", "Primary care co-commissioning", "Benchmark",
				"A paper of twelve pages", "Nobody", Instant.parse("2015-01-29T10:00:00Z"), "Benchmark", List.of(), false),
				List.of(Block.bullets(List.of("First", "Second"))), sections, List.of(Block.paragraph("End")));
	}

}
