package org.probity.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.probity.access.Role;
import org.probity.exclusion.NameWalls;
import org.probity.member.KnownAs;
import org.probity.member.Mention;

/** Cases of before are compared by other rules only where these have another number. */
class WallRulesTest {

    /** What is found by the rules of that number: whoever changes the one gives the other. */
    private static final int RULES = 16;
    private static final String FOUND = "b0cd586de2b600544c9fb515d73e7d4c05e7af64c028610fdbf1b98cf929ebc0";

    @Test
    void otherRulesHaveAnotherNumber() throws IOException, NoSuchAlgorithmException {
        StringBuilder found = new StringBuilder();
        for (String file : List.of("in-earnest.txt", "disguises.txt", "short-and-common.txt", "ordinary-fields.txt", "ordinary.txt")) {
            lines(file).forEach(line -> found.append(found(line)));
        }
        for (Role role : Role.values()) {
            found.append(ofFour(role));
        }
        String digest = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(found.toString().getBytes(StandardCharsets.US_ASCII)));
        assertThat(NameWalls.RULES + " " + digest).as("another number for other rules, and then both here").isEqualTo(RULES + " " + FOUND);
    }

    private static char found(String line) {
        String[] parts = line.split(" \\| ", 4);
        boolean field = parts.length < 4 || parts[1].equals("name");
        String typed = parts.length < 4 ? line : parts[2];
        return known(parts.length < 4 ? "Siân Evans" : parts[3]).mayBe(field ? typed : "Somebody", null, field ? "Something was posted." : typed) ? '1' : '0';
    }

    private static KnownAs known(String name) {
        return new KnownAs(1L, name, Set.of(Role.LEAD), forms(name));
    }

    private static Set<String> forms(String name) {
        return PersonName.of(name).forms().collect(Collectors.toSet());
    }

    /** Four of one surname, who are in that role. */
    private static String ofFour(Role role) {
        List<Mention.Candidate> four = Stream.of("Ann Evans", "Bob Evans", "Cai Evans", "Dan Evans")
                .map(name -> new Mention.Candidate((long) name.hashCode(), PersonName.of(name), Set.of(role), true, forms(name))).toList();
        return "/" + new Mention("PC Evans", null, "Something was posted.").meant(four).size();
    }

    private static List<String> lines(String file) throws IOException {
        try (InputStream in = WallRulesTest.class.getResourceAsStream("/names/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
        }
    }
}
