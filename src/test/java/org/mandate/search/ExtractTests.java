package org.mandate.search;

import java.util.stream.Collectors;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ExtractTests {

	@ParameterizedTest
	@CsvSource({ "a [b] c,a (b) c", "[b],(b)", "a,a", "[a][b],(a)(b)", "a [b,a (b)", "a] b,a b", "[[a]],(a)",
			"<mark>[x]</mark>,<mark>(x)</mark>" })
	void keepsEveryWordAndNoMark(String marked, String parts) {
		Extract extract = Extract.of(marked.replace('[', Extract.START).replace(']', Extract.END));
		assertThat(extract.parts()
			.stream()
			.map((part) -> part.found() ? "(" + part.text() + ")" : part.text())
			.collect(Collectors.joining())).isEqualTo(parts);
	}

}
