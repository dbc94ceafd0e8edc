package org.mandate.committees;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.AbstractAggregateRoot;

/**
 * What was recorded of a seat.
 */
@Entity
@Table(name = "committee_seat")
class SeatRecord extends AbstractAggregateRoot<SeatRecord> {

	@EmbeddedId
	private SeatId id;

	@Version
	private int version;

	@Embedded
	@AttributeOverride(name = "id", column = @Column(name = "committee_id"))
	private CommitteeId committee;

	private int position;

	private String title;

	@Enumerated(EnumType.STRING)
	private SeatRole role;

	private boolean voting;

	@Enumerated(EnumType.STRING)
	private Roster.@Nullable Office office;

	private @Nullable String withdrawnReason;

	private Instant recordedAt;

	private String recordedBy;

	@SuppressWarnings("NullAway.Init")
	protected SeatRecord() {
	}

	@SuppressWarnings("NullAway.Init")
	SeatRecord(CommitteeId committee, int position, SeatStatement statement, String by, Instant now) {
		this.id = new SeatId(UUID.randomUUID());
		this.committee = committee;
		this.position = position;
		put(statement, by, now);
		registerEvent(CommitteeEvent.added(committee, "seat.added", "Added the seat " + this.title, statement.facts()));
	}

	/** Identity of a seat. */
	record SeatId(UUID id) implements Serializable {
	}

	boolean isVersion(int seen) {
		return this.version == seen;
	}

	UUID id() {
		return this.id.id();
	}

	String title() {
		return this.title;
	}

	void change(SeatStatement statement, String by, Instant now) {
		SeatStatement before = new SeatStatement(this.title, this.role, this.voting, this.office);
		if (!before.equals(statement)) {
			put(statement, by, now);
			registerEvent(CommitteeEvent.changed(this.committee, "seat.changed", "Changed the seat " + before.title(),
					before.facts(), statement.facts()));
		}
	}

	void withdraw(String reason, String by, Instant now) {
		this.withdrawnReason = reason;
		this.recordedBy = by;
		this.recordedAt = now;
		registerEvent(
				CommitteeEvent.withdrawn(this.committee, "seat.withdrawn", "Withdrew the seat " + this.title, reason));
	}

	private void put(SeatStatement statement, String by, Instant now) {
		this.title = statement.title();
		this.role = statement.role();
		this.voting = statement.voting();
		this.office = statement.office();
		this.recordedBy = by;
		this.recordedAt = now;
	}

}
