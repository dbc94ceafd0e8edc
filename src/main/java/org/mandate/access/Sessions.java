package org.mandate.access;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Ends the sessions of a person. It is one statement on Spring Session's own table and
 * not its repository, which would use a transaction of its own: so the sessions end
 * exactly when the change of the person that ends them is committed.
 */
@Component
class Sessions {

	private final JdbcClient jdbc;

	Sessions(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void end(MemberId person) {
		endOthers(person, "");
	}

	void endOthers(MemberId person, String kept) {
		this.jdbc.sql("delete from spring_session where principal_name = :person and session_id <> :kept")
			.param("person", person.id().toString())
			.param("kept", kept)
			.update();
	}

}
