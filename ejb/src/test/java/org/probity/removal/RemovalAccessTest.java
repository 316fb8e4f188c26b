package org.probity.removal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.probity.HeldCase;
import org.probity.TestDatabase;
import org.probity.access.Caller;
import org.probity.access.CurrentCaller;
import org.probity.access.Role;
import org.probity.account.Account;
import org.probity.investigation.Investigation;
import org.probity.investigation.Investigations;
import org.probity.kernel.Language;
import org.probity.kernel.Refusal;
import org.probity.member.Directory;
import org.probity.member.Member;
import org.probity.tenancy.BoardOwned;

class RemovalAccessTest {

    /** Otherwise they would make everybody wait who works on the case, and learn from how long they wait that there is one. */
    @Test
    void whoWasNotAskedHoldsNoCase() {
        Caller stranger = new Caller(-9L, -9L, "Emrys", Set.of(Role.EMPLOYEE), null, Language.EN);
        Investigations holding = new Investigations() {
            @Override
            public Investigation lockCaseOf(Class<? extends BoardOwned> type, Long any) {
                throw new AssertionError("the case was held for a stranger");
            }
        };
        CurrentCaller.run(stranger, () -> TestDatabase.get().run("chscb", entities -> {
            RemovalAccess access = TestDatabase.wire(new RemovalAccess(), entities, holding);
            for (Runnable act : List.<Runnable>of(() -> access.answerable(-1L, RemovalReply.Channel.PORTAL, Instant.EPOCH), () -> access.heldInSight(-1L))) {
                assertThat(catchThrowableOfType(Refusal.class, act::run).kind()).isEqualTo(Refusal.Kind.NOT_FOUND);
            }
        }));
    }

    /** They see nothing of the case by their role, which is walled off from them, and answer in their own name alone. */
    @ParameterizedTest
    @EnumSource(value = Role.class, names = {"OPERATOR", "PUBLIC", "SYSTEM"}, mode = EnumSource.Mode.EXCLUDE)
    void whoIsAskedComesToTheRequestByThatWhateverTheirRoleIs(Role role) {
        HeldCase held = new HeldCase();
        Caller subject = TestDatabase.get().call("chscb", entities -> signedIn(entities, held, role));
        Caller colleague = new Caller(-9L, -9L, "Emrys", Set.of(role), null, Language.EN);
        Long id = TestDatabase.get().call("chscb", entities -> sent(entities, held));
        TestDatabase.get().run("chscb", entities -> {
            RemovalAccess access = TestDatabase.wire(new RemovalAccess(), entities, walled(held), TestDatabase.wire(new Directory(), entities));
            CurrentCaller.run(subject, () -> {
                assertThat(access.seen(id).id()).isEqualTo(id);
                assertThat(access.heldInSight(id).id()).isEqualTo(id);
                assertThat(access.answerable(id, RemovalReply.Channel.PORTAL, SampleRemoval.NOW).id()).isEqualTo(id);
                assertThat(refused(() -> access.answerable(id, RemovalReply.Channel.TELEPHONE, SampleRemoval.NOW))).isEqualTo(Refusal.Kind.INVALID);
                assertThat(refused(() -> access.working(id, RemovalRequest.Status.SENT))).isEqualTo(Refusal.Kind.NOT_FOUND);
            });
            CurrentCaller.run(colleague, () -> {
                assertThat(refused(() -> access.seen(id))).isEqualTo(Refusal.Kind.NOT_FOUND);
                assertThat(refused(() -> access.answerable(id, RemovalReply.Channel.PORTAL, SampleRemoval.NOW))).isEqualTo(Refusal.Kind.NOT_FOUND);
            });
        });
    }

    private static Refusal.Kind refused(ThrowingCallable act) {
        return catchThrowableOfType(Refusal.class, act).kind();
    }

    private static Caller signedIn(EntityManager entities, HeldCase held, Role role) {
        Account account = new Account("asked" + System.nanoTime(), "Sam Subject", "sam@example.org", "-", Language.EN, false);
        entities.persist(account);
        Member member = new Member(account, Set.of(role), null);
        entities.persist(member);
        entities.flush();
        entities.createQuery("update Person p set p.accountId = :account where p.id = :subject").setParameter("account", account.id())
                .setParameter("subject", held.subject()).executeUpdate();
        return member.caller(Language.EN);
    }

    private static Long sent(EntityManager entities, HeldCase held) {
        RemovalRequest request = new RemovalRequest(held.reference(), held.subject(), LocalDate.of(2026, 11, 2),
                new NewRemoval(List.of(), SampleRemoval.WEIGHED, null), SampleRemoval.REPLY_BY, SampleRemoval.OFFICER);
        entities.persist(request);
        request.sent(null, SampleRemoval.NOW);
        return request.id();
    }

    /** The case of the request, which the caller does not see. */
    private static Investigations walled(HeldCase held) {
        return new Investigations() {
            @Override
            public Investigation lockCaseOf(Class<? extends BoardOwned> type, Long any) {
                return held.investigations().byReference(held.reference());
            }

            @Override
            public Investigation byReference(String reference) {
                return held.investigations().byReference(reference);
            }

            @Override
            public void requireSightOf(Class<? extends BoardOwned> type, Long any) {
                throw Refusal.notFound();
            }

            @Override
            public Investigation visible(String reference) {
                throw Refusal.notFound();
            }
        };
    }
}
