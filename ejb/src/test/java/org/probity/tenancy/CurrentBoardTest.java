package org.probity.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CurrentBoardTest {

    @Test
    void askingWithoutABoardThrows() {
        assertThatThrownBy(CurrentBoard::slug).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatWasSetBeforeIsRestored() {
        CurrentBoard.run("chscb", () -> {
            CurrentBoard.run("nscb", () -> assertThat(CurrentBoard.slug()).isEqualTo("nscb"));
            assertThat(CurrentBoard.slug()).isEqualTo("chscb");
        });
        assertThat(CurrentBoard.orNone()).isNull();
    }

    @Test
    void aFailureRestoresToo() {
        assertThatThrownBy(() -> CurrentBoard.run("chscb", () -> {
            throw new IllegalArgumentException("on purpose");
        })).isInstanceOf(IllegalArgumentException.class);
        assertThat(CurrentBoard.orNone()).isNull();
    }

    @Test
    void withoutABoardHibernateIsGivenOneThatCannotExist() {
        assertThat(new BoardResolver().resolveCurrentTenantIdentifier()).isEqualTo(BoardResolver.NO_BOARD);
    }
}
