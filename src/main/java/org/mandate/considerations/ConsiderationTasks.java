package org.mandate.considerations;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.mandate.access.Role;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Task;
import org.mandate.appraisals.TaskSource;
import org.mandate.guidance.Edition;
import org.mandate.guidance.EditionRef;
import org.mandate.guidance.Guidance;
import org.mandate.options.Option;
import org.mandate.options.Options;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The lines of the task list about what is considered. Two statements.
 */
@Component
@Order(10)
class ConsiderationTasks implements TaskSource {

	private final Options options;

	private final Guidance guidance;

	private final Progress.Reader progress;

	ConsiderationTasks(Options options, Guidance guidance, Progress.Reader progress) {
		this.options = options;
		this.guidance = guidance;
		this.progress = progress;
	}

	@Override
	public List<Task> tasks(AppraisalSummary appraisal) {
		List<Option> shortlist = this.options.shortlist(appraisal);
		Progress progress = this.progress.of(appraisal.id());
		Edition edition = this.guidance.edition(new EditionRef(appraisal.edition(), appraisal.editionVersion()));
		long weighed = shortlist.stream().filter((option) -> progress.weighed().contains(option.key())).count();
		int asked = edition.requirements().size();
		long answered = edition.requirements()
			.stream()
			.filter((requirement) -> progress.answered().contains(requirement.key()))
			.count();
		int nine = Subject.implications().size();
		return List.of(
				task("Weigh opportunities and threats", "/considerations", weighed == shortlist.size(),
						"%d of %d options have both".formatted(weighed, shortlist.size())),
				task("Say how far requirements are met", "/requirements", answered == asked,
						"%d of %d answered".formatted(answered, asked)),
				task("Set out the capacity", "/capacity", progress.roles() > 0,
						(progress.roles() == 0) ? null : Words.number(progress.roles(), "role", "roles")),
				task("Set out the money", "/finance", progress.moneyGroups() == Finance.Category.values().length,
						"%d of %d parts recorded".formatted(progress.moneyGroups(), Finance.Category.values().length)),
				task("Fill in the nine implications", "/implications", progress.implications() == nine,
						"%d of %d".formatted(progress.implications(), nine)));
	}

	private static Task task(String title, String path, boolean done, @Nullable String hint) {
		return new Task(Task.Stage.APPRAISE, title, path, done ? Task.Status.COMPLETED : Task.Status.INCOMPLETE, hint,
				Set.of(Role.COMMISSIONING_MANAGER));
	}

}
