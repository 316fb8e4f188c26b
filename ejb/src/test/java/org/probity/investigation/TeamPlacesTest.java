package org.probity.investigation;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.probity.access.Role;
import org.probity.account.Account;
import org.probity.exclusion.UnseenBench;
import org.probity.member.Member;

/** A place on a team does not outlast what it was given to, though both are decided at the same moment: nobody comes back to the team by it. */
class TeamPlacesTest extends UnseenBench {

    /** Two ways in which an officer gets a place. */
    enum Placing {
        ADDED((bench, entities) -> restrictions(entities).add(bench.reference, bench.officer.id(), "She knows the family")),
        RESTRICTED((bench, entities) -> restrictions(entities).restrict(bench.reference, bench.officer.id(), "Few"));

        private final BiConsumer<TeamPlacesTest, EntityManager> act;

        Placing(BiConsumer<TeamPlacesTest, EntityManager> act) {
            this.act = act;
        }

        void begin(TeamPlacesTest bench) {
            if (this == ADDED) {
                bench.inBoard(bench.lead, entities -> restrictions(entities).restrict(bench.reference, null, "Few"));
            }
        }
    }

    /** Two ways in which they lose what it was given to, and get it back. */
    enum Leaving {
        LEFT {
            @Override
            void leave(TeamPlacesTest bench, EntityManager entities) {
                bench.memberships(entities).end(bench.officer.id(), "Has left");
            }

            @Override
            void comeBack(TeamPlacesTest bench, EntityManager entities) {
                Account account = entities.find(Account.class, bench.officer.accountId());
                bench.memberships(entities).join(account, bench.officer.name(), Set.of(Role.OFFICER), null);
            }
        },
        MOVED {
            @Override
            void leave(TeamPlacesTest bench, EntityManager entities) {
                bench.memberships(entities).changeRoles(bench.officer.id(), Set.of(Role.AUDITOR), "Another desk");
            }

            @Override
            void comeBack(TeamPlacesTest bench, EntityManager entities) {
                bench.memberships(entities).changeRoles(bench.officer.id(), Set.of(Role.OFFICER), "Back again");
            }
        };

        abstract void leave(TeamPlacesTest bench, EntityManager entities);

        abstract void comeBack(TeamPlacesTest bench, EntityManager entities);
    }

    private CompletableFuture<String> waiting;

    private static Stream<Arguments> both() {
        return Stream.of(Placing.values()).flatMap(placing -> Stream.of(Leaving.values()).map(leaving -> Arguments.of(placing, leaving)));
    }

    @ParameterizedTest
    @MethodSource("both")
    void whoeverIsPutOnATeamWhileTheyLeaveIsNotOnIt(Placing placing, Leaving leaving) throws Exception {
        placing.begin(this);
        assertThat(atOnce(administrator, entities -> leaving.leave(this, entities), lead, entities -> placing.act.accept(this, entities)))
                .isEqualTo("investigation.refused.colleague");
        assertThat(openPlaces(officer)).isZero();
        inBoard(administrator, entities -> leaving.comeBack(this, entities));
        assertThat(sees(officer)).as("a case that is not restricted is everybody's").isEqualTo(placing == Placing.RESTRICTED);
    }

    @ParameterizedTest
    @MethodSource("both")
    void whoeverLeavesWhileTheyArePutOnATeamIsNotOnIt(Placing placing, Leaving leaving) throws Exception {
        placing.begin(this);
        assertThat(atOnce(lead, entities -> placing.act.accept(this, entities), administrator, entities -> leaving.leave(this, entities))).isNull();
        assertThat(openPlaces(officer)).isZero();
        inBoard(administrator, entities -> leaving.comeBack(this, entities));
        assertThat(sees(officer)).isFalse();
    }

    /** Nor is whoever restricts a case on its team when they have left meanwhile. */
    @ParameterizedTest
    @EnumSource
    void whoeverRestrictsACaseWhileTheyLeaveRestrictsNothing(Leaving leaving) throws Exception {
        assertThat(atOnce(administrator, entities -> leaving.leave(this, entities), officer,
                entities -> restrictions(entities).restrict(reference, lead.id(), "Few"))).isNotNull();
        assertThat(openPlaces(officer) + openPlaces(lead)).isZero();
    }

    /** The other begins before the first has ended. @return why the other was refused; null where it was not */
    private String atOnce(Member first, Consumer<EntityManager> one, Member second, Consumer<EntityManager> other) throws Exception {
        inBoard(first, entities -> {
            one.accept(entities);
            waiting = meanwhile(entities, () -> refusal(second, other));
        });
        return waiting.get(30, TimeUnit.SECONDS);
    }
}
