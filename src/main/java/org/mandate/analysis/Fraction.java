package org.mandate.analysis;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * An exact number in lowest terms. It is rounded only to be shown, once, and half up.
 *
 * @param numerator carries the sign
 * @param denominator positive
 */
public record Fraction(BigInteger numerator, BigInteger denominator) implements Comparable<Fraction> {

	static final Fraction ZERO = of(0);

	static final Fraction ONE = of(1);

	private static final int DECIMALS = 2;

	/** Digits after which two figures that differ are told apart in words only. */
	private static final int MOST_DECIMALS = 8;

	public Fraction {
		if (denominator.signum() == 0) {
			throw new ArithmeticException("A fraction has no denominator of 0.");
		}
		BigInteger common = numerator.gcd(denominator);
		if (denominator.signum() < 0) {
			common = common.negate();
		}
		numerator = numerator.divide(common);
		denominator = denominator.divide(common);
	}

	static Fraction of(long whole) {
		return of(whole, 1);
	}

	static Fraction of(long numerator, long denominator) {
		return new Fraction(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
	}

	static Fraction of(BigDecimal decimal) {
		int scale = Math.max(decimal.scale(), 0);
		return new Fraction(decimal.setScale(scale).unscaledValue(), BigInteger.TEN.pow(scale));
	}

	Fraction plus(Fraction other) {
		return new Fraction(this.numerator.multiply(other.denominator).add(other.numerator.multiply(this.denominator)),
				this.denominator.multiply(other.denominator));
	}

	Fraction minus(Fraction other) {
		return plus(new Fraction(other.numerator.negate(), other.denominator));
	}

	Fraction times(Fraction other) {
		return new Fraction(this.numerator.multiply(other.numerator), this.denominator.multiply(other.denominator));
	}

	Fraction over(Fraction other) {
		return new Fraction(this.numerator.multiply(other.denominator), this.denominator.multiply(other.numerator));
	}

	Fraction abs() {
		return new Fraction(this.numerator.abs(), this.denominator);
	}

	int signum() {
		return this.numerator.signum();
	}

	@Override
	public int compareTo(Fraction other) {
		return this.numerator.multiply(other.denominator).compareTo(other.numerator.multiply(this.denominator));
	}

	/** Rounded half up. */
	BigDecimal rounded(int decimals) {
		return new BigDecimal(this.numerator).divide(new BigDecimal(this.denominator), decimals, RoundingMode.HALF_UP);
	}

	/** To two decimals, half up: "6.67". */
	public String decimal() {
		return rounded(DECIMALS).toPlainString();
	}

	/**
	 * To two decimals, or more: a difference that is not nothing is never shown as
	 * nothing. "0.003", not "0.00".
	 */
	public String difference() {
		return shown(DECIMALS);
	}

	/** To so many decimals, or more where it would look like nothing. */
	String shown(int fewest) {
		int decimals = fewest;
		while (signum() != 0 && rounded(decimals).signum() == 0 && decimals < MOST_DECIMALS) {
			decimals++;
		}
		return (signum() != 0 && rounded(decimals).signum() == 0) ? toString() : rounded(decimals).toPlainString();
	}

	/** As a percentage to one decimal, half up: "23.1%". */
	public String percent() {
		return percent(1);
	}

	/**
	 * As a percentage, with as many decimals more as tell it from another.
	 */
	public String percentBeside(Fraction other) {
		int decimals = 1;
		while (!equals(other) && decimals < MOST_DECIMALS && percent(decimals).equals(other.percent(decimals))) {
			decimals++;
		}
		return percent(decimals);
	}

	private String percent(int decimals) {
		return times(of(100)).rounded(decimals).toPlainString() + "%";
	}

	/** The exact number: "20/3", or "7". */
	@Override
	public String toString() {
		return this.denominator.equals(BigInteger.ONE) ? this.numerator.toString()
				: this.numerator + "/" + this.denominator;
	}

}
