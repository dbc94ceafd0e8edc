package org.mandate.submissions;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a pro forma says, whole, as it is shown, made into files and kept. It is kept and
 * hashed as its canonical text.
 *
 * @param organisation whose it is
 * @param modelName name of the model
 * @param year as people write it: "2015/16"
 * @param number of the pro forma within the appraisal
 * @param revision of it
 * @param at when it was submitted, or changed last
 * @param submitted what is said of the submission; null for a draft
 * @param sections what it says
 */
record ProFormaContent(String organisation, String modelName, String year, int number, int revision, Instant at,
		@Nullable String submitted, List<Section> sections) {

	ProFormaContent {
		sections = List.copyOf(sections);
	}

	/**
	 * A part of it.
	 *
	 * @param title its heading
	 * @param rows what it says
	 */
	record Section(String title, List<Row> rows) {

		Section {
			rows = List.copyOf(rows);
		}

	}

	/**
	 * A field.
	 *
	 * @param label what it is
	 * @param text what it says; empty where nothing is filled in
	 * @param note where it comes from, or what is to be said of it; null for nothing
	 */
	record Row(String label, String text, @Nullable String note) {
	}

}
