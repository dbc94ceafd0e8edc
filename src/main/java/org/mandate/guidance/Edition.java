package org.mandate.guidance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.mandate.database.NotFound;

/**
 * One version of an edition of national guidance, whole and immutable. Lists are in the
 * order of the edition; every entry names its sources.
 *
 * @param ref its key and version
 * @param title what it is called
 * @param summary what it is, in a sentence or two
 * @param forYear the year it is for, as {@code 2015-16}
 * @param issuedOn when the guidance was issued
 * @param documents the documents it draws on
 * @param models the models on offer
 * @param functions the functions that the models share out
 * @param scope what it says of a function under a model; cells it is silent on are left
 * out (see {@link #scope(String, String)})
 * @param deadlines deadlines, without the rivals, which are kept inside
 * @param requirements what a model asks of a CCG
 * @param sharedFunctions what several models have in common
 * @param differences how models differ, aspect by aspect
 * @param reservedFunctions what stays with NHS England
 * @param legalBasis Acts, sections and other rules that a model rests on
 * @param considerations opportunities and threats
 * @param rules rules and tests; those of one topic are readings of the same thing
 * @param steps the way to an approved arrangement, in order
 * @param questions frequent questions and their answers
 */
public record Edition(EditionRef ref, String title, String summary, String forYear, LocalDate issuedOn,
		List<Citation.Document> documents, List<Model> models, List<Function> functions, List<ScopeEntry> scope,
		List<Deadline> deadlines, List<Requirement> requirements, List<SharedFunction> sharedFunctions,
		List<Difference> differences, List<ReservedFunction> reservedFunctions, List<LegalBasis> legalBasis,
		List<Consideration> considerations, List<Rule> rules, List<Step> steps, List<Question> questions) {

	/** Anything that an edition says. */
	public interface Entry {

		/** Stable key, unique among the entries of its kind in an edition. */
		String key();

		/** Its sources, at least one. */
		List<Citation> citations();

	}

	/** An entry that holds for some models, or for all. */
	public interface ForModels extends Entry {

		/** Keys of the models it holds for; empty for all. */
		List<String> models();

		/** Whether it holds for a model. */
		default boolean isFor(String model) {
			return models().isEmpty() || models().contains(model);
		}

	}

	/** A model of co-commissioning, with the other names it goes by. */
	public record Model(String key, String name, String summary, List<Alias> aliases,
			List<Citation> citations) implements Entry {
	}

	/** Another name of a model, such as {@code Option 2}. */
	public record Alias(String key, String name, List<Citation> citations) implements Entry {
	}

	/** A function of primary care commissioning. */
	public record Function(String key, String name, List<Citation> citations) implements Entry {
	}

	/** Something that a model asks of a CCG. */
	public record Requirement(String key, String text, List<String> models,
			List<Citation> citations) implements ForModels {
	}

	/** Something that its models cover alike. */
	public record SharedFunction(String key, String text, List<String> models,
			List<Citation> citations) implements ForModels {
	}

	/** What one model says on an aspect on which models differ. */
	public record Difference(String key, String aspect, String model, String text,
			List<Citation> citations) implements Entry {
	}

	/** Something that stays with NHS England. */
	public record ReservedFunction(String key, String name, String text, List<String> models,
			List<Citation> citations) implements ForModels {
	}

	/** An Act, regulation or other rule, and the part of it that matters. */
	public record LegalBasis(String key, String instrument, String provision, String text, List<String> models,
			List<Citation> citations) implements ForModels {
	}

	/** An opportunity or a threat. */
	public record Consideration(String key, Category category, String text, List<String> models,
			List<Citation> citations) implements ForModels {

		/** Which of the two it is. */
		public enum Category {

			OPPORTUNITY, THREAT

		}

	}

	/**
	 * A rule or test. Rules with the same topic are what different sources say of one
	 * thing.
	 */
	public record Rule(String key, Category category, String topic, Strength strength, String title, String text,
			List<String> models, List<Citation> citations) implements ForModels {

		/** What a rule is about. */
		public enum Category {

			/** Whether the position of today may be kept. */
			BASELINE,

			/** Who sits on the committee, and who votes. */
			COMPOSITION,

			/** Whether the CCG has its members' mandate. */
			MANDATE,

			/** Conflicts of interest. */
			CONFLICTS,

			/** What makes a submission complete. */
			SUBMISSION,

			/** Money. */
			FINANCE

		}

		/** How far a rule binds. */
		public enum Strength {

			/** Must be kept. */
			REQUIRED("Required"),

			/** Advised by the source. */
			RECOMMENDED("Recommended"),

			/** May be claimed. */
			RIGHT("A right");

			private final String label;

			Strength(String label) {
				this.label = label;
			}

			/** In plain English. */
			public String label() {
				return this.label;
			}

		}

	}

	/**
	 * A step towards an approved arrangement; {@code deadline} is the key of the deadline
	 * that dates it, or null.
	 */
	public record Step(String key, String title, String who, String text, @Nullable String deadline,
			List<String> models, List<Citation> citations) implements ForModels {
	}

	/** A frequent question. */
	public record Question(String key, String question, String answer, List<Citation> citations) implements Entry {
	}

	/**
	 * A model by its key.
	 * @throws NotFound if the edition has no such model
	 */
	public Model model(String key) {
		return byKey(this.models, key, "model");
	}

	/**
	 * A function by its key.
	 * @throws NotFound if the edition has no such function
	 */
	public Function function(String key) {
		return byKey(this.functions, key, "function");
	}

	/**
	 * A deadline by its key.
	 * @throws NotFound if the edition has no such deadline
	 */
	public Deadline deadline(String key) {
		return byKey(this.deadlines, key, "deadline");
	}

	/**
	 * What the edition says of a function under a model.
	 * @return an entry without statements when the edition is silent
	 * @throws NotFound if the edition has no such function or model
	 */
	public ScopeEntry scope(String function, String model) {
		for (ScopeEntry entry : this.scope) {
			if (entry.function().equals(function) && entry.model().equals(model)) {
				return entry;
			}
		}
		return new ScopeEntry(function(function).key(), model(model).key(), List.of());
	}

	/**
	 * The deadline of the proposal or application for a model; null when the edition
	 * states none.
	 */
	public @Nullable Deadline submission(String model) {
		for (Deadline deadline : deadlines(model)) {
			if (deadline.category() == Deadline.Category.SUBMISSION) {
				return deadline;
			}
		}
		return null;
	}

	/** The deadlines that hold for a model, the general ones among them. */
	public List<Deadline> deadlines(String model) {
		return forModel(this.deadlines, model);
	}

	/** What a model asks of a CCG. */
	public List<Requirement> requirements(String model) {
		return forModel(this.requirements, model);
	}

	/** What a model rests on in law. */
	public List<LegalBasis> legalBasis(String model) {
		return forModel(this.legalBasis, model);
	}

	/** The steps to an approved arrangement under a model. */
	public List<Step> steps(String model) {
		return forModel(this.steps, model);
	}

	/** What stays with NHS England under a model. */
	public List<ReservedFunction> reservedFunctions(String model) {
		return forModel(this.reservedFunctions, model);
	}

	/** The opportunities of a model. */
	public List<Consideration> opportunities(String model) {
		return considerations(model, Consideration.Category.OPPORTUNITY);
	}

	/** The threats of a model. */
	public List<Consideration> threats(String model) {
		return considerations(model, Consideration.Category.THREAT);
	}

	/** The rules of a category that hold for a model. */
	public List<Rule> rules(Rule.Category category, String model) {
		return forModel(this.rules, model).stream().filter((rule) -> rule.category() == category).toList();
	}

	/** The differences by aspect, in the order in which the edition first names it. */
	public Map<String, List<Difference>> differencesByAspect() {
		Map<String, List<Difference>> found = new LinkedHashMap<>();
		for (Difference difference : this.differences) {
			found.computeIfAbsent(difference.aspect(), (aspect) -> new ArrayList<>()).add(difference);
		}
		return found;
	}

	/** The year it is for, as people write it: {@code 2015/16}. */
	public String yearWords() {
		return this.forYear.replace('-', '/');
	}

	private List<Consideration> considerations(String model, Consideration.Category category) {
		return forModel(this.considerations, model).stream()
			.filter((consideration) -> consideration.category() == category)
			.toList();
	}

	private static <E extends ForModels> List<E> forModel(List<E> entries, String model) {
		return entries.stream().filter((entry) -> entry.isFor(model)).toList();
	}

	private <E extends Entry> E byKey(List<E> entries, String key, String what) {
		return entries.stream()
			.filter((entry) -> entry.key().equals(key))
			.findFirst()
			.orElseThrow(() -> new NotFound("The guidance %s has no %s \"%s\".".formatted(this.ref, what, key)));
	}

}
