package org.mandate.scoring;

import java.util.UUID;

/**
 * A place of the matrix.
 *
 * @param criterion its column
 * @param option key of its row
 */
public record Cell(UUID criterion, String option) {

	/** How forms name it. */
	public String key() {
		return this.criterion + "_" + this.option;
	}

}
