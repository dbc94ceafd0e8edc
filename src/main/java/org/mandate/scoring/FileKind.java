package org.mandate.scoring;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.mandate.database.NotFound;

/**
 * What of the scoring can be taken out as a file, and brought in.
 */
public enum FileKind {

	/** What each asks, with its scale. */
	CRITERIA("Criteria", List.of("criterion", "what it asks", "0 means", "5 means", "10 means"), 5),

	/** Rank and raw weight of each. */
	WEIGHTS("Weights", List.of("criterion", "rank", "weight", "normalised"), 3),

	/** What the panel agreed on. */
	AGREED("Agreed scores", List.of("criterion", "option", "score", "reason", "dissent"), 4),

	/** The sheet of the person who asks. */
	MINE("Your own scores", List.of("criterion", "option", "score", "comment"), 3),

	/** What everybody gave, once it is open; it is not brought in. */
	PANEL("Scores of the panel", List.of("criterion", "option", "scorer", "counts", "score", "comment"), 0);

	private final String title;

	private final List<String> columns;

	private final int needed;

	FileKind(String title, List<String> columns, int needed) {
		this.title = title;
		this.columns = columns;
		this.needed = needed;
	}

	/** As shown. */
	public String title() {
		return this.title;
	}

	/** Names of its columns. */
	public List<String> columns() {
		return this.columns;
	}

	/** The first of them, which a file must have. */
	public List<String> needed() {
		return this.columns.subList(0, this.needed);
	}

	/** As in addresses. */
	public String slug() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** Whether a commissioning manager brings it in; a scorer otherwise. */
	boolean isForManagers() {
		return this == CRITERIA || this == WEIGHTS || this == AGREED;
	}

	static FileKind of(String slug) {
		return Arrays.stream(values())
			.filter((kind) -> kind.slug().equals(slug))
			.findFirst()
			.orElseThrow(() -> new NotFound("There is no such file."));
	}

}
