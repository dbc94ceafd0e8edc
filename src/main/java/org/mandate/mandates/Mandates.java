package org.mandate.mandates;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.AsAt;
import org.mandate.appraisals.Milestone;
import org.mandate.appraisals.Milestone.Kind;
import org.mandate.database.NotFound;
import org.mandate.forms.London;
import org.mandate.guidance.Edition;
import org.mandate.guidance.EditionRef;
import org.mandate.guidance.Guidance;
import org.mandate.mandates.MandateTest.Evidence;
import org.mandate.mandates.MandateTest.State;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The members' mandate of the current organisation, appraisal by appraisal.
 */
@Component
public class Mandates {

	private final MandateReader reader;

	private final MandateStore store;

	private final Guidance guidance;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Mandates(MandateReader reader, MandateStore store, Guidance guidance, ApplicationEventPublisher events,
			Clock clock) {
		this.reader = reader;
		this.store = store;
		this.guidance = guidance;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * The tests for a model as the record answered them at a moment: those of the
	 * appraisal's own edition of the guidance.
	 * @throws NotFound if the edition has no such model
	 */
	@Transactional(readOnly = true)
	public Mandate of(AppraisalSummary appraisal, String model, AsAt asAt) {
		return seen(appraisal, model, asAt).mandate();
	}

	/** The same, for who has read the appraisal's milestones already. */
	@Transactional(readOnly = true)
	public Mandate of(AppraisalSummary appraisal, String model, AsAt asAt, List<Milestone> milestones) {
		return seen(appraisal, model, asAt, milestones).mandate();
	}

	/** The same as the record answers them now. */
	@Transactional(readOnly = true)
	public Mandate now(AppraisalSummary appraisal, String model) {
		return of(appraisal, model, AsAt.now(this.clock));
	}

	/**
	 * The tests with what there is besides.
	 *
	 * @param mandate the tests that bind
	 * @param information tests that only another edition asks for, answered all the same
	 * @param stated all evidence stated for the model
	 * @param overrides all overrides for the model, latest first
	 * @param last number of the latest override of any model, 0 for none
	 * @param material what the tests were answered from
	 */
	record Seen(Mandate mandate, List<MandateTest> information, List<StatedEvidence> stated,
			List<RecordedOverride> overrides, int last, Material material) {
	}

	@Transactional(readOnly = true)
	Seen seen(AppraisalSummary appraisal, String model, AsAt asAt) {
		return seen(appraisal, model, asAt, this.reader.milestones(appraisal));
	}

	private Seen seen(AppraisalSummary appraisal, String model, AsAt asAt, List<Milestone> milestones) {
		Edition edition = edition(appraisal);
		Map<String, List<Edition.Rule>> topics = MandateReader.topics(edition, model);
		Material material = this.reader.of(appraisal, edition, model, asAt, milestones);
		List<StatedEvidence> stated = this.store.evidence(appraisal.id())
			.stream()
			.filter((each) -> each.said().model().equals(model))
			.toList();
		List<MandateTest> tests = topics.values().stream().map((rules) -> test(rules, material, stated)).toList();
		List<MandateTest> information = others(edition, model, topics.keySet()).values()
			.stream()
			.map((rules) -> test(rules, material, List.of()))
			.toList();
		List<RecordedOverride> all = this.store.overrides(appraisal.id());
		List<RecordedOverride> overrides = all.stream().filter((each) -> each.model().equals(model)).toList();
		Map<String, State> states = tests.stream().collect(Collectors.toMap(MandateTest::topic, MandateTest::state));
		Mandate.Override override = overrides.stream()
			.filter((each) -> each.counts(asAt.day()))
			.reduce((first, second) -> second)
			.map((each) -> each.against(states))
			.orElse(null);
		return new Seen(new Mandate(model, tests, override), information, stated, overrides.reversed(), all.size(),
				material);
	}

	/** Topics that only other editions ask for; nothing where this one asks for none. */
	private Map<String, List<Edition.Rule>> others(Edition own, String model, Set<String> topics) {
		Map<String, List<Edition.Rule>> found = new LinkedHashMap<>();
		if (topics.isEmpty()) {
			return found;
		}
		Set<String> seen = new HashSet<>(Set.of(own.ref().key()));
		for (Edition edition : this.guidance.editions()) {
			boolean has = edition.models().stream().anyMatch((each) -> each.key().equals(model));
			if (has && seen.add(edition.ref().key())) {
				MandateReader.topics(edition, model).forEach((topic, rules) -> {
					if (!topics.contains(topic)) {
						found.computeIfAbsent(topic, (any) -> new ArrayList<>()).addAll(rules);
					}
				});
			}
		}
		return found;
	}

	/** A topic's test: what the record says, and what people stated. */
	static MandateTest test(List<Edition.Rule> rules, Material material, List<StatedEvidence> stated) {
		Judged judged = Evaluators.judge(material, rules);
		String topic = rules.getFirst().topic();
		List<Evidence> evidence = new ArrayList<>(judged.evidence());
		List<String> findings = new ArrayList<>(judged.findings());
		State state = judged.state();
		for (StatedEvidence each : stated) {
			LocalDate on = each.said().on();
			if (!each.stands() || !each.isFor(material.model(), topic) || on.isAfter(material.asAt().day())) {
				continue;
			}
			evidence.add(new Evidence(London.date(on), "Stated by %s: %s (%s)".formatted(each.said().byWhom(),
					each.said().text(), each.said().reference()), material.path() + "/mandate"));
			Milestone day = Milestone.on(Kind.ENGAGEMENT, null, on, "", null, "");
			if (judged.state() == State.CONTRADICTED) {
				findings.add("Evidence was stated by hand. The record says the contrary all the same.");
			}
			else if (material.isAfterSubmission(day)) {
				findings.add("What was stated by hand is of %s, after the proposal was submitted."
					.formatted(London.date(on)));
			}
			else if (state == State.NOT_EVIDENCED) {
				state = State.EVIDENCED;
				findings.addFirst("Shown by evidence that was stated by hand, which people have to judge.");
			}
		}
		return new MandateTest(topic, rules.getFirst().title(), rules, state, evidence,
				findings.stream().distinct().toList());
	}

	/**
	 * State evidence for a test that the record does not hold by itself. The same form
	 * sent twice makes one.
	 * @param id given with the form
	 * @return its number within the appraisal
	 * @throws NotFound if there is no such model or test
	 */
	@Transactional
	public int state(AppraisalSummary appraisal, UUID id, StatedEvidence.Statement said, Member by) {
		List<Edition.Rule> rules = rules(appraisal, said.model(), said.topic());
		this.store.lock(appraisal.id());
		Integer sent = this.store.sent(appraisal.id(), id);
		if (sent != null) {
			return sent;
		}
		int number = this.store.evidence(appraisal.id()).size() + 1;
		this.store.add(appraisal.id(), id, number, said, by.name(), this.clock.instant());
		this.events.publishEvent(MandateEvent.stated(appraisal.id(), number, said, rules.getFirst().title()));
		return number;
	}

	/** The rules of a test. */
	List<Edition.Rule> rules(AppraisalSummary appraisal, String model, String topic) {
		return Optional.ofNullable(MandateReader.topics(edition(appraisal), model).get(topic))
			.orElseThrow(() -> new NotFound("The guidance has no such test for this model."));
	}

	/**
	 * Evidence that was stated.
	 * @throws NotFound if there is none of that number
	 */
	@Transactional(readOnly = true)
	StatedEvidence stated(AppraisalSummary appraisal, int number) {
		return this.store.evidence(appraisal.id())
			.stream()
			.filter((each) -> each.number() == number)
			.findFirst()
			.orElseThrow(() -> new NotFound("There is no evidence of that number."));
	}

	/** Withdraw evidence that was stated; it stays on record. */
	@Transactional
	void withdrawEvidence(AppraisalSummary appraisal, int number, String reason, Member by) {
		this.store.lock(appraisal.id());
		StatedEvidence known = stated(appraisal, number);
		if (known.stands()) {
			this.store.withdrawEvidence(appraisal.id(), number, reason, by.name(), this.clock.instant());
			this.events.publishEvent(MandateEvent.withdrawn(appraisal.id(), known, reason));
		}
	}

	/**
	 * What the accountable officer decides.
	 *
	 * @param model key of the model
	 * @param topics of the tests that fail and are gone ahead with
	 * @param reason why, 1 to 2000 characters
	 * @param on the day on which it was decided
	 */
	public record Decision(String model, Set<String> topics, String reason, LocalDate on) {

		public Decision {
			topics = Set.copyOf(topics);
		}

	}

	/**
	 * Go ahead with a model although tests fail, in place of what was decided before.
	 * @param seen number of the latest override that the person saw, 0 for none; null
	 * whatever it was
	 * @throws AccessDeniedException to anybody but the accountable officer
	 * @throws MandateRefused if a named test passes, or none is named, or somebody
	 * decided meanwhile
	 */
	@Transactional
	public void override(AppraisalSummary appraisal, Decision decision, @Nullable Integer seen, Member by) {
		requireOfficer(by);
		this.store.lock(appraisal.id());
		int last = this.store.overrides(appraisal.id()).stream().mapToInt(RecordedOverride::number).max().orElse(0);
		if (seen != null && seen != last) {
			throw new MandateRefused("reason",
					"Another decision was recorded meanwhile. Look at it before you save yours");
		}
		if (decision.topics().isEmpty()) {
			throw new MandateRefused("topics", "Choose the tests that you go ahead without");
		}
		Map<String, MandateTest> tests = of(appraisal, decision.model(), asAt(decision.on())).tests()
			.stream()
			.collect(Collectors.toMap(MandateTest::topic, (test) -> test));
		Map<String, State> failed = new LinkedHashMap<>();
		for (String topic : decision.topics()) {
			MandateTest test = tests.get(topic);
			if (test == null) {
				throw new MandateRefused("topics", "Choose tests of this model only");
			}
			if (!test.failed()) {
				throw new MandateRefused("topics",
						"“%s” passes on that day and needs no override. Leave it out".formatted(test.title()));
			}
			failed.put(topic, test.state());
		}
		RecordedOverride override = new RecordedOverride(last + 1, decision.model(), failed, decision.reason(),
				decision.on(), by.name(), this.clock.instant(), null);
		this.store.add(appraisal.id(), override, by.id());
		this.events.publishEvent(
				MandateEvent.overridden(appraisal.id(), override, edition(appraisal).model(decision.model()).name()));
	}

	/** From when a decision of a day looks at the tests. */
	AsAt asAt(LocalDate day) {
		AsAt now = AsAt.now(this.clock);
		return day.isBefore(now.day()) ? AsAt.asked(day.toString()).orElse(now) : now;
	}

	/**
	 * Withdraw an override; it stays on record.
	 * @param on since when it does not count
	 * @throws NotFound if there is none of that number
	 * @throws AccessDeniedException to anybody but the accountable officer
	 */
	@Transactional
	void withdraw(AppraisalSummary appraisal, int number, LocalDate on, String reason, Member by) {
		requireOfficer(by);
		this.store.lock(appraisal.id());
		RecordedOverride known = override(appraisal, number);
		if (known.stands()) {
			Instant now = this.clock.instant();
			LocalDate day = on.isBefore(known.decidedOn()) ? known.decidedOn() : on;
			this.store.withdraw(appraisal.id(), number, new RecordedOverride.Withdrawal(day, reason, by.name()), now);
			this.events.publishEvent(MandateEvent.overrideWithdrawn(appraisal.id(), known, reason));
		}
	}

	@Transactional(readOnly = true)
	RecordedOverride override(AppraisalSummary appraisal, int number) {
		return this.store.overrides(appraisal.id())
			.stream()
			.filter((each) -> each.number() == number)
			.findFirst()
			.orElseThrow(() -> new NotFound("There is no override of that number."));
	}

	private static void requireOfficer(Member by) {
		if (!by.is(Role.ACCOUNTABLE_OFFICER)) {
			throw new AccessDeniedException("Only the accountable officer goes ahead without the members' mandate");
		}
	}

	Edition edition(AppraisalSummary appraisal) {
		return this.guidance.edition(new EditionRef(appraisal.edition(), appraisal.editionVersion()));
	}

	/** The day it is in London. */
	LocalDate today() {
		return AsAt.now(this.clock).day();
	}

}
