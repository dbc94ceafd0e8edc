package org.mandate.voices;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.mandate.options.Option;
import org.mandate.voting.BallotKind;
import org.mandate.voting.BallotRecord;
import org.mandate.voting.Choice;
import org.mandate.voting.Verdict;

/**
 * What the members said in the latest ballot that closed, as far as its result is out: a
 * result that is kept to commissioning managers is told to nobody here, for papers carry
 * what is said.
 *
 * @param ballots of the appraisal, in order
 * @param options of the appraisal, by key
 */
record MembersVoice(List<BallotRecord> ballots, Map<String, Option> options) {

	Voice voice() {
		BallotRecord latest = this.ballots.reversed()
			.stream()
			.filter((ballot) -> ballot.isClosed() && !ballot.isWithdrawn())
			.findFirst()
			.orElse(null);
		BallotRecord open = this.ballots.reversed().stream().filter(BallotRecord::isOpen).findFirst().orElse(null);
		if (latest == null) {
			return Voice.unknown(Voice.Kind.MEMBERS,
					(open != null) ? "Not yet known: ballot %d is open.".formatted(open.number())
							: "Not yet known: no ballot has closed.",
					(open != null) ? "/ballots/" + open.number() : "/ballots");
		}
		String later = (open != null && open.number() > latest.number())
				? " Ballot %d is open.".formatted(open.number()) : "";
		String evidence = "/ballots/" + latest.number() + "/results";
		if (!latest.isResultOut()) {
			return Voice.remarking(Voice.Kind.MEMBERS, "the result of the members’ vote is not out",
					"Ballot %d is closed. Its result is kept to commissioning managers and not told here.%s"
						.formatted(latest.number(), later),
					null);
		}
		Verdict verdict = latest.outcome(latest.usualReading()).verdict();
		String statement = "Ballot %d: %s%s".formatted(latest.number(), verdict.sentence(), later);
		return switch (verdict.state()) {
			case CARRIED -> carried(latest, verdict, statement, evidence);
			case NOT_CARRIED -> notCarried(latest, verdict, statement, evidence);
			case NOT_QUORATE ->
				Voice.remarking(Voice.Kind.MEMBERS, "the members’ vote was not quorate", statement, evidence);
			case CANNOT_BE_KNOWN -> Voice.remarking(Voice.Kind.MEMBERS,
					"what the members prefer cannot be known from what was returned", statement, evidence);
			case NOT_YET_KNOWN -> Voice.unknown(Voice.Kind.MEMBERS, statement, evidence);
		};
	}

	private Voice carried(BallotRecord ballot, Verdict verdict, String statement, String evidence) {
		String choice = verdict.choice();
		if (ballot.kind() == BallotKind.REFERENDUM || choice == null) {
			return Voice.remarking(Voice.Kind.MEMBERS, "the members carried the motion that was put to them", statement,
					evidence);
		}
		return Voice.naming(Voice.Kind.MEMBERS, List.of(named(ballot, choice)), statement, evidence);
	}

	private Voice notCarried(BallotRecord ballot, Verdict verdict, String statement, String evidence) {
		String proposed = (ballot.kind() == BallotKind.CONFIRM) ? ballot.proposed() : null;
		if (proposed != null) {
			Voice.Named rejected = named(ballot, proposed);
			return new Voice(Voice.Kind.MEMBERS, List.of(), rejected,
					"the members’ vote did not carry " + rejected.title(), statement, evidence);
		}
		return Voice.remarking(Voice.Kind.MEMBERS, (ballot.kind() == BallotKind.REFERENDUM)
				? "the members did not carry the motion that was put to them" : "the members’ vote carried no option",
				statement, evidence);
	}

	private Voice.Named named(BallotRecord ballot, String choice) {
		Option option = this.options.get(choice);
		String title = (option != null) ? option.title() : asBalloted(ballot, choice);
		return new Voice.Named(choice, Objects.requireNonNullElse(title, choice));
	}

	private static @Nullable String asBalloted(BallotRecord ballot, String choice) {
		return ballot.choices()
			.stream()
			.filter((each) -> each.code().equals(choice))
			.map(Choice::name)
			.findFirst()
			.orElse(null);
	}

}
