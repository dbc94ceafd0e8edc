package org.mandate.voting;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.forms.Typed;

import org.springframework.validation.Errors;

/**
 * What each practice of a locality did, as it was chosen.
 *
 * @param votes by the practice's ODS code, as in a {@link Roll}; blank for nothing
 * returned
 * @param reason why an accepted roll is corrected; blank elsewhere
 * @param at "meeting" where it is tapped at the meeting
 * @param seen version of the return that the person had before them
 */
public record RollForm(Map<String, String> votes, String reason, String at, String seen) {

	private static final String MEETING = "meeting";

	public RollForm(@Nullable Map<String, String> votes, @Nullable String reason, @Nullable String at,
			@Nullable String seen) {
		this.votes = (votes != null) ? new LinkedHashMap<>(votes) : new LinkedHashMap<>();
		this.reason = Typed.text(reason);
		this.at = MEETING.equals(at) ? MEETING : "";
		this.seen = Typed.text(seen);
	}

	/** The form as it opens, with what was saved. */
	static RollForm of(List<Elector> electors, Roll saved, int seen) {
		Map<String, String> votes = new LinkedHashMap<>();
		electors.forEach((elector) -> votes.put(elector.code(), saved.votes().getOrDefault(elector.practice(), "")));
		return new RollForm(votes, "", "", Integer.toString(seen));
	}

	/** The same, entered elsewhere: "meeting" at the meeting. */
	RollForm at(@Nullable String place) {
		return new RollForm(this.votes, this.reason, place, this.seen);
	}

	/** The same, to be saved over what somebody else saved. */
	RollForm over(int seen) {
		return new RollForm(this.votes, this.reason, this.at, Integer.toString(seen));
	}

	/**
	 * The same with the recommended choice for every practice that has nothing.
	 * @param all true to give it to every practice
	 */
	RollForm filled(List<Elector> electors, String proposed, boolean all) {
		Map<String, String> filled = new LinkedHashMap<>(this.votes);
		for (Elector elector : electors) {
			if (all || vote(elector.code()).isEmpty()) {
				filled.put(elector.code(), proposed);
			}
		}
		return new RollForm(filled, this.reason, this.at, this.seen);
	}

	/** The roll; problems with it are reported beside the practices. */
	Roll roll(List<Elector> electors, List<Choice> choices, Errors errors) {
		Map<String, UUID> practices = new LinkedHashMap<>();
		electors.forEach((elector) -> practices.put(elector.code(), elector.practice()));
		Map<UUID, String> votes = new LinkedHashMap<>();
		this.votes.forEach((code, vote) -> {
			UUID practice = practices.get(code);
			if (practice == null) {
				errors.reject("stranger",
						"\"%s\" is not a practice of this locality that is entitled to vote".formatted(code));
			}
			else if (!vote(code).isEmpty()) {
				votes.put(practice, vote(code));
			}
		});
		Roll roll = new Roll(votes);
		for (Figures.Problem problem : roll.problems(electors, choices)) {
			boolean ofOne = problem.field().startsWith("votes[");
			errors.rejectValue(ofOne ? problem.field() : "votes[" + electors.getFirst().code() + "]", "roll",
					problem.message());
		}
		return roll;
	}

	/** What is chosen for a practice; empty for nothing. */
	public String vote(String code) {
		return Typed.text(this.votes.get(code));
	}

	/** The running tally in words, as the page's script says it too. */
	public String tally(ReturnView view) {
		StringBuilder words = new StringBuilder();
		int entered = 0;
		for (RollChoice choice : view.rollChoices()) {
			long practices = view.electors()
				.stream()
				.filter((elector) -> vote(elector.code()).equals(choice.code()))
				.count();
			if (practices > 0 && !choice.code().isEmpty()) {
				entered += (int) practices;
				words.append(" ").append(choice.name()).append(": ").append(practices).append('.');
			}
		}
		int all = view.electors().size();
		int rest = all - entered;
		return "%d of %d practices%s.%s".formatted(entered, all, (rest > 0) ? ", " + rest + " to go" : "", words);
	}

	/** The first practice without a vote, or null. */
	public @Nullable String next(ReturnView view) {
		return view.electors()
			.stream()
			.map(Elector::code)
			.filter((code) -> vote(code).isEmpty())
			.findFirst()
			.orElse(null);
	}

	Way way() {
		return this.at.equals(MEETING) ? Way.MEETING : Way.ROLL;
	}

	int seenVersion() {
		return Typed.version(this.seen);
	}

}
