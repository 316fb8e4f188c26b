package org.probity.names;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.probity.kernel.Letters;
import org.probity.spelling.BesideNames;
import org.probity.spelling.NoSurnames;
import org.probity.spelling.Prefixes;
import org.probity.spelling.WordSpans;

/**
 * Members' names as they are recorded, some of them with what they are or where: {@code Siân Evans CHSCB}, {@code Siân Evans, Head of Practice}.
 * Such a name is compared without it as well ({@link PersonName#closed}), wherever two parts are left.
 */
public final class RecordedNames {

    private RecordedNames() {
    }

    /** @param recorded for a member */
    public static PersonName of(String recorded) {
        String cased = WordSpans.withoutBrackets(Letters.cased(recorded, PersonName.LONGEST));
        WordSpans spans = new WordSpans(cased, Letters.lower(cased));
        Map<Integer, String> beside = IntStream.range(0, spans.words().size()).filter(at -> isBeside(spans, at)).boxed()
                .collect(Collectors.toMap(Function.identity(), at -> ""));
        boolean left = !beside.isEmpty() && spans.words().size() - beside.size() > 1;
        return PersonName.of(recorded, left ? spans.written(beside, new BitSet()) : recorded);
    }

    /** Those by which somebody is called alone: of a double one each half, which whole families have. @param name of a member, not empty */
    public static List<String> surnames(PersonName name) {
        return Stream.of(name, name.closed()).filter(one -> isOwn(name, one.surname()))
                .flatMap(one -> Stream.concat(one.surnames().stream(), last(one)))
                .filter(part -> isOwn(name, part)).distinct().toList();
    }

    private static Stream<String> last(PersonName name) {
        String last = name.parts().get(name.parts().size() - 1);
        return name.parts().stream().filter(part -> part.equals(last) || name.isHyphened(part, last));
    }

    /** The first one, and those between it and the surnames. @param name of a member, not empty */
    public static Stream<String> given(PersonName name, List<String> surnames) {
        String first = name.parts().get(0);
        return name.parts().stream().filter(part -> part.equals(first) ? isOwn(name, part)
                : !surnames.contains(part) && !Prefixes.isOne(part) && !NoSurnames.isListed(part));
    }

    /** Whether they are called so, and not only recorded with it. */
    private static boolean isOwn(PersonName name, String part) {
        return name.closed().parts().contains(part) || !NoSurnames.isListed(part);
    }

    /** A rank beside what is no name, or set off from one: {@code Emma Jane Ward} is called so. */
    private static boolean isBeside(WordSpans spans, int at) {
        String word = spans.word(at);
        return isNoName(word) || BesideNames.isPost(word) && at > 1 && (isNoName(spans.word(at - 1)) || !spans.isFollowedBy(at - 1, ".-"));
    }

    private static boolean isNoName(String word) {
        return NoSurnames.isListed(word) || BesideNames.AWAY.contains(word) || BesideNames.SAID.contains(word) || BesideNames.ROLES.contains(word)
                || BesideNames.LEADS.contains(word);
    }
}
