package org.mandate.voices;

import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mandate.voices.ThreeVoices.Agreement;

/**
 * The one sentence in which a paper names agreement, disagreement and what is not known.
 */
class ThreeVoicesTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"A|A|A|AGREE|The members, the executive and the panel’s scores all put Option A first.",
			"A|A|B|DIFFER|The members and the executive preferred Option A, but the panel’s scores put Option B first.",
			"A|B|A|DIFFER|The members and the panel’s scores put Option A first, but the executive preferred Option B.",
			"B|A|A|DIFFER|The members preferred Option B, but the executive and the panel’s scores put Option A first.",
			"A|B|C|DIFFER|No two of the three voices say the same: the members preferred Option A, the executive preferred Option B, and the panel’s scores put Option C first.",
			"A|?|B|DIFFER|The members preferred Option A, but the panel’s scores put Option B first; what the executive prefers is not yet known.",
			"A|A|?|OPEN|The members and the executive preferred Option A; what the panel’s scores put first is not yet known.",
			"?|A|A|OPEN|The executive and the panel’s scores put Option A first; what the members prefer is not yet known.",
			"?|A|?|NOTHING|The executive preferred Option A; what the members prefer and what the panel’s scores put first are not yet known.",
			"?|?|B|NOTHING|The panel’s scores put Option B first; what the members prefer and what the executive prefers are not yet known.",
			"?|?|?|NOTHING|What the members prefer, what the executive prefers and what the panel’s scores put first are not yet known.",
			"A|A|A+B|OPEN|The members and the executive preferred Option A, while the panel’s scores put Option A and Option B level first.",
			"C|C|A+B|DIFFER|The members and the executive preferred Option C, but the panel’s scores put Option A and Option B level first.",
			"A|B|A+B|DIFFER|No two of the three voices say the same: the members preferred Option A, the executive preferred Option B, and the panel’s scores put Option A and Option B level first.",
			"not A|A|B|DIFFER|The executive preferred Option A, but the panel’s scores put Option B first, and the members’ vote did not carry Option A.",
			"not A|A|?|DIFFER|The executive preferred Option A, but the members’ vote did not carry Option A; what the panel’s scores put first is not yet known.",
			"not A|B|B|OPEN|The executive and the panel’s scores put Option B first; the members’ vote did not carry Option A.",
			"not A|?|?|NOTHING|The members’ vote did not carry Option A; what the executive prefers and what the panel’s scores put first are not yet known.",
			"not A|?|A+B|NOTHING|The panel’s scores put Option A and Option B level first; the members’ vote did not carry Option A; what the executive prefers is not yet known.",
			"quorum|A|A|OPEN|The executive and the panel’s scores put Option A first; the members’ vote was not quorate." })
	void saysItInOneSentence(String members, String executive, String scores, Agreement agreement, String sentence) {
		ThreeVoices voices = new ThreeVoices(voice(Voice.Kind.MEMBERS, members), voice(Voice.Kind.EXECUTIVE, executive),
				voice(Voice.Kind.SCORES, scores), null);
		assertThat(voices.sentence()).isEqualTo(sentence);
		assertThat(voices.agreement()).isEqualTo(agreement);
	}

	/** Whatever is known: one sentence, and every option that a voice names is in it. */
	@Test
	void everyCombinationMakesOneSentenceThatNamesWhatIsKnown() {
		List<String> all = List.of("A", "B", "C", "?", "A+B", "A+B+C", "not A", "quorum");
		for (String members : all) {
			for (String executive : List.of("A", "B", "C", "?")) {
				for (String scores : List.of("A", "B", "C", "?", "A+B", "A+B+C")) {
					ThreeVoices voices = new ThreeVoices(voice(Voice.Kind.MEMBERS, members),
							voice(Voice.Kind.EXECUTIVE, executive), voice(Voice.Kind.SCORES, scores), null);
					assertThat(voices.sentence()).matches("[A-Z][^.]*\\.").doesNotContain("null", "[", "; ;");
					voices.all()
						.forEach((voice) -> voice.named()
							.forEach((named) -> assertThat(voices.sentence()).contains(named.title())));
					long unknown = voices.all().stream().filter(Voice::isUnknown).count();
					assertThat(voices.sentence().contains("not yet known")).isEqualTo(unknown > 0);
					assertThat(voices.agreement() == Agreement.AGREE)
						.isEqualTo(members.equals(executive) && executive.equals(scores) && !members.equals("?"));
				}
			}
		}
	}

	private static Voice voice(Voice.Kind kind, String said) {
		if (said.equals("?")) {
			return Voice.unknown(kind, "Not yet known", null);
		}
		if (said.equals("quorum")) {
			return Voice.remarking(kind, "the members’ vote was not quorate", "Not quorate", null);
		}
		Voice.@Nullable Named rejected = said.startsWith("not ") ? named(said.substring(4)) : null;
		if (rejected != null) {
			return new Voice(kind, List.of(), rejected, "the members’ vote did not carry " + rejected.title(),
					"Not carried", null);
		}
		return Voice.naming(kind, Arrays.stream(said.split("\\+")).map(ThreeVoicesTests::named).toList(), "Said", null);
	}

	private static Voice.Named named(String key) {
		return new Voice.Named(key, "Option " + key);
	}

}
