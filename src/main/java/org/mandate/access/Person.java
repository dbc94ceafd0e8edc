package org.mandate.access;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;
import org.mandate.audit.Auditable;

import org.springframework.data.domain.AbstractAggregateRoot;

/**
 * Somebody who works with the record of one organisation.
 */
@Entity
class Person extends AbstractAggregateRoot<Person> {

	@EmbeddedId
	private MemberId id;

	@Version
	private int version;

	private String email;

	private String name;

	private @Nullable String jobTitle;

	private @Nullable String passwordHash;

	@Column(name = "locality_id")
	private @Nullable UUID locality;

	private Instant joinedAt;

	private Instant invitedAt;

	private @Nullable Instant deactivatedAt;

	@ElementCollection(fetch = FetchType.EAGER)
	@CollectionTable(name = "person_role", joinColumns = @JoinColumn(name = "person_id"))
	@Column(name = "role")
	@Enumerated(EnumType.STRING)
	private Set<Role> roles = EnumSet.noneOf(Role.class);

	@SuppressWarnings("NullAway.Init")
	protected Person() {
	}

	Person(MemberId id, String email, String name, @Nullable String jobTitle, Set<Role> roles, @Nullable UUID locality,
			Instant now) {
		this.id = id;
		this.email = email.strip().toLowerCase(Locale.ROOT);
		this.name = name.strip();
		this.jobTitle = jobTitle;
		this.joinedAt = now;
		this.invitedAt = now;
		assign(roles, locality);
		register("person.added", "Added %s as %s".formatted(this.name, labels(roles)), null);
	}

	record Changed(String action, String summary, @Nullable String reason,
			Map<String, Object> details) implements Auditable {
	}

	/**
	 * Give the person other roles.
	 * @throws LocalityNeeded if a director has no locality to answer for
	 */
	void changeRoles(Set<Role> roles, @Nullable UUID locality) {
		Set<Role> before = Set.copyOf(this.roles);
		UUID localityBefore = this.locality;
		assign(roles, locality);
		if (!before.equals(this.roles) || !Objects.equals(localityBefore, this.locality)) {
			register("person.roles-changed", "%s is now %s".formatted(this.name, labels(roles)), null);
		}
	}

	void invite(Instant now) {
		this.invitedAt = now;
		register("person.invited", "Made a link with which %s chooses a password".formatted(this.name), null);
	}

	void choosePassword(String hash) {
		this.passwordHash = hash;
		register("person.password-chosen", this.name + " chose a password", null);
	}

	void deactivate(String reason, Instant now) {
		if (this.deactivatedAt == null) {
			this.deactivatedAt = now;
			this.passwordHash = null;
			register("person.deactivated", this.name + " can no longer sign in", reason);
		}
	}

	void reactivate() {
		if (this.deactivatedAt != null) {
			this.deactivatedAt = null;
			register("person.reactivated", this.name + " may sign in again", null);
		}
	}

	private void register(String action, String summary, @Nullable String reason) {
		registerEvent(new Changed(action, summary, reason, details()));
	}

	private void assign(Set<Role> roles, @Nullable UUID locality) {
		if (roles.contains(Role.LOCALITY_DIRECTOR) && locality == null) {
			throw new LocalityNeeded();
		}
		this.roles.clear();
		this.roles.addAll(roles);
		this.locality = roles.contains(Role.LOCALITY_DIRECTOR) ? locality : null;
	}

	MemberId id() {
		return this.id;
	}

	String name() {
		return this.name;
	}

	String email() {
		return this.email;
	}

	@Nullable String passwordHash() {
		return this.passwordHash;
	}

	boolean isActive() {
		return this.deactivatedAt == null;
	}

	boolean isAdministrator() {
		return isActive() && this.roles.contains(Role.ADMINISTRATOR);
	}

	private Map<String, Object> details() {
		List<String> roles = this.roles.stream().map(Role::name).sorted().toList();
		String person = this.id.id().toString();
		return (this.locality != null) ? Map.of("person", person, "roles", roles, "locality", this.locality.toString())
				: Map.of("person", person, "roles", roles);
	}

	private static String labels(Set<Role> roles) {
		return roles.stream()
			.sorted()
			.map((role) -> role.label().toLowerCase(Locale.ROOT))
			.collect(Collectors.joining(" and "));
	}

}
