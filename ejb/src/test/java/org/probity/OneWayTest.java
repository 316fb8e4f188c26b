package org.probity;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.probity.access.Guarded;
import org.probity.access.Permitted;
import org.probity.correspondence.AskingWanted;
import org.probity.investigation.Investigation;

/** Whatever may hold a subject's letters back is asked on every way by which one leaves, so that no act goes round it. */
class OneWayTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.probity");

    @Test
    void adviceLeavesByOneWayAlone() {
        assertThat(HOUSE.get("org.probity.closure.ClosureLetters").getMethods().stream().filter(method -> method.getName().equals("advice"))
                .flatMap(method -> method.getAccessesToSelf().stream()).map(JavaAccess::getOriginOwner).map(owner -> owner.getSimpleName()))
                .containsExactly("Advice");
    }

    /** With a new request, again, as access is allowed, and when their silence is decided on. */
    @Test
    void nobodyIsAskedAnythingWithoutAskingWhetherTheyMayBe() {
        List<JavaMethod> asking = HOUSE.stream().filter(type -> type.isAnnotatedWith(Guarded.class)
                && List.of("removal", "cooperation").contains(type.getPackageName().replace("org.probity.", ""))).flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(Permitted.class) && Reach.of(method).comesTo(Investigation.class, "requireContactAllowed")).toList();
        assertThat(asking).extracting(JavaMethod::getName).contains("request", "authorise", "takeBack", "check", "decideChallenge", "decideOnSilence", "considerReply");
        assertThat(asking).allSatisfy(method -> assertThat(Reach.of(method).comesTo(AskingWanted.class, "require")).as(method.getFullName()).isTrue());
    }
}
