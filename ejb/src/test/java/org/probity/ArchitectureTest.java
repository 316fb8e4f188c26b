package org.probity;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateful;
import jakarta.ejb.Stateless;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.context.SessionScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceUnit;
import jakarta.persistence.Table;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.probity.access.Guarded;
import org.probity.access.PermissionInterceptor;
import org.probity.access.Permitted;
import org.probity.kernel.Unguarded;
import org.probity.tenancy.BoardOwned;

/** What the layout of the house says, held against the compiled classes; each rule is seen failing once. */
class ArchitectureTest {

    /** Each package may use what stands before it. */
    private static final List<String> ORDER = List.of("kernel", "server", "crypto", "tenancy", "spelling", "names", "access", "account",
            "member", "powers", "token", "audit", "checkpoint", "proof", "files", "documents", "letter", "notification", "signon",
            "worklist", "calendar", "policy", "investigation", "exclusion", "correspondence", "concern", "closure", "casework", "evidence",
            "detection", "removal", "cooperation", "findings", "outcome", "disclosure", "referral", "archivefile", "boardrows", "archive",
            "migration", "demo");

    /** Entities that belong to no board: the boards, people's ways in with what is secret about them, what was done with whole boards. */
    private static final Set<String> GLOBAL = Set.of("Board", "Account", "AccountSession", "SecondFactor", "RecoveryCode",
            "OneTimeLink", "AccountIdentity", "ArchiveRun", "AuditKey", "InstallationMark", "FactorReset", "WipeRequest");

    private static final List<Class<? extends Annotation>> BEANS = List.of(Stateless.class, Stateful.class, Singleton.class,
            ApplicationScoped.class, RequestScoped.class, SessionScoped.class, Dependent.class);

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.probity");

    private static final ArchRule NO_CYCLES = slices().matching("org.probity.(*)..").should().beFreeOfCycles();

    private static final ArchRule BOARD_OWNED = classes().that().areAnnotatedWith(Entity.class)
            .and(new DescribedPredicate<JavaClass>("are not global") {
                @Override
                public boolean test(JavaClass entity) {
                    return !GLOBAL.contains(entity.getSimpleName());
                }
            }).should().beAssignableTo(BoardOwned.class);

    private static final ArchRule PERMITTED = methods().that().arePublic().and().areDeclaredInClassesThat()
            .areAnnotatedWith(Guarded.class).and().areNotStatic().and(areNotOfTheDoor()).should().beAnnotatedWith(Permitted.class);

    /** What another package can get hold of: public beans of every kind. What is not public serves its own package's services. */
    private static final ArchRule GUARDED = classes().that().arePublic().and(areBeans())
            .should().beAnnotatedWith(Guarded.class).orShould().beAnnotatedWith(Unguarded.class);

    private static final ArchRule READS_BEHIND_THE_DOOR = classes().that().arePublic().and().doNotHaveSimpleName("Boards")
            .and().doNotHaveSimpleName("BoardChain").and().doNotHaveSimpleName("Entities").and().areNotAnnotatedWith(Guarded.class)
            .should().onlyDependOnClassesThat(doNotReadTheDatabase());

    /** Beans that are no sessions are made while the server may not have begun with the persistence unit: it does not wait for it. */
    private static final ArchRule SESSIONS_READ = fields().that().areAnnotatedWith(PersistenceContext.class).or().areAnnotatedWith(PersistenceUnit.class)
            .should().beDeclaredInClassesThat().areAnnotatedWith(Stateless.class)
            .orShould().beDeclaredInClassesThat().areAnnotatedWith(Singleton.class);

    private static DescribedPredicate<JavaClass> areBeans() {
        return DescribedPredicate.describe("are beans", c -> BEANS.stream().anyMatch(c::isAnnotatedWith));
    }

    private static DescribedPredicate<JavaMethod> areNotOfTheDoor() {
        return DescribedPredicate.describe("are not of the door itself", m -> !m.getOwner().isEquivalentTo(PermissionInterceptor.class));
    }

    private static DescribedPredicate<JavaClass> doNotReadTheDatabase() {
        return DescribedPredicate.describe("do not read the database", c -> !c.isEquivalentTo(EntityManager.class));
    }

    private static ArchRule onlyLeftwards(int place) {
        String[] right = ORDER.subList(place + 1, ORDER.size()).stream().map(p -> "org.probity." + p + "..").toArray(String[]::new);
        return noClasses().that().resideInAPackage("org.probity." + ORDER.get(place) + "..").should()
                .dependOnClassesThat().resideInAnyPackage(right);
    }

    @Test
    void packagesHaveNoCycles() {
        NO_CYCLES.check(HOUSE);
    }

    @Test
    void packagesCallOnlyLeftwards() {
        for (int place = 0; place < ORDER.size() - 1; place++) {
            onlyLeftwards(place).allowEmptyShould(true).check(HOUSE);
        }
    }

    @Test
    void onlySessionBeansAreGivenThePersistenceUnit() {
        SESSIONS_READ.check(HOUSE);
    }

    @Test
    void theDirectionRuleFailsOnAnUpwardCall() {
        ArchRule upsideDown = noClasses().that().resideInAPackage("org.probity.removal..").should()
                .dependOnClassesThat().resideInAPackage("org.probity.kernel..");
        assertThatThrownBy(() -> upsideDown.check(HOUSE)).isInstanceOf(AssertionError.class);
    }

    @Test
    void everyPackageIsInTheOrder() {
        Set<String> known = Set.copyOf(ORDER);
        assertThat(HOUSE).extracting(c -> c.getPackageName().replace("org.probity.", "")).allMatch(known::contains);
    }

    @Test
    void everyEntityBelongsToABoardUnlessArguedFor() {
        BOARD_OWNED.check(HOUSE);
    }

    @Test
    void theBoardRuleFailsOnAnEntityWithoutBoard() {
        JavaClasses stray = new ClassFileImporter().importClasses(Stray.class);
        assertThatThrownBy(() -> BOARD_OWNED.check(stray)).isInstanceOf(AssertionError.class);
    }

    @Test
    void everyServiceMethodSaysWhichActItIs() {
        PERMITTED.check(HOUSE);
    }

    @Test
    void thePermissionRuleFailsOnAMethodWithoutAct() {
        JavaClasses open = new ClassFileImporter().importClasses(OpenDoor.class);
        assertThatThrownBy(() -> PERMITTED.check(open)).isInstanceOf(AssertionError.class);
    }

    @Test
    void theDomainKnowsNeitherEngineNorPages() {
        noClasses().should().dependOnClassesThat().resideInAnyPackage("org.camunda..", "jakarta.faces..", "org.primefaces..")
                .check(HOUSE);
    }

    @Test
    void everyPublicBeanIsGuardedOrSaysWhyNot() {
        GUARDED.check(HOUSE);
        assertThatThrownBy(() -> GUARDED.check(new ClassFileImporter().importClasses(NoDoor.class))).isInstanceOf(AssertionError.class);
    }

    @Test
    void nothingPublicReadsTheDatabaseOutsideTheDoor() {
        READS_BEHIND_THE_DOOR.check(HOUSE);
        assertThatThrownBy(() -> READS_BEHIND_THE_DOOR.check(new ClassFileImporter().importClasses(NoDoor.class)))
                .isInstanceOf(AssertionError.class);
    }

    @Entity
    @Table(name = "stray")
    static class Stray {
    }

    @Guarded
    @Stateless
    static class OpenDoor {

        public void walkIn() {
            throw new UnsupportedOperationException();
        }
    }

    /** Public, as the rule is about what others can get hold of. */
    @ApplicationScoped
    public static class NoDoor {

        @PersistenceContext
        EntityManager entities;
    }
}
