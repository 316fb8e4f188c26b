package org.probity.workflows;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.ejb.Singleton;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.junit.jupiter.api.Test;
import org.probity.access.Guarded;
import org.probity.access.Permitted;
import org.probity.kernel.Unguarded;
import org.probity.workflows.engine.Steps;

/** What steps and engine keep to, held against the compiled classes; each rule is seen failing once. */
class ArchitectureTest {

    private static final JavaClasses WORKFLOWS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.probity.workflows");

    private static final ArchRule NO_CYCLES = slices().matching("org.probity.workflows.(*)..").should().beFreeOfCycles();

    @Test
    void packagesHaveNoCycles() {
        NO_CYCLES.check(WORKFLOWS);
        assertThatThrownBy(() -> slices().matching("org.probity.workflows.(*)..").should().notDependOnEachOther()
                .check(WORKFLOWS)).isInstanceOf(AssertionError.class);
    }

    @Test
    void onlyTheEnginePackageKnowsTheEngine() {
        ArchRule rule = noClasses().that().resideOutsideOfPackage("..workflows.engine..").should()
                .dependOnClassesThat(resideInAPackage("org.camunda..").and(not(type(DelegateExecution.class))));
        rule.check(WORKFLOWS);
        assertThatThrownBy(() -> noClasses().should().dependOnClassesThat().resideInAPackage("org.camunda..").check(WORKFLOWS))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void nothingHereTouchesTheCaseDataItself() {
        noClasses().should().dependOnClassesThat().resideInAnyPackage("jakarta.persistence..", "org.hibernate..",
                "jakarta.faces..", "jakarta.ws.rs..", "org.probity.web..").check(WORKFLOWS);
        assertThatThrownBy(() -> noClasses().should().dependOnClassesThat().resideInAPackage("jakarta.transaction..")
                .check(WORKFLOWS)).isInstanceOf(AssertionError.class);
    }

    @Test
    void stepsCanBeNamedInADiagram() {
        ArchRule rule = classes().that().areAssignableTo(Steps.class).and().doNotBelongToAnyOf(Steps.class).should()
                .beAnnotatedWith(Named.class).andShould().beAnnotatedWith(ApplicationScoped.class).andShould()
                .haveSimpleNameEndingWith("Steps");
        rule.check(WORKFLOWS);
        assertThatThrownBy(() -> classes().that().areAssignableTo(Steps.class).should().beAnnotatedWith(Named.class)
                .check(WORKFLOWS)).isInstanceOf(AssertionError.class);
    }

    @Test
    void everyBeanIsGuardedOrSaysWhyNot() {
        ArchRule rule = classes().that().arePublic().and().areAnnotatedWith(ApplicationScoped.class).or().areAnnotatedWith(Singleton.class)
                .should().beAnnotatedWith(Guarded.class).orShould().beAnnotatedWith(Unguarded.class).orShould().beAssignableTo(Steps.class);
        rule.check(WORKFLOWS);
        assertThatThrownBy(() -> classes().that().areAnnotatedWith(ApplicationScoped.class).should().beAnnotatedWith(Guarded.class)
                .check(WORKFLOWS)).isInstanceOf(AssertionError.class);
    }

    @Test
    void everyGuardedMethodSaysWhichActItIs() {
        ArchRule rule = methods().that().arePublic().and().areNotStatic().and().areDeclaredInClassesThat().areAnnotatedWith(Guarded.class)
                .should().beAnnotatedWith(Permitted.class);
        rule.check(WORKFLOWS);
        assertThatThrownBy(() -> methods().that().arePublic().should().beAnnotatedWith(Permitted.class).check(WORKFLOWS))
                .isInstanceOf(AssertionError.class);
    }
}
