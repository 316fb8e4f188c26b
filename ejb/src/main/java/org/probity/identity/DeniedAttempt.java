package org.probity.identity;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Somebody tried what is not theirs to do, or asked for what is not theirs to know of; the audit keeps it.
 *
 * @param method of the service, such as {@code CaseDocuments.content}
 * @param asked references and ids given to it, whether or not there are such things; empty where there were none
 */
public record DeniedAttempt(Caller caller, String method, String asked) {

    private static final Pattern REFERENCE = Pattern.compile("[A-Z]{2,12}-\\d{4}-\\d{4,8}");

    /** Of what was asked for only what has the form of a case's reference or of an id is kept, nothing else that somebody typed. */
    public static DeniedAttempt by(Caller caller, String method, Stream<?> given) {
        return new DeniedAttempt(caller, method, given.filter(DeniedAttempt::isOfAThing).map(String::valueOf).collect(Collectors.joining(" ")));
    }

    private static boolean isOfAThing(Object given) {
        return given instanceof Long || given instanceof String text && REFERENCE.matcher(text).matches();
    }
}
