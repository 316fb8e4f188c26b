package org.probity;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ejb.Stateless;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.probity.access.Act;
import org.probity.access.Caller;
import org.probity.access.Capacity;
import org.probity.access.CaseExclusions;
import org.probity.access.Condition;
import org.probity.access.Guarded;
import org.probity.access.OfCase;
import org.probity.access.Permitted;
import org.probity.access.Role;
import org.probity.archive.WipeRequest;
import org.probity.casework.Team;
import org.probity.concern.Concerns;
import org.probity.detection.ProtectedDisclosure;
import org.probity.investigation.Conflicts;
import org.probity.member.Person;
import org.probity.powers.FactorReset;
import org.probity.powers.PowerChange;
import org.probity.powers.PowerProposals;

/**
 * The conditions the Door cannot ask by itself are asked in the services: each service method comes, on some way, to the
 * question for each condition that its act names in the matrix.
 */
class ConditionsTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.probity");

    /** What shows the length and the signatures of a chain, and nothing that was done in a case. */
    private static final Set<String> NUMBERS = Set.of("BoardAudit.examine", "BoardAudit.checkpoint", "BoardAudit.checkpoints", "BoardAudit.keys");

    @Test
    void everyServiceMethodAsksForTheConditionsOfItsAct() {
        List<String> missing = new ArrayList<>();
        int asked = 0;
        for (JavaClass service : HOUSE) {
            if (service.isAnnotatedWith(Guarded.class)) {
                for (JavaMethod method : service.getMethods()) {
                    asked += method.isAnnotatedWith(Permitted.class) ? conditions(method).size() : 0;
                    missing.addAll(missing(method));
                }
            }
        }
        System.out.printf("Conditions: %d asked for by service methods, %d missing%n", asked, missing.size());
        assertThat(missing).isEmpty();
        assertThat(asked).isGreaterThan(100);
    }

    @Test
    void aMethodThatForgetsToAskIsFound() {
        JavaMethod forgetful = new ClassFileImporter().importClasses(Forgetful.class).get(Forgetful.class)
                .getMethod("approve", String.class);
        assertThat(missing(forgetful)).extracting(line -> line.replaceFirst(".* ", ""))
                .containsExactlyInAnyOrder("NOT_A_PARTY", "ON_THE_TEAM", "CONFLICT_ANSWERED", "NOT_INVESTIGATOR", "NOT_REVIEWER");
    }

    /** They come to what they were asked, and by that to nothing else of the case. */
    @Test
    void whoIsAskedComesToNoCaseByIt() {
        List<JavaMethod> asked = HOUSE.stream().filter(type -> type.isAnnotatedWith(Guarded.class)).flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(Permitted.class) && conditions(method).contains(Condition.SUBJECT)).toList();
        assertThat(asked).hasSizeGreaterThan(10).allSatisfy(method -> assertThat(method.getParameters()).as(name(method))
                .noneMatch(parameter -> parameter.isAnnotatedWith(OfCase.class)));
    }

    private static List<String> missing(JavaMethod method) {
        if (!method.isAnnotatedWith(Permitted.class)) {
            return List.of();
        }
        Reach reach = Reach.of(method);
        Set<Condition> conditions = conditions(method);
        return conditions.stream().filter(condition -> !asks(method, reach, conditions, condition))
                .map(condition -> name(method) + " does not ask for " + condition).sorted().toList();
    }

    private static String name(JavaMethod method) {
        return method.getOwner().getSimpleName() + "." + method.getName();
    }

    private static Set<Condition> conditions(JavaMethod method) {
        Act act = method.getAnnotationOfType(Permitted.class).value();
        Set<Condition> all = EnumSet.noneOf(Condition.class);
        Arrays.stream(Role.values()).forEach(role -> act.conditions(role).forEach(all::addAll));
        return all;
    }

    private static boolean asks(JavaMethod method, Reach reach, Set<Condition> together, Condition condition) {
        boolean atTheDoor = method.getParameters().stream().anyMatch(parameter -> parameter.isAnnotatedWith(OfCase.class));
        return switch (condition) {
            case OWN_BOARD, SECOND_FACTOR, FRESH -> true;
            case NOT_A_PARTY -> atTheDoor || NUMBERS.contains(name(method)) || reach.comesTo(CaseExclusions.class, "notNamed") || reach.comesTo(CaseExclusions.class, "hides")
                    || reach.comesTo(CaseExclusions.class, "names");
            case ON_THE_TEAM -> atTheDoor || reach.comesTo(CaseExclusions.class, "inSight") || reach.comesTo(CaseExclusions.class, "hides");
            case CONFLICT_ANSWERED -> atTheDoor || reach.comesTo(Conflicts.class, "requireAnswer") || reach.comesTo(Conflicts.class, "unanswered")
                    || reach.comesTo(Conflicts.class, "unansweredOf");
            case NOT_INVESTIGATOR, NOT_REVIEWER, NOT_APPROVER -> reach.comesTo(Team.class, "require") && reach.reads(left(together));
            case PARENT_ORGANISATION -> reach.comesTo(Caller.class, "organisationId");
            case SUBJECT -> reach.comesTo(Person.class, "isCaller");
            case SECOND_PERSON -> reach.comesTo(PowerChange.class, "isForAnother") || reach.comesTo(FactorReset.class, "isForAnother")
                    || reach.comesTo(ProtectedDisclosure.class, "isForAnother");
            case ANOTHER_OR_A_DAY -> reach.comesTo(WipeRequest.class, "requireAnotherOrADay");
            case NOBODY_ELSE -> reach.comesTo(PowerProposals.class, "confirmers");
            case RECEIPT -> reach.comesTo(Concerns.class, "byCode");
        };
    }

    /** The capacity that is left to somebody who holds neither of the others. */
    private static Capacity left(Set<Condition> conditions) {
        if (!conditions.contains(Condition.NOT_INVESTIGATOR)) {
            return Capacity.INVESTIGATED;
        }
        return conditions.contains(Condition.NOT_REVIEWER) ? Capacity.APPROVED : Capacity.REVIEWED;
    }

    @Guarded
    @Stateless
    static class Forgetful {

        @Permitted(Act.APPROVE_REFERRAL)
        public String approve(String reference) {
            return reference;
        }
    }
}
