package org.mandate.access;

import java.io.IOException;
import java.net.URI;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Leads whoever has signed in to the page they asked for, if it is one of the
 * organisation they signed in to, else to its home.
 */
class WelcomeHandler implements AuthenticationSuccessHandler {

	private final RequestCache asked;

	WelcomeHandler(RequestCache asked) {
		this.asked = asked;
	}

	@Override
	public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response,
			Authentication authentication) throws IOException {
		String home = "/" + OrganisationFilter.segment(request);
		String page = page(request.getContextPath(), this.asked.getRequest(request, response));
		this.asked.removeRequest(request, response);
		if (page == null || !(page + "/").replace('?', '/').startsWith(home + "/")) {
			page = home;
		}
		SecurityConfiguration.REDIRECTION.sendRedirect(request, response, page);
	}

	private static @Nullable String page(String contextPath, @Nullable SavedRequest saved) {
		if (saved == null) {
			return null;
		}
		// The cache marks its address with a parameter, so that it finds it again.
		URI address = UriComponentsBuilder.fromUriString(saved.getRedirectUrl())
			.replaceQueryParam("continue")
			.build(true)
			.toUri();
		String path = address.getRawPath().substring(contextPath.length());
		return (address.getRawQuery() != null) ? path + "?" + address.getRawQuery() : path;
	}

}
