package org.mandate.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/**
 * Which passwords may be chosen, and how they are kept.
 */
@Component
class Passwords {

	static final int MIN_LENGTH = 12;

	/** More than bcrypt reads. */
	static final int MAX_BYTES = 72;

	private static final Pattern REPEATED = Pattern.compile("(.{1,4})\\1{2,}.{0,3}");

	private static final Pattern FRILLS = Pattern.compile("^[^\\p{L}]+|[^\\p{L}]+$");

	private final PasswordEncoder encoder;

	private final Set<String> common;

	Passwords(PasswordEncoder encoder, @Value("classpath:access/common-passwords.txt") Resource common) {
		this.encoder = encoder;
		try {
			this.common = common.getContentAsString(StandardCharsets.UTF_8)
				.lines()
				.filter((line) -> !line.isBlank() && !line.startsWith("#"))
				.map(String::strip)
				.collect(Collectors.toUnmodifiableSet());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * What is wrong with a password, in words for the person who chose it.
	 * @param password as typed
	 * @param personal what others know of the person: email address, names
	 * @return the problem, or empty when it may be used
	 */
	Optional<String> problem(String password, String... personal) {
		if (password.isEmpty()) {
			return Optional.of("Enter a password");
		}
		if (password.codePoints().anyMatch(Character::isISOControl)) {
			return Optional.of("Password must not contain characters that cannot be typed");
		}
		if (password.codePointCount(0, password.length()) < MIN_LENGTH) {
			return Optional.of("Password must be 12 characters or more");
		}
		if (password.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
			return Optional.of("Password must be 72 characters or fewer. Letters with accents and emoji count as more "
					+ "than one.");
		}
		String plain = password.toLowerCase(Locale.ROOT);
		if (isCommon(plain)) {
			return Optional.of("That password is easy to guess. Choose another, such as three words that have nothing "
					+ "to do with each other");
		}
		String bare = bare(plain);
		if (Stream.of(personal).flatMap(Passwords::parts).map(Passwords::bare).anyMatch(bare::equals)
				&& !bare.isEmpty()) {
			return Optional.of("Password must not be your name, your email address or the name of your organisation");
		}
		return Optional.empty();
	}

	/**
	 * Puts what is wrong with a password beside its fields, {@code password} and
	 * {@code again}.
	 */
	void check(@Nullable String password, @Nullable String again, Errors errors, String... personal) {
		problem(typed(password), personal)
			.ifPresentOrElse((problem) -> errors.rejectValue("password", "unfit", problem), () -> {
				if (!typed(password).equals(typed(again))) {
					errors.rejectValue("again", "different", "Type the same password again");
				}
			});
	}

	/** A password as typed: blanks at either end belong to it. */
	static String typed(@Nullable String password) {
		return (password != null) ? password : "";
	}

	String hash(String password) {
		return Objects.requireNonNull(this.encoder.encode(password));
	}

	boolean matches(String password, String hash) {
		return this.encoder.matches(password, hash);
	}

	private boolean isCommon(String plain) {
		String word = FRILLS.matcher(plain).replaceAll("");
		String bare = bare(plain);
		String half = bare.substring(0, bare.length() / 2);
		return REPEATED.matcher(plain).matches() || (bare.equals(half + half) && this.common.contains(half))
				|| Stream.of(plain, word, unmasked(plain), unmasked(word), bare).anyMatch(this.common::contains);
	}

	/** An email address also counts by the part before the at sign. */
	private static Stream<String> parts(String known) {
		String lower = known.toLowerCase(Locale.ROOT);
		int at = lower.indexOf('@');
		return (at < 0) ? Stream.of(lower) : Stream.of(lower, lower.substring(0, at));
	}

	/**
	 * Letters only: neither digits at the end nor dots between words make a difference.
	 */
	private static String bare(String text) {
		return text.replaceAll("[^\\p{L}]", "");
	}

	/** With the letters that people replace by look-alikes put back. */
	private static String unmasked(String text) {
		return text.replace('0', 'o')
			.replace('1', 'i')
			.replace('3', 'e')
			.replace('4', 'a')
			.replace('5', 's')
			.replace('7', 't')
			.replace('@', 'a')
			.replace('$', 's')
			.replace('!', 'i');
	}

}
