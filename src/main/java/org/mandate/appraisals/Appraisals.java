package org.mandate.appraisals;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.mandate.access.Member;
import org.mandate.audit.ActorSource;
import org.mandate.database.NotFound;
import org.mandate.guidance.Edition;
import org.mandate.guidance.EditionRef;
import org.mandate.guidance.Guidance;
import org.mandate.guidance.Level;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The appraisals of the current organisation.
 */
@Component
public class Appraisals {

	/** Of how many appraisals, the latest, tasks stand where people begin. */
	static final int AT_HOME = 3;

	private final AppraisalRecords records;

	private final RecordedLevels levels;

	private final AppraisalReading reading;

	private final Guidance guidance;

	private final ObjectProvider<TaskSource> taskSources;

	private final ObjectProvider<NoticeSource> noticeSources;

	private final ObjectProvider<MilestoneSource> milestoneSources;

	private final ObjectProvider<DutySource> dutySources;

	private final ActorSource actors;

	private final Clock clock;

	Appraisals(AppraisalRecords records, RecordedLevels levels, AppraisalReading reading, Guidance guidance,
			ObjectProvider<TaskSource> taskSources, ObjectProvider<NoticeSource> noticeSources,
			ObjectProvider<MilestoneSource> milestoneSources, ObjectProvider<DutySource> dutySources,
			ActorSource actors, Clock clock) {
		this.records = records;
		this.levels = levels;
		this.reading = reading;
		this.guidance = guidance;
		this.taskSources = taskSources;
		this.noticeSources = noticeSources;
		this.milestoneSources = milestoneSources;
		this.dutySources = dutySources;
		this.actors = actors;
		this.clock = clock;
	}

	/**
	 * Start the appraisal of a year.
	 * @param year the year the decision is for
	 * @param edition key of the edition of guidance to follow
	 * @param editionVersion its version
	 * @param speaksFor the date for which it speaks
	 * @return the new appraisal
	 * @throws AppraisalExists if the organisation has one for that year
	 * @throws NotFound if no such edition was published
	 */
	@Transactional
	public AppraisalSummary start(FinancialYear year, String edition, int editionVersion, LocalDate speaksFor) {
		this.guidance.edition(new EditionRef(edition, editionVersion));
		if (this.records.existsByYear(year.slug())) {
			throw new AppraisalExists(year);
		}
		return this.records.save(new Appraisal(year, edition, editionVersion, speaksFor, this.clock.instant()))
			.summary();
	}

	/**
	 * The appraisal of a year.
	 * @param year as in addresses, "2015-16"
	 * @throws NotFound if there is none
	 */
	@Transactional(readOnly = true)
	public AppraisalSummary of(String year) {
		return FinancialYear.parse(year)
			.flatMap((parsed) -> this.records.findByYear(parsed.slug()))
			.map(Appraisal::summary)
			.orElseThrow(() -> none(year));
	}

	/**
	 * One appraisal. One statement.
	 * @throws NotFound if there is none
	 */
	@Transactional(readOnly = true)
	public AppraisalSummary one(AppraisalId appraisal) {
		return this.reading.summary(appraisal).orElseThrow(() -> new NotFound("There is no such appraisal."));
	}

	/**
	 * Every appraisal, latest year first.
	 */
	@Transactional(readOnly = true)
	public List<AppraisalSummary> all() {
		return this.records.findAllByOrderByYearDesc().stream().map(Appraisal::summary).toList();
	}

	/**
	 * The models on offer against what the organisation does today, function by function,
	 * as the guidance stood on the appraisal's date. Two statements.
	 * @throws NotFound if there is no such appraisal
	 */
	@Transactional(readOnly = true)
	public Comparison comparison(AppraisalId appraisal) {
		return comparison(one(appraisal));
	}

	/**
	 * Record what the organisation does today in one function, in place of what was
	 * recorded before; the old words stay in the history. Nothing is recorded when
	 * nothing changes.
	 * @param appraisal in which
	 * @param function key of the function
	 * @param level how far the organisation takes part
	 * @param wording how it says so itself, 1 to 500 characters
	 * @param evidence what shows it, 1 to 1000 characters
	 * @throws NotFound if there is no such appraisal, or its guidance has no such
	 * function
	 */
	@Transactional
	public void recordCurrentLevel(AppraisalId appraisal, String function, Level level, String wording,
			String evidence) {
		record(appraisal, function, new RecordedLevel.Statement(level, wording, evidence), null);
	}

	/**
	 * Record what the organisation does today from a file: a list in YAML of
	 * {@code function}, {@code level}, {@code wording} and {@code evidence}.
	 * @param appraisal in which
	 * @param file such as {@code classpath:demonstration/oxfordshire-current-level.yaml}
	 * @throws IllegalArgumentException if the file is not such a list
	 * @throws IOException if it cannot be read
	 */
	@Transactional
	public void recordCurrentLevels(AppraisalId appraisal, Resource file) throws IOException {
		try (InputStream content = file.getInputStream()) {
			for (CurrentLevelFile.Entry entry : CurrentLevelFile.read(content)) {
				recordCurrentLevel(appraisal, entry.function(), entry.level(), entry.wording(), entry.evidence());
			}
		}
	}

	/**
	 * Record what the organisation does today, unless somebody else did so meanwhile.
	 * @param seen version of what the person saw when they began; -1 for nothing
	 */
	@Transactional
	void recordCurrentLevel(AppraisalId appraisal, String function, RecordedLevel.Statement statement, int seen) {
		record(appraisal, function, statement, seen);
	}

	private void record(AppraisalId id, String key, RecordedLevel.Statement statement, @Nullable Integer seen) {
		AppraisalSummary appraisal = this.records.findById(id)
			.map(Appraisal::summary)
			.orElseThrow(() -> new NotFound("There is no such appraisal."));
		Edition.Function function = edition(appraisal).function(key);
		Optional<RecordedLevel> known = this.levels.findByAppraisalAndFunction(id, key);
		if (known.filter((level) -> level.says(statement)).isPresent()) {
			return;
		}
		boolean fresh = seen == null || known.map((level) -> level.isVersion(seen)).orElse(seen < 0);
		if (!fresh) {
			throw new CurrentLevelChanged(function.name());
		}
		String by = this.actors.current().name();
		RecordedLevel level = known
			.orElseGet(() -> new RecordedLevel(id, function, statement, by, this.clock.instant()));
		if (known.isPresent()) {
			level.change(function, statement, by, this.clock.instant());
		}
		this.levels.save(level);
	}

	@Transactional(readOnly = true)
	Overview overview(String year) {
		return FinancialYear.parse(year).flatMap(this.reading::overview).orElseThrow(() -> none(year));
	}

	@Transactional(readOnly = true)
	List<Overview> overviews() {
		return this.reading.overviews();
	}

	@Transactional(readOnly = true)
	Comparison comparison(AppraisalSummary appraisal) {
		Map<String, CurrentLevel> current = this.reading.currentLevels(appraisal.id());
		return Comparison.of(edition(appraisal), appraisal.speaksFor(), current);
	}

	/** The lines of the task list, this module's and the others'. */
	@Transactional(readOnly = true)
	List<Task> tasks(Overview overview) {
		AppraisalSummary appraisal = overview.summary();
		List<Task> others = this.taskSources.orderedStream()
			.flatMap((source) -> source.tasks(appraisal).stream())
			.toList();
		return TaskLists.tasks(overview, edition(appraisal), others, asAt(overview));
	}

	/**
	 * What needs a member today: of the latest appraisals the open tasks, and what waits
	 * for them in person. The statements grow with the appraisals up to {@link #AT_HOME},
	 * and with nothing else.
	 */
	@Transactional(readOnly = true)
	Today.Plan today(Member member, List<Overview> overviews) {
		List<Today.Case> cases = overviews.stream().limit(AT_HOME).map((overview) -> {
			AsAt asAt = asAt(overview);
			return new Today.Case(overview.summary(), tasks(overview), asAt,
					Today.Case.next(TaskLists.submissions(edition(overview.summary())), asAt));
		}).toList();
		return Today.of(member, cases,
				this.dutySources.orderedStream().flatMap((source) -> source.duties(member).stream()).toList());
	}

	/** What a member has to do besides. */
	@Transactional(readOnly = true)
	List<NoticeSource.Notice> notices(Member member) {
		return this.noticeSources.orderedStream().flatMap((source) -> source.notice(member).stream()).toList();
	}

	/**
	 * What happened and is to happen on the way of an appraisal, in time, as all modules
	 * tell it. One or two statements for each module that tells something.
	 */
	@Transactional(readOnly = true)
	public List<Milestone> milestones(AppraisalSummary appraisal) {
		return this.milestoneSources.orderedStream()
			.flatMap((source) -> source.milestones(appraisal).stream())
			.sorted(Milestone.IN_TIME)
			.toList();
	}

	/**
	 * The moment from which to look at an appraisal: the one asked for, else the day it
	 * speaks for where that was past when it was started, else now. One statement.
	 * @param asked as {@link AsAt#asked} reads it; null for none
	 * @throws NotFound if there is no such appraisal
	 */
	@Transactional(readOnly = true)
	public AsAt asAt(AppraisalSummary appraisal, @Nullable String asked) {
		return AsAt.asked(asked)
			.orElseGet(() -> this.reading.overview(appraisal.year())
				.map((overview) -> AsAt.of(overview, this.clock))
				.orElseThrow(() -> none(appraisal.year().slug())));
	}

	Edition edition(AppraisalSummary appraisal) {
		return this.guidance.edition(new EditionRef(appraisal.edition(), appraisal.editionVersion()));
	}

	AsAt asAt(Overview overview) {
		return AsAt.of(overview, this.clock);
	}

	private static NotFound none(String year) {
		return new NotFound("There is no appraisal for " + year + ".");
	}

}
