package org.mandate.access;

import java.util.Optional;
import java.util.function.Supplier;

import org.mandate.audit.ActorSource;
import org.mandate.database.Tenant;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * The one place that asks Spring Security who is signed in.
 */
@Component
public class CurrentMember implements ActorSource {

	private static final ScopedValue<Actor> ACTING = ScopedValue.newInstance();

	@Override
	public Actor current() {
		if (ACTING.isBound()) {
			return ACTING.get();
		}
		// Somebody signed in elsewhere is a stranger in this organisation's record.
		return get().filter((member) -> Tenant.current().filter(member.organisation()::equals).isPresent())
			.map((member) -> new Actor(member.id().id().toString(), member.name()))
			.orElse(Actor.SYSTEM);
	}

	/**
	 * Do some work in the name of somebody who has not signed in, but proved who they are
	 * by a one-time link.
	 */
	static <R> R acting(Person person, Supplier<R> work) {
		return ScopedValue.where(ACTING, new Actor(person.id().id().toString(), person.name())).call(work::get);
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
