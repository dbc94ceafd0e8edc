package org.mandate.voting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import org.mandate.audit.Auditable;
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
		this.proposed = (plan.kind() == BallotKind.CONFIRM) ? plan.proposed() : null;
		this.rule = plan.rule();
		this.censusOn = plan.census();
		this.quarter = plan.quarter();
		this.setUpAt = now;
		this.choices.addAll(choices);
		event("ballot.set-up", "Set up ballot %d: %s".formatted(number, plan.question()), null,
				Map.of("kind", plan.kind().name(), "rule", plan.rule().sentence(), "choices",
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
		if (electorate.isEmpty()) {
			throw new BallotNotOpenable(
					"Nobody would be entitled to vote: the register has no practice of a locality on the census date");
		}
		if (this.rule.unitsNeeded() != null && this.rule.unitsNeeded() > electorate.size()) {
			throw new BallotNotOpenable("The rule asks for %d localities, but there are only %d"
				.formatted(this.rule.unitsNeeded(), electorate.size()));
		}
		this.units.addAll(electorate);
		this.opening = act;
		int entitled = electorate.stream().mapToInt(BallotUnit::entitled).sum();
		event("ballot.opened", "Opened ballot %d: %d practices in %d localities are entitled to vote"
			.formatted(this.number, entitled, electorate.size()), null,
				Map.of("entitled", entitled, "census", this.censusOn.toString()));
	}

	/**
	 * End the time for returns.
	 * @param outstanding names of the units that have returned nothing
	 * @param reason why it closes without them; needed if there are any
	 * @throws BallotNotOpen if it is not open
	 * @throws ReasonNeeded if units are outstanding and no reason is given
	 */
	void close(List<String> outstanding, @Nullable String reason, Act act) {
		requireOpen();
		if (!outstanding.isEmpty() && (reason == null || reason.isBlank())) {
			throw new ReasonNeeded(
					"Say why the ballot closes although nothing was returned from " + Paragraph.and(outstanding));
		}
		this.closure = act;
		this.closingReason = (reason != null && !reason.isBlank()) ? reason.strip() : null;
		event("ballot.closed", "Closed ballot " + this.number, this.closingReason, Map.of("outstanding", outstanding));
	}

	/**
	 * Refuse what may happen only while the ballot is open.
	 * @throws BallotNotOpen before opening and after closing
	 */
	void requireOpen() {
		if (!isOpen()) {
			throw new BallotNotOpen(this.number, this.closure != null);
		}
	}

	boolean isOpen() {
		return this.opening != null && this.closure == null;
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
			.orElseThrow(() -> new NotFound("Ballot " + this.number + " has no locality " + slug));
	}

	private void event(String action, String summary, @Nullable String reason, Map<String, Object> details) {
		registerEvent(new VotingEvent(action, this.appraisal.id(), summary, reason, details));
	}

	record VotingEvent(String action, UUID stream, String summary, @Nullable String reason,
			Map<String, Object> details) implements Auditable {
	}

}
