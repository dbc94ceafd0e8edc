package org.mandate.voting;

import java.util.stream.Stream;

/**
 * A number of practices that is known, or known only to be at least so many.
 *
 * @param number what is known
 * @param exact whether it is the whole number
 */
public record Figure(int number, boolean exact) {

	static Figure of(int number) {
		return new Figure(number, true);
	}

	static Figure atLeast(int number) {
		return new Figure(number, false);
	}

	Figure plus(Figure other) {
		return new Figure(this.number + other.number, this.exact && other.exact);
	}

	static Figure sum(Stream<Figure> figures) {
		return figures.reduce(of(0), Figure::plus);
	}

	/** "72", "at least 9". */
	@Override
	public String toString() {
		return this.exact ? Integer.toString(this.number) : "at least " + this.number;
	}

}
