package org.probity.web.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.probity.access.Act;
import org.probity.access.Condition;
import org.probity.account.SignedIn;
import org.probity.tenancy.CurrentBoard;
import org.probity.tenancy.Installation;

/** What somebody at a page has shown of themself, and what an address asks them to show first. */
@ApplicationScoped
class Proofs {

    @Inject
    private Installation installation;

    /** In a demonstration, where everybody can read the passwords, a second factor would guard nothing, so nobody lacks one. */
    Set<Condition> of(Optional<SignedIn> anybody) {
        Set<Condition> proofs = anybody.map(SignedIn::proofs).orElseGet(() -> EnumSet.noneOf(Condition.class));
        if (installation.isDemo()) {
            proofs.add(Condition.SECOND_FACTOR);
        }
        return proofs;
    }

    /** What lacks before any of the acts of that address may be done; nothing where one may, or none ever. */
    static Optional<Condition> lacking(Routes.Found found, RequestContext requestContext) {
        Supplier<Optional<Condition>> asked = () -> Act.lacking(requestContext.caller(), found.address().acts());
        return requestContext.board() == null ? asked.get() : CurrentBoard.call(requestContext.board(), asked);
    }
}
