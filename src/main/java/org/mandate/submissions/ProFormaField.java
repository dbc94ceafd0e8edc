package org.mandate.submissions;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.mandate.guidance.Edition;

/**
 * What the CCG's part of the pro forma says, field by field (NHS England's slides,
 * technical and finance plenaries: the proposed governance structure, the constitution
 * amendment, the finance element, how conflicts are managed; Southern Derbyshire's
 * report, "Submission Requirements" and 1.3).
 */
public enum ProFormaField {

	/** Which CCG. */
	ORGANISATION("Name and code of the CCG", "As on the national register", Group.CCG, 300, Money.EITHER),

	/** Who answers questions. */
	CONTACT("Contact", "Name, job title, e-mail and telephone of whoever answers questions", Group.CCG, 500,
			Money.EITHER),

	/** How large it is. */
	PRACTICES("Member practices and patients", "How many practices, and how many patients are registered with them",
			Group.CCG, 1000, Money.EITHER),

	/** What patients get. */
	BENEFITS("Intended benefits for patients", "What patients and the public will notice", Group.PROPOSAL, 6000,
			Money.EITHER),

	/** Who decides. */
	GOVERNANCE("Governance structure", "The committee: its members, its chair and its quorum", Group.PROPOSAL, 6000,
			Money.EITHER),

	/** How conflicts are managed. */
	CONFLICTS("How conflicts of interest are managed", "Registers, the chair, and what happens at a meeting",
			Group.PROPOSAL, 6000, Money.EITHER),

	/** The amendment that the model needs. */
	CONSTITUTION("Constitution amendment", "What is amended, when the members agreed, and by which route it goes",
			Group.PROPOSAL, 4000, Money.EITHER),

	/** With which people. */
	CAPACITY("Capacity", "Who does the work. Running costs do not grow in the first year", Group.PROPOSAL, 6000,
			Money.EITHER),

	/** The sum, under delegation. */
	DELEGATED_SUM("The delegated sum, and its sign-off",
			"The sum, and when the chief finance officer signed it off: name and date. It needs that officer's approval",
			Group.FINANCE, 2000, Money.DELEGATED),

	/** Business rules, under delegation. */
	BUSINESS_RULES("Compliance with the business rules",
			"How headroom, contingency and surplus are kept. The rules go with the allocation", Group.FINANCE, 4000,
			Money.DELEGATED),

	/** The money of joint arrangements. */
	AGREED_ALLOCATION("The allocation agreed with the area team",
			"For joint arrangements it is agreed locally: the sum, and where the agreement is recorded", Group.FINANCE,
			4000, Money.AGREED_LOCALLY),

	/** Who was asked. */
	ENGAGEMENT("Engagement with members and stakeholders", "Whom you told and asked, when, and what they said",
			Group.MEMBERS, 8000, Money.EITHER),

	/** How the members voted. */
	VOTE("The members' vote", "What was asked, and how the member practices voted", Group.MEMBERS, 6000, Money.EITHER);

	private final String label;

	private final String hint;

	private final Group group;

	private final int most;

	private final Money money;

	ProFormaField(String label, String hint, Group group, int most, Money money) {
		this.label = label;
		this.hint = hint;
		this.group = group;
		this.most = most;
		this.money = money;
	}

	/** Headings of the CCG's part. */
	public enum Group {

		/** Who proposes. */
		CCG("The CCG"),

		/** What is proposed. */
		PROPOSAL("The proposal"),

		/** With which money. */
		FINANCE("Finance"),

		/** With whose agreement. */
		MEMBERS("Members and stakeholders");

		private final String label;

		Group(String label) {
			this.label = label;
		}

		/** As shown. */
		public String label() {
			return this.label;
		}

	}

	/**
	 * Whether a field depends on whose the money is: for joint arrangements allocations
	 * are agreed locally, for full delegation the chief finance officer signs off the sum
	 * and the business rules hold (NHS England's slides, "Finance Element of
	 * Delegation").
	 */
	private enum Money {

		EITHER, DELEGATED, AGREED_LOCALLY

	}

	/** As shown. */
	public String label() {
		return this.label;
	}

	/** What to write. */
	public String hint() {
		return this.hint;
	}

	/** Under which heading. */
	public Group group() {
		return this.group;
	}

	/** The most characters. */
	public int most() {
		return this.most;
	}

	/** As in addresses: {@code business-rules}. */
	public String slug() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	static Optional<ProFormaField> of(String slug) {
		return Arrays.stream(values()).filter((field) -> field.slug().equals(slug)).findFirst();
	}

	/** The fields of the pro forma for a model, in order. */
	static List<ProFormaField> of(Edition edition, String model) {
		boolean delegated = movesMoney(edition, model);
		return Arrays.stream(values())
			.filter((field) -> field.money == Money.EITHER || (field.money == Money.DELEGATED) == delegated)
			.toList();
	}

	/**
	 * Whether the allocation moves to the CCG under a model: where the guidance's rules
	 * on money go with it.
	 */
	static boolean movesMoney(Edition edition, String model) {
		return !edition.rules(Edition.Rule.Category.FINANCE, model).isEmpty();
	}

}
