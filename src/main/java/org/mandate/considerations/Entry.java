package org.mandate.considerations;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;
import org.mandate.appraisals.AppraisalId;

import org.springframework.data.domain.AbstractAggregateRoot;

/**
 * Something recorded in an appraisal, by whom and when. It is changed only from the
 * version that a person saw.
 */
@MappedSuperclass
abstract class Entry<E extends Entry<E>> extends AbstractAggregateRoot<E> {

	@EmbeddedId
	private EntryId id;

	@Version
	private int version;

	@Embedded
	@AttributeOverride(name = "id", column = @Column(name = "appraisal_id"))
	private AppraisalId appraisal;

	private Instant recordedAt;

	private String recordedBy;

	@SuppressWarnings("NullAway.Init")
	protected Entry() {
	}

	Entry(AppraisalId appraisal, Stamp stamp) {
		this.id = new EntryId(UUID.randomUUID());
		this.appraisal = appraisal;
		this.recordedBy = stamp.by();
		this.recordedAt = stamp.at();
	}

	/**
	 * Refuses a change that was begun from another version.
	 * @param seen version of what the person saw; null when nobody looked
	 * @param what it is, for the message
	 * @throws EntryChanged if somebody else changed it since
	 */
	void expect(@Nullable Integer seen, String what) {
		if (seen != null && seen != this.version) {
			throw new EntryChanged(what);
		}
	}

	void touch(Stamp stamp) {
		this.recordedBy = stamp.by();
		this.recordedAt = stamp.at();
	}

	UUID id() {
		return this.id.id();
	}

	UUID stream() {
		return this.appraisal.id();
	}

	Saved saved() {
		return new Saved(this.recordedBy, this.recordedAt, this.version);
	}

}
