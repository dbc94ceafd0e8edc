package org.mandate.voting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;
import org.mandate.appraisals.AppraisalId;
import org.mandate.database.NotFound;

import org.springframework.data.domain.AbstractAggregateRoot;

/**
 * A ballot of the member practices. Set up, then opened (which freezes its rule, choices
 * and electorate), then closed.
 */
@Entity
class Ballot extends AbstractAggregateRoot<Ballot> {

	@EmbeddedId
	private BallotId id;

	@Version
	private int version;

	@Embedded
	@AttributeOverride(name = "id", column = @Column(name = "appraisal_id"))
	private AppraisalId appraisal;

	private int number;

	private String question;

	@Enumerated(EnumType.STRING)
	private BallotKind kind;

	private @Nullable String proposed;

	@Embedded
	private Rule rule;

	@Enumerated(EnumType.STRING)
	private Division division;

	private @Nullable Integer follows;

	private LocalDate censusOn;

	private String quarter;

	private Instant setUpAt;

	private boolean secondEntry;

	@Embedded
	@AttributeOverride(name = "at", column = @Column(name = "opened_at"))
	@AttributeOverride(name = "by", column = @Column(name = "opened_by"))
	private @Nullable Act opening;

	@Embedded
	@AttributeOverride(name = "at", column = @Column(name = "closed_at"))
	@AttributeOverride(name = "by", column = @Column(name = "closed_by"))
	private @Nullable Act closure;

	private @Nullable String closingReason;

	@Embedded
	@AttributeOverride(name = "at", column = @Column(name = "withdrawn_at"))
	@AttributeOverride(name = "by", column = @Column(name = "withdrawn_by"))
	private @Nullable Act withdrawal;

	private @Nullable String withdrawalReason;

	private @Nullable Instant closesAt;

	@Enumerated(EnumType.STRING)
	private Publication publication;

	@ElementCollection
	@CollectionTable(name = "ballot_choice", joinColumns = @JoinColumn(name = "ballot_id"))
	@OrderColumn(name = "position")
	private List<Choice> choices = new ArrayList<>();

	@ElementCollection
	@CollectionTable(name = "ballot_unit", joinColumns = @JoinColumn(name = "ballot_id"))
	@OrderColumn(name = "position")
	private List<BallotUnit> units = new ArrayList<>();

	@SuppressWarnings("NullAway.Init")
	protected Ballot() {
	}

	Ballot(AppraisalId appraisal, int number, BallotPlan plan, List<Choice> choices, Instant now) {
		this.id = new BallotId(UUID.randomUUID());
		this.appraisal = appraisal;
		this.number = number;
		this.question = plan.question();
		this.kind = plan.kind();
		this.proposed = plan.put();
		this.rule = plan.rule();
		this.division = plan.division();
		this.follows = plan.follows();
		this.secondEntry = plan.secondEntry();
		this.censusOn = plan.census();
		this.quarter = plan.quarter();
		this.setUpAt = now;
		this.publication = Publication.MEMBERS;
		this.choices.addAll(choices);
		event("ballot.set-up", "Set up ballot %d: %s".formatted(number, plan.question()), null,
				Map.of("kind", plan.kind().name(), "rule", plan.rule().sentence(plan.division()), "choices",
						choices.stream().map(Choice::name).toList()));
	}

	/**
	 * Freeze rule, choices and electorate, and let the units return.
	 * @param electorate the units with at least one practice each
	 * @throws BallotNotOpenable if it was opened before or nobody is entitled
	 */
	void open(List<BallotUnit> electorate, Act act) {
		if (this.opening != null) {
			throw new BallotNotOpenable("Ballot " + this.number + " was opened already");
		}
		requireNotWithdrawn();
		if (electorate.isEmpty()) {
			throw new BallotNotOpenable(
					"Nobody would be entitled to vote: the register has no practice of a locality on the census date");
		}
		this.rule.requireDecidable(this.kind, this.division, electorate.size());
		ClosingTime.requireToCome(this.closesAt, act.at());
		this.units.addAll(electorate);
		this.opening = act;
		int entitled = electorate.stream().mapToInt(BallotUnit::entitled).sum();
		event("ballot.opened",
				"Opened ballot %d: %d practices in %d %s are entitled to vote".formatted(this.number, entitled,
						electorate.size(), (electorate.size() == 1) ? this.division.unit() : this.division.units()),
				null, Map.of("entitled", entitled, "census", this.censusOn.toString()));
	}

	/**
	 * End the time for returns.
	 * @param outstanding names of the units that have returned nothing
	 * @param reason why it closes without them; needed if there are any
	 * @throws BallotNotOpen if it is not open
	 * @throws ReasonNeeded if units are outstanding and no reason is given
	 */
	void close(List<String> outstanding, @Nullable String reason, Act act) {
		requireOpen(act.at());
		if (!outstanding.isEmpty() && (reason == null || reason.isBlank())) {
			throw new ReasonNeeded(
					"Say why the ballot closes although nothing was returned from " + Paragraph.and(outstanding));
		}
		this.closure = act;
		this.closingReason = (reason != null && !reason.isBlank()) ? reason.strip() : null;
		event("ballot.closed", "Closed ballot " + this.number, this.closingReason, Map.of("outstanding", outstanding));
	}

	/**
	 * Put practices into groups of the ballot's own.
	 * @param groups name of the group by practice
	 * @throws BallotNotOpenable once it was opened, or when it has other units
	 */
	void place(Map<UUID, String> groups) {
		requireNotWithdrawn();
		if (this.opening != null || this.division != Division.OWN) {
			throw new BallotNotOpenable("The practices of ballot %d cannot be grouped any more".formatted(this.number));
		}
		event("ballot.grouped", "Put %d practices into %d groups for ballot %d".formatted(groups.size(),
				Set.copyOf(groups.values()).size(), this.number), null, Map.of());
	}

	/**
	 * Take the ballot back. It stays on record with all that was returned, and decides
	 * nothing.
	 * @param reason why
	 * @throws ReasonNeeded without a reason
	 * @throws BallotNotOpen if it was withdrawn before
	 */
	void withdraw(@Nullable String reason, Act act) {
		requireNotWithdrawn();
		if (reason == null || reason.isBlank()) {
			throw new ReasonNeeded("Say why the ballot is withdrawn");
		}
		this.withdrawal = act;
		this.withdrawalReason = reason.strip();
		event("ballot.withdrawn", "Withdrew ballot " + this.number, this.withdrawalReason, Map.of());
	}

	private void requireNotWithdrawn() {
		if (this.withdrawal != null) {
			throw new BallotNotOpen("Ballot %d was withdrawn".formatted(this.number));
		}
	}

	/**
	 * Refuse a re-vote of a unit before the ballot itself has closed.
	 * @throws BallotNotOpen while it is open, before, or when it was withdrawn
	 */
	void requireClosed() {
		requireNotWithdrawn();
		if (this.closure == null) {
			throw new BallotNotOpen("Ballot %d is not closed, so its %s can still return".formatted(this.number,
					this.division.units()));
		}
	}

	/**
	 * End the time for returns because the closing time has come. It is closed as of that
	 * time, however late this is noticed.
	 * @param outstanding names of the units that have returned nothing
	 * @param now the instant it is noticed
	 * @return whether it was due; false if it is not, or was closed before
	 */
	boolean closeWhenDue(List<String> outstanding, Instant now) {
		if (this.opening == null || this.closure != null || this.withdrawal != null || this.closesAt == null
				|| now.isBefore(this.closesAt)) {
			return false;
		}
		ClosingTime time = new ClosingTime(this.closesAt);
		this.closure = time.act();
		this.closingReason = ClosingTime.reason(outstanding, this.division.units());
		event("ballot.closed", "Closed ballot %d at its closing time, %s".formatted(this.number, time.words()),
				this.closingReason, Map.of("outstanding", outstanding, "closing time", this.closesAt.toString()));
		return true;
	}

	/**
	 * Say when the ballot closes by itself.
	 * @param time null for never
	 * @throws ClosingNotPossible if that has passed, or if the ballot has closed
	 */
	void closeAt(@Nullable ClosingTime time, Instant now) {
		requireNotWithdrawn();
		if (this.closure != null || (this.opening != null && !isOpen(now))) {
			throw new ClosingNotPossible(
					"Ballot %d is closed, so its closing time can no longer be changed".formatted(this.number));
		}
		if (time != null) {
			time.requireAfter((this.opening != null && this.opening.at().isAfter(now)) ? this.opening.at() : now);
		}
		ClosingTime before = (this.closesAt != null) ? new ClosingTime(this.closesAt) : null;
		if (!Objects.equals(before, time)) {
			this.closesAt = (time != null) ? time.at() : null;
			event("ballot.closing-time",
					(time != null) ? "Ballot %d closes at %s".formatted(this.number, time.words())
							: "Removed the closing time of ballot " + this.number,
					null, ClosingTime.change(before, time));
		}
	}

	/** Say who may read the result. */
	void publish(Publication to) {
		Publication before = this.publication;
		if (before != to) {
			this.publication = to;
			event("ballot.publication", "The result of ballot %d is now for %s".formatted(this.number, to.readers()),
					null, Map.of("before", Map.of("publication", before.label()), "after",
							Map.of("publication", to.label())));
		}
	}

	/**
	 * Refuse what may happen only while the ballot is open.
	 * @param now the instant at which it would happen
	 * @throws BallotNotOpen before opening, after closing, and from the closing time on
	 * whether or not anybody has noticed yet that it has come
	 */
	void requireOpen(Instant now) {
		requireNotWithdrawn();
		if (!isOpen(now)) {
			throw new BallotNotOpen(this.number, this.opening != null);
		}
	}

	/** Open from the opening to the closing time, without the closing time itself. */
	boolean isOpen(Instant now) {
		return this.opening != null && this.closure == null && this.withdrawal == null
				&& (this.closesAt == null || now.isBefore(this.closesAt));
	}

	Division division() {
		return this.division;
	}

	Rule rule() {
		return this.rule;
	}

	BallotId id() {
		return this.id;
	}

	int number() {
		return this.number;
	}

	AppraisalId appraisal() {
		return this.appraisal;
	}

	LocalDate census() {
		return this.censusOn;
	}

	String quarter() {
		return this.quarter;
	}

	boolean secondEntry() {
		return this.secondEntry;
	}

	List<Choice> choices() {
		return List.copyOf(this.choices);
	}

	@Nullable String proposed() {
		return this.proposed;
	}

	BallotUnit unit(String slug) {
		return this.units.stream()
			.filter((unit) -> unit.slug().equals(slug))
			.findFirst()
			.orElseThrow(
					() -> new NotFound("Ballot %d has no %s %s".formatted(this.number, this.division.unit(), slug)));
	}

	private void event(String action, String summary, @Nullable String reason, Map<String, Object> details) {
		registerEvent(new VotingEvent(action, this.appraisal.id(), summary, reason, details));
	}

}
