package org.probity.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The product's matrix is the one that was agreed, cell by cell, and no cell can change without this failing. */
class MatrixTest {

    private static final ActMatrix APPROVED = ActMatrix.approved();
    private static final ActMatrix PRODUCT = ActMatrix.inTheProduct();

    @Test
    void theTableInTheProductIsTheOneThatWasAgreed() {
        int cells = Act.values().length * Role.values().length;
        System.out.printf("Matrix: %d acts x %d roles = %d cells, %d of them open, %d disagreements%n", Act.values().length,
                Role.values().length, cells, PRODUCT.cells().values().stream().filter(cell -> !cell.equals("-")).count(),
                APPROVED.differences(PRODUCT).size());
        assertThat(APPROVED.cells()).hasSize(cells);
        assertThat(APPROVED.differences(PRODUCT)).isEmpty();
    }

    /** Opened, closed, and one condition less: in each cell of the product's table in turn. */
    @Test
    void everyChangeOfOneCellIsFound() {
        int changes = 0;
        for (var cell : PRODUCT.cells().entrySet()) {
            String flipped = cell.getValue().equals("-") ? "yes" : "-";
            assertThat(APPROVED.differences(PRODUCT.with(cell.getKey(), flipped))).hasSize(1)
                    .allMatch(line -> line.startsWith(cell.getKey()));
            changes++;
            for (Condition condition : Condition.values()) {
                String without = cell.getValue().replace(condition.letter(), "");
                if (!without.equals(cell.getValue())) {
                    assertThat(APPROVED.differences(PRODUCT.with(cell.getKey(), without))).hasSize(1);
                    changes++;
                }
            }
        }
        System.out.printf("Matrix: %d changes of one cell, each found%n", changes);
        assertThat(changes).isGreaterThan(PRODUCT.cells().size());
    }

    /** Beside the part of whoever is asked themself, which goes with any other. */
    @Test
    void aRoleStandsInOnePartOfARowAlone() {
        for (Act act : Act.values()) {
            for (boolean asked : new boolean[] {false, true}) {
                var all = act.grants().stream().filter(grant -> grant.conditions().contains(Condition.SUBJECT) == asked)
                        .flatMap(grant -> grant.roles().stream()).toList();
                assertThat(all).as(act.name()).doesNotHaveDuplicates();
            }
        }
    }

    /** An officer, a lead or an HR partner may be the one who is accused: they read what they are asked and answer it like anybody else. */
    @ParameterizedTest
    @EnumSource(value = Role.class, names = {"OPERATOR", "PUBLIC", "SYSTEM"}, mode = EnumSource.Mode.EXCLUDE)
    void whoIsAskedMayReadAndAnswerItWhateverElseTheyAre(Role role) {
        for (Act act : List.of(Act.SEE_OWN_WORK, Act.SEE_OWN_REQUESTS, Act.SEE_REQUESTS, Act.SAY_OF_MINUTES, Act.REPLY)) {
            assertThat(act.conditions(role)).as(act.name()).contains(Set.of(Condition.OWN_BOARD, Condition.SUBJECT));
        }
    }

    @Test
    void everyConditionHasALetterOfItsOwnAndIsAsked() {
        assertThat(Arrays.stream(Condition.values()).map(Condition::letter).collect(Collectors.toSet())).hasSize(Condition.values().length);
        for (Condition condition : Condition.values()) {
            assertThat(PRODUCT.cells().values()).as(condition.name()).anyMatch(cell -> !cell.equals("yes") && cell.contains(condition.letter()));
        }
    }
}
