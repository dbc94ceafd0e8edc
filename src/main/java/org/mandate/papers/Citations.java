package org.mandate.papers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.LinkedHashSet;

import org.mandate.guidance.Citation;

/**
 * Numbers the documents in the order in which the paper first cites them, and collects
 * the places.
 */
final class Citations {

	private final Map<Citation.Document, SequencedSet<String>> cited = new LinkedHashMap<>();

	/** The numbers of the documents, each once, in ascending order. */
	List<Integer> numbers(List<Citation> citations) {
		return citations.stream().map(this::number).distinct().sorted().toList();
	}

	private int number(Citation citation) {
		this.cited.computeIfAbsent(citation.document(), (document) -> new LinkedHashSet<>()).add(citation.section());
		return new ArrayList<>(this.cited.keySet()).indexOf(citation.document()) + 1;
	}

	List<Paper.Source> sources() {
		List<Paper.Source> sources = new ArrayList<>();
		this.cited.forEach((document, sections) -> sources.add(new Paper.Source(sources.size() + 1, document.title(),
				document.publisher(), document.published(), List.copyOf(sections))));
		return sources;
	}

}
