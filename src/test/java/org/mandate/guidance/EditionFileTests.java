package org.mandate.guidance;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class EditionFileTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					level: joint               | level: shared               | scope, buying / together, statements, in force from 1999-04-01: "level" must be one of [none, involved, joint, full], not "shared"
					model: together            | model: apart                | scope, buying / apart: unknown model "apart"; this file has [together]
					function: buying           | function: selling           | scope, selling / together: unknown function "selling"; this file has [buying]
					models: [ together ]       | models: [ apart ]           | deadlines, sending: unknown model "apart"
					on: 1999-05-01             | on: 1999-02-30              | deadlines, sending: "on" must be a date such as 2015-01-31, not "1999-02-30"
					on: 1999-05-01             | at: noon                    | deadlines, sending: "at" must be a time such as 2015-01-09T12:00, not "noon"
					on: 1999-05-01             | by: 1999-05-01              | deadlines, sending: give exactly one of "at" (a time), "on" (a date) and "text"
					title: Send it             | titel: Send it              | deadlines, sending: "title" is missing
					kind: submission           | kind: submitting            | deadlines, sending: "kind" must be one of [submission, constitution
					key: sending               | key: Sending it             | deadlines, Sending it: a key has lower-case letters, digits and single hyphens
					section: "3"               | sektion: "3"                | deadlines, sending, sources, paper: "section" is missing
					document: paper, section: "3" | document: book, section: "3" | deadlines, sending, sources, book: unknown document "book"; this file has [paper]
					version: 1                 | version: one                | edition: "version" must be a whole number, not "one"
					for_year: 1999-00          | for_year: "1999"            | edition: "for_year" must be a year such as 2015-16, not "1999"
					name: Together             | name: [ Together ]          | models, together: "name" must be text
					deadlines:                 | deadline:                   | guidance/test.yaml: unknown field "deadline"
					""")
	void namesTheEntryThatIsWrong(String right, String wrong, String message) {
		assertThat(Files.SMALL).contains(right);
		assertThatExceptionOfType(InvalidGuidance.class)
			.isThrownBy(() -> Files.parse(Files.SMALL.replaceFirst(java.util.regex.Pattern.quote(right), wrong)))
			.withMessageStartingWith("guidance/test.yaml")
			.withMessageContaining(message);
	}

	@Test
	void refusesAnEntryWithoutSource() {
		String yaml = Files.SMALL.replace("    sources: [ { document: paper, section: \"3\" } ]\n", "");
		assertThatExceptionOfType(InvalidGuidance.class).isThrownBy(() -> Files.parse(yaml))
			.withMessage("guidance/test.yaml, deadlines, sending: an entry needs a source: document and section");
	}

	@Test
	void refusesAQuotationOfMoreThan25Words() {
		String words = "word ".repeat(25).strip();
		assertThat(Files.parse(Files.SMALL.replace("both of them", words)).edition().scope()).hasSize(1);
		assertThatExceptionOfType(InvalidGuidance.class)
			.isThrownBy(() -> Files.parse(Files.SMALL.replace("both of them", words + " more")))
			.withMessageContaining("sources, paper: \"quote\" quotes 26 words, at most 25 are allowed");
		assertThatExceptionOfType(InvalidGuidance.class)
			.isThrownBy(
					() -> Files.parse(Files.SMALL.replace("Both together", words + " more\n        as_printed: true")))
			.withMessageContaining("\"wording\" quotes 26 words");
	}

	@Test
	void refusesAKeyThatIsTaken() {
		String yaml = Files.SMALL + """
				  - key: sending
				    kind: go-live
				    title: Start
				    text: Some day
				    sources: [ { document: paper, section: "3" } ]
				""";
		assertThatExceptionOfType(InvalidGuidance.class).isThrownBy(() -> Files.parse(yaml))
			.withMessage("guidance/test.yaml, deadlines, sending: there is another deadline \"sending\" in this file");
	}

	@ParameterizedTest
	@ValueSource(strings = { "edition: [", "edition: { key: a, key: b }", "- a", "\"text\"", "" })
	void refusesWhatIsNoEditionAtAll(String yaml) {
		assertThatExceptionOfType(InvalidGuidance.class).isThrownBy(() -> Files.parse(yaml))
			.withMessageStartingWith("guidance/test.yaml: ");
	}

	@Test
	void hashesTheContentAndNotItsLayout() {
		String hash = Files.parse(Files.SMALL).sha256();
		assertThat(hash).matches("[0-9a-f]{64}");
		assertThat(Files.parse("# A comment\n" + Files.SMALL.replace("\n", "\r\n")).sha256()).isEqualTo(hash);
		assertThat(Files.parse(Files.SMALL.replace("Both together", "Both  together")).sha256()).isNotEqualTo(hash);
	}

	@ParameterizedTest
	@ValueSource(strings = { "next-steps-2014", "bma-2016" })
	void citesASourceForEveryEntryOfAShippedEdition(String key) {
		Edition edition = Files.shipped(key).edition();
		List<Edition.Entry> entries = entries(edition);
		assertThat(entries).hasSizeGreaterThan(90).allSatisfy((entry) -> {
			assertThat(entry.citations()).isNotEmpty();
			assertThat(entry.citations()).allSatisfy((citation) -> {
				assertThat(edition.documents()).contains(citation.document());
				assertThat(citation.section()).isNotBlank();
				if (citation.quote() != null) {
					assertThat(citation.quote().split("\\s+")).hasSizeLessThanOrEqualTo(25);
				}
			});
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "next-steps-2014", "bma-2016" })
	void quotesNoMoreThan25WordsFromATable(String key) {
		assertThat(Files.shipped(key).edition().scope()).flatExtracting(ScopeEntry::statements)
			.filteredOn(ScopeEntry.Statement::asPrinted)
			.isNotEmpty()
			.allSatisfy((statement) -> assertThat(statement.wording().split("\\s+")).hasSizeLessThanOrEqualTo(25));
	}

	static List<Edition.Entry> entries(Edition edition) {
		List<Edition.Entry> entries = new ArrayList<>(edition.models());
		edition.models().forEach((model) -> entries.addAll(model.aliases()));
		entries.addAll(edition.functions());
		edition.scope().forEach((cell) -> entries.addAll(cell.statements()));
		entries.addAll(edition.deadlines());
		edition.deadlines().forEach((deadline) -> entries.addAll(deadline.rivals()));
		entries.addAll(edition.requirements());
		entries.addAll(edition.sharedFunctions());
		entries.addAll(edition.differences());
		entries.addAll(edition.reservedFunctions());
		entries.addAll(edition.legalBasis());
		entries.addAll(edition.considerations());
		entries.addAll(edition.rules());
		entries.addAll(edition.steps());
		entries.addAll(edition.questions());
		return entries;
	}

}
