package org.mandate;

import java.util.Set;
import java.util.stream.Stream;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.annotation.Resource;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.data.domain.AbstractAggregateRoot;
import org.springframework.data.repository.Repository;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The house style, as far as a program can see it. Each rule is held against the product,
 * and against code that breaks it, so that a rule that finds nothing shows.
 */
class ArchitectureTests {

	private static final JavaClasses PRODUCT = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages("org.mandate");

	private static final JavaClasses BROKEN = new ClassFileImporter().importPackages("violations");

	private static final DescribedPredicate<CanBeAnnotated> PERSISTENT = CanBeAnnotated.Predicates
		.annotatedWith(Entity.class)
		.or(CanBeAnnotated.Predicates.annotatedWith(Embeddable.class))
		.or(CanBeAnnotated.Predicates.annotatedWith(MappedSuperclass.class))
		.as("persistent");

	/** Facades that no other module uses, and so are not public: inviting people. */
	private static final Set<String> INNER_FACADES = Set.of("org.mandate.access.Invitations");

	private static Stream<Arguments> rules() {
		return Stream.of(
				Arguments.of("controllers are package-private",
						classes().that()
							.areMetaAnnotatedWith(Controller.class)
							.or()
							.haveSimpleNameEndingWith("Controller")
							.should()
							.bePackagePrivate()),
				Arguments.of("repositories are package-private",
						classes().that().areAssignableTo(Repository.class).should().bePackagePrivate()),
				Arguments.of("names say what a thing is, not that it helps",
						noClasses().should().haveNameMatching(".*(Impl|Util|Utils|Helper|Mapper|Dto|DTO|Manager)$")),
				Arguments.of("entities have transitions, not setters",
						noMethods().that()
							.areDeclaredInClassesThat(PERSISTENT)
							.and()
							.areNotPrivate()
							.should()
							.haveNameMatching("set[A-Z].*")),
				Arguments.of("aggregates hold others by id",
						fields().that().areDeclaredInClassesThat(PERSISTENT).should(notHoldAnAggregate())),
				Arguments.of("transactions begin at facades and listeners",
						methods().that()
							.areAnnotatedWith(Transactional.class)
							.or()
							.areDeclaredInClassesThat()
							.areAnnotatedWith(Transactional.class)
							.should(belongToFacadeOrListener())),
				Arguments.of("dependencies come through constructors",
						noFields().should()
							.beAnnotatedWith(Autowired.class)
							.orShould()
							.beAnnotatedWith(Value.class)
							.orShould()
							.beAnnotatedWith("jakarta.inject.Inject")
							.orShould()
							.beAnnotatedWith(Resource.class)),
				Arguments.of("only access asks who is signed in",
						noClasses().that()
							.resideOutsideOfPackage("org.mandate.access")
							.should()
							.dependOnClassesThat()
							.areAssignableTo(SecurityContextHolder.class)),
				Arguments.of("packages are null-marked", classes().should(resideInNullMarkedPackage())),
				Arguments.of("modules have no sub-packages",
						classes().should().resideInAnyPackage("org.mandate", "org.mandate.*")));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("rules")
	void holds(String name, ArchRule rule) {
		rule.as(name).check(PRODUCT);
	}

	@ParameterizedTest(name = "a breach is found: {0}")
	@MethodSource("rules")
	void findsBreach(String name, ArchRule rule) {
		assertThat(rule.evaluate(BROKEN).getFailureReport().getDetails()).isNotEmpty();
	}

	private static ArchCondition<JavaField> notHoldAnAggregate() {
		return new ArchCondition<>("not hold an aggregate") {
			@Override
			public void check(JavaField field, ConditionEvents events) {
				for (JavaClass type : field.getType().getAllInvolvedRawTypes()) {
					if (type.isAssignableTo(AbstractAggregateRoot.class)) {
						events.add(SimpleConditionEvent.violated(field,
								field.getFullName() + " holds the aggregate " + type.getSimpleName()));
					}
				}
			}
		};
	}

	private static ArchCondition<JavaMethod> belongToFacadeOrListener() {
		return new ArchCondition<>("belong to a facade or be a listener") {
			@Override
			public void check(JavaMethod method, ConditionEvents events) {
				JavaClass owner = method.getOwner();
				boolean facade = (owner.getModifiers().contains(JavaModifier.PUBLIC)
						|| INNER_FACADES.contains(owner.getName())) && owner.isMetaAnnotatedWith(Component.class)
						&& !owner.isMetaAnnotatedWith(Controller.class);
				if (!facade && !method.isMetaAnnotatedWith(EventListener.class)) {
					events.add(SimpleConditionEvent.violated(method,
							method.getFullName() + " is neither of a public facade nor a listener"));
				}
			}
		};
	}

	private static ArchCondition<JavaClass> resideInNullMarkedPackage() {
		return new ArchCondition<>("reside in a null-marked package") {
			@Override
			public void check(JavaClass type, ConditionEvents events) {
				if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
					events
						.add(SimpleConditionEvent.violated(type, type.getName() + " is in a package not null-marked"));
				}
			}
		};
	}

}
