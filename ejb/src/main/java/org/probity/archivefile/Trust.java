package org.probity.archivefile;

import org.probity.kernel.Refusal;

/**
 * Whose archives are taken: this installation's own, and those of the one whose fingerprint the operator has from its
 * operator and has entered in full.
 *
 * @param own fingerprint of this installation
 * @param confirmed the other's, as it was typed; null or empty for none
 */
public record Trust(String own, String confirmed) {

    /** @throws Refusal STATE where somebody else wrote the archive. It does not say who: that is not to be copied from here */
    void require(Seal seal) {
        if (isOwn(seal)) {
            return;
        }
        if (confirmed == null || confirmed.isBlank()) {
            throw Refusal.state("archive.refused.foreign");
        }
        if (!Seal.normal(confirmed).equals(seal.fingerprint())) {
            throw Refusal.state("archive.refused.fingerprint");
        }
    }

    public boolean isOwn(Seal seal) {
        return seal.fingerprint().equals(own);
    }
}
