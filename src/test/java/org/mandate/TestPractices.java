package org.mandate;

import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Practices made for a test, as an import of the register would have left them.
 */
public final class TestPractices {

	private TestPractices() {
	}

	/**
	 * A practice that has been a member since the CCG began.
	 * @param jdbc within a transaction confined to the organisation
	 * @param locality whose member it is
	 * @param code its ODS code
	 * @param patients its list size in the first quarter of 2015; 0 for none
	 * @return its identity
	 */
	public static UUID member(JdbcClient jdbc, UUID locality, String code, String name, int patients) {
		UUID id = UUID.randomUUID();
		jdbc.sql("""
				insert into practice (id, code, name, address, postcode, status, opened_on, prescribing_setting)
				values (?, ?, ?, '', 'OX1 1AA', 'ACTIVE', '1974-04-01', 4)
				""").params(id, code, name).update();
		jdbc.sql("insert into practice_membership (id, practice_id, locality_id, since) values (?, ?, ?, '2013-04-01')")
			.params(UUID.randomUUID(), id, locality)
			.update();
		if (patients > 0) {
			jdbc.sql("insert into list_size (practice_id, quarter, patients) values (?, '2015Q1', ?)")
				.params(id, patients)
				.update();
		}
		return id;
	}

}
