package org.mandate.voting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.mandate.forms.TableFile;
import org.mandate.organisations.RowProblem;

/**
 * A file, or pasted rows, with what each practice of a unit did. It is taken as a whole
 * or not at all.
 *
 * @param rows the rows as they are, with a header where there is one
 * @param entries what is understood of the rows without problems
 * @param problems what is wrong, by row
 */
public record RollFile(List<TableFile.Row> rows, List<Entry> entries, List<RowProblem> problems) {

	/** Names of the columns of the template. */
	static final List<String> COLUMNS = List.of("practice code", "practice name", "vote");

	private static final List<String> CODE = List.of("practice code", "code", "ods code", "organisation code");

	private static final List<String> VOTE = List.of("vote", "votes", "voted", "choice");

	/**
	 * A practice with its vote.
	 *
	 * @param row number in the file
	 * @param elector the practice
	 * @param choice what it is counted as
	 */
	public record Entry(long row, Elector elector, RollChoice choice) {
	}

	/**
	 * What a file is read against.
	 *
	 * @param unit name of the unit
	 * @param electors its practices
	 * @param elsewhere names of the units of all practices of the ballot, by code
	 * @param choices what a practice can be entered with
	 * @param words what is understood as a vote, in lower case, with the code it means
	 */
	record Against(String unit, List<Elector> electors, Map<String, String> elsewhere, List<RollChoice> choices,
			Map<String, String> words) {

		static Against of(BallotRecord ballot, String unit, List<Elector> electors, Map<String, String> elsewhere) {
			List<RollChoice> choices = RollChoice.of(ballot);
			Map<String, String> words = new HashMap<>();
			for (Choice choice : ballot.choices()) {
				for (String word : List.of(choice.shortName(), choice.name())) {
					words.merge(plain(word), choice.code(), (one, other) -> one.equals(other) ? one : "?");
				}
			}
			words.values().removeIf("?"::equals);
			ballot.choices().forEach((choice) -> words.put(plain(choice.code()), choice.code()));
			choices.forEach((choice) -> words.put(plain(choice.name()), choice.code()));
			Map.of("abstain", Roll.ABSTAINED, "abstention", Roll.ABSTAINED, "spoiled", Roll.SPOILT, "conflicted",
					Roll.CONFLICTED, "conflict of interest", Roll.CONFLICTED, "kept out by a conflict of interest",
					Roll.CONFLICTED)
				.forEach(words::putIfAbsent);
			words.put("", "");
			return new Against(unit, electors, elsewhere, choices, words);
		}

		private @Nullable Elector elector(String code) {
			return this.electors.stream().filter((each) -> each.code().equals(code)).findFirst().orElse(null);
		}

		private @Nullable RollChoice choice(String vote) {
			String code = this.words.get(plain(vote));
			return this.choices.stream().filter((each) -> each.code().equals(code)).findFirst().orElse(null);
		}

		private String offer() {
			return this.choices.stream()
				.filter((choice) -> !choice.code().isEmpty())
				.map(RollChoice::name)
				.collect(Collectors.joining(", "));
		}

	}

	static RollFile read(List<TableFile.Row> rows, Against against) {
		List<Entry> entries = new ArrayList<>();
		List<RowProblem> problems = new ArrayList<>();
		List<String> header = rows.getFirst().cells().stream().map(RollFile::plain).toList();
		int code = column(header, CODE);
		int vote = column(header, VOTE);
		boolean headed = code >= 0 || vote >= 0;
		if (headed && (code < 0 || vote < 0)) {
			problems.add(new RowProblem(rows.getFirst().number(), (code < 0) ? COLUMNS.get(0) : COLUMNS.get(2),
					"The first row names no column for the " + ((code < 0) ? "practice code" : "vote"),
					"Name the columns as in the template: practice code, practice name, vote."));
			return new RollFile(rows, entries, problems);
		}
		if (!headed) {
			code = 0;
			vote = Math.min(2, rows.getFirst().cells().size() - 1);
		}
		if (code == vote) {
			problems.add(new RowProblem(0, "", "The rows have one column only",
					"Give the practice code and the vote, separated by a comma, a semicolon or a tab."));
			return new RollFile(rows, entries, problems);
		}
		Map<String, Long> seen = new HashMap<>();
		for (TableFile.Row row : headed ? rows.subList(1, rows.size()) : rows) {
			read(row, row.cell(code), row.cell(vote), against, seen, entries, problems);
		}
		if (problems.isEmpty() && entries.stream().allMatch((entry) -> entry.choice().code().isEmpty())) {
			problems.add(new RowProblem(0, COLUMNS.get(2), "No practice has a vote",
					"Enter a vote beside each practice that returned one."));
		}
		return new RollFile(rows, entries, problems);
	}

	private static void read(TableFile.Row row, String typed, String vote, Against against, Map<String, Long> seen,
			List<Entry> entries, List<RowProblem> problems) {
		int before = problems.size();
		String code = typed.toUpperCase(Locale.ROOT);
		Elector elector = against.elector(code);
		if (code.isEmpty()) {
			problems.add(new RowProblem(row.number(), COLUMNS.get(0), "The practice code is missing",
					"Enter the code of the practice, or delete the row."));
		}
		else if (code.startsWith("=")) {
			problems.add(formula(row, 0));
		}
		else if (elector == null) {
			problems.add(stranger(row, code, against));
		}
		Long first = code.isEmpty() ? null : seen.putIfAbsent(code, row.number());
		if (first != null) {
			problems.add(new RowProblem(row.number(), COLUMNS.get(0), "%s is in row %d already".formatted(code, first),
					"Keep one row for each practice."));
		}
		RollChoice choice = against.choice(vote);
		if (vote.startsWith("=")) {
			problems.add(formula(row, 2));
		}
		else if (choice == null) {
			problems
				.add(new RowProblem(row.number(), COLUMNS.get(2), "“%s” is not on offer in this ballot".formatted(vote),
						"Use one of these: %s. Or leave it blank if the practice returned nothing."
							.formatted(against.offer())));
		}
		if (problems.size() == before && elector != null && choice != null) {
			entries.add(new Entry(row.number(), elector, choice));
		}
	}

	private static RowProblem formula(TableFile.Row row, int column) {
		return new RowProblem(row.number(), COLUMNS.get(column), "The %s is a formula".formatted(COLUMNS.get(column)),
				"Copy the column and paste it as values, or type it.");
	}

	private static RowProblem stranger(TableFile.Row row, String code, Against against) {
		String unit = against.elsewhere().get(code);
		return (unit != null)
				? new RowProblem(row.number(), COLUMNS.get(0),
						"%s votes in %s, not in %s".formatted(code, unit, against.unit()),
						"Delete the row. %s returns the vote of this practice.".formatted(unit))
				: new RowProblem(row.number(), COLUMNS.get(0),
						"%s is not entitled to vote in this ballot".formatted(code),
						"Check the code. A practice of another CCG, and one that was no member on the census date, has no vote: delete its row.");
	}

	private static int column(List<String> header, List<String> names) {
		for (String name : names) {
			if (header.contains(name)) {
				return header.indexOf(name);
			}
		}
		return -1;
	}

	/** In lower case, and without the apostrophe that makes a formula a text. */
	private static String plain(String text) {
		String plain = text.replace('_', ' ').replaceAll("\\s+", " ").strip().toLowerCase(Locale.ROOT);
		return plain.startsWith("'") ? plain.substring(1) : plain;
	}

	/** Whether nothing is wrong. */
	public boolean acceptable() {
		return this.problems.isEmpty();
	}

	/** What the practices did. */
	Roll roll() {
		Map<UUID, String> votes = new LinkedHashMap<>();
		for (Entry entry : this.entries) {
			if (!entry.choice().code().isEmpty()) {
				votes.put(entry.elector().practice(), entry.choice().code());
			}
		}
		return new Roll(votes);
	}

	/**
	 * Practices that are not in the file: they are counted as having returned nothing.
	 */
	List<Elector> missing(List<Elector> electors) {
		return electors.stream()
			.filter((elector) -> this.entries.stream()
				.noneMatch((entry) -> entry.elector().code().equals(elector.code())))
			.toList();
	}

	/** The file with what is wrong with each row in a column more. */
	List<List<String>> marked() {
		int width = this.rows.stream().mapToInt((row) -> row.cells().size()).max().orElse(0);
		List<List<String>> marked = new ArrayList<>();
		for (TableFile.Row row : this.rows) {
			List<String> cells = new ArrayList<>(row.cells());
			while (cells.size() < width) {
				cells.add("");
			}
			cells.add(this.problems.stream()
				.filter((problem) -> problem.row() == row.number() || (problem.row() == 0 && marked.isEmpty()))
				.map((problem) -> problem.problem() + ". " + problem.remedy())
				.collect(Collectors.joining(" ")));
			marked.add(cells);
		}
		return marked;
	}

}
