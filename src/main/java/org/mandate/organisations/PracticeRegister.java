package org.mandate.organisations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.database.NotFound;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads the current organisation's register of practices. Each question is one statement,
 * however many practices there are.
 */
@Component
public class PracticeRegister {

	/** Practices on a page. */
	public static final int PAGE = 25;

	/** The locality of a search for practices that have none. */
	public static final String NO_LOCALITY = "none";

	private final JdbcClient jdbc;

	PracticeRegister(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** What a list of practices is ordered by. */
	public enum Order {

		/** Name. */
		NAME("name"),
		/** ODS code. */
		CODE("code"),
		/** Locality, in the localities' own order; those without one last. */
		LOCALITY("position"),
		/** Registered patients in the latest quarter; unknown last. */
		PATIENTS("patients"),
		/** Status. */
		STATUS("status");

		private final String column;

		Order(String column) {
			this.column = column;
		}

		private String clause(boolean descending) {
			return this.column + (descending ? " desc" : "") + " nulls last, name, code";
		}

	}

	/**
	 * Which practices, and in which order.
	 *
	 * @param words part of a name or of an ODS code; empty for all
	 * @param locality slug of a locality, {@link #NO_LOCALITY}, or empty for all
	 * @param status null for all
	 * @param order by what
	 * @param descending the other way round
	 */
	public record Search(String words, String locality, @Nullable PracticeStatus status, Order order,
			boolean descending) {
	}

	/**
	 * A practice in a list.
	 *
	 * @param code ODS code
	 * @param name as on the register
	 * @param postcode may be empty
	 * @param status as in the file imported last
	 * @param locality its latest locality; null when there is none
	 * @param inferred whether that locality was inferred rather than stated
	 * @param patients registered in the latest quarter; null when not known
	 * @param memberSince first day of the latest membership; null when there was none
	 * @param memberUntil last day of it; null while it lasts
	 */
	public record Listed(String code, String name, String postcode, PracticeStatus status, @Nullable String locality,
			boolean inferred, @Nullable Integer patients, @Nullable LocalDate memberSince,
			@Nullable LocalDate memberUntil) {
	}

	/**
	 * A page of a list.
	 *
	 * @param practices of this page
	 * @param total on all pages
	 * @param page from 1
	 * @param quarter of the list sizes shown; null when there are none
	 */
	public record Page(List<Listed> practices, int total, int page, @Nullable String quarter) {

		/**
		 * How many pages there are, at least 1.
		 */
		public int pages() {
			return Math.max(1, (this.total + PAGE - 1) / PAGE);
		}

	}

	/**
	 * A practice with its history.
	 *
	 * @param practice as in lists
	 * @param address in one line; may be empty
	 * @param openedOn first day
	 * @param closedOn last day; null while open
	 * @param prescribingSetting field 26 of the national file, 4 for a GP practice
	 * @param memberships latest first
	 * @param sizes latest quarter first
	 */
	public record Detail(Listed practice, String address, LocalDate openedOn, @Nullable LocalDate closedOn,
			int prescribingSetting, List<Membership> memberships, List<Size> sizes) {
	}

	/**
	 * A period of membership, both days included.
	 *
	 * @param locality in this period; null when not stated
	 * @param basis what the locality was inferred from, or where it is stated
	 */
	public record Membership(LocalDate since, @Nullable LocalDate until, @Nullable String locality, boolean inferred,
			@Nullable String basis) {
	}

	/**
	 * Registered patients of a quarter.
	 */
	public record Size(String quarter, int patients) {
	}

	/**
	 * A locality and the practices that are members in it.
	 *
	 * @param locality null for the members without one
	 * @param practices how many
	 * @param patients registered with them in the latest quarter
	 */
	public record Place(@Nullable Locality locality, int practices, long patients) {
	}

	/**
	 * A page of practices.
	 * @param search which
	 * @param page from 1
	 */
	@Transactional(readOnly = true)
	public Page practices(Search search, int page) {
		return practices(search, PAGE, page);
	}

	/**
	 * All practices of a search, for export.
	 */
	@Transactional(readOnly = true)
	public Page everyPractice(Search search) {
		return practices(search, Integer.MAX_VALUE, 1);
	}

	private Page practices(Search search, int size, int page) {
		String order = search.order().clause(search.descending());
		List<Listed> practices = new ArrayList<>();
		int[] total = { 0 };
		@Nullable String[] quarter = { null };
		this.jdbc.sql("""
				with latest as (select max(quarter) as quarter from list_size), hits as (
					select p.code, p.name, p.postcode, p.status, l.name as locality, l.position, m.inferred, m.since,
						m.until, s.patients
					from practice p
					left join lateral (select * from practice_membership m where m.practice_id = p.id
						order by m.since desc limit 1) m on true
					left join locality l on l.id = m.locality_id
					left join list_size s on s.practice_id = p.id and s.quarter = (select quarter from latest)
					where (:words = '' or p.name ilike :pattern or p.code ilike :pattern)
						and (:locality = '' or l.slug = :locality or (:locality = 'none' and l.id is null))
						and (cast(:status as text) is null or p.status = :status)
				), shown as (select * from hits order by {order} limit :limit offset :offset)
				select shown.*, (select count(*) from hits) as total, (select quarter from latest) as quarter
				from (select 1) one left join shown on true order by {order}
				""".replace("{order}", order))
			.param("words", search.words())
			.param("pattern", "%" + search.words().replaceAll("([\\\\%_])", "\\\\$1") + "%")
			.param("locality", search.locality())
			.param("status", (search.status() != null) ? search.status().name() : null)
			.param("limit", size)
			.param("offset", (long) size * (page - 1))
			.query((row) -> {
				total[0] = row.getInt("total");
				quarter[0] = row.getString("quarter");
				if (row.getString("code") != null) {
					practices.add(listed(row));
				}
			});
		return new Page(practices, total[0], page, quarter[0]);
	}

	/**
	 * A practice with its memberships and list sizes.
	 * @param code ODS code, in upper or lower case
	 * @throws NotFound when the register does not have it
	 */
	@Transactional(readOnly = true)
	public Detail practice(String code) {
		Row row = this.jdbc.sql(
				"select id, name, address, postcode, status, opened_on, closed_on, prescribing_setting from practice where code = :code")
			.param("code", code.toUpperCase(Locale.ROOT))
			.query(PracticeRegister::row)
			.optional()
			.orElseThrow(() -> new NotFound("There is no practice with this code on the register."));
		List<Membership> memberships = this.jdbc.sql("""
				select m.since, m.until, l.name as locality, m.inferred, m.basis
				from practice_membership m left join locality l on l.id = m.locality_id
				where m.practice_id = :practice order by m.since desc
				""").param("practice", row.id()).query(PracticeRegister::membership).list();
		List<Size> sizes = this.jdbc
			.sql("select quarter, patients from list_size where practice_id = :practice order by quarter desc")
			.param("practice", row.id())
			.query((size, number) -> new Size(size.getString("quarter"), size.getInt("patients")))
			.list();
		@Nullable Membership latest = memberships.isEmpty() ? null : memberships.getFirst();
		Listed listed = new Listed(code.toUpperCase(Locale.ROOT), row.name(), row.postcode(), row.status(),
				(latest != null) ? latest.locality() : null, latest != null && latest.inferred(),
				sizes.isEmpty() ? null : sizes.getFirst().patients(), (latest != null) ? latest.since() : null,
				(latest != null) ? latest.until() : null);
		return new Detail(listed, row.address(), row.openedOn(), row.closedOn(), row.prescribingSetting(), memberships,
				sizes);
	}

	/**
	 * Localities with their present members, in their own order, and last the members
	 * without a locality if there are any.
	 * @param today the day on which they are members
	 */
	@Transactional(readOnly = true)
	public List<Place> places(LocalDate today) {
		return this.jdbc
			.sql("""
					select l.id, l.name, l.slug, l.provenance, count(m.id) as practices,
						coalesce(sum(s.patients), 0) as patients
					from locality l
					full join (select * from practice_membership where since <= :today and (until is null or until >= :today)) m
						on m.locality_id = l.id
					left join list_size s on s.practice_id = m.practice_id
						and s.quarter = (select max(quarter) from list_size)
					group by l.id, l.name, l.slug, l.provenance, l.position
					order by l.position, l.name
					""")
			.param("today", today)
			.query((row, number) -> {
				UUID id = row.getObject("id", UUID.class);
				return new Place((id != null)
						? new Locality(id, row.getString("name"), row.getString("slug"), row.getString("provenance"))
						: null, row.getInt("practices"), row.getLong("patients"));
			})
			.list();
	}

	private static Membership membership(ResultSet row, int number) throws SQLException {
		return new Membership(Objects.requireNonNull(row.getObject("since", LocalDate.class)),
				row.getObject("until", LocalDate.class), row.getString("locality"), row.getBoolean("inferred"),
				row.getString("basis"));
	}

	private static Row row(ResultSet row, int number) throws SQLException {
		return new Row(row.getObject("id", UUID.class), row.getString("name"), row.getString("address"),
				row.getString("postcode"), PracticeStatus.valueOf(row.getString("status")),
				Objects.requireNonNull(row.getObject("opened_on", LocalDate.class)),
				row.getObject("closed_on", LocalDate.class), row.getInt("prescribing_setting"));
	}

	private static Listed listed(ResultSet row) throws SQLException {
		return new Listed(row.getString("code"), row.getString("name"), row.getString("postcode"),
				PracticeStatus.valueOf(row.getString("status")), row.getString("locality"), row.getBoolean("inferred"),
				row.getObject("patients", Integer.class), row.getObject("since", LocalDate.class),
				row.getObject("until", LocalDate.class));
	}

	private record Row(UUID id, String name, String address, String postcode, PracticeStatus status, LocalDate openedOn,
			@Nullable LocalDate closedOn, int prescribingSetting) {
	}

}
