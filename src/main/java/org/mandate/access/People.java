package org.mandate.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.mandate.access.PersonSummary.State;
import org.mandate.database.NotFound;
import org.mandate.database.OrganisationId;

import org.springframework.dao.DataIntegrityViolationException;
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

	/**
	 * The longest email address, in characters (RFC 5321, 4.5.3.1.3, without the
	 * brackets).
	 */
	/** Empty, or something that can be an email address. */
	static final String EMAIL = "\\s*|\\s*[!-?A-~]+@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+\\s*";

	static final String NO_EMAIL = "Enter an email address in the correct format, like name@example.org";

	static final int MAX_EMAIL = 254;

	private static final String MEMBER = """
			select p.id, p.name, p.job_title, p.password_hash, p.locality_id, l.name as locality, o.id as organisation,
				lower(o.code) as code, o.name as organisation_name,
				array(select r.role from person_role r where r.organisation_id = p.organisation_id and r.person_id = p.id)
					as roles
			from person p join organisation o on o.id = p.organisation_id
				left join locality l on l.organisation_id = p.organisation_id and l.id = p.locality_id
			where p.deactivated_at is null
			""";

	private static final String SUMMARY = """
			select p.id, p.name, p.email, p.job_title, p.locality_id, l.name as locality,
				p.password_hash is not null as can_sign_in, p.joined_at, p.deactivated_at,
				array(select r.role from person_role r where r.organisation_id = p.organisation_id and r.person_id = p.id)
					as roles
			from person p left join locality l on l.organisation_id = p.organisation_id and l.id = p.locality_id
			""";

	private final Persons persons;

	private final Sessions sessions;

	private final JdbcClient jdbc;

	private final Clock clock;

	People(Persons persons, Sessions sessions, JdbcClient jdbc, Clock clock) {
		this.persons = persons;
		this.sessions = sessions;
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
		try {
			this.persons.save(person);
			this.persons.flush();
		}
		catch (DataIntegrityViolationException ex) {
			// Two requests at once: the unique index saw what the question above did not.
			throw new EmailTaken(email);
		}
		return person.id();
	}

	/**
	 * Everybody who may act in the organisation, by name.
	 */
	@Transactional(readOnly = true)
	public List<Member> active() {
		return this.jdbc.sql(MEMBER + " order by p.name").query(People::member).list();
	}

	/**
	 * Who answers for a locality, by name: those who were deactivated are left out, those
	 * who have not chosen a password yet are not.
	 */
	@Transactional(readOnly = true)
	public List<PersonSummary> directors() {
		return this.jdbc.sql(SUMMARY + """
				 where p.deactivated_at is null and p.locality_id is not null and exists (select from person_role r
					where r.organisation_id = p.organisation_id and r.person_id = p.id and r.role = 'LOCALITY_DIRECTOR')
				order by p.name, p.email
				""").query(People::summary).list();
	}

	/** Everybody, those who can no longer sign in last. */
	@Transactional(readOnly = true)
	public List<PersonSummary> everybody() {
		return this.jdbc.sql(SUMMARY + " order by p.deactivated_at is not null, p.name, p.email")
			.query(People::summary)
			.list();
	}

	/**
	 * One of everybody.
	 * @throws NotFound if there is no such person in the organisation
	 */
	@Transactional(readOnly = true)
	public PersonSummary summary(MemberId id) {
		return this.jdbc.sql(SUMMARY + " where p.id = :id")
			.param("id", id.id())
			.query(People::summary)
			.optional()
			.orElseThrow(() -> new NotFound("There is no such person"));
	}

	/**
	 * Give somebody other roles. Whoever is signed in with the old ones is signed out.
	 * @throws LastAdministrator if nobody would be left to administer the organisation
	 * @throws LocalityNeeded if a director has no locality
	 */
	@Transactional
	void changeRoles(MemberId id, Set<Role> roles, @Nullable UUID locality) {
		Person person = get(id);
		if (person.isAdministrator() && !roles.contains(Role.ADMINISTRATOR)) {
			requireAnotherAdministrator(id);
		}
		person.changeRoles(roles, locality);
		this.persons.save(person);
		this.sessions.end(id);
	}

	/**
	 * Keep somebody from signing in, at once.
	 * @throws LastAdministrator if nobody would be left to administer the organisation
	 */
	@Transactional
	void deactivate(MemberId id, String reason) {
		Person person = get(id);
		if (person.isAdministrator()) {
			requireAnotherAdministrator(id);
		}
		person.deactivate(reason, this.clock.instant());
		this.persons.save(person);
		this.jdbc.sql("delete from invitation where person_id = :person and used_at is null")
			.param("person", id.id())
			.update();
		this.sessions.end(id);
	}

	/** Let somebody back in; they choose a new password by an invitation. */
	@Transactional
	void reactivate(MemberId id) {
		Person person = get(id);
		person.reactivate();
		this.persons.save(person);
	}

	/**
	 * Somebody who may sign in, by email address. No other answer tells why they may not.
	 */
	@Transactional(readOnly = true)
	UserDetails signingIn(String email) {
		if (email.length() > MAX_EMAIL || email.indexOf('\0') >= 0) {
			throw new UsernameNotFoundException("Nobody can have that address");
		}
		return this.jdbc.sql(MEMBER + " and lower(p.email) = :email and p.password_hash is not null")
			.param("email", email.strip().toLowerCase(Locale.ROOT))
			.query((row, number) -> new SignedIn(member(row, number), row.getString("password_hash")))
			.optional()
			.orElseThrow(() -> new UsernameNotFoundException("Nobody with that address"));
	}

	private Person get(MemberId id) {
		return this.persons.findById(id).orElseThrow(() -> new NotFound("There is no such person"));
	}

	/** Locks the administrators, lest two remove each other at the same moment. */
	private void requireAnotherAdministrator(MemberId id) {
		boolean another = this.jdbc.sql("""
				select p.id from person p
				join person_role r on r.organisation_id = p.organisation_id and r.person_id = p.id
				where r.role = 'ADMINISTRATOR' and p.deactivated_at is null and p.password_hash is not null
				order by p.id for update of p, r
				""").query(UUID.class).stream().anyMatch((administrator) -> !administrator.equals(id.id()));
		if (!another) {
			throw new LastAdministrator();
		}
	}

	private static Set<Role> roles(ResultSet row) throws SQLException {
		String[] roles = (String[]) row.getArray("roles").getArray();
		return Arrays.stream(roles).map(Role::valueOf).collect(Collectors.toSet());
	}

	private static PersonSummary summary(ResultSet row, int number) throws SQLException {
		OffsetDateTime left = row.getObject("deactivated_at", OffsetDateTime.class);
		State state = (left != null) ? State.DEACTIVATED : row.getBoolean("can_sign_in") ? State.ACTIVE : State.INVITED;
		return new PersonSummary(row.getObject("id", UUID.class), row.getString("name"), row.getString("email"),
				row.getString("job_title"), roles(row).stream().sorted().toList(),
				row.getObject("locality_id", UUID.class), row.getString("locality"), state,
				row.getObject("joined_at", OffsetDateTime.class).toInstant(), (left != null) ? left.toInstant() : null);
	}

	private static Member member(ResultSet row, int number) throws SQLException {
		return new Member(new MemberId(row.getObject("id", UUID.class)), row.getString("name"),
				new OrganisationId(row.getObject("organisation", UUID.class)), row.getString("code"),
				row.getString("organisation_name"), roles(row), row.getObject("locality_id", UUID.class),
				row.getString("locality"));
	}

}
