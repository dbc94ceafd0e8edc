package org.mandate.risks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Every score is in exactly one band, whatever bounds are allowed.
 */
class BandsTests {

	/**
	 * Every choice of bounds that is not refused: all of them are tried, not a sample.
	 */
	static Stream<Bands> allowed() {
		List<Bands> allowed = new ArrayList<>();
		for (int moderate = 0; moderate <= 27; moderate++) {
			for (int high = 0; high <= 27; high++) {
				for (int extreme = 0; extreme <= 27; extreme++) {
					if (isAllowed(moderate, high, extreme)) {
						allowed.add(new Bands(moderate, high, extreme));
					}
				}
			}
		}
		return allowed.stream();
	}

	private static boolean isAllowed(int moderate, int high, int extreme) {
		try {
			return new Bands(moderate, high, extreme) != null;
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

	@Test
	void everyScoreHasExactlyOneBand() {
		assertThat(allowed()).hasSize(24 * 23 * 22 / 6).allSatisfy((bands) -> {
			for (int score = 1; score <= 25; score++) {
				int at = score;
				List<Band> holding = Arrays.stream(Band.values()).filter((band) -> within(bands, band, at)).toList();
				assertThat(holding).as("%d under %s", score, bands).containsExactly(bands.of(score));
			}
		});
	}

	/** The bounds read independently of {@link Bands#of(int)}. */
	private static boolean within(Bands bands, Band band, int score) {
		int[] from = { 1, bands.moderateFrom(), bands.highFrom(), bands.extremeFrom(), 26 };
		return from[band.ordinal()] <= score && score < from[band.ordinal() + 1];
	}

	@Test
	void aHigherScoreIsNeverInALowerBand() {
		assertThat(allowed()).allSatisfy((bands) -> assertThat(IntStream.rangeClosed(1, 25).mapToObj(bands::of))
			.isSortedAccordingTo(Band::compareTo));
	}

	@Test
	void everyScoreThatCanOccurIsShownInOneRange() {
		assertThat(allowed()).allSatisfy((bands) -> assertThat(
				Arrays.stream(Band.values()).flatMap((band) -> bands.scores(band).stream()).toList())
			.isEqualTo(Bands.SCORES));
		assertThat(Bands.SCORES).containsExactly(1, 2, 3, 4, 5, 6, 8, 9, 10, 12, 15, 16, 20, 25);
	}

	@Test
	void usesTheUsualBandsUnlessToldOtherwise() {
		assertThat(Bands.USUAL.words()).isEqualTo("low 1 to 3, moderate 4 to 6, high 8 to 12, extreme 15 to 25");
		assertThat(Bands.USUAL.of(Rating.of(4, 3))).isEqualTo(Band.HIGH);
		assertThat(Rating.of(4, 3).words()).isEqualTo("4 likely × 3 moderate");
	}

	@ParameterizedTest
	@CsvSource({ "1,8,15", "4,4,15", "8,4,15", "4,15,8", "4,8,8", "4,8,26", "0,0,0", "-1,8,15", "24,25,26" })
	void refusesBoundsThatOverlapOrCannotBe(int moderate, int high, int extreme) {
		assertThatIllegalArgumentException().isThrownBy(() -> new Bands(moderate, high, extreme));
	}

	/** Text on the colour of a band stands out as WCAG 2.2 asks at level AA (1.4.3). */
	@ParameterizedTest
	@EnumSource
	void theWordsOfABandStandOut(Band band) throws IOException {
		String css = Files.readString(Path.of("src/main/resources/static/assets/mandate/risks.css"));
		Matcher colours = Pattern
			.compile("\\.app-band--" + band.slug() + " \\{ background: #([0-9a-f]{6}); color: #([0-9a-f]{6}); }")
			.matcher(css);
		assertThat(colours.find()).isTrue();
		double one = luminance(colours.group(1));
		double other = luminance(colours.group(2));
		assertThat((Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)).isGreaterThanOrEqualTo(4.5);
	}

	private static double luminance(String colour) {
		double[] parts = IntStream.of(0, 2, 4)
			.mapToDouble((at) -> Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0)
			.map((part) -> (part <= 0.04045) ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4))
			.toArray();
		return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
	}

	@Test
	void theMatrixHoldsEveryPairOnceWithItsProduct() {
		RiskMatrix matrix = RiskMatrix.before(List.of(), Bands.USUAL);
		assertThat(matrix.rows()).extracting((row) -> row.consequence().step()).containsExactly(5, 4, 3, 2, 1);
		assertThat(matrix.rows()).allSatisfy((row) -> {
			assertThat(row.cells()).extracting((cell) -> cell.likelihood().step()).containsExactly(1, 2, 3, 4, 5);
			assertThat(row.cells()).allSatisfy(
					(cell) -> assertThat(cell.score()).isEqualTo(cell.likelihood().step() * row.consequence().step()));
		});
	}

}
