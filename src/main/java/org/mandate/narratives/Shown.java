package org.mandate.narratives;

import java.util.Arrays;
import java.util.List;

import org.mandate.facts.FactSheet;

/**
 * A section as it reads: its text with each figure in place of the reference to it.
 *
 * @param paragraphs what it says
 */
public record Shown(List<String> paragraphs) {

	public Shown {
		paragraphs = List.copyOf(paragraphs);
	}

	static Shown of(String text, FactSheet sheet) {
		return new Shown(Arrays.stream(text.split("\\n\\s*\\n")).filter((paragraph) -> !paragraph.isBlank()).toList());
	}

}
