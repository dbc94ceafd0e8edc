package org.mandate;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.mandate.database.Statements;
import org.mandate.database.TestDatabase;
import org.mandate.organisations.TestPractices;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test of the whole application on a real database, connected as the application's
 * role.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(properties = "mandate.demonstration=false")
@AutoConfigureMockMvc
@ContextConfiguration(initializers = TestDatabase.class)
@Import({ Statements.class, TestOrganisations.class, TestPractices.class })
public @interface MandateTest {

}
