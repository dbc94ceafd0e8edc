package org.mandate.deadlines;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.access.Addresses;
import org.mandate.access.Member;
import org.mandate.access.People;
import org.mandate.access.PersonSummary;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;
import org.mandate.appraisals.AsAt;
import org.mandate.appraisals.Milestone;
import org.mandate.database.Tenant;
import org.mandate.mail.Post;
import org.mandate.organisations.Organisation;
import org.mandate.organisations.Organisations;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reminds those whose step it is, some days before it is due: each person once of each
 * step, due day and number of days, however many nodes look. Nobody is reminded of a case
 * that is past, or of which the outcome is known.
 */
@Component
public class DeadlineReminders {

	private static final Logger LOG = LoggerFactory.getLogger(DeadlineReminders.class);

	private final Organisations organisations;

	private final Appraisals appraisals;

	private final Deadlines deadlines;

	private final People people;

	private final DeadlineReminderLog log;

	private final Addresses addresses;

	private final Post post;

	private final ApplicationEventPublisher events;

	private final TransactionTemplate transaction;

	private final Clock clock;

	DeadlineReminders(Organisations organisations, Appraisals appraisals, Deadlines deadlines, People people,
			DeadlineReminderLog log, Addresses addresses, Post post, ApplicationEventPublisher events,
			PlatformTransactionManager transactions, Clock clock) {
		this.organisations = organisations;
		this.appraisals = appraisals;
		this.deadlines = deadlines;
		this.people = people;
		this.log = log;
		this.addresses = addresses;
		this.post = post;
		this.events = events;
		this.transaction = new TransactionTemplate(transactions);
		this.clock = clock;
	}

	/**
	 * What was sent about an appraisal.
	 *
	 * @param reminders the latest first
	 * @param missing settings without which no e-mail can be sent
	 * @param past whether the appraisal is of a past date, so that nobody is reminded
	 * @param refused whether the member who looks wants none
	 * @param now when this was read
	 */
	public record Sent(List<DeadlineReminder> reminders, List<String> missing, boolean past, boolean refused,
			Instant now) {
	}

	private record Taken(DeadlineReminder reminder, Post.Letter letter) {
	}

	/** What was sent about an appraisal, as a member may see it. */
	@Transactional(readOnly = true)
	public Sent sent(AppraisalSummary appraisal, Member member) {
		return new Sent(this.log.latest(appraisal.id()), this.post.missing(),
				this.appraisals.asAt(appraisal, null).past(), this.log.refusals().contains(member.id().id()),
				this.clock.instant());
	}

	/** Whether a member wants to be reminded. */
	@Transactional
	public void want(Member member, boolean wanted) {
		if (wanted) {
			this.log.want(member.id().id());
		}
		else {
			this.log.refuse(member.id().id(), this.clock.instant());
		}
	}

	/**
	 * Send what is due in every organisation. What one appraisal fails of keeps nothing
	 * back of another.
	 * @return how many e-mails the mail server took
	 */
	@Scheduled(cron = "${mandate.deadlines.schedule}", zone = "Europe/London")
	public int sendDue() {
		if (!this.post.missing().isEmpty()) {
			return 0;
		}
		int sent = 0;
		for (Organisation organisation : this.organisations.all()) {
			sent += Tenant.<Integer, RuntimeException>call(organisation.id(), () -> sendDueOf(organisation));
		}
		return sent;
	}

	private int sendDueOf(Organisation organisation) {
		int sent = 0;
		for (AppraisalSummary appraisal : this.appraisals.all()) {
			try {
				sent += send(organisation, appraisal);
			}
			catch (RuntimeException ex) {
				LOG.error("Reminders of the deadlines of {} for {} could not be sent", organisation.code(),
						appraisal.year(), ex);
			}
		}
		return sent;
	}

	private int send(Organisation organisation, AppraisalSummary appraisal) {
		List<Taken> taken = Objects.requireNonNull(this.transaction.execute((status) -> take(organisation, appraisal)));
		if (taken.isEmpty()) {
			return 0;
		}
		List<@Nullable String> problems = this.post.send(taken.stream().map(Taken::letter).toList());
		this.transaction.executeWithoutResult((status) -> settle(appraisal, taken, problems));
		return (int) problems.stream().filter(Objects::isNull).count();
	}

	/** The rows are committed before anything is sent: another node sees them taken. */
	private List<Taken> take(Organisation organisation, AppraisalSummary appraisal) {
		AsAt asAt = this.appraisals.asAt(appraisal, null);
		if (asAt.past()) {
			return List.of();
		}
		Plan plan = this.deadlines.plan(appraisal, null, asAt);
		if (plan.milestones().stream().anyMatch((each) -> each.kind() == Milestone.Kind.OUTCOME && each.isPast(asAt))) {
			return List.of();
		}
		List<Taken> taken = new ArrayList<>();
		Set<UUID> refusals = this.log.refusals();
		List<PersonSummary> people = this.people.everybody()
			.stream()
			.filter((person) -> !person.deactivated() && !refusals.contains(person.id()))
			.toList();
		for (PlanLine line : plan.lines()) {
			Due due = line.due();
			Integer step = (due != null && line.isAwaited()) ? step(plan.lead(), asAt.day(), due.day()) : null;
			if (due == null || step == null) {
				continue;
			}
			for (PersonSummary person : people) {
				if (person.roles().stream().noneMatch(line.actors()::contains)) {
					continue;
				}
				DeadlineReminder reminder = this.log.take(appraisal.id(), person, line, due.day(), step,
						asAt.instant());
				if (reminder != null) {
					taken.add(new Taken(reminder, letter(organisation, appraisal, plan, line, person)));
				}
			}
		}
		return taken;
	}

	/**
	 * The step that a day belongs to: the smallest that reaches it, so that a day on
	 * which nothing ran is made up for.
	 */
	static @Nullable Integer step(LeadTimes lead, LocalDate today, LocalDate due) {
		long left = ChronoUnit.DAYS.between(today, due);
		return lead.reminders().stream().filter((step) -> left >= 0 && step >= left).min(Integer::compare).orElse(null);
	}

	private Post.Letter letter(Organisation organisation, AppraisalSummary appraisal, Plan plan, PlanLine line,
			PersonSummary person) {
		String title = Post.line(line.title());
		String model = (plan.model() != null) ? Post.line(plan.model().name()) : "";
		String text = String.join("\n", "Dear " + Post.line(person.name()) + ",", "",
				"The deadline plan of %s for %s (%s) has a step for you:".formatted(Post.line(organisation.name()),
						appraisal.year().label(), model),
				"", "    " + title,
				"    Latest: %s (%s)".formatted(line.when(), line.timing().words().toLowerCase(java.util.Locale.UK)),
				"", "The whole plan:", this.addresses.of("/" + organisation.slug() + appraisal.path() + "/deadlines"),
				"", "Mandate sent you this because of your role. If you want no reminders of deadlines, say so here:",
				this.addresses.of("/" + organisation.slug() + appraisal.path() + "/deadlines/reminders"), "");
		return new Post.Letter(person.email(), person.name(), "%s: latest %s".formatted(title, line.when()), text);
	}

	private void settle(AppraisalSummary appraisal, List<Taken> taken, List<@Nullable String> problems) {
		Instant now = this.clock.instant();
		List<String> reached = new ArrayList<>();
		List<String> missed = new ArrayList<>();
		for (int i = 0; i < taken.size(); i++) {
			DeadlineReminder reminder = taken.get(i).reminder();
			String problem = problems.get(i);
			this.log.settle(appraisal.id(), reminder, problem, now);
			((problem == null) ? reached : missed).add(reminder.name() + ": " + reminder.title());
		}
		publish(appraisal, "deadlines.reminded", "Sent reminders of deadlines by e-mail", reached);
		publish(appraisal, "deadlines.reminder-failed", "Reminders of deadlines could not be sent", missed);
	}

	private void publish(AppraisalSummary appraisal, String action, String summary, List<String> whom) {
		if (!whom.isEmpty()) {
			this.events
				.publishEvent(new DeadlineEvent(action, appraisal.id().id(), summary, Map.of("reminders", whom)));
		}
	}

}
