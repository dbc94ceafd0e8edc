package org.mandate.voting;

import java.math.BigDecimal;

/**
 * A share that a unit reported instead of a number: "95% were for it".
 *
 * @param percentage 0 to 100 with at most one decimal; how many decimals it has says how
 * exactly it was reported
 * @param base of what it is the share
 */
public record Reported(BigDecimal percentage, Rule.Base base) {

	public Reported {
		percentage = percentage.stripTrailingZeros();
		if (percentage.scale() < 0) {
			percentage = percentage.setScale(0);
		}
		if (percentage.signum() < 0 || percentage.compareTo(BigDecimal.valueOf(100)) > 0 || percentage.scale() > 1) {
			throw new IllegalArgumentException("A percentage is 0 to 100, with at most one decimal");
		}
	}

	/**
	 * Numbers of practices, from the least to the most; {@code least > most} when none is
	 * possible.
	 *
	 * @param least smallest possible number
	 * @param most largest possible number
	 */
	public record Range(int least, int most) {

		boolean isEmpty() {
			return this.least > this.most;
		}

		boolean isExact() {
			return this.least == this.most;
		}

	}

	/**
	 * Which numbers of votes the share can stand for, however it was rounded.
	 * @param figures what else the unit stated
	 * @param entitled practices entitled in the unit
	 */
	Range votes(Figures figures, int entitled) {
		int least = Integer.MAX_VALUE;
		int most = Integer.MIN_VALUE;
		for (int votes = 0; votes <= entitled - figures.stated(); votes++) {
			long of = switch (this.base) {
				case EXPRESSED -> figures.expressed() + votes;
				case CAST -> figures.cast() + votes;
				case ENTITLED -> entitled;
			};
			if (of > 0 && isRoundedFrom(votes, of)) {
				least = Math.min(least, votes);
				most = votes;
			}
		}
		return new Range(least, most);
	}

	/**
	 * Within half a unit of the last place: |100 x part / of - percentage| at most that.
	 */
	private boolean isRoundedFrom(long part, long of) {
		long places = (this.percentage.scale() == 0) ? 1 : 10;
		long stated = this.percentage.unscaledValue().longValueExact();
		return Math.abs(2 * 100 * places * part - 2 * stated * of) <= of;
	}

	/** "95% of the practices that voted for a choice". */
	@Override
	public String toString() {
		return this.percentage.toPlainString() + "% of " + this.base.label();
	}

}
