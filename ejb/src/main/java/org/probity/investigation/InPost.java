package org.probity.investigation;

/** Whether the subject was with their organisation on the day of the post: the policy binds nobody before they join, or after they leave. */
public enum InPost { YES, NO, NOT_KNOWN }
