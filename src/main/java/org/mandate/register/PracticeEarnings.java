package org.mandate.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.mandate.appraisals.FinancialYear;
import org.mandate.audit.ActorSource;
import org.mandate.audit.Auditable;
import org.mandate.database.NotFound;
import org.mandate.forms.TableFile;
import org.mandate.organisations.AccountsRegister;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where the practices make their earnings public, by financial year: NHS England
 * announced "a requirement for GP's to make public their earnings" (roadshow slides,
 * 2014).
 */
@Component
public class PracticeEarnings implements AccountsRegister {

	private static final ZoneId LONDON = ZoneId.of("Europe/London");

	private static final String COLUMNS = """
			select p.code, p.name, :year as year, e.link, e.found_on, e.recorded_by, coalesce(e.version, -1) as version
			from practice p left join practice_earnings e on e.practice_id = p.id and e.year = :year
			""";

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final ActorSource actors;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	PracticeEarnings(JdbcClient jdbc, JsonMapper json, ActorSource actors, ApplicationEventPublisher events,
			Clock clock) {
		this.jdbc = jdbc;
		this.json = json;
		this.actors = actors;
		this.events = events;
		this.clock = clock;
	}

	private record Recorded(String action, String summary, Map<String, Object> details) implements Auditable {
	}

	/**
	 * What taking a file did.
	 *
	 * @param added links where none was
	 * @param changed links that took the place of another
	 * @param same links that stood already
	 */
	record Taken(int added, int changed, int same) {

		/** In a sentence. */
		String words() {
			return "%s saved%s%s.".formatted(count(this.added + this.changed),
					(this.changed > 0) ? ", %d of them in place of another".formatted(this.changed) : "",
					(this.same > 0) ? ". %s there already".formatted(count(this.same)) : "");
		}

		private static String count(int number) {
			return (number == 1) ? "1 link was" : number + " links were";
		}

	}

	/** The day it is in London. */
	LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), LONDON);
	}

	/** The years whose earnings may be recorded, the latest first. */
	List<FinancialYear> years() {
		return FinancialYear.begunBy(today());
	}

	/**
	 * Every practice that was a member at any time in a year, with its link if it is
	 * known, by name. Those that are not GP practices (another prescribing setting, and
	 * no registered patients) are left out. One statement.
	 */
	@Transactional(readOnly = true)
	public List<EarningsLink> of(FinancialYear year) {
		return this.jdbc.sql(COLUMNS + """
				where e.link is not null or (
					(p.prescribing_setting = 4 or exists (select from list_size s where s.practice_id = p.id))
					and exists (select from practice_membership m where m.practice_id = p.id and m.since <= :last
						and (m.until is null or m.until >= :first)))
				order by p.name, p.code
				""")
			.param("year", year.start())
			.param("first", year.first())
			.param("last", year.last())
			.query(PracticeEarnings::link)
			.list();
	}

	/** The links of one practice that are known, the latest year first. One statement. */
	@Transactional(readOnly = true)
	List<EarningsLink> of(String code) {
		return this.jdbc.sql("""
				select p.code, p.name, e.year, e.link, e.found_on, e.recorded_by, e.version
				from practice p join practice_earnings e on e.practice_id = p.id
				where p.code = :code and e.link is not null order by e.year desc
				""").param("code", code.toUpperCase(Locale.ROOT)).query(PracticeEarnings::link).list();
	}

	/**
	 * A practice's link for a year, known or not. One statement.
	 * @throws NotFound if the register has no such practice
	 */
	@Transactional(readOnly = true)
	EarningsLink one(String code, FinancialYear year) {
		return this.jdbc.sql(COLUMNS + "where p.code = :code")
			.param("year", year.start())
			.param("code", code.toUpperCase(Locale.ROOT))
			.query(PracticeEarnings::link)
			.optional()
			.orElseThrow(() -> new NotFound("There is no practice with this code on the register."));
	}

	/**
	 * Record a practice's link for a year, or take it back.
	 * @param link begins with http:// or https://; null to take back what was recorded
	 * @param foundOn the day on which it was found; null exactly without a link
	 * @param seen version of what the person saw
	 * @throws NotFound if the register has no such practice
	 * @throws EarningsChanged if somebody else recorded something meanwhile
	 */
	@Transactional
	void record(String code, FinancialYear year, @Nullable String link, @Nullable LocalDate foundOn, int seen) {
		EarningsLink known = one(code, year);
		if (known.version() != seen) {
			throw new EarningsChanged();
		}
		EarningsLink now = new EarningsLink(known.code(), known.name(), year, link, foundOn, null, seen);
		if (facts(known).equals(facts(now))) {
			return;
		}
		int saved = this.jdbc
			.sql("""
					insert into practice_earnings as e (practice_id, year, version, link, found_on, recorded_at, recorded_by)
					select p.id, :year, 0, :link, :found, :now, :by from practice p where p.code = :code
					on conflict (organisation_id, practice_id, year) do update set version = e.version + 1,
						link = excluded.link, found_on = excluded.found_on, recorded_at = excluded.recorded_at,
						recorded_by = excluded.recorded_by where e.version = :seen
					""")
			.param("code", known.code())
			.param("year", year.start())
			.param("link", link)
			.param("found", foundOn)
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("by", this.actors.current().name())
			.param("seen", seen)
			.update();
		if (saved == 0) {
			throw new EarningsChanged();
		}
		this.events.publishEvent(new Recorded((link != null) ? "earnings.recorded" : "earnings.taken-back",
				"%s the link to the published earnings of %s (%s) for %s"
					.formatted((link != null) ? "Recorded" : "Took back", known.name(), known.code(), year.label()),
				Map.of("before", facts(known), "after", facts(now))));
	}

	/** Reads rows against the register. One statement. */
	@Transactional(readOnly = true)
	EarningsFile read(List<TableFile.Row> rows) {
		Set<String> codes = Set.copyOf(this.jdbc.sql("select code from practice").query(String.class).list());
		return EarningsFile.read(rows, codes, years());
	}

	/** Record every link of a file that is acceptable. Two statements. */
	@Transactional
	Taken take(EarningsFile file, LocalDate foundOn) {
		Map<String, String> known = new HashMap<>();
		this.jdbc
			.sql("select p.code, e.year, e.link from practice_earnings e join practice p on p.id = e.practice_id "
					+ "where e.link is not null")
			.query((row) -> {
				known.put(row.getString("code") + " " + row.getInt("year"), row.getString("link"));
			});
		Map<String, Object> before = new LinkedHashMap<>();
		Map<String, Object> after = new LinkedHashMap<>();
		int changed = 0;
		for (EarningsFile.Entry entry : file.entries()) {
			String old = known.get(entry.code() + " " + entry.year().start());
			String label = entry.code() + ", " + entry.year().label();
			if (!entry.link().equals(old)) {
				after.put(label, entry.link());
				if (old != null) {
					before.put(label, old);
					changed++;
				}
			}
		}
		if (!after.isEmpty()) {
			put(file.entries(), foundOn);
			this.events.publishEvent(new Recorded("earnings.imported",
					"Recorded links to the published earnings of practices: " + after.size(),
					Map.of("before", before, "after", after)));
		}
		return new Taken(after.size() - changed, changed, file.entries().size() - after.size());
	}

	private record Row(String code, int year, String link) {
	}

	private void put(List<EarningsFile.Entry> entries, LocalDate foundOn) {
		List<Row> rows = entries.stream()
			.map((entry) -> new Row(entry.code(), entry.year().start(), entry.link()))
			.toList();
		this.jdbc
			.sql("""
					insert into practice_earnings as e (practice_id, year, version, link, found_on, recorded_at, recorded_by)
					select p.id, r.year, 0, r.link, :found, :now, :by
					from jsonb_to_recordset(cast(:rows as jsonb)) as r(code text, year int, link text)
					join practice p on p.code = r.code
					on conflict (organisation_id, practice_id, year) do update set version = e.version + 1,
						link = excluded.link, found_on = excluded.found_on, recorded_at = excluded.recorded_at,
						recorded_by = excluded.recorded_by where e.link is distinct from excluded.link
					""")
			.param("rows", this.json.writeValueAsString(rows))
			.param("found", foundOn)
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("by", this.actors.current().name())
			.update();
	}

	@Override
	public String fileName() {
		return "practice-earnings.csv";
	}

	@Override
	public String title() {
		return "Practices’ published earnings";
	}

	@Override
	public List<String> columns() {
		return List.of("practice_code", "practice_name", "year", "link", "found_on");
	}

	@Override
	@Transactional(readOnly = true)
	public List<List<String>> rows(LocalDate first, LocalDate last) {
		return of(new FinancialYear(first.getYear())).stream()
			.map((each) -> List.of(each.code(), each.name(), each.year().slug(), text(each.link()),
					text(each.foundOn())))
			.toList();
	}

	@Override
	@Transactional(readOnly = true)
	public Missing missing(LocalDate first, LocalDate last) {
		FinancialYear year = new FinancialYear(first.getYear());
		return new Missing("practice without a link to its earnings", "practices without a link to their earnings",
				of(year).stream()
					.filter((each) -> !each.known())
					.map((each) -> each.name() + ", " + each.code())
					.toList(),
				"/practices/earnings?year=" + year.slug());
	}

	private static EarningsLink link(ResultSet row, int number) throws SQLException {
		return new EarningsLink(row.getString("code"), row.getString("name"), new FinancialYear(row.getInt("year")),
				row.getString("link"), row.getObject("found_on", LocalDate.class), row.getString("recorded_by"),
				row.getInt("version"));
	}

	private static Map<String, Object> facts(EarningsLink link) {
		return Map.of("link", text(link.link()), "found", text(link.foundOn()));
	}

	private static String text(@Nullable Object value) {
		return (value != null) ? value.toString() : "";
	}

}
