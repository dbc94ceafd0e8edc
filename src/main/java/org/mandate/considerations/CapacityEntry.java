package org.mandate.considerations;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;
import org.mandate.appraisals.AppraisalId;
import org.mandate.options.Option;

/**
 * A role as recorded.
 */
@Entity
@Table(name = "capacity_role")
class CapacityEntry extends Entry<CapacityEntry> {

	private int position;

	private String role;

	private @Nullable BigDecimal held;

	@ElementCollection
	@CollectionTable(name = "capacity_need", joinColumns = @JoinColumn(name = "role_id"))
	@MapKeyColumn(name = "option_key")
	@Column(name = "needed")
	private Map<String, BigDecimal> needs = new HashMap<>();

	private @Nullable String note;

	private String source;

	private @Nullable String withdrawnReason;

	@SuppressWarnings("NullAway.Init")
	protected CapacityEntry() {
	}

	CapacityEntry(AppraisalId appraisal, int position, CapacityRole said, List<Option> options, Stamp stamp) {
		super(appraisal, stamp);
		this.position = position;
		put(said, options);
		registerEvent(Noted.of(appraisal.id(), "capacity.added", "Added the role " + this.role, facts(options)));
	}

	/** Whether nothing would change, needs of options that are not shown left aside. */
	boolean says(CapacityRole said, List<Option> options) {
		return this.role.equals(said.role()) && same(this.held, said.held()) && Objects.equals(this.note, said.note())
				&& this.source.equals(said.source()) && options.stream()
					.allMatch((option) -> same(this.needs.get(option.key()), said.needs().get(option.key())));
	}

	void change(CapacityRole said, List<Option> options, Stamp stamp) {
		Map<String, Object> before = facts(options);
		put(said, options);
		touch(stamp);
		registerEvent(
				Noted.changed(stream(), "capacity.changed", "Changed the role " + this.role, before, facts(options)));
	}

	void withdraw(String reason, Stamp stamp) {
		this.withdrawnReason = reason;
		touch(stamp);
		registerEvent(Noted.withdrawn(stream(), "capacity.withdrawn", "Withdrew the role " + this.role, reason,
				facts(List.of())));
	}

	private void put(CapacityRole said, List<Option> options) {
		this.role = said.role();
		this.held = scaled(said.held());
		this.note = said.note();
		this.source = said.source();
		for (Option option : options) {
			BigDecimal need = scaled(said.needs().get(option.key()));
			if (need != null) {
				this.needs.put(option.key(), need);
			}
			else {
				this.needs.remove(option.key());
			}
		}
	}

	private Map<String, Object> facts(List<Option> options) {
		Map<String, Object> facts = Noted.facts("role", this.role, "held", words(this.held));
		options.forEach((option) -> facts.put("needed for " + option.label(), words(this.needs.get(option.key()))));
		facts.putAll(Noted.facts("note", this.note, "source", this.source));
		return facts;
	}

	private static String words(@Nullable BigDecimal number) {
		return (number != null) ? Fte.words(number) + " FTE" : "not known";
	}

	private static @Nullable BigDecimal scaled(@Nullable BigDecimal number) {
		return (number != null) ? number.setScale(2, RoundingMode.UNNECESSARY) : null;
	}

	private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
		return (one == null || other == null) ? one == other : one.compareTo(other) == 0;
	}

	boolean isWithdrawn() {
		return this.withdrawnReason != null;
	}

	int position() {
		return this.position;
	}

	Capacity.Role view() {
		return new Capacity.Role(id(), this.role, this.held, this.needs, this.note, this.source, this.withdrawnReason,
				saved());
	}

}
