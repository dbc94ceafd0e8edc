package org.mandate.voting;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Withholding;
import org.mandate.audit.Trail;

import org.springframework.stereotype.Component;

/**
 * Keeps the figures of returns out of the history for everybody but commissioning
 * managers until the result of their ballot is out, and from whoever may enter them a
 * second time until they have, as the pages of the ballot do.
 */
@Component
class WithheldFigures implements Withholding {

	private static final String RETURNS = "return.";

	/** Every summary of an event of a return names its ballot. */
	private static final Pattern BALLOT = Pattern.compile(" in ballot (\\d{1,9})\\b");

	private final BallotReader reader;

	WithheldFigures(BallotReader reader) {
		this.reader = reader;
	}

	@Override
	public Set<Long> withheld(AppraisalSummary appraisal, List<Trail.Entry> events, Member member) {
		List<Trail.Entry> returns = events.stream().filter((event) -> event.action().startsWith(RETURNS)).toList();
		if (returns.isEmpty()) {
			return Set.of();
		}
		Map<Integer, BallotRecord> ballots = this.reader.of(appraisal.id())
			.stream()
			.collect(Collectors.toMap(BallotRecord::number, Function.identity()));
		return returns.stream()
			.filter((event) -> !mayKnow(event, ballots, member))
			.map(Trail.Entry::seq)
			.collect(Collectors.toSet());
	}

	private static boolean mayKnow(Trail.Entry event, Map<Integer, BallotRecord> ballots, Member member) {
		Matcher named = BALLOT.matcher(event.summary());
		BallotRecord ballot = named.find() ? ballots.get(Integer.parseInt(named.group(1))) : null;
		if (ballot == null || !(member.is(Role.COMMISSIONING_MANAGER) || ballot.isResultOut())) {
			return false;
		}
		return ballot.units()
			.stream()
			.filter((unit) -> event.summary().contains(" of " + unit.name() + " in ballot "))
			.noneMatch((unit) -> SecondEntry.state(ballot, unit.latest().orElse(null),
					member) == SecondEntry.State.AWAITED);
	}

}
