package org.probity.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.probity.Fired;
import org.probity.TestDatabase;
import org.probity.access.CurrentCaller;
import org.probity.access.Role;
import org.probity.account.AccountMail;
import org.probity.account.AccountMailer;
import org.probity.exclusion.UnseenBench;
import org.probity.kernel.Language;
import org.probity.kernel.Refusal;
import org.probity.member.Member;
import org.probity.member.Members;
import org.probity.powers.PowerChanges;
import org.probity.powers.PowerDecided;
import org.probity.powers.PowerProposals;

/** A restricted case that nobody sees is opened by two people, neither of whom it opens it to, and by nobody whom it names. */
class TeamAppointmentsTest extends UnseenBench {

    private final List<String> told = new ArrayList<>();

    @Test
    void aLeadIsAppointedByAnAdministratorAndALeadOrAuditorTogether() {
        Member auditor = member("Alun Llwyd", Role.AUDITOR);
        restrictedToNobody();
        as(administrator, bench -> bench.appointments().ask(reference, lead.id(), "She leads it now"));
        assertThat(sees(lead)).isFalse();
        assertThat(waiting(lead)).as("about herself").noneMatch(PowerChanges.Line::mine);
        Long id = waiting(auditor).get(0).id();
        assertThat(refused(administrator, bench -> bench.powers().confirm(id))).isEqualTo("kernel.refused.notFound");
        assertThat(refused(lead, bench -> bench.powers().confirmTeam(id))).isEqualTo("identity.refused.secondPerson");
        assertThat(refused(auditor, bench -> bench.powers().confirmTeam(id))).isNull();
        assertThat(sees(lead)).isTrue();
        assertThat(list(administrator)).isEmpty();
        assertThat(waiting(lead)).as("no trace for leads, once it is decided").isEmpty();
        assertThat(open()).singleElement().asString().startsWith("Lena Dafis: ").contains(reference, "on the team");
        assertThat(told).contains("account.powerProposed Alun Llwyd", "account.powerChanged Lena Dafis");
    }

    @Test
    void whomTheCaseNamesNeitherAsksForNorConfirmsNorStopsWhoSeesIt() {
        Member accused = member("Beti Wyn", Role.ADMINISTRATOR);
        Member other = member("Alun Llwyd", Role.AUDITOR);
        restrictedToNobody();
        inBoard(entities -> {
            walls(entities).raise(reference, accused.accountId(), "subject");
            walls(entities).raise(reference, other.accountId(), "subject");
        });
        assertThat(refused(accused, bench -> bench.appointments().ask(reference, lead.id(), "Mine"))).isEqualTo("investigation.refused.notUnseen");
        as(administrator, bench -> bench.appointments().ask(reference, lead.id(), "She leads it now"));
        assertThat(told).isEmpty();
        Long id = waiting(administrator).get(0).id();
        assertThat(waiting(accused)).isEmpty();
        assertThat(waiting(other)).isEmpty();
        assertThat(refused(accused, bench -> bench.powers().stop(id))).isEqualTo("kernel.refused.notFound");
        assertThat(refused(other, bench -> bench.powers().confirmTeam(id))).isEqualTo("kernel.refused.notFound");
        assertThat(sees(lead)).isFalse();
    }

    /** At the same moment: whoever is first, the lead who has left has no place, with which they would come back. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aLeadWhoLeavesWhileTheyAreAppointedHasNoPlace(boolean leavesFirst) throws Exception {
        Member auditor = member("Alun Llwyd", Role.AUDITOR);
        restrictedToNobody();
        as(administrator, bench -> bench.appointments().ask(reference, lead.id(), "She leads it now"));
        Long id = waiting(auditor).get(0).id();
        Supplier<String> confirms = () -> refused(auditor, bench -> bench.powers().confirmTeam(id));
        AtomicReference<CompletableFuture<String>> other = new AtomicReference<>();
        if (leavesFirst) {
            inBoard(administrator, entities -> {
                memberships(entities).end(lead.id(), "Has left");
                other.set(meanwhile(entities, confirms));
            });
        } else {
            as(auditor, bench -> {
                bench.powers().confirmTeam(id);
                other.set(meanwhile(bench.entities(), () -> refusal(administrator, entities -> memberships(entities).end(lead.id(), "Has left"))));
            });
        }
        assertThat(other.get().get(30, TimeUnit.SECONDS)).isEqualTo(leavesFirst ? "kernel.refused.stale" : null);
        assertThat(openPlaces(lead)).isZero();
    }

    /** What is there for one transaction. */
    private record Bench(TeamAppointments appointments, PowerChanges powers, EntityManager entities) {
    }

    private void as(Member who, Consumer<Bench> work) {
        CurrentCaller.run(who.caller(Language.EN), () -> database.run(board, entities -> {
            TeamAppointments appointments = new TeamAppointments();
            Fired<Object> events = new Fired<>(event -> {
                if (event instanceof AccountMail mail) {
                    told.add(mail.template() + " " + mail.name());
                } else if (event instanceof PowerDecided decided) {
                    appointments.hear(decided);
                }
            });
            Members members = TestDatabase.wire(new Members(), entities, CLOCK);
            PowerProposals proposals = TestDatabase.wire(new PowerProposals(), entities, CLOCK, events, TestDatabase.wire(new AccountMailer(), events), members,
                    walls(entities));
            TestDatabase.wire(appointments, entities, CLOCK, unseen(entities), members, proposals, audit(entities), desk(entities));
            work.accept(new Bench(appointments, TestDatabase.wire(new PowerChanges(), entities, CLOCK, proposals, walls(entities)), entities));
        }));
    }

    private String refused(Member who, Consumer<Bench> work) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> as(who, work));
        return refusal == null ? null : refusal.problems().get(0).key();
    }

    private List<PowerChanges.Line> waiting(Member who) {
        List<PowerChanges.Line> lines = new ArrayList<>();
        as(who, bench -> lines.addAll(bench.powers().all()));
        return lines;
    }
}
