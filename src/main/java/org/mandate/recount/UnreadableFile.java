package org.mandate.recount;

/**
 * A file that cannot be recounted, because it is not what it should be. The message says
 * what is wrong, and where.
 */
class UnreadableFile extends RuntimeException {

	UnreadableFile(String message) {
		super(message);
	}

}
