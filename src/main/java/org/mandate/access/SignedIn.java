package org.mandate.access;

import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/**
 * What Spring Security keeps of a member in the session. The name is the person's id, so
 * that sessions can be ended when their roles change.
 */
final class SignedIn implements UserDetails, CredentialsContainer {

	private final Member member;

	private @Nullable String passwordHash;

	SignedIn(Member member, @Nullable String passwordHash) {
		this.member = member;
		this.passwordHash = passwordHash;
	}

	Member member() {
		return this.member;
	}

	@Override
	public Collection<? extends GrantedAuthority> getAuthorities() {
		return this.member.roles().stream().map((role) -> new SimpleGrantedAuthority("ROLE_" + role)).toList();
	}

	@Override
	public @Nullable String getPassword() {
		return this.passwordHash;
	}

	@Override
	public String getUsername() {
		return this.member.id().id().toString();
	}

	@Override
	public void eraseCredentials() {
		this.passwordHash = null;
	}

	@Override
	public String toString() {
		return List.of(this.member.organisationCode(), getUsername()).toString();
	}

}
