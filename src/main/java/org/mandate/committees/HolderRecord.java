package org.mandate.committees;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.AbstractAggregateRoot;

/**
 * What was recorded of somebody who holds a seat.
 */
@Entity
@Table(name = "committee_holder")
class HolderRecord extends AbstractAggregateRoot<HolderRecord> {

	@EmbeddedId
	private HolderId id;

	@Version
	private int version;

	@Column(name = "seat_id")
	private UUID seat;

	@Column(name = "person_id")
	private @Nullable UUID person;

	private String name;

	private @Nullable String body;

	private LocalDate fromOn;

	private @Nullable LocalDate toOn;

	private @Nullable LocalDate trainedOn;

	private @Nullable String practiceCode;

	private @Nullable String withdrawnReason;

	private Instant recordedAt;

	private String recordedBy;

	@SuppressWarnings("NullAway.Init")
	protected HolderRecord() {
	}

	@SuppressWarnings("NullAway.Init")
	HolderRecord(CommitteeId committee, Committee.Seat seat, HolderStatement statement, String by, Instant now) {
		this.id = new HolderId(UUID.randomUUID());
		this.seat = seat.id();
		put(statement, by, now);
		registerEvent(CommitteeEvent.added(committee, "seat.filled",
				statement.name() + " takes the seat " + seat.statement().title(), statement.facts()));
	}

	/** Identity of an entry. */
	record HolderId(UUID id) implements Serializable {
	}

	boolean isVersion(int seen) {
		return this.version == seen;
	}

	UUID id() {
		return this.id.id();
	}

	void change(CommitteeId committee, Committee.Seat seat, HolderStatement statement, String by, Instant now) {
		HolderStatement before = new HolderStatement(this.person, this.name, this.body, this.fromOn, this.toOn,
				this.trainedOn, this.practiceCode);
		if (!before.equals(statement)) {
			put(statement, by, now);
			registerEvent(CommitteeEvent.changed(committee, "seat.holder-changed",
					"Changed what is recorded of %s in the seat %s".formatted(before.name(), seat.statement().title()),
					before.facts(), statement.facts()));
		}
	}

	void withdraw(CommitteeId committee, Committee.Seat seat, String reason, String by, Instant now) {
		this.withdrawnReason = reason;
		this.recordedBy = by;
		this.recordedAt = now;
		registerEvent(CommitteeEvent.withdrawn(committee, "seat.holder-withdrawn",
				"Withdrew the entry that %s holds the seat %s".formatted(this.name, seat.statement().title()), reason));
	}

	private void put(HolderStatement statement, String by, Instant now) {
		this.person = statement.person();
		this.name = statement.name();
		this.body = statement.body();
		this.fromOn = statement.from();
		this.toOn = statement.to();
		this.trainedOn = statement.trained();
		this.practiceCode = statement.practice();
		this.recordedBy = by;
		this.recordedAt = now;
	}

}
