package org.mandate.access;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.mandate.database.Tenant;
import org.mandate.organisations.Organisation;
import org.mandate.organisations.Organisations;

import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Confines a request to the organisation in its address. An organisation that does not
 * exist and one to which the person does not belong are both answered with 404.
 */
class OrganisationFilter extends OncePerRequestFilter {

	/** First segments of addresses that belong to no organisation. */
	static final Set<String> NATIONAL = Set.of("", "assets", "sign-in", "sign-out", "first-administrator", "guidance",
			"help", "accessibility", "privacy", "cookies", "actuator", "error", "favicon.ico", "styleguide");

	private final Organisations organisations;

	OrganisationFilter(Organisations organisations) {
		this.organisations = organisations;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String segment = segment(request);
		if (NATIONAL.contains(segment)) {
			chain.doFilter(request, response);
			return;
		}
		Optional<Organisation> organisation = this.organisations.byCode(segment)
			.filter((found) -> found.slug().equals(segment));
		boolean outsider = CurrentMember.get()
			.filter((member) -> organisation.filter((found) -> found.id().equals(member.organisation())).isEmpty())
			.isPresent();
		if (organisation.isEmpty() || (outsider && !SecurityConfiguration.isOpenToOutsiders(request))) {
			response.sendError(HttpServletResponse.SC_NOT_FOUND);
			return;
		}
		try {
			Tenant.call(organisation.get().id(), () -> {
				chain.doFilter(request, response);
				return Boolean.TRUE;
			});
		}
		catch (IOException | ServletException | RuntimeException ex) {
			throw ex;
		}
		catch (Exception ex) {
			throw new ServletException(ex);
		}
	}

	static String segment(HttpServletRequest request) {
		String path = request.getRequestURI().substring(request.getContextPath().length());
		int end = path.indexOf('/', 1);
		return path.isEmpty() ? "" : path.substring(1, (end < 0) ? path.length() : end);
	}

}
