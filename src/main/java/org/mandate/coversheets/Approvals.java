package org.mandate.coversheets;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.access.Member;
import org.mandate.access.MemberId;
import org.mandate.access.Role;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.database.NotFound;
import org.mandate.recommendations.RecommendationSummary;
import org.mandate.recommendations.Recommendations;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The officers' approvals of a paper: asked for by the commissioning manager, given or
 * refused by name, and void once the text has changed.
 */
@Component
public class Approvals {

	private final ApprovalStore store;

	private final RecordedCovers covers;

	private final Recommendations recommendations;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Approvals(ApprovalStore store, RecordedCovers covers, Recommendations recommendations,
			ApplicationEventPublisher events, Clock clock) {
		this.store = store;
		this.covers = covers;
		this.recommendations = recommendations;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Everything about the approvals of a paper.
	 *
	 * @param approvals where each stands, by office; an office of which nobody was asked
	 * has one line too
	 * @param acts what was asked and said, first to last
	 * @param text what there is to approve; null before a recommendation is begun
	 * @param closed whether the governing body has resolved on it
	 */
	public record Register(List<Approval> approvals, List<Act> acts, @Nullable TextVersion text, boolean closed) {
	}

	/**
	 * Where each approval stands, by office in the order of the report's table. Three
	 * statements.
	 */
	@Transactional(readOnly = true)
	public List<Approval> of(AppraisalSummary appraisal) {
		return register(appraisal).approvals();
	}

	/** The same with what was asked and said. Three statements. */
	@Transactional(readOnly = true)
	public Register register(AppraisalSummary appraisal) {
		RecommendationSummary current = this.recommendations.current(appraisal.id()).orElse(null);
		TextVersion text = (current != null) ? text(appraisal, current) : null;
		List<Act> acts = this.store.of(appraisal.id());
		return new Register(standing(acts, text), acts, text, current != null && current.sealed());
	}

	/** Where each approval stands after what was asked and said of a text. */
	static List<Approval> standing(List<Act> acts, @Nullable TextVersion now) {
		List<Approval> approvals = new ArrayList<>();
		for (Office office : Office.values()) {
			approvals.addAll(standing(office, acts.stream().filter((act) -> act.office() == office).toList(), now));
		}
		return List.copyOf(approvals);
	}

	private static List<Approval> standing(Office office, List<Act> acts, @Nullable TextVersion now) {
		Act dropped = acts.stream()
			.filter((act) -> act.kind() == Act.Kind.NOT_NEEDED && act.request() == null)
			.reduce((first, second) -> second)
			.orElse(null);
		List<Act> requests = acts.stream()
			.filter((act) -> act.kind() == Act.Kind.ASKED)
			.filter((act) -> dropped == null || act.number() > dropped.number())
			.filter((act) -> acts.stream()
				.noneMatch((later) -> later.kind() == Act.Kind.ASKED && later.number() > act.number()
						&& later.sameOfficer(act)))
			.toList();
		if (requests.isEmpty()) {
			return List.of(new Approval(office, null, dropped, now));
		}
		return requests.stream().map((request) -> new Approval(office, request, last(acts, request), now)).toList();
	}

	private static @Nullable Act last(List<Act> acts, Act request) {
		return acts.stream()
			.filter((act) -> act.isAbout(request.number()))
			.reduce((first, second) -> second)
			.orElse(null);
	}

	private TextVersion text(AppraisalSummary appraisal, RecommendationSummary current) {
		int version = (current.submission() != null) ? current.submission().versionNumber()
				: current.version().number();
		return new TextVersion(version,
				this.covers.findByAppraisal(appraisal.id()).map((cover) -> cover.view(null).version()).orElse(null));
	}

	/**
	 * Who is asked.
	 *
	 * @param member the person of the organisation; null for somebody outside
	 * @param name as shown, at most 200 characters
	 */
	public record Officer(@Nullable MemberId member, String name) {
	}

	/**
	 * Ask an officer to approve the paper as it is. Who was asked already, and has not
	 * answered or has approved this very text, is not asked twice.
	 * @param appraisal whose paper
	 * @param office as what
	 * @param officer who
	 * @param by who asks
	 * @throws NotFound if there is no recommendation yet
	 * @throws ApprovalRefused if the governing body has resolved on it
	 */
	@Transactional
	public void ask(AppraisalSummary appraisal, Office office, Officer officer, Member by) {
		Register register = locked(appraisal);
		UUID id = (officer.member() != null) ? officer.member().id() : null;
		Act request = act(register, Act.Kind.ASKED, office, null, id, officer.name(), null, null, by);
		boolean asked = register.approvals()
			.stream()
			.anyMatch(
					(each) -> each.request() != null && each.request().sameOfficer(request) && !each.canBeAskedAgain());
		if (!asked) {
			add(appraisal, request);
		}
	}

	/**
	 * Ask the officer of an earlier request again.
	 * @throws NotFound if there is no such request
	 */
	@Transactional
	public void askAgain(AppraisalSummary appraisal, int request, Member by) {
		Act known = request(this.store.of(appraisal.id()), request);
		ask(appraisal, known.office(), new Officer((known.officer() != null) ? new MemberId(known.officer()) : null,
				Objects.requireNonNull(known.officerName())), by);
	}

	/**
	 * What an officer says.
	 *
	 * @param given whether the officer approves
	 * @param reason why, or a remark; needed for a refusal
	 * @param evidence how the manager knows it; needed for an officer outside, left aside
	 * for one of the organisation
	 * @param text what the officer has read
	 */
	public record Answer(boolean given, @Nullable String reason, @Nullable String evidence, TextVersion text) {

		public Answer {
			if (!given && reason == null) {
				throw new IllegalArgumentException("A refusal has a reason");
			}
		}

	}

	/**
	 * Give or refuse an approval: the officer, who is signed in, or for an officer
	 * outside a commissioning manager, who says how they know. The same answer sent twice
	 * is recorded once.
	 * @param appraisal whose paper
	 * @param request number of the request that is answered
	 * @param answer what the officer says
	 * @param by who is signed in
	 * @throws NotFound if there is no such request
	 * @throws NotYourApproval if another has to answer it
	 * @throws TextMovedOn if the text is no longer the one that was read
	 * @throws ApprovalRefused if another answer is on record, or the officer was asked
	 * again since
	 */
	@Transactional
	public void answer(AppraisalSummary appraisal, int request, Answer answer, Member by) {
		Register register = locked(appraisal);
		Act asked = request(register.acts(), request);
		requireOwn(asked, by);
		if (asked.officer() == null && answer.evidence() == null) {
			throw new IllegalArgumentException("What somebody outside said needs evidence");
		}
		Act said = act(register, answer.given() ? Act.Kind.GIVEN : Act.Kind.REFUSED, asked.office(), request,
				asked.officer(), asked.officerName(), answer.reason(),
				(asked.officer() == null) ? answer.evidence() : null, by);
		Optional<Act> known = register.acts().stream().filter((act) -> act.isAbout(request)).findFirst();
		if (known.isPresent()) {
			if (known.get().kind() == said.kind() && Objects.equals(known.get().reason(), said.reason())) {
				return;
			}
			throw new ApprovalRefused("This request was answered already: %s. Ask again to hear another answer."
				.formatted(known.get().kind().label().toLowerCase(Locale.UK)));
		}
		if (register.approvals().stream().noneMatch((each) -> asked.equals(each.request()))) {
			throw new ApprovalRefused("The officer was asked again since, or is no longer needed.");
		}
		if (!answer.text().equals(register.text())) {
			throw new TextMovedOn();
		}
		add(appraisal, said);
	}

	/**
	 * The request that somebody is about to answer.
	 * @throws NotFound if there is no such request
	 * @throws NotYourApproval if another has to answer it
	 */
	@Transactional(readOnly = true)
	public Act toAnswer(AppraisalSummary appraisal, int request, Member by) {
		Act asked = request(this.store.of(appraisal.id()), request);
		requireOwn(asked, by);
		return asked;
	}

	/**
	 * Note that an approval is not needed: of an officer who was asked, or of an office
	 * altogether.
	 * @param appraisal whose paper
	 * @param office which office
	 * @param request number of the request that is dropped; null for the office
	 * @param reason why
	 * @param by who notes it
	 * @throws NotFound if there is no such request, or no recommendation yet
	 */
	@Transactional
	public void notNeeded(AppraisalSummary appraisal, Office office, @Nullable Integer request, String reason,
			Member by) {
		Register register = locked(appraisal);
		Act asked = (request != null) ? request(register.acts(), request) : null;
		Act last = register.acts()
			.stream()
			.filter((act) -> act.office() == office && (asked == null || act.isAbout(asked.number())))
			.reduce((first, second) -> second)
			.orElse(null);
		if (last != null && last.kind() == Act.Kind.NOT_NEEDED && reason.equals(last.reason())) {
			return;
		}
		add(appraisal,
				act(register, Act.Kind.NOT_NEEDED, (asked != null) ? asked.office() : office, request,
						(asked != null) ? asked.officer() : null, (asked != null) ? asked.officerName() : null, reason,
						null, by));
	}

	private Register locked(AppraisalSummary appraisal) {
		this.store.lock(appraisal.id());
		Register register = register(appraisal);
		if (register.closed()) {
			throw new ApprovalRefused(
					"The governing body has resolved on the recommendation. Approvals stay as they are.");
		}
		return register;
	}

	private static Act request(List<Act> acts, int number) {
		return acts.stream()
			.filter((act) -> act.number() == number && act.kind() == Act.Kind.ASKED)
			.findFirst()
			.orElseThrow(() -> new NotFound("There is no request for an approval of that number"));
	}

	private static void requireOwn(Act asked, Member by) {
		boolean own = (asked.officer() != null) ? asked.officer().equals(by.id().id())
				: by.is(Role.COMMISSIONING_MANAGER);
		if (!own) {
			throw new NotYourApproval(asked);
		}
	}

	private Act act(Register register, Act.Kind kind, Office office, @Nullable Integer request, @Nullable UUID officer,
			@Nullable String name, @Nullable String reason, @Nullable String evidence, Member by) {
		TextVersion text = register.text();
		if (text == null) {
			throw new NotFound("There is no recommendation yet");
		}
		return new Act(register.acts().size() + 1, kind, office, request, officer, name, reason, evidence, text,
				by.name(), this.clock.instant().truncatedTo(ChronoUnit.MICROS));
	}

	private void add(AppraisalSummary appraisal, Act act) {
		this.store.add(appraisal.id(), act);
		this.events.publishEvent(ApprovalEvent.of(appraisal.id(), act));
	}

}
