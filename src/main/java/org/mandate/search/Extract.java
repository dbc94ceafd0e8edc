package org.mandate.search;

import java.util.ArrayList;
import java.util.List;

/**
 * A piece of a text around the words that were found, in parts. The database sets marks
 * that no text holds; they never reach a page.
 *
 * @param parts in order
 */
public record Extract(List<Part> parts) {

	/** Where found words begin. */
	static final char START = '\u0002';

	/** Where they end. */
	static final char END = '\u0003';

	public Extract {
		parts = List.copyOf(parts);
	}

	/**
	 * Some words.
	 *
	 * @param text as written
	 * @param found whether they were looked for
	 */
	public record Part(String text, boolean found) {
	}

	static Extract of(String marked) {
		List<Part> parts = new ArrayList<>();
		int at = 0;
		boolean found = false;
		while (at < marked.length()) {
			int next = marked.indexOf(found ? END : START, at);
			int end = (next < 0) ? marked.length() : next;
			String text = marked.substring(at, end).replace(String.valueOf(START), "").replace(String.valueOf(END), "");
			if (!text.isEmpty()) {
				parts.add(new Part(text, found));
			}
			found = next >= 0 && !found;
			at = end + 1;
		}
		return new Extract(parts);
	}

	/** As plain text. */
	public String text() {
		StringBuilder text = new StringBuilder();
		this.parts.forEach((part) -> text.append(part.text()));
		return text.toString();
	}

}
