package io.lifeboat.testkit.walls;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;

/** What every service's rows keep to. */
public final class RowWalls {

    private static final String ENTITY = "jakarta.persistence.Entity";

    private RowWalls() {}

    /**
     * Hibernate's tracking takes what a constructor sets for a change, and writes a row that was only read: no field of an
     * entity has an initializer.
     *
     * @throws AssertionError naming those that do
     */
    public static void readWithoutChanging(JavaClasses classes) {
        noClasses()
                .that()
                .areAnnotatedWith(ENTITY)
                .should()
                .setFieldWhere(DescribedPredicate.describe(
                        "the constructor without arguments sets it",
                        access -> access.getOrigin().isConstructor()
                                && access.getOrigin().getParameters().isEmpty()))
                .check(classes);
    }
}
