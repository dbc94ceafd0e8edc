package org.mandate.meetings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.mandate.committees.DecisionRule;
import org.mandate.meetings.MeetingRefused.Problem;
import org.mandate.meetings.Outcome.Result;

/**
 * Finds what contradicts the record in an outcome that somebody is about to record:
 * nothing is decided inquorate, nobody votes who may not, and no result differs from what
 * the votes carry.
 */
final class OutcomeCheck {

	private final Meeting meeting;

	private final AgendaItem item;

	private final Standing standing;

	private final List<Problem> problems = new ArrayList<>();

	private OutcomeCheck(Meeting meeting, AgendaItem item) {
		this.meeting = meeting;
		this.item = item;
		this.standing = meeting.standing(item);
	}

	/** What is wrong with an outcome; nothing when it can be recorded. */
	static List<Problem> problems(Meeting meeting, AgendaItem item, Outcome outcome) {
		OutcomeCheck check = new OutcomeCheck(meeting, item);
		check.check(outcome);
		return check.problems;
	}

	/**
	 * That every outcome on record can have come about as it says.
	 * @throws MeetingRefused if one cannot
	 */
	static void requireSound(Meeting meeting) {
		List<Problem> problems = new ArrayList<>();
		for (AgendaItem item : meeting.items()) {
			if (item.outcome() != null) {
				problems(meeting, item, item.outcome()).forEach((problem) -> problems.add(new Problem("",
						"Item %d: %s. Remove its outcome first".formatted(item.number(), problem.words()))));
			}
		}
		if (!problems.isEmpty()) {
			throw new MeetingRefused(problems);
		}
	}

	private void check(Outcome outcome) {
		if (!this.meeting.attendanceRecorded()) {
			wrong("", "Record first who is present");
			return;
		}
		if ((outcome.result() == Result.NOTED) == this.item.forDecision()) {
			wrong("result", this.item.forDecision() ? "The item is for decision: choose what was decided"
					: "The item is not for decision: it can only be noted");
			return;
		}
		wording(outcome);
		if (outcome.result() == Result.DEFERRED && outcome.reason() == null) {
			wrong("reason", "Enter the reason for the deferral");
		}
		Vote vote = outcome.vote();
		if (outcome.result() == Result.NOTED) {
			if (vote != null) {
				wrong("manner", "Nobody votes on an item that is not for decision");
			}
		}
		else if (outcome.put() == null) {
			unput(outcome);
		}
		else if (!this.standing.obstacles().isEmpty()) {
			impeded(outcome);
		}
		else if (vote == null) {
			wrong("manner", "Choose how the votes were taken");
		}
		else {
			votes(outcome.result(), vote);
		}
	}

	/** Nobody votes on a recommendation that is not before them. */
	private void unput(Outcome outcome) {
		if (outcome.result() != Result.DEFERRED || outcome.vote() != null) {
			wrong("result", "The recommendation is not before the governing body. Put it first, "
					+ "or defer the item without a vote");
		}
	}

	/** Without a quorum nothing is left but to defer, and nobody votes on that. */
	private void impeded(Outcome outcome) {
		String impediment = this.standing.impediment();
		if (impediment.isEmpty()) {
			this.standing.obstacles().forEach((words) -> wrong("", stripped(words)));
		}
		else if (outcome.result() != Result.DEFERRED) {
			wrong("result", stripped(impediment) + ". It can only be deferred");
		}
		else if (outcome.vote() != null) {
			wrong("manner", stripped(impediment) + ". Nobody can vote on it");
		}
	}

	private void wording(Outcome outcome) {
		boolean amends = outcome.result() == Result.APPROVED_WITH_AMENDMENTS;
		if (amends && outcome.amendedWording() == null) {
			wrong("amendedWording", "Enter the wording that was approved");
		}
		else if (amends && outcome.put() != null && outcome.put().wording().equals(outcome.amendedWording())) {
			wrong("amendedWording", "The wording is the one that was put. Change it, or choose \"Approved\"");
		}
	}

	private void votes(Result result, Vote vote) {
		Meeting.Rules rules = this.meeting.rules();
		if (rules == null) {
			throw new IllegalStateException("The meeting is not open yet");
		}
		int before = this.problems.size();
		if (vote.byName().isEmpty()) {
			counts(vote);
		}
		else {
			names(vote.byName());
		}
		casting(rules, vote);
		if (this.problems.size() > before) {
			return;
		}
		boolean carried = rules.decision()
			.carried(vote.allFor(), vote.allAgainst(), Math.max(this.standing.voters().size(), vote.allFor()));
		if (carried == (result == Result.REJECTED)) {
			wrong("result", "%s does not follow from %s: %s".formatted(result.label(), vote.words(),
					carried ? "that carries the motion" : "it needs " + lower(rules.decision().label())));
		}
	}

	private void counts(Vote vote) {
		int voters = this.standing.voters().size();
		if (vote.cast() == 0) {
			wrong("votesFor", "Enter at least one vote for, against or abstained");
		}
		else if (vote.cast() > voters) {
			wrong("votesFor", "That is %d, and %s may vote on this item".formatted(vote.cast(),
					(voters == 1) ? "1 member" : voters + " members"));
		}
	}

	private void names(Map<UUID, Vote.Choice> byName) {
		for (Attendee member : this.meeting.members()) {
			boolean may = this.standing.mayVote(member.seat());
			if (may != byName.containsKey(member.seat())) {
				wrong("votes",
						may ? "Choose how " + member.name() + " voted" : member.name() + " may not vote on this item");
			}
		}
	}

	private void casting(Meeting.Rules rules, Vote vote) {
		boolean tie = vote.votesFor() == vote.votesAgainst() && vote.votesFor() > 0;
		boolean may = rules.castingVote() && rules.decision() == DecisionRule.MAJORITY_OF_VOTES_CAST;
		if (vote.casting() != null && !(tie && may)) {
			wrong("casting", may ? "There is a casting vote only in a tie" : "The committee has no casting vote");
		}
		else if (vote.casting() == null && tie && may) {
			wrong("casting", "The votes are equal: choose how whoever presided cast the second vote");
		}
	}

	private static String stripped(String sentence) {
		return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
	}

	private static String lower(String label) {
		return label.substring(0, 1).toLowerCase(java.util.Locale.UK) + label.substring(1);
	}

	private void wrong(String field, String words) {
		this.problems.add(new Problem(field, words));
	}

}
