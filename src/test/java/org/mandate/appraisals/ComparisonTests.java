package org.mandate.appraisals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mandate.appraisals.Comparison.Change;
import org.mandate.guidance.Edition;
import org.mandate.guidance.EditionRef;
import org.mandate.guidance.Level;
import org.mandate.guidance.ScopeEntry;

import static org.assertj.core.api.Assertions.assertThat;

class ComparisonTests {

	private static final LocalDate DAY = LocalDate.of(2015, 1, 29);

	private final List<ScopeEntry> scope = new ArrayList<>();

	private final Map<String, CurrentLevel> current = new HashMap<>();

	@ParameterizedTest
	@CsvSource({ "NONE,NONE,SAME", "NONE,INVOLVED,LESS", "NONE,FULL,LESS", "INVOLVED,NONE,MORE", "INVOLVED,JOINT,LESS",
			"JOINT,JOINT,SAME", "JOINT,INVOLVED,MORE", "JOINT,FULL,LESS", "FULL,JOINT,MORE", "FULL,FULL,SAME" })
	void ordersLevels(Level offered, Level today, Change expected) {
		assertThat(Change.of(offered, today)).isEqualTo(expected);
	}

	@Test
	void neitherGainsNorLosesWhereALevelIsNotKnown() {
		assertThat(Change.of(Level.FULL, null)).isEqualTo(Change.NOT_RECORDED);
		assertThat(Change.of(null, Level.FULL)).isEqualTo(Change.NOT_STATED);
		assertThat(Change.of(null, null)).isEqualTo(Change.NOT_STATED);
	}

	@Test
	void namesTheFunctionsOfALoss() {
		offers("contracts", Level.INVOLVED);
		offers("schemes", Level.NONE);
		offers("budget", Level.NONE);
		offers("complaints", Level.JOINT);
		today("contracts", Level.JOINT);
		today("schemes", Level.JOINT);
		today("budget", Level.NONE);
		today("complaints", Level.INVOLVED);
		assertThat(sentence()).isEqualTo(
				"Option 1 would be less than today for 2 functions (GP contracts; local schemes), the same for 1 and more for 1.");
	}

	@Test
	void namesTheFunctionsOfAGainWhereNothingIsLost() {
		offers("contracts", Level.FULL);
		offers("schemes", Level.NONE);
		offers("budget", Level.NONE);
		offers("complaints", Level.NONE);
		for (String function : List.of("contracts", "schemes", "budget", "complaints")) {
			today(function, Level.NONE);
		}
		assertThat(sentence()).isEqualTo(
				"Option 1 would be more than today for 1 function (GP contracts), the same for 3 and less for none.");
	}

	@Test
	void saysWhenNothingWouldChange() {
		for (String function : List.of("contracts", "schemes", "budget", "complaints")) {
			offers(function, Level.JOINT);
			today(function, Level.JOINT);
		}
		assertThat(sentence()).isEqualTo("Option 1 would be the same as today for all 4 functions.");
	}

	@Test
	void saysWhatCannotBeCompared() {
		offers("contracts", Level.INVOLVED);
		offers("schemes", Level.INVOLVED);
		offers("budget", Level.NONE);
		today("contracts", Level.JOINT);
		today("complaints", Level.JOINT);
		assertThat(sentence())
			.isEqualTo("Option 1 would be less than today for 1 function (GP contracts), the same for none "
					+ "and more for none. 2 functions cannot be compared: today’s level is not recorded yet. "
					+ "1 function cannot be compared: the guidance does not state what it would be.");
		assertThat(comparison().missing()).isEqualTo(2);
	}

	@Test
	void comparesNothingWhileNothingIsRecorded() {
		offers("contracts", Level.FULL);
		assertThat(sentence()).startsWith("Option 1 cannot be compared with today yet.");
		assertThat(comparison().options().getFirst().verdict().tally()).isEmpty();
	}

	@Test
	void usesTheStatementInForceOnTheAppraisalsDateAndKeepsTheOther() {
		ScopeEntry.Statement early = statement(Level.FULL, LocalDate.of(2014, 11, 10), null);
		ScopeEntry.Statement late = statement(Level.NONE, LocalDate.of(2015, 3, 1), "March 2015");
		this.scope.add(new ScopeEntry("contracts", "one", List.of(early, late)));
		today("contracts", Level.JOINT);

		Comparison.Cell before = cell(LocalDate.of(2015, 2, 28));
		assertThat(before.used()).isEqualTo(early);
		assertThat(before.change()).isEqualTo(Change.MORE);
		assertThat(before.rivals()).containsExactly(late);
		assertThat(before.why(early))
			.isEqualTo("Used here: in force on 28 February 2015, the date this appraisal speaks for.");
		assertThat(before.why(late))
			.isEqualTo("Not used here: in force from March 2015, so not yet on 28 February 2015, "
					+ "the date this appraisal speaks for.");

		Comparison.Cell after = cell(LocalDate.of(2015, 3, 1));
		assertThat(after.used()).isEqualTo(late);
		assertThat(after.change()).isEqualTo(Change.LESS);
		assertThat(after.rivals()).containsExactly(early);
		assertThat(after.why(early)).startsWith("Not used here: a later statement was in force on 1 March 2015");

		Comparison.Cell tooEarly = cell(LocalDate.of(2014, 11, 9));
		assertThat(tooEarly.used()).isNull();
		assertThat(tooEarly.change()).isEqualTo(Change.NOT_STATED);
	}

	private Comparison.Cell cell(LocalDate day) {
		return Comparison.of(edition(), day, this.current).rows().getFirst().cells().getFirst();
	}

	private String sentence() {
		return comparison().options().getFirst().verdict().sentence();
	}

	private Comparison comparison() {
		return Comparison.of(edition(), DAY, this.current);
	}

	private void offers(String function, Level level) {
		this.scope.add(new ScopeEntry(function, "one", List.of(statement(level, LocalDate.of(2014, 11, 10), null))));
	}

	private void today(String function, Level level) {
		this.current.put(function,
				new CurrentLevel(function, level, "Words", "Evidence", Instant.EPOCH, "Somebody", 0));
	}

	private static ScopeEntry.Statement statement(Level level, LocalDate from, @Nullable String text) {
		return new ScopeEntry.Statement("key-" + from, level, "Words", true, null, from, text, List.of());
	}

	private Edition edition() {
		List<Edition.Function> functions = List.of(new Edition.Function("contracts", "GP contracts", List.of()),
				new Edition.Function("schemes", "Local schemes", List.of()),
				new Edition.Function("budget", "Budget", List.of()),
				new Edition.Function("complaints", "Complaints", List.of()));
		Edition.Model model = new Edition.Model("one", "Greater involvement", "",
				List.of(new Edition.Alias("a", "Option 1", List.of()), new Edition.Alias("b", "Model 1", List.of())),
				List.of());
		return new Edition(new EditionRef("test", 1), "Test", "", "2015-16", LocalDate.of(2014, 11, 10), List.of(),
				List.of(model), functions, this.scope, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
				List.of(), List.of(), List.of(), List.of());
	}

}
