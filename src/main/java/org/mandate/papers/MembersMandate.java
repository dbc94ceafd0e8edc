package org.mandate.papers;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.mandate.documents.Block;
import org.mandate.documents.Block.Table;
import org.mandate.documents.Run;
import org.mandate.forms.London;
import org.mandate.guidance.Citation;
import org.mandate.guidance.Edition;
import org.mandate.mandates.Mandate;
import org.mandate.mandates.MandateTest;

/**
 * Whether the members' mandate for the recommended model is on record: the tests of the
 * guidance, what they rest on, and the accountable officer's reasons where the CCG goes
 * ahead without.
 *
 * @param model as the paper calls it: "Option 2: Joint commissioning"
 * @param summary what came out, in sentences
 * @param tests in the order of the guidance
 * @param override that the accountable officer goes ahead all the same; null where not
 */
public record MembersMandate(String model, String summary, List<Tested> tests, @Nullable GoneAhead override) {

	public MembersMandate {
		tests = List.copyOf(tests);
	}

	/**
	 * One test.
	 *
	 * @param title what is tested
	 * @param state in words: "Evidenced"
	 * @param contradicted whether the record says the contrary
	 * @param findings why, a sentence each
	 * @param evidence what it rests on
	 * @param sources numbers of the sources
	 */
	public record Tested(String title, String state, boolean contradicted, List<String> findings,
			List<Evidence> evidence, List<Integer> sources) {

		public Tested {
			findings = List.copyOf(findings);
			evidence = List.copyOf(evidence);
			sources = List.copyOf(sources);
		}

	}

	/**
	 * Something on record.
	 *
	 * @param when in words
	 * @param text what it is
	 * @param path where it is on record, below the organisation's address
	 */
	public record Evidence(String when, String text, String path) {
	}

	/**
	 * That the accountable officer goes ahead although tests fail.
	 *
	 * @param by their name
	 * @param on the day, in words
	 * @param reason why
	 * @param covers titles of the tests that it covers
	 * @param uncovered titles of those that fail and that it does not cover
	 */
	public record GoneAhead(String by, String on, String reason, List<String> covers, List<String> uncovered) {

		public GoneAhead {
			covers = List.copyOf(covers);
			uncovered = List.copyOf(uncovered);
		}

	}

	static MembersMandate of(Mandate mandate, String model, Citations citations) {
		List<Tested> tests = mandate.tests().stream().map((test) -> tested(test, citations)).toList();
		Mandate.Override override = mandate.override();
		GoneAhead ahead = (override == null || mandate.failed().isEmpty()) ? null
				: new GoneAhead(override.by(), London.date(override.at()), override.reason(), titles(
						mandate.failed().stream().filter((test) -> override.topics().contains(test.topic())).toList()),
						titles(mandate.outstanding()));
		return new MembersMandate(model, mandate.summary(), tests, ahead);
	}

	private static List<String> titles(List<MandateTest> tests) {
		return tests.stream().map(MandateTest::title).toList();
	}

	private static Tested tested(MandateTest test, Citations citations) {
		List<Citation> cited = test.rules().stream().map(Edition.Rule::citations).flatMap(List::stream).toList();
		return new Tested(test.title(), test.state().label(), test.state() == MandateTest.State.CONTRADICTED,
				test.findings(),
				test.evidence().stream().map((each) -> new Evidence(each.when(), each.text(), each.path())).toList(),
				citations.numbers(cited));
	}

	/** As the section says it. */
	List<Block> blocks(PaperSections sections) {
		List<Block> blocks = new ArrayList<>();
		blocks.add(Block.paragraph(Block.Style.FINDING, Run.text("%s. %s".formatted(this.model, this.summary))));
		if (this.tests.isEmpty()) {
			return blocks;
		}
		blocks.add(new Table("mandate-tests", "The tests of the members’ mandate, and what the record says",
				List.of(new Table.Column("Test", false, 3), new Table.Column("State", false, 2),
						new Table.Column("Why", false, 5), new Table.Column("On record", false, 4)),
				List.of(new Table.Group(null, this.tests.stream().map(MembersMandate::row).toList())), null));
		List<String> contradictions = this.tests.stream()
			.filter(Tested::contradicted)
			.map((test) -> "%s: %s".formatted(test.title(), test.findings().getFirst()))
			.toList();
		if (!contradictions.isEmpty()) {
			blocks.add(new Block.Heading(3, "Where the record says the contrary"));
			blocks.add(Block.bullets(contradictions));
		}
		GoneAhead ahead = this.override;
		if (ahead != null) {
			blocks.add(new Block.Heading(3, "The accountable officer goes ahead all the same"));
			blocks.add(Block.paragraph("%s, on %s: %s".formatted(ahead.by(), ahead.on(), ahead.reason())));
			if (!ahead.covers().isEmpty()) {
				blocks.add(Block.paragraph("This covers: %s.".formatted(String.join("; ", ahead.covers()))));
			}
			if (!ahead.uncovered().isEmpty()) {
				blocks.add(Block.paragraph("It does not cover: %s.".formatted(String.join("; ", ahead.uncovered()))));
			}
		}
		blocks.add(Block.paragraph(Run.way("See the record behind these tests", sections.path("/mandate"))));
		return blocks;
	}

	private static Table.Row row(Tested test) {
		List<Run> record = new ArrayList<>();
		for (Evidence each : test.evidence()) {
			record.add(Run.text((record.isEmpty() ? "" : "; ") + each.when() + ": "));
			record.add(Run.recorded(each.text(), each.path()));
		}
		return new Table.Row(List.of(PaperSections.cell(Run.text(test.title() + " "), Run.cited(test.sources())),
				PaperSections.cell(Run.text(test.state())),
				PaperSections.cell(Run.text(String.join(" ", test.findings()))), record.isEmpty()
						? PaperSections.cell(Run.text("Nothing")) : PaperSections.cell(record.toArray(Run[]::new))));
	}

}
