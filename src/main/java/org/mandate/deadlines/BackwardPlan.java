package org.mandate.deadlines;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.mandate.access.Role;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.AsAt;
import org.mandate.appraisals.Milestone;
import org.mandate.appraisals.Milestone.Kind;
import org.mandate.deadlines.PlanLine.Group;
import org.mandate.forms.London;
import org.mandate.guidance.Deadline;
import org.mandate.guidance.Edition;

/**
 * Counts back from the deadline of a model's proposal: the attestations, the last meeting
 * of the governing body before it, the papers and the notice of that meeting, the
 * members' vote, who has to be consulted before; and for the constitution. The deadlines
 * are the guidance's (NHS England slides, Technical plenary; Southern Derbyshire report,
 * Submission Requirements), the time between steps is the organisation's own.
 */
final class BackwardPlan {

	private static final String LOCAL_MEDICAL_COMMITTEE = "local-medical-committee";

	private static final Set<Role> MANAGER = EnumSet.of(Role.COMMISSIONING_MANAGER);

	private static final Set<Role> ATTESTING = EnumSet.of(Role.ACCOUNTABLE_OFFICER, Role.CONFLICTS_GUARDIAN);

	private final Edition edition;

	private final String model;

	private final LeadTimes lead;

	private final Seen seen;

	private final AsAt asAt;

	private final @Nullable Deadline submission;

	private final Due anchor;

	private final Deciding deciding;

	private final List<PlanLine> lines = new ArrayList<>();

	BackwardPlan(Edition edition, String model, AppraisalSummary appraisal, LeadTimes lead, Seen seen,
			Set<String> governingBodies, AsAt asAt) {
		this.edition = edition;
		this.model = model;
		this.lead = lead;
		this.seen = seen;
		this.asAt = asAt;
		this.submission = edition.submission(model);
		Due due = (this.submission != null) ? Due.of(this.submission) : null;
		this.anchor = (due != null) ? due : Due.endOf(appraisal.year().first().minusDays(1));
		this.deciding = new Deciding(seen, governingBodies, this.anchor, due != null, asAt);
	}

	/** The lines, by group and then by day; those without a day last. */
	List<PlanLine> lines() {
		this.lines.clear();
		consulting();
		engaged();
		voting();
		meeting();
		constitution();
		submission();
		others();
		return this.lines.stream()
			.sorted(Comparator.comparing(PlanLine::group)
				.thenComparing(PlanLine::due,
						Comparator.nullsLast(Comparator.comparing(Due::late).thenComparing(Due::day))))
			.toList();
	}

	Due anchor() {
		return this.anchor;
	}

	Deciding deciding() {
		return this.deciding;
	}

	private void consulting() {
		LocalDate day = this.anchor.day().minusDays(this.lead.consulting());
		List<Milestone> told = this.seen.all(Kind.ENGAGEMENT, (each) -> LOCAL_MEDICAL_COMMITTEE.equals(each.about()));
		step("consult-lmc", Group.DECIDE, "Consult the local medical committee",
				"Well in advance of the submission: we take %s before it".formatted(days(this.lead.consulting())),
				Due.endOf(day), Seen.first(told), told, MANAGER);
	}

	/** Everybody else whom the record names: heard before the submission, or not. */
	private void engaged() {
		Stream.concat(this.seen.of(Kind.ENGAGEMENT).stream(), this.seen.of(Kind.OBJECTIONS).stream())
			.filter((each) -> each.about() != null && !LOCAL_MEDICAL_COMMITTEE.equals(each.about()))
			.map(Milestone::about)
			.distinct()
			.forEach((audience) -> {
				List<Milestone> theirs = this.seen.all()
					.stream()
					.filter((each) -> (each.kind() == Kind.ENGAGEMENT || each.kind() == Kind.OBJECTIONS)
							&& java.util.Objects.equals(audience, each.about()))
					.toList();
				step("engage-" + audience, Group.DECIDE, theirs.getFirst().title(),
						"What they say can only count before " + this.deciding.before(), this.anchor, theirs.getFirst(),
						theirs, MANAGER);
			});
	}

	private void voting() {
		LocalDate papers = this.lead.papersBefore(this.deciding.day());
		LocalDate closes = this.lead.ballotClosesBefore(papers);
		List<Milestone> opened = this.seen.of(Kind.BALLOT_OPENED);
		step("ballot-opens", Group.DECIDE, "Open the ballot of the member practices",
				"It is open for %s".formatted(days(this.lead.voting())),
				Due.endOf(closes.minusDays(this.lead.voting())), this.seen.last(opened), opened, MANAGER);
		List<Milestone> closed = this.seen.of(Kind.BALLOT_CLOSED);
		List<Milestone> carried = this.seen.of(Kind.BALLOT_CARRIED);
		step("ballot-closes", Group.DECIDE, "Close the ballot",
				"%s before the papers go out, to count it and write it down".formatted(working(this.lead.counting())),
				Due.endOf(closes), this.seen.last(closed), together(closed, carried),
				EnumSet.of(Role.COMMISSIONING_MANAGER, Role.LOCALITY_DIRECTOR));
	}

	private void meeting() {
		LocalDate day = this.deciding.day();
		Due notice = Due.endOf(this.lead.noticeBefore(day));
		this.lines.add(new PlanLine("notice", Group.DECIDE, "Give notice of the meeting",
				"%s before it. The record does not keep when notice was given".formatted(working(this.lead.notice())),
				notice, London.date(notice.day()), Timing.ofOthers(notice, null, this.asAt), List.of(), List.of(),
				List.of(), EnumSet.of(Role.CHAIR, Role.COMMISSIONING_MANAGER)));
		List<Milestone> put = this.seen.of(Kind.RECOMMENDATION_PUT, this.model);
		step("papers", Group.DECIDE, "Send the papers out, with the recommendation",
				"%s before the meeting".formatted(working(this.lead.papers())), Due.endOf(this.lead.papersBefore(day)),
				this.seen.last(put), put, MANAGER);
		List<Milestone> approved = this.seen.of(Kind.APPROVED, this.model);
		Milestone approval = Seen.first(approved);
		this.lines.add(new PlanLine("decision", Group.DECIDE, "The governing body decides", this.deciding.sentence(),
				this.deciding.due(), this.deciding.when(), this.deciding.timing(approval),
				together(this.deciding.meetings(), together(approved, this.seen.of(Kind.NOT_APPROVED, this.model))),
				List.of(), List.of(), EnumSet.of(Role.CHAIR)));
	}

	private void constitution() {
		List<Deadline> all = this.edition.deadlines(this.model)
			.stream()
			.filter((deadline) -> deadline.category() == Deadline.Category.CONSTITUTION)
			.toList();
		for (Deadline deadline : all) {
			Due due = Due.of(deadline);
			boolean withProposal = due == null || due.day().equals(this.anchor.day());
			List<Milestone> sent = this.seen.of(Kind.AMENDMENT_SUBMITTED);
			add(deadline, Group.SUBMIT,
					withProposal ? "" : "Only where the constitution is amended in other matters as well",
					withProposal ? Timing.of(due, Seen.first(sent), this.asAt) : Timing.ofOthers(due, null, this.asAt),
					withProposal ? sent : List.of(), withProposal ? MANAGER : Set.of());
			if (withProposal && due != null) {
				List<Milestone> proposed = this.seen.of(Kind.AMENDMENT_PROPOSED);
				step("amendment-proposed", Group.SUBMIT, "Propose the amendment to the member practices",
						"They have %s before it is sent".formatted(days(this.lead.amending())),
						Due.endOf(due.day().minusDays(this.lead.amending())), Seen.first(proposed), proposed, MANAGER);
				List<Milestone> agreed = this.seen.of(Kind.AMENDMENT_AGREED);
				step("amendment-agreed", Group.SUBMIT, "The member practices agree to the amendment",
						"Before it is sent", due, this.seen.last(agreed), agreed, MANAGER);
			}
		}
	}

	private void submission() {
		if (this.submission == null) {
			return;
		}
		List<Milestone> submitted = this.seen.of(Kind.SUBMITTED, this.model);
		Milestone first = Seen.first(submitted);
		Due due = Due.of(this.submission);
		if (due != null) {
			List<Milestone> attested = this.seen.of(Kind.ATTESTED);
			boolean whole = attested.stream().map(Milestone::about).distinct().count() >= ATTESTING.size();
			step("attestations", Group.SUBMIT, "Accountable officer and audit committee chair attest",
					((this.lead.attesting() == 0) ? "Before the proposal goes out"
							: working(this.lead.attesting()) + " before the proposal goes out")
							+ ((attested.isEmpty() || whole) ? "" : "; one of the two has attested"),
					(this.lead.attesting() == 0) ? due
							: Due.endOf(WorkingDays.before(due.day(), this.lead.attesting())),
					whole ? attested.getLast() : null, attested, ATTESTING);
		}
		this.lines.add(new PlanLine(this.submission.key(), Group.SUBMIT, this.submission.title(), "", due,
				this.submission.words(), Timing.of(due, first, this.asAt), submitted, this.submission.citations(),
				this.submission.rivals().stream().map((rival) -> rival(this.submission, rival, first)).toList(),
				EnumSet.of(Role.COMMISSIONING_MANAGER, Role.ACCOUNTABLE_OFFICER)));
	}

	private void others() {
		for (Deadline deadline : this.edition.deadlines(this.model)) {
			List<Milestone> record = switch (deadline.category()) {
				case MODERATION, SIGN_OFF -> this.seen.all(Kind.MODERATED,
						(each) -> each.about() != null && deadline.key().endsWith(each.about()));
				case GO_LIVE -> this.seen.of(Kind.GO_LIVE, this.model);
				default -> List.of();
			};
			switch (deadline.category()) {
				case SUBMISSION, CONSTITUTION -> {
				}
				case FINANCE, GUIDANCE -> other(deadline, Group.PUBLISHED, record);
				default -> other(deadline, Group.AFTER, record);
			}
		}
	}

	private void other(Deadline deadline, Group group, List<Milestone> record) {
		add(deadline, group, "", Timing.ofOthers(Due.of(deadline), Seen.first(record), this.asAt), record, Set.of());
	}

	private void add(Deadline deadline, Group group, String how, Timing timing, List<Milestone> record,
			Set<Role> actors) {
		this.lines.add(new PlanLine(deadline.key(), group, deadline.title(), how, Due.of(deadline), deadline.words(),
				timing, record, deadline.citations(),
				deadline.rivals()
					.stream()
					.map((rival) -> new PlanLine.Rival(rival, DeadlineSections.distance(deadline, rival), null))
					.toList(),
				actors));
	}

	private void step(String key, Group group, String title, String how, Due due, @Nullable Milestone milestone,
			List<Milestone> record, Set<Role> actors) {
		this.lines.add(new PlanLine(key, group, title, how, due, London.date(due.day()),
				Timing.of(due, milestone, this.asAt), record, List.of(), List.of(), actors));
	}

	private PlanLine.Rival rival(Deadline deadline, Deadline rival, @Nullable Milestone submitted) {
		Due due = Due.of(rival);
		String consequence = null;
		if (due != null) {
			Timing timing = Timing.of(due, submitted, this.asAt);
			consequence = "If it held: %s. %s".formatted(timing.sentence(), this.deciding.under(due));
		}
		return new PlanLine.Rival(rival, DeadlineSections.distance(deadline, rival), consequence);
	}

	private static List<Milestone> together(List<Milestone> some, List<Milestone> others) {
		return Stream.concat(some.stream(), others.stream()).sorted(Milestone.IN_TIME).toList();
	}

	private static String days(int number) {
		return (number == 1) ? "1 day" : number + " days";
	}

	private static String working(int number) {
		return (number == 1) ? "1 working day" : number + " working days";
	}

}
