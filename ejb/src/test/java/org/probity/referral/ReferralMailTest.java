package org.probity.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.probity.TestDatabase;
import org.probity.access.Role;
import org.probity.access.Signature;
import org.probity.account.Account;
import org.probity.investigation.DeskMail;
import org.probity.kernel.Language;
import org.probity.member.Directory;
import org.probity.member.Member;
import org.probity.member.Members;
import org.probity.member.Organisation;
import org.probity.member.Person;
import org.probity.notification.Outbox;

/** Where no HR partner may know of the case, the organisation's own address is written to, unless the accused reads there. */
class ReferralMailTest {

    private final List<String> sent = new ArrayList<>();
    private final List<String> keys = new ArrayList<>();
    private final Member reader = new Member(new Account("nesta", "Nesta", "staff@trust.example.org", "-", Language.EN, false), Set.of(Role.HR), 50L);
    private final Member stranger = new Member(new Account("mair", "Mair", "mair@example.org", "-", Language.EN, false), Set.of(Role.HR), 51L);

    @Test
    void anAddressOfNobodyIsWrittenTo() {
        mail(List.of(), true).sent(referral());
        assertThat(sent).containsExactly("referral.sent to staff@trust.example.org");
    }

    @Test
    void soIsOneWhoseReaderMayKnow() {
        mail(List.of(reader), true).sent(referral());
        assertThat(sent).containsExactly("referral.sent to staff@trust.example.org");
    }

    @Test
    void theOfficerIsToldWhereItsReaderMayNot() {
        ReferralMail mail = mail(List.of(reader), false);
        mail.sent(referral());
        mail.chase(referral(), 1);
        mail.withdrawn(referral());
        assertThat(sent).hasSize(3).containsOnly("referral.unreached to the officer");
    }

    /** Who reads at an address that is nobody's own, as a staff office does, is not known: perhaps those whom the case names. */
    @Test
    void soIsTheOfficerWhereAllItsPartnersMayNot() {
        mail(List.of(), false, reader).sent(referral());
        assertThat(sent).containsExactly("referral.unreached to the officer");
    }

    @Test
    void partnersOfOthersDoNotCount() {
        mail(List.of(), false, stranger).sent(referral());
        assertThat(sent).containsExactly("referral.sent to staff@trust.example.org");
    }

    /** Also of what is told when the case has ended, and of the same case twice: no mail goes for another. */
    @Test
    void theOfficerAndTheLeadsHearOfEachOutcome() {
        ReferralMail mail = mail(List.of(), true);
        mail.outcome(referral(), 1);
        mail.outcome(referral(), 2);
        mail.outcome(referral(), 3);
        assertThat(sent).containsExactly("referral.outcome to the officer", "referral.outcome to the leads", "referral.outcomeAgain to the officer",
                "referral.outcomeAgain to the leads", "referral.outcomeAgain to the officer", "referral.outcomeAgain to the leads");
        assertThat(keys).doesNotHaveDuplicates().hasSize(3);
    }

    @Test
    void theLeadsWhoMayDecideAreToldThatAPackWaits() {
        mail(List.of(), true).deciders(referral(), "approval.wanted");
        assertThat(sent).containsExactly("approval.wanted to the leads who may decide");
    }

    /** Others have the letter by post, and no account in which one waits. */
    @Test
    void theSubjectIsMailedWhereTheLetterWaitsForThem() {
        mail(List.of(), true).subjectTold(referral(), new Person("Sam Subject", "sam@example.org", null, null, null, Language.EN));
        assertThat(sent).isEmpty();
        mail(List.of(), true).subjectTold(referral(), new Person("Sam Subject", "sam@example.org", null, null, 12L, Language.EN));
        assertThat(sent).containsExactly("referral.subjectTold to sam@example.org");
    }

    private static Referral referral() {
        Referral referral = new Referral("CHSCB-2026-0042", 7L, 50L, "Conduct is for the employer");
        Signature officer = new Signature(Instant.parse("2026-11-21T09:00:00Z"), 1L, "Olwen Officer");
        referral.composed(50L, "A photograph was posted", officer);
        return referral;
    }

    private ReferralMail mail(List<Member> readers, boolean knows, Member... standing) {
        return TestDatabase.wire(new ReferralMail(), members(readers, knows, standing), new Directory() {
            @Override
            public Organisation organisation(Long id) {
                return new Organisation("The Trust", null, "staff@trust.example.org");
            }

            @Override
            public boolean reaches(Person person) {
                return person.accountId() != null;
            }
        }, new DeskMail() {
            @Override
            public void officer(String reference, String key, String template) {
                sent.add(template + " to the officer");
            }

            @Override
            public void leads(String reference, String key, String template) {
                sent.add(template + " to the leads");
                keys.add(key);
            }

            @Override
            public void deciders(String reference, String key, String template) {
                sent.add(template + " to the leads who may decide");
            }
        }, new Outbox() {
            @Override
            public void queue(String key, String toName, String toAddress, Language language, String template, Object... args) {
                sent.add(template + " to " + toAddress);
            }
        });
    }

    private static Members members(List<Member> readers, boolean knows, Member... standing) {
        return new Members() {
            @Override
            public List<Member> with(Role role, String reference) {
                return List.of();
            }

            @Override
            public List<Member> standing() {
                return List.of(standing);
            }

            @Override
            public List<Member> at(String email) {
                return readers;
            }

            @Override
            public boolean knows(Member member, String reference) {
                return knows;
            }
        };
    }
}
