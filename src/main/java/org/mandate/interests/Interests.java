package org.mandate.interests;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.mandate.access.Member;
import org.mandate.access.MemberId;
import org.mandate.access.People;
import org.mandate.access.PersonSummary;
import org.mandate.access.Role;
import org.mandate.audit.Auditable;
import org.mandate.database.NotFound;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The interests of an organisation's members. Each member declares their own and sees no
 * others; the conflicts of interest guardian and the administrator see all; a guardian
 * reviews those of others.
 */
@Component
public class Interests {

	private final InterestRecords records;

	private final InterestReader reader;

	private final People people;

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Interests(InterestRecords records, InterestReader reader, People people, JdbcClient jdbc,
			ApplicationEventPublisher events, Clock clock) {
		this.records = records;
		this.reader = reader;
		this.people = people;
		this.jdbc = jdbc;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * The interests of a member that go on, with all their words, reviewed or not. Two
	 * statements.
	 */
	@Transactional(readOnly = true)
	public List<Declaration> of(MemberId member) {
		return this.reader.of(member).stream().filter(Declaration::standing).toList();
	}

	/**
	 * The interests of a member that go on: the number of the latest version by id. One
	 * statement.
	 */
	@Transactional(readOnly = true)
	public Map<UUID, Integer> standing(MemberId member) {
		Map<UUID, Integer> standing = new LinkedHashMap<>();
		this.jdbc.sql("""
				select i.id, v.number from interest i
				join lateral (select number, ended_on from interest_version where interest_id = i.id
					order by position desc limit 1) v on true
				where i.person_id = :person and v.ended_on is null order by i.declared_at, i.id
				""").param("person", member.id()).query((row) -> {
			standing.put(row.getObject("id", UUID.class), row.getInt("number"));
		});
		return standing;
	}

	/** Every declaration that somebody may see, the oldest first. Two statements. */
	@Transactional(readOnly = true)
	public List<Declaration> visible(Member reader) {
		return seesAll(reader) ? this.reader.all() : this.reader.of(reader.id());
	}

	/** All interests that go on, of every member. Two statements. */
	@Transactional(readOnly = true)
	public List<Declaration> standing() {
		return this.reader.all().stream().filter(Declaration::standing).toList();
	}

	/** A member with everything they declared, ended or not. */
	@Transactional(readOnly = true)
	public Holder holder(MemberId member) {
		return holder(this.people.summary(member), this.reader.of(member),
				Optional.ofNullable(this.reader.returns().get(member)));
	}

	/** Everybody with what they declared, by name; who has left comes last. */
	@Transactional(readOnly = true)
	public List<Holder> holders() {
		Map<MemberId, List<Declaration>> declarations = this.reader.all()
			.stream()
			.collect(Collectors.groupingBy(Declaration::holder));
		Map<MemberId, Instant> returns = this.reader.returns();
		List<Holder> holders = new ArrayList<>();
		for (PersonSummary person : this.people.everybody()) {
			MemberId id = new MemberId(person.id());
			holders.add(holder(person, declarations.getOrDefault(id, List.of()), Optional.ofNullable(returns.get(id))));
		}
		return holders;
	}

	/**
	 * One declaration.
	 * @throws NotFound if there is none, or the reader may not see it
	 */
	@Transactional(readOnly = true)
	public Declaration one(UUID interest, Member reader) {
		return this.reader.one(interest)
			.filter((found) -> found.holder().equals(reader.id()) || seesAll(reader))
			.orElseThrow(Interests::missing);
	}

	/** Whether somebody sees the declarations of others. */
	public static boolean seesAll(Member reader) {
		return reader.is(Role.CONFLICTS_GUARDIAN) || reader.is(Role.ADMINISTRATOR);
	}

	/**
	 * Declare an interest.
	 * @param key of the form; the same form sent twice makes one declaration
	 * @return whether it was declared after its last day
	 * @throws AlreadyDeclared if the form was sent before with other words
	 */
	@Transactional
	public boolean declare(UUID key, InterestStatement statement, Member by) {
		InterestId id = new InterestId(key);
		Optional<Interest> known = this.records.findById(id);
		if (known.isPresent()) {
			if (!known.get().isOf(by.id()) || !known.get().says(statement)) {
				throw new AlreadyDeclared();
			}
			return known.get().latest().late();
		}
		LocalDate due = due(by, statement.began());
		Interest interest = new Interest(id, by, statement, due, this.clock.instant());
		this.records.saveAndFlush(interest);
		return interest.latest().late();
	}

	/**
	 * Save other words for an interest of one's own.
	 * @param seen number of the version that was read
	 * @param changedOn since when it is so
	 * @return whether that was declared after its last day
	 * @throws NotFound if the member has no such interest
	 * @throws InterestChanged if there is a later version
	 */
	@Transactional
	public boolean change(UUID interest, int seen, InterestStatement statement, LocalDate changedOn, Member by) {
		Interest found = own(interest, by);
		found.change(seen, statement, due(by, changedOn), by, this.clock.instant());
		this.records.saveAndFlush(found);
		return found.latest().late();
	}

	/**
	 * Say that nothing is to be declared, or that what was declared is still right: a
	 * return, once a day.
	 */
	@Transactional
	public void makeReturn(Member by) {
		boolean nil = of(by.id()).isEmpty();
		Instant now = this.clock.instant();
		int made = this.jdbc.sql("""
				insert into interest_return (person_id, made_on, kind, made_at) values (:person, :day, :kind, :now)
				on conflict do nothing
				""")
			.param("person", by.id().id())
			.param("day", InterestVersion.day(now))
			.param("kind", nil ? "NIL" : "CONFIRMED")
			.param("now", now.atOffset(ZoneOffset.UTC))
			.update();
		if (made == 1) {
			this.events.publishEvent(nil ? new Returned("interest.nil-return", "Declared no interests", Map.of())
					: new Returned("interest.confirmed", "Confirmed the declared interests", Map.of()));
		}
	}

	private record Returned(String action, String summary, Map<String, Object> details) implements Auditable {
	}

	/**
	 * Review the latest words of somebody else's declaration.
	 * @param seen number of the version that was read
	 * @throws NotFound if there is no such declaration
	 * @throws InterestChanged if there is a later version
	 * @throws AccessDeniedException to one's own, or without the guardian's role
	 */
	@Transactional
	public void review(UUID interest, int seen, ReviewStatement review, Member by) {
		Interest found = this.records.findById(new InterestId(interest)).orElseThrow(Interests::missing);
		if (found.isOf(by.id()) || !by.is(Role.CONFLICTS_GUARDIAN)) {
			throw new AccessDeniedException("Only a guardian reviews, and nobody their own");
		}
		found.review(seen, review, by, this.clock.instant());
		this.records.saveAndFlush(found);
	}

	private Interest own(UUID interest, Member by) {
		return this.records.findById(new InterestId(interest))
			.filter((found) -> found.isOf(by.id()))
			.orElseThrow(Interests::missing);
	}

	private static NotFound missing() {
		return new NotFound("There is no such declaration");
	}

	/** Within 28 days, of which none count before somebody was a member. */
	private LocalDate due(Member member, LocalDate since) {
		LocalDate joined = InterestVersion.day(this.people.summary(member.id()).joined());
		return (since.isBefore(joined) ? joined : since).plusDays(InterestVersion.DAYS_TO_DECLARE);
	}

	private Holder holder(PersonSummary person, List<Declaration> declarations, Optional<Instant> returned) {
		@Nullable Instant last = Stream
			.concat(returned.stream(),
					declarations.stream().flatMap((each) -> each.versions().stream()).map(InterestVersion::declaredAt))
			.max(Instant::compareTo)
			.orElse(null);
		return new Holder(person, declarations, last,
				InterestVersion.day(person.joined()).plusDays(InterestVersion.DAYS_TO_DECLARE),
				InterestVersion.day(this.clock.instant()));
	}

}
