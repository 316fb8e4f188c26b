package org.probity.concern;

import org.probity.investigation.Investigation;

/** Nobody waits for a mail. */
public class NoMail extends ConcernMail {

    @Override
    public void announce(String reference, boolean walled, boolean urgent) {
        // not here
    }

    @Override
    public void added(Investigation investigation) {
        // nor of this
    }

    @Override
    public void answered(String reference, Long question) {
        // nor of this
    }
}
