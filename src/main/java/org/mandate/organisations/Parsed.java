package org.mandate.organisations;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What a file says about one organisation, and what is wrong with it. Rows of other
 * organisations are not kept.
 *
 * @param rowsInFile rows read, without a header
 * @param practices rows of a practice file
 * @param elsewhere practices of a practice file that belong to other organisations, by
 * code
 * @param sizes registered patients by practice code
 * @param places locality by practice code
 * @param problems the first problems, at most {@link #MOST_PROBLEMS}
 * @param problemCount how many there are
 */
record Parsed(int rowsInFile, List<PracticeRow> practices, Map<String, Elsewhere> elsewhere, Map<String, Size> sizes,
		Map<String, Place> places, List<RowProblem> problems, int problemCount) {

	/** Problems kept of one file; the rest are counted. */
	static final int MOST_PROBLEMS = 500;

	/**
	 * A practice as in the national file.
	 *
	 * @param joinedOn when it joined this organisation; null when the file does not say
	 * @param leftOn its last day in this organisation; null while it belongs to it
	 */
	record PracticeRow(String code, String name, String address, String postcode, PracticeStatus status,
			LocalDate openedOn, @Nullable LocalDate closedOn, @Nullable LocalDate joinedOn, @Nullable LocalDate leftOn,
			int prescribingSetting) {

		/** First day as a member. */
		LocalDate since() {
			return (this.joinedOn != null) ? this.joinedOn : this.openedOn;
		}

		/** Last day as a member, null while it is one. */
		@Nullable LocalDate until() {
			return (this.leftOn != null) ? this.leftOn : this.closedOn;
		}

	}

	/**
	 * Another organisation to which a practice belongs.
	 *
	 * @param commissioner its code
	 * @param joinedOn since when; null when the file does not say
	 */
	record Elsewhere(String commissioner, @Nullable LocalDate joinedOn) {
	}

	/**
	 * A practice's registered patients.
	 *
	 * @param row number in the file
	 * @param patients how many
	 */
	record Size(long row, int patients) {
	}

	/**
	 * A practice's locality.
	 *
	 * @param row number in the file
	 * @param locality its name
	 * @param inferred whether it was inferred rather than stated by the organisation
	 * @param basis what it was inferred from, or where it is stated; may be null
	 */
	record Place(long row, String locality, boolean inferred, @Nullable String basis) {
	}

	static Parsed unreadable(RowProblem problem) {
		return new Parsed(0, List.of(), Map.of(), Map.of(), Map.of(), List.of(problem), 1);
	}

	/** Keeps, of the practices elsewhere, only those that an organisation knows. */
	Parsed keeping(Set<String> known) {
		Map<String, Elsewhere> kept = new LinkedHashMap<>(this.elsewhere);
		kept.keySet().retainAll(known);
		return new Parsed(this.rowsInFile, this.practices, kept, this.sizes, this.places, this.problems,
				this.problemCount);
	}

	/**
	 * Collects problems while a file is read.
	 */
	static final class Problems {

		private final List<RowProblem> first = new ArrayList<>();

		private int count;

		void add(long row, String field, String problem, String remedy) {
			this.count++;
			if (this.first.size() < MOST_PROBLEMS) {
				this.first.add(new RowProblem(row, field, problem, remedy));
			}
		}

		int count() {
			return this.count;
		}

		List<RowProblem> first() {
			return List.copyOf(this.first);
		}

	}

}
