package org.mandate.interests;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.access.MemberId;

/**
 * A declared interest with all its words and reviews.
 *
 * @param id its identity
 * @param holder whose it is
 * @param versions at least one, the oldest first
 * @param reviews the oldest first
 */
public record Declaration(UUID id, MemberId holder, List<InterestVersion> versions, List<InterestReview> reviews) {

	/** Months for which an ended interest stays on the public register, at least. */
	static final int MONTHS_PUBLIC = 6;

	public Declaration {
		versions = List.copyOf(versions);
		reviews = List.copyOf(reviews);
	}

	/** How far a declaration is. */
	public enum State {

		/** Nobody has reviewed its latest words. */
		AWAITING_REVIEW("Awaiting review", "blue"),

		/** Accepted, with the action agreed. */
		ACCEPTED("Accepted", "green"),

		/** The guardian asked the member for more. */
		MORE_ASKED("More asked for", "orange"),

		/**
		 * Accepted, but the guardian does not agree to keep it off the public register.
		 */
		CONSENT_WANTED("Consent asked for", "orange");

		private final String label;

		private final String colour;

		State(String label, String colour) {
			this.label = label;
			this.colour = colour;
		}

		/** As shown. */
		public String label() {
			return this.label;
		}

		/** The colour of its tag. */
		public String colour() {
			return this.colour;
		}

	}

	/** As it reads now. */
	public InterestVersion latest() {
		return this.versions.getLast();
	}

	/** Whether the interest goes on. */
	public boolean standing() {
		return latest().endedOn() == null;
	}

	/** What was made of a version last; null before its review. */
	public @Nullable InterestReview reviewOf(InterestVersion version) {
		return this.reviews.reversed()
			.stream()
			.filter((review) -> review.versionNumber() == version.number())
			.findFirst()
			.orElse(null);
	}

	/** What was made of the latest words; null before their review. */
	public @Nullable InterestReview review() {
		return reviewOf(latest());
	}

	/** How far it is. */
	public State state() {
		InterestReview review = review();
		if (review == null) {
			return State.AWAITING_REVIEW;
		}
		if (!review.accepted()) {
			return State.MORE_ASKED;
		}
		return review.wantsConsent() ? State.CONSENT_WANTED : State.ACCEPTED;
	}

	/**
	 * The words that anybody may read on a day: the latest that were accepted, if consent
	 * stands, up to six months after the interest ended or its holder left.
	 * @param left the day on which the holder left; null for who has not
	 */
	Optional<InterestVersion> published(LocalDate today, @Nullable LocalDate left) {
		return open().filter((version) -> lasts(version.endedOn(), today) && lasts(left, today));
	}

	/**
	 * The words that anybody may read, or could, if the interest stood at any time from
	 * one day to another: without regard to how long it stays public.
	 * @param left the day on which the holder left; null for who has not
	 */
	Optional<InterestVersion> published(LocalDate first, LocalDate last, @Nullable LocalDate left) {
		return open().filter((version) -> !version.beganOn().isAfter(last))
			.filter((version) -> reaches(version.endedOn(), first) && reaches(left, first));
	}

	private Optional<InterestVersion> open() {
		return this.versions.reversed()
			.stream()
			.filter((version) -> isAccepted(reviewOf(version)))
			.findFirst()
			.filter((version) -> version.consents() && latest().consents());
	}

	private static boolean reaches(@Nullable LocalDate end, LocalDate day) {
		return end == null || !end.isBefore(day);
	}

	private static boolean isAccepted(@Nullable InterestReview review) {
		return review != null && review.accepted();
	}

	private static boolean lasts(@Nullable LocalDate end, LocalDate today) {
		return end == null || !today.isAfter(end.plusMonths(MONTHS_PUBLIC));
	}

}
