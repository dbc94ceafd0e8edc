package org.mandate.appraisals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.mandate.access.Role;
import org.mandate.guidance.Deadline;
import org.mandate.guidance.Edition;

/**
 * Puts the task list of an appraisal together from the lines of all modules.
 */
final class TaskLists {

	private TaskLists() {
	}

	/**
	 * A task list as one person sees it.
	 *
	 * @param groups the stages that have tasks
	 * @param next what the person does next; null when nothing waits for them
	 * @param waiting what waits for others
	 * @param completed how many tasks are completed
	 * @param total how many there are
	 */
	public record TaskList(List<Group> groups, @Nullable Item next, List<Waiting> waiting, long completed, int total) {
	}

	/** The tasks under one heading. */
	public record Group(String heading, List<Item> items) {
	}

	/** A task with its address; none while it cannot be started. */
	public record Item(String text, @Nullable String href, String status, @Nullable String hint) {
	}

	/** What others have to do. */
	public record Waiting(String who, String text, @Nullable String hint) {
	}

	static TaskList of(String base, List<Task> tasks, Set<Role> roles) {
		List<Task> sorted = tasks.stream().sorted(Comparator.comparing(Task::stage)).toList();
		List<Group> groups = Arrays.stream(Task.Stage.values())
			.map((stage) -> new Group(stage.label(),
					sorted.stream().filter((task) -> task.stage() == stage).map((task) -> item(base, task)).toList()))
			.filter((group) -> !group.items().isEmpty())
			.toList();
		List<Task> open = sorted.stream().filter(TaskLists::isOpen).toList();
		Item next = open.stream()
			.filter((task) -> task.path() != null && task.actors().stream().anyMatch(roles::contains))
			.findFirst()
			.map((task) -> item(base, task))
			.orElse(null);
		List<Waiting> waiting = open.stream()
			.filter((task) -> !task.actors().isEmpty() && task.actors().stream().noneMatch(roles::contains))
			.map((task) -> new Waiting(
					task.actors().stream().sorted().map(Role::label).collect(Collectors.joining(" or ")), task.title(),
					task.hint()))
			.toList();
		long completed = sorted.stream().filter((task) -> task.status() == Task.Status.COMPLETED).count();
		return new TaskList(groups, next, waiting, completed, sorted.size());
	}

	/**
	 * This module's own lines, around those of the others.
	 */
	static List<Task> tasks(Overview overview, Edition edition, List<Task> others, AsAt asAt) {
		List<Task> tasks = new ArrayList<>();
		tasks.add(today(overview, edition));
		tasks.add(comparison(overview, edition));
		tasks.addAll(others);
		boolean done = tasks.stream().allMatch((task) -> task.status() == Task.Status.COMPLETED);
		tasks.add(deadlines(edition, done, asAt));
		return tasks;
	}

	private static Task today(Overview overview, Edition edition) {
		long recorded = recorded(overview, edition);
		int all = edition.functions().size();
		String hint = (recorded == all) ? "All " + all + " functions recorded"
				: recorded + " of " + all + " functions recorded";
		return new Task(Task.Stage.COMPARE, "Record what we do today", "/current-level",
				(recorded == all) ? Task.Status.COMPLETED : Task.Status.INCOMPLETE, hint,
				Set.of(Role.COMMISSIONING_MANAGER));
	}

	private static Task comparison(Overview overview, Edition edition) {
		long recorded = recorded(overview, edition);
		if (recorded == 0) {
			return new Task(Task.Stage.COMPARE, "Compare the models with today", null, Task.Status.CANNOT_START_YET,
					"Needs what we do today", Set.of());
		}
		String findings = Comparison.options(edition, overview.summary().speaksFor(), overview.levels())
			.stream()
			.map((option) -> option.label() + ": " + option.verdict().finding())
			.collect(Collectors.joining(". "));
		boolean whole = recorded == edition.functions().size();
		return new Task(Task.Stage.COMPARE, "Compare the models with today", "/comparison",
				whole ? Task.Status.COMPLETED : Task.Status.INCOMPLETE,
				whole ? findings : "Only functions recorded so far are compared", Set.of());
	}

	private static Task deadlines(Edition edition, boolean done, AsAt asAt) {
		List<Deadline> submissions = submissions(edition);
		Deadline next = submissions.stream().filter((deadline) -> !asAt.isPassed(deadline)).findFirst().orElse(null);
		Task.Status status = done ? Task.Status.COMPLETED
				: (next == null && !submissions.isEmpty()) ? Task.Status.OVERDUE : Task.Status.INCOMPLETE;
		String hint = null;
		if (next != null) {
			hint = "%s: %s, %s".formatted(next.title(), next.words(), asAt.nearness(next));
		}
		else if (!submissions.isEmpty()) {
			hint = "The last, " + submissions.getLast().words() + ", has passed";
		}
		return new Task(Task.Stage.DECIDE, "Keep to the deadlines", "/deadlines", status, hint, Set.of());
	}

	/** The dated deadlines of submissions, soonest first. */
	static List<Deadline> submissions(Edition edition) {
		return edition.deadlines()
			.stream()
			.filter((deadline) -> deadline.category() == Deadline.Category.SUBMISSION && deadline.due() != null)
			.sorted(Comparator.comparing(Deadline::due, Comparator.nullsLast(Comparator.naturalOrder())))
			.toList();
	}

	private static long recorded(Overview overview, Edition edition) {
		return edition.functions().stream().filter((function) -> overview.levels().containsKey(function.key())).count();
	}

	private static boolean isOpen(Task task) {
		return task.status() == Task.Status.INCOMPLETE || task.status() == Task.Status.OVERDUE;
	}

	private static Item item(String base, Task task) {
		boolean reachable = task.path() != null && task.status() != Task.Status.CANNOT_START_YET;
		return new Item(task.title(), reachable ? base + task.path() : null, task.status().label(), task.hint());
	}

}
