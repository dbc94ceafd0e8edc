package org.mandate.considerations;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.database.NotFound;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The primary care money, line by line.
 */
@Component
public class Finances {

	private final FinanceEntries entries;

	private final Stamp.Pad pad;

	Finances(FinanceEntries entries, Stamp.Pad pad) {
		this.entries = entries;
		this.pad = pad;
	}

	/** All lines with what they come to. One statement. */
	@Transactional(readOnly = true)
	public Finance of(AppraisalSummary appraisal) {
		return Finance
			.of(this.entries.findByAppraisalOrderByPosition(appraisal.id()).stream().map(FinanceEntry::view).toList());
	}

	/** Add a line. The same line is not added twice. */
	@Transactional
	public void add(AppraisalSummary appraisal, FinanceLine said) {
		List<FinanceEntry> there = this.entries.findByAppraisalOrderByPosition(appraisal.id());
		if (there.stream().noneMatch((entry) -> !entry.isWithdrawn() && entry.says(said))) {
			int position = there.stream().mapToInt(FinanceEntry::position).max().orElse(0) + 1;
			this.entries.save(new FinanceEntry(appraisal.id(), position, said, this.pad.stamp()));
		}
	}

	@Transactional
	void change(AppraisalSummary appraisal, UUID id, FinanceLine said, @Nullable Integer seen) {
		FinanceEntry entry = standing(appraisal, id);
		if (entry.says(said)) {
			return;
		}
		entry.expect(seen, "this line");
		entry.change(said, this.pad.stamp());
		this.entries.save(entry);
	}

	@Transactional
	void withdraw(AppraisalSummary appraisal, UUID id, String reason, @Nullable Integer seen) {
		FinanceEntry entry = standing(appraisal, id);
		entry.expect(seen, "this line");
		entry.withdraw(reason.strip(), this.pad.stamp());
		this.entries.save(entry);
	}

	@Transactional(readOnly = true)
	Finance.Line one(AppraisalSummary appraisal, UUID id) {
		return standing(appraisal, id).view();
	}

	private FinanceEntry standing(AppraisalSummary appraisal, UUID id) {
		return this.entries.findByAppraisalAndIdId(appraisal.id(), id)
			.filter((entry) -> !entry.isWithdrawn())
			.orElseThrow(() -> new NotFound("There is no such line, or it was withdrawn."));
	}

}
