package org.mandate.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.mandate.database.OrganisationId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The people of the current organisation.
 */
@Component
public class People {

	private static final String MEMBER = """
			select p.id, p.name, p.job_title, p.password_hash, p.locality_id, l.name as locality, o.id as organisation,
				lower(o.code) as code, o.name as organisation_name,
				array(select r.role from person_role r where r.organisation_id = p.organisation_id and r.person_id = p.id)
					as roles
			from person p join organisation o on o.id = p.organisation_id
				left join locality l on l.organisation_id = p.organisation_id and l.id = p.locality_id
			where p.deactivated_at is null
			""";

	private final Persons persons;

	private final JdbcClient jdbc;

	private final Clock clock;

	People(Persons persons, JdbcClient jdbc, Clock clock) {
		this.persons = persons;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Add a person. They cannot sign in until they have chosen a password by an
	 * invitation.
	 * @param email unique within the organisation
	 * @param name as shown
	 * @param jobTitle or null
	 * @param roles at least one
	 * @param locality needed for a locality clinical director, ignored for others
	 * @return the person's id
	 * @throws EmailTaken if somebody in this organisation has that address
	 * @throws LocalityNeeded if a director has no locality
	 */
	@Transactional
	public MemberId add(String email, String name, @Nullable String jobTitle, Set<Role> roles,
			@Nullable UUID locality) {
		if (this.persons.existsByEmail(email.strip().toLowerCase(Locale.ROOT))) {
			throw new EmailTaken(email);
		}
		Person person = new Person(new MemberId(UUID.randomUUID()), email, name, jobTitle, roles, locality,
				this.clock.instant());
		return this.persons.save(person).id();
	}

	/**
	 * Everybody who may act in the organisation, by name.
	 */
	@Transactional(readOnly = true)
	public List<Member> active() {
		return this.jdbc.sql(MEMBER + " order by p.name").query(People::member).list();
	}

	@Transactional(readOnly = true)
	UserDetails signingIn(String email) {
		return this.jdbc.sql(MEMBER + " and lower(p.email) = :email and p.password_hash is not null")
			.param("email", email.strip().toLowerCase(Locale.ROOT))
			.query((row, number) -> new SignedIn(member(row, number), row.getString("password_hash")))
			.optional()
			.orElseThrow(() -> new UsernameNotFoundException("Nobody with that address"));
	}

	private static Member member(ResultSet row, int number) throws SQLException {
		String[] roles = (String[]) row.getArray("roles").getArray();
		return new Member(new MemberId(row.getObject("id", UUID.class)), row.getString("name"),
				new OrganisationId(row.getObject("organisation", UUID.class)), row.getString("code"),
				row.getString("organisation_name"), Arrays.stream(roles).map(Role::valueOf).collect(Collectors.toSet()),
				row.getObject("locality_id", UUID.class), row.getString("locality"));
	}

}
