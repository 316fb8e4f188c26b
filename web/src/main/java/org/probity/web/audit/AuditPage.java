package org.probity.web.audit;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.probity.audit.AuditLine;
import org.probity.audit.AuditLines;
import org.probity.kernel.Refusal;
import org.probity.web.faces.PageActions;

/** The audit of the board, or of the installation, the newest first. */
@Named
@RequestScoped
public class AuditPage {

    private static final int SIZE = 50;

    @Inject
    private AuditDesks desks;

    private String act;
    private String reference;
    private String who;
    private String from;
    private String to;
    private Long before;
    private AuditLines found = new AuditLines(List.of(), null);

    /** @throws Refusal FORBIDDEN for everybody but the auditor of the board, or the operator where there is none */
    public void load() {
        try {
            found = desks.current().search(new AuditQuestion(act, reference, who, from, to).filter(), before, SIZE);
        } catch (RuntimeException e) {
            Refusal refusal = Refusal.in(e);
            if (refusal == null || refusal.kind() != Refusal.Kind.INVALID && refusal.kind() != Refusal.Kind.UNAVAILABLE) {
                throw e;
            }
            PageActions.show(refusal);
        }
    }

    public List<AuditLine> getEntries() {
        return found.items();
    }

    public Long getOlder() {
        return found.older();
    }

    /** The address of the same entries as a table. */
    public String getTable() {
        return "audit/entries.csv?" + Stream.of(pair("act", act), pair("case", reference), pair("who", who), pair("from", from), pair("to", to))
                .filter(pair -> !pair.endsWith("=")).collect(Collectors.joining("&"));
    }

    private static String pair(String name, String value) {
        return name + "=" + (value == null ? "" : URLEncoder.encode(value.strip(), StandardCharsets.UTF_8));
    }

    public String getAct() {
        return act;
    }

    public void setAct(String act) {
        this.act = act;
    }

    public String getReference() {
        return reference;
    }

    public void setReference(String reference) {
        this.reference = reference;
    }

    public String getWho() {
        return who;
    }

    public void setWho(String who) {
        this.who = who;
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = from;
    }

    public String getTo() {
        return to;
    }

    public void setTo(String to) {
        this.to = to;
    }

    public String getBefore() {
        return before == null ? null : before.toString();
    }

    /** What is no place in the chain begins at its end. */
    public void setBefore(String before) {
        this.before = before != null && before.matches("[1-9]\\d{0,17}") ? Long.valueOf(before) : null;
    }
}
