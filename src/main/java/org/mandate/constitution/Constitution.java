package org.mandate.constitution;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.AsAt;
import org.mandate.audit.ActorSource;
import org.mandate.database.NotFound;
import org.mandate.guidance.Deadline;
import org.mandate.guidance.EditionRef;
import org.mandate.guidance.Guidance;
import org.mandate.voting.BallotRecord;
import org.mandate.voting.Reading;
import org.mandate.voting.Verdict;
import org.mandate.voting.Voting;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Amendments of the current organisation's constitution, appraisal by appraisal.
 */
@Component
public class Constitution {

	private final AmendmentStore store;

	private final Guidance guidance;

	private final Voting voting;

	private final ApplicationEventPublisher events;

	private final ActorSource actors;

	private final Clock clock;

	Constitution(AmendmentStore store, Guidance guidance, Voting voting, ApplicationEventPublisher events,
			ActorSource actors, Clock clock) {
		this.store = store;
		this.guidance = guidance;
		this.voting = voting;
		this.events = events;
		this.actors = actors;
		this.clock = clock;
	}

	/** The amendments of an appraisal that stand, in order. One statement. */
	@Transactional(readOnly = true)
	public List<Amendment> amendments(AppraisalSummary appraisal) {
		return all(appraisal).stream().filter(Amendment::stands).toList();
	}

	/** The withdrawn ones among them. */
	@Transactional(readOnly = true)
	List<Amendment> all(AppraisalSummary appraisal) {
		return this.store.of(appraisal.id());
	}

	/** That none is needed, if anybody said so. One statement. */
	@Transactional(readOnly = true)
	public Optional<Unchanged> unchanged(AppraisalSummary appraisal) {
		return this.store.unchanged(appraisal.id());
	}

	/**
	 * By which route the amendments go to NHS England under a model, as seen from a
	 * moment. One statement.
	 * @param model key of the model
	 */
	@Transactional(readOnly = true)
	public Route route(AppraisalSummary appraisal, String model, AsAt asAt) {
		return route(appraisal, model, amendments(appraisal), asAt);
	}

	/** The same for amendments that are at hand. No statement. */
	public Route route(AppraisalSummary appraisal, String model, List<Amendment> amendments, AsAt asAt) {
		return Routes.of(this.guidance.edition(new EditionRef(appraisal.edition(), appraisal.editionVersion())), model,
				amendments, asAt);
	}

	/**
	 * By which route the amendments go, and until when.
	 *
	 * @param withProposal whether they may go with the proposal, because they relate to
	 * co-commissioning only
	 * @param deadline until when; null where the guidance states none
	 * @param explanation why, in sentences
	 */
	public record Route(boolean withProposal, @Nullable Deadline deadline, String explanation) {
	}

	/**
	 * One amendment, withdrawn or not.
	 * @throws NotFound if the appraisal has none of that number
	 */
	@Transactional(readOnly = true)
	Amendment one(AppraisalSummary appraisal, int number) {
		return known(appraisal, number);
	}

	/** The ballots of the appraisal that closed and carried. */
	@Transactional(readOnly = true)
	List<BallotRecord> carried(AppraisalSummary appraisal) {
		return this.voting.ballots(appraisal).stream().filter(Constitution::isCarried).toList();
	}

	private static boolean isCarried(BallotRecord ballot) {
		Reading usual = ballot.usualReading();
		return ballot.isClosed() && !ballot.isWithdrawn()
				&& ballot.outcome(usual).verdict().state() == Verdict.State.CARRIED;
	}

	/**
	 * Record an amendment.
	 * @return its number within the appraisal
	 * @throws ConstitutionRefused if the ballot by which the members are said to have
	 * agreed did not carry
	 */
	@Transactional
	public int add(AppraisalSummary appraisal, AmendmentStatement statement) {
		return add(appraisal, UUID.randomUUID(), statement);
	}

	/**
	 * Record one once, however often its form is sent.
	 * @param id given with the form
	 * @throws ConstitutionChanged if it was recorded with other words before
	 */
	@Transactional
	int add(AppraisalSummary appraisal, UUID id, AmendmentStatement statement) {
		this.store.lock(appraisal.id());
		List<Amendment> known = this.store.of(appraisal.id());
		Optional<Amendment> sent = known.stream().filter((amendment) -> amendment.id().equals(id)).findFirst();
		if (sent.isPresent()) {
			if (!AmendmentStatement.of(sent.get()).equals(statement)) {
				throw new ConstitutionChanged();
			}
			return sent.get().number();
		}
		requireCarried(appraisal, statement);
		if (this.store.unchanged(appraisal.id()).filter(Unchanged::stands).isPresent()) {
			throw new ConstitutionRefused("title",
					"It is on record that the constitution needs no amendment. Take that back first");
		}
		int number = known.stream().mapToInt(Amendment::number).max().orElse(0) + 1;
		this.store.add(appraisal.id(), id, number, statement, by(), this.clock.instant());
		this.events.publishEvent(
				ConstitutionEvent.amendment(appraisal.id(), "recorded", "Recorded", number, null, statement, null));
		return number;
	}

	/**
	 * Change what is said of an amendment, unless somebody else did so meanwhile; one
	 * that was withdrawn is put back. Nothing is recorded when nothing changes.
	 * @param seen version of what the person saw when they began
	 */
	@Transactional
	void change(AppraisalSummary appraisal, int number, AmendmentStatement statement, int seen) {
		this.store.lock(appraisal.id());
		Amendment known = known(appraisal, number);
		AmendmentStatement before = AmendmentStatement.of(known);
		if (known.stands() && before.equals(statement)) {
			return;
		}
		requireSeen(known, seen);
		requireCarried(appraisal, statement);
		this.store.put(known.id(), statement, by(), this.clock.instant());
		this.events.publishEvent(ConstitutionEvent.amendment(appraisal.id(), known.stands() ? "changed" : "put-back",
				known.stands() ? "Changed" : "Put back", number, before, statement, null));
	}

	/** Withdraw an amendment; it stays on record. */
	@Transactional
	void withdraw(AppraisalSummary appraisal, int number, String reason, int seen) {
		this.store.lock(appraisal.id());
		Amendment known = known(appraisal, number);
		if (!known.stands()) {
			return;
		}
		requireSeen(known, seen);
		this.store.withdraw(known.id(), reason, by(), this.clock.instant());
		AmendmentStatement said = AmendmentStatement.of(known);
		this.events.publishEvent(
				ConstitutionEvent.amendment(appraisal.id(), "withdrawn", "Withdrew", number, said, said, reason));
	}

	/**
	 * State that the constitution needs no amendment, or take that back.
	 * @param reason why; null to take it back
	 * @param on since when it is so
	 * @param seen version of what the person saw, -1 for nothing; null whatever it was
	 * @throws ConstitutionRefused if an amendment stands
	 */
	@Transactional
	public void unchanged(AppraisalSummary appraisal, @Nullable String reason, LocalDate on, @Nullable Integer seen) {
		this.store.lock(appraisal.id());
		Unchanged known = this.store.unchanged(appraisal.id()).orElse(null);
		String said = (known != null) ? known.reason() : null;
		if (Objects.equals(said, reason) && (known == null || reason == null || known.statedOn().equals(on))) {
			return;
		}
		if (seen != null && seen != ((known != null) ? known.version() : -1)) {
			throw new ConstitutionChanged();
		}
		if (reason != null && !amendments(appraisal).isEmpty()) {
			throw new ConstitutionRefused("reason",
					"Amendments are on record. Withdraw them before you state that none is needed");
		}
		this.store.state(appraisal.id(), reason, on, by(), this.clock.instant());
		this.events.publishEvent(ConstitutionEvent.unchanged(appraisal.id(), reason));
	}

	/** The day it is in London. */
	LocalDate today() {
		return AsAt.now(this.clock).day();
	}

	private void requireCarried(AppraisalSummary appraisal, AmendmentStatement statement) {
		if (statement.ballot() != null
				&& carried(appraisal).stream().noneMatch((ballot) -> ballot.number() == statement.ballot())) {
			throw new ConstitutionRefused("ballot",
					"Ballot %d did not carry, or is not closed. Choose one that did".formatted(statement.ballot()));
		}
	}

	private static void requireSeen(Amendment known, int seen) {
		if (known.further().version() != seen) {
			throw new ConstitutionChanged();
		}
	}

	private Amendment known(AppraisalSummary appraisal, int number) {
		return this.store.of(appraisal.id())
			.stream()
			.filter((amendment) -> amendment.number() == number)
			.findFirst()
			.orElseThrow(() -> new NotFound("There is no amendment " + number + "."));
	}

	private String by() {
		return this.actors.current().name();
	}

}
