package org.probity.audit;

/** Follows a chain as it was before entries had salts, for as long as nothing of it is withheld. */
public final class EarlierChain {

    private boolean known;
    private String hash = "";
    private String sum = "";

    /** @param known whether it is followed from its first entry */
    public EarlierChain(boolean known) {
        this.known = known;
    }

    /** Goes on to an entry. @return whether it still says what was sealed then, as far as that can be known */
    public boolean follow(ChainEntry link) {
        known = known && link.isSealedTwice();
        if (!known) {
            return true;
        }
        hash = link.earlierHash(hash);
        boolean proven = Salt.proof(link.content()).equals(Salt.proof(sum, hash));
        sum = Salt.sum(sum, link.content());
        return proven;
    }

    /** Whether nothing was withheld so far. */
    public boolean isKnown() {
        return known;
    }

    /** Whether the entry followed last had that hash. */
    public boolean had(String wanted) {
        return known && hash.equals(wanted);
    }
}
