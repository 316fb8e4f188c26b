package org.probity.member;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.probity.access.Role;
import org.probity.names.PersonName;
import org.probity.names.RecordedNames;

/** What a member is known by, to ask many texts about one of them. */
public final class KnownAs {

    private final Long accountId;
    private final String called;
    private final PersonName name;
    private final Set<Role> roles;
    private final Set<String> forms;

    /** What a comparison depends on. */
    private record Likeness(Long accountId, String called, Set<Role> roles, Set<String> forms) {
    }

    public KnownAs(Member member, Set<String> forms) {
        this(member.accountId(), member.name(), member.roles(), forms);
    }

    /** @param accountId null where they have none yet */
    public KnownAs(Long accountId, String called, Set<Role> roles, Set<String> forms) {
        this.accountId = accountId;
        this.called = called;
        this.name = RecordedNames.of(called);
        this.roles = Set.copyOf(roles);
        this.forms = Stream.concat(forms.stream().filter(form -> !form.equals(MemberName.READS)), Stream.of(MemberName.READS).filter(form -> Role.readCases(roles)))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Null where they have none yet. */
    public Long accountId() {
        return accountId;
    }

    /** Whether it is their account. @param account may be null */
    public boolean is(Long account) {
        return account != null && account.equals(accountId);
    }

    /** Equal where every text is compared alike. */
    public Object likeness() {
        return new Likeness(accountId, called, roles, forms);
    }

    /** The same before they had an account. */
    public Object likenessBefore() {
        return new Likeness(null, called, roles, forms);
    }

    /** Whether {@link Namesakes#of(Person)} could find them. */
    public boolean mayBe(Person person) {
        return is(person.accountId()) || mayBe(person.name(), person.email(), null);
    }

    /** Whether {@link Namesakes#of(String, String, String)} could find them for these. */
    public boolean mayBe(String typed, String email, String text) {
        Mention mention = new Mention(typed, email, text);
        Set<String> common = new HashSet<>(forms);
        common.retainAll(mention.wanted());
        return mention.mayBe(common) && !mention.meant(List.of(new Mention.Candidate(accountId, name, roles, true, common))).isEmpty();
    }
}
