package org.probity.access;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.probity.kernel.CaseReference;

/**
 * Somebody tried what is not theirs to do, or asked for what is not theirs to know of, or did not come in; the audit keeps it.
 *
 * @param origin nowhere for whoever reports without a name
 * @param act code such as {@link #DENIED}; its label is {@code audit.act.audit.denied}
 * @param method of the service, such as {@code CaseDocuments.content}
 * @param asked references and ids given to it, whether or not there are such things; empty where there were none
 */
public record DeniedAttempt(Caller caller, Origin origin, String act, String method, String asked) {

    /** What somebody tried who is in, or who did not try to come in. */
    public static final String DENIED = "audit.denied";

    /** A mistyped receipt code does not say whose it was. */
    private static final Set<Act> OF_REPORTERS = EnumSet.of(Act.REPORT_CONCERN, Act.FOLLOW_CONCERN);

    /** An attempt of the {@link #DENIED}. */
    public DeniedAttempt(Caller caller, Origin origin, String method, String asked) {
        this(caller, origin, DENIED, method, asked);
    }

    /**
     * Somebody did not come in. Who that is nobody knows, whatever name they gave.
     *
     * @param account whose way in they tried, or null where there is none of that name
     * @param name of that account, or null
     * @param asked as above; nothing else that somebody typed
     */
    public static DeniedAttempt entry(String act, Long account, String name, String method, String asked) {
        Caller now = CurrentCaller.get();
        return new DeniedAttempt(new Caller(account, null, name == null ? "" : name, now.roles(), null, now.language()), CurrentOrigin.get(), act,
                method, asked);
    }

    /** Whether the caller has shown who they are. */
    public boolean isOfSomebody() {
        return act.equals(DENIED) && caller.accountId() != null;
    }

    /** What stands for more of the same act. Of strangers it names nobody, and no network where it stands for many. */
    public DeniedAttempt others(String method, boolean many) {
        if (isOfSomebody()) {
            return new DeniedAttempt(caller, origin, act, method, "");
        }
        Caller nobody = new Caller(null, null, "", caller.roles(), null, caller.language());
        return new DeniedAttempt(nobody, many ? origin.nowhere() : origin, act, method, "");
    }

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
    public static boolean isOfReporter(Caller caller, Collection<Act> acts) {
        return acts.stream().anyMatch(OF_REPORTERS::contains) && !caller.worksOnCases();
    }

    private static boolean isOfAThing(Object given) {
        return given instanceof Long || given instanceof String text && CaseReference.isOne(text);
    }
}
