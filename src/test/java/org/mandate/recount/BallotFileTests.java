package org.mandate.recount;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Files that are not the export of a ballot: each is refused with what is wrong.
 */
class BallotFileTests {

	private static final String GOOD = """
			{"counts": [], "votes": [], "mandate": {"format": "mandate-ballot", "version": 1,
			"organisation": {"code": "10Q"}, "year": "2015-16", "shown": "AS_STATED", "published": [],
			"audit": {"sequence": 1, "hash": "00"},
			"ballot": {"number": 1, "question": "?", "kind": "CONFIRM", "proposed": "a", "closed": null,
			"rule": {"weight": "PRACTICE", "base": "CAST", "threshold": "AT_LEAST", "percentage": 60, "scope": "OVERALL",
			"quorum": "NONE"}, "choices": [{"code": "a", "short_name": "A"}],
			"units": [{"slug": "u", "name": "U", "entitled": 1, "patients": 5, "electorate":
			[{"code": "P1", "name": "P", "patients": 5}], "rounds": [{"round": 1, "versions": [{"number": 1,
			"votes": {"a": 1}, "abstained": 0, "spoilt": 0, "conflicted_out": 0, "absent": 0, "roll": []}]}]}]}}}
			""";

	private static String problem(String file) {
		return problem(file.getBytes(StandardCharsets.UTF_8));
	}

	private static String problem(byte[] file) {
		try {
			Recount.of(file);
			return "none";
		}
		catch (UnreadableFile ex) {
			return String.valueOf(ex.getMessage());
		}
	}

	@Test
	void believesTheElectorateRatherThanItsNumber() {
		String file = GOOD.replace("\"entitled\": 1", "\"entitled\": 99999")
			.replace("\"votes\": {\"a\": 1}", "\"votes\": {}, \"not_stated\": \"a\"");
		assertThat(Recount.of(file.getBytes(StandardCharsets.UTF_8)).differences())
			.contains("U: entitled 99999, but the electorate lists 1 practice of it");
	}

	@Test
	void refusesMoreThanAnyBallotHas() {
		String practices = "{\"code\": \"P1\", \"name\": \"P\", \"patients\": 5},".repeat(2000);
		assertThat(problem(GOOD.replace("\"electorate\":\n[", "\"electorate\":\n[" + practices)))
			.isEqualTo("mandate.ballot.units has more than 200 units or 2,000 practices, more than any ballot.");
		String choices = "{\"code\": \"%d\", \"short_name\": \"A\"},";
		StringBuilder many = new StringBuilder();
		for (int i = 0; i < 10; i++) {
			many.append(choices.formatted(i));
		}
		assertThat(problem(GOOD.replace("\"choices\": [", "\"choices\": [" + many)))
			.isEqualTo("mandate.ballot.choices has more than 10 choices.");
	}

	@Test
	void readsWhatIsGood() {
		assertThat(problem(GOOD)).isEqualTo("none");
		assertThat(problem("\uFEFF" + GOOD)).isEqualTo("none");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', value = {
			"\"entitled\": 1 | \"entitled\": \"1\" | mandate.ballot.units[0].entitled is the text \"1\"; it must be a whole number, without quotation marks.",
			"\"entitled\": 1 | \"entitled\": -1 | mandate.ballot.units[0].entitled is -1; it cannot be negative.",
			"\"entitled\": 1 | \"entitled\": 1.5 | mandate.ballot.units[0].entitled is 1.5; it must be a whole number.",
			"\"entitled\": 1 | \"entitled\": 1e400 | mandate.ballot.units[0].entitled is 1E+400; it must be a whole number.",
			"\"entitled\": 1 | \"entitled\": 99999999999999999999999 | mandate.ballot.units[0].entitled is 99999999999999999999999, which is more than there can be.",
			"\"entitled\": 1, | ~~ | mandate.ballot.units[0].entitled is missing.",
			"\"version\": 1 | \"version\": 2 | The file has version 2 of the format; this recount knows version 1. Use a newer Mandate.",
			"mandate-ballot | else | mandate.format must be \"mandate-ballot\".",
			"\"CAST\" | \"LOUDEST\" | mandate.ballot.rule.base is \"LOUDEST\"; it must be one of EXPRESSED, CAST, ENTITLED.",
			"\"percentage\": 60 | \"percentage\": 0 | mandate.ballot.rule.percentage is 0; it must be at least 1 and at most 100.",
			"\"percentage\": 60 | \"percentage\": 101 | mandate.ballot.rule.percentage is 101; it must be at least 1 and at most 100.",
			"[{\"code\": \"a\", \"short_name\": \"A\"}] | [] | mandate.ballot.choices has no choice.",
			"\"electorate\": | \"electorate\": {}, \"e\": | mandate.ballot.units[0].electorate is {}; it must be a list.",
			"\"published\": [] | \"published\": null | mandate.published is null; it must be a list.",
			"\"audit\": { | \"audit\": [], \"a\": { | mandate.audit is []; it must be an object.",
			"\"entitled\": 1 | \"entitled\": 1, \"entitled\": 2 | The file is not JSON: it cannot be read from line" })
	void saysWhatIsWrongAndWhere(String from, String to, String message) {
		assertThat(GOOD).contains(from);
		assertThat(problem(GOOD.replace(from, to))).startsWith(message);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~',
			value = { "~~ | The file is empty.", "<html> | The file is not JSON: it cannot be read from line 1, column",
					"{} | This is JSON, but not the export of a ballot", "[] | The file is []; it must be an object.",
					"7 | The file is 7; it must be an object.",
					"{} {} | The file is not JSON: it cannot be read from line 1",
					"{\"mandate\": 7} | mandate is 7; it must be an object.", "{\"mandate\" | The file is not JSON" })
	void refusesWhatIsNoBallot(String file, String message) {
		assertThat(problem(file)).startsWith(message);
	}

	@Test
	void refusesWhatIsTooLargeOrTooDeep() {
		byte[] large = new byte[50 * 1024 * 1024];
		Arrays.fill(large, (byte) ' ');
		assertThat(problem(large)).startsWith("The file is larger than 16 MB");
		assertThat(problem("[".repeat(200_000))).startsWith("The file is nested more deeply");
		assertThat(problem("{\"a\":".repeat(100) + "1" + "}".repeat(100))).startsWith("The file is nested more deeply");
		assertThat(problem("[" + "9".repeat(2000) + "]")).startsWith("The file is nested more deeply, or has longer");
	}

	@Test
	void refusesBytesThatAreNoText() {
		byte[] noise = new byte[4096];
		new Random(7).nextBytes(noise);
		assertThatExceptionOfType(UnreadableFile.class).isThrownBy(() -> Recount.of(noise));
		assertThatExceptionOfType(UnreadableFile.class).isThrownBy(() -> Recount.of(new byte[] { 'P', 'K', 3, 4 }));
	}

}
