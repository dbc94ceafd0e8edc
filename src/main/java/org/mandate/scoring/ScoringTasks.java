package org.mandate.scoring;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.mandate.access.Role;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Task;
import org.mandate.appraisals.TaskSource;
import org.mandate.options.Option;
import org.mandate.options.Options;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The lines of the task list about the scoring. Two statements.
 */
@Component
@Order(12)
class ScoringTasks implements TaskSource {

	private final Options options;

	private final ScoringStore store;

	ScoringTasks(Options options, ScoringStore store) {
		this.options = options;
		this.store = store;
	}

	@Override
	public List<Task> tasks(AppraisalSummary appraisal) {
		List<String> shortlist = this.options.shortlist(appraisal).stream().map(Option::key).toList();
		ScoringStore.Progress so = this.store.progress(appraisal.id(), shortlist);
		boolean weighed = so.criteria() > 0 && so.weighed() == so.criteria();
		int needed = so.criteria() * shortlist.size();
		boolean agreed = needed > 0 && so.agreed() == needed;
		Task criteria = task("Choose and weigh the criteria", (so.criteria() == 0) ? "/scoring/criteria" : "/scoring",
				weighed, (so.criteria() == 0) ? "No criteria yet"
						: "%d of %d criteria weighed".formatted(so.weighed(), so.criteria()));
		if (so.criteria() == 0) {
			return List.of(criteria, new Task(Task.Stage.APPRAISE, "Score the options", null,
					Task.Status.CANNOT_START_YET, "Needs criteria", Set.of()));
		}
		boolean waits = so.scorers() > so.finished();
		String hint = agreed ? "All " + needed + " scores agreed"
				: (so.scorers() == 0) ? "Nobody is on the scoring panel yet"
						: "%d of %d scorers have finished, %d of %d scores agreed".formatted(so.finished(),
								so.scorers(), so.agreed(), needed);
		return List.of(criteria,
				new Task(Task.Stage.APPRAISE, "Score the options", "/scoring",
						agreed ? Task.Status.COMPLETED : Task.Status.INCOMPLETE, hint,
						(waits && !agreed) ? Set.of() : Set.of(Role.COMMISSIONING_MANAGER)));
	}

	private static Task task(String title, String path, boolean done, @Nullable String hint) {
		return new Task(Task.Stage.APPRAISE, title, path, done ? Task.Status.COMPLETED : Task.Status.INCOMPLETE, hint,
				Set.of(Role.COMMISSIONING_MANAGER));
	}

}
