package org.mandate.risks;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.mandate.access.Role;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Task;
import org.mandate.appraisals.TaskSource;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The lines of the task list about risks: whether each option on the shortlist has some,
 * and whether all are rated.
 */
@Component
@Order(16)
class RiskTasks implements TaskSource {

	private static final Set<Role> MANAGER = Set.of(Role.COMMISSIONING_MANAGER);

	private final Risks risks;

	RiskTasks(Risks risks) {
		this.risks = risks;
	}

	@Override
	public List<Task> tasks(AppraisalSummary appraisal) {
		List<RiskRegister.OfOption> shortlist = this.risks.of(appraisal)
			.options()
			.stream()
			.filter((each) -> each.option().isShortlisted())
			.toList();
		List<String> without = shortlist.stream()
			.filter((each) -> each.standing().isEmpty())
			.map((each) -> each.option().label())
			.toList();
		int all = shortlist.stream().mapToInt((each) -> each.standing().size()).sum();
		long waiting = shortlist.stream().mapToLong(RiskRegister.OfOption::notRated).sum();
		List<Task> tasks = new ArrayList<>();
		tasks.add(new Task(Task.Stage.APPRAISE, "Record the risks of each option", "/risks",
				without.isEmpty() ? Task.Status.COMPLETED : Task.Status.INCOMPLETE,
				without.isEmpty() ? count(all) : "None recorded yet for " + String.join(", ", without), MANAGER));
		if (all == 0) {
			tasks.add(new Task(Task.Stage.APPRAISE, "Rate the risks", null, Task.Status.CANNOT_START_YET,
					"Needs a risk", Set.of()));
		}
		else {
			tasks.add(new Task(Task.Stage.APPRAISE, "Rate the risks", "/risks",
					(waiting == 0) ? Task.Status.COMPLETED : Task.Status.INCOMPLETE,
					(waiting == 0) ? "All rated" : "%d of %d not rated yet".formatted(waiting, all), MANAGER));
		}
		return tasks;
	}

	private static String count(int risks) {
		return (risks == 1) ? "1 risk" : risks + " risks";
	}

}
