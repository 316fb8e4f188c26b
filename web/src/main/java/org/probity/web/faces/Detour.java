package org.probity.web.faces;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.probity.access.Condition;

/** The page on which somebody shows what is lacking of them; from there they come back. Paths from the root of the site. */
public final class Detour {

    private Detour() {
    }

    /** @param proof what they have not shown. @param back the address to come back to */
    public static String before(Condition proof, String back) {
        return to(proof == Condition.SECOND_FACTOR ? "/account/second-factor" : "/account/confirm", back);
    }

    /** @param page a path of ours. @param back the address to come back to */
    public static String to(String page, String back) {
        return page + "?next=" + URLEncoder.encode(back, StandardCharsets.UTF_8);
    }
}
