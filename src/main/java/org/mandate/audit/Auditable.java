package org.mandate.audit;

import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Something that happened and belongs on the record. Published as an application event it
 * is recorded in the transaction in which it happened, or not at all; who did it and when
 * is added there.
 */
public interface Auditable {

	/**
	 * What kind of thing happened, stable and dotted, such as {@code ballot.opened}.
	 */
	String action();

	/**
	 * What happened, in one plain English sentence in the past tense.
	 */
	String summary();

	/**
	 * On whose timeline it stands: the id of an appraisal, or null for the organisation
	 * as a whole.
	 */
	default @Nullable UUID stream() {
		return null;
	}

	/**
	 * Why, in the words of the person who did it; null where no reason is asked for.
	 */
	default @Nullable String reason() {
		return null;
	}

	/**
	 * The facts, by name: strings, numbers, booleans, lists and maps of them.
	 */
	default Map<String, Object> details() {
		return Map.of();
	}

}
