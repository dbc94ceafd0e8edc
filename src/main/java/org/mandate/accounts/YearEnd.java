package org.mandate.accounts;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.mandate.access.Member;
import org.mandate.accounts.Pack.PackedFile;
import org.mandate.appraisals.FinancialYear;
import org.mandate.audit.Auditable;
import org.mandate.audit.Trail;
import org.mandate.forms.CsvDownload;
import org.mandate.organisations.AccountsRegister;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The pack for the annual accounts of a financial year: the register of interests "would
 * form an obligatory part of the annual accounts and be signed off by external auditors"
 * (NHS England roadshow slides, 2014), and with it the other registers.
 */
@Component
public class YearEnd {

	private static final ZoneId LONDON = ZoneId.of("Europe/London");

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

	private final List<AccountsRegister> registers;

	private final Trail trail;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	YearEnd(List<AccountsRegister> registers, Trail trail, ApplicationEventPublisher events, Clock clock) {
		this.registers = registers.stream().sorted(Comparator.comparing(AccountsRegister::fileName)).toList();
		if (registers.stream().map(AccountsRegister::fileName).distinct().count() < registers.size()) {
			throw new IllegalStateException("Two registers of the accounts have the same file name");
		}
		this.trail = trail;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * One of the registers.
	 *
	 * @param fileName name of its file
	 * @param title what it is
	 * @param entries how many it has
	 * @param missing what it lacks
	 */
	public record Part(String fileName, String title, int entries, AccountsRegister.Missing missing) {
	}

	private record Made(String summary, Map<String, Object> details) implements Auditable {

		@Override
		public String action() {
			return "accounts.pack-made";
		}

	}

	/** The day it is in London. */
	LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), LONDON);
	}

	/** What the pack of a year contains, by file name. */
	@Transactional(readOnly = true)
	public List<Part> parts(FinancialYear year) {
		return this.registers.stream()
			.map((register) -> new Part(register.fileName(), register.title(),
					register.rows(year.first(), year.last()).size(), register.missing(year.first(), year.last())))
			.toList();
	}

	/**
	 * The pack of a year as a zip file: each register, by name, and last a manifest with
	 * the hashes of all. That it was made, and the hashes, are on the audit trail, and
	 * the manifest bears the trail's head with that event.
	 */
	@Transactional
	public byte[] pack(FinancialYear year, Member by) {
		Pack pack = new Pack(this.registers.stream().map((register) -> file(register, year)).toList());
		this.events.publishEvent(new Made("Made the year-end pack for " + year.label(),
				Map.of("year", year.label(), "files", pack.hashes())));
		return pack.and("manifest.txt", manifest(pack, year, by, this.trail.head())).zip(year.last().atStartOfDay());
	}

	private static PackedFile file(AccountsRegister register, FinancialYear year) {
		List<List<String>> rows = register.rows(year.first(), year.last());
		return new PackedFile(register.fileName(), rows.size(), CsvDownload.bytes(register.columns(), rows));
	}

	private String manifest(Pack pack, FinancialYear year, Member by, Trail.Head head) {
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.SECONDS);
		List<String> lines = new ArrayList<>();
		lines.add("Year-end pack for the annual accounts of %s (%s)".formatted(by.organisationName(),
				by.organisationCode().toUpperCase(Locale.ROOT)));
		lines.add("Financial year %s, %s to %s".formatted(year.label(), DAY.format(year.first()),
				DAY.format(year.last())));
		lines.add("Made at %s by %s".formatted(now, by.name()));
		lines.add("");
		lines.add("Entries of each file, its row of names not counted");
		pack.files().forEach((file) -> lines.add(file.entries() + "  " + file.name()));
		lines.add("");
		lines.add("SHA-256 of each file, to be checked with sha256sum -c manifest.txt");
		pack.files().forEach((file) -> lines.add(file.hash() + "  " + file.name()));
		lines.add("");
		lines.add("Head of the audit trail, which is the event that this pack was made");
		lines.add("event " + head.seq());
		lines.add("hash " + head.hash());
		return String.join("\n", lines) + "\n";
	}

}
