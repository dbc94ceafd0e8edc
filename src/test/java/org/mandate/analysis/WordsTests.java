package org.mandate.analysis;

import java.math.BigDecimal;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.mandate.scoring.Performance.Alternative;

import static org.assertj.core.api.Assertions.assertThat;

class WordsTests {

	private static Alternative named(String label) {
		return new Alternative(label, label, label, true, List.of(), null);
	}

	@Test
	void marksTellOptionsApart() {
		assertThat(Words.marks(List.of(named("Option 1"), named("Option 12"), named("No change"), named("federation"))))
			.containsExactly("1", "12", "NC", "F");
		assertThat(Words.marks(List.of(named("Option 1"), named("Model 1"), named("😀 way")))).containsExactly("A", "B",
				"C");
		assertThat(Words.marks(List.of(named("😀 way"), named("1")))).containsExactly("😀W", "1");
	}

	@Test
	void poundsAndPlacesReadAsPeopleWriteThem() {
		assertThat(Words.pounds(new BigDecimal("64000"))).isEqualTo("£64,000");
		assertThat(Words.pounds(new BigDecimal("64000.5"))).isEqualTo("£64,000.50");
		assertThat(Words.pounds(new BigDecimal("0.00"))).isEqualTo("£0");
		assertThat(List.of(1, 2, 3, 4, 11, 12, 13, 21).stream().map(Words::ordinal)).containsExactly("1st", "2nd",
				"3rd", "4th", "11th", "12th", "13th", "21st");
		assertThat(Words.list(List.of("A", "B", "C"))).isEqualTo("A, B and C");
	}

	@Test
	void figuresAreRoundedOnceAndHalfUp() {
		assertThat(Fraction.of(1, 200).decimal()).isEqualTo("0.01");
		assertThat(Fraction.of(1, 201).decimal()).isEqualTo("0.00");
		assertThat(Fraction.of(1, 201).difference()).isEqualTo("0.005");
		assertThat(Fraction.of(0).difference()).isEqualTo("0.00");
		assertThat(Fraction.of(1, 3).percent()).isEqualTo("33.3%");
		assertThat(Fraction.of(3333, 10_000).percentBeside(Fraction.of(1, 3))).isEqualTo("33.330%");
		assertThat(Fraction.of(6, -4)).isEqualTo(Fraction.of(-3, 2)).hasToString("-3/2");
	}

}
