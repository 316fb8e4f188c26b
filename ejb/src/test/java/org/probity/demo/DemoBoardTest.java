package org.probity.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.probity.access.Role;
import org.probity.kernel.Checks;
import org.probity.policy.Clause;

class DemoBoardTest {

    private static final List<String> WITH_TOKEN =
            List.of("officer", "officer2", "lead", "lead2", "hr", "employee", "manager", "admin", "auditor");

    static Stream<DemoBoard> boards() {
        return DemoData.SLUGS.stream().map(DemoBoard::read);
    }

    @ParameterizedTest
    @MethodSource("boards")
    void everyClauseHasANumberOfItsOwnAndBothLanguages(DemoBoard demo) {
        List<DemoBoard.ClausePart> clauses = demo.policies().stream().flatMap(p -> p.clauses().stream()).toList();
        assertThat(clauses).extracting(DemoBoard.ClausePart::number).isNotEmpty().doesNotHaveDuplicates();
        assertThat(clauses).allSatisfy(clause -> {
            assertThat(clause.kind()).isNotNull();
            assertThat(clause.strength()).isNotNull();
            assertThat(clause.text()).isNotBlank().hasSizeLessThan(2000);
            assertThat(clause.textCy()).isNotBlank().isNotEqualTo(clause.text()).hasSizeLessThan(2000);
        });
    }

    @ParameterizedTest
    @MethodSource("boards")
    void everyRoleOfABoardCanSignInAndUseItsToken(DemoBoard demo) {
        String slug = demo.board().slug();
        assertThat(demo.members()).extracting(DemoBoard.MemberPart::token).filteredOn(Objects::nonNull)
                .containsExactlyInAnyOrderElementsOf(WITH_TOKEN.stream().map(role -> "demo-" + slug + "-" + role).toList());
        assertThat(demo.members()).extracting(DemoBoard.MemberPart::account).doesNotHaveDuplicates()
                .containsAll(WITH_TOKEN.stream().map(role -> slug + "-" + role + "@example.org").toList());
        Set<Role> roles = demo.members().stream().flatMap(m -> m.roles().stream()).collect(Collectors.toSet());
        assertThat(roles).containsAll(EnumSet.range(Role.OFFICER, Role.AUDITOR));
    }

    /** Whoever reviews the findings does not approve what follows, so that a board with one lead comes to a dead end. */
    @ParameterizedTest
    @MethodSource("boards")
    void everyBoardHasTwoLeadsOfItsOwn(DemoBoard demo) {
        String slug = demo.board().slug();
        assertThat(demo.members()).filteredOn(member -> member.roles().equals(Set.of(Role.LEAD))).extracting(DemoBoard.MemberPart::account)
                .contains(slug + "-lead@example.org", slug + "-lead2@example.org");
        assertThat(demo.members()).extracting(DemoBoard.MemberPart::name).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("boards")
    void everybodyBelongsToAPartnerThatExists(DemoBoard demo) {
        List<String> partners = demo.organisations().stream().map(DemoBoard.OrganisationPart::name).toList();
        List<String> accounts = demo.members().stream().map(DemoBoard.MemberPart::account).toList();
        assertThat(demo.persons()).allSatisfy(person -> {
            assertThat(partners).contains(person.organisation());
            assertThat(person.account() == null || accounts.contains(person.account())).isTrue();
        });
        assertThat(demo.members()).extracting(DemoBoard.MemberPart::organisation).filteredOn(Objects::nonNull)
                .isSubsetOf(partners);
    }

    @ParameterizedTest
    @MethodSource("boards")
    void acknowledgementsNameAPersonAndAPolicy(DemoBoard demo) {
        assertThat(demo.acknowledgements()).isNotEmpty().allSatisfy(read -> {
            assertThat(demo.persons()).extracting(DemoBoard.PersonPart::email).contains(read.person());
            assertThat(demo.policies()).extracting(DemoBoard.PolicyPart::title).contains(read.policy());
        });
    }

    @ParameterizedTest
    @MethodSource("boards")
    void theAccentCanBeReadOnWhite(DemoBoard demo) {
        assertThat(contrastWithWhite(demo.board().accent())).isGreaterThanOrEqualTo(4.5);
    }

    @ParameterizedTest
    @MethodSource("boards")
    void everyAddressIsFictional(DemoBoard demo) {
        Stream<String> addresses = Stream.of(Stream.of(demo.board().contactEmail()),
                demo.members().stream().map(DemoBoard.MemberPart::account),
                demo.persons().stream().map(DemoBoard.PersonPart::email),
                demo.organisations().stream().map(DemoBoard.OrganisationPart::contactEmail)).flatMap(s -> s);
        assertThat(addresses).allMatch(address -> address.endsWith("@example.org"));
    }

    /** Numbers that Ofcom keeps for drama, and a postcode area that there is not. */
    @ParameterizedTest
    @MethodSource("boards")
    void everyBoardIsReachedByPostAndTelephoneAtPlacesThereAreNot(DemoBoard demo) {
        assertThatCode(() -> demo.board().contact().check(new Checks()).done()).doesNotThrowAnyException();
        assertThat(demo.board().postalAddress()).containsPattern("Example|Enghraifft").containsPattern("\nZZ\\d \\dZZ$");
        assertThat(demo.board().telephone()).matches("020 7946 0\\d{3}|029 2018 0\\d{3}|01632 960\\d{3}");
    }

    /** Self-checks and advice on tone guide (003 cl. 4, 001 self-assessment, 004 self-checks); speaking for the board breaks 000 cl. 3.2. */
    @Test
    void whatGuidesCannotBeAllegedAndWhatForbidsCan() {
        assertThat(boards().flatMap(demo -> demo.policies().stream()).flatMap(p -> p.clauses().stream()).filter(c -> c.kind() == Clause.Kind.GUIDANCE)
                .map(DemoBoard.ClausePart::number)).containsExactlyInAnyOrder("AU 4.1", "AU 4.2", "AU 4.3", "AU 4.4", "AU 4.5",
                "A1", "A2", "A3", "A4", "A5", "A6", "A7", "A8", "A9", "S1", "S2", "S3", "S4", "S5", "S6", "S7", "S8", "S9", "S10");
        assertThat(DemoBoard.read("chscb").policies().get(0).clauses()).filteredOn(c -> c.number().equals("3.2")).singleElement()
                .returns(Clause.Kind.RULE, DemoBoard.ClausePart::kind);
    }

    @Test
    void oneHumanResourcesPartnerServesTwoBoards() {
        assertThat(boards().filter(demo -> demo.members().stream()
                .anyMatch(m -> m.account().equals("hospital-hr@example.org")))).hasSize(2);
    }

    @Test
    void aBoardWithoutAResourceIsSaidSo() {
        assertThatThrownBy(() -> DemoBoard.read("nowhere")).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("nowhere");
    }

    /** As WCAG 2.2 works it out. */
    private static double contrastWithWhite(String colour) {
        double luminance = 0.2126 * channel(colour, 1) + 0.7152 * channel(colour, 3) + 0.0722 * channel(colour, 5);
        return 1.05 / (luminance + 0.05);
    }

    private static double channel(String colour, int from) {
        double value = Integer.parseInt(colour.substring(from, from + 2), 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
