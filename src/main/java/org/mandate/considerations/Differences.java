package org.mandate.considerations;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.mandate.guidance.Citation;
import org.mandate.guidance.Edition;
import org.mandate.guidance.ScopeEntry;

/**
 * What the models of an edition share, and what only one has (Oxfordshire paper, sections
 * 2.2 and 2.3), from the edition alone; for any number of models. Levels are those in
 * force on the appraisal's day.
 *
 * @param models in the order of the edition
 * @param shared what several models cover alike, by the models that do
 * @param reserved what stays with NHS England, by the models under which it does
 * @param gains what each model gives more of than others
 * @param aspects how they differ, aspect by aspect
 */
public record Differences(List<Model> models, List<Together<Edition.SharedFunction>> shared,
		List<Together<Edition.ReservedFunction>> reserved, List<Gains> gains, List<Aspect> aspects) {

	/**
	 * A model.
	 *
	 * @param key of the edition
	 * @param label "Option 2"
	 * @param name "Joint commissioning"
	 */
	public record Model(String key, String label, String name) {

		/** "Option 2: Joint commissioning". */
		public String title() {
			return this.label.equals(this.name) ? this.name : this.label + ": " + this.name;
		}

	}

	/**
	 * What holds for the same models.
	 *
	 * @param models which, at least one
	 * @param all whether these are all models
	 * @param entries in the order of the edition
	 */
	public record Together<E extends Edition.Entry>(List<Model> models, boolean all, List<E> entries) {

		/** "Option 2 and Option 3". */
		public String words() {
			return Words.list(this.models.stream().map(Model::label).toList());
		}

	}

	/**
	 * A function of which a model gives more.
	 *
	 * @param function which
	 * @param offered what the model says
	 * @param rivals what other sources say of the same model, with their dates
	 * @param others what the others say, "Option 2: Joint decision"
	 * @param citations sources of both sides
	 */
	public record Gain(Edition.Function function, ScopeEntry.Statement offered, List<ScopeEntry.Statement> rivals,
			List<String> others, List<Citation> citations) {

		/** "Option 1: No role; Option 2: Joint decision". */
		public String othersWords() {
			return String.join("; ", this.others);
		}

	}

	/**
	 * What a model gives more of.
	 *
	 * @param model which
	 * @param thanAll functions of which it gives more than every other model that the
	 * guidance speaks of
	 * @param before the model before it in the edition; null for the first
	 * @param thanBefore functions of which it gives more than that
	 */
	public record Gains(Model model, List<Gain> thanAll, @Nullable Model before, List<Gain> thanBefore) {

		/** "Option 3 gives more than any other model for 5 functions". */
		public String words() {
			return this.model.label() + " gives more than any other model for "
					+ Words.number(this.thanAll.size(), "function", "functions") + ".";
		}

		/** Whether the comparison with the model before says anything new. */
		public boolean isStepOfItsOwn() {
			return this.before != null && !functions(this.thanBefore).equals(functions(this.thanAll));
		}

		private static Set<String> functions(List<Gain> gains) {
			return gains.stream().map((gain) -> gain.function().key()).collect(Collectors.toSet());
		}

	}

	/**
	 * An aspect on which models differ.
	 *
	 * @param name such as "Who decides"
	 * @param said what the edition says of each model, in their order; null where nothing
	 */
	public record Aspect(String name, List<Edition.@Nullable Difference> said) {
	}

	static Differences of(Edition edition, LocalDate day) {
		List<Model> models = edition.models().stream().map(Differences::model).toList();
		List<Gains> gains = new ArrayList<>();
		for (int at = 0; at < models.size(); at++) {
			Model model = models.get(at);
			List<Model> others = models.stream().filter((other) -> !other.equals(model)).toList();
			Model before = (at > 0) ? models.get(at - 1) : null;
			gains.add(new Gains(model, gains(edition, day, model, others), before,
					(before != null) ? gains(edition, day, model, List.of(before)) : List.of()));
		}
		List<Aspect> aspects = edition.differencesByAspect()
			.entrySet()
			.stream()
			.map((entry) -> new Aspect(entry.getKey(), said(models, entry.getValue())))
			.toList();
		return new Differences(models, together(models, edition.sharedFunctions()),
				together(models, edition.reservedFunctions()), gains, aspects);
	}

	/**
	 * How many functions several models share, and which give most, in a sentence each.
	 */
	public List<String> findings() {
		List<String> findings = new ArrayList<>();
		this.shared.stream()
			.filter((together) -> together.models().size() > 1)
			.forEach((together) -> findings.add("%s share %s.".formatted(together.words(),
					Words.number(together.entries().size(), "function", "functions"))));
		this.gains.stream().filter((each) -> !each.thanAll().isEmpty()).map(Gains::words).forEach(findings::add);
		List<String> none = this.gains.stream()
			.filter((each) -> each.thanAll().isEmpty())
			.map((each) -> each.model().label())
			.toList();
		if (!none.isEmpty() && none.size() < this.gains.size()) {
			findings.add("%s %s nothing that no other model gives as much of.".formatted(Words.list(none),
					(none.size() == 1) ? "gives" : "give"));
		}
		return findings;
	}

	private static Model model(Edition.Model model) {
		return new Model(model.key(), model.aliases().isEmpty() ? model.name() : model.aliases().getFirst().name(),
				model.name());
	}

	/**
	 * Functions of which a model gives more than each of the others that are spoken of.
	 */
	private static List<Gain> gains(Edition edition, LocalDate day, Model model, List<Model> others) {
		List<Gain> gains = new ArrayList<>();
		for (Edition.Function function : edition.functions()) {
			ScopeEntry entry = edition.scope(function.key(), model.key());
			ScopeEntry.Statement offered = entry.inForceOn(day);
			Map<Model, ScopeEntry.Statement> known = new LinkedHashMap<>();
			others.forEach((other) -> {
				ScopeEntry.Statement said = edition.scope(function.key(), other.key()).inForceOn(day);
				if (said != null) {
					known.put(other, said);
				}
			});
			if (offered == null || known.isEmpty()
					|| !known.values().stream().allMatch((said) -> offered.level().exceeds(said.level()))) {
				continue;
			}
			Set<Citation> citations = new LinkedHashSet<>(offered.citations());
			known.values().forEach((said) -> citations.addAll(said.citations()));
			List<ScopeEntry.Statement> rivals = entry.statements()
				.stream()
				.filter((said) -> !said.equals(offered))
				.toList();
			rivals.forEach((said) -> citations.addAll(said.citations()));
			gains.add(new Gain(function, offered, rivals,
					known.entrySet()
						.stream()
						.map((other) -> other.getKey().label() + ": " + other.getValue().level().label())
						.toList(),
					List.copyOf(citations)));
		}
		return gains;
	}

	private static <E extends Edition.ForModels> List<Together<E>> together(List<Model> models, List<E> entries) {
		Map<List<Model>, List<E>> found = new LinkedHashMap<>();
		for (E entry : entries) {
			Predicate<Model> covered = (model) -> entry.isFor(model.key());
			found.computeIfAbsent(models.stream().filter(covered).toList(), (key) -> new ArrayList<>()).add(entry);
		}
		return found.entrySet()
			.stream()
			.map((entry) -> new Together<>(entry.getKey(), entry.getKey().size() == models.size(), entry.getValue()))
			.toList();
	}

	private static List<Edition.@Nullable Difference> said(List<Model> models, List<Edition.Difference> differences) {
		List<Edition.@Nullable Difference> said = new ArrayList<>();
		for (Model model : models) {
			said.add(differences.stream()
				.filter((difference) -> difference.model().equals(model.key()))
				.findFirst()
				.orElse(null));
		}
		return said;
	}

}
