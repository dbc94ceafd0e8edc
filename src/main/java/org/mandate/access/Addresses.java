package org.mandate.access;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Whole addresses, to be handed over outside of the browser: those of one-time links, and
 * those in e-mails.
 */
@Component
public class Addresses {

	private final String configured;

	private final Environment environment;

	Addresses(@Value("${mandate.address:}") String configured, Environment environment) {
		this.configured = configured.strip().replaceAll("/+$", "");
		this.environment = environment;
	}

	/** Of the page where a first administrator sets up the installation. */
	String firstAdministrator(LinkSecret token) {
		String base = this.configured;
		if (base.isEmpty()) {
			// Known once the server listens; a port of 0 becomes the real one.
			base = "http://localhost:" + this.environment.getProperty("local.server.port",
					this.environment.getProperty("server.port", "8080"));
		}
		return base + "/first-administrator/" + token.value();
	}

	/** Of the page where somebody chooses a password; within a request. */
	String invitation(String org, LinkSecret token) {
		return of("/" + org + "/invitations/" + token.value());
	}

	/**
	 * Of a page; within a request, unless the address is configured.
	 * @param path from the root, such as "/10q/appraisals"
	 */
	public String of(String path) {
		String base = this.configured.isEmpty()
				? ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString() : this.configured;
		return base + path;
	}

}
