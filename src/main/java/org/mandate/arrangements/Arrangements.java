package org.mandate.arrangements;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;
import org.mandate.database.NotFound;
import org.mandate.forms.London;
import org.mandate.guidance.Edition;
import org.mandate.guidance.EditionRef;
import org.mandate.guidance.Guidance;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The arrangements of the current organisation: what is in force under an appraisal, and
 * putting a model into force.
 */
@Component
public class Arrangements {

	private final ArrangementStore store;

	private final Appraisals appraisals;

	private final Guidance guidance;

	private final Ledger ledger;

	Arrangements(ArrangementStore store, Appraisals appraisals, Guidance guidance, Ledger ledger) {
		this.store = store;
		this.appraisals = appraisals;
		this.guidance = guidance;
		this.ledger = ledger;
	}

	/** First to last; the last is, or will be, in force. One statement. */
	@Transactional(readOnly = true)
	public List<Arrangement> of(AppraisalSummary appraisal) {
		return this.store.of(appraisal);
	}

	/** What is, or will be, in force. One statement. */
	@Transactional(readOnly = true)
	public Optional<Arrangement> current(AppraisalSummary appraisal) {
		return this.store.of(appraisal).stream().filter(Arrangement::stands).findFirst();
	}

	/**
	 * Which models may be put into force, in the order of the guidance. As many
	 * statements as the appraisal's milestones take.
	 */
	@Transactional(readOnly = true)
	public List<Approval> approvals(AppraisalSummary appraisal) {
		return Approval.of(edition(appraisal), this.appraisals.milestones(appraisal));
	}

	/**
	 * Put a model into force once its start is confirmed.
	 * @param model key of the model
	 * @param liveFrom its first day
	 * @param agreed how it was agreed; needed where the guidance asks for no approval
	 * @param conditions with which it was approved; null for none
	 * @throws NotFound if the guidance has no such model
	 * @throws ArrangementRefused if one is in force already, or the model was not
	 * approved, or only after that day
	 */
	@Transactional
	public void start(AppraisalSummary appraisal, String model, LocalDate liveFrom, @Nullable String agreed,
			@Nullable String conditions) {
		Ledger.Stamp stamp = this.ledger.turn(appraisal);
		Approval approval = approvals(appraisal).stream()
			.filter((each) -> each.model().equals(model))
			.findFirst()
			.orElseThrow(() -> new NotFound("There is no such model."));
		Arrangement.Statement statement = statement(approval, liveFrom, agreed, conditions);
		Arrangement standing = current(appraisal).orElse(null);
		if (standing != null && standing.statement().equals(statement)) {
			return;
		}
		if (standing != null) {
			throw new ArrangementRefused("An arrangement is in force already. It ends by a roll-back to which both "
					+ "agree, or with the next year's.");
		}
		int number = this.store.add(appraisal, statement, stamp);
		this.ledger.tell(ArrangementEvent.of(appraisal, "arrangement.started",
				"Put %s into force from %s".formatted(approval.name().toLowerCase(Locale.UK), London.date(liveFrom)),
				ArrangementEvent.facts("arrangement", number, "model", approval.name(), "liveFrom", liveFrom, "basis",
						statement.basis().label(), "came", statement.came(), "conditions", conditions)));
	}

	private static Arrangement.Statement statement(Approval approval, LocalDate liveFrom, @Nullable String agreed,
			@Nullable String conditions) {
		if (!approval.allows()) {
			throw new ArrangementRefused(approval.name() + " cannot go live: "
					+ approval.state().label().toLowerCase(Locale.UK).replace("nhs england", "NHS England") + ".");
		}
		LocalDate approvedOn = approval.on();
		if (approval.state() == Approval.State.APPROVED && approvedOn != null) {
			if (liveFrom.isBefore(approvedOn)) {
				throw new ArrangementRefused("The arrangement cannot go live before it was approved on %s."
					.formatted(London.date(approvedOn)));
			}
			return new Arrangement.Statement(approval.model(), liveFrom, Arrangement.Basis.OUTCOME,
					"%s, %s".formatted(approval.title(), London.date(approvedOn)), conditions);
		}
		if (agreed == null) {
			throw new IllegalArgumentException("What needs no approval needs an agreement");
		}
		return new Arrangement.Statement(approval.model(), liveFrom, Arrangement.Basis.AGREEMENT, agreed, conditions);
	}

	Edition edition(AppraisalSummary appraisal) {
		return this.guidance.edition(new EditionRef(appraisal.edition(), appraisal.editionVersion()));
	}

}
