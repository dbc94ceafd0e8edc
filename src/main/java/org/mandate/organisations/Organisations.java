package org.mandate.organisations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.mandate.audit.Auditable;
import org.mandate.database.OrganisationId;
import org.mandate.database.Tenant;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The directory of organisations, and the localities, member practices and partner bodies
 * of the current one.
 */
@Component
public class Organisations {

	private final Map<String, Organisation> byCode = new ConcurrentHashMap<>();

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	private final TransactionTemplate transaction;

	Organisations(JdbcClient jdbc, ApplicationEventPublisher events, PlatformTransactionManager transactions) {
		this.jdbc = jdbc;
		this.events = events;
		this.transaction = new TransactionTemplate(transactions);
	}

	/**
	 * An organisation by its ODS code. Known ones are answered from memory; one that is
	 * not known is looked up each time, so that a new one is noticed at once.
	 * @param code in upper or lower case
	 * @return the organisation, or empty when none has this code
	 */
	public Optional<Organisation> byCode(String code) {
		String key = code.toUpperCase(Locale.ROOT);
		Organisation known = this.byCode.get(key);
		if (known != null) {
			return Optional.of(known);
		}
		if (!key.matches("[0-9A-Z]{2,6}")) {
			return Optional.empty();
		}
		Optional<Organisation> found = this.jdbc
			.sql("select id, code, name, short_name from organisation where code = :code")
			.param("code", key)
			.query(Organisations::organisation)
			.optional();
		found.ifPresent((organisation) -> this.byCode.put(key, organisation));
		return found;
	}

	/**
	 * The organisation whose rows the current thread may see.
	 * @throws IllegalStateException outside of any organisation
	 */
	public Organisation current() {
		OrganisationId id = Tenant.current().orElseThrow(() -> new IllegalStateException("Not within an organisation"));
		for (Organisation known : this.byCode.values()) {
			if (known.id().equals(id)) {
				return known;
			}
		}
		Organisation found = this.jdbc.sql("select id, code, name, short_name from organisation where id = :id")
			.param("id", id.id())
			.query(Organisations::organisation)
			.single();
		this.byCode.put(found.code(), found);
		return found;
	}

	/**
	 * Every organisation, by name.
	 */
	public List<Organisation> all() {
		return this.jdbc.sql("select id, code, name, short_name from organisation order by name, code")
			.query(Organisations::organisation)
			.list();
	}

	/**
	 * Set up an organisation. Its record begins with this event. To be called outside of
	 * any transaction: it opens one of its own, confined to the new organisation.
	 * @param code ODS code, in upper or lower case
	 * @param name official name
	 * @param shortName how it calls itself in running text
	 * @return the new organisation
	 * @throws CodeTaken when an organisation with this code exists
	 */
	public Organisation establish(String code, String name, String shortName) {
		return establish(code, name, shortName, (organisation) -> {
		});
	}

	/**
	 * Set up an organisation together with what it cannot do without.
	 * @param code ODS code, in upper or lower case
	 * @param name official name
	 * @param shortName how it calls itself in running text
	 * @param first done in the same transaction; when it fails there is no organisation
	 * @return the new organisation
	 * @throws CodeTaken when an organisation with this code exists
	 */
	public Organisation establish(String code, String name, String shortName, Consumer<Organisation> first) {
		Organisation organisation = new Organisation(new OrganisationId(UUID.randomUUID()),
				code.strip().toUpperCase(Locale.ROOT), name.strip(), shortName.strip());
		Tenant.run(organisation.id(), () -> this.transaction.executeWithoutResult((status) -> {
			insert(organisation);
			first.accept(organisation);
		}));
		this.byCode.put(organisation.code(), organisation);
		return organisation;
	}

	private void insert(Organisation organisation) {
		int added = this.jdbc.sql("""
				insert into organisation (id, code, name, short_name) values (:id, :code, :name, :shortName)
				on conflict (code) do nothing
				""")
			.param("id", organisation.id().id())
			.param("code", organisation.code())
			.param("name", organisation.name())
			.param("shortName", organisation.shortName())
			.update();
		if (added == 0) {
			throw new CodeTaken(organisation.code());
		}
		this.events.publishEvent(new OrganisationEstablished(organisation.code(), organisation.name()));
	}

	/**
	 * The current organisation's localities, in their own order.
	 */
	@Transactional(readOnly = true)
	public List<Locality> localities() {
		return this.jdbc.sql("select id, name, slug, provenance from locality order by position, name")
			.query(Organisations::locality)
			.list();
	}

	/**
	 * Add a locality after the others.
	 * @param name unlike that of any other locality
	 * @param provenance where its list of practices comes from when that is not the
	 * organisation's own statement, else null
	 * @return the new locality
	 * @throws NameTaken when there is one of this name
	 */
	@Transactional
	public Locality addLocality(String name, @Nullable String provenance) {
		Locality locality = new Locality(UUID.randomUUID(), name.strip(), Locality.slugOf(name), provenance);
		int added = this.jdbc.sql("""
				insert into locality (id, name, slug, position, provenance)
				values (:id, :name, :slug, (select count(*) from locality), :provenance)
				on conflict (organisation_id, slug) do nothing
				""")
			.param("id", locality.id())
			.param("name", locality.name())
			.param("slug", locality.slug())
			.param("provenance", provenance)
			.update();
		if (added == 0) {
			throw new NameTaken("locality", locality.name());
		}
		this.events.publishEvent(new LocalityAdded(locality.name(), provenance));
		return locality;
	}

	/**
	 * The practices that are members of the current organisation on a date: on its
	 * register on that day, open, and with registered patients in the quarter; where no
	 * list sizes of that quarter are held, the active practices of prescribing setting 4
	 * (GP practice) instead. The status in the national file is that of the file's own
	 * day and the setting of some practices with patients is 0, so a list of patients is
	 * the better evidence where there is one. Ordered by locality (those without one
	 * last), then name.
	 * @param date the day
	 * @param quarter of the list sizes, such as {@code 2015Q1}
	 */
	@Transactional(readOnly = true)
	public List<MemberPractice> membersOn(LocalDate date, String quarter) {
		return this.jdbc.sql("""
				select p.id, p.code, p.name, m.locality_id, s.patients, m.inferred
				from practice p
				join practice_membership m on m.practice_id = p.id and m.since <= :date
					and (m.until is null or m.until >= :date)
				left join locality l on l.id = m.locality_id
				left join list_size s on s.practice_id = p.id and s.quarter = :quarter
				where p.opened_on <= :date and (p.closed_on is null or p.closed_on >= :date)
				and case when exists (select from list_size where quarter = :quarter) then s.patients > 0
					else p.prescribing_setting = 4 and p.status = 'ACTIVE' end
				order by l.position, l.name, p.name, p.code
				""")
			.param("date", date)
			.param("quarter", quarter)
			.query((row, number) -> new MemberPractice(row.getObject("id", UUID.class), row.getString("code"),
					row.getString("name"), row.getObject("locality_id", UUID.class),
					row.getObject("patients", Integer.class), row.getBoolean("inferred")))
			.list();
	}

	/**
	 * The bodies with which the current organisation consults and decides, by name.
	 */
	@Transactional(readOnly = true)
	public List<PartnerBody> partnerBodies() {
		return this.jdbc.sql("select id, name, kind from partner_body order by name")
			.query((row, number) -> new PartnerBody(row.getObject("id", UUID.class), row.getString("name"),
					PartnerBody.Kind.valueOf(row.getString("kind"))))
			.list();
	}

	/**
	 * Add a partner body.
	 * @param name unlike that of any other
	 * @param kind what it is
	 * @return the new partner body
	 * @throws NameTaken when there is one of this name
	 */
	@Transactional
	public PartnerBody addPartnerBody(String name, PartnerBody.Kind kind) {
		PartnerBody body = new PartnerBody(UUID.randomUUID(), name.strip(), kind);
		int added = this.jdbc.sql("""
				insert into partner_body (id, name, kind) values (:id, :name, :kind)
				on conflict (organisation_id, name) do nothing
				""").param("id", body.id()).param("name", body.name()).param("kind", kind.name()).update();
		if (added == 0) {
			throw new NameTaken("partner body", body.name());
		}
		this.events.publishEvent(new PartnerBodyAdded(body.name(), kind));
		return body;
	}

	private static Organisation organisation(ResultSet row, int number) throws SQLException {
		return new Organisation(new OrganisationId(Objects.requireNonNull(row.getObject("id", UUID.class))),
				row.getString("code"), row.getString("name"), row.getString("short_name"));
	}

	private static Locality locality(ResultSet row, int number) throws SQLException {
		return new Locality(row.getObject("id", UUID.class), row.getString("name"), row.getString("slug"),
				row.getString("provenance"));
	}

	private record OrganisationEstablished(String code, String name) implements Auditable {

		@Override
		public String action() {
			return "organisation.established";
		}

		@Override
		public String summary() {
			return this.name + " (" + this.code + ") was set up.";
		}

		@Override
		public Map<String, Object> details() {
			return Map.of("code", this.code, "name", this.name);
		}

	}

	private record LocalityAdded(String name, @Nullable String provenance) implements Auditable {

		@Override
		public String action() {
			return "locality.added";
		}

		@Override
		public String summary() {
			return "The locality " + this.name + " was added.";
		}

		@Override
		public Map<String, Object> details() {
			return (this.provenance != null) ? Map.of("name", this.name, "provenance", this.provenance)
					: Map.of("name", this.name);
		}

	}

	private record PartnerBodyAdded(String name, PartnerBody.Kind kind) implements Auditable {

		@Override
		public String action() {
			return "partner-body.added";
		}

		@Override
		public String summary() {
			return "The partner body " + this.name + " was added.";
		}

		@Override
		public Map<String, Object> details() {
			return Map.of("name", this.name, "kind", this.kind.name());
		}

	}

}
