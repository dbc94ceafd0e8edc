package org.mandate.mandates;

import java.time.LocalDate;
import java.util.List;

/**
 * The arrangements for conflicts of interest, as they stood on a day.
 *
 * @param committees those of the model, with what their composition lacks
 * @param members how many had joined
 * @param returned how many of them had made a return of their interests
 * @param overdue names of those whose first return was overdue
 * @param guardians names of the guardians
 * @param day the day
 */
record Conflicts(List<Checked> committees, int members, int returned, List<String> overdue, List<String> guardians,
		LocalDate day) {

	Conflicts {
		committees = List.copyOf(committees);
		overdue = List.copyOf(overdue);
		guardians = List.copyOf(guardians);
	}

	/**
	 * A committee of the model.
	 *
	 * @param name its name
	 * @param path of its page
	 * @param vacant whether nobody sat on it on the day
	 * @param failed what its composition lacks of what the guidance requires
	 * @param judged how many required readings are to be judged by people
	 */
	record Checked(String name, String path, boolean vacant, List<String> failed, int judged) {

		Checked {
			failed = List.copyOf(failed);
		}

	}

}
