package org.mandate.recommendations;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.mandate.recommendations.WordDifference.Part;

import static org.assertj.core.api.Assertions.assertThat;

class WordDifferenceTests {

	/** Few words, so that texts have some in common. */
	private static final List<String> WORDS = List.of("joint", "approach", "review", "year");

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

	@RepeatedTest(100)
	void givesBackBothTexts(RepetitionInfo repetition) {
		Random random = new Random(repetition.getCurrentRepetition());
		String earlier = text(random);
		String later = text(random);
		List<Part> parts = WordDifference.between(earlier, later);
		assertThat(words(parts, Part.Kind.ADDED)).isEqualTo(earlier);
		assertThat(words(parts, Part.Kind.REMOVED)).isEqualTo(later);
	}

	@Test
	void comparesLongTextsWithoutTakingMuchRoom() {
		String long1 = IntStream.range(0, 3000).mapToObj((at) -> "word" + at).collect(Collectors.joining(" "));
		String long2 = IntStream.range(0, 3000).mapToObj((at) -> "other" + at).collect(Collectors.joining(" "));
		assertThat(WordDifference.between(long1, long2)).extracting(Part::kind)
			.containsExactly(Part.Kind.REMOVED, Part.Kind.ADDED);
		assertThat(WordDifference.between(long1, long1.replace("word7 ", "seven "))).hasSize(4);
		String sentences = IntStream.range(0, 1500)
			.mapToObj((at) -> "It is so " + at + ".")
			.collect(Collectors.joining(" "));
		List<Part> parts = WordDifference.between("A first. " + sentences + " A last.",
				"Another first. " + sentences.replace("so 700.", "not so.") + " Another last.");
		assertThat(parts).anyMatch((part) -> !part.same() && part.text().contains("It is so 700."))
			.anyMatch((part) -> part.added() && part.text().contains("It is not so."));
		assertThat(words(parts, Part.Kind.REMOVED)).startsWith("Another first.").endsWith("Another last.");
		String none = "a. ".repeat(6000);
		assertThat(WordDifference.between(none, "b. ".repeat(6000))).hasSize(2);
	}

	private static String text(Random random) {
		return random.ints(random.nextInt(13), 0, WORDS.size()).mapToObj(WORDS::get).collect(Collectors.joining(" "));
	}

	private static String words(List<Part> parts, Part.Kind without) {
		return parts.stream()
			.filter((part) -> part.kind() != without)
			.map((part) -> part.text().strip())
			.collect(Collectors.joining(" "));
	}

}
