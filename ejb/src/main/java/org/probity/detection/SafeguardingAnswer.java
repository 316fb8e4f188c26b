package org.probity.detection;

/**
 * The officer's answer at the safeguarding gate: the four tests, whether the designated officer (LADO in England) must
 * be told, and whether the subject may be contacted yet.
 */
public record SafeguardingAnswer(boolean harmed, boolean possibleOffence, boolean riskToChildren, boolean unsuitable,
        boolean mustTell, boolean mayContactSubject, String reasons) {

    boolean anyTestMet() {
        return harmed || possibleOffence || riskToChildren || unsuitable;
    }
}
