package org.probity.access;

/**
 * Ways in that everybody can read in the README. They open a demonstration, and nothing else: in a real installation they are
 * refused even where their rows are there.
 */
public final class WellKnown {

    /** Of every demonstration account. Public on purpose: these accounts hold nothing but fiction. */
    public static final String PASSWORD = "probity-demo";

    /** Tokens that Probity makes start otherwise. */
    private static final String TOKENS = "demo-";

    private WellKnown() {
    }

    public static boolean isPassword(String typed) {
        return PASSWORD.equals(typed);
    }

    public static boolean isToken(String given) {
        return given.startsWith(TOKENS);
    }
}
