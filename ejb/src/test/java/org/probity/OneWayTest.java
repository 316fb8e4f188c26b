package org.probity;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Whatever may hold a subject's letters back is asked on every way by which one leaves, so that no act goes round it. */
class OneWayTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.probity");

    @Test
    void adviceLeavesByOneWayAlone() {
        assertThat(HOUSE.get("org.probity.investigation.ClosureLetters").getMethods().stream().filter(method -> method.getName().equals("advice"))
                .flatMap(method -> method.getAccessesToSelf().stream()).map(JavaAccess::getOriginOwner).map(owner -> owner.getSimpleName()))
                .containsExactly("Advice");
    }
}
