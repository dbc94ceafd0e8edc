package org.mandate.recommendations;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.mandate.access.Member;
import org.mandate.appraisals.AppraisalId;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.database.NotFound;
import org.mandate.forms.Typed;
import org.mandate.guidance.Edition;
import org.mandate.guidance.EditionRef;
import org.mandate.guidance.Guidance;
import org.mandate.organisations.Organisations;
import org.mandate.voting.Outcome;
import org.mandate.voting.Verdict;
import org.mandate.voting.Voting;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the current organisation's governing body is asked, and what it resolves. Each
 * appraisal has one current recommendation; those before it are sealed and superseded.
 */
@Component
public class Recommendations {

	private final RecommendationRecords records;

	private final RecommendationReader reader;

	private final Guidance guidance;

	private final Organisations organisations;

	private final Voting voting;

	private final AgendaPlace agendaPlace;

	private final PaperChecks checks;

	private final JdbcClient jdbc;

	private final Clock clock;

	Recommendations(RecommendationRecords records, RecommendationReader reader, Guidance guidance,
			Organisations organisations, Voting voting, AgendaPlace agendaPlace, PaperChecks checks, JdbcClient jdbc,
			Clock clock) {
		this.records = records;
		this.reader = reader;
		this.guidance = guidance;
		this.organisations = organisations;
		this.voting = voting;
		this.agendaPlace = agendaPlace;
		this.checks = checks;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * All recommendations of an appraisal, latest first: the first is the current one,
	 * those after it are superseded.
	 */
	@Transactional(readOnly = true)
	public List<RecommendationSummary> all(AppraisalId appraisal) {
		return this.reader.of(appraisal);
	}

	/** The current recommendation of an appraisal, if one was begun. */
	@Transactional(readOnly = true)
	public Optional<RecommendationSummary> current(AppraisalId appraisal) {
		return this.reader.of(appraisal).stream().findFirst();
	}

	/** The versions of all recommendations of an appraisal, first to last. */
	@Transactional(readOnly = true)
	public List<RecommendationVersion> versions(AppraisalId appraisal) {
		return this.reader.versions(appraisal);
	}

	/** Where it is, or was last, on the agenda of a meeting. One statement. */
	@Transactional(readOnly = true)
	public Optional<AgendaPlace.Place> place(AppraisalId appraisal) {
		return this.agendaPlace.of(appraisal);
	}

	/**
	 * What the record proposes.
	 *
	 * @param model key of the model
	 * @param modelName its name
	 * @param reasons what the vote says of it
	 */
	public record Proposal(String model, String modelName, String reasons) {
	}

	/**
	 * The model that the record proposes to recommend: the one that the practices' vote
	 * carried, or, while that is not known, the one they were asked to confirm. Empty
	 * when no ballot was opened, or the vote is known to carry none.
	 */
	@Transactional(readOnly = true)
	public Optional<Proposal> proposal(AppraisalSummary appraisal) {
		return this.voting.outcome(appraisal).flatMap((outcome) -> proposal(appraisal, outcome));
	}

	private Optional<Proposal> proposal(AppraisalSummary appraisal, Outcome outcome) {
		Verdict verdict = outcome.verdict();
		boolean carried = outcome.ballot().isClosed() && verdict.state() == Verdict.State.CARRIED;
		String model = carried ? verdict.choice() : outcome.ballot().proposed();
		if (model == null || verdict.state() == Verdict.State.NOT_CARRIED) {
			return Optional.empty();
		}
		int number = outcome.ballot().number();
		// Figures of an open ballot are not for all who read recommendations.
		String reasons = !outcome.ballot().isClosed()
				? "Ballot %d asks the member practices to confirm it, and is still open.".formatted(number)
				: "The member practices were asked in ballot %d. %s %s".formatted(number, verdict.sentence(),
						String.join(" ", verdict.sums()));
		return Optional.of(new Proposal(model, model(appraisal, model).name(), reasons.strip()));
	}

	/**
	 * Begin a recommendation, unless one is open already.
	 * @param appraisal whose
	 * @param source what it begins with
	 * @param model key of the model to recommend where the source is
	 * {@link Source#CHOSEN_MODEL}; null for the others
	 * @param by who begins it
	 * @throws NotFound if the edition has no such model, or the source has nothing to
	 * give
	 */
	@Transactional
	public void begin(AppraisalSummary appraisal, Source source, @Nullable String model, Member by) {
		lock(appraisal.id());
		Optional<Recommendation> last = this.records.findFirstByAppraisalOrderByNumberDesc(appraisal.id());
		if (last.isPresent() && !last.get().isSealed()) {
			return;
		}
		RecommendationText text = switch (source) {
			case RECORD ->
				proposal(appraisal).map((proposal) -> standard(appraisal, proposal.model(), proposal.reasons()))
					.orElseThrow(() -> new NotFound("The record does not say yet which model to recommend"));
			case PREVIOUS -> last.map((previous) -> previous.latest().text())
				.orElseThrow(() -> new NotFound("There is no earlier recommendation"));
			case CHOSEN_MODEL -> standard(appraisal, (model != null) ? model : "", null);
		};
		this.records.saveAndFlush(new Recommendation(appraisal.id(), last.map(Recommendation::number).orElse(0) + 1,
				last.map((previous) -> previous.latest().number()).orElse(0) + 1, appraisal.year(), text,
				(source == Source.RECORD) ? RecommendationVersion.Origin.RECORD : RecommendationVersion.Origin.MANAGER,
				by, now()));
	}

	/** What a new recommendation begins with. */
	public enum Source {

		/**
		 * The model that the practices' vote carried, or that they were asked to confirm.
		 */
		RECORD,

		/** The text of the recommendation before it. */
		PREVIOUS,

		/** A model that the commissioning manager chose. */
		CHOSEN_MODEL

	}

	private RecommendationText standard(AppraisalSummary appraisal, String model, @Nullable String rationale) {
		String review = StandardWording.review(appraisal.year());
		return new RecommendationText(model, review, null, StandardWording.of(this.organisations.current().shortName(),
				model(appraisal, model), appraisal.year(), review), rationale);
	}

	private Edition.Model model(AppraisalSummary appraisal, String key) {
		return this.guidance.edition(new EditionRef(appraisal.edition(), appraisal.editionVersion())).model(key);
	}

	/**
	 * Save another version of the current recommendation. A text that changes nothing
	 * makes no version.
	 * @param appraisal whose
	 * @param basis number of the version it was written from
	 * @param text what it says now
	 * @param by who wrote it
	 * @throws RevisedMeanwhile if somebody else saved a version since
	 * @throws AlreadyPut if it is before the governing body
	 * @throws RecommendationIsSealed if the governing body has resolved on it
	 */
	@Transactional
	public void revise(AppraisalId appraisal, int basis, RecommendationText text, Member by) {
		Recommendation current = locked(appraisal);
		current.revise(basis, text, by, now());
		this.records.saveAndFlush(current);
	}

	/**
	 * What the modules say of the paper as it stands: what it lacks, and what is worth a
	 * look.
	 */
	@Transactional(readOnly = true)
	public List<PaperCheck.Finding> findings(AppraisalSummary appraisal) {
		return this.checks.of(appraisal);
	}

	/**
	 * Put the current recommendation to the governing body. Its paper has to be complete,
	 * or a reason given why it goes there all the same.
	 * @param appraisal whose
	 * @param basis number of the version that the person has before them
	 * @param incompleteReason why it is put although something is missing, at most
	 * {@value Submission#REASON_LENGTH} characters; left aside where nothing is, null for
	 * none
	 * @param by who puts it
	 * @throws PaperIncomplete if something is missing and no reason is given
	 * @throws RevisedMeanwhile if somebody else saved a version since
	 * @throws RecommendationIsSealed if the governing body has resolved on it
	 */
	@Transactional
	public void put(AppraisalSummary appraisal, int basis, @Nullable String incompleteReason, Member by) {
		Recommendation current = locked(appraisal.id());
		current.put(basis, this.checks.missing(appraisal), Typed.optional(incompleteReason), by, now());
		this.records.saveAndFlush(current);
	}

	/**
	 * Take the current recommendation back from the governing body, to change it.
	 * @param appraisal whose
	 * @param reason why
	 * @param by who takes it back
	 * @throws NotPut if it is not before the governing body
	 * @throws RecommendationIsSealed if the governing body has resolved on it
	 */
	@Transactional
	public void withdraw(AppraisalId appraisal, String reason, Member by) {
		Recommendation current = locked(appraisal);
		current.withdraw(reason, by, now());
		this.records.saveAndFlush(current);
	}

	/**
	 * Record what the governing body resolved at a meeting, which seals the
	 * recommendation. That the votes led to it is the meeting's to see to: its committee
	 * has a rule for that. The same resolution sent twice is recorded once.
	 * @param appraisal whose
	 * @param minute what was resolved
	 * @param by who records it: whoever presided, or somebody on their behalf
	 * @throws ResolutionRefused if it contradicts itself
	 * @throws NotPut if the recommendation is not before the governing body
	 * @throws RecommendationIsSealed if another resolution is on record
	 */
	@Transactional
	public void resolve(AppraisalSummary appraisal, Resolution.Minute minute, Member by) {
		Recommendation current = locked(appraisal.id());
		current.resolve(appraisal, minute, by, now());
		this.records.saveAndFlush(current);
	}

	private Recommendation locked(AppraisalId appraisal) {
		lock(appraisal);
		return this.records.findFirstByAppraisalOrderByNumberDesc(appraisal)
			.orElseThrow(() -> new NotFound("There is no recommendation yet"));
	}

	/** One change at a time, so that the second of two sees what the first did. */
	private void lock(AppraisalId appraisal) {
		this.jdbc.sql("select pg_advisory_xact_lock(hashtextextended('recommendation ' || :id, 0))")
			.param("id", appraisal.id().toString())
			.query((row) -> {
			});
	}

	/** As precise as the database keeps it. */
	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MICROS);
	}

}
