package org.mandate.recommendations;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;
import org.mandate.access.Member;
import org.mandate.appraisals.AppraisalId;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.FinancialYear;

import org.springframework.data.domain.AbstractAggregateRoot;

/**
 * One going to the governing body: drafted, put, resolved on, and by that sealed.
 */
@Entity
class Recommendation extends AbstractAggregateRoot<Recommendation> {

	private static final ZoneId LONDON = ZoneId.of("Europe/London");

	/** Clinical commissioning groups began on this day. */
	private static final LocalDate FIRST_MEETING = LocalDate.of(2013, 4, 1);

	@EmbeddedId
	private RecommendationId id;

	@Version
	private int version;

	@Embedded
	@AttributeOverride(name = "id", column = @Column(name = "appraisal_id"))
	private AppraisalId appraisal;

	private int number;

	private String startedBy;

	private Instant startedAt;

	@ElementCollection
	@CollectionTable(name = "recommendation_version", joinColumns = @JoinColumn(name = "recommendation_id"))
	@OrderColumn(name = "position")
	private List<RecommendationVersion> versions = new ArrayList<>();

	@ElementCollection
	@CollectionTable(name = "recommendation_submission", joinColumns = @JoinColumn(name = "recommendation_id"))
	@OrderColumn(name = "position")
	private List<Submission> submissions = new ArrayList<>();

	@ElementCollection
	@CollectionTable(name = "recommendation_withdrawal", joinColumns = @JoinColumn(name = "recommendation_id"))
	@OrderColumn(name = "position")
	private List<Withdrawal> withdrawals = new ArrayList<>();

	@ElementCollection
	@CollectionTable(name = "recommendation_resolution", joinColumns = @JoinColumn(name = "recommendation_id"))
	@OrderColumn(name = "position")
	private List<Resolution> resolutions = new ArrayList<>();

	@SuppressWarnings("NullAway.Init")
	protected Recommendation() {
	}

	Recommendation(AppraisalId appraisal, int number, int firstVersion, FinancialYear year, RecommendationText text,
			RecommendationVersion.Origin origin, Member by, Instant now) {
		this.id = new RecommendationId(UUID.randomUUID());
		this.appraisal = appraisal;
		this.number = number;
		this.startedBy = by.name();
		this.startedAt = now;
		this.versions.add(written(firstVersion, year.slug(), text, origin, by, now));
		registerEvent(RecommendationEvent.drafted(appraisal, number, latest()));
	}

	/**
	 * Save another text.
	 * @param basis number of the version that the text was written from
	 * @throws RevisedMeanwhile if that is no longer the latest, unless the latest says
	 * the same
	 */
	void revise(int basis, RecommendationText text, Member by, Instant now) {
		requireOpen();
		if (isPut()) {
			throw new AlreadyPut();
		}
		if (latest().text().equals(text)) {
			return;
		}
		if (latest().number() != basis) {
			throw new RevisedMeanwhile(latest());
		}
		this.versions.add(written(basis + 1, latest().year(), text, RecommendationVersion.Origin.MANAGER, by, now));
		registerEvent(RecommendationEvent.revised(this.appraisal, latest()));
	}

	/**
	 * Put the latest version to the governing body.
	 * @param basis number of the version that the person has read
	 * @param missing what its paper lacks
	 * @param reason why it is put all the same; counts only where something is missing
	 * @throws RevisedMeanwhile if there is a later one
	 * @throws PaperIncomplete if something is missing and no reason is given
	 */
	void put(int basis, List<PaperCheck.Finding> missing, @Nullable String reason, Member by, Instant now) {
		requireOpen();
		if (latest().number() != basis) {
			throw new RevisedMeanwhile(latest());
		}
		if (isPut()) {
			return;
		}
		if (!missing.isEmpty() && reason == null) {
			throw new PaperIncomplete(missing);
		}
		Submission submission = new Submission(basis, by.name(), now, missing.isEmpty() ? null : reason);
		this.submissions.add(submission);
		registerEvent(RecommendationEvent.put(this.appraisal, this.number, submission, missing));
	}

	/** Take it back from the governing body. */
	void withdraw(String reason, Member by, Instant now) {
		requireOpen();
		if (!isPut()) {
			throw new NotPut();
		}
		this.withdrawals.add(new Withdrawal(reason, by.name(), now));
		registerEvent(RecommendationEvent.withdrawn(this.appraisal, this.number, reason));
	}

	/**
	 * Record what the governing body resolved. The same resolution recorded again changes
	 * nothing.
	 * @throws ResolutionRefused if it contradicts itself
	 */
	void resolve(AppraisalSummary appraisal, Resolution.Minute minute, Member by, Instant now) {
		Resolution resolved = resolution();
		if (resolved != null && resolved.says(minute, latest().wording())) {
			return;
		}
		requireOpen();
		if (!isPut()) {
			throw new NotPut();
		}
		check(minute, now.atZone(LONDON).toLocalDate());
		if (minute.amendedWording() != null) {
			this.versions.add(written(latest().number() + 1, latest().year(),
					latest().text().withWording(minute.amendedWording()), RecommendationVersion.Origin.GOVERNING_BODY,
					by, now));
		}
		Resolution resolution = new Resolution(minute.decision(), minute.metOn(), minute.votesFor(),
				minute.votesAgainst(), minute.abstained(), minute.reason(), latest().number(), by.name(),
				!minute.presided(), now, minute.meeting().meeting(), minute.meeting().item(),
				minute.meeting().circumstances());
		this.resolutions.add(resolution);
		registerEvent(RecommendationEvent.resolved(this.appraisal, this.number, resolution, latest()));
		registerEvent(new RecommendationSealed(appraisal, this.id, this.number));
	}

	private void check(Resolution.Minute minute, LocalDate today) {
		for (int votes : new int[] { minute.votesFor(), minute.votesAgainst(), minute.abstained() }) {
			if (votes < 0 || votes > Resolution.Minute.MOST_VOTES) {
				throw new ResolutionRefused("votesFor", "Votes are whole numbers from 0 to 999");
			}
		}
		if (minute.votesFor() + minute.votesAgainst() + minute.abstained() == 0) {
			throw new ResolutionRefused("votesFor", "Enter at least one vote for, against or abstained");
		}
		if (minute.decision() == Decision.DEFERRED && minute.reason() == null) {
			throw new ResolutionRefused("reason", "Enter the reason for the deferral");
		}
		boolean amends = minute.decision() == Decision.APPROVED_WITH_AMENDMENTS;
		if (amends == (minute.amendedWording() == null)) {
			throw new ResolutionRefused("amendedWording", amends ? "Enter the wording that was approved"
					: "Only an approval with amendments has an amended wording");
		}
		if (amends && latest().wording().equals(minute.amendedWording())) {
			throw new ResolutionRefused("amendedWording",
					"The wording is the one that was put. Change it, or choose \"Approved\"");
		}
		if (minute.metOn().isAfter(today)) {
			throw new ResolutionRefused("metOn", "The date of the meeting must not be in the future");
		}
		if (minute.metOn().isBefore(FIRST_MEETING)) {
			throw new ResolutionRefused("metOn", "The date of the meeting must be 1 April 2013 or later");
		}
	}

	private void requireOpen() {
		Resolution resolution = resolution();
		if (resolution != null) {
			throw new RecommendationIsSealed(resolution);
		}
	}

	private static RecommendationVersion written(int number, String year, RecommendationText text,
			RecommendationVersion.Origin origin, Member by, Instant now) {
		return new RecommendationVersion(number, text.model(), year, text.review(), text.reviewOn(), text.wording(),
				text.rationale(), origin, by.name(), now);
	}

	private boolean isPut() {
		return this.submissions.size() > this.withdrawals.size();
	}

	boolean isSealed() {
		return !this.resolutions.isEmpty();
	}

	private @Nullable Resolution resolution() {
		return this.resolutions.isEmpty() ? null : this.resolutions.getFirst();
	}

	RecommendationVersion latest() {
		return this.versions.getLast();
	}

	int number() {
		return this.number;
	}

}
