package org.probity.removal;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * A removal request as the officer asks for it.
 *
 * @param items one or more
 * @param proportionality every factor answered
 * @param deadline the last day to reply; null for the board's own number of working days
 */
public record NewRemoval(List<NewItem> items, Proportionality proportionality, LocalDate deadline) {

    public NewRemoval {
        items = items == null ? List.of() : items.stream().filter(Objects::nonNull).toList();
        proportionality = proportionality == null ? Proportionality.UNANSWERED : proportionality;
    }
}
