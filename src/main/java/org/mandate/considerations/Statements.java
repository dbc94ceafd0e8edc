package org.mandate.considerations;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.mandate.appraisals.AppraisalSummary;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Longer texts of an appraisal: the nine implications, capacity, conflicts of interest,
 * other options considered.
 */
@Component
public class Statements {

	private final StatementEntries entries;

	private final Stamp.Pad pad;

	Statements(StatementEntries entries, Stamp.Pad pad) {
		this.entries = entries;
		this.pad = pad;
	}

	/** What is recorded, by subject. One statement. */
	@Transactional(readOnly = true)
	public Map<Subject, Statement> of(AppraisalSummary appraisal) {
		Map<Subject, Statement> found = new EnumMap<>(Subject.class);
		this.entries.findByAppraisal(appraisal.id())
			.stream()
			.map(StatementEntry::view)
			.forEach((statement) -> found.put(statement.subject(), statement));
		return found;
	}

	/** Record what is said on a subject, in place of what was recorded before. */
	@Transactional
	public void record(AppraisalSummary appraisal, Subject subject, StatementText said) {
		record(appraisal, subject, said, null);
	}

	/**
	 * Record it unless somebody else did so meanwhile.
	 * @param seen version of what the person saw when they began; -1 for nothing
	 */
	@Transactional
	void record(AppraisalSummary appraisal, Subject subject, StatementText said, @Nullable Integer seen) {
		if (!said.applies() && !subject.isImplication()) {
			throw new IllegalArgumentException("Only an implication can be marked as not applicable.");
		}
		Optional<StatementEntry> known = this.entries.findByAppraisalAndSubject(appraisal.id(), subject);
		if (known.filter((entry) -> entry.says(said)).isPresent()) {
			return;
		}
		if (known.isEmpty()) {
			this.entries.save(new StatementEntry(appraisal.id(), subject, said, this.pad.stamp()));
			return;
		}
		StatementEntry entry = known.get();
		entry.expect(seen, subject.label());
		entry.change(said, this.pad.stamp());
		this.entries.save(entry);
	}

}
