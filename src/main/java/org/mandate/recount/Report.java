package org.mandate.recount;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.mandate.recount.ExportedBallot.Figure;

/**
 * What a recount found.
 *
 * @param ballot the ballot of the file
 * @param results what was counted, under each reading
 * @param differences where the file is not what it should be, a sentence each
 * @param notes what else to know, a sentence each
 */
public record Report(ExportedBallot ballot, List<Result> results, List<String> differences, List<String> notes) {

	public Report {
		differences = List.copyOf(differences);
	}

	/**
	 * What was counted.
	 *
	 * @param reading how numbers that were not stated are read
	 * @param totals the figures of all units together, by name
	 * @param verdict in words: "carried"
	 * @param choice the choice it is about; null for none
	 */
	public record Result(String reading, Map<String, Figure> totals, String verdict, @Nullable String choice) {
	}

	/** Whether nothing differs. */
	public boolean agrees() {
		return this.differences.isEmpty();
	}

	/** What was counted, in one sentence. */
	public String subject() {
		return "%s: %,d practices in %d units".formatted(capital(this.ballot.address().toString()),
				this.ballot.units().stream().mapToInt((unit) -> unit.electorate().size()).sum(),
				this.ballot.units().size());
	}

	/** "Option 2 9, Abstained 2 …": the figures of a result, by their labels. */
	public List<Map.Entry<String, String>> lines(Result result) {
		return result.totals()
			.entrySet()
			.stream()
			.map((total) -> Map.entry(capital(label(total.getKey(), this.ballot.choices())),
					total.getValue().toString()))
			.toList();
	}

	static String label(String figure, Map<String, String> choices) {
		if (figure.startsWith("votes:")) {
			String code = figure.substring("votes:".length());
			return choices.getOrDefault(code, code);
		}
		if (figure.startsWith("weight:")) {
			String code = figure.substring("weight:".length());
			return "weighted votes, " + choices.getOrDefault(code, code);
		}
		return figure.replace('_', ' ');
	}

	private static String capital(String label) {
		return Character.toUpperCase(label.charAt(0)) + label.substring(1);
	}

	Report with(List<String> moreDifferences, List<String> moreNotes) {
		return new Report(this.ballot, this.results,
				Stream.concat(this.differences.stream(), moreDifferences.stream()).toList(), moreNotes);
	}

}
