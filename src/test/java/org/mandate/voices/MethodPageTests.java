package org.mandate.voices;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mandate.MandateTest;
import org.mandate.database.Statements;
import org.mandate.risks.Band;
import org.mandate.risks.Bands;
import org.mandate.risks.Consequence;
import org.mandate.risks.Likelihood;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

/**
 * Reads the worked example off the page, computes it again in whole numbers from its raw
 * weights, scores, costs and steps, and compares every other figure on the page.
 */
@MandateTest
class MethodPageTests {

	private static final List<String> CRITERIA = List.of("care", "cost", "feasibility");

	@Autowired
	private MockMvc mvc;

	private Document page;

	/** Raw weights in the order of the criteria. */
	private final List<Long> raw = new ArrayList<>();

	/** Scores by option, in the order of the criteria. */
	private final Map<String, List<Long>> scores = new LinkedHashMap<>();

	private final Map<String, Long> costs = new LinkedHashMap<>();

	/** What was computed, as it has to be shown. */
	private final Map<String, String> figures = new LinkedHashMap<>();

	/** An exact number: numerator over a positive denominator. */
	private record Exact(BigInteger top, BigInteger bottom) {

		static Exact of(long top, long bottom) {
			return new Exact(BigInteger.valueOf(top), BigInteger.valueOf(bottom)).lowest();
		}

		private Exact lowest() {
			BigInteger common = this.top.gcd(this.bottom).multiply(BigInteger.valueOf(this.bottom.signum()));
			return new Exact(this.top.divide(common), this.bottom.divide(common));
		}

		Exact plus(Exact other) {
			return new Exact(this.top.multiply(other.bottom).add(other.top.multiply(this.bottom)),
					this.bottom.multiply(other.bottom))
				.lowest();
		}

		Exact minus(Exact other) {
			return plus(new Exact(other.top.negate(), other.bottom));
		}

		Exact times(Exact other) {
			return new Exact(this.top.multiply(other.top), this.bottom.multiply(other.bottom)).lowest();
		}

		Exact over(Exact other) {
			return new Exact(this.top.multiply(other.bottom), this.bottom.multiply(other.top)).lowest();
		}

		/** Half up, for numbers that are not negative. */
		String shown(int decimals) {
			BigInteger scale = BigInteger.TEN.pow(decimals);
			BigInteger rounded = this.top.multiply(scale)
				.multiply(BigInteger.TWO)
				.add(this.bottom)
				.divide(this.bottom.multiply(BigInteger.TWO));
			return (decimals == 0) ? "%,d".formatted(rounded) : new BigDecimal(rounded, decimals).toPlainString();
		}

		String percent() {
			return times(of(100, 1)).shown(1) + "%";
		}

		@Override
		public String toString() {
			return this.top + "/" + this.bottom;
		}

	}

	@BeforeEach
	void read() throws Exception {
		this.page = Jsoup
			.parse(this.mvc.perform(get("/help/appraisal")).andReturn().getResponse().getContentAsString());
		this.page.select("#example-weights tbody tr").forEach((row) -> this.raw.add(number(row.child(1))));
		this.page.select("#example-scores tbody tr")
			.forEach((row) -> this.scores.put(row.child(0).text().toLowerCase(Locale.ROOT),
					List.of(number(row.child(1)), number(row.child(2)), number(row.child(3)))));
		this.page.select("#example-costs tbody tr")
			.forEach((row) -> this.costs.put(row.child(0).text().toLowerCase(Locale.ROOT), number(row.child(1))));
	}

	private static long number(Element cell) {
		return Long.parseLong(cell.text().replace(",", ""));
	}

	private long sum() {
		return this.raw.stream().mapToLong(Long::longValue).sum();
	}

	private Exact weight(int criterion) {
		return Exact.of(this.raw.get(criterion), sum());
	}

	private List<Exact> weights() {
		return List.of(weight(0), weight(1), weight(2));
	}

	private Exact value(String option) {
		return value(option, weights());
	}

	private Exact value(String option, List<Exact> weights) {
		Exact value = Exact.of(0, 1);
		for (int i = 0; i < 3; i++) {
			value = value.plus(weights.get(i).times(score(option, i)));
		}
		return value;
	}

	private Exact score(String option, int criterion) {
		return Exact.of(this.scores.get(option).get(criterion), 1);
	}

	/**
	 * The weight of one criterion at which B and C are level, from the definition: found
	 * from the values at weight 0 and weight 1, between which the difference is a
	 * straight line.
	 */
	private Exact flip(int criterion) {
		Exact atNone = difference(moved(criterion, Exact.of(0, 1)));
		Exact atAll = difference(moved(criterion, Exact.of(1, 1)));
		return atNone.over(atNone.minus(atAll));
	}

	private Exact difference(List<Exact> weights) {
		return value("b", weights).minus(value("c", weights));
	}

	/** The weights when one is moved and the others keep their proportions. */
	private List<Exact> moved(int criterion, Exact to) {
		List<Exact> weights = new ArrayList<>();
		Exact rest = Exact.of(1, 1).minus(to).over(Exact.of(1, 1).minus(weight(criterion)));
		for (int i = 0; i < 3; i++) {
			weights.add((i == criterion) ? to : weight(i).times(rest));
		}
		return weights;
	}

	@Test
	void everyFigureOfTheExampleIsRight() {
		weightsAndScores();
		differences();
		flips();
		costs();
		risk();
		Map<String, String> shown = new LinkedHashMap<>();
		this.page.select("[data-figure]").forEach((figure) -> {
			String before = shown.put(figure.attr("data-figure"), figure.text());
			assertThat(before).as(figure.attr("data-figure")).isIn(null, figure.text());
		});
		assertThat(shown).containsExactlyInAnyOrderEntriesOf(this.figures);
	}

	private void weightsAndScores() {
		this.figures.put("raw-care", Long.toString(this.raw.get(0)));
		this.figures.put("raw-sum", Long.toString(sum()));
		for (int i = 0; i < 3; i++) {
			String criterion = CRITERIA.get(i);
			this.figures.put("weight-" + criterion, weight(i).percent());
			this.figures.put("score-b-" + criterion, this.scores.get("b").get(i).toString());
			this.figures.put("score-a-" + criterion, this.scores.get("a").get(i).toString());
			this.figures.put("score-today-" + criterion, this.scores.get("today").get(i).toString());
			this.figures.put("part-b-" + criterion, weight(i).times(score("b", i)).shown(2));
			assertThat(this.scores.get("a").get(i)).isGreaterThanOrEqualTo(this.scores.get("today").get(i));
		}
		assertThat(this.scores.get("a")).isNotEqualTo(this.scores.get("today"));
		this.figures.put("value-b", value("b").shown(2));
		this.figures.put("lead", value("b").minus(value("c")).shown(2));
	}

	private void differences() {
		Exact raised = Exact.of(1, 1);
		this.figures.put("b-over-a", value("b").minus(value("a")).shown(2));
		this.figures.put("b-over-a-percent", value("b").over(value("a")).minus(raised).percent());
		this.figures.put("b-over-a-raised", value("b").plus(raised).minus(value("a").plus(raised)).shown(2));
		this.figures.put("b-over-a-raised-percent",
				value("b").plus(raised).over(value("a").plus(raised)).minus(raised).percent());
		List<Exact> equal = List.of(Exact.of(1, 3), Exact.of(1, 3), Exact.of(1, 3));
		assertThat(value("a", equal)).isEqualTo(value("b", equal));
		this.figures.put("equal-a", value("a", equal).shown(2));
		this.figures.put("equal-b-exact", value("b", equal).toString());
		this.figures.put("equal-c", value("c", equal).shown(2));
		Exact more = value("c").plus(weight(0));
		assertThat(more.minus(value("b")).top().signum()).isPositive();
		this.figures.put("raised-c", more.shown(2));
	}

	private void flips() {
		this.figures.put("flip-care", flip(0).percent());
		this.figures.put("flip-care-exact", flip(0).toString());
		this.figures.put("flip-cost", flip(1).percent());
		this.figures.put("flip-feasibility", flip(2).percent());
		List<Exact> level = moved(0, flip(0));
		assertThat(value("b", level)).isEqualTo(value("c", level));
		this.figures.put("flip-other-cost", level.get(1).percent());
		this.figures.put("flip-other-feasibility", level.get(2).percent());
		this.figures.put("flip-value", value("b", level).shown(2));
		// Which way it turns, and that A is not ahead of both there.
		assertThat(difference(moved(0, Exact.of(1, 1))).top().signum()).isNegative();
		assertThat(difference(moved(1, Exact.of(0, 1))).top().signum()).isNegative();
		assertThat(difference(moved(2, Exact.of(0, 1))).top().signum()).isNegative();
		for (int i = 0; i < 3; i++) {
			List<Exact> there = moved(i, flip(i));
			assertThat(value("b", there).minus(value("a", there)).top().signum()).isPositive();
		}
	}

	private void costs() {
		Exact more = Exact.of(this.costs.get("b") - this.costs.get("a"), 1);
		this.figures.put("more-b", more.shown(0));
		this.figures.put("marginal-b", more.over(value("b").minus(value("a"))).shown(0));
		this.figures.put("more-c-than-b", Exact.of(this.costs.get("c") - this.costs.get("b"), 1).shown(0));
		this.page.select("#example-costs tbody tr").forEach((row) -> {
			String option = row.child(0).text().toLowerCase(Locale.ROOT);
			assertThat(row.child(2).text()).isEqualTo(Exact.of(this.costs.get(option), 1).over(value(option)).shown(0));
		});
	}

	private void risk() {
		int likelihood = step("likelihood");
		int consequence = step("consequence");
		int after = step("likelihood-after") * step("consequence-after");
		this.figures.put("likelihood", Integer.toString(Likelihood.LIKELY.step()));
		this.figures.put("consequence", Integer.toString(Consequence.MODERATE.step()));
		this.figures.put("likelihood-after", Integer.toString(Likelihood.UNLIKELY.step()));
		this.figures.put("consequence-after", Integer.toString(consequence));
		this.figures.put("risk-before", Integer.toString(likelihood * consequence));
		this.figures.put("risk-after", Integer.toString(after));
		this.figures.put("band-before", Bands.USUAL.of(likelihood * consequence).slug());
		this.figures.put("band-after", Bands.USUAL.of(after).slug());
	}

	private int step(String figure) {
		return Integer.parseInt(this.page.selectFirst("[data-figure=" + figure + "]").text());
	}

	@Test
	void theTablesOfTheExampleAreRight() {
		List<Element> rows = this.page.select("#example-weights tbody tr");
		for (int i = 0; i < 3; i++) {
			assertThat(rows.get(i).child(2).text()).isEqualTo(weight(i).percent());
		}
		assertThat(this.page.select("#example-weights tfoot td").eachText()).containsExactly(Long.toString(sum()),
				"100.0%");
		this.page.select("#example-scores tbody tr")
			.forEach((row) -> assertThat(row.child(4).text())
				.isEqualTo(value(row.child(0).text().toLowerCase(Locale.ROOT)).shown(2)));
		assertThat(this.scores).hasSize(4);
	}

	@Test
	void noFigureOfTheExampleStandsUnchecked() {
		Element example = this.page.selectFirst("#example").clone();
		example.select("table, [data-figure]").remove();
		assertThat(example.text()).doesNotContainPattern("[0-9]");
		Element steps = this.page.selectFirst(".app-steps");
		assertThat(steps.text()).doesNotContainPattern("[0-9]");
	}

	@Test
	void theStepsAndBandsAreThoseThatThePagesUse() {
		List<String> likelihoods = this.page.select("#likelihoods tbody tr").eachText();
		for (Likelihood each : Likelihood.values()) {
			assertThat(likelihoods.get(each.ordinal()))
				.isEqualTo("%d %s %s".formatted(each.step(), each.label(), each.meaning()));
		}
		List<String> consequences = this.page.select("#consequences tbody tr").eachText();
		for (Consequence each : Consequence.values()) {
			assertThat(consequences.get(each.ordinal()))
				.isEqualTo("%d %s %s".formatted(each.step(), each.label(), each.meaning()));
		}
		List<String> bands = this.page.select("#bands tbody tr").eachText();
		for (Band each : Band.values()) {
			assertThat(bands.get(each.ordinal())).isEqualTo(each.label() + " " + Bands.USUAL.range(each));
		}
	}

	@Test
	void everyLinkWithinThePageLeadsSomewhere() {
		this.page.select("main a[href^=#]")
			.eachAttr("href")
			.forEach((href) -> assertThat(this.page.select(href)).hasSize(1));
		assertThat(this.page.select("footer a[href=/help/appraisal]")).hasSize(1);
	}

	@Test
	void asksTheDatabaseNothing() throws Exception {
		assertThat(Statements.during(() -> this.mvc.perform(get("/help/appraisal")))).isEmpty();
	}

}
