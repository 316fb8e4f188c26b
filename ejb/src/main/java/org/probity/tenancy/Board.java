package org.probity.tenancy;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Set;
import java.util.regex.Pattern;
import org.probity.kernel.Language;

/** A safeguarding board: one tenant, with its own policy, partners, members and deadlines. */
@Entity
@Table(name = "board")
public class Board {

    private static final Pattern SLUG = Pattern.compile("[a-z][a-z0-9]{1,29}");

    /** First words of addresses that belong to the installation: no board has one of them. */
    public static final Set<String> RESERVED = Set.of("account", "api", "boards", "errors", "forgotten", "health", "internal", "language",
            "link", "openapi", "operator", "referrals", "resources", "session", "signin", "signout");

    /** Which practice pack and which bank holidays apply. */
    public enum Country { ENGLAND, WALES }

    @Id
    @Column(length = 30)
    private String slug;

    @Column(length = 200, nullable = false)
    private String name;

    @Column(name = "name_cy", length = 200)
    private String nameCy;

    @Column(length = 12, nullable = false)
    private String prefix;

    @Enumerated(EnumType.STRING)
    @Column(length = 20, nullable = false)
    private Country country;

    @Column(length = 7, nullable = false)
    private String accent;

    @Column(nullable = false)
    private boolean bilingual;

    @Column(name = "contact_email", length = 254, nullable = false)
    private String contactEmail;

    @Column(name = "postal_address", length = ContactDetails.LONGEST_ADDRESS)
    private String postalAddress;

    @Column(length = ContactDetails.LONGEST_NUMBER)
    private String telephone;

    @Column(name = "second_factor_roles", length = 200, nullable = false)
    private String secondFactorRoles = "";

    @Embedded
    private Deadlines deadlines;

    @Column(name = "closed_at")
    private Instant closedAt;

    @Column(name = "closed_by", length = 200)
    private String closedBy;

    @Version
    private int version;

    protected Board() {
    }

    /**
     * @param slug first segment of every address of the board, lower case
     * @param prefix what references start with, such as CHSCB
     * @param accent colour as #rrggbb
     * @param contactEmail the team's own mailbox: new concerns are announced there, letters name it for help
     */
    public Board(String slug, String name, String nameCy, String prefix, Country country, String accent,
            boolean bilingual, String contactEmail, Deadlines deadlines) {
        this.slug = slug;
        this.name = name;
        this.nameCy = nameCy;
        this.prefix = prefix;
        this.country = country;
        this.accent = accent;
        this.bilingual = bilingual;
        this.contactEmail = contactEmail;
        this.deadlines = deadlines;
    }

    /** From now on it is written to and called there; letters that were sent keep what they said. */
    public Board reachedAt(ContactDetails details) {
        this.contactEmail = details.contactEmail();
        this.postalAddress = details.postalAddress();
        this.telephone = details.telephone();
        return this;
    }

    /** @param roles names of the roles that need a second factor here, comma-separated */
    public void asksSecondFactorOf(String roles) {
        this.secondFactorRoles = roles;
    }

    /** Whether a board's address may begin so: a small letter, then small letters and digits, at most 30 in all. */
    public static boolean isSlug(String word) {
        return word != null && SLUG.matcher(word).matches();
    }

    public String slug() {
        return slug;
    }

    public String name() {
        return name;
    }

    /** The name in that language; the English one where no Welsh one is known. */
    public String name(Language language) {
        return language == Language.CY && nameCy != null ? nameCy : name;
    }

    public String prefix() {
        return prefix;
    }

    public Country country() {
        return country;
    }

    public String accent() {
        return accent;
    }

    public boolean bilingual() {
        return bilingual;
    }

    public String contactEmail() {
        return contactEmail;
    }

    /** How people reach it: a board of an earlier release by mail only, until somebody sets the rest. */
    public ContactDetails contact() {
        return new ContactDetails(contactEmail, postalAddress, telephone);
    }

    /** Names of roles, comma-separated; empty for none. */
    public String secondFactorRoles() {
        return secondFactorRoles;
    }

    public Deadlines deadlines() {
        return deadlines;
    }

    /** From now on nobody gets in, by page or by token; its clocks go on. */
    public void close(String by, Instant now) {
        this.closedAt = now;
        this.closedBy = by;
    }

    /** Whoever got in before gets in again. */
    public void open() {
        this.closedAt = null;
        this.closedBy = null;
    }

    /** Counts its changes. */
    public int version() {
        return version;
    }

    public boolean closed() {
        return closedAt != null;
    }

    /** Null while it is open. */
    public Instant closedAt() {
        return closedAt;
    }
}
