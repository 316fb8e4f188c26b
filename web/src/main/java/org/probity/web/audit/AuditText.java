package org.probity.web.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.probity.audit.AuditLine;
import org.probity.identity.CurrentCaller;
import org.probity.kernel.Language;
import org.probity.web.kernel.Texts;

/** Entries of the audit in words: {@code #{auditText.label(entry)}}. */
@Named("auditText")
@ApplicationScoped
public class AuditText {

    /** Longer values stand in the table that can be downloaded. */
    private static final int SHOWN = 400;

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

    /** Values before and after, as far as they fit into a table. */
    public String values(AuditLine entry) {
        String values = Stream.of(entry.before(), entry.after()).filter(Objects::nonNull).collect(Collectors.joining(" → "));
        return values.length() <= SHOWN ? values : values.substring(0, SHOWN) + " …";
    }

    public List<ActNames.Choice> getChoices() {
        return ActNames.choices(language());
    }

    private static Language language() {
        return CurrentCaller.get().language();
    }
}
