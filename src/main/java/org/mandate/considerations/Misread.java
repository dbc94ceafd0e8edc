package org.mandate.considerations;

/**
 * A number that cannot be understood; the message says what to type instead.
 */
class Misread extends RuntimeException {

	Misread(String message) {
		super(message);
	}

}
