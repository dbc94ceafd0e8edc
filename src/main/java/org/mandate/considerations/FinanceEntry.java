package org.mandate.considerations;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Objects;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;
import org.mandate.appraisals.AppraisalId;

/**
 * A line of the money as recorded.
 */
@Entity
@Table(name = "finance_line")
class FinanceEntry extends Entry<FinanceEntry> {

	private int position;

	@Enumerated(EnumType.STRING)
	private Finance.Category category;

	private boolean statedTotal;

	private String label;

	private @Nullable BigDecimal amount;

	private boolean approximate;

	private @Nullable String note;

	private String source;

	private @Nullable String withdrawnReason;

	@SuppressWarnings("NullAway.Init")
	protected FinanceEntry() {
	}

	FinanceEntry(AppraisalId appraisal, int position, FinanceLine said, Stamp stamp) {
		super(appraisal, stamp);
		this.position = position;
		put(said);
		registerEvent(Noted.of(appraisal.id(), "finance.added", "Added to the money: " + this.label, facts()));
	}

	boolean says(FinanceLine said) {
		return this.category == said.category() && this.statedTotal == said.statedTotal()
				&& this.label.equals(said.label()) && this.approximate == said.approximate()
				&& Objects.equals(this.note, said.note()) && this.source.equals(said.source()) && same(said.amount());
	}

	void change(FinanceLine said, Stamp stamp) {
		Map<String, Object> before = facts();
		put(said);
		touch(stamp);
		registerEvent(
				Noted.changed(stream(), "finance.changed", "Changed in the money: " + this.label, before, facts()));
	}

	void withdraw(String reason, Stamp stamp) {
		this.withdrawnReason = reason;
		touch(stamp);
		registerEvent(Noted.withdrawn(stream(), "finance.withdrawn", "Withdrew from the money: " + this.label, reason,
				facts()));
	}

	private void put(FinanceLine said) {
		BigDecimal pounds = said.amount();
		this.category = said.category();
		this.statedTotal = said.statedTotal();
		this.label = said.label();
		this.amount = (pounds != null) ? pounds.setScale(2, RoundingMode.UNNECESSARY) : null;
		this.approximate = said.approximate() && pounds != null;
		this.note = said.note();
		this.source = said.source();
	}

	private boolean same(@Nullable BigDecimal other) {
		BigDecimal own = this.amount;
		return (own == null || other == null) ? own == other : own.compareTo(other) == 0;
	}

	private Map<String, Object> facts() {
		return Noted.facts("kind", this.category.label() + (this.statedTotal ? ", total as stated" : ""), "label",
				this.label, "amount", view().words(), "note", this.note, "source", this.source);
	}

	boolean isWithdrawn() {
		return this.withdrawnReason != null;
	}

	int position() {
		return this.position;
	}

	Finance.Line view() {
		return new Finance.Line(id(), this.category, this.statedTotal, this.label, this.amount, this.approximate,
				this.note, this.source, this.withdrawnReason, saved());
	}

}
