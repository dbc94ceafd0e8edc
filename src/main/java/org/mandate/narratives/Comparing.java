package org.mandate.narratives;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.mandate.documents.Block;
import org.mandate.documents.Markdown;
import org.mandate.documents.Run;
import org.mandate.facts.Contradiction;
import org.mandate.facts.Fact;
import org.mandate.facts.FactSheet;

/**
 * Compares what a section says with the record.
 */
final class Comparing {

	private final FactSheet sheet;

	Comparing(FactSheet sheet) {
		this.sheet = sheet;
	}

	/**
	 * What there is to look at in a section.
	 * @param review when it was read last; null where that is not known
	 */
	List<Issue> issues(Narrative narrative, @Nullable Review review) {
		Seen seen = (review != null && review.version() == narrative.version()) ? review.seen()
				: new Seen(Map.of(), List.of());
		List<Issue> issues = new ArrayList<>();
		for (String key : Markdown.references(narrative.text())) {
			Issue issue = issue(key, seen.values().get(key));
			if (issue != null) {
				issues.add(issue);
			}
		}
		for (Contradiction each : this.sheet.contradictions(narrative.text())) {
			if (!seen.left().contains(left(each))) {
				issues
					.add(new Issue(Issue.Kind.CONTRADICTED, each.message(), said(each.sentence()), each.fact().path()));
			}
		}
		return issues;
	}

	/** A sentence of the text as it reads. */
	private String said(String sentence) {
		StringBuilder said = new StringBuilder();
		for (Block block : Markdown.read(sentence,
				(key) -> Run.text(this.sheet.find(key).map(Fact::value).orElse(Markdown.reference(key))))) {
			said.append((block instanceof Block.Paragraph paragraph) ? paragraph.plain() : "");
		}
		return said.isEmpty() ? sentence : said.toString();
	}

	private @Nullable Issue issue(String key, @Nullable String before) {
		Fact fact = this.sheet.find(key).orElse(null);
		if (fact == null) {
			String was = (before != null) ? ", and was %s when this was reviewed".formatted(before) : "";
			return new Issue(Issue.Kind.GONE, "The text refers to {{%s}}, which is not on record%s".formatted(key, was),
					null, null);
		}
		if (fact.withheld() || fact.value().equals(before)) {
			return null;
		}
		String was = (before != null) ? "was " + before : "was not on record";
		return new Issue(Issue.Kind.CHANGED,
				"%s %s when this was reviewed, is %s now".formatted(fact.label(), was, fact.value()), null,
				fact.path());
	}

	/**
	 * What somebody sees who reads a text now.
	 * @param leaves whether they leave every number as it is
	 * @param before what was left before, and stays so where it still is the same
	 */
	Seen seen(String text, boolean leaves, List<Seen.Left> before) {
		Map<String, String> values = new LinkedHashMap<>();
		Markdown.references(text)
			.forEach((key) -> this.sheet.find(key).ifPresent((fact) -> values.put(key, fact.value())));
		List<Seen.Left> left = this.sheet.contradictions(text)
			.stream()
			.map(Comparing::left)
			.filter((each) -> leaves || before.contains(each))
			.toList();
		return new Seen(values, left);
	}

	private static Seen.Left left(Contradiction contradiction) {
		return new Seen.Left(contradiction.written(), contradiction.fact().key(), contradiction.fact().value());
	}

}
