package org.probity.web.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.probity.access.CurrentCaller;
import org.probity.audit.AuditLine;
import org.probity.kernel.Language;
import org.probity.web.faces.Texts;

/** Entries of the audit in words: {@code #{auditText.label(entry)}}. */
@Named("auditText")
@ApplicationScoped
public class AuditText {

    /** Longer values stand in the table that can be downloaded. */
    private static final int SHOWN = 400;

    @Inject
    private TriedActs tried;

    public String label(AuditLine entry) {
        return ActNames.label(language(), entry.act());
    }

    public String roles(AuditLine entry) {
        return Stream.of(entry.roles().split(",")).map(role -> Texts.find(language(), "identity.role." + role).orElse(""))
                .filter(role -> !role.isEmpty()).collect(Collectors.joining(", "));
    }

    /** How it came; nothing for what was done before that was kept. */
    public String channel(AuditLine entry) {
        return Texts.find(language(), "audit.channel." + entry.channel()).orElse("");
    }

    /** What it left behind, as far as it fits into a table. */
    public String values(AuditLine entry) {
        String values = everything(entry);
        return values.length() <= SHOWN ? values : values.substring(0, SHOWN) + " …";
    }

    /** What was done and what it left behind, in one line. */
    String line(AuditLine entry) {
        return Stream.of(label(entry), everything(entry)).filter(part -> !part.isEmpty()).collect(Collectors.joining(". "));
    }

    private String everything(AuditLine entry) {
        String act = tried.label(language(), AuditSentences.read(entry.after()).get("method"));
        String of = act.isEmpty() ? "" : Texts.get(language(), "audit.value.method") + ": " + act;
        return Stream.of(of, AuditSentences.values(language(), entry.act(), entry.before(), entry.after())).filter(part -> !part.isEmpty())
                .collect(Collectors.joining("; "));
    }

    public List<ActNames.Choice> getChoices() {
        return ActNames.choices(language());
    }

    private static Language language() {
        return CurrentCaller.get().language();
    }
}
