package org.mandate.mandates;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.mandate.appraisals.Milestone;
import org.mandate.forms.London;
import org.mandate.mandates.MandateTest.Evidence;
import org.mandate.mandates.MandateTest.State;

/**
 * What an evaluator finds, piece by piece. A test is evidenced where nothing is missing
 * and nothing says the contrary; any contradiction outweighs all that supports it.
 */
final class Judged {

	private record Piece(LocalDate from, Evidence evidence) {
	}

	private final List<Milestone> supports = new ArrayList<>();

	private final List<Piece> pieces = new ArrayList<>();

	private final List<String> contradictions = new ArrayList<>();

	private final List<String> missing = new ArrayList<>();

	private final List<String> remarks = new ArrayList<>();

	/** Something that speaks for it. */
	void supports(Milestone milestone) {
		this.supports.add(milestone);
		shows(milestone);
	}

	/** Something else that speaks for it. */
	void supports(LocalDate day, String text, String path) {
		this.pieces.add(new Piece(day, new Evidence(London.date(day), text, path)));
	}

	/** Something on record that says the contrary. */
	void contradicts(Milestone milestone, String sentence) {
		shows(milestone);
		contradicts(sentence);
	}

	/** That the record says the contrary. */
	void contradicts(String sentence) {
		add(this.contradictions, sentence);
	}

	/** What the record does not show, without which the test is not evidenced. */
	void misses(String sentence) {
		add(this.missing, sentence);
	}

	/** What there is to say besides. */
	void says(String sentence) {
		add(this.remarks, sentence);
	}

	private static void add(List<String> sentences, String sentence) {
		if (!sentences.contains(sentence)) {
			sentences.add(sentence);
		}
	}

	private void shows(Milestone milestone) {
		Piece piece = new Piece(milestone.from(), new Evidence(when(milestone), milestone.title(), milestone.path()));
		if (!this.pieces.contains(piece)) {
			this.pieces.add(piece);
		}
	}

	/** The milestones that speak for it. */
	List<Milestone> supports() {
		return List.copyOf(this.supports);
	}

	State state() {
		if (!this.contradictions.isEmpty()) {
			return State.CONTRADICTED;
		}
		return this.missing.isEmpty() ? State.EVIDENCED : State.NOT_EVIDENCED;
	}

	/** In time. */
	List<Evidence> evidence() {
		return this.pieces.stream().sorted(Comparator.comparing(Piece::from)).map(Piece::evidence).toList();
	}

	/** Contradictions first, then what is missing. */
	List<String> findings() {
		List<String> all = new ArrayList<>(this.contradictions);
		all.addAll(this.missing);
		all.addAll(this.remarks);
		return all;
	}

	/** When a milestone was: "29 January 2015", "12 noon on 9 January 2015". */
	static String when(Milestone milestone) {
		if (milestone.at() != null) {
			return London.instant(milestone.at());
		}
		return milestone.isExact() ? London.date(milestone.from())
				: "between %s and %s".formatted(London.date(milestone.from()), London.date(milestone.to()));
	}

	/** The same after a verb: "on 29 January 2015". */
	static String on(Milestone milestone) {
		return (milestone.at() != null) ? "at " + London.instant(milestone.at())
				: milestone.isExact() ? "on " + London.date(milestone.from()) : when(milestone);
	}

}
