package org.mandate.meetings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.forms.TextCheck;
import org.mandate.forms.Typed;
import org.mandate.meetings.Outcome.Result;

import org.springframework.util.MultiValueMap;
import org.springframework.validation.BindingResult;

/**
 * What is typed about an item of an open meeting.
 */
final class ItemForms {

	/** More than any committee has. */
	private static final int MOST_VOTERS = 100;

	private ItemForms() {
	}

	/**
	 * A declaration: interests of the register, something that is not there, or both.
	 *
	 * @param interests ids of interests on the register
	 * @param seat of whoever declares something that is not there
	 * @param words what it is
	 * @param publish "yes" or "no"
	 */
	public record DeclarationForm(@Nullable List<String> interests, @Nullable String seat, @Nullable String words,
			@Nullable String publish) {

		/** Most characters of the words. */
		static final int LENGTH = 1000;

		public DeclarationForm {
			interests = (interests != null) ? new ArrayList<>(interests) : new ArrayList<>();
		}

		List<UUID> taken() {
			return chosen().stream().filter((id) -> !id.isBlank()).map(MeetingId::parse).toList();
		}

		private List<String> chosen() {
			return (this.interests != null) ? this.interests : List.of();
		}

		/** Whether something is declared that is not on the register. */
		boolean says() {
			return !Typed.text(this.words).isEmpty() || !Typed.text(this.seat).isEmpty();
		}

		void check(Meeting meeting, BindingResult errors) {
			if (!says()) {
				if (taken().isEmpty()) {
					errors.rejectValue("words", "missing",
							"Choose what is declared, or enter what is not on the register");
				}
				return;
			}
			if (meeting.members().stream().noneMatch((member) -> member.seat().toString().equals(this.seat))) {
				errors.rejectValue("seat", "missing", "Choose who declares it");
			}
			new TextCheck(errors).prose("words", this.words, "What is declared", LENGTH, "Enter what is declared");
			if (!"yes".equals(this.publish) && !"no".equals(this.publish)) {
				errors.rejectValue("publish", "missing", "Choose whether the member agrees to its publication");
			}
		}

	}

	/**
	 * A ruling.
	 *
	 * @param ruling name of one
	 * @param reason why; may be empty
	 */
	public record RulingForm(@Nullable String ruling, @Nullable String reason) {

		@Nullable Ruling chosen(BindingResult errors) {
			new TextCheck(errors).prose("reason", this.reason, "The reason", 1000, null);
			Ruling chosen = Typed.one(Ruling.values(), this.ruling);
			if (chosen == null) {
				errors.rejectValue("ruling", "missing", "Choose the ruling");
			}
			return errors.hasErrors() ? null : chosen;
		}

	}

	/**
	 * Why something is withdrawn.
	 *
	 * @param reason 1 to 1000 characters
	 */
	public record ReasonForm(@Nullable String reason) {

		boolean check(BindingResult errors) {
			return check("Enter why it is withdrawn", errors);
		}

		boolean check(String missing, BindingResult errors) {
			new TextCheck(errors).prose("reason", this.reason, "The reason", 1000, missing);
			return !errors.hasErrors();
		}

	}

	/**
	 * Who is to preside.
	 *
	 * @param presiding a seat
	 */
	public record PresidingForm(@Nullable String presiding) {
	}

	/**
	 * How one member voted.
	 *
	 * @param seat of the member
	 * @param choice name of one; may be empty
	 */
	public record NamedVote(@Nullable String seat, @Nullable String choice) {
	}

	/**
	 * An outcome.
	 *
	 * @param result name of one
	 * @param amendedWording the words approved, for an approval with amendments
	 * @param manner BY_NAME, BY_COUNT or NONE
	 * @param votes by name
	 * @param votesFor by count
	 * @param votesAgainst by count
	 * @param abstained by count
	 * @param casting the second vote of whoever presides
	 * @param reason why
	 * @param notes of the discussion
	 * @param seen version of the meeting
	 */
	public record OutcomeForm(@Nullable String result, @Nullable String amendedWording, @Nullable String manner,
			List<NamedVote> votes, @Nullable String votesFor, @Nullable String votesAgainst, @Nullable String abstained,
			@Nullable String casting, @Nullable String reason, @Nullable String notes, @Nullable String seen) {

		/** For an item as it stands, before anything is typed. */
		static OutcomeForm of(Meeting meeting, AgendaItem item, Standing standing) {
			String impediment = standing.impediment();
			boolean impeded = item.forDecision() && !impediment.isEmpty();
			String result = impeded ? Result.DEFERRED.name() : null;
			return new OutcomeForm(item.forDecision() ? result : Result.NOTED.name(), null, impeded ? "NONE" : null,
					named(standing, Map.of()), null, null, null, null, impeded ? impediment : null, item.notes(),
					Integer.toString(meeting.version()));
		}

		/**
		 * As sent by the page of the item: everybody who may vote on it, in their order.
		 */
		static OutcomeForm sent(MultiValueMap<String, String> sent, Standing standing) {
			Map<String, String> choices = new LinkedHashMap<>();
			for (int i = 0; i < MOST_VOTERS; i++) {
				choices.putIfAbsent(Typed.text(sent.getFirst("votes[" + i + "].seat")),
						Typed.text(sent.getFirst("votes[" + i + "].choice")));
			}
			return new OutcomeForm(sent.getFirst("result"), sent.getFirst("amendedWording"), sent.getFirst("manner"),
					named(standing, choices), sent.getFirst("votesFor"), sent.getFirst("votesAgainst"),
					sent.getFirst("abstained"), sent.getFirst("casting"), sent.getFirst("reason"),
					sent.getFirst("notes"), sent.getFirst("seen"));
		}

		/** The same, taken up again after somebody else saved. */
		OutcomeForm over(Meeting theirs, Standing standing) {
			Map<String, String> choices = new LinkedHashMap<>();
			this.votes.forEach((vote) -> choices.put(Typed.text(vote.seat()), Typed.text(vote.choice())));
			return new OutcomeForm(this.result, this.amendedWording, this.manner, named(standing, choices),
					this.votesFor, this.votesAgainst, this.abstained, this.casting, this.reason, this.notes,
					Integer.toString(theirs.version()));
		}

		private static List<NamedVote> named(Standing standing, Map<String, String> choices) {
			return standing.voters()
				.stream()
				.map((voter) -> voter.seat().toString())
				.map((seat) -> new NamedVote(seat, choices.get(seat)))
				.toList();
		}

		int version() {
			return Typed.version(this.seen);
		}

		/** What is typed as an outcome; null when something is wrong, which is said. */
		@Nullable Outcome outcome(AgendaItem item, BindingResult errors) {
			TextCheck check = new TextCheck(errors);
			Result chosen = Typed.one(Result.values(), this.result);
			if (chosen == null) {
				errors.rejectValue("result", "missing", "Choose what was decided");
			}
			boolean amends = chosen == Result.APPROVED_WITH_AMENDMENTS;
			check.prose("amendedWording", amends ? this.amendedWording : null, "The amended wording", 1000,
					amends ? "Enter the wording that was approved" : null);
			check.prose("reason", this.reason, "The reason", 1000, null);
			check.prose("notes", this.notes, "The notes", 5000, null);
			Vote vote = item.forDecision() ? vote(errors) : null;
			if (errors.hasErrors() || chosen == null) {
				return null;
			}
			return new Outcome(chosen, null, amends ? Typed.optional(this.amendedWording) : null,
					Typed.optional(this.reason), vote);
		}

		private @Nullable Vote vote(BindingResult errors) {
			Vote.Choice second = Typed.one(Vote.Choice.values(), this.casting);
			return switch (Typed.text(this.manner)) {
				case "BY_NAME" -> Vote.named(byName(errors), second);
				case "BY_COUNT" -> new Vote(count("votesFor", this.votesFor, "for", errors),
						count("votesAgainst", this.votesAgainst, "against", errors),
						count("abstained", this.abstained, "abstained", errors), Map.of(), second);
				case "NONE" -> null;
				default -> {
					errors.rejectValue("manner", "missing", "Choose how the votes were taken");
					yield null;
				}
			};
		}

		private Map<UUID, Vote.Choice> byName(BindingResult errors) {
			Map<UUID, Vote.Choice> byName = new LinkedHashMap<>();
			for (int index = 0; index < this.votes.size(); index++) {
				Vote.Choice choice = Typed.one(Vote.Choice.values(), this.votes.get(index).choice());
				if (choice == null) {
					errors.rejectValue("votes[" + index + "].choice", "missing", "Choose how this member voted");
				}
				else {
					byName.put(MeetingId.parse(Typed.text(this.votes.get(index).seat())), choice);
				}
			}
			return byName;
		}

		private static int count(String field, @Nullable String typed, String how, BindingResult errors) {
			String text = Typed.text(typed);
			if (text.isEmpty()) {
				errors.rejectValue(field, "missing",
						"Enter how many " + (how.equals("abstained") ? how : "voted " + how) + ", 0 if nobody did");
				return 0;
			}
			if (!text.matches("[0-9]{1,3}")) {
				errors.rejectValue(field, "number", "Enter a whole number from 0 to 999");
				return 0;
			}
			return Integer.parseInt(text);
		}

	}

}
