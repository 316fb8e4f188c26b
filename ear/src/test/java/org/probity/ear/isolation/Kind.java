package org.probity.ear.isolation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Every kind of object that has an id in an address. Known by what stands before the id; the first that fits counts. An
 * address with an id of no such kind fails the suite until its kind is written down here, with objects to try.
 */
enum Kind {
    REMOVAL_DOCUMENT(".*/removal(-requests)?/\\{\\w+}/documents/"),
    COOPERATION_DOCUMENT(".*/cooperation(-requests)?/\\{\\w+}/documents/"),
    DOCUMENT(".*/investigations/\\{\\w+}/documents/"),
    LETTER(".*/letters/"),
    EVIDENCE(".*/evidence/"),
    REMOVAL(".*/removal(-requests)?/"),
    COOPERATION(".*/cooperation(-requests)?/"),
    REFERRAL(".*/referrals/"),
    REPORTER_QUESTION(".*/reporter-questions/"),
    INVESTIGATION(".*/investigations/"),
    RECEIPT(".*/concerns/receipts/"),
    TOKEN(".*/tokens/"),
    MEMBER(".*/members/"),
    LINK(".*/(link|invitations)/"),
    BOARD(".*/boards/"),
    ARCHIVE(".*/archives/");

    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

    private final Pattern before;

    Kind(String before) {
        this.before = Pattern.compile(before);
    }

    /** The kinds of the ids in an address such as {@code /investigations/{reference}}, in their order. */
    static List<Kind> in(String address) {
        List<Kind> kinds = new ArrayList<>();
        Matcher parameters = PARAMETER.matcher(address);
        while (parameters.find()) {
            String before = address.substring(0, parameters.start());
            kinds.add(Arrays.stream(values()).filter(kind -> kind.before.matcher(before).matches()).findFirst()
                    .orElseThrow(() -> new AssertionError("The suite tries no object of the kind that has its id in " + address)));
        }
        return kinds;
    }

    /** The address with an id in the place of each parameter. */
    static String fill(String address, List<String> ids) {
        String filled = address;
        for (String id : ids) {
            filled = filled.replaceFirst("\\{\\w+}", Matcher.quoteReplacement(id));
        }
        return filled;
    }

    /** An id like a real one that nothing has. */
    String absent(String like) {
        return switch (this) {
            case INVESTIGATION -> like.replaceFirst("\\d{4}$", "9876");
            case RECEIPT -> "ABCD-EFGH-JKMN";
            case LINK -> new StringBuilder(like).reverse().toString();
            case BOARD -> "zzzz";
            case ARCHIVE -> "chscb-20260101T000000000Z.age";
            default -> String.valueOf(98_760_000 + ordinal());
        };
    }
}
