package org.mandate.organisations;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.organisations.Change.Kind;

/**
 * What an uploaded file would do to the register, or has done.
 *
 * @param id identity of the upload
 * @param kind what the file is
 * @param fileName as uploaded
 * @param asAt the day whose state the file gives
 * @param quarter of list sizes, such as {@code 2015Q1}; null for other files
 * @param rowsInFile rows read, without a header
 * @param problems what is wrong, the first of them; nothing is imported while there is
 * any
 * @param problemCount how many problems there are
 * @param notes what else will happen, in sentences
 * @param changes practice by practice; empty after the import
 * @param counts how many of each kind
 * @param fingerprint of the changes: given back on confirmation, so that what is imported
 * is what was shown
 * @param importedAt when it was imported; null before
 */
public record ImportPreview(UUID id, RegisterFile kind, String fileName, LocalDate asAt, @Nullable String quarter,
		int rowsInFile, List<RowProblem> problems, int problemCount, List<String> notes, List<Change> changes,
		Map<Kind, Integer> counts, String fingerprint, @Nullable Instant importedAt) {

	/**
	 * Whether it can be confirmed.
	 */
	public boolean acceptable() {
		return this.problemCount == 0 && this.importedAt == null;
	}

	/**
	 * Whether confirming it would change anything.
	 */
	public boolean changesAnything() {
		return count(Kind.NEW) + count(Kind.CHANGED) + count(Kind.MISSING) > 0 || !this.notes.isEmpty();
	}

	/**
	 * How many practices are of a kind.
	 */
	public int count(Kind kind) {
		return this.counts.getOrDefault(kind, 0);
	}

	/**
	 * The changes of a kind, in the order of the file.
	 */
	public List<Change> changes(Kind kind) {
		return this.changes.stream().filter((change) -> change.kind() == kind).toList();
	}

}
