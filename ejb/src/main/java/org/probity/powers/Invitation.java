package org.probity.powers;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.probity.access.Role;
import org.probity.access.RoleSet;
import org.probity.access.Signature;
import org.probity.crypto.Secrets;
import org.probity.kernel.Language;
import org.probity.kernel.Refusal;
import org.probity.tenancy.BoardOwned;

/**
 * Somebody is asked to join the board in certain roles. An account belongs to its person, so nothing of it is touched or told
 * here: all the board knows is what its administrator typed. It is sent, where its roles need a second administrator once that
 * one has confirmed; and it ends when the person says yes or no, or the board takes it back.
 */
@Entity
@Table(name = "invitation")
public class Invitation extends BoardOwned {

    /** How it ended. */
    public enum Ending { ACCEPTED, DECLINED, WITHDRAWN }

    /** How long the link in the letter is good; the account it is for can say yes for as long as it is open. */
    static final Duration LIFE = Duration.ofDays(7);

    @Column(length = 200, nullable = false)
    private String name;

    @Column(length = 254, nullable = false)
    private String email;

    @Convert(converter = RoleSet.class)
    @Column(length = 200, nullable = false)
    private Set<Role> roles;

    @Column(name = "organisation_id")
    private Long organisationId;

    @Enumerated(EnumType.STRING)
    @Column(length = 2, nullable = false)
    private Language language;

    @Column(name = "sent_at")
    private Instant sentAt;

    @Column(name = "secret_hash", length = 64)
    private String secretHash;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Embedded
    private Signature signature;

    @Column(name = "ended_at")
    private Instant endedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "ended_how", length = 20)
    private Ending endedHow;

    /** The address while it is open, so that there is one at a time. */
    @Column(name = "open_key", length = 254)
    private String openKey;

    protected Invitation() {
    }

    /** @param email in lower case; it is what the person signs in as */
    Invitation(String name, String email, Set<Role> roles, Long organisationId, Language language, Signature signature) {
        this.name = name;
        this.email = email;
        this.roles = Set.copyOf(roles);
        this.organisationId = organisationId;
        this.language = language;
        this.signature = signature;
        this.openKey = email;
    }

    /** A letter with that link goes to them; an earlier link is void. @throws Refusal STATE where it has ended */
    void sent(String secret, Instant now) {
        requireOpen();
        sentAt = now;
        secretHash = Secrets.hash(secret);
        expiresAt = now.plus(LIFE);
    }

    /** @throws Refusal STATE where it has ended before */
    void ends(Ending how, Instant now) {
        requireOpen();
        endedHow = how;
        endedAt = now;
        secretHash = null;
        openKey = null;
    }

    private void requireOpen() {
        if (endedAt != null) {
            throw Refusal.state("identity.refused.invitationOver");
        }
    }

    /** Whether the person may say yes or no. */
    boolean isOffered() {
        return endedAt == null && sentAt != null;
    }

    /** Whether its link still leads here. */
    boolean isGood(Instant now) {
        return isOffered() && expiresAt != null && now.isBefore(expiresAt);
    }

    boolean isOpen() {
        return endedAt == null;
    }

    boolean isSent() {
        return sentAt != null;
    }

    String name() {
        return name;
    }

    String email() {
        return email;
    }

    Set<Role> roles() {
        return Set.copyOf(roles);
    }

    Long organisationId() {
        return organisationId;
    }

    Language language() {
        return language;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    Signature signature() {
        return signature;
    }

    Ending endedHow() {
        return endedHow;
    }
}
