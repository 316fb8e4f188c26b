package org.probity.referral;

/** What a parent organisation says when it has looked at a referral. */
public enum Answer {
    ACCEPTED, QUESTION, DECLINED
}
