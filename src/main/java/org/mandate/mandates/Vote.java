package org.mandate.mandates;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.mandate.appraisals.Milestone;
import org.mandate.appraisals.Milestone.Kind;

/**
 * The ballots of the member practices, as milestones tell of them. The latest that closed
 * decides; while none closed, nothing is decided.
 *
 * @param ballots in the order of their numbers
 */
record Vote(List<Ballot> ballots) {

	/**
	 * One ballot.
	 *
	 * @param number its number
	 * @param opened when it was opened; null where that is not on record
	 * @param closed when it closed; null while it has not
	 * @param carried that it carried a model; null where it did not, or nobody may know
	 */
	record Ballot(int number, @Nullable Milestone opened, @Nullable Milestone closed, @Nullable Milestone carried) {
	}

	static Vote of(Material material) {
		Map<Integer, Milestone> opened = new TreeMap<>();
		Map<Integer, Milestone> closed = new TreeMap<>();
		material.all(Kind.BALLOT_OPENED).forEach((each) -> opened.put(number(each), each));
		material.all(Kind.BALLOT_CLOSED).forEach((each) -> closed.put(number(each), each));
		TreeMap<Integer, Milestone> all = new TreeMap<>(opened);
		all.putAll(closed);
		List<Ballot> ballots = new ArrayList<>();
		for (int number : all.keySet()) {
			Milestone closing = closed.get(number);
			ballots.add(new Ballot(number, opened.get(number), closing,
					(closing != null) ? carried(material, closing) : null));
		}
		return new Vote(List.copyOf(ballots));
	}

	private static int number(Milestone ballot) {
		String about = Objects.requireNonNullElse(ballot.about(), "");
		return about.matches("[0-9]{1,6}") ? Integer.parseInt(about) : 0;
	}

	private static @Nullable Milestone carried(Material material, Milestone closing) {
		List<Milestone> carried = material.all(Kind.BALLOT_CARRIED);
		return carried.stream()
			.filter((each) -> each.path().equals(closing.path()) || each.path().startsWith(closing.path() + "/"))
			.findFirst()
			.orElse(null);
	}

	/** The latest that closed; null while none has. */
	@Nullable Ballot decisive() {
		return this.ballots.stream()
			.filter((ballot) -> ballot.closed() != null)
			.reduce((first, second) -> second)
			.orElse(null);
	}

	/** Those that are still open. */
	List<Ballot> open() {
		return this.ballots.stream().filter((ballot) -> ballot.closed() == null).toList();
	}

	/**
	 * Whether it carried the model, and before the submission.
	 * @param none what to say where no ballot was opened
	 */
	void judge(Material material, Judged judged, String none) {
		if (this.ballots.isEmpty()) {
			judged.misses(none);
			return;
		}
		Ballot decisive = decisive();
		Milestone submitted = material.submission().orElse(null);
		for (Ballot ballot : open()) {
			Milestone opened = Objects.requireNonNull(ballot.opened());
			if (submitted != null) {
				judged.contradicts(opened, "The proposal was submitted %s, while ballot %d was open."
					.formatted(Judged.on(submitted), ballot.number()));
			}
			else {
				judged
					.says("Ballot %d was opened %s and has not closed.".formatted(ballot.number(), Judged.on(opened)));
			}
		}
		if (decisive == null) {
			judged.misses("No ballot of the member practices has closed.");
			return;
		}
		result(material, decisive, judged);
		Milestone closed = Objects.requireNonNull(decisive.closed());
		if (material.isAfterSubmission(closed)) {
			judged.contradicts(closed, "The proposal was submitted %s, before ballot %d closed %s."
				.formatted(Judged.on(Objects.requireNonNull(submitted)), decisive.number(), Judged.on(closed)));
		}
		else if (!material.isBeforeSubmission(closed)) {
			judged
				.misses("The record does not say whether ballot %d closed (%s) before the proposal was submitted (%s)."
					.formatted(decisive.number(), Judged.when(closed), Judged.when(Objects.requireNonNull(submitted))));
		}
	}

	private static void result(Material material, Ballot decisive, Judged judged) {
		Milestone closed = Objects.requireNonNull(decisive.closed());
		Milestone carried = decisive.carried();
		if (carried == null) {
			if (material.lost().contains(decisive.number())) {
				judged.contradicts(closed,
						"Ballot %d closed %s and did not carry.".formatted(decisive.number(), Judged.on(closed)));
			}
			else {
				judged.misses("Ballot %d closed %s; that it carried a model is not on record, or its result is not out."
					.formatted(decisive.number(), Judged.on(closed)));
			}
			return;
		}
		if (!material.model().equals(carried.about())) {
			judged.contradicts(carried, "Ballot %d, which closed %s, carried another model."
				.formatted(decisive.number(), Judged.on(closed)));
			return;
		}
		if (material.isBeforeSubmission(closed)) {
			if (decisive.opened() != null) {
				judged.supports(decisive.opened());
			}
			judged.supports(closed);
			judged.supports(carried);
		}
	}

}
