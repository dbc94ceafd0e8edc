package org.mandate.organisations;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A practice entitled as a member on a date.
 *
 * @param practice its identity
 * @param code ODS code, such as {@code K84001}
 * @param name as on the register
 * @param locality its locality on that date; null when the register states none
 * @param listSize registered patients in the quarter asked for; null when not known
 * @param inferred whether its locality was inferred rather than stated
 */
public record MemberPractice(UUID practice, String code, String name, @Nullable UUID locality,
		@Nullable Integer listSize, boolean inferred) {
}
