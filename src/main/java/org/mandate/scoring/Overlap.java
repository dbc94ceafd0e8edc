package org.mandate.scoring;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Two criteria that may say the same: what they measure would count twice (HM Treasury,
 * Green Book: criteria must not overlap). A warning only, by a simple measure. Words of
 * four letters or more are compared, without endings and without those that say little.
 * Two criteria are named when more than half of the words of the shorter name are in the
 * other's name, or at least four words and half of those of the shorter text (name and
 * description) are in the other's.
 *
 * @param one the earlier
 * @param other the later
 */
public record Overlap(Criterion one, Criterion other) {

	private static final Set<String> SAY_LITTLE = Set.of("potential", "option", "options", "would", "could", "should",
			"with", "that", "this", "from", "have", "what", "whether", "well", "much", "more", "most", "less", "than",
			"their", "there", "they", "those", "which", "into", "onto", "over", "under", "will", "does", "organisation",
			"organisation's", "primary", "care", "commissioning", "together", "able", "about", "also", "when", "where",
			"criterion", "local");

	static List<Overlap> among(List<Criterion> criteria) {
		List<Overlap> found = new ArrayList<>();
		for (int i = 0; i < criteria.size(); i++) {
			for (int j = i + 1; j < criteria.size(); j++) {
				if (saySame(criteria.get(i).wording(), criteria.get(j).wording())) {
					found.add(new Overlap(criteria.get(i), criteria.get(j)));
				}
			}
		}
		return found;
	}

	static boolean saySame(CriterionWording one, CriterionWording other) {
		Set<String> name = words(one.name());
		Set<String> otherName = words(other.name());
		int shortName = Math.min(name.size(), otherName.size());
		if (shortName > 0 && 2 * common(name, otherName) > shortName) {
			return true;
		}
		Set<String> text = words(one.name() + " " + one.description());
		Set<String> otherText = words(other.name() + " " + other.description());
		int common = common(text, otherText);
		return common >= 4 && 2 * common >= Math.min(text.size(), otherText.size());
	}

	private static int common(Set<String> words, Set<String> others) {
		Set<String> both = new HashSet<>(words);
		both.retainAll(others);
		return both.size();
	}

	private static Set<String> words(String text) {
		Set<String> words = new HashSet<>();
		for (String word : text.toLowerCase(Locale.UK).split("[^\\p{L}\\p{N}]+")) {
			if (word.codePointCount(0, word.length()) >= 4 && !SAY_LITTLE.contains(word)) {
				words.add(word.replaceAll("(?:ability|ities|ity|ing|ies|ed|es|s|y|able)$", ""));
			}
		}
		return words;
	}

	/** "Cost and Affordability". */
	public String names() {
		return this.one.name() + " and " + this.other.name();
	}

}
