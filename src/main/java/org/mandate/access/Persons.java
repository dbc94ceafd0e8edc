package org.mandate.access;

import java.util.Optional;

import org.springframework.data.repository.Repository;

interface Persons extends Repository<Person, MemberId> {

	Person save(Person person);

	Optional<Person> findById(MemberId id);

	boolean existsByEmail(String email);

	void flush();

}
