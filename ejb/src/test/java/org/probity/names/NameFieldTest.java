package org.probity.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.probity.access.Role;
import org.probity.member.KnownAs;
import org.probity.member.MemberName;
import org.probity.member.Mention;
import org.probity.member.Mention.Candidate;
import org.probity.member.Namesakes.Namesake;

/** Whom a name that stands alone in the field means, however it is written, and whom it does not. */
class NameFieldTest {

    private static final List<String> SURNAMES = List.of(("Adams Allen Anderson Baker Barnes Bennett Bevan Bowen Brown Carter Clarke Collins Cooper Davies Edwards Ellis Evans Foster Griffiths "
            + "Harris Hopkins Howells Hughes Humphreys Jackson James Jenkins Johnson Jones Kelly Khan Lewis Lloyd Matthews Mitchell Moore Morgan Morris Murphy Owen Parker Parry Patel "
            + "Phillips Powell Price Pritchard Probert Pugh Rees Richards Roberts Robinson Rodgers Rowlands Stephens Taylor Thomas Turner Vaughan Walker Watkins Williams Wood Wright").split(" "));

    /** One letter left out, written twice or exchanged with the next one. */
    @Test
    void aSurnameWithOneLetterWrongIsFoundBehindATitle() {
        assertThat(SURNAMES).hasSize(65);
        assertThat(found("left out", (name, at) -> name.substring(0, at) + name.substring(at + 1))).isGreaterThan(0.98);
        assertThat(found("twice", (name, at) -> name.substring(0, at) + name.charAt(at) + name.substring(at))).isGreaterThan(0.98);
        assertThat(found("exchanged", (name, at) -> at == 0 ? name : name.substring(0, at - 1) + name.charAt(at) + name.charAt(at - 1) + name.substring(at + 1)))
                .isGreaterThan(0.98);
    }

    private interface Slip {
        String of(String name, int at);
    }

    private static double found(String what, Slip slip) {
        List<String> missed = new ArrayList<>();
        int[] all = {0};
        SURNAMES.forEach(name -> IntStream.range(1, name.length()).mapToObj(at -> slip.of(name, at)).distinct().filter(wrong -> !wrong.equals(name)).forEach(wrong -> {
            all[0]++;
            if (!mayMean("Mr " + wrong, "Zuzanna " + name)) {
                missed.add(wrong);
            }
        }));
        System.out.println("A letter " + what + ": " + (all[0] - missed.size()) + " of " + all[0] + ", not " + missed);
        return 1 - (double) missed.size() / all[0];
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"DI Evans; Diana Price", "Al Hassan; Alan Price", "Jo Smith; Joanne Price", "Dan Jones, teacher; Daniel Lloyd", "Smith, Dan; Daniel Lloyd",
        "Kowalska, Jo; Joanne Price", "Mrs Beth Jones; Bethan Lloyd", "Beth Jones and Dan Smith; Daniel Lloyd", "Rhywun dan y bont; Daniel Lloyd",
        "dim syniad beth oedd ei enw; Bethan Lloyd", "Mary from school; Martin Price", "Mr Carey; Caroline Price", "Director of Hughes Ltd; Owen Hughes",
        "Mrs Popescu of Church Field; Nia Field", "Ann Jones, Head of Hughes House; Owen Hughes", "a teacher at Owen Road; Owen Hughes",
        "Maria Popescu at Hughes Street; Owen Hughes", "Siân Smith; Siân Evans", "Siân smith; Siân Evans", "sian smith; Siân Evans", "SIAN SMITH; Siân Evans",
        "Siân SMITH; Siân Evans", "Siân Ng; Siân Evans", "Owen Szczepański; Owen Hughes", "Siân Penhaligon; Siân Evans", "Siân Thistlethwaite; Siân Evans", "Siân van dam; Siân Evans", "Siân Kowalczyk Bello; Siân Evans", "Siân Clement; Siân Evans",
        "Owen Trethowan, teacher; Owen Hughes", "Owen May; Owen Hughes", "Thomas Baker; Owen Thomas", "Guy Hughes; Owen Hughes", "guy hughes; Owen Hughes",
        "Siân Johnson's Facebook; Siân Evans", "Siân Okonkwo a Catrin; Siân Evans", "Ward Sister, hospital; Emma Ward", "Mr Hill; Zuzanna Hall", "Tim; Tom Price", "Well, somebody; Will Price",
        "Siân Sawyer; Siân Evans", "Siân Trainor; Siân Evans", "Siân Auditore; Siân Evans", "Siân Mair Price; Siân Evans",
        "Sarah-Jane Price; Sarah-Jane Evans", "Mary Jane Watson; Mary Jane Hughes", "D. Collin; Owen Hughes", "E. Eans; Siân Evans",
        "Sam Jones; Samir Ahmed", "Jones, Sam; Samir Ahmed", "Mrs Sam; Samir Ahmed", "Owen J. Smith; Owen Hughes", "Owen, J.; Siân Owen",
        "S.E. Jones; Siân Evans", "Jones, S. E.; Siân Evans", "P.E. teacher; Paul Evans", "Rev Canon Smith; Lily Canon",
        "Mrs Ward Smith; Emma Ward", "Kowalski CHSCB; Siân Evans CHSCB", "Kowalski, compliance; Siân Evans, Compliance Officer",
        "From Owen Road; Owen Hughes", "Ann Lloyd; Siân Lloyd Evans", "the second officer; Chscb Second Lead"})
    void theWholeNameOfSomebodyElseMeansNobody(String typed, String member) {
        assertThat(mayMean(typed, member)).isFalse();
    }

    /** Each of them for what they alone have. */
    @Test
    void aFieldThatNamesManyMeansAllOfThem() {
        List<Candidate> readers = readers("Siân Evans", "Gareth Morgan", "Alys Price", "Owen Hughes", "Nia Lloyd");
        assertThat(meant("Siân, Gareth, Alys, Owen", readers)).containsExactlyInAnyOrder(0L, 1L, 2L, 3L);
    }

    @Test
    void aSurnameThatFourShareMeansEachOfThem() {
        List<Candidate> readers = readers("Ann Evans", "Bob Evans", "Cai Evans", "Dan Evans");
        assertThat(meant("Business Manager Evans", readers)).containsExactlyInAnyOrder(0L, 1L, 2L, 3L);
        assertThat(meant("Siân Business Manager", readers("Siân Evans", "Siân Price", "Siân Lewis", "Siân Hughes"))).hasSize(4);
    }

    @Test
    void whatAllNamesOfABoardBeginWithTellsNobodyFromAnother() {
        List<Candidate> readers = readers("Chscb Compliance Officer", "Chscb Second Compliance Officer", "Chscb Lead", "Chscb Second Lead", "Chscb Auditor", "Siân Evans");
        assertThat(meant("Chscb Youth Worker", readers)).isEmpty();
        assertThat(meant("Chscb Second Compliance Officer", readers)).containsExactly(1L);
        assertThat(meant("Chscb, Siân", readers)).contains(5L);
    }

    private static List<Long> meant(String typed, List<Candidate> readers) {
        return new Mention(typed, null, "Something was posted.").meant(readers).stream().map(Namesake::accountId).toList();
    }

    private static List<Candidate> readers(String... names) {
        return IntStream.range(0, names.length).mapToObj(i -> new Candidate((long) i, PersonName.of(names[i]), Set.of(Role.OFFICER), true,
                Set.copyOf(Stream.concat(Stream.of(MemberName.READS), MemberName.forms(names[i], null, null).stream()).toList()))).toList();
    }

    private static boolean mayMean(String typed, String member) {
        return new KnownAs(1L, member, Set.of(Role.OFFICER), MemberName.forms(member, null, null)).mayBe(typed, null, "Something was posted.");
    }
}
