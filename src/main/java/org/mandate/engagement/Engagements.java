package org.mandate.engagement;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.AsAt;
import org.mandate.audit.ActorSource;
import org.mandate.database.NotFound;
import org.mandate.organisations.Organisations;
import org.mandate.organisations.PartnerBody;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The log of whom the current organisation engaged, appraisal by appraisal, and how that
 * covers those whom the guidance wants engaged. Nothing is deleted: an entry is withdrawn
 * with a reason, and every version of it is kept.
 */
@Component
public class Engagements {

	private final EngagementStore store;

	private final CoverageReading coverage;

	private final Organisations organisations;

	private final ApplicationEventPublisher events;

	private final ActorSource actors;

	private final Clock clock;

	Engagements(EngagementStore store, CoverageReading coverage, Organisations organisations,
			ApplicationEventPublisher events, ActorSource actors, Clock clock) {
		this.store = store;
		this.coverage = coverage;
		this.organisations = organisations;
		this.events = events;
		this.actors = actors;
		this.clock = clock;
	}

	/**
	 * Every entry of an appraisal by number, those that were withdrawn among them. Three
	 * statements.
	 */
	@Transactional(readOnly = true)
	public List<Engagement> all(AppraisalSummary appraisal) {
		return this.store.all(appraisal.id());
	}

	/**
	 * Who has to be engaged and who has been, as it stood at a moment.
	 */
	@Transactional(readOnly = true)
	public Coverage coverage(AppraisalSummary appraisal, AsAt asAt) {
		return this.coverage.of(appraisal, asAt);
	}

	/**
	 * Add an entry to the log.
	 * @return its number within the appraisal
	 * @throws NotFound if it names a partner body that is not on the register
	 */
	@Transactional
	public int add(AppraisalSummary appraisal, EngagementStatement statement) {
		return add(appraisal, UUID.randomUUID(), statement);
	}

	/**
	 * Add an entry once, however often its form is sent.
	 * @param id given with the form
	 * @throws EngagementChanged if it was recorded with other words before
	 */
	@Transactional
	int add(AppraisalSummary appraisal, UUID id, EngagementStatement statement) {
		this.store.lock(appraisal.id());
		List<Engagement> all = this.store.all(appraisal.id());
		Optional<Engagement> sent = all.stream().filter((entry) -> entry.id().equals(id)).findFirst();
		if (sent.isPresent()) {
			if (!sent.get().statement().equals(statement)) {
				throw new EngagementChanged(sent.get().number());
			}
			return sent.get().number();
		}
		int number = all.isEmpty() ? 1 : all.getLast().number() + 1;
		save(appraisal, new Engagement(id, number, statement, partner(statement.partner()), null, now(), by(), 0), null,
				"Recorded", "recorded");
		return number;
	}

	/** An entry and what it said before, latest first. Four statements. */
	@Transactional(readOnly = true)
	History history(AppraisalSummary appraisal, int number) {
		Engagement entry = this.store.one(appraisal.id(), number).orElseThrow(() -> none(number));
		return new History(entry, this.store.saved(entry.id()));
	}

	/**
	 * An entry and its versions.
	 *
	 * @param entry as it stands
	 * @param saved what it said each time it was saved, latest first
	 */
	public record History(Engagement entry, List<Engagement.Saved> saved) {
	}

	/**
	 * Change an entry, unless somebody else did so meanwhile; one that was withdrawn is
	 * put back. Nothing is recorded when nothing changes.
	 * @param seen version of what the person saw when they began
	 * @throws NotFound if there is no such entry
	 * @throws EngagementChanged if somebody else saved it
	 */
	@Transactional
	void change(AppraisalSummary appraisal, int number, EngagementStatement statement, int seen) {
		Engagement known = locked(appraisal, number);
		if (known.stands() && known.statement().equals(statement)) {
			return;
		}
		requireSeen(known, seen);
		Engagement changed = new Engagement(known.id(), number, statement, partner(statement.partner()), null, now(),
				by(), known.version() + 1);
		save(appraisal, changed, known, known.stands() ? "Changed" : "Put back",
				known.stands() ? "changed" : "put-back");
	}

	/**
	 * Take an entry out of the log; it stays on record.
	 * @param seen version of what the person saw when they began
	 * @throws EngagementChanged if somebody else saved it
	 */
	@Transactional
	void withdraw(AppraisalSummary appraisal, int number, String reason, int seen) {
		Engagement known = locked(appraisal, number);
		if (!known.stands()) {
			return;
		}
		requireSeen(known, seen);
		save(appraisal, new Engagement(known.id(), number, known.statement(), known.partnerName(), reason, now(), by(),
				known.version() + 1), known, "Withdrew", "withdrawn");
	}

	private Engagement locked(AppraisalSummary appraisal, int number) {
		this.store.lock(appraisal.id());
		return this.store.one(appraisal.id(), number).orElseThrow(() -> none(number));
	}

	private static void requireSeen(Engagement known, int seen) {
		if (known.version() != seen) {
			throw new EngagementChanged(known.number());
		}
	}

	private void save(AppraisalSummary appraisal, Engagement entry, @Nullable Engagement before, String verb,
			String action) {
		this.store.save(appraisal.id(), entry, verb);
		Map<String, Object> details = new LinkedHashMap<>();
		details.put("engagement", entry.number());
		List<String> after = entry.statement().lines(entry.partnerName());
		if (before == null) {
			details.put("said", after);
		}
		else if (!before.statement().equals(entry.statement())) {
			details.put("before", before.statement().lines(before.partnerName()));
			details.put("after", after);
		}
		this.events.publishEvent(new EngagementEvent(appraisal.id().id(), "engagement." + action,
				"%s engagement %d, %s".formatted(verb, entry.number(), entry.who()), entry.withdrawnReason(), details));
	}

	/** The name of a partner body; null for none. */
	private @Nullable String partner(@Nullable UUID body) {
		return (body == null) ? null
				: this.organisations.partnerBodies()
					.stream()
					.filter((each) -> each.id().equals(body))
					.map(PartnerBody::name)
					.findFirst()
					.orElseThrow(() -> new NotFound("There is no such partner body."));
	}

	private String by() {
		return this.actors.current().name();
	}

	/** As precise as the database keeps it. */
	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MICROS);
	}

	private static NotFound none(int number) {
		return new NotFound("There is no engagement " + number + ".");
	}

}
