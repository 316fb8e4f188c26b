package org.probity.audit;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.probity.access.Caller;
import org.probity.kernel.CaseReference;
import org.probity.kernel.Json;
import org.probity.names.PersonName;

/**
 * What an auditor is not told of entries that belong to no case, or to another one: those that point to a case which is hidden
 * from them, by its reference, and searches for somebody of their own name. That somebody did something stays; what it was
 * about does not. What they did themself they know.
 */
public final class Redaction {

    private static final Set<String> SEARCHES = Set.of("investigation.searched", "audit.searched", "audit.tabled");

    /** Fewer signs of a reference are in too many others. */
    private static final int SHORTEST = 3;

    private final Long me;
    private final PersonName name;
    private final Set<String> hidden;
    private final long cameAlong;

    /**
     * @param hidden references of the cases that the caller must not see
     * @param cameAlong place of the last entry of another installation: who has the caller's number there is somebody else
     */
    public Redaction(Caller caller, Set<String> hidden, long cameAlong) {
        this.me = caller.accountId();
        this.name = PersonName.of(caller.name());
        this.hidden = hidden;
        this.cameAlong = cameAlong;
    }

    /** The line with what may be told of it. @param by account of whoever did it */
    AuditLine of(AuditLine line, Long by) {
        return !hides(line.seq(), line.act(), by, line.before(), line.after()) ? line : new AuditLine(line.seq(), line.at(), line.who(), line.roles(), line.act(),
                line.reference(), line.subjectKind(), null, line.address(), line.channel(), null, null);
    }

    /** @param by account of whoever did it */
    boolean hides(long seq, String act, Long by, String before, String after) {
        boolean mine = seq > cameAlong && by != null && by.equals(me);
        return !mine && (pointsToHidden(before) || pointsToHidden(after) || SEARCHES.contains(act) && isAboutMe(after));
    }

    private boolean pointsToHidden(String values) {
        return values != null && !hidden.isEmpty() && CaseReference.in(values).results().anyMatch(found -> hidden.contains(found.group()));
    }

    /** Of what cannot be read nobody knows whom it is about. */
    private boolean isAboutMe(String values) {
        Optional<Map<String, Object>> asked = Json.object(values);
        return values != null && asked.isEmpty() || asked.isPresent() && isAboutMe(asked.get());
    }

    private boolean isAboutMe(Map<String, Object> asked) {
        return Stream.of("text", "who", "case").map(asked::get).filter(String.class::isInstance).map(text -> ((String) text).strip().toUpperCase(Locale.ROOT))
                .anyMatch(text -> !CaseReference.isOne(text) && name.isSoughtBy(text) || isPartOfHidden(text));
    }

    private boolean isPartOfHidden(String text) {
        return text.length() >= SHORTEST && hidden.stream().anyMatch(reference -> reference.contains(text));
    }
}
