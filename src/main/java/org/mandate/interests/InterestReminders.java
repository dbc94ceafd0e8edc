package org.mandate.interests;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.access.Addresses;
import org.mandate.access.Member;
import org.mandate.access.PersonSummary;
import org.mandate.audit.Auditable;
import org.mandate.mail.Post;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * Reminds members who have made no return of their interests within 28 days: them alone,
 * and the same person not too often.
 */
@Component
public class InterestReminders {

	private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

	private final Interests interests;

	private final Addresses addresses;

	private final Post post;

	private final InterestReminderLog log;

	private final ApplicationEventPublisher events;

	private final TransactionTemplate transaction;

	private final Clock clock;

	private final Duration gap;

	InterestReminders(Interests interests, Addresses addresses, Post post, InterestReminderLog log,
			ApplicationEventPublisher events, PlatformTransactionManager transactions, Clock clock,
			@Value("${mandate.reminders.minimum-gap}") Duration gap) {
		this.interests = interests;
		this.addresses = addresses;
		this.post = post;
		this.log = log;
		this.events = events;
		this.transaction = new TransactionTemplate(transactions);
		this.clock = clock;
		this.gap = gap;
	}

	/**
	 * Somebody whose return is overdue, and what they are sent.
	 *
	 * @param person who it is
	 * @param due the last day for their return
	 * @param reminded when they were reminded last; null if they were not
	 * @param again when they can be reminded again; null if that is now
	 * @param subject of the e-mail
	 * @param text of the e-mail
	 */
	public record Overdue(PersonSummary person, LocalDate due, @Nullable Instant reminded, @Nullable Instant again,
			String subject, String text) {
	}

	/**
	 * A line of the log with a name.
	 *
	 * @param name of whoever was to be reminded
	 * @param reminder the line
	 */
	public record Logged(String name, InterestReminder reminder) {
	}

	/**
	 * Who is overdue, and who was reminded.
	 *
	 * @param overdue by name
	 * @param log the latest first
	 * @param missing settings without which no e-mail can be sent
	 * @param gap the shortest time between two reminders of one person, in words
	 * @param now when this was read
	 */
	public record Chase(List<Overdue> overdue, List<Logged> log, List<String> missing, String gap, Instant now) {

		/** Who would be reminded now. */
		public List<Overdue> due() {
			return this.overdue.stream().filter((each) -> each.again() == null).toList();
		}

		/** Addresses to copy. */
		public String copied() {
			return String.join(", ", this.overdue.stream().map((each) -> each.person().email()).toList());
		}

	}

	/**
	 * What sending came to.
	 *
	 * @param sent how many the mail server took
	 * @param failed how many it did not
	 */
	public record Delivery(int sent, int failed) {
	}

	/** Nobody can be reminded now. */
	@ResponseStatus(HttpStatus.CONFLICT)
	static class NotPossible extends RuntimeException {

		NotPossible(String message) {
			super(message);
		}

	}

	private record Queued(InterestReminder reminder, Post.Letter letter) {
	}

	private record Sent(String action, String summary, Map<String, Object> details) implements Auditable {
	}

	/**
	 * Who is overdue.
	 * @param by whose name a reminder would carry
	 */
	@Transactional(readOnly = true)
	public Chase chase(Member by) {
		return read(by, this.clock.instant());
	}

	/**
	 * Remind everybody whose return is overdue and who was not reminded too recently.
	 * Mail goes out when the log has been committed; where the server does not take it
	 * the log says so, and it can be sent again.
	 */
	public Delivery send(Member by) {
		if (!this.post.missing().isEmpty()) {
			throw new NotPossible("Mandate cannot send e-mail here yet. The page of the reminders has the addresses "
					+ "and the text, to be sent by hand.");
		}
		List<Queued> queued = Objects.requireNonNull(this.transaction.execute((status) -> queue(by)));
		List<@Nullable String> problems = this.post.send(queued.stream().map(Queued::letter).toList());
		this.transaction.executeWithoutResult((status) -> settle(queued, problems));
		int failed = (int) problems.stream().filter(Objects::nonNull).count();
		return new Delivery(problems.size() - failed, failed);
	}

	private List<Queued> queue(Member by) {
		this.log.lock();
		Instant now = this.clock.instant();
		List<Queued> queued = new ArrayList<>();
		for (Overdue each : read(by, now).due()) {
			queued.add(new Queued(this.log.queue(each.person(), now, by.name()),
					new Post.Letter(each.person().email(), each.person().name(), each.subject(), each.text())));
		}
		if (queued.isEmpty()) {
			throw new NotPossible("There is nobody to remind now. The page of the reminders says whose return is "
					+ "overdue, and when they were reminded last.");
		}
		return queued;
	}

	private void settle(List<Queued> queued, List<@Nullable String> problems) {
		Instant now = this.clock.instant();
		List<String> reached = new ArrayList<>();
		List<String> missed = new ArrayList<>();
		for (int i = 0; i < queued.size(); i++) {
			String problem = problems.get(i);
			this.log.settle(queued.get(i).reminder(), problem, now);
			((problem == null) ? reached : missed).add(queued.get(i).letter().name());
		}
		if (!reached.isEmpty()) {
			this.events.publishEvent(new Sent("interest.reminded", "Sent reminders to return interests by e-mail",
					Map.of("people", reached)));
		}
		if (!missed.isEmpty()) {
			this.events.publishEvent(new Sent("interest.reminder-failed",
					"Reminders to return interests could not be sent", Map.of("people", missed)));
		}
	}

	private Chase read(Member by, Instant now) {
		List<InterestReminder> sent = this.log.latest();
		Map<UUID, Instant> last = new LinkedHashMap<>();
		sent.stream()
			.filter((reminder) -> reminder.state(now).counts())
			.forEach((reminder) -> last.putIfAbsent(reminder.person(), reminder.queued()));
		Map<UUID, String> names = new LinkedHashMap<>();
		List<Overdue> overdue = new ArrayList<>();
		for (Holder holder : this.interests.holders()) {
			names.put(holder.id(), holder.person().name());
			if (holder.overdue()) {
				overdue.add(overdue(holder, last.get(holder.id()), by, now));
			}
		}
		return new Chase(overdue,
				sent.stream()
					.map((each) -> new Logged(names.getOrDefault(each.person(), each.address()), each))
					.toList(),
				this.post.missing(), inWords(this.gap), now);
	}

	private Overdue overdue(Holder holder, @Nullable Instant reminded, Member by, Instant now) {
		Instant again = (reminded != null) ? reminded.plus(this.gap) : null;
		String organisation = Post.line(by.organisationName());
		String text = String.join("\n", "Dear " + Post.line(holder.person().name()) + ",", "",
				"%s asks every member to declare their interests, or that they have none, within %d days. "
					.formatted(organisation, InterestVersion.DAYS_TO_DECLARE)
						+ "Yours were due on %s and have not arrived.".formatted(DATE.format(holder.dueOn())),
				"", "Declare them, or that you have none, here:",
				this.addresses.of("/" + by.organisationCode() + "/interests"), "",
				Post.line(by.name()) + " sent you this with Mandate.", "");
		return new Overdue(holder.person(), holder.dueOn(), reminded,
				(again != null && again.isAfter(now)) ? again : null,
				"Your interests: a return to " + organisation + " is overdue", text);
	}

	private static String inWords(Duration gap) {
		return (gap.toMinutes() % 60 == 0) ? gap.toHours() + " hours" : gap.toMinutes() + " minutes";
	}

}
