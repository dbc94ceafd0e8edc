package org.mandate.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.database.NotFound;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * One-time links with which people of the current organisation choose a password, and the
 * password they choose later.
 */
@Component
public class Invitations {

	static final Duration VALID = Duration.ofDays(7);

	private final Persons persons;

	private final Passwords passwords;

	private final Sessions sessions;

	private final JdbcClient jdbc;

	private final Clock clock;

	Invitations(Persons persons, Passwords passwords, Sessions sessions, JdbcClient jdbc, Clock clock) {
		this.persons = persons;
		this.passwords = passwords;
		this.sessions = sessions;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Who may choose a password.
	 *
	 * @param id who it is
	 * @param name as shown
	 * @param email with which they will sign in
	 */
	public record Invited(UUID id, String name, String email) {
	}

	/**
	 * Make a link for somebody. Links made for them before stop working; their password,
	 * if they have one, works until the link is used.
	 * @throws NotFound if there is no such person or they can no longer sign in
	 */
	@Transactional
	LinkSecret issue(MemberId id) {
		Person person = this.persons.findById(id)
			.filter(Person::isActive)
			.orElseThrow(() -> new NotFound("There is no such person, or they can no longer sign in"));
		Instant now = this.clock.instant();
		person.invite(now);
		this.persons.save(person);
		LinkSecret token = LinkSecret.random();
		this.jdbc.sql("delete from invitation where person_id = :person and used_at is null")
			.param("person", id.id())
			.update();
		this.jdbc.sql("""
				insert into invitation (id, person_id, token_sha256, expires_at) values (:id, :person, :hash, :expires)
				""")
			.param("id", UUID.randomUUID())
			.param("person", id.id())
			.param("hash", token.sha256())
			.param("expires", at(now.plus(VALID)))
			.update();
		return token;
	}

	/** Who a link is for; empty when it was used, has expired or never was. */
	@Transactional(readOnly = true)
	Optional<Invited> invited(LinkSecret token) {
		return this.jdbc.sql("""
				select p.id, p.name, p.email from invitation i
				join person p on p.organisation_id = i.organisation_id and p.id = i.person_id
				where i.token_sha256 = :hash and i.used_at is null and i.expires_at > :now and p.deactivated_at is null
				""")
			.param("hash", token.sha256())
			.param("now", at(this.clock.instant()))
			.query((row, number) -> new Invited(row.getObject("id", UUID.class), row.getString("name"),
					row.getString("email")))
			.optional();
	}

	/**
	 * Choose a password by a link, once. Whoever is signed in as this person is signed
	 * out.
	 * @throws NotFound if the link no longer works
	 */
	@Transactional
	void accept(LinkSecret token, String password) {
		Instant now = this.clock.instant();
		UUID id = this.jdbc.sql("""
				update invitation set used_at = :now
				where token_sha256 = :hash and used_at is null and expires_at > :now returning person_id
				""")
			.param("hash", token.sha256())
			.param("now", at(now))
			.query(UUID.class)
			.optional()
			.orElseThrow(Invitations::gone);
		Person person = this.persons.findById(new MemberId(id)).filter(Person::isActive).orElseThrow(Invitations::gone);
		person.choosePassword(this.passwords.hash(password));
		CurrentMember.acting(person, () -> this.persons.save(person));
		this.sessions.end(person.id());
	}

	/**
	 * Choose another password, knowing the present one. Other sessions of the person end.
	 * @param session the one that goes on
	 * @return whether the present password was right
	 */
	@Transactional
	boolean change(MemberId id, @Nullable String present, String password, String session) {
		Person person = this.persons.findById(id).orElseThrow(Invitations::gone);
		String hash = person.passwordHash();
		if (hash == null || present == null || !this.passwords.matches(present, hash)) {
			return false;
		}
		person.choosePassword(this.passwords.hash(password));
		this.persons.save(person);
		this.sessions.endOthers(id, session);
		return true;
	}

	private static NotFound gone() {
		return new NotFound("This link no longer works. Ask your administrator for a new one.");
	}

	private static OffsetDateTime at(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

}
