package org.mandate.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import org.mandate.access.Member;
import org.mandate.access.Role;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * What the layout asks for, as {@code @site}. Everything is known at start: no page's
 * frame costs a query.
 */
@Component("site")
public class Site {

	private final String fingerprint = fingerprintOf("classpath*:/static/assets/mandate/*");

	private final String version;

	Site(ObjectProvider<BuildProperties> build) {
		BuildProperties properties = build.getIfAvailable();
		String built = (properties != null) ? properties.getVersion() : null;
		this.version = (built != null) ? built : "development";
	}

	/**
	 * Twelve characters that change with our own style sheet and scripts. They are kept
	 * by browsers for a year, so their address carries it.
	 */
	public String getFingerprint() {
		return this.fingerprint;
	}

	/** The version that the footer names. */
	public String getVersion() {
		return this.version;
	}

	/** The path of the page being shown, without the query. */
	public String here() {
		return (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes)
				? attributes.getRequest().getRequestURI().substring(attributes.getRequest().getContextPath().length())
				: "";
	}

	/** The header's links for a member. */
	public List<MenuLink> menu(Member member) {
		String home = "/" + member.organisationCode();
		List<MenuLink> links = new ArrayList<>(List.of(new MenuLink("Home", home),
				new MenuLink("Appraisals", home + "/appraisals"), new MenuLink("Practices", home + "/practices"),
				new MenuLink("Committees", home + "/committees"), new MenuLink("Meetings", home + "/meetings"),
				new MenuLink("Interests", home + "/interests"), new MenuLink("Guidance", "/guidance")));
		if (member.is(Role.ADMINISTRATOR)) {
			links.add(new MenuLink("People", home + "/people"));
		}
		return links;
	}

	private static String fingerprintOf(String pattern) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			for (Resource resource : new PathMatchingResourcePatternResolver().getResources(pattern)) {
				digest.update(resource.getContentAsByteArray());
			}
			return HexFormat.of().formatHex(digest.digest(), 0, 6);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * A link of the header.
	 *
	 * @param text its words
	 * @param href its path
	 */
	public record MenuLink(String text, String href) {

		/** Whether the page at this path belongs to the link. */
		public boolean holds(String path) {
			boolean home = this.href.lastIndexOf('/') == 0 && !this.href.equals("/guidance");
			return path.equals(this.href) || (!home && path.startsWith(this.href + "/"));
		}

	}

}
