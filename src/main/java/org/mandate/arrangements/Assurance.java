package org.mandate.arrangements;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.mandate.appraisals.AppraisalSummary;
import org.mandate.database.NotFound;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The assurance log of an arrangement, and the actions that follow from it.
 */
@Component
public class Assurance {

	private final AssuranceStore store;

	private final Ledger ledger;

	Assurance(AssuranceStore store, Ledger ledger) {
		this.store = store;
		this.ledger = ledger;
	}

	/** Newest first. Two statements. */
	@Transactional(readOnly = true)
	public List<AssuranceEntry> of(AppraisalSummary appraisal) {
		return this.store.of(appraisal);
	}

	/**
	 * Note a finding. The same one is not noted twice.
	 * @return its number within the appraisal
	 */
	@Transactional
	public int note(AppraisalSummary appraisal, AssuranceEntry.Statement statement) {
		Ledger.Stamp stamp = this.ledger.turn(appraisal);
		return this.store.of(appraisal)
			.stream()
			.filter((entry) -> entry.statement().equals(statement))
			.findFirst()
			.map(AssuranceEntry::number)
			.orElseGet(() -> add(appraisal, statement, stamp));
	}

	private int add(AppraisalSummary appraisal, AssuranceEntry.Statement statement, Ledger.Stamp stamp) {
		int number = this.store.add(appraisal, statement, stamp);
		this.ledger.tell(ArrangementEvent.of(appraisal, "assurance.noted",
				"Noted entry %d of the assurance log, %s".formatted(number, statement.theme()), facts(statement)));
		return number;
	}

	/**
	 * Change a finding, unless somebody else saved it meanwhile.
	 * @param seen version of what the person saw when they began
	 * @throws SavedMeanwhile if somebody else saved it
	 */
	@Transactional
	void change(AppraisalSummary appraisal, int number, AssuranceEntry.Statement statement, int seen) {
		Ledger.Stamp stamp = this.ledger.turn(appraisal);
		AssuranceEntry known = one(appraisal, number);
		if (known.statement().equals(statement)) {
			return;
		}
		if (!this.store.save(appraisal, number, statement, seen, stamp)) {
			throw new SavedMeanwhile("this entry of the assurance log");
		}
		this.ledger.tell(ArrangementEvent.of(appraisal, "assurance.changed",
				"Changed entry %d of the assurance log, %s".formatted(number, statement.theme()),
				Map.of("before", facts(known.statement()), "after", facts(statement))));
	}

	/**
	 * Say what is to be done about a finding. What is open just so is not added twice.
	 * @return its number within the entry
	 */
	@Transactional
	public int act(AppraisalSummary appraisal, int entry, String what, String owner, LocalDate dueOn) {
		this.ledger.turn(appraisal);
		for (AssuranceEntry.Action action : one(appraisal, entry).actions()) {
			if (new AssuranceEntry.Action(action.number(), what, owner, dueOn, null).equals(action)) {
				return action.number();
			}
		}
		int number = this.store.add(appraisal, entry, what, owner, dueOn);
		this.ledger.tell(ArrangementEvent.of(appraisal, "assurance.action-added",
				"Added action %d to entry %d of the assurance log".formatted(number, entry),
				ArrangementEvent.facts("what", what, "owner", owner, "dueOn", dueOn)));
		return number;
	}

	/**
	 * Record that an action is done; once it is, it stays so.
	 * @throws NotFound if there is no such action
	 */
	@Transactional
	public void done(AppraisalSummary appraisal, int entry, int action, LocalDate on) {
		this.ledger.turn(appraisal);
		AssuranceEntry.Action known = action(one(appraisal, entry), action);
		if (!known.open()) {
			return;
		}
		this.store.done(appraisal, entry, action, on);
		this.ledger.tell(ArrangementEvent.of(appraisal, "assurance.action-done",
				"Recorded action %d of entry %d of the assurance log as done".formatted(action, entry),
				ArrangementEvent.facts("what", known.what(), "doneOn", on)));
	}

	/** One entry. Two statements. */
	@Transactional(readOnly = true)
	AssuranceEntry one(AppraisalSummary appraisal, int number) {
		return this.store.of(appraisal)
			.stream()
			.filter((entry) -> entry.number() == number)
			.findFirst()
			.orElseThrow(() -> new NotFound("There is no entry " + number + " of the assurance log."));
	}

	static AssuranceEntry.Action action(AssuranceEntry entry, int number) {
		return entry.actions()
			.stream()
			.filter((action) -> action.number() == number)
			.findFirst()
			.orElseThrow(() -> new NotFound("There is no action " + number + "."));
	}

	private static Map<String, Object> facts(AssuranceEntry.Statement statement) {
		return ArrangementEvent.facts("on", statement.on(), "theme", statement.theme(), "finding", statement.finding(),
				"rating", statement.rating().label());
	}

}
