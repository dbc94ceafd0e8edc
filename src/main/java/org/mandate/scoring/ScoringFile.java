package org.mandate.scoring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.mandate.forms.TableFile;
import org.mandate.options.Option;

import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.Errors;
import org.springframework.validation.FieldError;

/**
 * A file, or pasted rows, as understood against the scoring as it stands. It keeps the
 * same rules as the pages, for it is read through their forms, and is taken as a whole or
 * not at all.
 */
public final class ScoringFile {

	private final FileKind kind;

	private final FileRows rows;

	private final Scorecard card;

	private final List<Problem> problems = new ArrayList<>();

	private final List<List<String>> lines = new ArrayList<>();

	private final List<CriterionWording> wordings = new ArrayList<>();

	private Map<UUID, Integer> ranks = Map.of();

	private Map<UUID, Integer> weights = Map.of();

	private List<Panel.Entry> entries = List.of();

	private final List<Agreement.Statement> statements = new ArrayList<>();

	private ScoringFile(FileKind kind, List<TableFile.Row> rows, Scorecard card) {
		this.kind = kind;
		this.rows = new FileRows(kind, rows);
		this.card = card;
	}

	/**
	 * Something wrong with a file.
	 *
	 * @param row number of the row, counting the header; 0 for the file as a whole
	 * @param problem what is wrong and what to do
	 */
	public record Problem(long row, String problem) {
	}

	/**
	 * Read a file.
	 * @param own the scorer whose sheet it is; null where it is no sheet
	 */
	static ScoringFile read(FileKind kind, List<TableFile.Row> rows, Scorecard card, @Nullable Scorer own) {
		ScoringFile file = new ScoringFile(kind, rows, card);
		if (file.header()) {
			switch (kind) {
				case CRITERIA -> file.criteria();
				case WEIGHTS -> file.weighing();
				case AGREED -> file.agreement();
				case MINE -> file.sheet(own);
				case PANEL -> throw new IllegalArgumentException("What others gave is not brought in.");
			}
			if (file.problems.isEmpty() && file.lines.isEmpty()) {
				file.problems.add(new Problem(0, "The file has no row with something to bring in"));
			}
		}
		return file;
	}

	private boolean header() {
		List<String> missing = this.rows.missing();
		if (!missing.isEmpty()) {
			this.problems.add(new Problem(this.rows.header(),
					"The first row names no column “%s”. Name the columns as in the template: %s"
						.formatted(missing.getFirst(), String.join(", ", this.kind.columns()))));
		}
		return missing.isEmpty();
	}

	private void criteria() {
		Map<String, Long> seen = new HashMap<>();
		for (TableFile.Row row : this.rows.body()) {
			CriterionForm form = new CriterionForm(this.rows.cell(row, 0), this.rows.cell(row, 1),
					this.rows.cell(row, 2), this.rows.cell(row, 3), this.rows.cell(row, 4), null);
			Errors errors = new BeanPropertyBindingResult(form, "row");
			Optional<CriterionWording> wording = form.wording(errors);
			errors.getAllErrors().forEach((error) -> problem(row, error.getDefaultMessage()));
			Long first = seen.putIfAbsent(FileRows.plain(this.rows.cell(row, 0)), row.number());
			if (first != null) {
				problem(row, "%s is in row %d already".formatted(this.rows.cell(row, 0), first));
			}
			else if (!formula(row)) {
				wording.ifPresent((said) -> {
					this.wordings.add(said);
					this.lines.add(List.of(said.name(), state(said), said.description(), said.anchor0(), said.anchor5(),
							said.anchor10()));
				});
			}
		}
		long fresh = this.wordings.stream()
			.filter((said) -> Criteria.named(this.card.all(), said.name()).isEmpty())
			.count();
		if (this.card.criteria().size() + fresh > Criterion.MOST) {
			this.problems.add(new Problem(0, "An appraisal has at most 30 criteria. Leave some out"));
		}
	}

	private String state(CriterionWording said) {
		return Criteria.named(this.card.all(), said.name())
			.map((known) -> known.wording().equals(said) ? "Stays as it is" : "Is reworded")
			.orElse("Is added");
	}

	private void weighing() {
		Map<String, String> typedRanks = new LinkedHashMap<>();
		Map<String, String> typedWeights = new LinkedHashMap<>();
		Map<String, Long> where = new HashMap<>();
		for (TableFile.Row row : this.rows.body()) {
			Criterion criterion = criterion(row);
			if (criterion != null && !formula(row) && once(row, criterion.id().toString(), criterion.name(), where)) {
				typedRanks.put(criterion.id().toString(), this.rows.cell(row, 1));
				typedWeights.put(criterion.id().toString(), this.rows.cell(row, 2));
			}
		}
		OrderForm order = new OrderForm(typedRanks, "");
		Errors errors = new BeanPropertyBindingResult(order, "row");
		Optional<Map<UUID, Integer>> ranked = order.read(this.card.criteria(), errors);
		report(errors, where);
		if (ranked.isEmpty()) {
			return;
		}
		List<Criterion> inOrder = this.card.criteria()
			.stream()
			.sorted(Comparator.comparing((each) -> ranked.get().getOrDefault(each.id(), 0)))
			.toList();
		ValuesForm values = new ValuesForm(typedWeights, "");
		Errors wrong = new BeanPropertyBindingResult(values, "row");
		Optional<Map<UUID, Integer>> weighed = values.read(inOrder, wrong);
		report(wrong, where);
		if (weighed.isPresent() && this.problems.isEmpty()) {
			this.ranks = ranked.get();
			this.weights = weighed.get();
			inOrder.forEach((each) -> this.lines.add(List.of(each.name(), String.valueOf(this.ranks.get(each.id())),
					String.valueOf(this.weights.get(each.id())))));
		}
	}

	private void agreement() {
		Map<UUID, AgreementForm> forms = new LinkedHashMap<>();
		Map<String, Long> where = new HashMap<>();
		for (TableFile.Row row : this.rows.body()) {
			Criterion criterion = criterion(row);
			Option option = option(row);
			if (criterion != null && option != null && !formula(row) && once(row,
					new Cell(criterion.id(), option.key()).key(), option.label() + " on " + criterion.name(), where)) {
				AgreementForm form = forms.computeIfAbsent(criterion.id(),
						(id) -> AgreementForm.of(this.card, criterion));
				form.scores().put(option.key(), this.rows.cell(row, 2));
				form.reasons().put(option.key(), this.rows.cell(row, 3));
				form.dissents().put(option.key(), this.rows.cell(row, 4));
			}
		}
		for (Criterion criterion : this.card.criteria()) {
			AgreementForm form = forms.get(criterion.id());
			if (form == null || form.scores().values().stream().allMatch(String::isBlank)
					&& form.reasons().values().stream().allMatch(String::isBlank)) {
				continue;
			}
			Errors errors = new BeanPropertyBindingResult(form, "row");
			Optional<List<Agreement.Statement>> read = form.read(this.card, criterion, errors);
			for (FieldError error : errors.getFieldErrors()) {
				String option = error.getField().replaceAll(".*\\[|\\]", "");
				this.problems.add(new Problem(where.getOrDefault(new Cell(criterion.id(), option).key(), 0L),
						criterion.name() + ": " + error.getDefaultMessage()));
			}
			read.ifPresent(this.statements::addAll);
		}
		for (Agreement.Statement statement : this.statements) {
			this.lines.add(List.of(name(statement.cell()), title(statement.cell()), Integer.toString(statement.score()),
					statement.reason(), (statement.dissent() != null) ? statement.dissent() : ""));
		}
	}

	private void sheet(@Nullable Scorer own) {
		SheetForm form = (own != null) ? SheetForm.of(this.card, own) : new SheetForm(null, null, null);
		Map<String, Long> where = new HashMap<>();
		for (TableFile.Row row : this.rows.body()) {
			Criterion criterion = criterion(row);
			Option option = option(row);
			if (criterion == null || option == null || formula(row)) {
				continue;
			}
			String key = new Cell(criterion.id(), option.key()).key();
			if (once(row, key, option.label() + " on " + criterion.name(), where)) {
				form.scores().put(key, this.rows.cell(row, 2));
				form.comments().put(key, this.rows.cell(row, 3));
			}
		}
		Errors errors = new BeanPropertyBindingResult(form, "row");
		Optional<List<Panel.Entry>> read = form.read(this.card, false, errors);
		report(errors, where);
		this.entries = read.orElse(List.of());
		for (Panel.Entry entry : this.entries) {
			this.lines.add(List.of(name(entry.cell()), title(entry.cell()), String.valueOf(entry.score()),
					(entry.comment() != null) ? entry.comment() : ""));
		}
	}

	/** Beside the row that it is about; the name in brackets says which. */
	private void report(Errors errors, Map<String, Long> where) {
		for (FieldError error : errors.getFieldErrors()) {
			String key = error.getField().replaceAll(".*\\[|\\]", "");
			this.problems.add(new Problem(where.getOrDefault(key, 0L), String.valueOf(error.getDefaultMessage())));
		}
	}

	private @Nullable Criterion criterion(TableFile.Row row) {
		String typed = this.rows.cell(row, 0);
		Optional<Criterion> found = this.card.criteria()
			.stream()
			.filter((each) -> FileRows.plain(each.name()).equals(FileRows.plain(typed)))
			.findFirst();
		if (found.isEmpty()) {
			problem(row, typed.isEmpty() ? "The name of the criterion is missing"
					: "“%s” is not one of the criteria. Use the name as it is listed there".formatted(typed));
		}
		return found.orElse(null);
	}

	private @Nullable Option option(TableFile.Row row) {
		String typed = FileRows.plain(this.rows.cell(row, 1));
		Optional<Option> found = this.card.scorable()
			.stream()
			.filter((each) -> List
				.of(FileRows.plain(each.title()), FileRows.plain(each.label()), FileRows.plain(each.name()), each.key())
				.contains(typed))
			.findFirst();
		if (found.isEmpty()) {
			problem(row, typed.isEmpty() ? "The name of the option is missing"
					: "“%s” is not an option that can be scored. Use one of these: %s".formatted(this.rows.cell(row, 1),
							this.card.scorable().stream().map(Option::label).collect(Collectors.joining(", "))));
		}
		return found.orElse(null);
	}

	private boolean once(TableFile.Row row, String key, String what, Map<String, Long> where) {
		Long first = where.putIfAbsent(key, row.number());
		if (first != null) {
			problem(row, "%s is in row %d already. Keep one row for it".formatted(what, first));
		}
		return first == null;
	}

	private boolean formula(TableFile.Row row) {
		Optional<String> column = this.rows.formula(row);
		column.ifPresent((name) -> problem(row,
				"The cell under “%s” is a formula. Paste it as a value, or type it".formatted(name)));
		return column.isPresent();
	}

	private void problem(TableFile.Row row, @Nullable String problem) {
		this.problems.add(new Problem(row.number(), String.valueOf(problem)));
	}

	private String name(Cell cell) {
		return this.card.all()
			.stream()
			.filter((each) -> each.id().equals(cell.criterion()))
			.map(Criterion::name)
			.findFirst()
			.orElse("");
	}

	private String title(Cell cell) {
		return this.card.options()
			.stream()
			.filter((each) -> each.key().equals(cell.option()))
			.map(Option::title)
			.findFirst()
			.orElse("");
	}

	/** Whether nothing is wrong. */
	public boolean acceptable() {
		return this.problems.isEmpty();
	}

	/** What is wrong, by row. */
	public List<Problem> problems() {
		return this.problems.stream().sorted(Comparator.comparing(Problem::row)).distinct().toList();
	}

	/** What it means, to be checked before it is taken. */
	public List<List<String>> lines() {
		return this.lines;
	}

	/** Names of the columns of that. */
	public List<String> columns() {
		return switch (this.kind) {
			case CRITERIA -> List.of("Criterion", "What happens", "What it asks", "0 means", "5 means", "10 means");
			case WEIGHTS -> List.of("Criterion", "Rank", "Weight");
			case AGREED -> List.of("Criterion", "Option", "Agreed score", "Reason", "Dissent");
			case MINE, PANEL -> List.of("Criterion", "Option", "Score", "Comment");
		};
	}

	List<TableFile.Row> rows() {
		return this.rows.all();
	}

	List<CriterionWording> wordings() {
		return this.wordings;
	}

	Map<UUID, Integer> ranks() {
		return this.ranks;
	}

	Map<UUID, Integer> weights() {
		return this.weights;
	}

	List<Panel.Entry> entries() {
		return this.entries;
	}

	List<Agreement.Statement> statements() {
		return this.statements;
	}

}
