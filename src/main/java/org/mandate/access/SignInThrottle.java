package org.mandate.access;

import java.time.Duration;
import java.util.Locale;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Limits failed attempts to sign in: ten for one email address and a hundred from one
 * network address, each in fifteen minutes. Whether the email address is known makes no
 * difference.
 */
@Component
class SignInThrottle {

	static final int PER_PERSON = 10;

	static final int PER_ADDRESS = 100;

	static final Duration PERIOD = Duration.ofMinutes(15);

	private final LoadingCache<String, Bucket> people = buckets(PER_PERSON);

	private final LoadingCache<String, Bucket> addresses = buckets(PER_ADDRESS);

	private static LoadingCache<String, Bucket> buckets(int attempts) {
		return Caffeine.newBuilder()
			.maximumSize(100_000)
			.expireAfterAccess(PERIOD)
			.build((key) -> Bucket.builder()
				.addLimit((limit) -> limit.capacity(attempts).refillIntervally(attempts, PERIOD))
				.build());
	}

	/**
	 * Take one attempt.
	 * @return false when there is none left
	 */
	boolean attempt(String organisation, String email, @Nullable String address) {
		return this.people.get(person(organisation, email)).tryConsume(1)
				&& (address == null || this.addresses.get(address).tryConsume(1));
	}

	/** Give one attempt back: it could not be judged. */
	void returned(String organisation, String email, @Nullable String address) {
		this.people.get(person(organisation, email)).addTokens(1);
		if (address != null) {
			this.addresses.get(address).addTokens(1);
		}
	}

	/** Give the attempts back: it was the right password. */
	void succeeded(String organisation, String email, @Nullable String address) {
		this.people.invalidate(person(organisation, email));
		if (address != null) {
			this.addresses.get(address).addTokens(1);
		}
	}

	private static String person(String organisation, String email) {
		String key = organisation + ' ' + email.strip().toLowerCase(Locale.ROOT);
		return key.substring(0, Math.min(key.length(), 300));
	}

}
