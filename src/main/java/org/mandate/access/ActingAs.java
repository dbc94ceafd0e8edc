package org.mandate.access;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Lets the product act as one of its members, so that the trail names who a piece of the
 * demonstration is to have been done by.
 */
public final class ActingAs {

	private ActingAs() {
	}

	/**
	 * Run some work as a member.
	 * @param member who it is done by
	 * @param work what is done
	 */
	public static void run(Member member, Runnable work) {
		SecurityContext before = SecurityContextHolder.getContext();
		SignedIn signedIn = new SignedIn(member, null);
		SecurityContext acting = SecurityContextHolder.createEmptyContext();
		acting.setAuthentication(
				UsernamePasswordAuthenticationToken.authenticated(signedIn, null, signedIn.getAuthorities()));
		SecurityContextHolder.setContext(acting);
		try {
			work.run();
		}
		finally {
			SecurityContextHolder.setContext(before);
		}
	}

}
