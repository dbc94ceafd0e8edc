package org.mandate.interests;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.access.MemberId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads declarations and returns within the transaction of a facade: two statements,
 * however many there are.
 */
@Component
class InterestReader {

	private static final String WHICH = """
			where (cast(:person as uuid) is null or i.person_id = cast(:person as uuid))
				and (cast(:interest as uuid) is null or i.id = cast(:interest as uuid))
			""";

	private final JdbcClient jdbc;

	InterestReader(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * When somebody last said that they have nothing to declare, or that all is right.
	 */
	record Return(MemberId person, Instant madeAt) {
	}

	/** Every declaration of the organisation, the oldest first. */
	List<Declaration> all() {
		return read(null, null);
	}

	/** Those of one member, the oldest first. */
	List<Declaration> of(MemberId member) {
		return read(member.id(), null);
	}

	Optional<Declaration> one(UUID interest) {
		return read(null, interest).stream().findFirst();
	}

	/** The last return of each member who made one without a declaration. */
	Map<MemberId, Instant> returns() {
		Map<MemberId, Instant> last = new LinkedHashMap<>();
		this.jdbc.sql("select person_id, max(made_at) as made_at from interest_return group by person_id")
			.query((row, number) -> new Return(new MemberId(row.getObject("person_id", UUID.class)),
					instant(row, "made_at")))
			.list()
			.forEach((each) -> last.put(each.person(), each.madeAt()));
		return last;
	}

	private List<Declaration> read(@Nullable UUID person, @Nullable UUID interest) {
		Map<UUID, MemberId> holders = new LinkedHashMap<>();
		Map<UUID, List<InterestVersion>> versions = new LinkedHashMap<>();
		this.jdbc
			.sql("select i.id, i.person_id, v.* from interest i join interest_version v on v.interest_id = i.id "
					+ WHICH + " order by i.declared_at, i.id, v.position")
			.param("person", person)
			.param("interest", interest)
			.query((row) -> {
				UUID id = row.getObject("id", UUID.class);
				holders.put(id, new MemberId(row.getObject("person_id", UUID.class)));
				versions.computeIfAbsent(id, (key) -> new ArrayList<>()).add(version(row));
			});
		if (versions.isEmpty()) {
			return List.of();
		}
		Map<UUID, List<InterestReview>> reviews = new LinkedHashMap<>();
		this.jdbc
			.sql("select i.id, r.* from interest i join interest_review r on r.interest_id = i.id " + WHICH
					+ " order by i.id, r.position")
			.param("person", person)
			.param("interest", interest)
			.query((row) -> {
				reviews.computeIfAbsent(row.getObject("id", UUID.class), (key) -> new ArrayList<>()).add(review(row));
			});
		List<Declaration> all = new ArrayList<>();
		holders.forEach((id, holder) -> all.add(new Declaration(id, holder, versions.getOrDefault(id, List.of()),
				reviews.getOrDefault(id, List.of()))));
		return all;
	}

	private static InterestVersion version(ResultSet row) throws SQLException {
		return new InterestVersion(row.getInt("number"), row.getString("held_position"),
				InterestType.valueOf(row.getString("type")), row.getString("relationship"),
				row.getString("description"), row.getObject("began_on", LocalDate.class),
				row.getObject("ended_on", LocalDate.class), row.getString("mitigation"), row.getString("refusal"),
				row.getObject("due_on", LocalDate.class), row.getString("declared_by"), instant(row, "declared_at"));
	}

	private static InterestReview review(ResultSet row) throws SQLException {
		return new InterestReview(row.getInt("version_number"), row.getBoolean("accepted"), row.getString("action"),
				row.getString("reason"), row.getObject("refusal_agreed", Boolean.class), row.getString("reviewed_by"),
				instant(row, "reviewed_at"));
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

}
