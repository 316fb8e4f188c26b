package org.probity;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.probity.access.Act;
import org.probity.access.Permitted;
import org.probity.audit.Audit;
import org.probity.investigation.Investigations;

/** Acts on a case come one after the other, since each holds its row; who only reads waits for nobody. */
class LockedCasesTest {

    private static final JavaClasses HOUSE = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.probity");

    private static final Map<JavaMethod, Reach> REACHED = new HashMap<>();

    private static final Set<String> OF_CASES = Set.of("investigation", "exclusion", "correspondence", "concern", "closure", "casework",
            "detection", "evidence", "removal", "cooperation", "findings", "outcome", "disclosure", "referral");

    /** It makes the case, which nobody else knows of yet; what was searched for is kept, and is no case's. */
    private static final Set<String> NO_CASE_YET = Set.of("Concerns.report", "InvestigationQueries.search");

    private static final Set<Act> READING = Set.of(Act.SEE_INVESTIGATION, Act.SEE_REQUESTS, Act.SEE_REFERRALS, Act.SEE_OWN_REQUESTS,
            Act.HANDLE_EVIDENCE, Act.FOLLOW_CONCERN);

    /** What an act asks first: whether it still is what the person saw; whether an answer in several parts would be taken. */
    private static final Set<String> BEFORE_AN_ACT = Set.of("expect", "checkReply", "locked", "running");

    @Test
    void whateverIsKeptAsDoneOfACaseHoldsItsRow() {
        List<JavaMethod> acts = acts().filter(method -> reach(method).comesTo(Audit.class, "record")).toList();
        assertThat(acts).hasSizeGreaterThan(40);
        assertThat(acts.stream().filter(method -> !holds(method)).map(LockedCasesTest::name))
                .containsExactlyInAnyOrderElementsOf(NO_CASE_YET);
    }

    @Test
    void whoeverReadsWaitsForNobody() {
        List<JavaMethod> readers = acts().filter(method -> READING.contains(method.getAnnotationOfType(Permitted.class).value()))
                .filter(method -> !reach(method).comesTo(Audit.class, "record")).filter(method -> !BEFORE_AN_ACT.contains(method.getName())).toList();
        assertThat(readers).hasSizeGreaterThan(15);
        assertThat(readers.stream().filter(method -> holds(method)).map(LockedCasesTest::name)).isEmpty();
    }

    private static Reach reach(JavaMethod method) {
        return REACHED.computeIfAbsent(method, Reach::of);
    }

    private static boolean holds(JavaMethod method) {
        return reach(method).comesTo(Investigations.class, "lock") || reach(method).comesTo(Investigations.class, "lockCaseOf");
    }

    /** What people and the clockwork ask services to do. */
    private static Stream<JavaMethod> acts() {
        return HOUSE.stream()
                .filter(LockedCasesTest::isOfCases).flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(Permitted.class))
                .filter(method -> method.getAnnotationOfType(Permitted.class).value() != Act.INTERNAL);
    }

    private static boolean isOfCases(JavaClass type) {
        return OF_CASES.stream().anyMatch(room -> type.getPackageName().equals("org.probity." + room));
    }

    private static String name(JavaMethod method) {
        return method.getOwner().getSimpleName() + "." + method.getName();
    }
}
