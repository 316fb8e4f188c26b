package org.probity.correspondence;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/** Asks whoever may know why the subject of a case is not to be asked anything. */
@Dependent
class Asking {

    @Inject
    private Event<AskingWanted> wanted;

    AskingWanted of(String reference) {
        AskingWanted asked = new AskingWanted(reference);
        wanted.fire(asked);
        return asked;
    }
}
