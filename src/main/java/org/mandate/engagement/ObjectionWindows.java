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
import org.mandate.audit.ActorSource;
import org.mandate.database.NotFound;
import org.mandate.engagement.ObjectionWindow.Objection;
import org.mandate.engagement.ObjectionWindow.Said;
import org.mandate.engagement.ObjectionWindow.Statement;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Windows for objections of the current organisation's appraisals. Nothing is deleted:
 * windows and objections are withdrawn with a reason.
 */
@Component
public class ObjectionWindows {

	private final WindowStore store;

	private final EngagementStore engagements;

	private final ApplicationEventPublisher events;

	private final ActorSource actors;

	private final Clock clock;

	ObjectionWindows(WindowStore store, EngagementStore engagements, ApplicationEventPublisher events,
			ActorSource actors, Clock clock) {
		this.store = store;
		this.engagements = engagements;
		this.events = events;
		this.actors = actors;
		this.clock = clock;
	}

	/**
	 * Every window of an appraisal with its objections, those that were withdrawn among
	 * them. Two statements.
	 */
	@Transactional(readOnly = true)
	public List<ObjectionWindow> all(AppraisalSummary appraisal) {
		return this.store.all(appraisal.id());
	}

	/**
	 * One of them.
	 * @throws NotFound if there is no such window
	 */
	@Transactional(readOnly = true)
	public ObjectionWindow one(AppraisalSummary appraisal, int number) {
		return find(appraisal, number);
	}

	/**
	 * Open a window.
	 * @return its number within the appraisal
	 */
	@Transactional
	public int open(AppraisalSummary appraisal, Statement statement) {
		return open(appraisal, UUID.randomUUID(), statement);
	}

	/**
	 * Open a window once, however often its form is sent.
	 * @throws EngagementChanged if it was recorded with other words before
	 */
	@Transactional
	int open(AppraisalSummary appraisal, UUID id, Statement statement) {
		this.engagements.lock(appraisal.id());
		List<ObjectionWindow> all = this.store.all(appraisal.id());
		Optional<ObjectionWindow> sent = all.stream().filter((window) -> window.id().equals(id)).findFirst();
		if (sent.isPresent()) {
			if (!sent.get().statement().equals(statement)) {
				throw new EngagementChanged(sent.get().number());
			}
			return sent.get().number();
		}
		int number = all.isEmpty() ? 1 : all.getLast().number() + 1;
		save(appraisal, new ObjectionWindow(id, number, statement, List.of(), null, now(), by(), 0), null,
				"Opened objection window %d", "opened");
		return number;
	}

	/**
	 * Change a window, unless somebody else did so meanwhile; one that was withdrawn is
	 * put back.
	 * @throws EngagementChanged if somebody else saved it
	 */
	@Transactional
	void change(AppraisalSummary appraisal, int number, Statement statement, int seen) {
		ObjectionWindow known = locked(appraisal, number);
		if (known.stands() && known.statement().equals(statement)) {
			return;
		}
		requireSeen(number, known.version(), seen);
		save(appraisal, saved(known, statement, null), known,
				(known.stands() ? "Changed" : "Put back") + " objection window %d",
				known.stands() ? "changed" : "put-back");
	}

	/**
	 * Take a window out of the log; it stays on record with its objections.
	 * @throws EngagementChanged if somebody else saved it
	 */
	@Transactional
	void withdraw(AppraisalSummary appraisal, int number, String reason, int seen) {
		ObjectionWindow known = locked(appraisal, number);
		if (!known.stands()) {
			return;
		}
		requireSeen(number, known.version(), seen);
		save(appraisal, saved(known, known.statement(), reason), known, "Withdrew objection window %d", "withdrawn");
	}

	/**
	 * Record an objection.
	 * @return its number within the window
	 */
	@Transactional
	public int object(AppraisalSummary appraisal, int window, Said said) {
		return object(appraisal, window, UUID.randomUUID(), said);
	}

	/**
	 * Record an objection once, however often its form is sent.
	 * @throws EngagementChanged if it was recorded with other words before
	 */
	@Transactional
	int object(AppraisalSummary appraisal, int number, UUID id, Said said) {
		ObjectionWindow window = locked(appraisal, number);
		Optional<Objection> sent = window.objections().stream().filter((each) -> each.id().equals(id)).findFirst();
		if (sent.isPresent()) {
			if (!sent.get().statement().equals(said)) {
				throw new EngagementChanged(sent.get().number());
			}
			return sent.get().number();
		}
		int next = window.objections().isEmpty() ? 1 : window.objections().getLast().number() + 1;
		save(appraisal, window, new Objection(id, next, said, null, by(), now(), 0), null, "Recorded", "recorded");
		return next;
	}

	/**
	 * Change an objection or its reply, unless somebody else did so meanwhile; one that
	 * was withdrawn is put back.
	 * @throws EngagementChanged if somebody else saved it
	 */
	@Transactional
	void change(AppraisalSummary appraisal, int number, int objection, Said said, int seen) {
		ObjectionWindow window = locked(appraisal, number);
		Objection known = objection(window, objection);
		if (known.stands() && known.statement().equals(said)) {
			return;
		}
		requireSeen(objection, known.version(), seen);
		save(appraisal, window, new Objection(known.id(), objection, said, null, by(), now(), known.version() + 1),
				known, known.stands() ? "Changed" : "Put back", known.stands() ? "changed" : "put-back");
	}

	/**
	 * Take an objection out; it stays on record.
	 * @throws EngagementChanged if somebody else saved it
	 */
	@Transactional
	void withdraw(AppraisalSummary appraisal, int number, int objection, String reason, int seen) {
		ObjectionWindow window = locked(appraisal, number);
		Objection known = objection(window, objection);
		if (!known.stands()) {
			return;
		}
		requireSeen(objection, known.version(), seen);
		save(appraisal, window,
				new Objection(known.id(), objection, known.statement(), reason, by(), now(), known.version() + 1),
				known, "Withdrew", "withdrawn");
	}

	/** One objection of a window. */
	static Objection objection(ObjectionWindow window, int number) {
		return window.objections()
			.stream()
			.filter((each) -> each.number() == number)
			.findFirst()
			.orElseThrow(() -> new NotFound("There is no objection " + number + "."));
	}

	private ObjectionWindow saved(ObjectionWindow known, Statement statement, @Nullable String reason) {
		return new ObjectionWindow(known.id(), known.number(), statement, known.objections(), reason, now(), by(),
				known.version() + 1);
	}

	private ObjectionWindow locked(AppraisalSummary appraisal, int number) {
		this.engagements.lock(appraisal.id());
		return find(appraisal, number);
	}

	private ObjectionWindow find(AppraisalSummary appraisal, int number) {
		return this.store.all(appraisal.id())
			.stream()
			.filter((window) -> window.number() == number)
			.findFirst()
			.orElseThrow(() -> new NotFound("There is no objection window " + number + "."));
	}

	private static void requireSeen(int number, int version, int seen) {
		if (version != seen) {
			throw new EngagementChanged(number);
		}
	}

	private void save(AppraisalSummary appraisal, ObjectionWindow window, @Nullable ObjectionWindow before,
			String summary, String action) {
		this.store.save(appraisal.id(), window);
		publish(appraisal, "objection-window." + action, summary.formatted(window.number()), window.withdrawnReason(),
				Map.of("window", window.number()), (before != null) ? facts(before.statement()) : null,
				facts(window.statement()));
	}

	private void save(AppraisalSummary appraisal, ObjectionWindow window, Objection objection,
			@Nullable Objection before, String verb, String action) {
		this.store.save(window, objection);
		publish(appraisal, "objection." + action,
				"%s objection %d of window %d, by %s".formatted(verb, objection.number(), window.number(),
						objection.statement().who()),
				objection.withdrawnReason(), Map.of("window", window.number(), "objection", objection.number()),
				(before != null) ? facts(before.statement()) : null, facts(objection.statement()));
	}

	private void publish(AppraisalSummary appraisal, String action, String summary, @Nullable String reason,
			Map<String, Object> which, @Nullable Map<String, Object> before, Map<String, Object> after) {
		Map<String, Object> details = new LinkedHashMap<>(which);
		if (before == null) {
			details.putAll(after);
		}
		else if (!before.equals(after)) {
			details.put("before", before);
			details.put("after", after);
		}
		this.events.publishEvent(new EngagementEvent(appraisal.id().id(), action, summary, reason, details));
	}

	private static Map<String, Object> facts(Statement said) {
		Map<String, Object> facts = new LinkedHashMap<>();
		facts.put("audience", said.audience().label());
		facts.put("put", said.put());
		facts.put("how", said.how());
		facts.put("reached", said.reachedWords());
		facts.put("opened", said.opened().words());
		facts.put("until", said.untilWords());
		if (said.source() != null) {
			facts.put("source", said.source());
		}
		return facts;
	}

	private static Map<String, Object> facts(Said said) {
		Map<String, Object> facts = new LinkedHashMap<>();
		facts.put("who", said.who());
		facts.put("said", said.words());
		facts.put("received", said.exactly());
		if (said.reply() != null) {
			facts.put("reply", said.reply());
		}
		if (said.repliedOn() != null) {
			facts.put("replied", said.repliedOn().toString());
		}
		return facts;
	}

	private String by() {
		return this.actors.current().name();
	}

	/** As precise as the database keeps it. */
	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MICROS);
	}

}
