package org.mandate.recommendations;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.mandate.access.Role;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Task;
import org.mandate.appraisals.TaskSource;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The recommendation's lines of the task list.
 */
@Component
@Order(60)
class RecommendationTasks implements TaskSource {

	private static final Set<Role> MANAGER = Set.of(Role.COMMISSIONING_MANAGER);

	private static final Set<Role> CHAIR = Set.of(Role.CHAIR);

	private final RecommendationReader reader;

	RecommendationTasks(RecommendationReader reader) {
		this.reader = reader;
	}

	@Override
	public List<Task> tasks(AppraisalSummary appraisal) {
		RecommendationSummary current = this.reader.of(appraisal.id()).stream().findFirst().orElse(null);
		boolean written = current != null;
		boolean put = current != null && !current.draft();
		Resolution resolution = (current != null) ? current.resolution() : null;
		return List.of(
				task("Write the recommendation", written ? Task.Status.COMPLETED : Task.Status.INCOMPLETE,
						(current != null) ? "Version " + current.version().number() : null, MANAGER, "/recommendation"),
				task("Put the recommendation to the governing body", status(put, written), null, MANAGER,
						"/recommendation"),
				task("Resolve on the recommendation at a meeting", status(resolution != null, put),
						(resolution != null) ? resolution.decision().label() + ": " + resolution.votes() : null, CHAIR,
						"/recommendation"));
	}

	private static Task.Status status(boolean done, boolean possible) {
		if (done) {
			return Task.Status.COMPLETED;
		}
		return possible ? Task.Status.INCOMPLETE : Task.Status.CANNOT_START_YET;
	}

	private static Task task(String title, Task.Status status, @Nullable String hint, Set<Role> actors, String path) {
		return new Task(Task.Stage.DECIDE, title, (status != Task.Status.CANNOT_START_YET) ? path : null, status, hint,
				actors);
	}

}
