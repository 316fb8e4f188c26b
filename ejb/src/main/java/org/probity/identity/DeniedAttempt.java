package org.probity.identity;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.probity.kernel.CaseReference;

/**
 * Somebody tried what is not theirs to do, or asked for what is not theirs to know of; the audit keeps it.
 *
 * @param origin nowhere for whoever reports without a name
 * @param method of the service, such as {@code CaseDocuments.content}
 * @param asked references and ids given to it, whether or not there are such things; empty where there were none
 */
public record DeniedAttempt(Caller caller, Origin origin, String method, String asked) {

    /** A mistyped receipt code does not say whose it was. */
    private static final Set<Act> OF_REPORTERS = EnumSet.of(Act.REPORT_CONCERN, Act.FOLLOW_CONCERN);

    /**
     * Of what was asked for only what has the form of a case's reference or of an id is kept, nothing else that somebody typed.
     *
     * @param acts those that it would have taken
     */
    public static DeniedAttempt by(Caller caller, Collection<Act> acts, String method, Stream<?> given) {
        String asked = given.filter(DeniedAttempt::isOfAThing).map(String::valueOf).collect(Collectors.joining(" "));
        Origin origin = CurrentOrigin.get();
        return isOfReporter(caller, acts)
                ? new DeniedAttempt(Caller.reporter(), origin.nowhere(), method, asked) : new DeniedAttempt(caller, origin, method, asked);
    }

    /** Whether nothing may keep who that was. */
    static boolean isOfReporter(Caller caller, Collection<Act> acts) {
        return acts.stream().anyMatch(OF_REPORTERS::contains) && !caller.worksOnCases();
    }

    private static boolean isOfAThing(Object given) {
        return given instanceof Long || given instanceof String text && CaseReference.isOne(text);
    }
}
