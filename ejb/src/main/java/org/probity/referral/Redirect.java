package org.probity.referral;

/** What follows when a parent organisation says that the person is not theirs. */
public enum Redirect {
    OTHER_ORGANISATION, STOP
}
