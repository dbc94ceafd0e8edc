package org.mandate.organisations;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mandate.organisations.Parsed.Place;

import static org.assertj.core.api.Assertions.assertThat;

class OtherFilesTests {

	@Test
	void addsUpTheEighteenColumnsOfTheRealListSizes() {
		Parsed parsed = ListSizeFile.parse(Files.read(Files.LIST_SIZES), "10Q");
		assertThat(parsed.problems()).isEmpty();
		assertThat(parsed.sizes()).hasSize(80);
		assertThat(parsed.sizes().get("K84001").patients()).isEqualTo(10419);
		assertThat(parsed.sizes().get("K84004").patients()).isEqualTo(15258);
	}

	@Test
	void leavesOutTheListSizesOfOthers() {
		Parsed parsed = ListSizeFile.parse(Files.read(Files.LIST_SIZES), "04R");
		assertThat(parsed.sizes()).isEmpty();
		assertThat(parsed.problems().getFirst().problem()).startsWith("None of the 80 rows belongs to 04R");
	}

	@Test
	void refusesListSizesThatAreNoWholeNumbers() {
		String file = new String(Files.read(Files.LIST_SIZES), StandardCharsets.UTF_8);
		for (String wrong : new String[] { "-205", "205.5", "1000000000000", "two", "" }) {
			Parsed parsed = ListSizeFile.parse(Files.bytes(file.replaceFirst("K84010,205,", "K84010," + wrong + ",")),
					"10Q");
			assertThat(parsed.problems()).singleElement().satisfies((problem) -> {
				assertThat(problem.row()).isEqualTo(2);
				assertThat(problem.field()).isEqualTo("Male 0-4");
				assertThat(problem.problem()).endsWith("is not a number of patients");
			});
		}
	}

	@Test
	void refusesListSizesWithAColumnMissing() {
		String file = new String(Files.read(Files.LIST_SIZES), StandardCharsets.UTF_8);
		Parsed parsed = ListSizeFile.parse(Files.bytes(file.replaceFirst(",Female 75\\+", "")), "10Q");
		assertThat(parsed.problems()).singleElement()
			.extracting(RowProblem::problem)
			.asString()
			.contains("18 columns from Male 0-4 to Female 75+");
	}

	@ParameterizedTest
	@CsvSource({ "Patient_List_Size_2015_01-03.csv,2015Q1", "list 2014-10-12.csv,2014Q4", "sizes_2016Q2.csv,2016Q2",
			"sizes-2016-q3.csv,2016Q3" })
	void findsTheQuarterInTheNameOfAFile(String name, String quarter) {
		assertThat(ListSizeFile.quarter(name)).contains(quarter);
	}

	@ParameterizedTest
	@CsvSource({ "sizes.csv", "Patient_List_Size_2015_01-06.csv", "epraccur2015.csv" })
	void findsNoQuarterWhereANameStatesNone(String name) {
		assertThat(ListSizeFile.quarter(name)).isEmpty();
	}

	@Test
	void readsTheInferredLocalitiesInTheirOrder() {
		Parsed parsed = LocalityFile.parse(Files.read(Files.LOCALITIES));
		assertThat(parsed.problems()).isEmpty();
		assertThat(parsed.places()).hasSize(80).allSatisfy((code, place) -> assertThat(place.inferred()).isTrue());
		assertThat(parsed.places().values().stream().map(Place::locality).distinct()).containsExactly("North",
				"North East", "City", "South East", "South West", "West");
	}

	@Test
	void takesALocalityAsStatedUnlessTheFileSaysOtherwise() {
		Parsed parsed = LocalityFile.parse(Files.bytes("Practice_Code,Locality\nk84001,South East\n"));
		assertThat(parsed.places()).containsEntry("K84001", new Place(2, "South East", false, null));
	}

	@Test
	void namesTheProblemsOfALocalityList() {
		Parsed parsed = LocalityFile.parse(Files.bytes("""
				practice_code,locality,inferred
				K84001,City,maybe
				K84002,,no
				K84003,City,no
				K84003,West,no
				K84004,City
				"""));
		assertThat(parsed.problems()).extracting(RowProblem::row).containsExactly(2L, 3L, 5L, 6L);
		assertThat(LocalityFile.parse(Files.bytes("code,place\nK84001,City\n")).problems().getFirst().problem())
			.contains("practice_code and locality");
	}

}
