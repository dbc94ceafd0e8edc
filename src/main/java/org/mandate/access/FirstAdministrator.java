package org.mandate.access;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;

import org.mandate.database.NotFound;
import org.mandate.organisations.Organisation;
import org.mandate.organisations.Organisations;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The way into a new installation: a one-time link in the log, for whoever started it,
 * with which they set up the first organisation and its administrator.
 */
@Component
class FirstAdministrator {

	private static final Logger log = LoggerFactory.getLogger(FirstAdministrator.class);

	private final Organisations organisations;

	private final Persons persons;

	private final Passwords passwords;

	private final Demonstration demonstration;

	private final Addresses addresses;

	private final JdbcClient jdbc;

	private final Clock clock;

	FirstAdministrator(Organisations organisations, Persons persons, Passwords passwords, Demonstration demonstration,
			Addresses addresses, JdbcClient jdbc, Clock clock) {
		this.organisations = organisations;
		this.persons = persons;
		this.passwords = passwords;
		this.demonstration = demonstration;
		this.addresses = addresses;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Print a new link when there is no organisation yet. One printed before stops
	 * working.
	 */
	@EventListener(ApplicationReadyEvent.class)
	@Transactional
	void announce() {
		if (this.demonstration.isOn() || !this.organisations.all().isEmpty()) {
			return;
		}
		log.warn("""
				No organisation is set up yet. Whoever opens this link sets up the first one and its administrator:

				    {}

				It works once, until the application is started again.
				""", this.addresses.firstAdministrator(newLink()));
	}

	private LinkSecret newLink() {
		LinkSecret token = LinkSecret.random();
		this.jdbc.sql("delete from first_administrator_link").update();
		this.jdbc.sql("insert into first_administrator_link (token_sha256, made_at) values (:hash, :now)")
			.param("hash", token.sha256())
			.param("now", now())
			.update();
		return token;
	}

	/** Whether the link still works. */
	boolean open(LinkSecret token) {
		return this.organisations.all().isEmpty() && this.jdbc
			.sql("select count(*) from first_administrator_link where token_sha256 = :hash and used_at is null")
			.param("hash", token.sha256())
			.query(Integer.class)
			.single() == 1;
	}

	/**
	 * Set up the first organisation with its administrator, all or nothing. To be called
	 * outside of any transaction.
	 * @throws NotFound if the link no longer works
	 */
	Organisation setUp(LinkSecret token, String code, String name, String shortName, String person, String email,
			String password) {
		Person administrator = new Person(new MemberId(UUID.randomUUID()), email, person, null,
				Set.of(Role.ADMINISTRATOR), null, this.clock.instant());
		administrator.choosePassword(this.passwords.hash(password));
		return CurrentMember.acting(administrator,
				() -> this.organisations.establish(code, name, shortName, (organisation) -> {
					use(token);
					this.persons.save(administrator);
				}));
	}

	private void use(LinkSecret token) {
		int used = this.jdbc.sql("""
				update first_administrator_link set used_at = :now where token_sha256 = :hash and used_at is null
				and (select count(*) from organisation) = 1
				""").param("now", now()).param("hash", token.sha256()).update();
		if (used == 0) {
			throw new NotFound("This link no longer works. A new one is in the log after a restart, "
					+ "as long as no organisation is set up.");
		}
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

}
