package org.mandate.guidance;

/**
 * A data file of guidance that cannot be published; the message names the file, the entry
 * and what is wrong with it. The application does not start with such a file.
 */
class InvalidGuidance extends RuntimeException {

	InvalidGuidance(String place, String problem) {
		super(place + ": " + problem);
	}

	InvalidGuidance(String place, String problem, Throwable cause) {
		super(place + ": " + problem, cause);
	}

}
