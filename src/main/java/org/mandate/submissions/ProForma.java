package org.mandate.submissions;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.guidance.Edition;

/**
 * A pro forma as it stands.
 *
 * @param id its identity
 * @param number from 1 within the appraisal; the last one is the current one
 * @param model key of the model it proposes
 * @param revision counts every change of what it says from 0
 * @param begunBy who began it
 * @param begunAt when
 * @param changedAt when it was changed last
 * @param givenUp why it was given up; null while it was not
 * @param answers what the CCG's part says
 * @param areaTeam the area team's part; null while it is empty
 * @param checklist what is recorded of the documents
 * @param funds pooled funds, in order, the withdrawn ones as well
 * @param attestations all, in order, the void ones as well
 * @param submission the last one, withdrawn or not; null before the first
 */
public record ProForma(UUID id, int number, String model, int revision, String begunBy, Instant begunAt,
		Instant changedAt, @Nullable String givenUp, Map<ProFormaField, Answer> answers,
		@Nullable AreaTeamPart areaTeam, Map<ChecklistItem, ChecklistEntry> checklist, List<PooledFund> funds,
		List<Attestation> attestations, @Nullable Submission submission) {

	public ProForma {
		answers = Map.copyOf(answers);
		checklist = Map.copyOf(checklist);
		funds = List.copyOf(funds);
		attestations = List.copyOf(attestations);
	}

	/** Whether it can be changed: it is neither submitted nor given up. */
	public boolean isOpen() {
		return this.givenUp == null && !isSubmitted();
	}

	/** Whether a submission of it stands. */
	public boolean isSubmitted() {
		return this.submission != null && this.submission.withdrawn() == null;
	}

	/** The submission that stands; null where none does. */
	public @Nullable Submission standing() {
		return isSubmitted() ? this.submission : null;
	}

	/** The attestation about what it says now; null where there is none. */
	public @Nullable Attestation attested(Attestation.Office office) {
		return last(office).filter((each) -> each.revision() == this.revision).orElse(null);
	}

	/** One that a later change made void; null where there is none. */
	public @Nullable Attestation voided(Attestation.Office office) {
		return last(office).filter((each) -> each.revision() != this.revision).orElse(null);
	}

	private Optional<Attestation> last(Attestation.Office office) {
		return this.attestations.stream().filter((each) -> each.office() == office).reduce((first, second) -> second);
	}

	/** How far a document is. */
	public ChecklistItem.State state(ChecklistItem item) {
		ChecklistEntry entry = this.checklist.get(item);
		return (entry != null) ? entry.state() : ChecklistItem.State.NOT_YET;
	}

	/** The pooled funds that are still meant. */
	public List<PooledFund> standingFunds() {
		return this.funds.stream().filter(PooledFund::stands).toList();
	}

	/** The fields that are still empty. */
	public List<ProFormaField> empty(Edition edition) {
		return ProFormaField.of(edition, this.model)
			.stream()
			.filter((field) -> !this.answers.containsKey(field))
			.toList();
	}

	/** The documents that are not ready. */
	public List<ChecklistItem> notReady() {
		List<ChecklistItem> items = new ArrayList<>();
		for (ChecklistItem item : ChecklistItem.values()) {
			if (!state(item).isDone()) {
				items.add(item);
			}
		}
		return items;
	}

	/** Whether both parts and the checklist are complete. */
	public boolean isComplete(Edition edition) {
		return empty(edition).isEmpty() && this.areaTeam != null && notReady().isEmpty();
	}

}
