package org.mandate.considerations;

import java.math.BigDecimal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class AmountsTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			£64m            | 64000000.00
			64m             | 64000000.00
			64 million      | 64000000.00
			£64.25 million  | 64250000.00
			64,000,000      | 64000000.00
			£ 64,000,000.50 | 64000000.50
			64000000        | 64000000.00
			640k            | 640000.00
			1.5bn           | 1500000000.00
			0               | 0.00
			£0              | 0.00
			0.1             | 0.10
			-5              | -5.00
			−5              | -5.00
			-£5             | -5.00
			£-5             | -5.00
			(5,000)         | -5000.00
			1.234567m       | 1234567.00
			99,999,999,999.99 | 99999999999.99
			""")
	void understandsAmounts(String typed, BigDecimal pounds) {
		assertThat(Amounts.read(typed)).isEqualTo(pounds);
	}

	@ParameterizedTest
	@ValueSource(strings = { "abc", "6,4", "64,00", "64.000,50", "1.234.567", "--5", "-£-5", "£", "m", "5 6x", "٣",
			"NaN", "1e6", "0.001", "1000bn", "()", "0x10", "64m m" })
	void refusesWhatIsNoAmount(String typed) {
		assertThatExceptionOfType(Misread.class).isThrownBy(() -> Amounts.read(typed))
			.withMessageContaining("Enter an amount in pounds, such as");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			1%          | not a percentage
			about £64m  | tick that it is approximate
			c. 64m      | tick that it is approximate
			~64m        | tick that it is approximate
			""")
	void saysWhatToTypeInstead(String typed, String message) {
		assertThatExceptionOfType(Misread.class).isThrownBy(() -> Amounts.read(typed)).withMessageContaining(message);
	}

	@Test
	void says() {
		assertThat(Amounts.about(new BigDecimal("64000000.00"))).isEqualTo("about £64 million");
		assertThat(Amounts.about(new BigDecimal("64250000"))).isEqualTo("about £64.25 million");
		assertThat(Amounts.about(new BigDecimal("64251000"))).isEqualTo("about £64,251,000");
		assertThat(Amounts.about(new BigDecimal("-2000000"))).isEqualTo("about −£2 million");
	}

	@ParameterizedTest
	@ValueSource(strings = { "64000000", "-5.5", "0", "0.01", "1234567.89" })
	void readsWhatItShowsInAForm(String typed) {
		assertThat(Amounts.typed(Amounts.read(typed))).isEqualTo(typed);
	}

	@ParameterizedTest
	@CsvSource({ "1, 1.00", "0.5, 0.50", "1.25, 1.25", ".5, 0.50", "2., 2.00", "0, 0.00", "1.50 FTE, 1.50",
			"99999.99, 99999.99", "1.100, 1.10" })
	void understandsFte(String typed, BigDecimal fte) {
		assertThat(Fte.read(typed)).isEqualTo(fte);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			-1      | cannot be below 0
			2,5     | Use a full stop
			1.255   | two decimals
			100000  | from 0 to 99,999
			one     | from 0 to 99,999
			.       | from 0 to 99,999
			""")
	void refusesOtherFte(String typed, String message) {
		assertThatExceptionOfType(Misread.class).isThrownBy(() -> Fte.read(typed)).withMessageContaining(message);
	}

}
