package org.mandate.appraisals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.mandate.guidance.Edition;
import org.mandate.guidance.EditionRef;
import org.mandate.guidance.Level;
import org.mandate.guidance.ScopeEntry;

/**
 * The models on offer, function by function, against what the organisation does today.
 * Levels are ordinal; of dated statements the one in force on the appraisal's date is
 * used and the others are kept beside it (the table of the Oxfordshire paper, section 1,
 * on complaints management and the delegation agreement of March 2015).
 *
 * @param edition the guidance compared
 * @param guidance its title
 * @param speaksFor the day whose statements are used
 * @param options the models, in the order of the edition
 * @param rows the functions, in the order of the edition
 * @param noChange what the guidance says of staying as today; empty when it is silent
 */
public record Comparison(EditionRef edition, String guidance, LocalDate speaksFor, List<Option> options, List<Row> rows,
		List<Edition.Rule> noChange) {

	/** What a model would bring for a function, against today. */
	public enum Change {

		/** A loss. */
		LESS("Less than today"),

		/** Neither. */
		SAME("Same as today"),

		/** A gain. */
		MORE("More than today"),

		/** Today's level is not known. */
		NOT_RECORDED("Today’s level not recorded yet"),

		/** The model's level is not known. */
		NOT_STATED("Not stated in the guidance");

		private final String label;

		Change(String label) {
			this.label = label;
		}

		/** In words. */
		public String label() {
			return this.label;
		}

		/** In one word: "less". */
		public String word() {
			return name().toLowerCase(Locale.ROOT);
		}

		/** As in the names of styles: "not-recorded". */
		public String slug() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

		static Change of(@Nullable Level offered, @Nullable Level today) {
			if (offered == null) {
				return NOT_STATED;
			}
			if (today == null) {
				return NOT_RECORDED;
			}
			return offered.exceeds(today) ? MORE : today.exceeds(offered) ? LESS : SAME;
		}

	}

	/**
	 * A model on offer.
	 *
	 * @param model as the guidance has it
	 * @param label the first of its other names, "Option 1"; its name when it has none
	 * @param verdict what it would bring, over all functions
	 */
	public record Option(Edition.Model model, String label, Verdict verdict) {

		/** "Option 1: Greater involvement". */
		public String title() {
			return this.label.equals(this.model.name()) ? this.label : this.label + ": " + this.model.name();
		}

		/** Its other names besides the label. */
		public List<String> otherNames() {
			return this.model.aliases()
				.stream()
				.map(Edition.Alias::name)
				.filter((name) -> !name.equals(this.label))
				.toList();
		}

	}

	/**
	 * What a model would bring over all functions: the names of the functions by change.
	 */
	public record Verdict(String label, Map<Change, List<String>> functions) {

		/** The names of the functions with this change. */
		public List<String> functions(Change change) {
			return this.functions.getOrDefault(change, List.of());
		}

		/** How many functions there are with this change. */
		public int count(Change change) {
			return functions(change).size();
		}

		/** Losses, functions that stay the same, and gains; empty when none is known. */
		public List<Tally> tally() {
			List<Tally> all = List.of(tally(Change.LESS), tally(Change.SAME), tally(Change.MORE));
			return all.stream().allMatch((tally) -> tally.count() == 0) ? List.of() : all;
		}

		private Tally tally(Change change) {
			return new Tally(change, count(change));
		}

		/**
		 * In a sentence or three: "Option 1 would be less than today for 2 functions (…),
		 * the same for 4 and more for 1."
		 */
		public String sentence() {
			String missing = missing(Change.NOT_RECORDED, "cannot be compared: today’s level is not recorded yet")
					+ missing(Change.NOT_STATED, "cannot be compared: the guidance does not state what it would be");
			int less = count(Change.LESS);
			int same = count(Change.SAME);
			int more = count(Change.MORE);
			if (less + same + more == 0) {
				return this.label + " cannot be compared with today yet." + missing;
			}
			if (less + more == 0) {
				return this.label + " would be the same as today for " + functions(same, "all ") + "." + missing;
			}
			if (less > 0) {
				return "%s would be less than today for %s (%s), the same for %s and more for %s.".formatted(this.label,
						functions(less, ""), names(Change.LESS), number(same), number(more)) + missing;
			}
			return "%s would be more than today for %s (%s), the same for %s and less for none.".formatted(this.label,
					functions(more, ""), names(Change.MORE), number(same)) + missing;
		}

		/** The finding in a few words: "less than today for 2 functions". */
		public String finding() {
			if (count(Change.LESS) > 0) {
				return "less than today for " + functions(count(Change.LESS), "");
			}
			return (count(Change.MORE) > 0) ? "more than today for " + functions(count(Change.MORE), "")
					: "the same as today";
		}

		private String missing(Change change, String why) {
			int count = count(change);
			return (count == 0) ? "" : " %s %s.".formatted(functions(count, ""), why);
		}

		private String names(Change change) {
			return String.join("; ", functions(change).stream().map(Verdict::inSentence).toList());
		}

		private static String number(int count) {
			return (count == 0) ? "none" : Integer.toString(count);
		}

		private static String functions(int count, String all) {
			return (count == 1) ? "1 function" : all + count + " functions";
		}

		private static String inSentence(String name) {
			boolean capitals = name.length() > 1 && Character.isUpperCase(name.charAt(1));
			return capitals ? name : name.substring(0, 1).toLowerCase(Locale.UK) + name.substring(1);
		}

	}

	/** How many functions have a change. */
	public record Tally(Change change, int count) {
	}

	/**
	 * A function across the models.
	 *
	 * @param function as the guidance has it
	 * @param cells one for each option, in their order
	 * @param current what the organisation does today; null while it is not recorded
	 */
	public record Row(Edition.Function function, List<Cell> cells, @Nullable CurrentLevel current) {
	}

	/**
	 * A function under a model.
	 *
	 * @param entry all that the guidance says, dated
	 * @param used the statement in force on the appraisal's date; null when there is none
	 * @param change what it would bring
	 * @param speaksFor the appraisal's date
	 */
	public record Cell(ScopeEntry entry, ScopeEntry.@Nullable Statement used, Change change, LocalDate speaksFor) {

		/** Whether there are statements besides the one in force. */
		public boolean hasRivals() {
			return !rivals().isEmpty();
		}

		/** The statements that are not used. */
		public List<ScopeEntry.Statement> rivals() {
			return this.entry.statements().stream().filter((statement) -> !statement.equals(this.used)).toList();
		}

		/** Whether a statement is the one that is used. */
		public boolean uses(ScopeEntry.Statement statement) {
			return statement.equals(this.used);
		}

		/** Why a statement is used or not, for those who see several. */
		public String why(ScopeEntry.Statement statement) {
			String day = "on " + Day.words(this.speaksFor) + ", the date this appraisal speaks for";
			if (uses(statement)) {
				return "Used here: in force " + day + ".";
			}
			if (statement.inForceFrom().isAfter(this.speaksFor)) {
				return "Not used here: in force from " + statement.since() + ", so not yet " + day + ".";
			}
			return "Not used here: a later statement was in force " + day + ".";
		}

	}

	/**
	 * Compare the models of an edition with today.
	 * @param edition the guidance
	 * @param speaksFor the day whose statements are used
	 * @param current what is recorded of today, by key of the function
	 */
	static Comparison of(Edition edition, LocalDate speaksFor, Map<String, CurrentLevel> current) {
		Map<String, Level> levels = new HashMap<>();
		current.forEach((function, level) -> levels.put(function, level.level()));
		List<Row> rows = edition.functions()
			.stream()
			.map((function) -> row(edition, function, speaksFor, current.get(function.key())))
			.toList();
		List<Edition.Rule> noChange = edition.rules()
			.stream()
			.filter((rule) -> rule.category() == Edition.Rule.Category.BASELINE)
			.toList();
		return new Comparison(edition.ref(), edition.title(), speaksFor, options(edition, speaksFor, levels), rows,
				noChange);
	}

	/** The models and what they would bring, from levels alone. */
	static List<Option> options(Edition edition, LocalDate speaksFor, Map<String, Level> today) {
		return edition.models().stream().map((model) -> {
			String label = model.aliases().isEmpty() ? model.name() : model.aliases().getFirst().name();
			Map<Change, List<String>> functions = new HashMap<>();
			for (Edition.Function function : edition.functions()) {
				ScopeEntry.Statement used = edition.scope(function.key(), model.key()).inForceOn(speaksFor);
				Change change = Change.of((used != null) ? used.level() : null, today.get(function.key()));
				functions.computeIfAbsent(change, (key) -> new ArrayList<>()).add(function.name());
			}
			return new Option(model, label, new Verdict(label, functions));
		}).toList();
	}

	private static Row row(Edition edition, Edition.Function function, LocalDate speaksFor,
			@Nullable CurrentLevel current) {
		Level today = (current != null) ? current.level() : null;
		List<Cell> cells = edition.models().stream().map((model) -> {
			ScopeEntry entry = edition.scope(function.key(), model.key());
			ScopeEntry.Statement used = entry.inForceOn(speaksFor);
			return new Cell(entry, used, Change.of((used != null) ? used.level() : null, today), speaksFor);
		}).toList();
		return new Row(function, cells, current);
	}

	/** How many functions have no current level yet. */
	public long missing() {
		return this.rows.stream().filter((row) -> row.current() == null).count();
	}

}
