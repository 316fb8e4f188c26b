package org.probity.ear.isolation;

/**
 * Somebody from whom a case is hidden.
 *
 * @param who in words, for the table
 * @param guest their browser
 * @param authorization of their REST requests; null for none, empty where they make none
 * @param board in the addresses they try
 * @param hidden the case they may not see
 * @param own a case they may see, to mix its ids with those of the hidden one; null for none
 */
record Stranger(String who, Guest guest, String authorization, String board, Target hidden, Target own) {

    boolean usesApi() {
        return authorization == null || !authorization.isEmpty();
    }

    /**
     * Whether a receipt code of the hidden case and a member of its board mean nothing in their addresses: at that board,
     * whoever has the code may use it, and the administrator knows the members and their tokens.
     */
    boolean isElsewhere() {
        return !board.equals(hidden.id(Kind.BOARD));
    }
}
