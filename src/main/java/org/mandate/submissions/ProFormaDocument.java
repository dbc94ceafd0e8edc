package org.mandate.submissions;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.mandate.documents.Block;
import org.mandate.documents.Document;
import org.mandate.documents.Run;
import org.mandate.forms.London;

/**
 * A pro forma as a document: page, PDF and Word.
 */
final class ProFormaDocument {

	private ProFormaDocument() {
	}

	/**
	 * The document.
	 * @param content what it says
	 * @param sha256 hash of what was submitted; null for a draft
	 */
	static Document of(ProFormaContent content, @Nullable String sha256) {
		boolean draft = sha256 == null;
		String submitted = content.submitted();
		List<Block.Terms.Term> facts = new ArrayList<>();
		facts.add(term("Organisation", content.organisation()));
		facts.add(term("Proposed arrangement", content.modelName() + " for " + content.year()));
		facts.add(term("Pro forma", "%d, revision %d".formatted(content.number(), content.revision())));
		facts.add(term("State",
				draft ? "Draft, last changed %s. Not submitted".formatted(London.instant(content.at())) : "Submitted"));
		List<Block> body = new ArrayList<>();
		if (submitted != null) {
			body.add(new Block.Section("submission", null, "Submission", paragraphs(submitted)));
		}
		int number = 0;
		for (ProFormaContent.Section section : content.sections()) {
			number++;
			body.add(new Block.Section("part-" + number, Integer.toString(number), section.title(),
					List.of(new Block.Terms(section.rows().stream().map(ProFormaDocument::term).toList()))));
		}
		String proof = draft ? "This is a draft. It proves nothing: what is submitted is kept with its hash."
				: "Submitted and frozen. SHA-256 of the content: " + sha256;
		return new Document(
				new Document.Head(content.organisation(), "Pro forma for primary care co-commissioning",
						content.modelName() + ", " + content.year(),
						"The proposal of %s for %s".formatted(content.organisation(), content.modelName()), null,
						content.at(), "Pro forma, %s, %s".formatted(content.modelName(), content.year()), facts, false),
				List.of(), body, List.of(Block.paragraph(Block.Style.NOTE, Run.text(proof))));
	}

	private static Block.Terms.Term term(String name, String said) {
		return new Block.Terms.Term(name, List.of(Block.paragraph(said)));
	}

	private static Block.Terms.Term term(ProFormaContent.Row row) {
		List<Block.Paragraph> said = new ArrayList<>();
		if (row.text().isEmpty()) {
			said.add(Block.paragraph(Run.emphasis("Not filled in")));
		}
		else {
			said.addAll(lines(row.text()));
		}
		if (row.note() != null) {
			said.add(Block.paragraph(Block.Style.NOTE, Run.text(row.note())));
		}
		return new Block.Terms.Term(row.label(), said);
	}

	private static List<Block> paragraphs(String text) {
		return List.copyOf(lines(text));
	}

	private static List<Block.Paragraph> lines(String text) {
		return Arrays.stream(text.split("\n"))
			.map(String::strip)
			.filter((line) -> !line.isEmpty())
			.map((line) -> Block.paragraph(line))
			.toList();
	}

}
