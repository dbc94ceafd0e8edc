package org.mandate.deadlines;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The secret part of a calendar's address: 256 random bits, of which only the hash is
 * kept; a guess is hopeless, so a fast hash without salt is enough.
 *
 * @param value as in the address
 */
record CalendarSecret(String value) {

	private static final SecureRandom RANDOM = new SecureRandom();

	static CalendarSecret random() {
		byte[] bytes = new byte[32];
		RANDOM.nextBytes(bytes);
		return new CalendarSecret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
	}

	byte[] sha256() {
		try {
			return MessageDigest.getInstance("SHA-256").digest(this.value.getBytes(StandardCharsets.UTF_8));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public String toString() {
		return "a secret link";
	}

}
