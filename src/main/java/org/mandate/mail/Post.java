package org.mandate.mail;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/**
 * Hands e-mail to the mail server, if there is one.
 */
@Component
public class Post {

	private static final Logger LOG = LoggerFactory.getLogger(Post.class);

	private static final int LONGEST_PROBLEM = 500;

	private final @Nullable JavaMailSender sender;

	private final @Nullable InternetAddress from;

	private final List<String> missing = new ArrayList<>();

	Post(ObjectProvider<JavaMailSender> sender, @Value("${mandate.mail.from:}") String from,
			@Value("${mandate.address:}") String address) {
		this.sender = sender.getIfAvailable();
		this.from = from.isBlank() ? null : address(from);
		if (this.sender == null) {
			this.missing.add("spring.mail.host");
		}
		if (this.from == null) {
			this.missing.add("mandate.mail.from");
		}
		if (address.isBlank()) {
			this.missing.add("mandate.address");
		}
	}

	/**
	 * One e-mail in plain text.
	 *
	 * @param address where it goes
	 * @param name who lives there
	 * @param subject one line
	 * @param text all of it
	 */
	public record Letter(String address, String name, String subject, String text) {
	}

	private static InternetAddress address(String from) {
		try {
			InternetAddress address = new InternetAddress(from, true);
			address.validate();
			return address;
		}
		catch (AddressException ex) {
			throw new IllegalStateException("mandate.mail.from is not an email address: " + from, ex);
		}
	}

	/** Settings without which nothing can be sent; empty when all is there. */
	public List<String> missing() {
		return List.copyOf(this.missing);
	}

	/**
	 * Send each, over one connection. A server that fails is logged, and told for each
	 * letter that it did not take.
	 * @return why a letter was not taken, in the order of the letters; null where it was
	 */
	public List<@Nullable String> send(List<Letter> letters) {
		JavaMailSender with = Objects.requireNonNull(this.sender, "no mail server");
		Map<Object, String> problems = new IdentityHashMap<>();
		List<MimeMessage> messages = new ArrayList<>();
		List<Object> keys = new ArrayList<>();
		for (Letter letter : letters) {
			try {
				MimeMessage message = message(with, letter);
				messages.add(message);
				keys.add(message);
			}
			catch (MessagingException | java.io.UnsupportedEncodingException ex) {
				keys.add(letter);
				problems.put(letter, problem("The address cannot be written to", ex));
			}
		}
		try {
			if (!messages.isEmpty()) {
				with.send(messages.toArray(MimeMessage[]::new));
			}
		}
		catch (MailSendException ex) {
			Map<Object, Exception> failed = ex.getFailedMessages();
			messages.stream()
				.filter((message) -> failed.isEmpty() || failed.containsKey(message))
				.forEach((message) -> problems.put(message,
						problem("The mail server did not take it", failed.getOrDefault(message, ex))));
		}
		catch (MailException ex) {
			messages.forEach((message) -> problems.put(message, problem("The mail server did not let us in", ex)));
		}
		if (!problems.isEmpty()) {
			LOG.warn("{} of {} reminders could not be sent. {}", problems.size(), letters.size(),
					String.join("; ", problems.values().stream().distinct().toList()));
		}
		List<@Nullable String> outcome = new ArrayList<>();
		keys.forEach((key) -> outcome.add(problems.get(key)));
		return outcome;
	}

	private MimeMessage message(JavaMailSender with, Letter letter)
			throws MessagingException, java.io.UnsupportedEncodingException {
		MimeMessage message = with.createMimeMessage();
		MimeMessageHelper parts = new MimeMessageHelper(message, false, "UTF-8");
		InternetAddress to = new InternetAddress(letter.address(), true);
		to.setPersonal(line(letter.name()), "UTF-8");
		parts.setTo(to);
		parts.setFrom(Objects.requireNonNull(this.from));
		parts.setSubject(line(letter.subject()));
		parts.setText(letter.text());
		// RFC 3834: no holiday notices in answer.
		message.setHeader("Auto-Submitted", "auto-generated");
		return message;
	}

	private static String problem(String what, Exception ex) {
		String problem = line(what + ": " + NestedExceptionUtils.getMostSpecificCause(ex).getMessage());
		return (problem.length() > LONGEST_PROBLEM) ? problem.substring(0, LONGEST_PROBLEM) : problem;
	}

	/**
	 * In one line, so that a name cannot begin another line of an e-mail's head or text.
	 */
	public static String line(String text) {
		return text.replaceAll("[\\p{Cntrl}\\x{0085}\\x{2028}\\x{2029}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]+", " ")
			.replaceAll(" {2,}", " ")
			.strip();
	}

}
