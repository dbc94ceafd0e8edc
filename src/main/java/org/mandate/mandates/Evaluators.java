package org.mandate.mandates;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.mandate.appraisals.Milestone;
import org.mandate.appraisals.Milestone.Kind;
import org.mandate.engagement.Audience;
import org.mandate.forms.London;
import org.mandate.guidance.Deadline;
import org.mandate.guidance.Edition;

/**
 * How each topic of the guidance is answered from the record (003, Key points 3 to 5, and
 * 002, The Approvals Process and Changes to a CCG Constitution). A topic or reading that
 * is not listed here is left to people, and never passed.
 */
final class Evaluators {

	/** The reading that asks for the governing body and the two attestations as well. */
	private static final String GOVERNING_BODY_TOO = "members-and-governing-body-agreed";

	private static final String BOARD = Audience.HEALTH_AND_WELLBEING_BOARD.label();

	private static final Map<String, Evaluator> TOPICS = Map.of("members-consulted", Evaluators::membersConsulted,
			"formal-vote", Evaluators::formalVote, "lmc-consulted", Evaluators::lmcConsulted, "members-agreed",
			Evaluators::membersAgreed, "constitution", ConstitutionEvaluator::judge, "conflicts-arrangements",
			ConflictsEvaluator::judge);

	/** The readings that the evaluators were written for, as topic/key. */
	private static final Set<String> READINGS = Set.of("members-consulted/members-consulted", "formal-vote/formal-vote",
			"lmc-consulted/lmc-consulted", "members-agreed/members-seen-and-agreed",
			"members-agreed/" + GOVERNING_BODY_TOO, "constitution/constitution-amended",
			"conflicts-arrangements/conflicts-arrangements");

	private Evaluators() {
	}

	/** Whether a reading can be answered from the record. */
	static boolean knows(Edition.Rule rule) {
		return TOPICS.containsKey(rule.topic()) && READINGS.contains(rule.topic() + "/" + rule.key());
	}

	/** What the record says to the readings of one topic. */
	static Judged judge(Material material, List<Edition.Rule> rules) {
		Judged judged = new Judged();
		for (Edition.Rule rule : rules) {
			if (!knows(rule)) {
				judged.misses("Mandate does not know how to answer “%s” from the record: it is judged by people."
					.formatted(rule.title()));
			}
		}
		Evaluator evaluator = TOPICS.get(rules.getFirst().topic());
		if (evaluator != null) {
			evaluator.judge(material, rules, judged);
		}
		return judged;
	}

	private static void membersConsulted(Material material, List<Edition.Rule> rules, Judged judged) {
		List<Milestone> asked = Stream
			.of(material.all(Kind.ENGAGEMENT, Audience.MEMBER_PRACTICES.code()),
					material.all(Kind.OBJECTIONS, Audience.MEMBER_PRACTICES.code()), material.all(Kind.BALLOT_OPENED))
			.flatMap(List::stream)
			.sorted(Milestone.IN_TIME)
			.toList();
		List<Milestone> before = asked.stream().filter((each) -> began(material, each)).toList();
		before.forEach(judged::supports);
		if (asked.isEmpty()) {
			judged.misses("Nothing on record says that the member practices were consulted.");
		}
		else if (before.isEmpty()) {
			Milestone first = asked.getFirst();
			if (material.isAfterSubmission(first)) {
				judged.contradicts(first, "The member practices were first asked %s, after the proposal was submitted."
					.formatted(Judged.on(first)));
			}
			else {
				judged
					.misses("The record does not say whether the member practices were asked (%s) before the proposal "
						.formatted(Judged.when(first)) + "was submitted.");
			}
		}
		if (!before.isEmpty() && before.stream().allMatch((each) -> each.kind() == Kind.OBJECTIONS)) {
			judged.says("They had an opportunity to object, which is consultation and not agreement.");
		}
		board(material, judged);
	}

	/** Whether it began before the submission: a window counts from its first day. */
	private static boolean began(Material material, Milestone asked) {
		return material.isBeforeSubmission((asked.kind() == Kind.OBJECTIONS)
				? Milestone.on(asked.kind(), asked.about(), asked.from(), asked.title(), asked.detail(), asked.path())
				: asked);
	}

	/**
	 * The Health and Wellbeing Board, asked when nothing could follow from its answer.
	 */
	private static void board(Material material, Judged judged) {
		List<Milestone> asked = new ArrayList<>(
				material.all(Kind.ENGAGEMENT, Audience.HEALTH_AND_WELLBEING_BOARD.code()));
		material.all(Kind.MEETING)
			.stream()
			.filter((meeting) -> Objects.requireNonNullElse(meeting.about(), "")
				.toLowerCase(Locale.UK)
				.contains(BOARD.toLowerCase(Locale.UK)))
			.forEach(asked::add);
		Milestone first = asked.stream().min(Milestone.IN_TIME).orElse(null);
		if (first == null) {
			return;
		}
		if (material.isAfterDeadline(first)) {
			judged.contradicts(first, late("The %s was asked".formatted(BOARD), first, material));
		}
		if (material.isAfterSubmission(first)) {
			judged.contradicts(first, "The %s was asked %s, after the proposal was submitted %s.".formatted(BOARD,
					Judged.on(first), Judged.on(material.submission().orElseThrow())));
		}
	}

	private static String late(String what, Milestone when, Material material) {
		Deadline deadline = Objects.requireNonNull(material.deadline());
		LocalDate day = Objects.requireNonNull(deadline.day());
		long days = ChronoUnit.DAYS.between(day, when.from());
		return "%s %s, %s the deadline of the proposal, %s.".formatted(what, Judged.on(when),
				(days <= 0) ? "after" : days(days) + " after", deadline.words());
	}

	private static void formalVote(Material material, List<Edition.Rule> rules, Judged judged) {
		Vote.of(material).judge(material, judged, "No ballot of the member practices is on record.");
	}

	private static void membersAgreed(Material material, List<Edition.Rule> rules, Judged judged) {
		Vote.of(material)
			.judge(material, judged,
					"No vote of the member practices is on record, and nothing else says that they agreed.");
		for (Milestone window : material.all(Kind.OBJECTIONS, Audience.MEMBER_PRACTICES.code())) {
			judged.says(
					"The member practices could object (%s). Silence is not agreement.".formatted(Judged.when(window)));
		}
		boolean asksBody = rules.stream().anyMatch((rule) -> rule.key().equals(GOVERNING_BODY_TOO));
		governingBody(material, judged, asksBody);
		for (String office : List.of("accountable-officer", "audit-committee-chair")) {
			Milestone attested = material.all(Kind.ATTESTED, office).stream().findFirst().orElse(null);
			String who = "The %s".formatted(office.replace('-', ' '));
			if (attested != null) {
				judged.supports(attested);
			}
			else if (asksBody) {
				judged.misses(who + " has not attested that membership and governing body have seen and agreed.");
			}
			else {
				judged.says(who + " has not attested to it on record.");
			}
		}
	}

	private static void governingBody(Material material, Judged judged, boolean required) {
		List<Milestone> resolved = Stream.of(Kind.APPROVED, Kind.NOT_APPROVED)
			.flatMap((kind) -> material.all(kind).stream())
			.sorted(Comparator.comparing(Milestone::from))
			.toList();
		List<Milestone> approved = material.all(Kind.APPROVED, material.model());
		if (!resolved.isEmpty()) {
			Milestone last = resolved.getLast();
			if (!material.model().equals(last.about())) {
				if (last.kind() == Kind.APPROVED) {
					judged.contradicts(last,
							"The governing body approved another model %s.".formatted(Judged.on(last)));
				}
			}
			else if (last.kind() == Kind.NOT_APPROVED) {
				judged.contradicts(last, "The governing body did not approve it %s.".formatted(Judged.on(last)));
			}
		}
		if (approved.isEmpty()) {
			String none = "That the governing body approved it is not on record.";
			if (required) {
				judged.misses(none);
			}
			else {
				judged.says(none);
			}
			return;
		}
		Milestone first = approved.getFirst();
		boolean late = false;
		if (material.isAfterDeadline(first)) {
			judged.contradicts(first, late("The governing body approved it", first, material));
			late = true;
		}
		if (material.isAfterSubmission(first)) {
			judged.contradicts(first, "The governing body approved it %s, after the proposal was submitted %s."
				.formatted(Judged.on(first), Judged.on(material.submission().orElseThrow())));
			late = true;
		}
		if (!late) {
			judged.supports(first);
			if (required && !material.isBeforeSubmission(first)) {
				judged.misses("The record does not say whether the governing body approved it before the submission.");
			}
		}
	}

	private static void lmcConsulted(Material material, List<Edition.Rule> rules, Judged judged) {
		List<Milestone> asked = material.all(Kind.ENGAGEMENT, Audience.LOCAL_MEDICAL_COMMITTEE.code());
		Milestone decision = Stream.of(Kind.APPROVED, Kind.NOT_APPROVED, Kind.SUBMITTED)
			.flatMap((kind) -> material.all(kind).stream())
			.min(Milestone.IN_TIME)
			.orElse(null);
		Instant decided = (decision == null) ? null
				: (decision.at() != null) ? decision.at() : decision.from().atStartOfDay(Deadline.LONDON).toInstant();
		List<Milestone> before = asked.stream().filter((each) -> decided == null || each.isBefore(decided)).toList();
		before.forEach(judged::supports);
		String measure = "Mandate takes %s as well in advance; the guidance names no number."
			.formatted(days(material.wellAhead()));
		if (asked.isEmpty()) {
			judged.misses("Nothing on record says that the local medical committee was consulted.");
			return;
		}
		if (before.isEmpty()) {
			Milestone first = asked.getFirst();
			judged.contradicts(first, "The local medical committee was consulted %s, not before the decision (%s)."
				.formatted(Judged.on(first), Judged.when(Objects.requireNonNull(decision))));
			return;
		}
		Milestone first = before.stream().min(Comparator.comparing(Milestone::to)).orElseThrow();
		LocalDate until = (decision != null) ? decision.from() : material.asAt().day();
		long days = ChronoUnit.DAYS.between(first.to(), until);
		String said = (decision != null)
				? "The local medical committee was consulted %s, %s before the decision (%s)."
					.formatted(Judged.on(first), days(days), Judged.when(decision))
				: "The local medical committee was consulted %s; nothing was decided in the %s until %s."
					.formatted(Judged.on(first), days(days), London.date(until));
		if (days < material.wellAhead()) {
			judged.misses(said);
		}
		else {
			judged.says(said);
		}
		judged.says(measure);
	}

	static String days(long days) {
		return (days == 1) ? "1 day" : days + " days";
	}

}
