package org.mandate.interests;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.mandate.access.People;
import org.mandate.access.PersonSummary;
import org.mandate.access.PublicPages;
import org.mandate.committees.Committees;
import org.mandate.organisations.AccountsRegister;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The register of interests that anybody may read: the words that were accepted, with the
 * action agreed, where the member consents, until six months after the interest ended.
 */
@Component
public class PublicInterests implements PublicPages, AccountsRegister {

	private static final List<String> COLUMNS = List.of("name", "job_title", "committees", "declared_interest", "type",
			"direct_or_indirect", "from", "to", "action_taken");

	private final InterestReader reader;

	private final Interests interests;

	private final People people;

	private final Committees committees;

	private final JdbcClient jdbc;

	private final Clock clock;

	PublicInterests(InterestReader reader, Interests interests, People people, Committees committees, JdbcClient jdbc,
			Clock clock) {
		this.reader = reader;
		this.interests = interests;
		this.people = people;
		this.committees = committees;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * A line of the public register, with the columns of published registers. Nothing
	 * else of a declaration leaves this module for the public.
	 *
	 * @param name of the holder
	 * @param position job title, or the relationship with the organisation
	 * @param committees on which the holder has a seat now
	 * @param interest what it is
	 * @param type which kind
	 * @param from the day it began
	 * @param to the day it ended; null while it goes on
	 * @param action what is done about it
	 */
	public record Line(String name, String position, List<String> committees, String interest, InterestType type,
			LocalDate from, @Nullable LocalDate to, String action) {

		/** The committees in one line; empty for none. */
		public String seats() {
			return String.join("; ", this.committees);
		}

		/** A text for each column. */
		List<String> cells() {
			return List.of(this.name, this.position, seats(), this.interest, this.type.label(), this.type.directness(),
					this.from.toString(), (this.to != null) ? this.to.toString() : "", this.action);
		}

		private boolean holds(String words) {
			return Stream
				.of(this.name, this.position, seats(), this.interest, this.type.label(), this.type.directness(),
						this.action)
				.anyMatch((text) -> text.toLowerCase(Locale.UK).contains(words));
		}

	}

	/**
	 * Lines in which the words stand, by name. Four statements.
	 * @param words searched for in every published column of text; empty for all lines
	 */
	@Transactional(readOnly = true)
	public List<Line> lines(String words) {
		String wanted = words.toLowerCase(Locale.UK);
		LocalDate today = InterestVersion.day(this.clock.instant());
		return lines(today, (declaration, left) -> declaration.published(today, left)).stream()
			.filter((line) -> line.holds(wanted))
			.toList();
	}

	/** What is published of a declaration whose holder has left on a day, or not. */
	private interface Published {

		Optional<InterestVersion> of(Declaration declaration, @Nullable LocalDate left);

	}

	private List<Line> lines(LocalDate day, Published published) {
		Map<UUID, PersonSummary> holders = this.people.everybody()
			.stream()
			.collect(Collectors.toMap(PersonSummary::id, (person) -> person));
		Map<UUID, List<String>> seated = this.committees.seated(day);
		List<Line> lines = new ArrayList<>();
		for (Declaration declaration : this.reader.all()) {
			PersonSummary holder = Objects.requireNonNull(holders.get(declaration.holder().id()));
			Instant left = holder.left();
			published.of(declaration, (left != null) ? InterestVersion.day(left) : null)
				.ifPresent((version) -> lines.add(line(holder, seated.getOrDefault(holder.id(), List.of()), version,
						String.valueOf(Objects.requireNonNull(declaration.reviewOf(version)).action()))));
		}
		return lines.stream()
			.sorted(Comparator.comparing(Line::name, String.CASE_INSENSITIVE_ORDER).thenComparing(Line::from))
			.toList();
	}

	private static Line line(PersonSummary holder, List<String> committees, InterestVersion version, String action) {
		return new Line(holder.name(), version.heldPosition(), committees, version.words(), version.type(),
				version.beganOn(), version.endedOn(), action);
	}

	/**
	 * Ids of the interests whose holder, by the latest words, does not consent to their
	 * publication. One statement.
	 */
	@Transactional(readOnly = true)
	public Set<UUID> refused() {
		return Set.copyOf(this.jdbc.sql("""
				select i.id from interest i
				join lateral (select refusal from interest_version where interest_id = i.id
					order by position desc limit 1) v on true
				where v.refusal is not null
				""").query(UUID.class).list());
	}

	@Override
	public String fileName() {
		return "register-of-interests.csv";
	}

	@Override
	public String title() {
		return "Register of interests";
	}

	@Override
	public List<String> columns() {
		return COLUMNS;
	}

	/**
	 * The published lines that stood at any time in those days, with the committees of
	 * the last of them. Four statements.
	 */
	@Override
	@Transactional(readOnly = true)
	public List<List<String>> rows(LocalDate first, LocalDate last) {
		LocalDate today = InterestVersion.day(this.clock.instant());
		return lines(last.isBefore(today) ? last : today,
				(declaration, left) -> declaration.published(first, last, left))
			.stream()
			.map(Line::cells)
			.toList();
	}

	/** The members of today who made no return since the first day. */
	@Override
	@Transactional(readOnly = true)
	public Missing missing(LocalDate first, LocalDate last) {
		return new Missing("member without a return since the year began",
				"members without a return since the year began",
				this.interests.holders()
					.stream()
					.filter((holder) -> holder.person().left() == null && !holder.returnedSince(first))
					.map((holder) -> holder.person().name())
					.toList(),
				null);
	}

	@Override
	@Transactional(readOnly = true)
	public List<PublicPage> pages() {
		boolean any = this.jdbc.sql("select exists (select from interest_review where accepted)")
			.query(Boolean.class)
			.single();
		return any ? List.of(new PublicPage("Register of interests", "/register-of-interests")) : List.of();
	}

}
