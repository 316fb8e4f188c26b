package org.probity.member;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.probity.access.CurrentCaller;
import org.probity.account.Account;
import org.probity.kernel.Language;
import org.probity.names.LoneNames;
import org.probity.names.PersonName;
import org.probity.names.RecordedNames;
import org.probity.spelling.Titles;
import org.probity.tenancy.BoardOwned;

/** Somebody a case can be about, or who can help with one; with an account they answer in the portal. */
@Entity
@Table(name = "person")
public class Person extends BoardOwned {

    private static final String BAR = "|";

    /** As many as the column takes. */
    private static final int LONGEST_SURNAMES = 200;

    /** As many as one person is asked about: a surname that is two, each as it stands, and what they were called before. */
    private static final int SOUGHT = 6;

    @Column(length = 200, nullable = false)
    private String name;

    /** The name as it is compared: {@link PersonName#key}. */
    @Column(name = "name_key", length = 420)
    private String nameKey;

    /** {@link #surnamesOf}. */
    @Column(length = 200)
    private String surname;

    @Column(length = 254)
    private String email;

    @Column(name = "job_title", length = 200)
    private String jobTitle;

    /** A code of {@link Professions}; null where it is not known. */
    @Column(length = 30)
    private String profession;

    @Column(name = "organisation_id")
    private Long organisationId;

    @Column(name = "account_id")
    private Long accountId;

    @Enumerated(EnumType.STRING)
    @Column(length = 2, nullable = false)
    private Language language;

    @Column(name = "joined_on")
    private LocalDate joinedOn;

    @Column(name = "left_on")
    private LocalDate leftOn;

    /** Whether they are in the directory whatever cases there are; nobody is who was entered to be named in one. */
    @Column(name = "in_directory", nullable = false)
    private boolean inDirectory;

    protected Person() {
    }

    /**
     * @param email null where none is known: letters then go by post
     * @param accountId null where the person has no way into the portal
     * @param language the one they wish to be written to in
     */
    public Person(String name, String email, String jobTitle, Long organisationId, Long accountId, Language language) {
        PersonName compared = PersonName.of(name);
        this.name = name;
        this.nameKey = compared.key();
        this.surname = surnamesOf(name);
        this.email = email;
        this.jobTitle = jobTitle;
        this.organisationId = organisationId;
        this.accountId = accountId;
        this.language = language;
    }

    /**
     * The surnames as they are compared, also where more was typed than one name: {@code lee|jones} for {@code Ann Lee née Jones} and
     * {@code Ann Lee-Jones}. One that is written with spaces is there as one word as well, and without what it begins with.
     *
     * @param typed may be null
     * @return null for nobody's
     */
    public static String surnamesOf(String typed) {
        StringBuilder all = new StringBuilder();
        surnames(typed).filter(name -> all.length() + name.length() < LONGEST_SURNAMES)
                .forEach(name -> all.append(all.isEmpty() ? "" : BAR).append(name));
        return all.isEmpty() ? null : all.toString();
    }

    private static Stream<String> surnames(String typed) {
        PersonName whole = PersonName.of(typed);
        PersonName one = LoneNames.of(typed).findFirst().map(PersonName::of).orElse(whole);
        Stream<String> among = Titles.isOne(one.surname()) ? Stream.of() : Stream.concat(LoneNames.last(typed), LoneNames.behindTitles(typed));
        return Stream.of(one.surnames().stream(), whole.surnames().stream(), among.flatMap(Person::halves)).flatMap(names -> names)
                .filter(name -> !name.isEmpty()).distinct();
    }

    /** Both of a surname with a hyphen, which are both in a family, and it as one word. */
    private static Stream<String> halves(String unit) {
        PersonName name = PersonName.of(unit);
        return Stream.concat(name.surnames().stream(), unit.indexOf('-') > 0 ? name.parts().stream() : Stream.of());
    }

    /** Condition that one of the surnames is the caller's. The query is told {@link #sought}. @param kept such as {@code p.surname} */
    public static String isOfFamily(String kept) {
        return IntStream.range(0, SOUGHT).mapToObj(i -> "locate(:surname" + i + ", concat('" + BAR + "', " + kept + ", '" + BAR + "')) > 0")
                .collect(Collectors.joining(" or ", " (", ") "));
    }

    /** Whether one of the surnames is that person's. @param kept may be null */
    public static boolean isOfFamily(String kept, String name) {
        return kept != null && sought(name).values().stream().anyMatch((BAR + kept + BAR)::contains);
    }

    /** What {@link #isOfFamily(String)} looks for, by the names of its parameters: so many surnames of theirs as there is room for. */
    public static Map<String, String> sought(String name) {
        List<String> mine = surnames(name).limit(SOUGHT).toList();
        return IntStream.range(0, SOUGHT).boxed().collect(Collectors.toMap(i -> "surname" + i,
                i -> BAR + (mine.isEmpty() ? BAR : mine.get(Math.min(i, mine.size() - 1))) + BAR));
    }

    /**
     * In queries, whether that person could read in the portal until a moment what is said for them there: mail told them of it, and they
     * were a member.
     *
     * @param id of the person, as the query has it
     * @param until that moment, as the query has it
     */
    public static String couldRead(String id, String until) {
        return " exists (select 1 from Person z join Member y on y.accountId = z.accountId where z.id = " + id
                + " and z.email is not null and z.email <> '' and (y.endedAt is null or y.endedAt > " + until + ")) ";
    }

    /** Condition that it is the caller themself. The query needs {@code me}, the caller's account. @param of such as {@code p} */
    public static String isCaller(String of) {
        return " " + of + ".accountId = :me ";
    }

    /** Whether it is the caller themself. */
    public boolean isCaller() {
        return accountId != null && accountId.equals(CurrentCaller.get().accountId());
    }

    /** Whether it could be that member, who may have another account than the one that it is known by: then by the whole name or the address. */
    public boolean mayBe(Member member) {
        PersonName compared = PersonName.of(name);
        PersonName other = RecordedNames.of(member.name());
        return compared.isSame(other) || !PersonName.address(email).isEmpty() && PersonName.address(email).equals(PersonName.address(member.email()))
                || accountId == null && (compared.isNear(other) || LoneNames.of(name).anyMatch(lone -> PersonName.of(lone).isNear(other)));
    }

    /** Whether it is that member, and not the caller: an address alone may be typed wrong, or be shared, and a name somebody else's too. */
    boolean isCertainly(Member member) {
        String address = PersonName.address(email);
        return !member.accountId().equals(CurrentCaller.get().accountId()) && !address.isEmpty() && address.equals(PersonName.address(member.email()))
                && PersonName.of(name).isSame(RecordedNames.of(member.name()));
    }

    /** Whether that entry is of the same person, by the account or the address. */
    public boolean isEntryOfSame(Person other) {
        String address = PersonName.address(email);
        return accountId != null && accountId.equals(other.accountId) || !address.isEmpty() && address.equals(PersonName.address(other.email));
    }

    /** What they are, where somebody outside registers those who are. @param code of {@link Professions} */
    public void practises(String code) {
        this.profession = code;
    }

    /** The language to write to them in from now on. */
    public void wishes(Language chosen) {
        this.language = chosen;
    }

    /** They have a way in from now on, by which they answer in the portal. */
    void signsInAs(Account account) {
        this.accountId = account.id();
    }

    /** They were entered for themself, and not to be named in a case: that they are listed tells nothing of one. */
    public void entersDirectory() {
        this.inDirectory = true;
    }

    /** Since when they are with their parent organisation; null where that is not known. */
    public void joined(LocalDate day) {
        this.joinedOn = day;
    }

    /** Whether they were with it that day; empty where nothing tells. */
    public Optional<Boolean> inPostOn(LocalDate day) {
        if (joinedOn != null && day.isBefore(joinedOn) || leftOn != null && day.isAfter(leftOn)) {
            return Optional.of(false);
        }
        return joinedOn == null ? Optional.empty() : Optional.of(true);
    }

    /** The person has left their parent organisation. */
    public void left(LocalDate day) {
        this.leftOn = day;
    }

    public String name() {
        return name;
    }

    /** The name as it is compared: {@link PersonName#key}. */
    public String nameKey() {
        return nameKey;
    }

    public String email() {
        return email;
    }

    public String jobTitle() {
        return jobTitle;
    }

    /** A code of {@link Professions}; null where it is not known. */
    public String profession() {
        return profession;
    }

    public Long organisationId() {
        return organisationId;
    }

    public Long accountId() {
        return accountId;
    }

    public Language language() {
        return language;
    }

    public LocalDate joinedOn() {
        return joinedOn;
    }

    public LocalDate leftOn() {
        return leftOn;
    }
}
