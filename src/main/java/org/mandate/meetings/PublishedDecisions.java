package org.mandate.meetings;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.access.PublicPages;
import org.mandate.database.NotFound;
import org.mandate.interests.PublicInterests;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The register of decisions that anybody may read: the items for decision of meetings
 * whose decisions were published, deferrals among them, those taken in private left out.
 */
@Component
public class PublishedDecisions implements PublicPages {

	private static final Comparator<PublishedDecision> LATEST_FIRST = Comparator.comparing(PublishedDecision::on)
		.thenComparing(PublishedDecision::number)
		.reversed();

	private final MeetingReader reader;

	private final PublicInterests interests;

	private final JdbcClient jdbc;

	PublishedDecisions(MeetingReader reader, PublicInterests interests, JdbcClient jdbc) {
		this.reader = reader;
		this.interests = interests;
		this.jdbc = jdbc;
	}

	/** Every decision that is published, the latest first. Seven statements. */
	@Transactional(readOnly = true)
	public List<PublishedDecision> all() {
		Set<UUID> withheld = this.interests.refused();
		List<Taken> taken = taken();
		return taken.stream().map((each) -> each.published(withheld, later(each, taken))).sorted(LATEST_FIRST).toList();
	}

	/**
	 * One of them. Seven statements.
	 * @throws NotFound if none of that reference is published
	 */
	@Transactional(readOnly = true)
	public PublishedDecision one(String reference) {
		return all().stream()
			.filter((decision) -> decision.reference().equals(reference))
			.findFirst()
			.orElseThrow(() -> new NotFound("There is no published decision " + reference));
	}

	/** An item with its meeting. */
	private record Taken(Meeting meeting, AgendaItem item, Instant publishedAt) {

		PublishedDecision published(Set<UUID> withheld, @Nullable String later) {
			return PublishedDecision.of(this.meeting, this.item, Minutes.entry(this.meeting, this.item, withheld),
					this.publishedAt, later);
		}

		/** Whether it decides again what another did, or put off. */
		boolean follows(Taken other) {
			if (other.item.id().equals(this.item.continues())) {
				return true;
			}
			Integer paper = PublishedDecision.paper(this.item);
			Integer before = PublishedDecision.paper(other.item);
			return paper != null && before != null && paper > before && other.item.statement().appraisal() != null
					&& other.item.statement().appraisal().equals(this.item.statement().appraisal());
		}

	}

	private List<Taken> taken() {
		List<Taken> taken = new ArrayList<>();
		for (Meeting meeting : this.reader.all()) {
			Instant publishedAt = meeting.publishedAt();
			if (meeting.closed() && publishedAt != null) {
				meeting.items()
					.stream()
					.filter((item) -> item.forDecision() && item.outcome() != null && !item.statement().inPrivate())
					.forEach((item) -> taken.add(new Taken(meeting, item, publishedAt)));
			}
		}
		return taken;
	}

	private static @Nullable String later(Taken one, List<Taken> all) {
		return all.stream()
			.filter((each) -> each.follows(one))
			.min(Comparator.comparing((each) -> each.meeting().details().on()))
			.map((each) -> each.item().reference())
			.orElse(null);
	}

	@Override
	@Transactional(readOnly = true)
	public List<PublicPage> pages() {
		boolean any = this.jdbc.sql("""
				select exists (select from meeting m
					join meeting_item i on i.organisation_id = m.organisation_id and i.meeting_id = m.id
					where m.state = 'CLOSED' and m.published_at is not null and i.purpose = 'DECISION'
						and i.outcome is not null and i.withdrawn_reason is null and not i.private_item)
				""").query(Boolean.class).single();
		return any ? List.of(new PublicPage("Register of decisions", "/register-of-decisions")) : List.of();
	}

}
