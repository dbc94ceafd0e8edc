package org.mandate.recommendations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.mandate.access.Member;
import org.mandate.access.MemberId;
import org.mandate.access.Role;
import org.mandate.appraisals.AppraisalId;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;
import org.mandate.database.NotFound;
import org.mandate.interests.Declaration;
import org.mandate.interests.InterestVersion;
import org.mandate.interests.Interests;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Those who sit on the governing body are told, before they open a recommendation, that
 * their interests may touch it, and say of each whether it does. They are asked again
 * only of an interest that changed since, and of another recommendation.
 */
@Component
public class TouchingInterests {

	/** Who sits on the governing body. */
	private static final Set<Role> SITTING = Set.of(Role.GOVERNING_BODY_MEMBER, Role.CHAIR, Role.LOCALITY_DIRECTOR);

	/** Who reads what others said. */
	private static final Set<Role> READING = Set.of(Role.CHAIR, Role.COMMISSIONING_MANAGER, Role.CONFLICTS_GUARDIAN);

	private final Interests interests;

	private final Appraisals appraisals;

	private final ApplicationEventPublisher events;

	private final JdbcClient jdbc;

	private final Clock clock;

	TouchingInterests(Interests interests, Appraisals appraisals, ApplicationEventPublisher events, JdbcClient jdbc,
			Clock clock) {
		this.interests = interests;
		this.appraisals = appraisals;
		this.events = events;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * What somebody said of an interest of theirs.
	 *
	 * @param person whose interest
	 * @param name as it was then
	 * @param interest id of the interest
	 * @param version number of the version that they spoke of
	 * @param touches whether it touches the recommendation
	 * @param at when
	 */
	public record Answer(MemberId person, String name, UUID interest, int version, boolean touches, Instant at) {
	}

	/**
	 * What was said last of each interest for the current recommendation, by name; empty
	 * where there is no recommendation. One statement.
	 */
	@Transactional(readOnly = true)
	public List<Answer> of(AppraisalId appraisal) {
		return current(appraisal, null).map(Current::answers).orElse(List.of());
	}

	/**
	 * Whether somebody must say something before opening a recommendation. At most three
	 * statements, one for who has no interests, none for who does not sit on the
	 * governing body.
	 * @param year of the appraisal, as in addresses
	 * @throws NotFound if there is no such appraisal
	 */
	@Transactional(readOnly = true)
	public boolean asks(String year, Member member) {
		if (!sits(member)) {
			return false;
		}
		Map<UUID, Integer> standing = this.interests.standing(member.id());
		return !standing.isEmpty() && current(this.appraisals.of(year).id(), member.id())
			.filter((current) -> standing.entrySet()
				.stream()
				.anyMatch((each) -> !current.answers(each.getKey(), each.getValue())))
			.isPresent();
	}

	/**
	 * An interest of which its holder is asked.
	 *
	 * @param interest its id
	 * @param version as it reads now
	 * @param answered what was said of this version; null where nothing was
	 */
	public record Question(UUID interest, InterestVersion version, @Nullable Boolean answered) {
	}

	/**
	 * The standing interests of somebody, each with what they said of it as it reads now.
	 * @throws NotFound if there is no recommendation
	 */
	@Transactional(readOnly = true)
	List<Question> questions(AppraisalId appraisal, Member member) {
		Current current = known(appraisal, member);
		return this.interests.of(member.id())
			.stream()
			.map((each) -> new Question(each.id(), each.latest(), current.said(each.id(), each.latest().number())))
			.toList();
	}

	/**
	 * What is said of an interest.
	 *
	 * @param version number of the version that was read
	 * @param touches whether it touches the recommendation
	 */
	record Said(int version, boolean touches) {
	}

	/**
	 * Keep what somebody says of their interests. The same said twice is kept once.
	 * @param said by id of the interest
	 * @return false, and nothing is kept, unless each interest that goes on is answered
	 * as it reads now
	 * @throws NotFound if there is no recommendation
	 */
	@Transactional
	boolean answer(AppraisalSummary appraisal, Map<UUID, Said> said, Member by) {
		lock(appraisal.id(), by);
		Current current = known(appraisal.id(), by);
		Map<UUID, Integer> standing = this.interests.standing(by.id());
		boolean whole = standing.entrySet().stream().allMatch((each) -> {
			Said of = said.get(each.getKey());
			return of != null && of.version() == each.getValue();
		});
		if (!whole) {
			return false;
		}
		Map<UUID, Said> given = new LinkedHashMap<>(said);
		given.keySet().retainAll(standing.keySet());
		List<Map<String, Object>> kept = new ArrayList<>();
		given.forEach((interest, of) -> {
			if (!Boolean.valueOf(of.touches()).equals(current.said(interest, of.version()))) {
				keep(current, interest, of, by);
				kept.add(Map.of("interest", interest.toString(), "version", of.version(), "touches", of.touches()));
			}
		});
		if (!kept.isEmpty()) {
			long touching = given.values().stream().filter(Said::touches).count();
			this.events.publishEvent(RecommendationEvent.told(appraisal.id(), current.number(), touching, given.size(),
					List.copyOf(kept)));
		}
		return true;
	}

	/**
	 * Somebody who was told, as another reads it.
	 *
	 * @param name who
	 * @param at when they last said something
	 * @param own whether it is the reader
	 * @param said what, of each interest
	 */
	public record Told(String name, Instant at, boolean own, List<Spoken> said) {

		/** How many interests touch the recommendation, in words. */
		public String words() {
			long touching = this.said.stream().filter(Spoken::touches).count();
			return "%d of %d %s".formatted(touching, this.said.size(),
					(this.said.size() == 1) ? "interest" : "interests");
		}

		/** Those of which the reader may see the words. */
		public List<Spoken> seen() {
			return this.said.stream().filter((each) -> each.words() != null).toList();
		}

	}

	/**
	 * What was said of one interest.
	 *
	 * @param words what the interest is; null where they are not for the reader
	 * @param touches whether it touches the recommendation
	 */
	public record Spoken(@Nullable String words, boolean touches) {
	}

	/**
	 * Who was told and what they said, for the chair, the manager and the guardian;
	 * others read only what they said themselves. The words of an interest are for those
	 * who may see it. At most three statements.
	 */
	@Transactional(readOnly = true)
	List<Told> told(AppraisalId appraisal, Member reader) {
		boolean reads = READING.stream().anyMatch(reader::is);
		if (!reads && !sits(reader)) {
			return List.of();
		}
		Map<MemberId, List<Answer>> people = current(appraisal, reads ? null : reader.id()).map(Current::answers)
			.orElse(List.of())
			.stream()
			.collect(Collectors.groupingBy(Answer::person, LinkedHashMap::new, Collectors.toList()));
		boolean sees = people.containsKey(reader.id()) || (!people.isEmpty() && Interests.seesAll(reader));
		Map<UUID, Declaration> visible = (sees ? this.interests.visible(reader) : List.<Declaration>of()).stream()
			.collect(Collectors.toMap(Declaration::id, Function.identity()));
		return people.entrySet()
			.stream()
			.map((each) -> told(each.getValue(), each.getKey().equals(reader.id()), visible))
			.toList();
	}

	private static Told told(List<Answer> answers, boolean own, Map<UUID, Declaration> visible) {
		Instant last = answers.stream().map(Answer::at).max(Comparator.naturalOrder()).orElseThrow();
		return new Told(answers.getFirst().name(), last, own, answers.stream()
			.map((answer) -> new Spoken(words(visible.get(answer.interest()), answer.version()), answer.touches()))
			.toList());
	}

	private static @Nullable String words(@Nullable Declaration declaration, int version) {
		return (declaration != null) ? declaration.versions().get(version - 1).words() : null;
	}

	static boolean sits(Member member) {
		return SITTING.stream().anyMatch(member::is);
	}

	private record Current(UUID id, int number, List<Answer> answers) {

		boolean answers(UUID interest, int version) {
			return said(interest, version) != null;
		}

		@Nullable Boolean said(UUID interest, int version) {
			return this.answers.stream()
				.filter((each) -> each.interest().equals(interest) && each.version() == version)
				.map(Answer::touches)
				.findFirst()
				.orElse(null);
		}

	}

	private Current known(AppraisalId appraisal, Member member) {
		return current(appraisal, member.id()).orElseThrow(() -> new NotFound("There is no recommendation yet"));
	}

	/** The current recommendation with what one person, or everybody, said for it. */
	private Optional<Current> current(AppraisalId appraisal, @Nullable MemberId person) {
		List<Current> found = new ArrayList<>();
		this.jdbc
			.sql("""
					select r.id, r.number, t.person_id, t.answered_by, t.interest_id, t.interest_version, t.touches,
						t.answered_at
					from (select id, number from recommendation where appraisal_id = :appraisal order by number desc limit 1) r
					left join (select distinct on (recommendation_id, interest_id) * from touching_interest
						order by recommendation_id, interest_id, position desc) t
						on t.recommendation_id = r.id and (cast(:person as uuid) is null or t.person_id = cast(:person as uuid))
					order by lower(t.answered_by), t.person_id, t.answered_at, t.interest_id
					""")
			.param("appraisal", appraisal.id())
			.param("person", (person != null) ? person.id() : null)
			.query((row) -> {
				if (found.isEmpty()) {
					found.add(new Current(row.getObject("id", UUID.class), row.getInt("number"), new ArrayList<>()));
				}
				if (row.getObject("person_id") != null) {
					found.getFirst().answers().add(answer(row));
				}
			});
		return found.stream().findFirst();
	}

	private static Answer answer(ResultSet row) throws SQLException {
		return new Answer(new MemberId(row.getObject("person_id", UUID.class)), row.getString("answered_by"),
				row.getObject("interest_id", UUID.class), row.getInt("interest_version"), row.getBoolean("touches"),
				row.getObject("answered_at", OffsetDateTime.class).toInstant());
	}

	private void keep(Current current, UUID interest, Said said, Member by) {
		this.jdbc.sql("""
				insert into touching_interest (recommendation_id, interest_id, position, interest_version, person_id,
					touches, answered_by, answered_at)
				values (:recommendation, :interest, (select count(*) from touching_interest
						where recommendation_id = :recommendation and interest_id = :interest),
					:version, :person, :touches, :by, :at)
				""")
			.param("recommendation", current.id())
			.param("interest", interest)
			.param("version", said.version())
			.param("person", by.id().id())
			.param("touches", said.touches())
			.param("by", by.name())
			.param("at", this.clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC))
			.update();
	}

	/** The second of two forms sent at once finds what the first one kept. */
	private void lock(AppraisalId appraisal, Member member) {
		this.jdbc.sql("select pg_advisory_xact_lock(hashtextextended('touching ' || :appraisal || :person, 0))")
			.param("appraisal", appraisal.toString())
			.param("person", member.id().toString())
			.query((row) -> {
			});
	}

}
