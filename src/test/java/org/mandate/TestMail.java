package org.mandate;

import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactories;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;

/**
 * A mail server of the tests' own, over real SMTP, and what arrived at it. Tests that are
 * {@link WithMail} get one.
 */
public class TestMail {

	private static final GreenMail SERVER = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

	private final JavaMailSenderImpl sender;

	TestMail(JavaMailSenderImpl sender) {
		this.sender = sender;
	}

	/** The application sends by this mail server. */
	@Target(ElementType.TYPE)
	@Retention(RetentionPolicy.RUNTIME)
	@ContextCustomizerFactories(ServerFactory.class)
	@Import(TestMail.class)
	public @interface WithMail {

	}

	static class ServerFactory implements ContextCustomizerFactory {

		@Override
		public ContextCustomizer createContextCustomizer(Class<?> test,
				List<ContextConfigurationAttributes> attributes) {
			return new Server();
		}

	}

	/** All of these are equal, so that tests share an application. */
	record Server() implements ContextCustomizer {

		@Override
		public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration merged) {
			if (!SERVER.isRunning()) {
				SERVER.start();
			}
			TestPropertyValues.of("spring.mail.host=127.0.0.1", "spring.mail.port=" + SERVER.getSmtp().getPort(),
					"mandate.mail.from=Mandate <no-reply@mandate.example>", "mandate.address=https://mandate.example")
				.applyTo(context);
		}

	}

	/** Forgets what arrived. */
	public void empty() throws Exception {
		SERVER.purgeEmailFromAllMailboxes();
	}

	/** What arrived, the first first. */
	public List<MimeMessage> received() {
		return List.of(SERVER.getReceivedMessages());
	}

	/** What arrived at an address. */
	public List<MimeMessage> received(String address) {
		return received().stream().filter((message) -> to(message).anyMatch(address::equals)).toList();
	}

	/** The addresses at which something arrived, once for each message. */
	public List<String> recipients() {
		return received().stream().flatMap(TestMail::to).toList();
	}

	private static Stream<String> to(MimeMessage message) {
		try {
			return Arrays.stream(message.getAllRecipients())
				.map(Address::toString)
				.map((address) -> address.replaceAll(".*<|>.*", ""));
		}
		catch (MessagingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** The text of a message, with lines that end as ours do. */
	public static String text(MimeMessage message) throws MessagingException, IOException {
		return message.getContent().toString().replace("\r\n", "\n");
	}

	/** Does something while the server does not answer. */
	public void down(Callable<?> work) throws Exception {
		int port = this.sender.getPort();
		this.sender.setPort(1);
		try {
			work.call();
		}
		finally {
			this.sender.setPort(port);
		}
	}

}
