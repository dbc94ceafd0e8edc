package org.mandate.narratives;

import java.util.LinkedHashSet;
import java.util.SequencedSet;
import java.util.regex.Pattern;

/**
 * References to facts within a text.
 */
final class References {

	private static final Pattern REFERENCE = Pattern.compile("\\{\\{\\s*([a-z0-9][a-z0-9.\\-]{0,199})\\s*}}");

	private References() {
	}

	/** The keys to which a text refers, each once, in their order. */
	static SequencedSet<String> in(String text) {
		SequencedSet<String> keys = new LinkedHashSet<>();
		REFERENCE.matcher(text).results().forEach((found) -> keys.add(found.group(1)));
		return keys;
	}

}
