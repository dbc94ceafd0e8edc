package org.mandate.recount;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The words of a vote event as Popolo has them
 * (https://www.popoloproject.com/specs/vote-event.html): "yes", "no", "abstain" and so
 * on; here the choices of the ballot stand for yes and no.
 */
final class VoteEvent {

	private static final Map<String, String> BESIDE_CHOICES = new LinkedHashMap<>();

	static {
		BESIDE_CHOICES.put("abstained", "abstain");
		BESIDE_CHOICES.put("spoilt", "spoilt");
		BESIDE_CHOICES.put("conflicted_out", "conflicted out");
		BESIDE_CHOICES.put("absent", "absent");
		BESIDE_CHOICES.put("not_returned", "not voting");
	}

	private VoteEvent() {
	}

	/** The option of each figure that is one, in order. */
	static Map<String, String> options(Iterable<String> choices) {
		Map<String, String> options = new LinkedHashMap<>();
		choices.forEach((choice) -> options.put("votes:" + choice, choice));
		options.putAll(BESIDE_CHOICES);
		return options;
	}

	/** The option of what a practice did by a roll. */
	static String option(String vote) {
		return switch (vote) {
			case "ABSTAINED" -> "abstain";
			case "SPOILT" -> "spoilt";
			case "CONFLICTED" -> "conflicted out";
			case "ABSENT" -> "absent";
			default -> vote;
		};
	}

	/**
	 * How a verdict reads as a result: "pass" or "fail"; null while that is not known.
	 */
	static @Nullable String result(String verdict) {
		return switch (verdict) {
			case "CARRIED" -> "pass";
			case "NOT_CARRIED", "NOT_QUORATE" -> "fail";
			default -> null;
		};
	}

}
