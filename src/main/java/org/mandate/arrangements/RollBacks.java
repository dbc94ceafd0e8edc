package org.mandate.arrangements;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.database.NotFound;
import org.mandate.forms.London;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Rolling an arrangement back by mutual agreement.
 */
@Component
public class RollBacks {

	private final RollBackStore store;

	private final ArrangementStore arrangements;

	private final AssuranceStore assurance;

	private final Ledger ledger;

	RollBacks(RollBackStore store, ArrangementStore arrangements, AssuranceStore assurance, Ledger ledger) {
		this.store = store;
		this.arrangements = arrangements;
		this.assurance = assurance;
		this.ledger = ledger;
	}

	/** First to last. One statement. */
	@Transactional(readOnly = true)
	public List<RollBack> of(AppraisalSummary appraisal) {
		return this.store.of(appraisal);
	}

	/**
	 * Propose to roll the arrangement in force back.
	 * @return its number within the appraisal
	 * @throws ArrangementRefused if nothing is in force, or a roll-back waits already
	 * @throws NotFound if there is no such entry of the assurance log
	 */
	@Transactional
	public int propose(AppraisalSummary appraisal, RollBack.Proposal proposal) {
		Ledger.Stamp stamp = this.ledger.turn(appraisal);
		Arrangement standing = this.arrangements.of(appraisal)
			.stream()
			.filter(Arrangement::stands)
			.findFirst()
			.orElseThrow(() -> new ArrangementRefused(
					"No arrangement is in force, so there is none that could be rolled back."));
		if (this.store.of(appraisal).stream().anyMatch(RollBack::open)) {
			throw new ArrangementRefused("A roll-back is proposed already. Withdraw it before another is proposed.");
		}
		Integer entry = proposal.entry();
		if (entry != null && this.assurance.of(appraisal).stream().noneMatch((each) -> each.number() == entry)) {
			throw new NotFound("There is no entry " + entry + " of the assurance log.");
		}
		int number = this.store.add(appraisal, standing.number(), proposal, stamp);
		this.ledger.tell(ArrangementEvent
			.of(appraisal, "roll-back.proposed", "Proposed to roll the arrangement back",
					ArrangementEvent.facts("proposedBy", proposal.by(), "to", proposal.model(), "effectiveOn",
							proposal.effectiveOn(), "assuranceEntry", entry))
			.because(proposal.reason()));
		return number;
	}

	/**
	 * Agree for the CCG. Once NHS England has agreed too, it takes effect.
	 * @throws ArrangementRefused if it no longer waits for that
	 */
	@Transactional
	public void agreeForCcg(AppraisalSummary appraisal, int number, RollBack.Agreement agreement) {
		Ledger.Stamp stamp = this.ledger.turn(appraisal);
		RollBack known = one(appraisal, number);
		if (known.ccg() != null) {
			return;
		}
		requireOpen(known);
		agreed(appraisal, known, agreement, known.england(), "the CCG", agreement, stamp);
	}

	/**
	 * Record that NHS England agreed. Once the CCG has agreed too, it takes effect.
	 * @throws ArrangementRefused if it no longer waits for that
	 */
	@Transactional
	public void agreeForEngland(AppraisalSummary appraisal, int number, RollBack.Agreement agreement) {
		Objects.requireNonNull(agreement.evidence(), "how it is known");
		Ledger.Stamp stamp = this.ledger.turn(appraisal);
		RollBack known = one(appraisal, number);
		if (known.england() != null) {
			return;
		}
		requireOpen(known);
		agreed(appraisal, known, known.ccg(), agreement, "NHS England", agreement, stamp);
	}

	private void agreed(AppraisalSummary appraisal, RollBack known, RollBack.@Nullable Agreement ccg,
			RollBack.@Nullable Agreement england, String side, RollBack.Agreement now, Ledger.Stamp stamp) {
		RollBack.Proposal proposal = known.proposal();
		LocalDate effect = null;
		if (ccg != null && england != null) {
			effect = Stream.of(proposal.effectiveOn(), ccg.on(), england.on()).max(LocalDate::compareTo).orElseThrow();
		}
		this.store.save(appraisal, new RollBack(known.number(), known.arrangement(), proposal, ccg, england, effect,
				null, stamp.by(), stamp.instant(), known.version()), stamp);
		this.ledger.tell(ArrangementEvent.of(appraisal, "roll-back.agreed",
				"Recorded that %s agreed to the roll-back".formatted(side),
				ArrangementEvent.facts("by", now.by(), "on", now.on(), "evidence", now.evidence())));
		if (effect != null) {
			takeEffect(appraisal, known, effect, stamp);
		}
	}

	private void takeEffect(AppraisalSummary appraisal, RollBack known, LocalDate on, Ledger.Stamp stamp) {
		RollBack.Proposal proposal = known.proposal();
		this.arrangements.end(appraisal, known.arrangement(), on, stamp);
		this.arrangements.add(appraisal, new Arrangement.Statement(proposal.model(), on, Arrangement.Basis.ROLL_BACK,
				"Rolled back by mutual agreement: roll-back " + known.number(), null), stamp);
		this.ledger.tell(
				ArrangementEvent
					.of(appraisal, "arrangement.rolled-back",
							"Rolled the arrangement back, with effect from %s".formatted(London.date(on)),
							ArrangementEvent.facts("to", proposal.model(), "effectiveOn", on))
					.because(proposal.reason()));
	}

	/**
	 * Withdraw a proposal on which not both have agreed.
	 * @throws ArrangementRefused if it took effect
	 */
	@Transactional
	public void withdraw(AppraisalSummary appraisal, int number, String reason) {
		Ledger.Stamp stamp = this.ledger.turn(appraisal);
		RollBack known = one(appraisal, number);
		if (reason.equals(known.withdrawnReason())) {
			return;
		}
		requireOpen(known);
		this.store.save(appraisal, new RollBack(known.number(), known.arrangement(), known.proposal(), known.ccg(),
				known.england(), null, reason, stamp.by(), stamp.instant(), known.version()), stamp);
		this.ledger.tell(
				ArrangementEvent
					.of(appraisal, "roll-back.withdrawn", "Withdrew the proposal to roll the arrangement back",
							ArrangementEvent.facts("rollBack", number))
					.because(reason));
	}

	/** One roll-back. One statement. */
	@Transactional(readOnly = true)
	RollBack one(AppraisalSummary appraisal, int number) {
		return this.store.of(appraisal)
			.stream()
			.filter((each) -> each.number() == number)
			.findFirst()
			.orElseThrow(() -> new NotFound("There is no roll-back " + number + "."));
	}

	private static void requireOpen(RollBack rollBack) {
		if (rollBack.withdrawnReason() != null) {
			throw new ArrangementRefused(
					"This roll-back was withdrawn by %s: %s".formatted(rollBack.savedBy(), rollBack.withdrawnReason()));
		}
		if (rollBack.tookEffectOn() != null) {
			throw new ArrangementRefused("Both have agreed to this roll-back, and it took effect on %s."
				.formatted(London.date(rollBack.tookEffectOn())));
		}
	}

}
