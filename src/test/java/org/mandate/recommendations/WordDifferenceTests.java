package org.mandate.recommendations;

import java.util.List;
import java.util.stream.Collectors;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.mandate.recommendations.WordDifference.Part;

import static org.assertj.core.api.Assertions.assertThat;

class WordDifferenceTests {

	/** Few words, so that texts have some in common. */
	enum Word {

		JOINT, APPROACH, REVIEW, YEAR

	}

	@Test
	void namesTheWordsThatWereReplaced() {
		assertThat(WordDifference.between("a joint approach for 2015/16.", "a delegated approach for 2015/16."))
			.containsExactly(new Part(Part.Kind.SAME, "a "), new Part(Part.Kind.REMOVED, "joint "),
					new Part(Part.Kind.ADDED, "delegated "), new Part(Part.Kind.SAME, "approach for 2015/16."));
	}

	@Test
	void takesNothingForAnEmptyText() {
		assertThat(WordDifference.between(null, null)).isEmpty();
		assertThat(WordDifference.between(null, "all new")).containsExactly(new Part(Part.Kind.ADDED, "all new"));
		assertThat(WordDifference.between("all gone", null)).containsExactly(new Part(Part.Kind.REMOVED, "all gone"));
	}

	@Property(tries = 300)
	void givesBackBothTexts(@ForAll @Size(max = 12) List<Word> from, @ForAll @Size(max = 12) List<Word> to) {
		String earlier = text(from);
		String later = text(to);
		List<Part> parts = WordDifference.between(earlier, later);
		assertThat(words(parts, Part.Kind.ADDED)).isEqualTo(earlier);
		assertThat(words(parts, Part.Kind.REMOVED)).isEqualTo(later);
	}

	private static String text(List<Word> words) {
		return words.stream().map(Word::name).collect(Collectors.joining(" "));
	}

	private static String words(List<Part> parts, Part.Kind without) {
		return parts.stream()
			.filter((part) -> part.kind() != without)
			.map((part) -> part.text().strip())
			.collect(Collectors.joining(" "));
	}

}
