package org.probity.identity;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a member is known by, to ask many texts about one of them. */
public final class KnownAs {

    private final Long accountId;
    private final PersonName name;
    private final Set<Role> roles;
    private final Set<String> forms;

    KnownAs(Member member, Set<String> forms) {
        this.accountId = member.accountId();
        this.name = PersonName.of(member.name());
        this.roles = member.roles();
        this.forms = forms;
    }

    public Long accountId() {
        return accountId;
    }

    /** Whether {@link Namesakes#of} could find them for these. */
    public boolean mayBe(String typed, String email, String text) {
        Mention mention = new Mention(typed, email, text);
        Set<String> common = new HashSet<>(forms);
        common.retainAll(mention.wanted());
        return !common.isEmpty() && !mention.meant(List.of(new Mention.Candidate(accountId, name, roles, common))).isEmpty();
    }
}
