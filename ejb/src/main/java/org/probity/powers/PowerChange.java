package org.probity.powers;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.EnumSet;
import java.util.Set;
import org.probity.access.Caller;
import org.probity.access.Role;
import org.probity.access.RoleSet;
import org.probity.access.Signature;
import org.probity.kernel.Refusal;
import org.probity.member.Member;
import org.probity.member.Organisation;
import org.probity.tenancy.BoardOwned;
import org.probity.tenancy.ContactDetails;

/**
 * Somebody is to be given, or to lose, a role that has power over others; or somebody else is to say who members are, as the
 * board's own provider does; or another key is to open the board's archives; or roles are to need a second factor no
 * more; or people are to reach the board elsewhere; or somebody is to see a case that nobody sees any more. One administrator asks for it, and it is done when another one confirms it, or a lead or
 * auditor where it opens a case; until then either may stop it. Neither is the person it is about.
 */
@Entity
@Table(name = "power_change")
public class PowerChange extends BoardOwned {

    /** What is to change. */
    public enum Kind { ROLES, ENDED, INVITED, PROVIDER, ARCHIVE_KEY, SECOND_FACTOR, CONTACT, TEAM }

    /** What came of it. */
    public enum Decision { CONFIRMED, STOPPED }

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_SAID = 3000;

    @Enumerated(EnumType.STRING)
    @Column(length = 20, nullable = false)
    private Kind kind;

    @Column(name = "member_id")
    private Long memberId;

    @Column(name = "invitation_id")
    private Long invitationId;

    @Column(name = "about_account")
    private Long aboutAccount;

    @Column(name = "about_name", length = LONGEST_NAME, nullable = false)
    private String aboutName;

    /** The mailbox of whom it is about: names are easily invented. Null where it is no matter of a person. */
    @Column(name = "about_email", length = 254)
    private String aboutEmail;

    @Convert(converter = RoleSet.class)
    @Column(name = "roles_before", length = 200, nullable = false)
    private Set<Role> before;

    @Convert(converter = RoleSet.class)
    @Column(name = "roles_after", length = 200, nullable = false)
    private Set<Role> after;

    /** What was set before and is to be set, where it is no matter of roles. */
    @Column(name = "said_before", length = LONGEST_SAID)
    private String saidBefore;

    @Column(name = "said_after", length = LONGEST_SAID)
    private String saidAfter;

    @Column(length = 1000)
    private String reason;

    @Embedded
    private Signature signature;

    @Enumerated(EnumType.STRING)
    @Column(length = 20)
    private Decision decision;

    @Embedded
    @AttributeOverride(name = "at", column = @Column(name = "decided_at"))
    @AttributeOverride(name = "accountId", column = @Column(name = "decided_account"))
    @AttributeOverride(name = "name", column = @Column(name = "decided_name", length = 200))
    private Signature decided;

    /** Whom it is about while it is open, so that there is one at a time. */
    @Column(name = "open_key", length = 40)
    private String openKey;

    protected PowerChange() {
    }

    private PowerChange(Kind kind, String key, String aboutName, Set<Role> before, Set<Role> after, Signature signature) {
        this.kind = kind;
        this.openKey = key;
        this.aboutName = aboutName;
        this.before = Set.copyOf(before);
        this.after = Set.copyOf(after);
        this.signature = signature;
    }

    /** A member is to have other roles, or none where they are to be a member no longer. */
    static PowerChange of(Member member, Set<Role> after, String reason, Signature signature) {
        PowerChange change = new PowerChange(after.isEmpty() ? Kind.ENDED : Kind.ROLES, keyOf(member), member.name(), member.roles(), after, signature);
        change.memberId = member.id();
        change.aboutAccount = member.accountId();
        change.aboutEmail = member.email();
        change.reason = reason;
        return change;
    }

    /** Somebody is to be asked to join in those roles. Whose account that is, if anybody's, is not for the board to know. */
    static PowerChange invited(Invitation invitation, Signature signature) {
        PowerChange change = new PowerChange(Kind.INVITED, keyOf(invitation), invitation.name(), Set.of(), invitation.roles(), signature);
        change.invitationId = invitation.id();
        change.aboutEmail = invitation.email();
        return change;
    }

    /** Whose cases the role opens, where it is one at a parent organisation. */
    PowerChange at(Organisation organisation) {
        saidAfter = organisation == null ? null : organisation.name();
        return this;
    }

    /**
     * Another provider is to say who members are, or more of what it says is to count.
     *
     * @param provider its address
     * @param before what is set now, a line for each setting; null where nothing is
     */
    public static PowerChange ofProvider(String provider, String before, String after, Signature signature) {
        String name = provider.substring(0, Math.min(provider.length(), LONGEST_NAME));
        PowerChange change = new PowerChange(Kind.PROVIDER, "provider", name, Set.of(), Set.of(), signature);
        change.saidBefore = before;
        change.saidAfter = after;
        return change;
    }

    /**
     * Archives of the board are to be encrypted to another key.
     *
     * @param board address of the current board
     * @param before the public key now; null where there is none
     */
    public static PowerChange ofArchiveKey(String board, String before, String after, Signature signature) {
        PowerChange change = new PowerChange(Kind.ARCHIVE_KEY, "archive-key", board, Set.of(), Set.of(), signature);
        change.saidBefore = before;
        change.saidAfter = after;
        return change;
    }

    /** The current board is to ask other roles for a second factor. */
    static PowerChange ofSecondFactor(String board, Set<Role> before, Set<Role> after, Signature signature) {
        return new PowerChange(Kind.SECOND_FACTOR, "second-factor", board, before, after, signature);
    }

    /** People are to reach the current board elsewhere: what they write, and what is announced of their concerns, goes there. */
    static PowerChange ofContact(String board, ContactDetails before, ContactDetails after, Signature signature) {
        PowerChange change = new PowerChange(Kind.CONTACT, "contact", board, Set.of(), Set.of(), signature);
        change.saidBefore = before.text();
        change.saidAfter = after.text();
        return change;
    }

    /** Somebody is to have a place on the team of a case that nobody on it can see any more. */
    public static PowerChange ofTeam(String reference, Member member, String reason, Signature signature) {
        PowerChange change = new PowerChange(Kind.TEAM, "team/" + reference, member.name(), member.roles(), member.roles(), signature);
        change.memberId = member.id();
        change.aboutAccount = member.accountId();
        change.aboutEmail = member.email();
        change.reason = reason;
        change.saidAfter = reference;
        return change;
    }

    static String keyOf(Member member) {
        return "member/" + member.id();
    }

    static String keyOf(Invitation invitation) {
        return "invitation/" + invitation.id();
    }

    /**
     * Whether it gives or takes away a role that has power over others, or gives one that reads what is in cases: whoever is given that
     * may be anybody under an invented name, and to take it away cannot wait.
     */
    public static boolean touches(Set<Role> before, Set<Role> after) {
        return before.stream().anyMatch(role -> role.hasPower() && !after.contains(role))
                || after.stream().anyMatch(role -> role.takesTwo() && !before.contains(role));
    }

    /** Whose confirmation it needs. */
    Set<Role> confirmers() {
        return kind == Kind.TEAM ? EnumSet.of(Role.LEAD, Role.AUDITOR) : EnumSet.of(Role.ADMINISTRATOR);
    }

    /** Of the case that it opens; null where it opens none. */
    public String reference() {
        return kind == Kind.TEAM ? saidAfter : null;
    }

    /** Whether they are neither the one who asked for it nor the one it is about. */
    boolean isForAnother(Long accountId) {
        return accountId != null && !accountId.equals(signature.accountId()) && !isAbout(accountId);
    }

    boolean isAbout(Long accountId) {
        return accountId != null && accountId.equals(aboutAccount);
    }

    /** @throws Refusal STATE where they asked for it themself or it is about them */
    void requireSecondPerson(Caller caller) {
        if (!isForAnother(caller.accountId())) {
            throw Refusal.state("identity.refused.secondPerson");
        }
    }

    /** @throws Refusal STATE where it was decided before */
    void decide(Decision made, Signature by) {
        if (decision != null) {
            throw Refusal.state("identity.refused.changeOver");
        }
        decision = made;
        decided = by;
        openKey = null;
    }

    boolean isOpen() {
        return decision == null;
    }

    String openKey() {
        return openKey;
    }

    public Kind kind() {
        return kind;
    }

    public Long memberId() {
        return memberId;
    }

    Long invitationId() {
        return invitationId;
    }

    String aboutName() {
        return aboutName;
    }

    String aboutEmail() {
        return aboutEmail;
    }

    public Set<Role> before() {
        return Set.copyOf(before);
    }

    public Set<Role> after() {
        return Set.copyOf(after);
    }

    public String saidBefore() {
        return saidBefore;
    }

    public String saidAfter() {
        return saidAfter;
    }

    public String reason() {
        return reason;
    }

    /** Who asked for it, and when. */
    public Signature signature() {
        return signature;
    }

    /** Null while it waits. */
    public Decision decision() {
        return decision;
    }

    Signature decided() {
        return decided;
    }
}
