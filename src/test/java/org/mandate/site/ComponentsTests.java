package org.mandate.site;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ComponentsTests {

	private final Components components = new Components();

	@Test
	void stacksPartsOfABarToItsWholeWidth() {
		List<Components.BarPart> parts = this.components.bar(List.of(9, 3, 2));
		assertThat(parts).extracting(Components.BarPart::count).containsExactly(9L, 3L, 2L);
		assertThat(parts).extracting(Components.BarPart::x)
			.containsExactly(new BigDecimal("0.000"), new BigDecimal("64.286"), new BigDecimal("85.714"));
		assertThat(parts).extracting(Components.BarPart::width)
			.containsExactly(new BigDecimal("64.286"), new BigDecimal("21.429"), new BigDecimal("14.286"));
		assertThat(parts.getFirst().middle()).isEqualTo(new BigDecimal("32.143"));
	}

	@Test
	void keepsTheLegendsPlaceOfAPartAfterOneOfNothing() {
		assertThat(this.components.bar(List.of(11, 0, 2))).extracting(Components.BarPart::series).containsExactly(1, 3);
	}

	@Test
	void drawsNothingWhereNothingIsCountedOrStated() {
		assertThat(this.components.bar(List.of(0, 0))).isEmpty();
		assertThat(this.components.bar(null)).isEmpty();
	}

	@Test
	void showsFirstLastAndNeighbouringPages() {
		assertThat(this.components.pages(10, 40)).containsExactly(1, 0, 8, 9, 10, 11, 12, 0, 40);
		assertThat(this.components.pages(1, 1)).containsExactly(1);
		assertThat(this.components.pages(4, 7)).containsExactly(1, 2, 3, 4, 5, 6, 7);
		assertThat(this.components.pages(5, 8)).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
	}

	@Test
	void keepsAbbreviationsInsideSentences() {
		assertThat(this.components.inSentence("Votes for model 2")).isEqualTo("votes for model 2");
		assertThat(this.components.inSentence("CCG")).isEqualTo("CCG");
		assertThat(this.components.inSentence("")).isEmpty();
	}

	@Test
	void namesThePropertyThatARowLacks() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.components.rows(List.of(Map.of("value", "9"))))
			.withMessageContaining("key");
	}

}
