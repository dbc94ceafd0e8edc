package org.mandate.analysis;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Bars of parts, each part with the mark of what it stands for, as the fragment
 * {@code markedBars} draws them. Places and widths are percentages of the bar's room.
 *
 * @param title what it shows
 * @param finding what a reader should take away
 * @param legend what the marks stand for
 * @param bars from the top down
 */
public record Chart(String title, String finding, List<Key> legend, List<Bar> bars) {

	/** Colours with patterns there are; from the next on they begin again. */
	static final int SERIES = 5;

	public Chart {
		legend = List.copyOf(legend);
		bars = List.copyOf(bars);
	}

	/**
	 * An entry of the legend.
	 *
	 * @param mark a few characters
	 * @param text what it stands for
	 * @param series colour and pattern, from 1
	 */
	public record Key(String mark, String text, int series) {
	}

	/**
	 * A bar.
	 *
	 * @param label what it is of
	 * @param figure its figure, at the right
	 * @param parts from the left; none where nothing can be drawn
	 * @param marker where something is to be pointed at; null for nowhere
	 * @param said a line under it; null for none
	 */
	public record Bar(String label, String figure, List<Part> parts, @Nullable BigDecimal marker,
			@Nullable String said) {

		public Bar {
			parts = List.copyOf(parts);
		}

	}

	/**
	 * A part of a bar.
	 *
	 * @param key what it stands for
	 * @param x where it starts
	 * @param width how wide it is
	 */
	public record Part(Key key, BigDecimal x, BigDecimal width) {

		private static final BigDecimal ROOM_FOR_A_MARK = BigDecimal.valueOf(8);

		static Part of(Key key, Fraction from, Fraction to) {
			BigDecimal x = percent(from);
			return new Part(key, x, percent(to).subtract(x));
		}

		/** Where its mark stands. */
		public BigDecimal middle() {
			return this.x.add(this.width.divide(BigDecimal.valueOf(2)));
		}

		/** Whether its mark has room in it, on a phone too. */
		public boolean isWide() {
			return this.width.compareTo(ROOM_FOR_A_MARK) >= 0;
		}

	}

	/** A share of the bar's room, in per cent. */
	static BigDecimal percent(Fraction share) {
		return share.times(Fraction.of(100)).rounded(3);
	}

	/** Colour and pattern of the entry at a place, from 0. */
	static int series(int at) {
		return at % SERIES + 1;
	}

	/** Whether any bar has a line under it. */
	public boolean isSaid() {
		return this.bars.stream().anyMatch((bar) -> bar.said() != null);
	}

	/** Whether any bar is pointed at. */
	public boolean isPointed() {
		return this.bars.stream().anyMatch((bar) -> bar.marker() != null);
	}

	/** Height of a bar with what belongs to it, in pixels. */
	public int row() {
		return isSaid() ? 120 : 76;
	}

}
