package org.mandate.appraisals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.guidance.Deadline;

/**
 * What needs somebody today, across appraisals: what is late first, then by the nearest
 * deadline; cases of the past after what is under way, and without alarm.
 */
final class Today {

	/** How many lines stand in the list below the next step before the rest is folded. */
	static final int LISTED = 7;

	private Today() {
	}

	/**
	 * An appraisal with its tasks.
	 *
	 * @param summary which one
	 * @param tasks the lines of its task list
	 * @param asAt from when it is looked at
	 * @param deadline the next day on which a proposal is due; null for none
	 */
	record Case(AppraisalSummary summary, List<Task> tasks, AsAt asAt, @Nullable LocalDate deadline) {

		static @Nullable LocalDate next(List<Deadline> submissions, AsAt asAt) {
			return submissions.stream()
				.filter((deadline) -> !asAt.isPassed(deadline))
				.map(Deadline::day)
				.findFirst()
				.orElse(null);
		}

	}

	/**
	 * Something that needs the person.
	 *
	 * @param text what is to be done
	 * @param href its page
	 * @param hint one line of state; null for none
	 * @param year of which appraisal, and from when it is looked at where that is past;
	 * null where it is of none
	 * @param overdue whether its day has passed, in an appraisal under way
	 */
	public record Line(String text, String href, @Nullable String hint, @Nullable String year, boolean overdue) {

		/** Of which appraisal, and how far: for the next step of several appraisals. */
		public @Nullable String detail() {
			if (this.year == null) {
				return this.hint;
			}
			return (this.hint != null) ? this.year + ": " + this.hint : this.year;
		}

	}

	/**
	 * All of it.
	 *
	 * @param next what comes first; null when nothing waits for the person
	 * @param listed what comes after
	 * @param folded what comes after that
	 * @param waiting what waits for others, a line for each of them
	 */
	public record Plan(@Nullable Line next, List<Line> listed, List<Line> folded, List<Others> waiting) {
	}

	/**
	 * What waits for others.
	 *
	 * @param who for whom
	 * @param text what is first
	 * @param hint one line of state of it; null for none
	 * @param more how much more waits for them
	 */
	public record Others(String who, String text, @Nullable String hint, int more) {
	}

	private record Ranked(boolean past, boolean overdue, @Nullable LocalDate due, int kind, Line line) {

		private static final Comparator<Ranked> ORDER = Comparator.comparing(Ranked::past)
			.thenComparing((ranked) -> !ranked.overdue())
			.thenComparing((ranked) -> (ranked.due() != null) ? ranked.due() : LocalDate.MAX)
			.thenComparing(Ranked::kind);

	}

	static Plan of(Member member, List<Case> cases, List<DutySource.Duty> duties) {
		String org = "/" + member.organisationCode();
		Map<FinancialYear, Case> years = new HashMap<>();
		cases.forEach((each) -> years.put(each.summary().year(), each));
		List<Ranked> found = new ArrayList<>();
		for (DutySource.Duty duty : duties) {
			Case of = (duty.year() != null) ? years.get(duty.year()) : null;
			LocalDate due = (duty.due() == null && of != null) ? of.deadline() : duty.due();
			found.add(new Ranked(of != null && of.asAt().past(), false, due, 0,
					new Line(duty.title(), org + duty.path(), duty.hint(), words(duty.year(), of), false)));
		}
		Map<String, List<Task>> waiting = new LinkedHashMap<>();
		for (Case each : cases) {
			each.tasks().stream().sorted(Comparator.comparing(Task::stage)).filter(Today::isOpen).forEach((task) -> {
				if (isFor(task, member.roles())) {
					found.add(ranked(org, each, task));
				}
				else if (isForOthers(task, member.roles(), duties)) {
					waiting.computeIfAbsent(who(task, each, cases.size() > 1), (who) -> new ArrayList<>()).add(task);
				}
			});
		}
		List<Line> lines = found.stream().sorted(Ranked.ORDER).map(Ranked::line).toList();
		return new Plan(lines.isEmpty() ? null : lines.getFirst(), lines.stream().skip(1).limit(LISTED).toList(),
				lines.stream().skip(1L + LISTED).toList(),
				waiting.entrySet().stream().map((entry) -> others(entry.getKey(), entry.getValue())).toList());
	}

	private static boolean isOpen(Task task) {
		return task.status() == Task.Status.INCOMPLETE || task.status() == Task.Status.OVERDUE;
	}

	private static boolean isFor(Task task, Set<Role> roles) {
		return !task.inPerson() && task.path() != null && task.actors().stream().anyMatch(roles::contains);
	}

	/**
	 * Where each does their own part, it waits for others once this person has none left.
	 */
	private static boolean isForOthers(Task task, Set<Role> roles, List<DutySource.Duty> duties) {
		if (task.inPerson()) {
			return duties.stream().noneMatch((duty) -> duty.path().contains(task.path() + "/"));
		}
		return !task.actors().isEmpty() && task.actors().stream().noneMatch(roles::contains);
	}

	private static Ranked ranked(String org, Case of, Task task) {
		boolean past = of.asAt().past();
		boolean overdue = task.status() == Task.Status.OVERDUE;
		LocalDate due = (task.due() != null) ? task.due() : (task.stage() != Task.Stage.REVIEW) ? of.deadline() : null;
		return new Ranked(past, overdue, due, 1, new Line(task.title(), org + of.summary().path() + task.path(),
				task.hint(), words(of.summary().year(), of), overdue && !past));
	}

	/** "2015/16", or "2015/16, as at 29 January 2015" for a case of the past. */
	private static @Nullable String words(@Nullable FinancialYear year, @Nullable Case of) {
		if (year == null) {
			return null;
		}
		return (of != null && of.asAt().past()) ? "%s, as at %s".formatted(year.label(), Day.words(of.asAt().day()))
				: year.label();
	}

	private static String who(Task task, Case of, boolean several) {
		String who = task.actors().stream().sorted().map(Role::label).collect(Collectors.joining(" or "));
		return several ? who + ", " + of.summary().year().label() : who;
	}

	private static Others others(String who, List<Task> tasks) {
		Task first = tasks.getFirst();
		return new Others(who, first.title(), first.hint(), tasks.size() - 1);
	}

}
