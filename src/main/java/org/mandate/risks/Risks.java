package org.mandate.risks;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.mandate.appraisals.AppraisalId;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.audit.ActorSource;
import org.mandate.database.NotFound;
import org.mandate.options.Options;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The risks of the options of an appraisal. A risk that is not rated is never taken for a
 * low one. Nothing is deleted: a risk is withdrawn with a reason.
 */
@Component
public class Risks {

	private final RecordedRisks records;

	private final ChosenBandsRecords bands;

	private final RiskReading reading;

	private final Options options;

	private final JdbcClient jdbc;

	private final ActorSource actors;

	private final Clock clock;

	Risks(RecordedRisks records, ChosenBandsRecords bands, RiskReading reading, Options options, JdbcClient jdbc,
			ActorSource actors, Clock clock) {
		this.records = records;
		this.bands = bands;
		this.reading = reading;
		this.options = options;
		this.jdbc = jdbc;
		this.actors = actors;
		this.clock = clock;
	}

	/** Every option with its risks, and the bands. Two statements. */
	@Transactional(readOnly = true)
	public RiskRegister of(AppraisalSummary appraisal) {
		RiskReading.Read read = this.reading.of(appraisal.id());
		List<RiskRegister.OfOption> options = this.options.of(appraisal)
			.stream()
			.map((option) -> new RiskRegister.OfOption(option,
					read.risks().stream().filter((risk) -> risk.option().equals(option.key())).toList()))
			.toList();
		return new RiskRegister(options, read.bands(), read.bandsVersion());
	}

	/**
	 * Record a risk.
	 * @return its number within the appraisal
	 * @throws NotFound if the appraisal has no such option
	 */
	@Transactional
	public int add(AppraisalSummary appraisal, RiskStatement statement) {
		return add(appraisal, UUID.randomUUID(), statement);
	}

	/**
	 * Record a risk once, however often its form is sent.
	 * @param id given with the form
	 * @throws RiskChanged if it was recorded with other words before
	 */
	@Transactional
	int add(AppraisalSummary appraisal, UUID id, RiskStatement statement) {
		this.options.one(appraisal, statement.option());
		int next = next(appraisal.id());
		Optional<RecordedRisk> sent = this.records.findById(new RecordedRisk.RiskId(id))
			.filter((risk) -> risk.isOf(appraisal.id()));
		if (sent.isPresent()) {
			if (!sent.get().says(statement)) {
				throw new RiskChanged(sent.get().number());
			}
			return sent.get().number();
		}
		return this.records
			.save(new RecordedRisk(id, appraisal.id(), next, statement, this.actors.current().name(),
					this.clock.instant()))
			.number();
	}

	/** One after the other: who adds at the same time waits. */
	private int next(AppraisalId appraisal) {
		this.jdbc.sql("select id from appraisal where id = :appraisal for no key update")
			.param("appraisal", appraisal.id())
			.query(UUID.class)
			.optional();
		return this.jdbc.sql("select coalesce(max(number), 0) + 1 from risk where appraisal_id = :appraisal")
			.param("appraisal", appraisal.id())
			.query(Integer.class)
			.single();
	}

	/**
	 * Change what is said of a risk, unless somebody else did so meanwhile; one that was
	 * withdrawn is put back. Nothing is recorded when nothing changes.
	 * @param seen version of what the person saw when they began
	 * @throws NotFound if there is no such risk or option
	 * @throws RiskChanged if somebody else saved it
	 */
	@Transactional
	void change(AppraisalSummary appraisal, int number, RiskStatement statement, int seen) {
		RecordedRisk risk = risk(appraisal, number);
		this.options.one(appraisal, statement.option());
		if (risk.says(statement)) {
			return;
		}
		if (!risk.isVersion(seen)) {
			throw new RiskChanged(number);
		}
		risk.change(statement, this.actors.current().name(), this.clock.instant());
		this.records.save(risk);
	}

	/**
	 * Take a risk off the register; it stays on record.
	 * @param seen version of what the person saw when they began
	 * @throws RiskChanged if somebody else saved it
	 */
	@Transactional
	void withdraw(AppraisalSummary appraisal, int number, String reason, int seen) {
		RecordedRisk risk = risk(appraisal, number);
		if (risk.isWithdrawn()) {
			return;
		}
		if (!risk.isVersion(seen)) {
			throw new RiskChanged(number);
		}
		risk.withdraw(reason, this.actors.current().name(), this.clock.instant());
		this.records.save(risk);
	}

	/**
	 * Choose the bands, unless somebody else did so meanwhile.
	 * @param seen version of what the person saw when they began, -1 for nothing
	 * @throws BandsChanged if somebody else saved them
	 */
	@Transactional
	void choose(AppraisalSummary appraisal, Bands chosen, int seen) {
		Optional<ChosenBands> known = this.bands.findById(appraisal.id());
		if (known.map(ChosenBands::bands).orElse(Bands.USUAL).equals(chosen)) {
			return;
		}
		if (!known.map((bands) -> bands.isVersion(seen)).orElse(seen < 0)) {
			throw new BandsChanged();
		}
		known.ifPresent((bands) -> bands.change(chosen));
		this.bands.save(known.orElseGet(() -> new ChosenBands(appraisal.id(), chosen)));
	}

	private RecordedRisk risk(AppraisalSummary appraisal, int number) {
		return this.records.findByAppraisalAndNumber(appraisal.id(), number)
			.orElseThrow(() -> new NotFound("There is no risk " + number + "."));
	}

}
