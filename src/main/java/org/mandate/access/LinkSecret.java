package org.mandate.access;

import java.security.SecureRandom;
import java.util.Base64;

import org.apache.commons.codec.digest.DigestUtils;

/**
 * The secret part of a link that opens without a password: an invitation, the first
 * administrator's, a calendar's address. 256 random bits, of which only the hash is kept;
 * a guess is hopeless, so a fast hash without salt is enough.
 *
 * @param value as in the address
 */
public record LinkSecret(String value) {

	private static final SecureRandom RANDOM = new SecureRandom();

	/** A new one. */
	public static LinkSecret random() {
		byte[] bytes = new byte[32];
		RANDOM.nextBytes(bytes);
		return new LinkSecret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
	}

	/** What is kept of it: 32 bytes. */
	public byte[] sha256() {
		return DigestUtils.sha256(this.value);
	}

	@Override
	public String toString() {
		return "a secret link";
	}

}
