package org.probity.web;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.ejb.Singleton;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.Flash;
import jakarta.faces.context.FlashFactory;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.probity.access.Act;
import org.probity.access.Caller;
import org.probity.access.ScheduledWork;
import org.probity.kernel.Unguarded;
import org.probity.web.api.LeadsTo;
import org.probity.web.api.Open;

/** Pages and resources come to what they show through the services' one door; each rule is seen failing once. */
class ArchitectureTest {

    /**
     * What may be used without the door: the names of boards, the counting of tries, asking for a link, whether this is a demonstration; and
     * by a clock the rounds of all boards.
     */
    private static final Set<String> USED = Set.of("Boards", "Limits", "ResetRequests", "Installation", "ScheduledWork");

    private static final JavaClasses WEB = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.probity.web");

    private static final DescribedPredicate<JavaClass> AROUND_THE_DOOR = DescribedPredicate.describe("stand outside the door",
            c -> c.isAnnotatedWith(Unguarded.class) && !USED.contains(c.getSimpleName())
                    || c.getName().equals("org.probity.worklist.Processes"));

    private static final ArchRule RESOURCES_LEAD_SOMEWHERE = methods().that().areMetaAnnotatedWith(HttpMethod.class)
            .should(leadSomewhere());

    /** They act as the system, and so nobody who asks for a page. */
    private static final ArchRule ONLY_CLOCKS_GO_ROUND = noClasses().that().areNotAnnotatedWith(Singleton.class)
            .should().dependOnClassesThat().areAssignableTo(ScheduledWork.class);

    /** It is one for all browsers, and what is kept there for one is shown to another that asks cleverly. */
    private static final ArchRule NOTHING_IN_THE_FLASH = noClasses().that().haveNameNotMatching(".*\\.NoFlash(\\$.*)?")
            .should().dependOnClassesThat().areAssignableTo(Flash.class).orShould().dependOnClassesThat().areAssignableTo(FlashFactory.class);

    private static ArchCondition<JavaMethod> leadSomewhere() {
        return new ArchCondition<>("say which acts they lead to, and need a token unless anybody may do one of them") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean led = method.isAnnotatedWith(LeadsTo.class) && method.getAnnotationOfType(LeadsTo.class).value().length > 0;
                boolean open = method.isAnnotatedWith(Open.class);
                boolean fits = led && (!open || Arrays.stream(method.getAnnotationOfType(LeadsTo.class).value())
                        .anyMatch(act -> act.allows(Caller.reporter())));
                events.add(new SimpleConditionEvent(method, fits, method.getFullName()));
            }
        };
    }

    @Test
    void nothingHereReadsTheDatabaseItself() {
        ArchRule rule = noClasses().should().dependOnClassesThat().resideInAnyPackage("jakarta.persistence..", "java.sql..", "javax.sql..",
                "org.hibernate..");
        rule.check(WEB);
        assertThatThrownBy(() -> noClasses().should().dependOnClassesThat().resideInAPackage("jakarta.ws.rs..").check(WEB))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void nothingHereGoesAroundTheDoor() {
        noClasses().should().dependOnClassesThat(AROUND_THE_DOOR).check(WEB);
        assertThatThrownBy(() -> noClasses().should().dependOnClassesThat().areAnnotatedWith(Unguarded.class).check(WEB))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void everyResourceSaysWhichActItLeadsTo() {
        RESOURCES_LEAD_SOMEWHERE.check(WEB);
        JavaClasses astray = new ClassFileImporter().importClasses(Nowhere.class, TooOpen.class);
        assertThatThrownBy(() -> RESOURCES_LEAD_SOMEWHERE.check(astray)).isInstanceOf(AssertionError.class)
                .hasMessageContaining("Nowhere").hasMessageContaining("TooOpen");
    }

    @Test
    void onlyAClockActsAsTheSystem() {
        ONLY_CLOCKS_GO_ROUND.check(WEB);
        assertThatThrownBy(() -> ONLY_CLOCKS_GO_ROUND.check(new ClassFileImporter().importClasses(Presuming.class))).isInstanceOf(AssertionError.class);
    }

    static class Presuming {

        void go(ScheduledWork scheduledWork) {
            scheduledWork.eachBoard("Anything", () -> { });
        }
    }

    @Test
    void nothingHereUsesTheFlash() {
        NOTHING_IN_THE_FLASH.check(WEB);
        assertThatThrownBy(() -> NOTHING_IN_THE_FLASH.check(new ClassFileImporter().importClasses(Forgetful.class))).isInstanceOf(AssertionError.class);
    }

    static class Forgetful {

        void keep(ExternalContext external) {
            external.getFlash().setKeepMessages(true);
        }
    }

    @Path("nowhere")
    static class Nowhere {

        @GET
        public String read() {
            return "";
        }
    }

    @Path("open")
    static class TooOpen {

        @Open
        @DELETE
        @LeadsTo(Act.ADMINISTER)
        public String remove() {
            return "";
        }
    }
}
