package org.mandate.site;

import java.security.SecureRandom;
import java.util.stream.Collectors;

/**
 * Names one failure in the log and on the page, in letters and figures that cannot be
 * taken for each other when read out: "K7QH-29FM".
 */
final class Reference {

	private static final String SIGNS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

	private static final SecureRandom RANDOM = new SecureRandom();

	private Reference() {
	}

	static String next() {
		String signs = RANDOM.ints(8, 0, SIGNS.length())
			.mapToObj((at) -> String.valueOf(SIGNS.charAt(at)))
			.collect(Collectors.joining());
		return signs.substring(0, 4) + "-" + signs.substring(4);
	}

}
