package org.mandate.voices;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * The three voices, and where they differ. Papers carry {@link #sentence()} as it is.
 *
 * @param members the members' vote
 * @param executive the executive's view
 * @param scores the panel's scores
 * @param view the executive's view as recorded; null before
 */
public record ThreeVoices(Voice members, Voice executive, Voice scores, @Nullable ExecutiveView view) {

	/** How the voices stand to one another. */
	public enum Agreement {

		/** All three name the same option. */
		AGREE("The voices agree"),

		/** At least two cannot both have what they prefer. */
		DIFFER("The voices differ"),

		/** None contradicts another, and not all can be compared. */
		OPEN("No disagreement so far"),

		/** No two of them name an option. */
		NOTHING("Nothing to compare yet");

		private final String label;

		Agreement(String label) {
			this.label = label;
		}

		/** As shown. */
		public String label() {
			return this.label;
		}

	}

	/** In the order of the page and of the sentence. */
	public List<Voice> all() {
		return List.of(this.members, this.executive, this.scores);
	}

	/** How they stand to one another. */
	public Agreement agreement() {
		List<Voice> naming = all().stream().filter(Voice::names).toList();
		if (naming.stream().anyMatch((one) -> naming.stream().anyMatch((other) -> disjoint(one, other)))
				|| rejects(naming)) {
			return Agreement.DIFFER;
		}
		if (naming.size() < 2) {
			return Agreement.NOTHING;
		}
		return (naming.size() == 3 && naming.stream().map(ThreeVoices::keys).distinct().count() == 1) ? Agreement.AGREE
				: Agreement.OPEN;
	}

	private static boolean disjoint(Voice one, Voice other) {
		return keys(one).stream().noneMatch(keys(other)::contains);
	}

	private boolean rejects(List<Voice> naming) {
		return all().stream().anyMatch((voice) -> isNamed(voice.rejected(), naming));
	}

	/** Only an option that a voice names alone is contradicted when it is turned down. */
	private static boolean isNamed(Voice.@Nullable Named rejected, List<Voice> naming) {
		return rejected != null && naming.stream().anyMatch((voice) -> keys(voice).equals(List.of(rejected.key())));
	}

	private static List<String> keys(Voice voice) {
		return voice.named().stream().map(Voice.Named::key).sorted().toList();
	}

	/**
	 * Where the voices agree, where they differ and what is not known, in one sentence.
	 */
	public String sentence() {
		Map<List<String>, List<Voice>> groups = all().stream()
			.filter(Voice::names)
			.collect(Collectors.groupingBy(ThreeVoices::keys, LinkedHashMap::new, Collectors.toList()));
		List<String> parts = new ArrayList<>();
		if (!groups.isEmpty()) {
			parts.add(named(groups.values().stream().toList()));
		}
		for (Voice voice : all()) {
			if (voice.remark() != null) {
				boolean against = isNamed(voice.rejected(), groups.values().stream().flatMap(List::stream).toList());
				String but = (groups.size() > 1) ? "and " : "but ";
				parts.add((against ? but : "") + voice.remark());
			}
		}
		List<Voice> unknown = all().stream().filter(Voice::isUnknown).toList();
		if (unknown.size() == 3) {
			return "What the members prefer, what the executive prefers and what the panel’s scores put first are not yet known.";
		}
		if (!unknown.isEmpty()) {
			parts.add("%s %s not yet known".formatted(
					and(unknown.stream().map((voice) -> voice.kind().question()).toList()),
					(unknown.size() == 1) ? "is" : "are"));
		}
		return StringUtils.capitalize(String.join("; ", parts).replaceAll("; (but|and) ", ", $1 ")) + ".";
	}

	private static String named(List<List<Voice>> groups) {
		List<String> phrases = groups.stream().map(ThreeVoices::phrase).toList();
		return switch (phrases.size()) {
			case 1 -> phrases.getFirst();
			case 2 -> {
				boolean apart = disjoint(groups.getFirst().getFirst(), groups.getLast().getFirst());
				yield phrases.getFirst() + (apart ? ", but " : ", while ") + phrases.getLast();
			}
			default -> "no two of the three voices say the same: %s, %s, and %s".formatted(phrases.toArray());
		};
	}

	/** "the members and the executive preferred Option 2: Joint commissioning". */
	private static String phrase(List<Voice> group) {
		String subject = and(group.stream().map((voice) -> voice.kind().subject()).toList());
		String options = and(group.getFirst().named().stream().map(Voice.Named::title).toList());
		boolean scores = group.stream().anyMatch((voice) -> voice.kind() == Voice.Kind.SCORES);
		if (!scores) {
			return subject + " preferred " + options;
		}
		String level = (group.getFirst().named().size() > 1) ? " level" : "";
		return "%s%s put %s%s first".formatted(subject, (group.size() == 3) ? " all" : "", options, level);
	}

	private static String and(List<String> words) {
		return (words.size() < 2) ? String.join("", words)
				: String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.getLast();
	}

}
