package org.mandate.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The secret part of a one-time link: 256 random bits. Only its hash is kept; a guess is
 * hopeless, so a fast hash without salt is enough.
 *
 * @param value as in the address
 */
record OneTimeToken(String value) {

	private static final SecureRandom RANDOM = new SecureRandom();

	static OneTimeToken random() {
		byte[] bytes = new byte[32];
		RANDOM.nextBytes(bytes);
		return new OneTimeToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
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
		return "a one-time token";
	}

}
