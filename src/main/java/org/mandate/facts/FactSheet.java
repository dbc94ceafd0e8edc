package org.mandate.facts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The figures of an appraisal at one moment, for one kind of reader.
 */
public final class FactSheet {

	private final Map<String, Fact> facts = new LinkedHashMap<>();

	/**
	 * A sheet of figures; of two with one key the first counts.
	 * @param facts in the order in which they are listed
	 */
	public FactSheet(Collection<Fact> facts) {
		facts.forEach((fact) -> this.facts.putIfAbsent(fact.key(), fact));
	}

	/**
	 * Figures that belong together.
	 *
	 * @param name their heading
	 * @param facts in order
	 */
	public record Group(String name, List<Fact> facts) {

		public Group {
			facts = List.copyOf(facts);
		}

	}

	/** Every figure, in order. */
	public List<Fact> all() {
		return List.copyOf(this.facts.values());
	}

	/** A figure by its key; empty when it is not, or no longer, on record. */
	public Optional<Fact> find(String key) {
		return Optional.ofNullable(this.facts.get(key));
	}

	/** All of them under their headings. */
	public List<Group> groups() {
		Map<String, List<Fact>> groups = new LinkedHashMap<>();
		this.facts.values()
			.forEach((fact) -> groups.computeIfAbsent(fact.group(), (name) -> new ArrayList<>()).add(fact));
		return groups.entrySet().stream().map((group) -> new Group(group.getKey(), group.getValue())).toList();
	}

	/** Numbers in a text that contradict these figures. */
	public List<Contradiction> contradictions(String text) {
		return new Contradictions(all()).in(text);
	}

}
