package org.probity.account;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.probity.kernel.Checks;
import org.probity.kernel.Refusal;
import org.probity.tenancy.Board;

/**
 * What somebody wants to sign in with (NIST SP 800-63B, 5.1.1.2): long, not one that many people use, and not made of what
 * everybody knows of them. No rules about signs and digits, and no end.
 */
final class Passphrase {

    /** Characters. */
    static final int SHORTEST = 12;

    /** Characters. */
    static final int LONGEST = 128;

    /** Signs: a character may be typed as several. */
    private static final int LONGEST_TYPED = 8 * LONGEST;

    /** Of what the meter gives, from 0 to 4: guessed in fewer than 10^8 tries is refused. */
    private static final int WEAKEST = 3;

    /** The meter takes long over long texts and learns nothing more from them. */
    private static final int MEASURED = 60;

    private static final int TELLING = 4;

    private static final Zxcvbn METER = new Zxcvbn();

    private Passphrase() {
    }

    /** The same text however a keyboard composed it. Null stays null, and so does what is too long to be anybody's. */
    static String normal(String typed) {
        return typed == null || typed.length() > LONGEST_TYPED ? typed : Normalizer.normalize(typed, Normalizer.Form.NFC);
    }

    /**
     * @param field to name in the refusal
     * @throws Refusal INVALID saying what to do instead
     */
    static void check(String field, String chosen, Account account, List<Board> boards) {
        String text = chosen == null ? "" : chosen;
        int length = text.codePointCount(0, text.length());
        new Checks().required(field, chosen).done();
        new Checks().that(length >= SHORTEST, field, "identity.refused.passphraseShort", SHORTEST)
                .that(length <= LONGEST, field, "identity.refused.passphraseLong", LONGEST).done();
        List<String> known = knownWords(account, boards);
        String plain = text.toLowerCase(Locale.ROOT);
        new Checks().that(known.stream().noneMatch(plain::contains), field, "identity.refused.passphraseTelling").done();
        new Checks().that(isRare(text, known), field, "identity.refused.passphraseCommon").done();
    }

    /** @throws Refusal INVALID on {@code again} where the two differ */
    static void requireSame(String chosen, String again) {
        if (!chosen.equals(again)) {
            throw Refusal.invalid("again", "identity.refused.again");
        }
    }

    private static boolean isRare(String text, List<String> known) {
        return METER.measure(text.substring(0, Math.min(text.length(), MEASURED)), known).getScore() >= WEAKEST;
    }

    private static List<String> knownWords(Account account, List<Board> boards) {
        List<String> words = new ArrayList<>(List.of("probity"));
        words.addAll(words(account.displayName()));
        words.addAll(words(account.email().replaceFirst("@.*", "")));
        words.add(account.email().toLowerCase(Locale.ROOT));
        boards.forEach(board -> words.addAll(List.of(board.slug(), board.prefix().toLowerCase(Locale.ROOT))));
        return words.stream().filter(word -> word.length() >= TELLING).distinct().toList();
    }

    private static List<String> words(String text) {
        return Arrays.asList(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"));
    }
}
