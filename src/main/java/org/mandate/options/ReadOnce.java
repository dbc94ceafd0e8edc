package org.mandate.options;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.mandate.appraisals.AppraisalId;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What was read of options within a transaction that changes nothing: several modules ask
 * for the same options to show one page. It ends with the transaction, which keeps it.
 *
 * @param options by appraisal
 */
record ReadOnce(Map<AppraisalId, List<Option>> options) implements TransactionSynchronization {

	/** What was read before, or what the source gives now. */
	static List<Option> of(AppraisalId appraisal, Supplier<List<Option>> source) {
		if (!TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
			return source.get();
		}
		ReadOnce kept = TransactionSynchronizationManager.getSynchronizations()
			.stream()
			.filter(ReadOnce.class::isInstance)
			.map(ReadOnce.class::cast)
			.findFirst()
			.orElseGet(ReadOnce::begin);
		return kept.options.computeIfAbsent(appraisal, (id) -> source.get());
	}

	private static ReadOnce begin() {
		ReadOnce fresh = new ReadOnce(new HashMap<>());
		TransactionSynchronizationManager.registerSynchronization(fresh);
		return fresh;
	}

}
