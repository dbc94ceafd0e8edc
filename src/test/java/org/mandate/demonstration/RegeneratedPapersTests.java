package org.mandate.demonstration;

import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import org.junit.jupiter.api.Test;
import org.mandate.MandateTest;
import org.mandate.OxfordshireDecision;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.documents.Block;
import org.mandate.documents.Document;
import org.mandate.papers.Kind;
import org.mandate.papers.Papers;
import org.mandate.recommendations.Recommendations;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The two papers of January 2015, written from the record: every fact that they state,
 * side by side with the section of the written paper that says it. The facts are in
 * {@code src/test/resources/papers}, a line each: the section that states it, the fact,
 * the section that has to say it and the words by which it is known.
 */
@MandateTest
class RegeneratedPapersTests {

	@Autowired
	private ApplicationContext beans;

	@Autowired
	private Papers papers;

	@Autowired
	private Recommendations recommendations;

	@Test
	void oxfordshiresPaperSaysEveryFactOfTheOriginal() throws Exception {
		OxfordshireDecision decision = new OxfordshireDecision(this.beans);
		decision.compared().asked().voted();
		Document paper = decision.within(() -> {
			AppraisalSummary appraisal = decision.appraisal;
			this.beans.getBean(ConsideredDemonstration.class).oxfordshire(appraisal);
			this.beans.getBean(RisksAndViews.class).oxfordshire(appraisal);
			this.beans.getBean(DemonstrationNarratives.class).write(appraisal, "oxfordshire", decision.manager);
			this.recommendations.begin(appraisal, Recommendations.Source.RECORD, null, decision.manager);
			return this.papers.draft(appraisal, decision.manager).document(Kind.GOVERNING_BODY_PAPER);
		});
		assertThat(missing(paper, "oxfordshire")).isEmpty();
	}

	@Test
	void southernDerbyshiresReportSaysEveryFactOfTheOriginal() throws Exception {
		OxfordshireDecision decision = new OxfordshireDecision(this.beans);
		Document report = decision.within(() -> {
			AppraisalSummary appraisal = decision.appraisal;
			this.beans.getBean(ConsideredDemonstration.class).southernDerbyshire(appraisal);
			this.beans.getBean(RisksAndViews.class).southernDerbyshire(appraisal);
			this.beans.getBean(DemonstrationNarratives.class).write(appraisal, "southern-derbyshire", decision.manager);
			this.recommendations.begin(appraisal, Recommendations.Source.CHOSEN_MODEL, "delegated", decision.manager);
			this.beans.getBean(DemonstrationCovers.class).southernDerbyshire(appraisal);
			return this.papers.draft(appraisal, decision.manager).document(Kind.HEALTH_AND_WELLBEING_REPORT);
		});
		assertThat(missing(report, "southern-derbyshire")).isEmpty();
	}

	@Test
	void aFactThatIsNotSaidIsNoticed() throws Exception {
		OxfordshireDecision decision = new OxfordshireDecision(this.beans);
		Document empty = decision
			.within(() -> this.papers.draft(decision.appraisal, decision.manager).document(Kind.GOVERNING_BODY_PAPER));
		assertThat(missing(empty, "oxfordshire")).hasSizeGreaterThan(50);
	}

	private static List<String> missing(Document document, String facts) throws Exception {
		try (Reader file = new InputStreamReader(
				Objects.requireNonNull(RegeneratedPapersTests.class.getResourceAsStream("/papers/" + facts + ".csv")),
				StandardCharsets.UTF_8); CsvReader<NamedCsvRecord> lines = CsvReader.builder().ofNamedCsvRecord(file)) {
			return lines.stream().filter((line) -> {
				String said = document.sections()
					.stream()
					.filter((section) -> section.id().equals(line.getField("section")))
					.map(RegeneratedPapersTests::text)
					.findFirst()
					.orElse("");
				return !Arrays.stream(line.getField("words").split("\\|")).allMatch(said::contains);
			})
				.map((line) -> "%s: %s (%s)".formatted(line.getField("stated"), line.getField("fact"),
						line.getField("words")))
				.toList();
		}
	}

	private static String text(Block block) {
		return switch (block) {
			case Block.Section section -> section.title() + " " + texts(section.blocks());
			case Block.Heading heading -> heading.text();
			case Block.Paragraph paragraph -> paragraph.plain();
			case Block.Listing listing ->
				String.join(" ", listing.entries().stream().map((entry) -> texts(entry.blocks())).toList());
			case Block.Quotation quotation -> texts(quotation.blocks());
			case Block.Terms terms ->
				String.join(" ", terms.terms().stream().map((term) -> term.name() + " " + texts(term.said())).toList());
			case Block.Table table -> String.join(" ",
					table.groups()
						.stream()
						.flatMap((group) -> group.rows().stream())
						.flatMap((row) -> row.cells().stream())
						.map(Block.Table.Cell::plain)
						.toList());
			case Block.Chart chart -> chart.finding();
			case Block.Signatures signatures -> String.join(" ", signatures.names());
		};
	}

	private static String texts(List<? extends Block> blocks) {
		return String.join(" ", blocks.stream().map(RegeneratedPapersTests::text).toList());
	}

}
