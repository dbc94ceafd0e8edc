package org.mandate.interests;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;
import org.mandate.access.Member;
import org.mandate.access.MemberId;
import org.mandate.audit.Auditable;

import org.springframework.data.domain.AbstractAggregateRoot;

/**
 * An interest of one member: declared, changed, ended by the member alone, reviewed by
 * somebody else. Words and reviews are only ever added.
 */
@Entity
class Interest extends AbstractAggregateRoot<Interest> {

	@EmbeddedId
	private InterestId id;

	@Version
	private int version;

	@Embedded
	@AttributeOverride(name = "id", column = @Column(name = "person_id"))
	private MemberId holder;

	private Instant declaredAt;

	@ElementCollection
	@CollectionTable(name = "interest_version", joinColumns = @JoinColumn(name = "interest_id"))
	@OrderColumn(name = "position")
	private List<InterestVersion> versions = new ArrayList<>();

	@ElementCollection
	@CollectionTable(name = "interest_review", joinColumns = @JoinColumn(name = "interest_id"))
	@OrderColumn(name = "position")
	private List<InterestReview> reviews = new ArrayList<>();

	@SuppressWarnings("NullAway.Init")
	protected Interest() {
	}

	Interest(InterestId id, Member holder, InterestStatement statement, LocalDate dueOn, Instant now) {
		this.id = id;
		this.holder = holder.id();
		this.declaredAt = now;
		this.versions.add(InterestVersion.of(1, statement, dueOn, holder.name(), now));
		registerEvent(new Changed("interest.declared", "Declared an interest" + lateness(), null, details(null)));
	}

	record Changed(String action, String summary, @Nullable String reason,
			Map<String, Object> details) implements Auditable {
	}

	/**
	 * Save other words. Nothing is saved when they are the same.
	 * @param seen number of the version that the member has read
	 * @param dueOn the last day on which the change was to be declared
	 * @throws InterestChanged if there is a later one
	 */
	void change(int seen, InterestStatement statement, LocalDate dueOn, Member by, Instant now) {
		InterestVersion before = latest();
		if (before.statement().equals(statement)) {
			return;
		}
		require(seen);
		boolean ended = before.endedOn() == null && statement.ended() != null;
		this.versions.add(InterestVersion.of(before.number() + 1, statement, dueOn, by.name(), now));
		registerEvent(new Changed(ended ? "interest.ended" : "interest.changed",
				(ended ? "Declared that an interest ended" : "Changed a declared interest") + lateness(), null,
				details(before)));
	}

	/**
	 * Record what the guardian made of the latest version.
	 * @param seen number of the version that the guardian has read
	 * @throws InterestChanged if there is a later one
	 */
	void review(int seen, ReviewStatement review, Member by, Instant now) {
		require(seen);
		if (review.accepted() && latest().consents() != (review.refusalAgreed() == null)) {
			throw new InterestChanged();
		}
		this.reviews.add(new InterestReview(seen, review.accepted(), review.action(), review.reason(),
				review.refusalAgreed(), by.name(), now));
		Map<String, Object> details = new LinkedHashMap<>(details(null));
		details.put("version", seen);
		if (review.action() != null) {
			details.put("action", review.action());
		}
		if (review.refusalAgreed() != null) {
			details.put("refusalAgreed", review.refusalAgreed());
		}
		registerEvent(new Changed("interest.reviewed",
				review.accepted() ? "Accepted the declaration of an interest of " + latest().declaredBy()
						: "Asked " + latest().declaredBy() + " for more about a declared interest",
				review.reason(), details));
	}

	boolean isOf(MemberId member) {
		return this.holder.equals(member);
	}

	boolean says(InterestStatement statement) {
		return latest().statement().equals(statement);
	}

	InterestVersion latest() {
		return this.versions.getLast();
	}

	private void require(int seen) {
		if (latest().number() != seen) {
			throw new InterestChanged();
		}
	}

	private String lateness() {
		return latest().late() ? ", late" : "";
	}

	private Map<String, Object> details(@Nullable InterestVersion before) {
		Map<String, Object> details = new LinkedHashMap<>();
		details.put("interest", this.id.id().toString());
		details.put("due", latest().dueOn().toString());
		if (before != null) {
			details.put("before", before.statement().facts());
			details.put("after", latest().statement().facts());
		}
		else {
			details.putAll(latest().statement().facts());
		}
		return details;
	}

}
