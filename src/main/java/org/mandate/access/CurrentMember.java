package org.mandate.access;

import java.util.Optional;

import org.mandate.audit.ActorSource;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * The one place that asks Spring Security who is signed in.
 */
@Component
public class CurrentMember implements ActorSource {

	@Override
	public Actor current() {
		return get().map((member) -> new Actor(member.id().id().toString(), member.name())).orElse(Actor.SYSTEM);
	}

	/** The signed-in member; empty for a visitor. */
	public static Optional<Member> get() {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		if (authentication != null && authentication.isAuthenticated()
				&& authentication.getPrincipal() instanceof SignedIn signedIn) {
			return Optional.of(signedIn.member());
		}
		return Optional.empty();
	}

}
