package org.mandate.access;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/**
 * Signs a member in for one request of a test.
 */
public final class SigningIn {

	private SigningIn() {
	}

	public static RequestPostProcessor as(Member member) {
		SignedIn signedIn = new SignedIn(member, null);
		return SecurityMockMvcRequestPostProcessors.authentication(
				UsernamePasswordAuthenticationToken.authenticated(signedIn, null, signedIn.getAuthorities()));
	}

}
