package org.mandate.forms;

import java.math.BigDecimal;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PoundsTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			64m            | 64000000.00   | £64,000,000
			£64 million    | 64000000.00   | £64,000,000
			1.25m          | 1250000.00    | £1,250,000
			0              | 0.00          | £0
			850k           | 850000.00     | £850,000
			1,234,567.8    | 1234567.80    | £1,234,567.80
			-£3,200        | -3200.00      | −£3,200
			£-3200.05      | -3200.05      | −£3,200.05
			−12            | -12.00        | −£12
			2bn            | 2000000000.00 | £2,000,000,000
			""")
	void understandsWhatPeopleType(String typed, BigDecimal pounds, String words) {
		assertThat(Pounds.parse(typed)).contains(pounds);
		assertThat(Pounds.words(pounds)).isEqualTo(words);
		assertThat(Pounds.parse(words)).contains(pounds);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "about 64m", "1,23", "12,34,567", "1.234", "0.001k1", "--5", "-£-5", "1e6", "64 mm",
			"999999999999999", "200bn", "£", "1.2.3", "NaN", "٣" })
	void refusesWhatIsNoSum(String typed) {
		assertThat(Pounds.parse(typed)).isEmpty();
	}

}
