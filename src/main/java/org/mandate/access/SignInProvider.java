package org.mandate.access;

import org.mandate.database.OrganisationId;
import org.mandate.database.Tenant;

import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.transaction.TransactionException;

/**
 * Checks a password within the organisation of the address, within the limits of
 * {@link SignInThrottle}.
 */
class SignInProvider implements AuthenticationProvider {

	private final DaoAuthenticationProvider passwords;

	private final SignInThrottle throttle;

	SignInProvider(DaoAuthenticationProvider passwords, SignInThrottle throttle) {
		this.passwords = passwords;
		this.throttle = throttle;
	}

	static class TooManyAttempts extends AuthenticationException {

		TooManyAttempts() {
			super("Too many attempts");
		}

	}

	@Override
	public Authentication authenticate(Authentication authentication) {
		String organisation = Tenant.current().map(OrganisationId::toString).orElse("");
		String email = authentication.getName();
		String address = (authentication.getDetails() instanceof WebAuthenticationDetails details)
				? details.getRemoteAddress() : null;
		if (!this.throttle.attempt(organisation, email, address)) {
			throw new TooManyAttempts();
		}
		try {
			Authentication result = this.passwords.authenticate(authentication);
			this.throttle.succeeded(organisation, email, address);
			return result;
		}
		catch (InternalAuthenticationServiceException ex) {
			// A database that does not answer is not a wrong password, and costs no
			// attempt.
			this.throttle.returned(organisation, email, address);
			if (ex.getCause() instanceof DataAccessException outage) {
				throw outage;
			}
			if (ex.getCause() instanceof TransactionException outage) {
				throw outage;
			}
			throw ex;
		}
	}

	@Override
	public boolean supports(Class<?> authentication) {
		return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
	}

}
