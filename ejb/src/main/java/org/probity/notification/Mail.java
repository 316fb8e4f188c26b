package org.probity.notification;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.probity.kernel.Language;
import org.probity.kernel.Refusal;
import org.probity.tenancy.BoardOwned;

/**
 * One mail to one person, of a board, or of the installation to somebody of no board: then its board is {@code -}, none that there is.
 *
 * <p>It is QUEUED by an act and claimed by one node, which makes it SENDING before anything goes out. Then it is SENT,
 * or KEPT where there is no mail server, or QUEUED again for a later try where the server did not take it, or FAILED
 * after the last try. Where nobody can know whether the server took it, because the node died or the line broke after
 * the text had gone out, it is IN_DOUBT: only the operator sends such a mail again, or drops it. So no mail goes out
 * twice by itself.
 */
@Entity
@Table(name = "mail")
public class Mail extends BoardOwned {

    /** Where a mail stands. */
    public enum Status { QUEUED, SENDING, SENT, KEPT, IN_DOUBT, FAILED, DROPPED }

    /** Stands in a text where a secret is put in as the mail leaves. */
    static final String SECRET = "[...]";

    /** Pauses before the second try, the third and so on; the last one repeats. */
    static final List<Duration> PAUSES = List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15),
            Duration.ofMinutes(60));

    /** Tries before a mail is given up. */
    static final int TRIES = 8;

    /** A node that has not said what came of a mail after this long is dead: sending takes little more than a minute. */
    static final Duration PATIENCE = Duration.ofMinutes(5);

    /** They tell somebody what is done in a day unless they stop it. */
    private static final Set<String> WARNINGS = Set.of("account.wipeAsked", "account.factorResetAsked");

    /** What tells people of their ways in, and all warnings with it: most of it is of use for a short time only. */
    private static final String ACCOUNT = "account.";

    private static final int LONGEST_ERROR = 500;

    private static final Map<Status, Set<Status>> NEXT = Map.of(
            Status.QUEUED, Set.of(Status.SENDING, Status.DROPPED),
            Status.SENDING, Set.of(Status.SENT, Status.KEPT, Status.QUEUED, Status.FAILED, Status.IN_DOUBT),
            Status.IN_DOUBT, Set.of(Status.SENT, Status.QUEUED, Status.DROPPED),
            Status.FAILED, Set.of(Status.QUEUED, Status.DROPPED),
            Status.SENT, Set.of(), Status.KEPT, Set.of(), Status.DROPPED, Set.of());

    @Column(name = "mail_key", length = 200, nullable = false, updatable = false)
    private String key;

    @Column(name = "to_name", length = 200, nullable = false)
    private String toName;

    @Column(name = "to_address", length = 254)
    private String toAddress;

    @Enumerated(EnumType.STRING)
    @Column(length = 2, nullable = false)
    private Language language;

    @Column(length = 60, nullable = false)
    private String template;

    /** Whether mail about people's ways in leaves before it. */
    @Column(nullable = false, updatable = false)
    private boolean ordinary;

    @Column(length = 300, nullable = false)
    private String subject;

    @Column(length = 4000, nullable = false)
    private String body;

    @Embedded
    private MailOfCase matter;

    @Column(name = "message_id", length = 100, nullable = false)
    private String messageId;

    @Enumerated(EnumType.STRING)
    @Column(length = 20, nullable = false)
    private Status status;

    @Column(nullable = false)
    private int attempts;

    @Column(name = "queued_at", nullable = false)
    private Instant queuedAt;

    @Column(name = "next_attempt_at", nullable = false)
    private Instant nextAttemptAt;

    @Column(name = "claimed_at")
    private Instant claimedAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    @Column(name = "last_error", length = 500)
    private String lastError;

    @Column(name = "sealed_secret", length = 400)
    private String sealedSecret;

    @Transient
    private String text;

    protected Mail() {
    }

    /** @param key what the mail is about and for whom; unique at a board, so that the same mail is queued once */
    public Mail(String key, Recipient to, String template, String subject, String body, Instant now) {
        this(key, to, template, subject, body, new MailOfCase(), now);
    }

    Mail(String key, Recipient to, String template, String subject, String body, MailOfCase matter, Instant now) {
        this.matter = matter;
        this.key = key;
        this.toName = to.name();
        this.toAddress = to.address();
        this.language = to.language();
        this.template = template;
        this.ordinary = !template.startsWith(ACCOUNT);
        this.subject = subject;
        this.body = body;
        this.messageId = "<" + UUID.randomUUID() + "@probity>";
        this.status = Status.QUEUED;
        this.queuedAt = now;
        this.nextAttemptAt = now;
    }

    /**
     * The mail hands something over that nobody but its reader may know. The text has {@link #SECRET} in its place; the secret
     * is kept sealed until the mail has left, or here where there is no mail server.
     */
    Mail handsOver(String sealed) {
        sealedSecret = sealed;
        return this;
    }

    /** As it leaves, with what it hands over put in; never kept like that. */
    void reads(String opened) {
        text = opened;
    }

    String text() {
        return text == null ? body : text;
    }

    /** Whether a mail may go from one status to another. */
    public static boolean mayBecome(Status from, Status to) {
        return NEXT.get(from).contains(to);
    }

    /** This node, and no other, sends it now. */
    void claim(Instant now) {
        become(Status.SENDING);
        claimedAt = now;
        attempts++;
    }

    /** The mail server took it. */
    void sent(Instant now) {
        end(Status.SENT, now);
        sealedSecret = null;
        lastError = null;
    }

    /** There is no mail server: it stays here to be read in the development mailbox. */
    void kept(Instant now) {
        end(Status.KEPT, now);
    }

    /** The mail server did not take it; it is tried again later, up to {@link #TRIES} times. */
    void refused(String error, Instant now) {
        lastError = cut(error);
        if (attempts >= TRIES) {
            end(Status.FAILED, now);
        } else {
            become(Status.QUEUED);
            nextAttemptAt = now.plus(PAUSES.get(Math.min(attempts, PAUSES.size()) - 1));
        }
    }

    /** No further try can help, such as without an address. */
    void hopeless(String error, Instant now) {
        lastError = cut(error);
        end(Status.FAILED, now);
    }

    /** Nobody knows whether the mail server took it. */
    void doubt(String error) {
        lastError = cut(error);
        become(Status.IN_DOUBT);
    }

    /** The operator wants it sent again, at once and with fresh tries. */
    void sendAgain(Instant now) {
        become(Status.QUEUED);
        attempts = 0;
        endedAt = null;
        nextAttemptAt = now;
    }

    /** The operator gives it up. */
    void drop(Instant now) {
        end(Status.DROPPED, now);
        sealedSecret = null;
    }

    /** Whether something that its reader may stop waits no longer than a day for them. */
    boolean isWarning() {
        return WARNINGS.contains(template);
    }

    private void end(Status last, Instant now) {
        become(last);
        endedAt = now;
    }

    private static String cut(String error) {
        return error.length() <= LONGEST_ERROR ? error : error.substring(0, LONGEST_ERROR);
    }

    private void become(Status next) {
        if (!mayBecome(status, next)) {
            throw Refusal.state("notification.refused.status");
        }
        status = next;
    }

    public String key() {
        return key;
    }

    public String toName() {
        return toName;
    }

    public String toAddress() {
        return toAddress;
    }

    public Instant queuedAt() {
        return queuedAt;
    }

    public Language language() {
        return language;
    }

    public String subject() {
        return subject;
    }

    public String body() {
        return body;
    }

    String sealedSecret() {
        return sealedSecret;
    }

    public String messageId() {
        return messageId;
    }

    public Status status() {
        return status;
    }

    public int attempts() {
        return attempts;
    }

    public Instant nextAttemptAt() {
        return nextAttemptAt;
    }

    public String lastError() {
        return lastError;
    }
}
