package org.mandate.submissions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.mandate.appraisals.AsAt;
import org.mandate.appraisals.Milestone;
import org.mandate.committees.Committee;
import org.mandate.committees.Roster;
import org.mandate.committees.SeatRole;
import org.mandate.considerations.Consideration;
import org.mandate.considerations.Considered;
import org.mandate.considerations.Finance;
import org.mandate.considerations.Statement;
import org.mandate.considerations.Subject;
import org.mandate.constitution.Amendment;
import org.mandate.forms.London;
import org.mandate.organisations.MemberPractice;
import org.mandate.voting.Outcome;

/**
 * What is on record, in the words of the pro forma. Null where nothing is.
 */
final class RecordWords {

	private RecordWords() {
	}

	static @Nullable String practices(List<MemberPractice> members, @Nullable String quarter, LocalDate day) {
		if (members.isEmpty()) {
			return null;
		}
		long patients = 0;
		int unknown = 0;
		for (MemberPractice member : members) {
			Integer size = member.listSize();
			patients += (size != null) ? size : 0;
			unknown += (size == null) ? 1 : 0;
		}
		String practices = "%d member practice%s".formatted(members.size(), (members.size() == 1) ? "" : "s");
		String registered = (quarter == null || unknown == members.size())
				? "; how many patients are registered with them is not on record"
				: " with %,d registered patients in quarter %s".formatted(patients, quarter);
		String gaps = (unknown > 0 && unknown < members.size())
				? ". For %d of them the number is not known".formatted(unknown) : "";
		return "%s on %s%s%s.".formatted(practices, London.date(day), registered, gaps);
	}

	static @Nullable String benefits(Considered considered, String model) {
		return considered.sides()
			.stream()
			.filter((sides) -> sides.option().key().equals(model))
			.flatMap((sides) -> sides.opportunities().stream())
			.map(Consideration::text)
			.map((text) -> "- " + text)
			.reduce((one, other) -> one + "\n" + other)
			.orElse(null);
	}

	static @Nullable String conflictsStatement(Considered considered) {
		Statement statement = considered.statements().get(Subject.CONFLICTS);
		return (statement != null && statement.applies()) ? statement.text() : null;
	}

	static @Nullable String capacity(Considered considered, String model) {
		List<String> said = new ArrayList<>();
		Statement statement = considered.statements().get(Subject.CAPACITY);
		if (statement != null) {
			said.add(statement.text());
		}
		if (!considered.capacity().roles().isEmpty()) {
			considered.capacity()
				.options()
				.stream()
				.filter((option) -> option.key().equals(model))
				.forEach((option) -> said.add(considered.capacity().finding(option)));
		}
		return said.isEmpty() ? null : String.join("\n\n", said);
	}

	static @Nullable String allocation(Finance finance) {
		return lines(finance, List.of(Finance.Category.ALLOCATION));
	}

	static @Nullable String businessRules(Finance finance) {
		return lines(finance,
				List.of(Finance.Category.HEADROOM, Finance.Category.CONTINGENCY, Finance.Category.SURPLUS));
	}

	private static @Nullable String lines(Finance finance, List<Finance.Category> categories) {
		List<String> lines = new ArrayList<>();
		for (Finance.Group group : finance.groups()) {
			if (categories.contains(group.category())) {
				group.lines().forEach((line) -> lines.add(line(line)));
				group.totals().forEach((line) -> lines.add(line(line)));
			}
		}
		return lines.isEmpty() ? null : String.join("\n", lines);
	}

	private static String line(Finance.Line line) {
		String note = (line.note() != null) ? ". " + line.note() : "";
		return "- %s, %s: %s%s (%s)".formatted(line.category().label(), line.label(), line.words(), note,
				line.source());
	}

	static String governance(Committee committee, LocalDate day) {
		List<String> said = new ArrayList<>();
		said.add("%s: %s.".formatted(committee.name(), committee.kindWords().toLowerCase(Locale.UK)));
		if (committee.statement().about() != null) {
			said.add(committee.statement().about());
		}
		for (Committee.Seat seat : committee.standing()) {
			Committee.Holder holder = seat.on(day);
			Roster.Office office = seat.statement().office();
			said.add("- %s (%s, %s%s): %s".formatted(seat.statement().title(),
					seat.statement().role().label().toLowerCase(Locale.UK),
					seat.statement().voting() ? "voting" : "without a vote",
					(office != null) ? ", " + office.label().toLowerCase(Locale.UK) : "",
					(holder != null) ? holder.statement().name() : "vacant"));
		}
		if (committee.standing().isEmpty()) {
			said.add("Its seats are not on record yet.");
		}
		String quorum = committee.quorumWords();
		said.add((quorum != null) ? "Quorum: " + quorum : "Its quorum is not on record yet.");
		said.add("A motion is carried by " + committee.decisionWords() + ".");
		Committee.Terms terms = committee.statement().terms();
		said.add((terms != null)
				? "Terms of reference: version %s of %s.".formatted(terms.version(), London.date(terms.on()))
				: "Its terms of reference are not on record yet.");
		return String.join("\n", said);
	}

	static @Nullable String conflicts(@Nullable Committee committee, LocalDate day, int interests,
			@Nullable String statement) {
		List<String> said = new ArrayList<>();
		if (statement != null) {
			said.add(statement);
		}
		if (committee != null) {
			committee.roster(day)
				.sittings()
				.stream()
				.filter((sitting) -> sitting.office() == Roster.Office.CHAIR)
				.forEach((chair) -> said.add("%s chairs the %s%s.".formatted(chair.name(), committee.name(),
						(chair.role() == SeatRole.LAY) ? ", as a lay member" : "")));
		}
		if (interests > 0) {
			said.add("%d interest%s declared and kept in a register that anybody can read where the holder consents."
				.formatted(interests, (interests == 1) ? " is" : "s are"));
		}
		return said.isEmpty() ? null : String.join("\n\n", said);
	}

	static @Nullable String amendments(List<Amendment> amendments) {
		return amendments.isEmpty() ? null
				: amendments.stream().map(RecordWords::amendment).collect(Collectors.joining("\n"));
	}

	private static String amendment(Amendment amendment) {
		StringBuilder said = new StringBuilder("%d. %s (%s)".formatted(amendment.number(), amendment.title(),
				amendment.coCommissioning() ? "for co-commissioning only" : "by the normal route"));
		LocalDate until = amendment.further().proposedUntil();
		day(said, (until != null) ? "proposed to the members between" : "proposed to the members on",
				amendment.proposed());
		if (until != null) {
			said.append(" and ").append(London.date(until));
		}
		day(said, "agreed by the members on", amendment.agreed());
		if (amendment.agreedHow() != null) {
			said.append(": ").append(amendment.agreedHow());
		}
		day(said, "sent to NHS England on", amendment.submitted());
		day(said, "approved by NHS England on", amendment.approved());
		return said.append((amendment.agreed() == null) ? "; no agreement of the members is on record." : ".")
			.toString();
	}

	private static void day(StringBuilder said, String what, @Nullable LocalDate day) {
		if (day != null) {
			said.append("; ").append(what).append(' ').append(London.date(day));
		}
	}

	static @Nullable String engagement(List<Milestone> milestones, AsAt asAt) {
		List<String> said = milestones.stream()
			.filter((each) -> each.kind() == Milestone.Kind.ENGAGEMENT || each.kind() == Milestone.Kind.OBJECTIONS)
			.filter((each) -> each.isPast(asAt))
			.map((each) -> "- %s: %s%s".formatted(days(each), each.title(),
					(each.detail() != null) ? ". " + each.detail() : ""))
			.toList();
		return said.isEmpty() ? null : String.join("\n", said);
	}

	private static String days(Milestone milestone) {
		return milestone.isExact() ? London.date(milestone.from())
				: London.date(milestone.from()) + " to " + London.date(milestone.to());
	}

	static String vote(Outcome outcome) {
		return String.join("\n\n", "The member practices were asked: “" + outcome.ballot().question() + "”",
				outcome.paragraph(), outcome.verdict().sentence() + " " + String.join(" ", outcome.verdict().sums()));
	}

}
