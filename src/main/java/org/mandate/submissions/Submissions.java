package org.mandate.submissions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.AsAt;
import org.mandate.appraisals.Milestone;
import org.mandate.database.NotFound;
import org.mandate.documents.CanonicalJson;
import org.mandate.forms.London;
import org.mandate.guidance.Edition;
import org.mandate.mandates.Mandate;
import org.mandate.mandates.Mandates;
import org.mandate.organisations.Organisations;
import org.mandate.recommendations.Decision;
import org.mandate.recommendations.RecommendationSummary;
import org.mandate.recommendations.Recommendations;
import org.mandate.recommendations.Resolution;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Submissions of the current organisation to NHS England, or that none is made.
 */
@Component
public class Submissions {

	private final ProFormaStore proFormas;

	private final SubmissionStore store;

	private final RouteStore routes;

	private final ProgressReader progress;

	private final Recommendations recommendations;

	private final Mandates mandates;

	private final Organisations organisations;

	private final Desk desk;

	Submissions(ProFormaStore proFormas, SubmissionStore store, RouteStore routes, ProgressReader progress,
			Recommendations recommendations, Mandates mandates, Organisations organisations, Desk desk) {
		this.proFormas = proFormas;
		this.store = store;
		this.routes = routes;
		this.progress = progress;
		this.recommendations = recommendations;
		this.mandates = mandates;
		this.organisations = organisations;
		this.desk = desk;
	}

	/**
	 * How far the proposal of an appraisal is. One statement; more while nothing is
	 * begun, to see whether anything has to be.
	 */
	@Transactional(readOnly = true)
	public SubmissionSummary summary(AppraisalSummary appraisal) {
		Edition edition = this.desk.edition(appraisal);
		Progress found = this.progress.of(appraisal.id());
		return found.summary(edition,
				found.model() == null && found.noneOn() == null && isNothingToSubmit(edition, approval(appraisal)));
	}

	static boolean isNothingToSubmit(Edition edition, Readiness.@Nullable Approval approval) {
		return approval != null
				&& ProFormas.models(edition).stream().noneMatch((model) -> model.key().equals(approval.model()));
	}

	/** What the governing body approved, unless it resolved otherwise since. */
	@Transactional(readOnly = true)
	Readiness.@Nullable Approval approval(AppraisalSummary appraisal) {
		RecommendationSummary last = this.recommendations.all(appraisal.id())
			.stream()
			.filter((each) -> each.resolution() != null)
			.findFirst()
			.orElse(null);
		Resolution resolution = (last != null) ? last.resolution() : null;
		if (last == null || resolution == null || (resolution.decision() != Decision.APPROVED
				&& resolution.decision() != Decision.APPROVED_WITH_AMENDMENTS)) {
			return null;
		}
		String model = last.version().model();
		return new Readiness.Approval(model, this.desk.edition(appraisal).model(model).name(), resolution.metOn());
	}

	/** What is missing for a submission at a moment. */
	@Transactional(readOnly = true)
	Readiness readiness(AppraisalSummary appraisal, ProForma proForma, AsAt asAt) {
		return readiness(appraisal, proForma, approval(appraisal), mandate(appraisal, proForma, asAt), asAt);
	}

	/**
	 * The same, for who has read what was approved, and the appraisal's milestones,
	 * already.
	 */
	@Transactional(readOnly = true)
	Readiness readiness(AppraisalSummary appraisal, ProForma proForma, Readiness.@Nullable Approval approval, AsAt asAt,
			List<Milestone> milestones) {
		return readiness(appraisal, proForma, approval, this.mandates.of(appraisal, proForma.model(), asAt, milestones),
				asAt);
	}

	private Readiness readiness(AppraisalSummary appraisal, ProForma proForma, Readiness.@Nullable Approval approval,
			Mandate mandate, AsAt asAt) {
		return Readiness.of(proForma, this.desk.edition(appraisal), approval, mandate, asAt.day(), appraisal.path());
	}

	private Mandate mandate(AppraisalSummary appraisal, ProForma proForma, AsAt asAt) {
		return this.mandates.of(appraisal, proForma.model(), asAt);
	}

	/** The pro forma as it would be submitted at a moment. */
	@Transactional(readOnly = true)
	ProFormaContent draft(AppraisalSummary appraisal, ProForma proForma, AsAt asAt) {
		return ProFormaWriter.write(proForma, appraisal, this.organisations.current(), this.desk.edition(appraisal),
				mandate(appraisal, proForma, asAt), null, null);
	}

	/** One pro forma of an appraisal. */
	@Transactional(readOnly = true)
	ProForma proForma(AppraisalSummary appraisal, int number) {
		return this.proFormas.one(appraisal.id(), number)
			.orElseThrow(() -> new NotFound("There is no pro forma of that number."));
	}

	/** One submission of a pro forma. */
	@Transactional(readOnly = true)
	Submission submission(AppraisalSummary appraisal, int proForma, int number) {
		return this.store.one(proForma(appraisal, proForma).id(), number)
			.orElseThrow(() -> new NotFound("There is no submission of that number."));
	}

	/**
	 * When it is submitted.
	 *
	 * @param at the instant; null for now
	 * @param knownFrom how that is known; null for now
	 * @param lateReason why it is late; null where it is not
	 */
	record Moment(@Nullable Instant at, @Nullable String knownFrom, @Nullable String lateReason) {
	}

	/**
	 * Submit the pro forma, and freeze it.
	 * @return how it stands against the deadline
	 * @throws NotReady if something is missing
	 * @throws Refused if the moment is impossible, or it is late and no reason is given
	 * @throws NotNow if it was submitted already
	 */
	@Transactional
	Timeliness submit(AppraisalSummary appraisal, Moment moment) {
		ProForma proForma = this.desk.open(appraisal);
		if (this.store.noApplication(appraisal.id()).isPresent()) {
			throw new NotNow("It is on record that no application is made. Reopen that first.");
		}
		Edition edition = this.desk.edition(appraisal);
		Instant now = this.desk.now();
		Instant at = (moment.at() != null) ? moment.at() : now;
		if (moment.at() != null) {
			possible(at, now, edition);
		}
		LocalDate day = LocalDate.ofInstant(at, London.ZONE);
		AsAt asAt = new AsAt(day, at, moment.at() != null);
		Mandate mandate = mandate(appraisal, proForma, asAt);
		Readiness readiness = readiness(appraisal, proForma, approval(appraisal), mandate, asAt);
		if (!readiness.isReady()) {
			throw new NotReady(readiness);
		}
		Timeliness timeliness = new Timeliness(edition.submission(proForma.model()), at);
		if (timeliness.isLate() && moment.lateReason() == null) {
			throw new Refused("lateReason", timeliness.words() + " Enter why it is late");
		}
		String lateReason = timeliness.isLate() ? moment.lateReason() : null;
		String content = CanonicalJson.write(ProFormaWriter.write(proForma, appraisal, this.organisations.current(),
				edition, mandate, at, words(timeliness, moment, lateReason)));
		int number = (proForma.submission() != null) ? proForma.submission().number() + 1 : 1;
		Mandate.Override override = mandate.failed().isEmpty() ? null : mandate.override();
		Submission submission = new Submission(number, at, moment.knownFrom(), timeliness.due(), lateReason,
				(override != null) ? new Submission.Overridden(override.by(), override.reason()) : null, content,
				DigestUtils.sha256Hex(content), this.desk.by(), now, null, null);
		this.store.add(proForma.id(), submission);
		tell(appraisal, proForma, submission, timeliness);
		return timeliness;
	}

	private static void possible(Instant at, Instant now, Edition edition) {
		if (at.isAfter(now)) {
			throw new Refused("on", "The submission must not be in the future");
		}
		if (at.isBefore(edition.issuedOn().atStartOfDay(London.ZONE).toInstant())) {
			throw new Refused("on",
					"The submission must not be before the guidance was issued, on " + London.date(edition.issuedOn()));
		}
	}

	private static String words(Timeliness timeliness, Moment moment, @Nullable String lateReason) {
		StringBuilder words = new StringBuilder(
				"Submitted: " + Timeliness.instant(timeliness.at()) + ".\n" + timeliness.words());
		timeliness.rivals().forEach((rival) -> words.append('\n').append(rival));
		if (lateReason != null) {
			words.append("\nWhy it is late: ").append(lateReason);
		}
		if (moment.knownFrom() != null) {
			words.append("\nRecorded afterwards. How the time is known: ").append(moment.knownFrom());
		}
		return words.toString();
	}

	private void tell(AppraisalSummary appraisal, ProForma proForma, Submission submission, Timeliness timeliness) {
		Map<String, Object> details = new LinkedHashMap<>();
		details.put("number", proForma.number());
		details.put("submission", submission.number());
		details.put("submittedAt", submission.at().toString());
		details.put("sha256", submission.sha256());
		details.put("deadline", timeliness.words());
		if (submission.knownFrom() != null) {
			details.put("knownFrom", submission.knownFrom());
		}
		Submission.Overridden override = submission.override();
		if (override != null) {
			details.put("override", override.reason());
			details.put("overriddenBy", override.by());
		}
		String overridden = (override != null) ? ". Tests of the members' mandate fail; %s overrode them: %s"
			.formatted(override.by(), override.reason()) : "";
		this.desk.tell(SubmissionEvent.because(appraisal.id(), "submission.made",
				"Submitted the pro forma for %s at %s. %s%s".formatted(
						this.desk.edition(appraisal).model(proForma.model()).name(),
						Timeliness.instant(submission.at()), timeliness.words(), overridden),
				submission.lateReason(), details));
	}

	/**
	 * Record that NHS England has it.
	 * @throws Refused if that was before it was submitted, or is in the future
	 */
	@Transactional
	void received(AppraisalSummary appraisal, Instant at, String from) {
		ProForma proForma = this.desk.submitted(appraisal);
		Submission submission = Objects.requireNonNull(proForma.standing());
		if (at.isBefore(submission.at())) {
			throw new Refused("on",
					"It must not be before the submission, which was at " + Timeliness.instant(submission.at()));
		}
		if (at.isAfter(this.desk.now())) {
			throw new Refused("on", "It must not be in the future");
		}
		this.store.received(proForma.id(), submission.number(), new Submission.Received(at, from, this.desk.by()));
		this.desk.tell(SubmissionEvent.of(appraisal.id(), "submission.received",
				"Recorded that NHS England received the pro forma at " + Timeliness.instant(at),
				Map.of("number", proForma.number(), "from", from)));
	}

	/**
	 * Withdraw the submission. The pro forma can be changed again, and has to be attested
	 * again.
	 * @throws NotNow if there is an outcome
	 */
	@Transactional
	void withdraw(AppraisalSummary appraisal, String reason) {
		ProForma proForma = this.desk.submitted(appraisal);
		Submission submission = Objects.requireNonNull(proForma.standing());
		if (!this.routes.outcomes(proForma.id(), submission.number()).isEmpty()) {
			throw new NotNow("NHS England has decided on it, so it can no longer be withdrawn.");
		}
		this.store.withdraw(proForma.id(), submission.number(),
				new Submission.Withdrawn(reason, this.desk.by(), this.desk.now()));
		this.proFormas.changed(proForma.id(), this.desk.now());
		this.desk.tell(SubmissionEvent.because(appraisal.id(), "submission.withdrawn", "Withdrew the submission",
				reason, Map.of("number", proForma.number(), "submission", submission.number())));
	}

	/** That no application is made, if that stands. One statement. */
	@Transactional(readOnly = true)
	public Optional<NoApplication> noApplication(AppraisalSummary appraisal) {
		return this.store.noApplication(appraisal.id());
	}

	/**
	 * Record that no application is made. A draft of a pro forma is kept as it is.
	 * @throws NotNow if a submission stands, or it is on record already
	 * @throws Refused if its day is in the future
	 */
	@Transactional
	void none(AppraisalSummary appraisal, String decidedBy, LocalDate on, String reason) {
		this.proFormas.lock(appraisal.id());
		ProForma current = this.proFormas.current(appraisal.id()).orElse(null);
		if (current != null && current.isSubmitted()) {
			throw new NotNow("A submission stands. Withdraw it first.");
		}
		if (this.store.noApplication(appraisal.id()).isPresent()) {
			throw new NotNow("It is on record already that no application is made.");
		}
		if (on.isAfter(this.desk.today())) {
			throw new Refused("on", "The day must not be in the future");
		}
		this.store.add(appraisal.id(), new NoApplication(0, decidedBy, on, reason, this.desk.by(), this.desk.now()));
		this.desk.tell(SubmissionEvent.because(appraisal.id(), "submission.none",
				"Recorded that no application is made, as decided by %s on %s".formatted(decidedBy, London.date(on)),
				reason, Map.of("decidedBy", decidedBy, "on", on.toString())));
	}

	/**
	 * Reopen the question.
	 * @throws NotFound if it is not on record that no application is made
	 */
	@Transactional
	void reopen(AppraisalSummary appraisal, String reason) {
		this.proFormas.lock(appraisal.id());
		NoApplication none = this.store.noApplication(appraisal.id())
			.orElseThrow(() -> new NotFound("It is not on record that no application is made."));
		this.store.reopen(appraisal.id(), none.number(), reason, this.desk.by(), this.desk.now());
		this.desk.tell(SubmissionEvent.because(appraisal.id(), "submission.reopened",
				"Reopened whether an application is made", reason, Map.of("decidedOn", none.decidedOn().toString())));
	}

}
