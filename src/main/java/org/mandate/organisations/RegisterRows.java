package org.mandate.organisations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.organisations.Parsed.PracticeRow;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The rows of the current organisation's register, as imports read and write them.
 * Practices and their memberships are never deleted.
 */
@Repository
class RegisterRows {

	private final JdbcClient jdbc;

	RegisterRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * A practice on the register.
	 *
	 * @param period the latest period of membership; null when there was none
	 * @param patients its registered patients in the quarter asked for
	 */
	record Known(UUID id, String code, String name, String address, String postcode, PracticeStatus status,
			LocalDate openedOn, @Nullable LocalDate closedOn, int prescribingSetting, @Nullable Period period,
			@Nullable Integer patients) {
	}

	/**
	 * A period of membership, both days included.
	 */
	record Period(UUID id, LocalDate since, @Nullable LocalDate until, @Nullable String locality, boolean inferred,
			@Nullable String basis) {

		/** Whether the practice is still, or again, a member on or after a day. */
		boolean reaches(LocalDate day) {
			return this.until == null || !this.until.isBefore(day);
		}

	}

	/** Lets one import of an organisation at a time read and write its register. */
	void lock() {
		this.jdbc.sql("select pg_advisory_xact_lock(hashtextextended('register ' || current_org()::text, 0))")
			.query((row, number) -> number)
			.single();
	}

	Map<String, Known> byCode(@Nullable String quarter) {
		Map<String, Known> known = new LinkedHashMap<>();
		this.jdbc.sql("""
				select p.*, m.id as period_id, m.since, m.until, m.inferred, m.basis, l.name as locality, s.patients
				from practice p
				left join lateral (select * from practice_membership m where m.practice_id = p.id
					order by m.since desc limit 1) m on true
				left join locality l on l.id = m.locality_id
				left join list_size s on s.practice_id = p.id and s.quarter = cast(:quarter as text)
				order by p.code
				""")
			.param("quarter", quarter)
			.query(RegisterRows::known)
			.list()
			.forEach((practice) -> known.put(practice.code(), practice));
		return known;
	}

	private static Known known(ResultSet row, int number) throws SQLException {
		UUID period = row.getObject("period_id", UUID.class);
		return new Known(row.getObject("id", UUID.class), row.getString("code"), row.getString("name"),
				row.getString("address"), row.getString("postcode"), PracticeStatus.valueOf(row.getString("status")),
				Objects.requireNonNull(row.getObject("opened_on", LocalDate.class)),
				row.getObject("closed_on", LocalDate.class), row.getInt("prescribing_setting"),
				(period == null) ? null
						: new Period(period, Objects.requireNonNull(row.getObject("since", LocalDate.class)),
								row.getObject("until", LocalDate.class), row.getString("locality"),
								row.getBoolean("inferred"), row.getString("basis")),
				row.getObject("patients", Integer.class));
	}

	void put(UUID id, PracticeRow row) {
		this.jdbc
			.sql("""
					insert into practice (id, code, name, address, postcode, status, opened_on, closed_on, prescribing_setting)
					values (:id, :code, :name, :address, :postcode, :status, :opened, :closed, :setting)
					on conflict (organisation_id, id) do update set name = excluded.name, address = excluded.address,
						postcode = excluded.postcode, status = excluded.status, opened_on = excluded.opened_on,
						closed_on = excluded.closed_on, prescribing_setting = excluded.prescribing_setting
					""")
			.param("id", id)
			.param("code", row.code())
			.param("name", row.name())
			.param("address", row.address())
			.param("postcode", row.postcode())
			.param("status", row.status().name())
			.param("opened", row.openedOn())
			.param("closed", row.closedOn())
			.param("setting", row.prescribingSetting())
			.update();
	}

	void begin(UUID practice, LocalDate since, @Nullable LocalDate until) {
		this.jdbc.sql(
				"insert into practice_membership (id, practice_id, since, until) values (:id, :practice, :since, :until)")
			.param("id", UUID.randomUUID())
			.param("practice", practice)
			.param("since", since)
			.param("until", until)
			.update();
	}

	void end(Period period, @Nullable LocalDate until) {
		this.jdbc.sql("update practice_membership set until = :until where id = :id")
			.param("until", until)
			.param("id", period.id())
			.update();
	}

	/**
	 * Places a practice in a locality from a day on. A first locality, and one corrected
	 * on the day it began, counts from the beginning of the period; another one begins a
	 * new period.
	 */
	void place(Known practice, Period period, UUID locality, boolean moves, boolean inferred, @Nullable String basis,
			LocalDate from) {
		if (moves && period.locality() != null && from.isAfter(period.since())) {
			end(period, from.minusDays(1));
			this.jdbc.sql("""
					insert into practice_membership (id, practice_id, locality_id, since, until, inferred, basis)
					values (:id, :practice, :locality, :since, :until, :inferred, :basis)
					""")
				.param("id", UUID.randomUUID())
				.param("practice", practice.id())
				.param("locality", locality)
				.param("since", from)
				.param("until", period.until())
				.param("inferred", inferred)
				.param("basis", basis)
				.update();
			return;
		}
		this.jdbc
			.sql("""
					update practice_membership set locality_id = :locality, inferred = :inferred, basis = :basis where id = :id
					""")
			.param("locality", locality)
			.param("inferred", inferred)
			.param("basis", basis)
			.param("id", period.id())
			.update();
	}

	void put(UUID practice, String quarter, int patients) {
		this.jdbc.sql("""
				insert into list_size (practice_id, quarter, patients) values (:practice, :quarter, :patients)
				on conflict (organisation_id, practice_id, quarter) do update set patients = excluded.patients
				""").param("practice", practice).param("quarter", quarter).param("patients", patients).update();
	}

	void removeSize(UUID practice, String quarter) {
		this.jdbc.sql("delete from list_size where practice_id = :practice and quarter = :quarter")
			.param("practice", practice)
			.param("quarter", quarter)
			.update();
	}

	void put(Locality locality, int position) {
		this.jdbc.sql("""
				insert into locality (id, name, slug, position, provenance)
				values (:id, :name, :slug, :position, :provenance)
				on conflict (organisation_id, id) do update set provenance = excluded.provenance
				""")
			.param("id", locality.id())
			.param("name", locality.name())
			.param("slug", locality.slug())
			.param("position", position)
			.param("provenance", locality.provenance())
			.update();
	}

}
