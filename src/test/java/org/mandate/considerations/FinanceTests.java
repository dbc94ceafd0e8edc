package org.mandate.considerations;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the money comes to; amounts of an invented CCG.
 */
class FinanceTests {

	private final List<Finance.Line> lines = new ArrayList<>();

	@Test
	void takesTheBusinessRulesOffTheAllocationFirst() {
		whole();
		Finance finance = finance();
		assertThat(finance.rules().words()).isEqualTo("£1,950,000");
		assertThat(finance.available().words()).isEqualTo("£63,050,000");
		assertThat(finance.balance().words()).isEqualTo("−£1,450,000");
		assertThat(finance.finding())
			.isEqualTo("Not enough: spending and pressures exceed what may be spent by £1,450,000.");
	}

	@Test
	void isExactToThePenny() {
		for (Finance.Category category : Finance.Category.values()) {
			line(category, "A", category == Finance.Category.ALLOCATION ? "0.60" : "0.10", false);
		}
		assertThat(finance().balance().amount()).isEqualByComparingTo("0.10");
		assertThat(finance().finding()).isEqualTo("Enough: £0.10 remains after spending and pressures.");
	}

	@Test
	void neverTakesWhatIsMissingForNothing() {
		line(Finance.Category.ALLOCATION, "Primary medical services", "65000000", false);
		assertThat(finance().available().isKnown()).isFalse();
		assertThat(finance().available().effect())
			.isEqualTo("Cannot be known until the surplus, the contingency and the headroom are recorded.");
		line(Finance.Category.SURPLUS, "Surplus", "0", false);
		line(Finance.Category.CONTINGENCY, "Contingency", null, false);
		line(Finance.Category.HEADROOM, "Headroom", "0", false);
		assertThat(finance().available().effect())
			.isEqualTo("Cannot be known until “Contingency” (the contingency) is known.");
		assertThat(finance().finding()).isEqualTo("Whether the money is enough cannot be known yet.");
	}

	@Test
	void marksWhatRestsOnAnApproximateFigure() {
		whole();
		this.lines.removeIf((line) -> line.category() == Finance.Category.EXPENDITURE);
		line(Finance.Category.EXPENDITURE, "Area team", "64000000", true);
		assertThat(finance().group(Finance.Category.EXPENDITURE).figure().words()).isEqualTo("about £64 million");
		assertThat(finance().available().words()).isEqualTo("£63,050,000");
		assertThat(finance().balance().words()).isEqualTo("about −£1.45 million");
	}

	@Test
	void checksTheSumAgainstTheStatedTotal() {
		line(Finance.Category.EXPENDITURE, "GMS", "40000000", false);
		line(Finance.Category.EXPENDITURE, "PMS", "23000000", false);
		total(Finance.Category.EXPENDITURE, "64000000");
		Finance.Group group = finance().group(Finance.Category.EXPENDITURE);
		assertThat(group.figure().words()).isEqualTo("£63,000,000");
		assertThat(group.checks()).containsExactly(
				"The source states £64,000,000; the lines add up to £63,000,000. The sum differs by £1,000,000 (less).");
		line(Finance.Category.EXPENDITURE, "APMS", "1000000", false);
		assertThat(finance().group(Finance.Category.EXPENDITURE).checks())
			.containsExactly("The source states £64,000,000, and the lines add up to it.");
	}

	@Test
	void usesTheStatedTotalWhereLinesAreMissing() {
		total(Finance.Category.EXPENDITURE, "64000000");
		assertThat(finance().group(Finance.Category.EXPENDITURE).figure().words()).isEqualTo("£64,000,000");
		assertThat(finance().group(Finance.Category.EXPENDITURE).isAsStated()).isTrue();
		line(Finance.Category.EXPENDITURE, "PMS", null, false);
		Finance.Group group = finance().group(Finance.Category.EXPENDITURE);
		assertThat(group.figure().words()).isEqualTo("£64,000,000");
		assertThat(group.checks()).containsExactly(
				"The source states £64,000,000; that cannot be checked until “PMS” " + "(the expenditure) is known.");
	}

	@Test
	void waitsWhereSourcesDisagreeOnTheTotal() {
		total(Finance.Category.EXPENDITURE, "64000000");
		total(Finance.Category.EXPENDITURE, "66000000");
		assertThat(finance().group(Finance.Category.EXPENDITURE).figure().effect())
			.isEqualTo("Cannot be known until the sources agree on the total of the expenditure.");
	}

	@Test
	void leavesOutWhatWasWithdrawn() {
		whole();
		this.lines.add(new Finance.Line(UUID.randomUUID(), Finance.Category.PRESSURE, false, "Old",
				new BigDecimal("1000000"), false, null, "A paper", "A mistake", saved()));
		assertThat(finance().balance().words()).isEqualTo("−£1,450,000");
		assertThat(finance().withdrawn()).hasSize(1);
	}

	private void whole() {
		line(Finance.Category.ALLOCATION, "Primary medical services", "65000000", false);
		line(Finance.Category.SURPLUS, "1%", "650000", false);
		line(Finance.Category.CONTINGENCY, "0.5%", "325000", false);
		line(Finance.Category.HEADROOM, "1.5%", "975000", false);
		line(Finance.Category.EXPENDITURE, "Practices", "64000000", false);
		line(Finance.Category.PRESSURE, "List growth", "600000", false);
		line(Finance.Category.PRESSURE, "Efficiency", "-100000", false);
	}

	private void line(Finance.Category category, String label, String amount, boolean approximate) {
		this.lines.add(line(category, false, label, amount, approximate));
	}

	private void total(Finance.Category category, String amount) {
		this.lines.add(line(category, true, "Total", amount, false));
	}

	private static Finance.Line line(Finance.Category category, boolean total, String label, String amount,
			boolean approximate) {
		return new Finance.Line(UUID.randomUUID(), category, total, label,
				(amount != null) ? new BigDecimal(amount).setScale(2) : null, approximate, "Note", "A paper", null,
				saved());
	}

	private static Saved saved() {
		return new Saved("Somebody", Instant.EPOCH, 0);
	}

	private Finance finance() {
		return Finance.of(this.lines);
	}

}
